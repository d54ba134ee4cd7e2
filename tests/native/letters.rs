//! One name is one, however its letters are written.

use model_census::dataset::{Code, Dataset};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use unicode_normalization::UnicodeNormalization as _;

use crate::random_export::check;
use crate::support::{census, dataset, problems, texts};

const NAMES: [&str; 7] = [
    "École Polytechnique Fédérale",
    "Université de Montréal",
    "네이버",
    "昇腾 AI",
    "Ångström Labs",
    "OpenAI",
    "Straße – Köln",
];

fn with(organization: &str) -> Dataset {
    dataset(&format!(
        "Model,Publication date,Organization\n\"{organization} 1\",2023-01-01,\"{organization}\"\n"
    ))
}

fn names(dataset: &Dataset) -> (&str, Vec<&str>) {
    let model = &dataset.models[0];
    (&model.name, texts(&model.organizations))
}

#[test]
fn letters_and_their_accents_may_stand_apart() {
    for name in NAMES {
        let apart: String = name.nfd().collect();
        let (one, other) = (with(name), with(&apart));
        assert_eq!(names(&one), names(&other));
        assert_eq!(other.problems, []);
    }
}

#[test]
fn what_shows_nothing_is_taken_out_and_told_once() {
    let letters = [
        '\u{200b}', '\u{ad}', '\u{fe0f}', '\u{2060}', '\u{3164}', '\u{feff}', '\u{200d}',
    ];
    let cases = (
        select(NAMES.to_vec()),
        select(letters.to_vec()),
        any::<Index>(),
    );
    check(cases, |(name, letter, at)| {
        let places: Vec<usize> = name
            .char_indices()
            .map(|(at, _)| at)
            .chain([name.len()])
            .collect();
        let mut hidden = name.to_owned();
        hidden.insert(*at.get(&places), letter);
        let (one, other) = (with(name), with(&hidden));
        assert_eq!(names(&one), names(&other), "{hidden:?}");
        let told = problems(&other.problems, Code::InvisibleLetters);
        let columns: Vec<&str> = told.iter().map(|problem| &*problem.column).collect();
        assert_eq!(columns, ["Model", "Organization"], "{hidden:?}");
        assert_eq!(other.problems.len(), 2);
    });
    let several = dataset(
        "Model,Publication date,Organization\nA,2023,Open\u{200b}AI\nB,2023,Open\u{ad}AI\nC,2023,OpenAI\u{3164}\n",
    );
    for model in &several.models {
        assert_eq!(texts(&model.organizations), ["OpenAI"]);
    }
    let told = problems(&several.problems, Code::InvisibleLetters);
    assert_eq!((told.len(), told[0].count), (1, 3));
}

#[test]
fn utf8_that_was_read_as_another_encoding_is_put_right_and_told() {
    let names_with_accents = NAMES.iter().filter(|name| !name.is_ascii());
    for name in names_with_accents {
        let (as_windows, _, _) = encoding_rs::WINDOWS_1252.decode(name.as_bytes());
        let as_latin: String = name.bytes().map(char::from).collect();
        for garbled in [as_windows.into_owned(), as_latin] {
            let read = with(&garbled);
            assert_eq!(names(&read), names(&with(name)), "{garbled:?}");
            let told = problems(&read.problems, Code::GarbledText);
            assert_eq!(told.len(), 2, "{garbled:?}");
            assert_eq!((told[1].read_as(), told[1].count), (*name, 1));
        }
    }
}

#[test]
fn a_garbled_name_is_the_one_that_the_definition_knows() {
    let census = census(
        "Model,Publication date,Organization\n\
         A,2023,Ecole Polytechnique FÂ´edÂ´erale de Lausanne (EPFL)\n",
    );
    assert_eq!(
        problems(&census.problems, Code::UnmappedOrganization).len(),
        0
    );
    assert_eq!(&*census.models[0].countries[0].key, "CHE");
}

#[test]
fn a_legal_ending_belongs_to_its_name() {
    let cases: [(&str, &[&str]); 6] = [
        (
            "Thunder Software Technology Co.,Ltd.,NAVER",
            &["Thunder Software Technology Co.,Ltd.", "NAVER"],
        ),
        ("Foo,Inc.,Bar,LLC", &["Foo,Inc.", "Bar,LLC"]),
        ("Telefónica,S.A.", &["Telefónica,S.A."]),
        ("Aleph Alpha,GmbH,Meta AI", &["Aleph Alpha,GmbH", "Meta AI"]),
        ("APUS,Ltd. (Beijing)", &["APUS,Ltd. (Beijing)"]),
        ("NAVER,Intel,SA Labs", &["NAVER", "Intel", "SA Labs"]),
    ];
    for (cell, expected) in cases {
        let read = with(cell);
        assert_eq!(texts(&read.models[0].organizations), expected, "{cell:?}");
        let joined = expected.iter().filter(|name| name.contains(',')).count();
        let told = problems(&read.problems, Code::CommaInName);
        assert_eq!(told.len(), joined, "{cell:?}");
    }
}

#[test]
fn names_equal_but_for_case_hyphens_and_spaces_are_told() {
    let csv = "Model,Publication date,Organization\n\
               GPT-4,2023-03-14,OpenAI\n\
               GPT 4,2023-03-15,OpenAI\n\
               gpt4,2023-03-14,Microsoft\n\
               CaLM,2022-01-01,Oxford\n\
               CALM,2023-02-02,Meta AI\n\
               GPT-4o,2024-05-13,OpenAI\n";
    let read = dataset(csv);
    let told: Vec<_> = problems(&read.problems, Code::SimilarModel)
        .iter()
        .map(|problem| (&*problem.value, problem.like()))
        .collect();
    assert_eq!(told, [("GPT 4", "GPT-4"), ("gpt4", "GPT-4")]);
    assert_eq!(
        read.models
            .iter()
            .filter(|model| model.is_duplicate)
            .count(),
        0
    );
}
