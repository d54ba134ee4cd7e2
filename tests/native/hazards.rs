//! Small files, each with one thing that spreadsheets, people or time do to an
//! export, and what is read of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use model_census::census::RowAccount;
use model_census::dataset::Code;
use model_census::document::{About, document};
use model_census::export::{csv, json, markdown};
use model_census::locale::Language;
use model_census::report::Report;

use crate::support::{census_of, read, report_of, root};

/// What was once found right; `UPDATE_SNAPSHOTS=1 cargo test --test native
/// hazards` writes it anew.
const EXPECTED: &str = "tests/fixtures/hazards/expected.txt";

/// The name and the bytes of each file, sorted by name.
pub fn hazards() -> Vec<(String, Vec<u8>)> {
    let folder = root().join("tests/fixtures/hazards");
    let files = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read(path).unwrap())
        })
        .collect()
}

/// The numbers of an account that are not zero.
fn account(rows: &RowAccount) -> String {
    let json = serde_json::to_string(rows).unwrap();
    // By name, whichever order another package's features ask serde_json for.
    let numbers: BTreeMap<String, u64> = serde_json::from_str(&json).unwrap();
    let parts: Vec<String> = numbers
        .iter()
        .filter(|(_, number)| **number != 0)
        .map(|(name, number)| format!("{number} {}", name.replace('_', " ")))
        .collect();
    parts.join(", ")
}

/// How many records each kind of problem concerns, kinds in their order.
fn problems(report: &Report) -> BTreeMap<Code, u64> {
    let mut counts = BTreeMap::new();
    for problem in &report.findings.problems {
        *counts.entry(problem.code).or_default() += problem.count;
    }
    counts
}

fn describe(name: &str, bytes: &[u8]) -> String {
    let mut text = format!("{name}\n");
    let dataset = match read(bytes, name) {
        Ok(dataset) => dataset,
        Err(error) => return text + &format!("  {error:?}\n"),
    };
    // Checks the account too.
    let census = census_of(dataset, |_| {});
    let source = &census.dataset.source;
    writeln!(text, "  {}, {} records", source.encoding, source.records).unwrap();
    writeln!(text, "  {}", account(&census.rows)).unwrap();
    for (code, count) in problems(&report_of(&census)) {
        let code = serde_json::to_value(code).unwrap();
        writeln!(text, "  {} {count}", code.as_str().unwrap()).unwrap();
    }
    text
}

#[test]
fn every_hazard_is_read_as_was_once_found_right() {
    let files = hazards();
    let found: Vec<String> = files
        .iter()
        .map(|(name, bytes)| describe(name, bytes))
        .collect();
    let found = found.join("\n");
    let path = root().join(EXPECTED);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    if found != std::fs::read_to_string(&path).unwrap() {
        let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hazards.txt");
        std::fs::write(&place, &found).unwrap();
        panic!(
            "not as in {EXPECTED}; what was found is in {}",
            place.display()
        );
    }
}

#[test]
fn of_every_hazard_that_is_read_all_formats_can_be_written() {
    for (name, bytes) in hazards() {
        let Ok(dataset) = read(&bytes, &name) else {
            continue;
        };
        let report = report_of(&census_of(dataset, |_| {}));
        let json: serde_json::Value = serde_json::from_str(&json(&report)).unwrap();
        assert_eq!(json["rows"]["counted"], json["models"], "{name}");
        let csv = csv(&report);
        let records = csv::Reader::from_reader(csv.as_bytes())
            .into_records()
            .collect::<Result<Vec<_>, _>>()
            .expect("as many cells in each record as headers");
        assert!(!records.is_empty(), "{name}");
        assert!(
            markdown(&document(&report, &About::default(), Language::Ko)).starts_with("# "),
            "{name}"
        );
    }
}
