//! Commas: between values and inside them.

use model_census::census::Status;
use model_census::dataset::{Code, Dataset};

use crate::support::{at, census, dataset, keys, problems, texts};

const HEADER: &str = "Model,Publication date,Organization,Country (of organization)\n";

/// The export of these pairs of cells.
fn export(cells: &[(&str, &str)]) -> String {
    let line = |(at, (names, countries)): (usize, &(&str, &str))| {
        format!("M{at},2023-01-01,\"{names}\",\"{countries}\"\n")
    };
    let lines: String = cells.iter().enumerate().map(line).collect();
    HEADER.to_owned() + &lines
}

#[track_caller]
fn check(cells: &[(&str, &str)], expected: &[&[&str]]) -> Dataset {
    let dataset = dataset(&export(cells));
    let found: Vec<Vec<&str>> = dataset
        .models
        .iter()
        .map(|model| texts(&model.organizations))
        .collect();
    assert_eq!(found, expected);
    dataset
}

#[test]
fn in_a_file_joined_by_bare_commas_a_spaced_one_is_part_of_a_name() {
    let dataset = check(
        &[
            (
                "NERSC, Lawrence Berkeley National Laboratory,UC Berkeley",
                "Canada,Canada",
            ),
            ("Qilin Hesheng Network Technology Co., Ltd. (APUS)", "China"),
            (
                "Stanford University,SambaNova Systems, Inc,Adobe",
                "Canada,Canada,Canada",
            ),
            ("Somewhere, Unheard-of,Acme", "Canada,France"),
        ],
        &[
            &[
                "NERSC, Lawrence Berkeley National Laboratory",
                "UC Berkeley",
            ],
            &["Qilin Hesheng Network Technology Co., Ltd. (APUS)"],
            &["Stanford University", "SambaNova Systems, Inc", "Adobe"],
            &["Somewhere, Unheard-of", "Acme"],
        ],
    );
    assert_eq!(dataset.problems, []);
}

#[test]
fn in_a_file_joined_by_spaced_commas_names_that_the_definition_knows_stay_whole() {
    let dataset = check(
        &[
            (
                "NERSC, Lawrence Berkeley National Laboratory, UC Berkeley",
                "Canada, Canada",
            ),
            (
                "Google, Qilin Hesheng Network Technology Co., Ltd. (APUS), NAVER",
                "Canada, China, Japan",
            ),
            ("OpenAI", "Canada"),
        ],
        &[
            &[
                "NERSC, Lawrence Berkeley National Laboratory",
                "UC Berkeley",
            ],
            &[
                "Google",
                "Qilin Hesheng Network Technology Co., Ltd. (APUS)",
                "NAVER",
            ],
            &["OpenAI"],
        ],
    );
    assert!(problems(&dataset.problems, Code::CommaInName).is_empty());
    let spaced: Vec<&str> = problems(&dataset.problems, Code::SpacedLists)
        .iter()
        .map(|problem| &*problem.column)
        .collect();
    assert_eq!(spaced, ["Organization", "Country (of organization)"]);
}

#[test]
fn a_legal_form_goes_back_to_the_name_before_it_and_that_is_told() {
    let dataset = check(
        &[
            ("Unheard-of Systems, Inc, NAVER", "Canada, Japan"),
            ("Acme Co., Ltd., Umbrella, LLC", "Canada, Japan"),
            ("NVIDIA, Unheard-of Systems, Inc", "Canada, Japan"),
            // Nothing stands before it.
            ("Inc, NAVER", "Canada, Japan"),
            // A name that only begins like one.
            ("Acme, Incheon National University", "Canada, Japan"),
        ],
        &[
            &["Unheard-of Systems, Inc", "NAVER"],
            &["Acme Co., Ltd.", "Umbrella, LLC"],
            &["NVIDIA", "Unheard-of Systems, Inc"],
            &["Inc", "NAVER"],
            &["Acme", "Incheon National University"],
        ],
    );
    let found: Vec<_> = problems(&dataset.problems, Code::CommaInName)
        .iter()
        .map(|problem| (&*problem.value, problem.places.clone()))
        .collect();
    let expected = [
        ("Unheard-of Systems, Inc", vec![at(2, 2), at(4, 4)]),
        ("Acme Co., Ltd.", vec![at(3, 3)]),
        ("Umbrella, LLC", vec![at(3, 3)]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn legal_forms_of_any_country_end_a_name() {
    let forms = [
        "Ltd.",
        "Inc.",
        "LLC",
        "GmbH",
        "S.A.",
        "N.V.",
        "B.V.",
        "S.p.A.",
        "S.r.l.",
        "AB",
        "A/S",
        "Oy",
        "K.K.",
        "Pte. Ltd.",
        "Sdn. Bhd.",
        "GmbH & Co. KG",
        "Co.,Ltd.",
    ];
    for form in forms {
        let csv = format!(
            "Model,Publication date,Organization\nA,2023,\"NAVER,Unheard-of,{form},OpenAI\"\n"
        );
        let dataset = dataset(&csv);
        let name = format!("Unheard-of,{form}");
        let expected = ["NAVER", &*name, "OpenAI"];
        assert_eq!(texts(&dataset.models[0].organizations), expected);
        let told = problems(&dataset.problems, Code::CommaInName);
        assert_eq!((told.len(), &*told[0].value), (1, &*name));
    }
    // Names that begin like one, or are of few letters.
    let csv = "Model,Publication date,Organization\nA,2023,\"NAVER,AB InBev,SAS,KT\"\n";
    let names = ["NAVER", "AB InBev", "SAS", "KT"];
    assert_eq!(texts(&dataset(csv).models[0].organizations), names);
}

#[test]
fn how_lists_are_joined_is_told_by_most_commas_of_the_column() {
    // One stray space among bare commas is none of the file's habits.
    let dataset = check(
        &[
            ("NVIDIA,OpenAI,Acme", "Canada,France,Japan"),
            ("Acme, of Ohio", "Canada, France"),
        ],
        &[&["NVIDIA", "OpenAI", "Acme"], &["Acme, of Ohio"]],
    );
    assert_eq!(texts(&dataset.models[1].countries), ["Canada, France"]);
    assert_eq!(dataset.problems, []);
}

#[test]
fn organisations_alone_do_not_tell_how_lists_are_joined() {
    let cells = [
        ("Acme, of Ohio", "Canada"),
        ("Umbrella, of Maine", "France"),
    ];
    let dataset = check(&cells, &[&["Acme, of Ohio"], &["Umbrella, of Maine"]]);
    assert_eq!(dataset.problems, []);
}

#[track_caller]
fn check_countries(organizations: &str, cell: &str, expected: &[&str], is_ambiguous: bool) {
    for spaced in [false, true] {
        let cells = [
            (organizations, cell),
            ("OpenAI,NVIDIA,Meta AI", "Spain,Spain,Spain"),
        ];
        let csv = if spaced {
            export(&cells).replace(',', ", ").replace(", \"", ",\"")
        } else {
            export(&cells)
        };
        let census = census(&csv);
        assert_eq!(keys(&census.models[0].countries), expected, "{csv}");
        let ambiguous = problems(&census.problems, Code::AmbiguousCountry);
        assert_eq!(!ambiguous.is_empty(), is_ambiguous, "{csv}");
    }
}

#[test]
fn countries_go_to_organisations_by_the_definition_then_by_place_then_alone_then_all() {
    // 1. The definition knows the organisation, whatever the cell says.
    check_countries("NAVER,NVIDIA", "Japan,Japan", &["KOR", "USA"], false);
    check_countries("NAVER", "Japan,France", &["KOR"], false);
    // 2. Lists of one length.
    check_countries(
        "Acme,NAVER,Umbrella",
        "France,Japan,Canada",
        &["FRA", "KOR", "CAN"],
        false,
    );
    // 3. One organisation: its first country that is one.
    check_countries("Acme", "Multinational,France,Japan", &["FRA"], false);
    // 4. All of the cell, which is told.
    check_countries("Acme,NAVER", "France", &["FRA", "KOR"], true);
    check_countries(
        "Acme,NAVER",
        "France,Japan,Canada",
        &["FRA", "JPN", "CAN", "KOR"],
        true,
    );
    check_countries("Acme,Umbrella", "", &[], false);
}

#[test]
fn each_record_counts_once_however_often_it_states_an_unknown_country() {
    let census = census(&export(&[
        ("Acme,Umbrella", "Atlantis,Atlantis,Atlantis"),
        ("Acme", "Atlantis"),
        ("", "Atlantis,Atlantis"),
    ]));
    let [problem] = &*problems(&census.problems, Code::UnmappedCountry) else {
        panic!("{:?}", census.problems);
    };
    assert_eq!((problem.count, &*problem.value), (3, "Atlantis"));
    assert_eq!(problem.places, [at(2, 2), at(3, 3), at(4, 4)]);
}

#[test]
fn models_are_the_same_by_name_date_and_organisations_however_written() {
    let census = census(
        "Model,Publication date,Organization\n\
         A,2023-01-02,\"Meta AI,NVIDIA\"\n\
         \" A \",1/2/2023,\"Meta AI,NVIDIA\"\n\
         A,2023-01-02,\"Meta AI,NVIDIA,NVIDIA\"\n\
         A,1/20/2023,\"Meta AI,NVIDIA\"\n\
         A,2023-01,\"Meta AI,NVIDIA\"\n\
         a,2023-01-02,\"Meta AI,NVIDIA\"\n\
         A,2023-01-02,\"NVIDIA,Meta AI\"\n\
         A,2023-01-02,Meta AI\n\
         A,,\"Meta AI,NVIDIA\"\nA,soon,\"Meta AI,NVIDIA\"\n",
    );
    let duplicates: Vec<usize> = (0..census.models.len())
        .filter(|at| census.models[*at].status == Status::Duplicate)
        .collect();
    assert_eq!(duplicates, [1, 2, 6]);
    let [problem] = &*problems(&census.problems, Code::DuplicateModel) else {
        panic!("{:?}", census.problems);
    };
    assert_eq!((&*problem.column, &*problem.value), ("Model", "A"));
    assert_eq!(problem.places, [at(3, 3), at(4, 4), at(8, 8)]);
    assert_eq!((census.rows.counted, census.rows.undated), (5, 2));
}
