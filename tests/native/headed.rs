//! The headers of a file and their first values, for a reader to say what they
//! mean; and that a list is read again where that changes.

use model_census::acts::{Acts, Kinds, Todo, Wanted};
use model_census::dataset::{Columns, Field, Headed, Options, headed, native_decoders};
use model_census::engine::View;

fn headers_by(text: &str, said: &[(&str, Field)]) -> Vec<Headed> {
    let mut options = Options::new(native_decoders);
    options.columns = Columns::new(said.iter().copied());
    headed(text.as_bytes(), &options, 2)
}

fn headers(text: &str) -> Vec<Headed> {
    headers_by(text, &[])
}

fn own(header: &str, field: Option<Field>, first: &[&str]) -> Headed {
    Headed {
        header: header.to_owned(),
        field,
        first: first.iter().map(|value| (*value).to_owned()).collect(),
    }
}

#[test]
fn headers_stand_with_what_is_known_of_them_and_their_first_values() {
    let text = "Model,Publication date,Hersteller,Leer\n\
                A,2023-01-01,,\nB,2023-02-01,NAVER,\nC,2023-03-01,\"Google, DeepMind\",\nD,2023-04-01,KAIST,\n";
    let expected = [
        own("Model", Some(Field::Name), &["A", "B"]),
        own(
            "Publication date",
            Some(Field::PublicationDate),
            &["2023-01-01", "2023-02-01"],
        ),
        own("Hersteller", None, &["NAVER", "Google, DeepMind"]),
        own("Leer", None, &[]),
    ];
    assert_eq!(headers(text), expected);
    let said = headers_by(text, &[("Hersteller", Field::Organization)]);
    assert_eq!(said[2].field, Some(Field::Organization));
}

#[test]
fn a_header_without_any_known_name_is_found_below_titles() {
    let text =
        "Liste der Modelle\n\nName des Modells;Tag;Land\nA;2023-01-01;Korea\nB;2023-02-01;Korea\n";
    let names: Vec<String> = headers(text).into_iter().map(|own| own.header).collect();
    assert_eq!(names, ["Name des Modells", "Tag", "Land"]);
    // One known name tells more than many cells.
    let text = "a,b,c,d\nModel,x,y\nA,1,2\n";
    let names: Vec<String> = headers(text).into_iter().map(|own| own.header).collect();
    assert_eq!(names, ["Model", "x", "y"]);
}

#[test]
fn what_is_no_table_of_models_has_no_headers_to_be_named() {
    for text in [
        "",
        "one line of text\nand another\n",
        "<html><body><table><tr><td>a,b,c</td></tr></table>",
        "{\"Model\": \"A\", \"Date\": 1}",
        "Hardware name,TDP (W),Release date\nH100,700,2022-09-21\n",
    ] {
        assert_eq!(headers(text), [], "{text}");
    }
}

#[derive(Clone, Debug, PartialEq)]
struct ByColumns;

/// A definition of two numbers: what it says of columns, and all else.
impl Kinds for ByColumns {
    type List = usize;
    type Definition = (u8, u8);
    type Read = usize;
    type Answer = ();
    type Why = ();

    fn reads_alike(one: &(u8, u8), other: &(u8, u8)) -> bool {
        one.0 == other.0
    }
}

#[test]
fn a_list_is_read_again_by_a_definition_that_says_otherwise_of_its_columns() {
    let wanted = |definition| Wanted::<ByColumns> {
        list: Some(1),
        definition,
        view: View::default(),
    };
    let mut acts = Acts::new(wanted((0, 0)));
    let todo = acts.ask(wanted((0, 1)));
    assert!(
        matches!(todo[..], [Todo::Ask { list: None, .. }]),
        "{todo:?}"
    );
    let todo = acts.ask(wanted((1, 1)));
    assert!(matches!(todo[..], [Todo::Get(2, 1, (1, 1))]), "{todo:?}");
    // While it is on its way, too.
    let todo = acts.ask(wanted((1, 2)));
    assert!(todo.is_empty(), "{todo:?}");
    let todo = acts.ask(wanted((2, 2)));
    assert!(
        matches!(todo[..], [Todo::GiveUp(2), Todo::Get(4, 1, (2, 2))]),
        "{todo:?}"
    );
}
