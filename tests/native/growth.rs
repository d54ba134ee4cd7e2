//! Years, growth and the largest models.

use model_census::breakdown::Growth;
use model_census::census::Census;
use model_census::definition::{Definition, Period, PeriodRule, Span};
use model_census::list::ListId;

use crate::support::{NAME, census_of, census_with, dataset_of, listed, report_of};

/// Models of these years, so many each; the last on the given day.
fn export(years: &[(i16, usize)], last_day: &str) -> String {
    let mut csv = "Model,Publication date\n".to_owned();
    for (year, models) in years {
        for at in 0..*models {
            csv += &format!("{year} {at},{year}-01-01\n");
        }
    }
    csv + &format!("last,{last_day}\n")
}

fn census_named(csv: &str, name: &str, change: impl FnOnce(&mut Definition)) -> Census {
    census_of(dataset_of(csv.as_bytes(), name), change)
}

#[track_caller]
fn growth(csv: &str, name: &str, change: impl FnOnce(&mut Definition)) -> Growth {
    let report = report_of(&census_named(csv, name, change));
    report.findings.growth.expect("there is a first year")
}

fn of(year: i16, models: usize) -> (Span, usize) {
    (Span::of_year(year), models)
}

#[track_caller]
fn check_partial(name: &str, last_day: &str, expected: &[i16]) {
    let csv = export(&[(2020, 1)], last_day);
    let census = census_named(&csv, name, |_| {});
    let partial: Vec<i16> = census
        .period
        .spans()
        .filter(|span| span.is_partial(&census.dataset.source))
        .map(|span| span.year())
        .collect();
    assert_eq!(partial, expected, "{name} up to {last_day}");
}

#[test]
fn a_year_is_whole_once_the_file_or_a_publication_is_past_its_end() {
    check_partial(NAME, "2023-06-30", &[2023]);
    check_partial(NAME, "2023-12-30", &[2023]);
    check_partial(NAME, "2023-12-31", &[]);
    check_partial(NAME, "2024-01-01", &[]);
    // Years that have not begun are not partial: there is no part of them.
    check_partial(NAME, "2021-05-05", &[2021]);
    check_partial("models-2022-12-31.csv", "2022-05-05", &[]);
    // A year or month alone does not say that it is over.
    check_partial(NAME, "2023", &[2023]);
    check_partial(NAME, "2023-12", &[2023]);
}

#[test]
fn a_date_in_the_files_name_says_how_far_it_goes() {
    check_partial("export-2024-01-05.csv", "2023-06-30", &[]);
    check_partial("export_20231231.csv", "2023-06-30", &[]);
    check_partial("export-2023-09-01.csv", "2023-06-30", &[2023]);
    // A name older than what is in the file is not believed.
    check_partial("export-2021-01-01.csv", "2024-01-01", &[]);
}

#[test]
fn growth_never_ends_in_a_partial_year() {
    let csv = export(&[(2020, 2), (2021, 4), (2022, 8), (2023, 3)], "2023-05-01");
    let growth = growth(&csv, NAME, |_| {});
    assert_eq!((growth.first, growth.last), (of(2020, 2), of(2022, 8)));
    assert_eq!(growth.cagr, Some(1.0));
    assert_eq!(
        growth.year_on_year,
        [None, Some(1.0), Some(1.0), Some(-0.5)]
    );
}

#[test]
fn growth_ends_in_a_partial_year_if_the_definition_asks() {
    let csv = export(&[(2020, 2), (2021, 4), (2022, 8), (2023, 15)], "2023-05-01");
    let growth = growth(&csv, NAME, |definition| {
        definition.growth_may_end_in_partial_year = true;
    });
    assert_eq!(growth.last, of(2023, 16));
    assert_eq!(growth.cagr, Some(1.0));
}

#[test]
fn there_is_no_rate_from_a_year_without_models() {
    let growth = growth(&export(&[(2021, 3), (2022, 6)], "2024-01-01"), NAME, |_| {});
    assert_eq!((growth.first, growth.cagr), (of(2020, 0), None));
    let expected = [None, None, Some(1.0), Some(-1.0)];
    assert_eq!(growth.year_on_year, expected);
}

#[test]
fn there_is_no_rate_without_a_later_whole_year() {
    let one_year = |definition: &mut Definition| {
        definition.period = PeriodRule::Fixed(Period::parse("2022").unwrap());
    };
    let csv = export(&[(2022, 3)], "2024-01-01");
    assert_eq!(growth(&csv, NAME, one_year).cagr, None);
    // Only the first year of the period is whole.
    let csv = export(&[(2020, 3), (2021, 1)], "2021-05-05");
    let growth = growth(&csv, NAME, |_| {});
    assert_eq!((growth.cagr, growth.last), (None, of(2020, 3)));
}

#[track_caller]
fn check_top_year(asked: &str, years: &[i16], expected: i16) {
    let mut csv = "Model,Publication date\n".to_owned();
    for year in years {
        csv += &format!("M{year},{year}-03-01\n");
    }
    let census = census_with(&csv, |definition| {
        definition.top_models.year = asked.to_owned().try_into().expect("a year or a rule");
    });
    assert_eq!(census.top_models_year(), expected, "{asked} of {years:?}");
}

#[test]
fn the_largest_models_are_of_the_year_asked_for_or_after_the_period() {
    check_top_year("2021", &[2021, 2024], 2021);
    check_top_year("2030", &[2021], 2030);
    check_top_year("after-period", &[2021, 2024], 2024);
    check_top_year("after-period", &[2021, 2023, 2025], 2023);
    check_top_year("after-period", &[2021], 2023);
}

#[track_caller]
fn check_top(lines: &[(&str, &str, &str)], expected: &[&str]) {
    let mut csv = "Model,Publication date,Training compute (FLOP)\n".to_owned();
    for (name, date, flop) in lines {
        csv += &format!("{name},{date},{flop}\n");
    }
    let census = census_with(&csv, |definition| definition.top_models.count = 3);
    assert_eq!(listed(&census, ListId::TopModels), expected);
}

#[test]
fn the_largest_come_first_then_the_oldest_and_no_more_than_asked_for() {
    let lines = [
        ("Fourth", "2024-01-01", "1e24"),
        ("Second", "2024-02-02", "3e25"),
        ("First", "2024-03-03", "4e25"),
        ("Third", "2024-02-03", "3e25"),
        ("Earlier", "2023-01-01", "9e25"),
    ];
    check_top(&lines, &["First", "Second", "Third"]);
}

#[test]
fn models_below_the_threshold_or_of_unknown_compute_are_not_among_the_largest() {
    let lines = [
        ("Small", "2024-01-01", "9e22"),
        ("Unknown", "2024-01-01", ""),
        ("Large", "2024-01-01", "1e23"),
        ("Large", "2024-01-01", "1e23"),
    ];
    check_top(&lines, &["Large"]);
}

#[test]
fn the_list_of_known_compute_goes_over_all_years() {
    let csv = "Model,Publication date,Training compute (FLOP)\n\
               New,2025-01-01,1e26\nOld,2017-01-01,1e23\nSmall,2021-01-01,1e20\nNone,2021-01-01,\n";
    let census = census_with(csv, |_| {});
    assert_eq!(listed(&census, ListId::TrainingCompute), ["Old", "New"]);
}

#[test]
fn ranks_of_one_year_leave_out_rows_without_models_of_it() {
    let csv = "Model,Publication date,Organization\n\
               A,2022,NVIDIA\nB,2022,OpenAI\nC,2022,Mistral AI\nD,2023,NAVER\nE,2022,SAP\n";
    let report = report_of(&census_with(csv, |_| {}));
    let table = report.table("country").unwrap();
    let ranking: Vec<(usize, &str)> = table
        .ranking_of(2)
        .into_iter()
        .map(|(rank, row)| (rank, &*row.key))
        .collect();
    assert_eq!(ranking, [(1, "USA"), (2, "FRA"), (2, "DEU")]);
}
