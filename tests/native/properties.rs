//! What holds for every export, tried on random ones.
//!
//! The random numbers are the same on every run, and nothing is written down.

use std::collections::{BTreeMap, BTreeSet};

use model_census::breakdown::{Cell, Table};
use model_census::census::Census;
use model_census::dataset::read;
use model_census::definition::UnknownCompute;
use model_census::export::{csv, json, markdown};
use model_census::locale::Language;
use model_census::report::Report;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::random_export::{COLUMNS, Line, export, lines, whole};
use crate::support::{NAME, assert_accounted, census_with, counts, labels, report_of};

/// A report that counts models of unknown compute, whatever else is there.
fn report(csv: &str) -> Report {
    report_of(census_with(csv, |definition| {
        definition.compute.unknown = UnknownCompute::Keep;
    }))
}

#[track_caller]
fn check<S: Strategy>(strategy: S, test: impl Fn(S::Value)) {
    let config = Config {
        cases: 64,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let outcome = TestRunner::new_with_rng(config, rng).run(&strategy, |value| {
        test(value);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

fn set(models: &[usize]) -> BTreeSet<usize> {
    let set: BTreeSet<usize> = models.iter().copied().collect();
    assert_eq!(set.len(), models.len(), "a model is in a cell once");
    set
}

fn union<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> BTreeSet<usize> {
    let models = cells.into_iter().flat_map(|cell| &cell.models);
    models.copied().collect()
}

fn check_table(table: &Table, census: &Census) {
    for row in &table.rows {
        assert_eq!(union(&row.cells), set(&row.total.models));
        assert!(row.total.count() > 0, "no row without models");
        for cell in row.cells.iter().chain([&row.total]) {
            assert!(set(&cell.shared).is_subset(&set(&cell.models)));
        }
        for (year, cell) in table.years.iter().zip(&row.cells) {
            for model in &cell.models {
                assert_eq!(census.models[*model].year, Some(*year));
            }
        }
    }
    for (column, known) in table.known.iter().enumerate() {
        let of_the_year = table.rows.iter().map(|row| &row.cells[column]);
        assert_eq!(union(of_the_year), set(&known.models));
    }
    assert!(table.known() <= table.counted);
    for row in &table.rows {
        let share = table.share(row.total.count()).expect("something is known");
        assert!((0.0..=1.0).contains(&share));
    }
}

#[test]
fn totals_are_unions_of_cells_and_cells_are_sets_of_models_of_their_year() {
    check(lines(), |lines| {
        let report = report(&whole(&lines));
        for (_, table) in &report.tables {
            check_table(table.as_ref().expect("available"), &report.census);
        }
    });
}

#[test]
fn dimensions_of_one_value_a_model_add_up_to_what_is_known() {
    check(lines(), |lines| {
        let report = report(&whole(&lines));
        for id in ["year", "task-count", "development", "multimodal"] {
            let table = report.table(id).unwrap();
            let sum: usize = table.rows.iter().map(|row| row.total.count()).sum();
            assert_eq!(sum, table.known(), "{id}");
            let shared = table.rows.iter().map(|row| row.total.shared.len());
            assert_eq!(shared.sum::<usize>(), 0, "{id}");
        }
    });
}

/// Everything that a table says of each key.
fn said(report: &Report) -> BTreeMap<(&'static str, String), String> {
    let mut said = BTreeMap::new();
    for (breakdown, table) in &report.tables {
        let table = table.as_ref().expect("available");
        for (row, rank) in table.rows.iter().zip(table.ranks()) {
            let numbers = |cell: &Cell| (cell.count(), cell.shared.len());
            let cells: Vec<_> = row.cells.iter().chain([&row.total]).map(numbers).collect();
            let share = table.share(row.total.count());
            let text = format!("{cells:?} {share:?} {rank}");
            said.insert((breakdown.id, row.key.clone()), text);
        }
    }
    said
}

#[test]
fn the_order_of_records_changes_no_number() {
    let shuffled = lines().prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle()));
    check(shuffled, |(lines, shuffled)| {
        let one = report(&whole(&lines));
        assert_eq!(said(&one), said(&report(&whole(&shuffled))));
        let reversed: Vec<Line> = lines.into_iter().rev().collect();
        assert_eq!(said(&one), said(&report(&whole(&reversed))));
    });
}

#[test]
fn the_parts_of_a_file_add_up_to_the_whole() {
    check((lines(), any::<Index>()), |(lines, at)| {
        let (one, other) = lines.split_at(at.index(lines.len()));
        let parts: Vec<Report> = [one, other]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| report(&whole(part)))
            .collect();
        let all = report(&whole(&lines));
        for (breakdown, _) in &all.tables {
            let mut sum: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for part in &parts {
                for (key, numbers) in counts(part, breakdown.id).unwrap() {
                    let row = sum.entry(key).or_insert_with(|| vec![0; numbers.len()]);
                    row.iter_mut().zip(numbers).for_each(|(sum, n)| *sum += n);
                }
            }
            assert_eq!(Some(sum), counts(&all, breakdown.id), "{}", breakdown.id);
        }
    });
}

#[test]
fn the_order_of_columns_changes_no_breakdown() {
    let columns = Just((0..COLUMNS).collect::<Vec<_>>()).prop_shuffle();
    check((lines(), columns), |(lines, columns)| {
        let breakdowns = |csv: &str| {
            let json = json(&report(csv));
            let mut json: serde_json::Value = serde_json::from_str(&json).unwrap();
            json["breakdowns"].take()
        };
        let other = export(&lines, &columns);
        assert_eq!(breakdowns(&whole(&lines)), breakdowns(&other));
    });
}

#[test]
fn whatever_the_bytes_reading_ends_and_every_record_is_accounted_for() {
    // Pieces that matter to a reader of CSV are likelier than others.
    let piece = prop_oneof![
        2 => vec(any::<u8>(), 0..12),
        3 => select(vec!["\n", "\r\n", ",", ";", "\"", "\"\"", "A", "2023", ", ", "\u{feff}"])
            .prop_map(|text| text.as_bytes().to_vec()),
    ];
    let header = select(vec!["", "Model,Publication date,Organization,Domain\n"]);
    let bytes = (header, vec(piece, 0..40))
        .prop_map(|(header, pieces)| [header.as_bytes(), &pieces.concat()].concat());
    check(bytes, |bytes| {
        let Ok(dataset) = read(&bytes, NAME) else {
            return;
        };
        let census = crate::support::census_of(dataset, |_| {});
        assert_accounted(&census);
        let report = Report::compute(census, labels());
        assert!(json(&report).ends_with("}\n"));
        assert!(csv(&report).starts_with("breakdown,"));
        for language in Language::ALL {
            assert!(markdown(&report, language).starts_with("# "));
        }
    });
}
