//! Numbers of a column, as spreadsheets of many countries write them.

use model_census::dataset::{Code, Dataset};
use proptest::prelude::*;

use crate::random_export::check;
use crate::support::{dataset, problems};

const HEADER: &str = "Model,Publication date,Training compute (FLOP)\n";

fn column(cells: &[String]) -> Dataset {
    let rows: String = cells
        .iter()
        .enumerate()
        .map(|(at, cell)| format!("M{at},2023-01-01,\"{cell}\"\n"))
        .collect();
    dataset(&format!("{HEADER}{rows}"))
}

fn read(dataset: &Dataset) -> Vec<Option<f64>> {
    let models = dataset.models.iter();
    models.map(|model| model.training_compute_flop).collect()
}

#[track_caller]
fn check_column(cells: &[&str], expected: &[Option<f64>], told: &[(Code, &str, u64)]) {
    let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
    let dataset = column(&cells);
    assert_eq!(read(&dataset), expected, "{cells:?}");
    let problems = dataset.problems.iter();
    let found: Vec<_> = problems
        .map(|problem| (problem.code, &*problem.value, problem.count))
        .collect();
    assert_eq!(found, told, "{cells:?}");
}

#[test]
fn thousands_in_dots_are_told_from_decimals_by_the_whole_column() {
    let reformatted = |value, count| (Code::ReformattedNumber, value, count);
    check_column(
        &["1.234", "384.000.000.000", "1.500"],
        &[Some(1234.0), Some(3.84e11), Some(1500.0)],
        &[reformatted("384.000.000.000", 3)],
    );
    check_column(
        &["1.234", "2,5"],
        &[Some(1234.0), Some(2.5)],
        &[reformatted("2,5", 2)],
    );
    check_column(
        &["1.234.567,8", "1,234"],
        &[Some(1_234_567.8), Some(1.234)],
        &[reformatted("1.234.567,8", 2)],
    );
    // Decimals behind dots, as exported.
    check_column(
        &["1.234", "1.5", "2.1e+25"],
        &[Some(1.234), Some(1.5), Some(2.1e25)],
        &[],
    );
    check_column(
        &["1,234", "1,234,567", "2.5"],
        &[Some(1234.0), Some(1_234_567.0), Some(2.5)],
        &[reformatted("1,234,567", 2)],
    );
    check_column(
        &["1,234", "2.5"],
        &[Some(1234.0), Some(2.5)],
        &[reformatted("1,234", 1)],
    );
}

#[test]
fn what_the_column_does_not_tell_is_told() {
    check_column(
        &["1.234", "175.000", "12"],
        &[Some(1.234), Some(175.0), Some(12.0)],
        &[(Code::AmbiguousNumber, "1.234", 2)],
    );
    // Both ways at once.
    check_column(
        &["1.234", "1.234.567", "0.5"],
        &[Some(1.234), Some(1_234_567.0), Some(0.5)],
        &[
            (Code::ImplausibleNumber, "0.5", 1),
            (Code::ReformattedNumber, "1.234.567", 1),
            (Code::AmbiguousNumber, "1.234", 1),
        ],
    );
    check_column(
        &["1,234", "12"],
        &[None, Some(12.0)],
        &[(Code::UnreadableNumber, "1,234", 1)],
    );
}

#[test]
fn several_numbers_in_a_cell_are_none_and_told() {
    for cell in [
        "14180000,14180000",
        "1e23, 2e23",
        "1e23;2e23",
        "3e23 / 4e23",
    ] {
        check_column(
            &[cell, "1e24"],
            &[None, Some(1e24)],
            &[(Code::NumberList, cell, 1)],
        );
    }
}

#[test]
fn a_column_with_longer_numbers_was_not_rounded() {
    check_column(
        &["1.0692E+25", "1.26E+24", "1E+23"],
        &[Some(1.0692e25), Some(1.26e24), Some(1e23)],
        &[],
    );
    // LibreOffice's exponent.
    check_column(&["1.26E+024", "1E+023"], &[Some(1.26e24), Some(1e23)], &[]);
    check_column(
        &["1.26E+24", "1E+23", "3840000"],
        &[Some(1.26e24), Some(1e23), Some(3_840_000.0)],
        &[(Code::RoundedNumber, "1.26E+24", 2)],
    );
    check_column(
        &["2,1412E+25", "3,8E+25"],
        &[Some(2.1412e25), Some(3.8e25)],
        &[(Code::ReformattedNumber, "2,1412E+25", 2)],
    );
}

fn grouped(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let bytes = digits.as_bytes();
    let groups: Vec<&str> = bytes
        .rchunks(3)
        .rev()
        .map(|group| str::from_utf8(group).unwrap())
        .collect();
    groups.join(separator)
}

#[test]
fn a_column_of_any_convention_is_read_as_it_was_written() {
    let numbers = proptest::collection::vec((1u64..10_000_000, 0u32..100), 1..30);
    check((numbers, 0usize..4), |(mut numbers, convention)| {
        // One that shows the convention.
        numbers.push((7_654_321, 25));
        let (thousands, decimal) = [("", "."), (",", "."), (".", ","), ("", ",")][convention];
        let write = |(whole, cents): &(u64, u32)| {
            format!("{}{decimal}{cents:02}", grouped(*whole, thousands))
        };
        let cells: Vec<String> = numbers.iter().map(write).collect();
        let expected: Vec<Option<f64>> = numbers
            .iter()
            .map(|(whole, cents)| format!("{whole}.{cents:02}").parse().ok())
            .collect();
        assert_eq!(read(&column(&cells)), expected, "{cells:?}");
        // Whole numbers in groups, beside the one that tells.
        let cells: Vec<String> = numbers
            .iter()
            .map(|(whole, _)| grouped(*whole, thousands))
            .chain([write(&(1, 25))])
            .collect();
        let found = read(&column(&cells));
        for ((whole, _), found) in numbers.iter().zip(found) {
            assert_eq!(found.map(|number| number as u64), Some(*whole), "{cells:?}");
        }
    });
}

#[test]
fn no_order_of_the_rows_changes_the_numbers() {
    let cells = [
        "1.234",
        "1,234",
        "1.234.567",
        "0,5",
        "2.5",
        "1e23,2e23",
        "12",
    ];
    let cells = proptest::collection::vec(proptest::sample::select(cells.to_vec()), 1..8);
    check((cells, any::<u8>()), |(cells, by)| {
        let cells: Vec<String> = cells.into_iter().map(str::to_owned).collect();
        let mut turned = cells.clone();
        let by = usize::from(by) % cells.len();
        turned.rotate_left(by);
        let mut one = read(&column(&cells));
        one.rotate_left(by);
        assert_eq!(one, read(&column(&turned)));
    });
}

#[test]
fn the_first_rows_of_a_habit_come_in_their_order_whatever_decides_it() {
    let cells = [
        "13.000",
        "1.750.000",
        "7.000",
        "2.500.000",
        "8.000",
        "9.000",
        "3.000",
    ];
    let csv: String = (0..)
        .zip(cells)
        .map(|(at, cell)| format!("M{at},2023,{cell}\n"))
        .collect();
    let found = dataset(&format!("Model,Publication date,Parameters\n{csv}"));
    let told = problems(&found.problems, Code::ReformattedNumber);
    let rows: Vec<u32> = told[0].places.iter().map(|place| place.record).collect();
    assert_eq!((told[0].count, rows), (7, vec![2, 3, 4, 5, 6]));
}
