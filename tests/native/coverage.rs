//! Which models other lists know that are not counted, and why.

use std::path::PathBuf;
use std::process::Command;

use model_census::coverage::{Coverage, Why};
use model_census::dataset::Dataset;
use model_census::definition::Period;
use model_census::engine::{Engine, View};
use serde_json::Value;

use crate::command_line::{check_unusable, printed};
use crate::json_schema::wrong;
use crate::support::{definition, labels, read, root};

fn fixture(path: &str) -> Dataset {
    let bytes = std::fs::read(root().join("tests/fixtures").join(path)).unwrap();
    read(&bytes, path.rsplit('/').next().unwrap()).unwrap()
}

fn coverage(shown: Dataset, others: Vec<Dataset>, period: &str, country: &str) -> Coverage {
    let mut engine = Engine::new(definition().into(), (*labels()).clone());
    engine.keep(shown);
    for other in others {
        engine.keep_with(other);
    }
    engine.look(View {
        period: Some(Period::parse(period).unwrap()),
        ..View::default()
    });
    engine.coverage(&country.into()).unwrap()
}

fn of_2025() -> Coverage {
    let large = fixture("history/large-scale-models-2026-03-30.csv");
    let notable = fixture("notable/notable-models-2026-03-30.csv");
    coverage(large, vec![notable], "2025", "KOR")
}

#[test]
fn korean_models_of_2025_that_are_not_in_the_large_scale_list() {
    let coverage = of_2025();
    let notable = coverage.models.iter().filter(|own| own.lists.contains(&1));
    let mut found: Vec<(&str, Option<Why>)> = notable
        .filter(|own| own.why != Some(Why::OutsidePeriod))
        .map(|own| (&*own.name, own.why))
        .collect();
    found.sort_unstable();
    let unstated = Some(Why::NoCompute);
    let expected = [
        ("A.X K1", unstated),
        ("EXAONE 4.0 (32B)", None),
        ("EXAONE Deep 32B", Some(Why::Derived)),
        ("EXAONE Path 2.0", unstated),
        ("HyperCLOVA X SEED 32B Think", unstated),
        ("K-EXAONE", None),
        ("Solar Open 100B", unstated),
        ("VAETKI", unstated),
    ];
    assert_eq!(found, expected);
    let (least, most) = coverage.range();
    assert_eq!((least, most - least), (coverage.counted(), 5));
}

#[test]
fn every_model_is_there_once_and_the_counted_ones_are_those_of_the_census() {
    let coverage = of_2025();
    let mut records: Vec<_> = coverage
        .models
        .iter()
        .map(|own| (own.by, own.record))
        .collect();
    let all = records.len();
    records.sort_unstable();
    records.dedup();
    assert_eq!(records.len(), all);
    let left_out: usize = Why::ALL.iter().map(|why| coverage.left_out(*why)).sum();
    assert_eq!(coverage.counted() + left_out, all);
    // Counted where the list is alone.
    let counted = census_of_korea();
    assert_eq!(coverage.counted(), counted);
}

fn census_of_korea() -> usize {
    let mut engine = Engine::new(definition().into(), (*labels()).clone());
    engine.keep(fixture("history/large-scale-models-2026-03-30.csv"));
    engine.look(View {
        period: Some(Period::parse("2025").unwrap()),
        ..View::default()
    });
    let report = engine.report().unwrap();
    report
        .table("country")
        .unwrap()
        .row("KOR")
        .map_or(0, |row| row.total.models)
}

const LARGE: &str = "Model,Publication date,Organization,Country (of organization),Training compute (FLOP)\n\
    Counted,2023-01-01,Naver,Korea (Republic of),1e24\n\
    Early,2019-01-01,Naver,Korea (Republic of),1e24\n\
    Abroad,2023-01-01,OpenAI,\"United States of America,Korea (Republic of)\",1e24\n";
const OTHER: &str = "Model,Publication date,Organization,Country (of organization),Training compute (FLOP),Base model,Finetune compute (FLOP),Notability criteria\n\
    counted,2023-01-01,Naver,Korea (Republic of),1e24,,,Cited\n\
    Secret,2023-02-01,Naver,Korea (Republic of),,,,Cited\n\
    Small,2023-03-01,Naver,Korea (Republic of),1e20,,,Cited\n\
    Tuned,2023-04-01,Naver,Korea (Republic of),1e24,Counted,1e20,Cited\n\
    New,2023-05-01,Naver,Korea (Republic of),1e24,,,Cited\n\
    Dateless,,Naver,Korea (Republic of),1e24,,,Cited\n\
    Foreign,2023-05-01,OpenAI,United States of America,1e24,,,Cited\n";

#[test]
fn each_reason_is_told() {
    let list = |csv: &str, name| read(csv.as_bytes(), name).unwrap();
    let large = list(LARGE, "large_scale.csv");
    let coverage = coverage(large, vec![list(OTHER, "b.csv")], "2020-2023", "KOR");
    let mut found: Vec<_> = coverage
        .models
        .iter()
        .map(|own| (&*own.name, own.why))
        .collect();
    found.sort_unstable();
    let expected = [
        ("Abroad", Some(Why::OtherCountry)),
        ("Counted", None),
        ("Dateless", Some(Why::Undated)),
        ("Early", Some(Why::OutsidePeriod)),
        ("New", Some(Why::NotListed)),
        ("Secret", Some(Why::NoCompute)),
        ("Small", Some(Why::BelowThreshold)),
        ("Tuned", Some(Why::Derived)),
    ];
    assert_eq!(found, expected);
    assert_eq!((coverage.of_period(), coverage.range()), (5, (1, 2)));
}

fn zipped(entries: &[(&str, &str)], name: &str) -> String {
    use std::io::Write as _;
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (name, text) in entries {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    path.to_string_lossy().into_owned()
}

fn census(arguments: &[&str]) -> std::process::Output {
    let census = env!("CARGO_BIN_EXE_census");
    Command::new(census).args(arguments).output().unwrap()
}

#[test]
fn the_command_line_asks_the_other_lists_of_an_archive_and_those_named() {
    let large = ("large_scale_ai_models.csv", LARGE);
    let notable = ("notable_ai_models.csv", OTHER);
    let both = zipped(&[large, notable, ("README.md", "text")], "both.zip");
    let [large_file, notable_file] = [large, notable].map(|(name, text)| {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    });
    let of = |arguments: &[&str]| -> Value {
        let output = census(arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{error}");
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let from_archive = of(&[&both]);
    let named = of(&[&large_file, "--beside", &notable_file]);
    assert_eq!(from_archive["coverage"], named["coverage"]);
    assert_eq!(from_archive["models"], 2);
    assert_eq!(from_archive["coverage"]["left_out"][0]["why"], "no-compute");
    let sentence = from_archive["coverage"]["sentence"]["ko"].as_str().unwrap();
    assert!(
        sentence.contains("5개가 확인되며, 이 중 1개가"),
        "{sentence}"
    );
    // A table that is named stands for itself.
    let alone = of(&[&both, "--entry", "large_scale_ai_models.csv"]);
    assert_eq!(alone.get("coverage"), None);
    let wrong = wrong(&from_archive, include_str!("../../docs/json.schema.json"));
    assert_eq!(wrong, Vec::<String>::new());

    // Also where both have one name, in two folders.
    for other in ["old/large_scale_2024.csv", "old/large_scale_ai_models.csv"] {
        let two = zipped(&[large, (other, LARGE)], "two.zip");
        check_unusable(&census(&[&two]), "more than one list of large-scale models");
        let chosen = of(&[&two, "--entry", other]);
        assert_eq!(chosen["models"], 2);
    }
    // From standard input as from a file.
    let archive = std::fs::read(&both).unwrap();
    let piped: Value = serde_json::from_str(&printed(&["-"], &archive)).unwrap();
    assert_eq!(piped["coverage"], from_archive["coverage"]);
}
