//! Beyond the report: cells equal their evidence, statistics and frontier equal
//! an independent computation.

use model_census::census::Census;
use model_census::definition::UnknownCompute;
use model_census::dimension::{ANY, COUNTRY, DIMENSIONS, DOMAIN, YEAR};
use model_census::evidence::{Meant, positions};
use model_census::explore::{Cross, cross, frontier, statistics};
use model_census::locale::Labels;

use crate::random_export::{check, lines, whole};
use crate::support::{LABELS, NAME, SNAPSHOT, census_of, census_with, read};

fn labels() -> Labels {
    Labels::parse(LABELS).expect("the labels are valid")
}

fn snapshot() -> Census {
    census_of(read(SNAPSHOT, NAME).expect("it is an export"), |_| {})
}

#[track_caller]
fn check_cross(census: &Census) {
    let labels = labels();
    for rows in DIMENSIONS {
        for columns in DIMENSIONS {
            let Some(found) = cross(census, &labels, rows, columns) else {
                continue;
            };
            let behind = |row: &str, column: &str| {
                let conditions = Cross::conditions(rows, columns, row, column);
                positions(census, &Meant::counted(conditions)).count()
            };
            for row in &found.rows {
                assert_eq!(behind(&row.key, ANY), row.total, "{} {}", rows.id, row.key);
                for (cell, column) in row.cells.iter().zip(&found.columns) {
                    assert_eq!(behind(&row.key, column), *cell, "{} × {column}", row.key);
                }
            }
            for (total, column) in found.column_totals.iter().zip(&found.columns) {
                assert_eq!(behind(ANY, column), *total);
            }
            assert_eq!(behind(ANY, ANY), found.total);
            let counted = census.counted().count();
            assert_eq!(found.total + found.without, counted);
        }
    }
}

#[test]
fn every_cell_of_every_pair_has_as_many_models_as_it_says() {
    check_cross(&snapshot());
}

#[test]
fn so_it_is_on_random_exports() {
    check(lines(), |lines| {
        check_cross(&census_with(&whole(&lines), |definition| {
            definition.compute.unknown = UnknownCompute::Keep;
        }));
    });
}

#[test]
fn countries_by_domain_equal_the_breakdowns() {
    let found = cross(&snapshot(), &labels(), &COUNTRY, &DOMAIN).expect("both are there");
    assert_eq!(found.rows[0].key, "USA");
    assert_eq!(
        (found.rows[0].total, found.total, found.without),
        (64, 144, 0)
    );
    assert!(cross(&snapshot(), &labels(), &COUNTRY, &COUNTRY).is_none());
}

#[test]
fn medians_and_maxima_are_those_of_the_export() {
    let csv = "Model,Publication date,Organization,Training compute (FLOP),Parameters\n\
               A,2022-01-01,OpenAI,1e24,\nB,2022-02-01,OpenAI,3e24,7e9\n\
               C,2022-03-01,OpenAI,9e24,1e9\nD,2022-04-01,NAVER,,\nE,2021-04-01,NAVER,2e23,\n\
               F,2021-04-01,NAVER,4e23,\n";
    let census = census_with(csv, |_| {});
    let found = statistics(&census, &labels(), &YEAR).expect("years are always there");
    let years: Vec<&str> = found.rows.iter().map(|row| &*row.key).collect();
    assert_eq!(years, ["2021", "2022"]);
    let compute = found.rows[1].quantities[0].as_ref().unwrap();
    assert_eq!((compute.known, compute.median), (3, 3e24));
    assert_eq!((&*compute.largest.name, compute.largest.record), ("C", 4));
    let between = found.rows[0].quantities[0].as_ref().unwrap().median;
    assert!((between / 3e23 - 1.0).abs() < 1e-12);
    assert_eq!(found.rows[1].quantities[1].as_ref().unwrap().median, 4e9);
    assert!(found.rows[1].quantities[2].is_none());
}

/// By the formulas of least squares over the same eight models in Python:
/// 5.5847 months, from 4.1962 to 8.3462, R² 0.9011.
#[test]
fn the_frontier_of_the_snapshot_doubles_as_computed_elsewhere() {
    let found = frontier(&snapshot());
    let names: Vec<&str> = found.holders.iter().map(|holder| &*holder.name).collect();
    assert_eq!(
        (names.len(), names[0], names[7]),
        (8, "Meena", "Gemini 1.0 Ultra")
    );
    let flops = found
        .holders
        .windows(2)
        .all(|pair| pair[0].flop < pair[1].flop);
    assert!(flops, "each took more than the one before");
    let own = found.doubling.expect("eight points");
    let (low, high) = own.interval.expect("the slope is no accident");
    for (value, expected) in [
        (own.months, 5.5847),
        (low, 4.1962),
        (high, 8.3462),
        (own.r_squared, 0.9011),
    ] {
        assert!((value - expected).abs() < 0.002, "{value} for {expected}");
    }
}

#[test]
fn of_several_on_one_day_only_the_largest_holds_the_record() {
    let csv = "Model,Publication date,Training compute (FLOP)\nA,2022-01-01,1e24\n\
               B,2022-01-01,3e24\nC,2022-02,2e24\nD,2022,9e25\nE,2022-03-01,4e24\n";
    let found = frontier(&census_with(csv, |_| {}));
    let names: Vec<&str> = found.holders.iter().map(|holder| &*holder.name).collect();
    assert_eq!((names, found.too_vague), (vec!["B", "E"], 1));
    assert!(found.doubling.unwrap().interval.is_none());
}
