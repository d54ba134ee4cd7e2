//! What single cells hold: lists, dates, numbers.

use model_census::census::Status;
use model_census::dataset::{Code, Model};

use crate::support::{at, census, dataset, problems, texts};

fn model_of(header: &str, cell: &str) -> Model {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(["Model", "Publication date", header])
        .unwrap();
    writer.write_record(["A", "2023-01-01", cell]).unwrap();
    let csv = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    dataset(&csv).models.remove(0)
}

#[track_caller]
fn check_list(header: &str, cell: &str, expected: &[&str]) {
    let model = model_of(header, cell);
    let list = match header {
        "Organization" => &model.organizations,
        "Country (of organization)" => &model.countries,
        "Organization categorization" => &model.categories,
        "Domain" => &model.domains,
        "Task" => &model.tasks,
        _ => &model.hardware,
    };
    assert_eq!(texts(list), expected, "{cell:?}");
}

#[test]
fn a_cell_may_hold_several_values() {
    check_list("Domain", "Multimodal,Language", &["Multimodal", "Language"]);
    check_list("Domain", "Language", &["Language"]);
    check_list("Domain", "", &[]);
    check_list("Domain", ",,", &[]);
}

#[test]
fn a_comma_before_a_space_is_part_of_an_organisations_name() {
    let cell = "NERSC, Lawrence Berkeley National Laboratory,UC Berkeley";
    let expected = [
        "NERSC, Lawrence Berkeley National Laboratory",
        "UC Berkeley",
    ];
    check_list("Organization", cell, &expected);
}

#[test]
fn line_breaks_around_and_inside_values_are_no_part_of_them() {
    let expected = ["Text summarization", "Translation"];
    check_list("Task", "Text summarization\n,Translation", &expected);
    check_list(
        "Task",
        "Text\r\nsummarization, \u{200b}\n",
        &["Text summarization"],
    );
}

#[test]
fn repeats_are_dropped_except_where_their_place_says_whose_they_are() {
    check_list("Domain", "Vision,Vision", &["Vision"]);
    check_list("Task", "Chat,Translation,Chat", &["Chat", "Translation"]);
    check_list("Organization", "Meta AI,Meta AI", &["Meta AI"]);
    check_list("Training hardware", "TPU,TPU", &["TPU"]);
    let cell = "China,China,Japan";
    check_list(
        "Country (of organization)",
        cell,
        &["China", "China", "Japan"],
    );
    let cell = "Industry,Industry";
    check_list(
        "Organization categorization",
        cell,
        &["Industry", "Industry"],
    );
}

#[test]
fn a_file_joined_by_comma_and_space_throughout_is_split_there_and_that_is_said() {
    let csv = "Model,Publication date,Organization,Country (of organization)\n\
               A,2023,\"NVIDIA, Baidu\",\"United States of America, China\"\n\
               B,2023,\"Google, Meta AI\",\"United States of America, United States of America\"\n";
    let dataset = dataset(csv);
    assert_eq!(texts(&dataset.models[0].organizations), ["NVIDIA", "Baidu"]);
    assert_eq!(dataset.models[1].countries.len(), 2);
    let columns: Vec<&str> = problems(&dataset.problems, Code::SpacedLists)
        .iter()
        .map(|problem| &*problem.column)
        .collect();
    assert_eq!(columns, ["Organization", "Country (of organization)"]);
}

#[test]
fn a_date_is_as_precise_as_it_is_stated() {
    for date in ["2023-11-06", "2023-11", "2023"] {
        let census = census(&format!("Model,Publication date\nA,{date}\n"));
        let published = census.dataset.models[0].published.expect("a date");
        assert_eq!(published.to_string(), date);
        assert_eq!(census.models[0].year, Some(2023));
        assert_eq!(census.models[0].status, Status::Counted);
    }
}

#[track_caller]
fn check_bad_date(date: &str) {
    let csv =
        format!("Notes,System,Publication date\n\"two\nlines\",First,2023-01-01\n,Second,{date}\n");
    let census = census(&csv);
    assert_eq!(census.models[1].status, Status::Undated, "{date:?}");
    assert_eq!((census.rows.counted, census.rows.undated), (1, 1));
    let [problem] = &*problems(&census.problems, Code::UnreadableDate) else {
        panic!("{date:?}: {:?}", census.problems);
    };
    // The second record is row 3 and, after a cell of two lines, on line 4.
    assert_eq!((problem.count, problem.first()), (1, Some(at(3, 4))));
    assert_eq!(
        (&*problem.column, &*problem.value),
        ("Publication date", date)
    );
    assert_eq!(
        problems(&census.problems, Code::MissingDate),
        Vec::<&_>::new()
    );
}

#[test]
fn a_date_that_is_none_leaves_the_model_undated_and_is_reported_with_its_place() {
    for date in [
        "13/13/2023",
        "2023-02-30",
        "2023-13",
        "soon",
        "24-07-16",
        "99999",
    ] {
        check_bad_date(date);
    }
}

#[test]
fn a_blank_date_is_reported_by_the_models_name() {
    let census = census("Model,Publication date\nA,\nB,2023\n");
    assert_eq!((census.rows.counted, census.rows.undated), (1, 1));
    let [problem] = &*problems(&census.problems, Code::MissingDate) else {
        panic!("{:?}", census.problems);
    };
    assert_eq!((problem.first(), &*problem.value), (Some(at(2, 2)), "A"));
}

#[track_caller]
fn check_number(cell: &str, expected: Option<f64>, code: Option<Code>) {
    let csv = format!("Model,Publication date,Parameters\nA,2023,{cell}\n");
    let dataset = dataset(&csv);
    assert_eq!(dataset.models[0].parameters, expected, "{cell:?}");
    let found: Vec<_> = dataset
        .problems
        .iter()
        .map(|problem| (problem.code, &*problem.column, &*problem.value))
        .collect();
    let wanted: Vec<_> = code
        .map(|code| (code, "Parameters", cell.trim_matches('"')))
        .into_iter()
        .collect();
    assert_eq!(found, wanted, "{cell:?}");
}

#[test]
fn numbers_are_plain_or_scientific_and_blank_is_unknown_not_zero() {
    check_number("70000000000.0", Some(7e10), None);
    check_number(" 2.1e13 ", Some(2.1e13), None);
    check_number("1", Some(1.0), None);
    check_number("0", Some(0.0), Some(Code::ImplausibleNumber));
    check_number("", None, None);
    check_number("70B", None, Some(Code::UnreadableNumber));
    check_number("\"70,000\"", None, Some(Code::UnreadableNumber));
    check_number("inf", None, Some(Code::UnreadableNumber));
    check_number("-1", None, Some(Code::NegativeNumber));
}

#[test]
fn names_are_tidied_and_compared_with_case() {
    let csv = "Model,Publication date\n\" CALM\n(large) \",2023\nCaLM,2023\nCALM,2023\n";
    let census = census(csv);
    assert_eq!(&*census.dataset.models[0].name, "CALM (large)");
    assert_eq!(census.rows.counted, 3);
}
