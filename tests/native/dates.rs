//! Dates of a column that spreadsheets, time zones or people have rewritten.

use model_census::dataset::{Code, Dataset, Problem};
use model_census::document::list_note;
use model_census::language::Language;
use model_census::list::ListId;
use proptest::prelude::*;
use proptest::sample::select;

use crate::random_export::check;
use crate::support::{
    NAME, census_of, dataset_of, options, problems, read_in_pieces, report_of, said,
};

fn column(cells: &[String]) -> Dataset {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["Model", "Publication date"]).unwrap();
    for (at, cell) in cells.iter().enumerate() {
        writer.write_record([&format!("M{at}"), cell]).unwrap();
    }
    dataset_of(&writer.into_inner().unwrap(), NAME)
}

fn of(cells: &[&str]) -> Dataset {
    let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
    column(&cells)
}

fn published(dataset: &Dataset) -> Vec<String> {
    let dates = dataset.models.iter().map(|model| model.published);
    dates
        .map(|date| date.map(|date| date.to_string()).unwrap_or_default())
        .collect()
}

fn codes(dataset: &Dataset) -> Vec<Code> {
    dataset
        .problems
        .iter()
        .map(|problem| problem.code)
        .collect()
}

#[track_caller]
fn check_column(cells: &[&str], expected: &[&str], codes_told: &[Code]) -> Vec<Problem> {
    let dataset = of(cells);
    assert_eq!(published(&dataset), expected, "{cells:?}");
    assert_eq!(codes(&dataset), codes_told, "{cells:?}");
    dataset.problems
}

#[test]
fn the_whole_column_tells_year_month_and_day_apart_and_that_is_said() {
    use Code::ReformattedDate;
    // Days of 2024 the years 2004 to 2020, as day, month and year.
    let told = check_column(
        &["24/01/05", "24/02/12", "24/03/04", "24/04/18", "24/06/20"],
        &[
            "2024-01-05",
            "2024-02-12",
            "2024-03-04",
            "2024-04-18",
            "2024-06-20",
        ],
        &[ReformattedDate],
    );
    assert_eq!(
        (&*told[0].value, told[0].read_as()),
        ("24/01/05", "2024-01-05")
    );
    // The same numbers the other way round.
    check_column(
        &["05/01/24", "12/02/24", "04/03/24", "18/04/24", "20/06/24"],
        &[
            "2024-01-05",
            "2024-02-12",
            "2024-03-04",
            "2024-04-18",
            "2024-06-20",
        ],
        &[ReformattedDate],
    );
    check_column(
        &["01/05/24", "02/12/24", "03/04/24", "04/18/24", "06/20/24"],
        &[
            "2024-01-05",
            "2024-02-12",
            "2024-03-04",
            "2024-04-18",
            "2024-06-20",
        ],
        &[ReformattedDate],
    );
    // No model is of 2031: the last number is the day.
    check_column(&["23/01/31"], &["2023-01-31"], &[ReformattedDate]);
    check_column(
        &["23-01-31", "22-02-03", "21. 5. 6."],
        &["2023-01-31", "2022-02-03", "2021-05-06"],
        &[ReformattedDate],
    );
    // One year of four digits says where it stands.
    check_column(
        &["20/05/2021", "21/06/20", "22/07/19"],
        &["2021-05-20", "2020-06-21", "2019-07-22"],
        &[ReformattedDate],
    );
}

#[test]
fn what_the_column_leaves_open_is_a_warning() {
    use Code::{AmbiguousDate, AmbiguousYear, ReformattedDate};
    let told = check_column(
        &["24/05/13"],
        &["2024-05-13"],
        &[ReformattedDate, AmbiguousYear],
    );
    assert_eq!(told[1].read_as(), "2024-05-13");
    check_column(
        &["20/05/21", "21/06/20"],
        &["2020-05-21", "2021-06-20"],
        &[ReformattedDate, AmbiguousYear],
    );
    check_column(
        &["3/4/24", "5/6/24"],
        &["2024-03-04", "2024-05-06"],
        &[ReformattedDate, AmbiguousDate],
    );
    let warning = model_census::dataset::Severity::Warning;
    for code in [AmbiguousYear, AmbiguousDate, Code::ZonedTime] {
        assert_eq!(code.severity(), warning, "{code:?}");
    }
}

#[test]
fn dates_of_some_years_written_in_one_order_are_read_again() {
    let days = proptest::collection::vec((2018i32..=2025, 1u32..=12, 1u32..=28), 3..40);
    let cases = (days, 0usize..3, select(vec!["/", "-"]));
    check(cases, |(mut days, order, separator)| {
        // A day that is no month and no year of a model, so that nothing is open.
        days.push((2020, 12, 31));
        let write = |(year, month, day): &(i32, u32, u32)| {
            let parts = [*year as u32 % 100, *month, *day].map(|part| format!("{part:02}"));
            let [year, month, day] = parts;
            let parts = match order {
                0 => [year, month, day],
                1 => [month, day, year],
                _ => [day, month, year],
            };
            parts.join(separator)
        };
        let cells: Vec<String> = days.iter().map(write).collect();
        let dataset = column(&cells);
        let expected: Vec<String> = days
            .iter()
            .map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
            .collect();
        assert_eq!(published(&dataset), expected);
        assert_eq!(codes(&dataset), [Code::ReformattedDate]);
    });
}

#[test]
fn no_order_of_the_rows_changes_what_is_read_or_whether_it_is_doubted() {
    let cell =
        (15i32..=26, 1u32..=12, 1u32..=28).prop_map(|(a, b, c)| format!("{a}/{b:02}/{c:02}"));
    let cases = (proptest::collection::vec(cell, 1..12), any::<u64>());
    check(cases, |(cells, turn)| {
        let at = usize::try_from(turn).unwrap_or(0) % cells.len();
        let mut turned = cells.clone();
        turned.rotate_left(at);
        let (one, other) = (column(&cells), column(&turned));
        let (mut one, other) = (
            (published(&one), codes(&one)),
            (published(&other), codes(&other)),
        );
        one.0.rotate_left(at);
        assert_eq!(one, other);
    });
}

#[test]
fn dates_with_times_are_read_as_their_day() {
    let cases = [
        "2023. 3. 14. 0:00",
        "2023. 3. 14. 오전 12:00:00",
        "2023. 3. 14. 오후 3:05",
        "2023-03-14 오후 3:05:07",
        "2023년 3월 14일 0:00",
        "2023/3/14 15:00",
        "3/14/2023 3:00:00 PM",
        "44999.5",
    ];
    for cell in cases {
        check_column(&[cell, cell], &["2023-03-14"; 2], &[Code::ReformattedDate]);
    }
}

#[test]
fn a_time_with_a_zone_is_told_with_the_share_of_rows() {
    let told = check_column(
        &[
            "2019-12-31T15:00:00.000Z",
            "2020-03-01",
            "2022-12-31T15:00:00.000Z",
            "",
            "2023-01-01T00:00:00Z",
        ],
        &["2019-12-31", "2020-03-01", "2022-12-31", "", "2023-01-01"],
        &[Code::MissingDate, Code::ReformattedDate, Code::ZonedTime],
    );
    assert_eq!((told[2].count, told[2].of()), (2, 4));
}

fn named(name: &str, latest: &str) -> Dataset {
    let csv = format!("Model,Publication date\nA,{latest}\n");
    dataset_of(csv.as_bytes(), name)
}

#[test]
fn a_date_in_a_files_name_that_cannot_be_the_snapshots_is_not_believed() {
    // Read on 2026-11-24.
    let cases = [
        ("models-2026-02-16.csv", "2025-12-31", "2026-02-16", false),
        ("models-2026-11-25.csv", "2026-10-01", "2026-11-25", false),
        ("models-2027-01-01.csv", "2026-10-01", "2026-10-01", true),
        ("models-2026-02-16.csv", "2024-06-25", "2024-06-25", true),
        ("models-2025-06-25.csv", "2024-06-25", "2025-06-25", false),
        // A file that is older than its models is no news.
        ("models-2020-01-01.csv", "2024-06-25", "2024-06-25", false),
    ];
    for (name, latest, expected, is_told) in cases {
        let dataset = named(name, latest);
        let date = dataset.source.snapshot_date().unwrap().to_string();
        assert_eq!(date, expected, "{name} {latest}");
        let told = problems(&dataset.problems, Code::DoubtfulFileDate);
        assert_eq!(told.len(), usize::from(is_told), "{name} {latest}");
    }
}

#[test]
fn a_year_without_any_model_ends_no_growth_rate() {
    let csv = "Model,Publication date\nA,2020-01-01\nB,2021-01-01\nC,2021-02-01\n";
    // A name that says that all of 2022 is there, and nothing of it is.
    let census = census_of(dataset_of(csv.as_bytes(), "list-2022-01-31.csv"), |_| {});
    let growth = report_of(&census).findings.growth.unwrap();
    assert_eq!((growth.last.0.year(), growth.cagr), (2021, Some(1.0)));
    let census = census_of(
        dataset_of(csv.as_bytes(), "list-2023-01-01.csv"),
        |definition| {
            definition.growth_may_end_in_partial_year = true;
        },
    );
    let growth = report_of(&census).findings.growth.unwrap();
    assert_eq!((growth.last.0.year(), growth.cagr), (2021, Some(1.0)));
}

#[test]
fn a_month_that_may_be_filled_in_is_told_where_half_years_are_counted() {
    let csv = "Model,Publication date\nA,2022-07-01\nB,2022-07-02\nC,2022-07-15\nD,2019-07-01\n";
    let told = |period: &str| {
        let census = census_of(dataset_of(csv.as_bytes(), NAME), |definition| {
            let period = model_census::definition::Period::parse(period).unwrap();
            definition.period = model_census::definition::PeriodRule::Fixed(period);
        });
        let told = problems(&census.problems, Code::ImputedDate).len();
        let rows: Vec<u32> = problems(&census.problems, Code::ImputedDate)
            .iter()
            .flat_map(|problem| problem.places.iter().map(|place| place.record))
            .collect();
        (told, rows)
    };
    assert_eq!(told("2020-2023"), (0, vec![]));
    assert_eq!(told("2020H1-2023H2"), (1, vec![2]));
}

#[test]
fn a_list_says_of_how_many_dates_a_part_may_be_filled_in() {
    let note = |days: [&str; 3]| {
        let rows = days.map(|day| format!("M{day},{day},NAVER,Korea (Republic of)\n"));
        let header = "Model,Publication date,Organization,Country (of organization)";
        let csv = format!("{header}\n{}", rows.concat());
        let report = report_of(&census_of(dataset_of(csv.as_bytes(), NAME), |_| {}));
        list_note(&report, ListId::FocusCountry, Language::En)
    };
    assert_eq!(note(["2022-07-02", "2022-03-01", "2022-07"]), None);
    assert_eq!(
        note(["2022-07-01", "2022-03-15", "2023-07-15"]).unwrap(),
        "Note: Epoch AI may have filled in the day of 2 dated to a 15th; \
         Epoch AI may have filled in the month and day of 1 dated to 1 July"
    );
}

#[test]
fn columns_of_open_dates_read_the_same_in_pieces() {
    let csv = "Model,Publication date\nA,24/05/13\nB,2019-12-31T15:00:00Z\nC,23/06/20\n";
    let whole = said(Ok(dataset_of(csv.as_bytes(), NAME)));
    for length in 1..9 {
        let pieces = read_in_pieces(csv.as_bytes(), NAME, &options(), &[length]);
        assert_eq!(said(pieces), whole, "{length}");
    }
}
