//! What a spreadsheet does to an export that it saves again.

use model_census::dataset::{Code, Dataset, MORE_VALUES, Place};
use model_census::definition::Span;

use crate::support::{NAME, at, dataset, options, problems, read_in_pieces};

/// An export with this column, one record for each cell.
#[track_caller]
fn column(header: &str, cells: &[&str]) -> Dataset {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rows = cells.iter().zip(0..);
    match header {
        "Publication date" => {
            writer.write_record(["Model", header]).unwrap();
            rows.for_each(|(cell, at)| writer.write_record([&format!("M{at}"), *cell]).unwrap());
        }
        _ => {
            writer
                .write_record(["Model", "Publication date", header])
                .unwrap();
            rows.for_each(|(cell, at)| {
                writer
                    .write_record([&format!("M{at}"), "2023-01-01", *cell])
                    .unwrap();
            });
        }
    }
    dataset(str::from_utf8(&writer.into_inner().unwrap()).unwrap())
}

/// The problems of a file: each with its value, count and first place.
fn told(dataset: &Dataset) -> Vec<(Code, &str, u64, Option<Place>)> {
    let problems = dataset.problems.iter();
    problems
        .map(|problem| {
            (
                problem.code,
                &*problem.value,
                problem.count,
                problem.first(),
            )
        })
        .collect()
}

fn published(dataset: &Dataset) -> Vec<String> {
    let dates = dataset.models.iter().map(|model| model.published);
    dates
        .map(|date| date.map(|date| date.to_string()).unwrap_or_default())
        .collect()
}

#[track_caller]
fn check_dates(cells: &[&str], expected: &[&str], problems: &[(Code, &str, u64, Option<Place>)]) {
    let dataset = column("Publication date", cells);
    assert_eq!(published(&dataset), expected, "{cells:?}");
    assert_eq!(told(&dataset), problems, "{cells:?}");
}

#[test]
fn dates_in_other_forms_are_read_and_that_is_told_once_with_how_many() {
    let cases = [
        ("2023/7/16", "2023-07-16"),
        ("2023. 7. 16.", "2023-07-16"),
        ("2023.07.16", "2023-07-16"),
        ("2023-7-6", "2023-07-06"),
        ("2023년 7월 16일", "2023-07-16"),
        ("2023년 7월", "2023-07"),
        ("2023-07-16 00:00:00", "2023-07-16"),
        ("2023-07-16T00:00:00Z", "2023-07-16"),
        ("16.07.2023", "2023-07-16"),
        ("16-Jul-23", "2023-07-16"),
        ("Jul-23", "2023-07"),
        ("July 16, 2023", "2023-07-16"),
        ("45123", "2023-07-16"),
        ("7/7/2023", "2023-07-07"),
        (" 2023/7/16\n", "2023-07-16"),
    ];
    for (cell, date) in cases {
        let told = cell.trim();
        let problem = (Code::ReformattedDate, told, 2, Some(at(3, 3)));
        let cells = ["2023-01-01", cell, cell];
        check_dates(&cells, &["2023-01-01", date, date], &[problem]);
    }
    let (cells, dates): (Vec<&str>, Vec<&str>) = cases.into_iter().unzip();
    let first = (Code::ReformattedDate, "2023/7/16", 15, Some(at(2, 2)));
    check_dates(&cells, &dates, &[first]);
}

#[test]
fn one_date_that_can_be_only_one_way_decides_for_its_column() {
    let told = |value, count| (Code::ReformattedDate, value, count, Some(at(2, 2)));
    check_dates(
        &["3/4/2023", "7/16/2023", "12/1/22"],
        &["2023-03-04", "2023-07-16", "2022-12-01"],
        &[told("3/4/2023", 3)],
    );
    check_dates(
        &["3/4/2023", "16/7/2023", "12/1/22"],
        &["2023-04-03", "2023-07-16", "2022-01-12"],
        &[told("3/4/2023", 3)],
    );
    // Wherever in the file it stands.
    check_dates(
        &["16-7-2023", "3-4-2023"],
        &["2023-07-16", "2023-04-03"],
        &[told("16-7-2023", 2)],
    );
}

#[test]
fn where_day_and_month_cannot_be_told_apart_the_month_is_first_and_that_is_told() {
    check_dates(
        &["3/4/2023", "2021-01-01", "5/6/2023", "7/7/2023"],
        &["2023-03-04", "2021-01-01", "2023-05-06", "2023-07-07"],
        &[
            (Code::ReformattedDate, "3/4/2023", 3, Some(at(2, 2))),
            (Code::AmbiguousDate, "3/4/2023", 2, Some(at(2, 2))),
        ],
    );
    // Each date as it can be; only the first could be another.
    check_dates(
        &["3/4/2023", "16/7/2023", "7/16/2023"],
        &["2023-03-04", "2023-07-16", "2023-07-16"],
        &[
            (Code::ReformattedDate, "3/4/2023", 3, Some(at(2, 2))),
            (Code::AmbiguousDate, "3/4/2023", 1, Some(at(2, 2))),
        ],
    );
}

#[test]
fn dates_that_are_none_are_told_one_by_one() {
    check_dates(
        &[
            "soon",
            "2023-02-30",
            "31/2/2023",
            "24-13-16",
            "soon",
            "24-Jul",
        ],
        &["", "", "", "", "", ""],
        &[
            (Code::UnreadableDate, "soon", 2, Some(at(2, 2))),
            (Code::UnreadableDate, "2023-02-30", 1, Some(at(3, 3))),
            (Code::UnreadableDate, "31/2/2023", 1, Some(at(4, 4))),
            (Code::UnreadableDate, "24-13-16", 1, Some(at(5, 5))),
            (Code::UnreadableDate, "24-Jul", 1, Some(at(7, 7))),
        ],
    );
}

#[test]
fn dates_before_1950_or_after_next_year_are_kept_told_and_not_the_latest() {
    let cells = [
        "1949-12-31",
        "1950-01-01",
        "2027-12-31",
        "2028-01-01",
        "2927-05-05",
        "1/2/1949",
    ];
    let dataset = column("Publication date", &cells);
    let found = published(&dataset);
    assert_eq!(found[..5], cells[..5]);
    let implausible: Vec<&str> = problems(&dataset.problems, Code::ImplausibleDate)
        .iter()
        .map(|problem| &*problem.value)
        .collect();
    assert_eq!(
        implausible,
        ["1949-12-31", "2028-01-01", "2927-05-05", "1/2/1949"]
    );
    let source = &dataset.source;
    assert_eq!(source.latest_publication.unwrap().to_string(), "2027-12-31");
    assert_eq!(source.years, Some((1950, 2027)));
    assert_eq!(source.last_whole_year(), Some(2027));
}

#[test]
fn without_a_day_of_reading_no_year_is_too_late() {
    let mut options = options();
    options.today = None;
    let csv = b"Model,Publication date\nA,2927-05-05\nB,1949\n";
    let dataset = read_in_pieces(csv, NAME, &options, &[5]).unwrap();
    let [problem] = &*dataset.problems else {
        panic!("{:?}", dataset.problems);
    };
    assert_eq!(
        (problem.code, &*problem.value),
        (Code::ImplausibleDate, "1949")
    );
    assert_eq!(dataset.source.years, Some((2927, 2927)));
}

#[test]
fn where_no_date_is_plausible_none_is_the_latest() {
    let source = column("Publication date", &["1800", "soon", ""]).source;
    assert_eq!((source.latest_publication, source.years), (None, None));
    assert!(Span::of_year(2023).is_partial(&source));
}

#[track_caller]
fn check_numbers(cells: &[&str], expected: &[Option<f64>], told_of: &[(Code, &str, u64)]) {
    let dataset = column("Training compute (FLOP)", cells);
    let numbers = dataset
        .models
        .iter()
        .map(|model| model.training_compute_flop);
    assert_eq!(numbers.collect::<Vec<_>>(), expected, "{cells:?}");
    let told = told(&dataset);
    let found: Vec<_> = told
        .iter()
        .map(|(code, value, count, _)| (*code, *value, *count))
        .collect();
    assert_eq!(found, told_of, "{cells:?}");
}

#[test]
fn numbers_that_excel_rounded_are_told_once_for_their_column() {
    check_numbers(
        &["3.8E+25", "2.14E+24", "1E+23", "3.84e+25"],
        &[Some(3.8e25), Some(2.14e24), Some(1e23), Some(3.84e25)],
        &[(Code::RoundedNumber, "3.8E+25", 3)],
    );
}

#[test]
fn thousands_and_decimal_commas_are_read_where_they_leave_no_doubt() {
    check_numbers(
        &[
            "384,000,000,000",
            "1,234.5",
            "2,14E+25",
            "0,5e24",
            "3,8E+25",
        ],
        &[
            Some(3.84e11),
            Some(1234.5),
            Some(2.14e25),
            Some(5e23),
            Some(3.8e25),
        ],
        &[
            (Code::ReformattedNumber, "384,000,000,000", 3),
            (Code::RoundedNumber, "2,14E+25", 2),
        ],
    );
    // A thousand and more, or one and a bit.
    check_numbers(
        &["1,234", "12,34,567", "1.2.3"],
        &[None, None, None],
        &[
            (Code::UnreadableNumber, "12,34,567", 1),
            (Code::UnreadableNumber, "1.2.3", 1),
            (Code::UnreadableNumber, "1,234", 1),
        ],
    );
}

#[test]
fn numbers_beyond_all_there_is_are_kept_and_told() {
    check_numbers(
        &["1e35", "0", "1e29", "1", "1e35", "-3", "1e400"],
        &[
            Some(1e35),
            Some(0.0),
            Some(1e29),
            Some(1.0),
            Some(1e35),
            None,
            None,
        ],
        &[
            (Code::ImplausibleNumber, "1e35", 2),
            (Code::ImplausibleNumber, "0", 1),
            (Code::NegativeNumber, "-3", 1),
            (Code::UnreadableNumber, "1e400", 1),
        ],
    );
}

#[test]
fn each_column_has_its_own_plausible_numbers() {
    let told_of = |header, cell| {
        let dataset = column(header, &[cell]);
        let codes: Vec<Code> = dataset
            .problems
            .iter()
            .map(|problem| problem.code)
            .collect();
        codes
    };
    for (header, fine, implausible) in [
        ("Parameters", "1e13", "1e17"),
        ("Training dataset size (datapoints)", "0", "1e19"),
        ("Hardware quantity", "200000", "0.5"),
    ] {
        assert_eq!(told_of(header, fine), [], "{header}");
        assert_eq!(
            told_of(header, implausible),
            [Code::ImplausibleNumber],
            "{header}"
        );
    }
}

#[test]
fn question_marks_inside_words_are_lost_letters() {
    let dataset = dataset(
        "Model,Publication date,Organization,Task\n\
         T?lu,2023,\"Universit? de Montr?al,NVIDIA\",Q?A\n\
         What is it?,2023,Universit? de Montr?al,Chat\n\
         T?lu 2,2023,\"NVIDIA,Universit? de Montr?al\",Why?\n",
    );
    let found: Vec<_> = problems(&dataset.problems, Code::LostLetter)
        .iter()
        .map(|problem| (&*problem.column, &*problem.value, problem.places.clone()))
        .collect();
    let expected = [
        ("Model", "T?lu", vec![at(2, 2)]),
        ("Model", "T?lu 2", vec![at(4, 4)]),
        (
            "Organization",
            "Universit? de Montr?al",
            vec![at(2, 2), at(3, 3), at(4, 4)],
        ),
        ("Task", "Q?A", vec![at(2, 2)]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_same_problem_is_one_with_its_first_five_places() {
    let dataset = column("Parameters", &["many"; 12]);
    let [problem] = &*dataset.problems else {
        panic!("{:?}", dataset.problems);
    };
    assert_eq!((problem.code, problem.count), (Code::UnreadableNumber, 12));
    let first_five: Vec<Place> = (2..=6).map(|row| at(row, row)).collect();
    assert_eq!(problem.places, first_five);
}

#[test]
fn of_endlessly_many_values_the_first_hundred_are_named() {
    let cells: Vec<String> = (0..250).map(|at| format!("n{at}")).collect();
    let cells: Vec<&str> = cells.iter().map(|cell| &**cell).collect();
    let dataset = column("Parameters", &cells);
    assert_eq!(dataset.problems.len(), 101);
    let rest = &dataset.problems[100];
    assert_eq!((&*rest.value, rest.count), (MORE_VALUES, 150));
    assert_eq!(rest.first(), Some(at(102, 102)));
}
