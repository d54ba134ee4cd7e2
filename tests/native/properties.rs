//! What holds for every export, tried on random ones.

use std::collections::{BTreeMap, BTreeSet};

use model_census::breakdown::{Breakdown, Cell, Table};
use model_census::census::{Census, Status};
use model_census::definition::{Span, UnknownCompute};
use model_census::document::{About, document};
use model_census::engine::understand;
use model_census::evidence::{Meant, positions};
use model_census::export::{csv, json, markdown};
use model_census::locale::Language;
use model_census::report::Report;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::random_export::{COLUMNS, Line, check, export, export_bytes, lines, whole};
use crate::support::{NAME, assert_accounted, census_with, counts, read, report_of, tables};

/// A census that counts models of unknown compute, whatever else is there.
fn census(csv: &str) -> Census {
    census_with(csv, |definition| {
        definition.compute.unknown = UnknownCompute::Keep;
    })
}

fn report(csv: &str) -> Report {
    report_of(&census(csv))
}

type Models = BTreeSet<usize>;

/// The models behind a number, each once, which the number counts.
#[track_caller]
fn models(breakdown: &Breakdown, census: &Census, key: &str, span: Option<Span>) -> Models {
    let meant = Meant::counted(breakdown.conditions(key, span));
    let models: Vec<usize> = positions(census, &meant).collect();
    let set: Models = models.iter().copied().collect();
    assert_eq!(set.len(), models.len(), "a model is in a cell once");
    set
}

fn union<'a>(sets: impl IntoIterator<Item = &'a Models>) -> Models {
    sets.into_iter().flatten().copied().collect()
}

fn check_table(breakdown: &Breakdown, table: &Table, census: &Census) {
    // The sets of each row: year by year, then of all years.
    let mut rows: Vec<(Vec<Models>, Models)> = Vec::new();
    for row in &table.rows {
        let of = |span| models(breakdown, census, &row.key, span);
        let years: Vec<Models> = table.columns.iter().map(|year| of(Some(*year))).collect();
        let total = of(None);
        assert_eq!(union(&years), total);
        assert!(row.total.models > 0, "no row without models");
        for (year, set) in table.columns.iter().zip(&years) {
            for model in set {
                assert_eq!(census.models[*model].span, Some(*year));
                assert_eq!(census.models[*model].status, Status::Counted);
            }
        }
        rows.push((years, total));
    }
    let in_rows = |model: &usize| {
        rows.iter()
            .filter(|(_, total)| total.contains(model))
            .count()
    };
    for (row, (years, total)) in table.rows.iter().zip(&rows) {
        let sets = years.iter().chain([total]);
        for (cell, set) in row.cells.iter().chain([&row.total]).zip(sets) {
            let shared = set.iter().filter(|model| in_rows(model) > 1).count();
            assert_eq!(
                (cell.models, cell.shared),
                (set.len(), shared),
                "{}",
                row.key
            );
        }
        assert_eq!(row.cells.len(), table.columns.len());
    }
    for (column, known) in table.known.iter().enumerate() {
        let of_the_year = union(rows.iter().map(|(years, _)| &years[column]));
        assert_eq!(of_the_year.len(), *known);
    }
    assert_eq!(
        union(rows.iter().map(|(_, total)| total)).len(),
        table.known()
    );
    assert!(table.known() <= table.counted);
    assert_eq!(table.counted, census.counted().count());
    for row in &table.rows {
        let share = table.share(row.total.models).expect("something is known");
        assert!((0.0..=1.0).contains(&share));
    }
}

#[test]
fn totals_are_unions_of_cells_and_cells_are_sets_of_models_of_their_year() {
    check(lines(), |lines| {
        let census = census(&whole(&lines));
        for (breakdown, table) in tables(&report_of(&census)) {
            check_table(breakdown, table, &census);
        }
    });
}

#[test]
fn dimensions_of_one_value_a_model_add_up_to_what_is_known() {
    check(lines(), |lines| {
        let report = report(&whole(&lines));
        for id in ["year", "task-count", "development", "multimodal"] {
            let table = report.table(id).unwrap();
            let sum: usize = table.rows.iter().map(|row| row.total.models).sum();
            assert_eq!(sum, table.known(), "{id}");
            let shared = table.rows.iter().map(|row| row.total.shared);
            assert_eq!(shared.sum::<usize>(), 0, "{id}");
        }
    });
}

/// Everything that a table says of each key.
fn said(report: &Report) -> BTreeMap<(&'static str, String), String> {
    let mut said = BTreeMap::new();
    for (breakdown, table) in tables(report) {
        for (row, rank) in table.rows.iter().zip(table.ranks()) {
            let numbers = |cell: &Cell| (cell.models, cell.shared);
            let cells: Vec<_> = row.cells.iter().chain([&row.total]).map(numbers).collect();
            let share = table.share(row.total.models);
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
        for (breakdown, _) in tables(&all) {
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
fn findings_arrive_as_they_were_sent() {
    check(lines(), |lines| {
        let findings = report(&whole(&lines)).findings;
        assert_eq!(
            understand(&postcard::to_allocvec(&findings).unwrap()),
            Some(findings)
        );
    });
}

#[test]
fn whatever_the_bytes_reading_ends_and_every_record_is_accounted_for() {
    check(export_bytes(), |bytes| {
        let Ok(dataset) = read(&bytes, NAME) else {
            return;
        };
        let census = crate::support::census_of(dataset, |_| {});
        assert_accounted(&census);
        let report = report_of(&census);
        assert!(json(&report).ends_with("}\n"));
        assert!(csv(&report).starts_with("breakdown,"));
        for language in Language::ALL {
            assert!(markdown(&document(&report, &About::default(), language)).starts_with("# "));
        }
    });
}
