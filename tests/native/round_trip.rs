//! What is kept of an export, written as an export, gives equal numbers again.

use model_census::census::Census;
use model_census::dataset::Dataset;
use model_census::document::About;
use model_census::export::{json, models_csv};
use serde_json::Value;

use crate::random_export::{check, lines, whole};
use crate::support::{SNAPSHOT, countries, definition, read, report_of, root};

const NAME: &str = "export-2026-02-16.csv";
const NEWER: &[u8] = include_bytes!("../../public/data/large-scale-models-2026-02-16.csv");
const NEWEST: &[u8] = include_bytes!("../../public/data/large-scale-models-2026-08-19.csv");

fn numbers(dataset: Dataset) -> Vec<Value> {
    let definition = definition();
    let period = definition.period.covered(&dataset);
    let census = Census::take_over(dataset.into(), definition.into(), &countries(), period);
    let json: Value = serde_json::from_str(&json(&report_of(&census))).unwrap();
    [
        "period",
        "models",
        "growth",
        "breakdowns",
        "unavailable",
        "lists",
    ]
    .map(|key| json[key].clone())
    .to_vec()
}

/// Without the column that says which file the models come from: each time
/// another one.
fn but_source(csv: &str) -> Vec<&str> {
    const SOURCE: &str = ",\"Epoch AI, Data on AI Models, CC BY 4.0; ";
    csv.lines()
        .map(|line| line.split_once(SOURCE).map_or(line, |(cells, _)| cells))
        .collect()
}

#[track_caller]
fn assert_equal_again(bytes: &[u8], name: &str) {
    let dataset = read(bytes, NAME).unwrap();
    let written = models_csv(&dataset, &About::default());
    let again = read(written.as_bytes(), NAME).unwrap();
    assert_eq!(
        but_source(&models_csv(&again, &About::default())),
        but_source(&written),
        "{name}"
    );
    assert_eq!(numbers(again), numbers(dataset), "{name}");
}

#[test]
fn the_bundled_snapshots_and_every_hazard() {
    assert_equal_again(SNAPSHOT, "the older snapshot");
    assert_equal_again(NEWER, "the newer snapshot");
    assert_equal_again(NEWEST, "the newest snapshot");
    let mut tried = 0;
    for entry in std::fs::read_dir(root().join("tests/fixtures/hazards")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "csv") {
            let bytes = std::fs::read(&path).unwrap();
            if read(&bytes, NAME).is_ok_and(|dataset| !dataset.models.is_empty()) {
                assert_equal_again(&bytes, &path.display().to_string());
                tried += 1;
            }
        }
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn random_exports() {
    check(lines(), |lines| {
        let export = whole(&lines);
        if read(export.as_bytes(), NAME).is_ok_and(|dataset| !dataset.models.is_empty()) {
            assert_equal_again(export.as_bytes(), &export);
        }
    });
}
