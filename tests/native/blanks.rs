//! Marks of a missing value are blanks, and told once for their column.

use model_census::dataset::{Code, Field};
use proptest::sample::select;

use crate::random_export::check;
use crate::support::{census, dataset, problems, report, row_keys, texts};

const HEADER: &str = "Model,Publication date,Organization,Country (of organization),\
    Organization categorization,Domain,Task,Parameters,Training compute (FLOP),\
    Training dataset size (datapoints),Training hardware,Hardware quantity,Confidence,\
    Model accessibility";
const CELLS: [&str; 14] = [
    "A",
    "2023-01-01",
    "NAVER",
    "Korea (Republic of)",
    "Industry",
    "Language",
    "Chat",
    "1e9",
    "2e23",
    "1e12",
    "NVIDIA A100",
    "64",
    "Likely",
    "Unreleased",
];
const MARKS: [&str; 26] = [
    "NA",
    "N/A",
    "#N/A",
    "nan",
    "NaN",
    "null",
    "NULL",
    "None",
    "-",
    "–",
    ".",
    "?",
    "미상",
    "해당없음",
    "#DIV/0!",
    "#VALUE!",
    "#REF!",
    "#NAME?",
    "#NUM!",
    "없음",
    "알 수 없음",
    "해당 사항 없음",
    "\\N",
    "(null)",
    "(blank)",
    "n/d",
];

/// Two models, a cell of the second being this.
fn with(column: usize, cell: &str) -> String {
    let mut second = CELLS;
    second[0] = "B";
    second[column] = cell;
    format!("{HEADER}\n{}\n{}\n", CELLS.join(","), second.join(","))
}

#[test]
fn every_mark_in_every_column_is_read_as_a_blank_and_told() {
    let cases = (1usize..CELLS.len(), select(MARKS.to_vec()));
    check(cases, |(column, mark)| {
        let header = HEADER.split(',').nth(column).unwrap().trim();
        let (marked, mut blank) = (dataset(&with(column, mark)), dataset(&with(column, "")));
        let told = problems(&marked.problems, Code::BlankMark);
        let told: Vec<_> = told
            .iter()
            .map(|problem| (&*problem.column, &*problem.value, problem.count))
            .collect();
        assert_eq!(told, [(header, mark, 1)]);
        blank.source.sha256 = marked.source.sha256.clone();
        assert_eq!(
            format!("{:?}", marked.models),
            format!("{:?}", blank.models)
        );
        assert_eq!(marked.source, blank.source);
        let others = marked
            .problems
            .iter()
            .filter(|problem| problem.code != Code::BlankMark);
        assert!(others.eq(blank.problems.iter()), "{:?}", marked.problems);
    });
}

#[test]
fn marks_are_counted_once_for_their_column() {
    let report = report(
        "Model,Publication date,Organization,Country (of organization),Task\n\
         A,2023,NA,NA,Chat\nB,2023,NAVER,N/A,NA\nC,2023,NA,China,\"Chat,NA\"\n",
    );
    let told = problems(&report.findings.problems, Code::BlankMark);
    let told: Vec<_> = told
        .iter()
        .map(|problem| (&*problem.column, problem.count))
        .collect();
    let expected = [
        ("Organization", 2),
        ("Country (of organization)", 2),
        ("Task", 2),
    ];
    assert_eq!(told.len(), 3);
    assert!(
        expected.iter().all(|column| told.contains(column)),
        "{told:?}"
    );
    assert!(!row_keys(&report, "task").contains(&"NA"));
    assert!(!row_keys(&report, "country").contains(&"NAM"));
    assert!(!row_keys(&report, "organization").contains(&"NA"));
}

#[test]
fn namibia_stays_in_a_column_of_codes() {
    let census = census(
        "Model,Publication date,Organization,Country (of organization)\n\
         A,2023,Org 1,US\nB,2023,Org 2,NA\nC,2023,Org 3,KR\nD,2023,Org 4,N/A\n",
    );
    let countries = |at: usize| texts(&census.dataset.models[at].countries);
    assert_eq!((countries(1), countries(3)), (vec!["NA"], vec![]));
    assert_eq!(&*census.models[1].countries[0].key, "NAM");
}

#[test]
fn a_model_may_be_called_none_but_no_two_are() {
    let one = dataset("Model,Publication date\nNone,2023\nA,2022\n");
    assert_eq!((one.models.len(), one.problems.len()), (2, 0));
    assert_eq!(&*one.models[0].name, "None");
    let two = dataset("Model,Publication date\nNA,2023\nA,5/6/2022\nNA,2021\nB,17/6/2022\n");
    let names: Vec<&str> = two.models.iter().map(|model| &*model.name).collect();
    assert_eq!((names, two.unreadable), (vec!["A", "B"], 2));
    let days: Vec<String> = two
        .models
        .iter()
        .map(|model| model.published.unwrap().to_string())
        .collect();
    assert_eq!(days, ["2022-06-05", "2022-06-17"]);
    let told = problems(&two.problems, Code::MissingName);
    assert_eq!((told.len(), told[0].count), (1, 2));
    for mark in ["-", "?", "#N/A", "미상"] {
        let none = dataset(&format!("Model,Publication date\n{mark},2023\nA,2022\n"));
        assert_eq!((none.models.len(), none.unreadable), (1, 1), "{mark}");
    }
}

#[test]
fn what_only_begins_like_a_mark_is_a_value() {
    let dataset =
        dataset("Model,Publication date,Organization,Task\nA,2023,NAN Labs,None of these\n");
    assert!(dataset.has(Field::Task));
    assert_eq!(texts(&dataset.models[0].organizations), ["NAN Labs"]);
    assert_eq!(texts(&dataset.models[0].tasks), ["None of these"]);
    assert_eq!(dataset.problems, []);
}
