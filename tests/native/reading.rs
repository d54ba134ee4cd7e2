//! Which tables can be read, and what a missing column switches off.

use model_census::breakdown::{BREAKDOWNS, Breakdown};
use model_census::dataset::{Code, Field, ReadError};
use model_census::list::ListId;
use model_census::report::Report;

use crate::support::{NAME, counts, dataset, definition, problems, read, report, texts};

/// Three models with every column that the census reads.
const HEADERS: [&str; 14] = [
    "Model",
    "Publication date",
    "Organization",
    "Country (of organization)",
    "Organization categorization",
    "Domain",
    "Task",
    "Parameters",
    "Training compute (FLOP)",
    "Training dataset size (datapoints)",
    "Training hardware",
    "Hardware quantity",
    "Confidence",
    "Model accessibility",
];
#[rustfmt::skip]
const MODELS: [[&str; 14]; 3] = [
    ["One", "2022-03-01", "NAVER", "Korea (Republic of)", "Industry", "Language", "Chat",
     "1e9", "2e23", "1e12", "NVIDIA A100", "64", "Likely", "API access"],
    ["Two", "2023-04-02", "NVIDIA,Tel Aviv University", "United States of America,Israel",
     "Industry,Academia", "Multimodal,Language,Vision", "Chat,Translation",
     "2e9", "3e23", "2e12", "NVIDIA H100 SXM5", "128", "Confident", "Unreleased"],
    ["Three", "2023-05-03", "Mistral AI", "France", "Industry", "Vision", "Image captioning",
     "3e9", "4e23", "3e12", "Google TPU v4", "256", "Speculative", "Unreleased"],
];

/// The table above with its columns in the given order, some of them left out.
fn table(columns: &[usize]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for cells in [HEADERS].iter().chain(&MODELS) {
        let cells = columns.iter().map(|column| cells[*column]);
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn without(header: &str) -> String {
    let kept = (0..HEADERS.len()).filter(|at| HEADERS[*at] != header);
    table(&kept.collect::<Vec<_>>())
}

#[track_caller]
fn check_header(header: &str, field: Field) {
    let csv = match field {
        Field::Name => format!("{header},Publication date\nA,2023\n"),
        Field::PublicationDate => format!("Model,{header}\nA,2023\n"),
        _ => format!("Model,Publication date,{header}\nA,2023,1\n"),
    };
    let dataset = dataset(&csv);
    assert!(dataset.has(field), "{header:?} is {field:?}");
    assert_eq!(dataset.models.len(), 1);
    assert_eq!(dataset.problems, []);
}

#[test]
fn every_header_ever_seen_names_its_fact() {
    let cases = [
        ("System", Field::Name),
        ("Model", Field::Name),
        (" model ", Field::Name),
        ("Publication date", Field::PublicationDate),
        ("Country (from Organization)", Field::Country),
        ("Country (of organization)", Field::Country),
        ("Organization categorization", Field::OrganizationCategory),
        (
            "Organization categorization (from Organization)",
            Field::OrganizationCategory,
        ),
        ("Training dataset size (datapoints)", Field::DatasetSize),
        (
            "(DEPRECATED) Training dataset size (datapoints)",
            Field::DatasetSize,
        ),
    ];
    for (header, field) in cases {
        check_header(header, field);
    }
}

#[test]
fn columns_of_no_use_are_ignored() {
    let csv = "Abstract,Model,Training dataset,Publication date,Hardware utilization (MFU)\n\
               \"Two\nlines, of text\",A,The Pile,2023-01-01,0.4\n";
    let dataset = dataset(csv);
    let fields: Vec<Field> = dataset.columns.iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, [Field::Name, Field::PublicationDate]);
    assert_eq!(&*dataset.models[0].name, "A");
    assert_eq!(dataset.problems, []);
}

#[test]
fn columns_may_stand_in_any_order() {
    let all: Vec<usize> = (0..HEADERS.len()).collect();
    let backwards: Vec<usize> = all.iter().rev().copied().collect();
    let (one, other) = (report(&table(&all)), report(&table(&backwards)));
    for (breakdown, _) in one.tables() {
        let id = breakdown.id;
        assert_eq!(counts(&one, id), counts(&other, id), "{id}");
    }
}

#[test]
fn of_two_columns_with_one_fact_the_first_counts_and_the_other_is_reported() {
    let csv = "Model,Publication date,Country (of organization),Country (from Organization)\n\
               A,2023,France,Japan\n";
    let dataset = dataset(csv);
    assert_eq!(texts(&dataset.models[0].countries), ["France"]);
    let repeated = problems(&dataset.problems, Code::RepeatedColumn);
    assert_eq!(repeated.len(), 1);
    assert_eq!(repeated[0].column, "Country (from Organization)");
    assert_eq!(repeated[0].value, "Country (of organization)");
}

#[test]
fn a_table_without_names_or_dates_is_refused_with_the_headers_found() {
    let cases = [
        ("Publication date,Domain\n2023,Vision\n", Field::Name),
        ("Model,Domain\nA,Vision\n", Field::PublicationDate),
        ("name;value\nA;1\n", Field::Name),
    ];
    for (csv, expected) in cases {
        match read(csv.as_bytes(), NAME) {
            Err(ReadError::MissingColumn { field, found }) => {
                assert_eq!(field, expected, "{csv:?}");
                assert_eq!(found.len(), 2, "{csv:?}");
            }
            other => panic!("{csv:?}: {other:?}"),
        }
    }
}

#[test]
fn at_most_twelve_headers_are_named_when_a_table_is_refused() {
    let csv = format!("{}\n1\n", ["x"; 40].join(","));
    match read(csv.as_bytes(), NAME) {
        Err(ReadError::MissingColumn { found, .. }) => assert_eq!(found.len(), 12),
        other => panic!("{other:?}"),
    }
}

/// Leaving out a column makes exactly these breakdowns and lists unavailable,
/// is reported as `code`, and changes no number of the others.
#[track_caller]
fn check_missing(header: &str, code: Option<Code>, expected: &[&str]) {
    let all: Vec<usize> = (0..HEADERS.len()).collect();
    let whole = report(&table(&all));
    let part = report(&without(header));
    let columns = &part.findings.columns;
    let breakdowns = part.tables().filter(|(_, table)| table.is_none());
    let lists = ListId::ALL.into_iter();
    let lists = lists.filter(|list| part.list(*list).is_none());
    let unavailable: Vec<&str> = breakdowns
        .map(|(breakdown, _)| breakdown.id)
        .chain(lists.map(ListId::id))
        .collect();
    assert_eq!(unavailable, expected, "without {header:?}");
    for (breakdown, table) in part.tables() {
        let id = breakdown.id;
        // What is not there says what it lacks.
        assert_eq!(
            table.is_none(),
            breakdown.missing(columns, &definition()).is_some(),
            "{id}"
        );
        if table.is_none() {
            continue;
        }
        assert_eq!(
            counts(&part, id),
            counts(&whole, id),
            "{id} without {header:?}"
        );
    }
    assert_eq!(reported(&whole), []);
    // Without any compute nothing says that the models are large.
    let of_compute = header == Field::TrainingCompute.header();
    let unchecked = of_compute.then_some(Code::UncheckedCompute);
    let missing: Vec<(Code, String)> = unchecked
        .into_iter()
        .chain(code)
        .map(|code| (code, header.to_owned()))
        .collect();
    assert_eq!(reported(&part), missing, "without {header:?}");
}

fn reported(report: &Report) -> Vec<(Code, String)> {
    let problems = report.findings.problems.iter();
    problems
        .map(|problem| (problem.code, problem.column.clone()))
        .collect()
}

#[test]
fn a_missing_column_switches_off_what_needs_it_and_nothing_else() {
    let cases: [(&str, Option<Code>, &[&str]); 12] = [
        (
            "Organization",
            Some(Code::MissingColumn),
            &["development", "organization"],
        ),
        (
            "Domain",
            Some(Code::MissingColumn),
            &["domain", "multimodal"],
        ),
        ("Task", Some(Code::MissingColumn), &["task", "task-count"]),
        (
            "Training compute (FLOP)",
            Some(Code::MissingColumn),
            &["top-models", "training-compute"],
        ),
        // The definition knows the countries and categories of organisations.
        ("Country (of organization)", Some(Code::ColumnReplaced), &[]),
        (
            "Organization categorization",
            Some(Code::ColumnReplaced),
            &[],
        ),
        // Attributes stay blank in lists.
        ("Parameters", Some(Code::MissingAttribute), &[]),
        (
            "Training dataset size (datapoints)",
            Some(Code::MissingAttribute),
            &[],
        ),
        ("Training hardware", Some(Code::MissingAttribute), &[]),
        ("Hardware quantity", None, &[]),
        ("Confidence", None, &[]),
        ("Model accessibility", None, &[]),
    ];
    // A breakdown by an attribute needs that one alone.
    let by_attribute = |header: &str| {
        let needs = |own: &&&Breakdown| {
            let mut needs = own.dimension.needs.iter();
            needs.any(|group| matches!(group, [field] if field.header() == header))
        };
        BREAKDOWNS.iter().filter(needs).map(|own| own.id).collect()
    };
    for (header, code, expected) in cases {
        if code == Some(Code::MissingColumn) || code == Some(Code::ColumnReplaced) {
            check_missing(header, code, expected);
            continue;
        }
        let expected: Vec<&str> = by_attribute(header);
        let code = match &*expected {
            [] => code,
            _ => Some(Code::MissingColumn),
        };
        check_missing(header, code, &expected);
    }
}

#[test]
fn without_organizations_and_countries_neither_they_nor_their_list_are_there() {
    let report = report("Model,Publication date,Domain\nA,2023,Vision\n");
    let available: Vec<&str> = report
        .tables()
        .filter(|(_, table)| table.is_some())
        .map(|(breakdown, _)| breakdown.id)
        .collect();
    assert_eq!(available, ["year", "domain", "multimodal"]);
    let missing = report.missing_list(ListId::FocusCountry);
    assert_eq!(missing, Some(&[Field::Organization, Field::Country][..]));
    assert_eq!(report.list(ListId::FocusCountry), None);
}
