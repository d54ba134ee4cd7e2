//! What is written is what docs/json.schema.json and docs/json.md describe.

use std::sync::Arc;

use model_census::definition::Period;
use model_census::dimension::{Condition, Conditions};
use model_census::document::About;
use model_census::engine::{Engine, View};
use model_census::export::{json, json_written};
use model_census::locale::Labels;
use serde_json::Value;

use crate::json_schema;
use crate::support::{LABELS, SNAPSHOT, census_of, dataset_of, definition, report, report_of};

const SCHEMA: &str = include_str!("../../docs/json.schema.json");
const PAGE: &str = include_str!("../../docs/json.md");
const NEWER: &[u8] = include_bytes!("../../public/data/large-scale-models-2026-02-16.csv");
const NEWEST: &[u8] = include_bytes!("../../public/data/large-scale-models-2026-08-19.csv");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

fn wrong(document: &Value) -> Vec<String> {
    json_schema::wrong(document, SCHEMA)
}

#[track_caller]
fn check(document: &str) {
    let document = serde_json::from_str(document).expect("what is written is JSON");
    assert_eq!(wrong(&document), Vec::<String>::new());
}

#[test]
fn the_bundled_snapshots_are_written_as_described() {
    let snapshots = [
        (SNAPSHOT, "large-scale-models-2024-07-16.csv"),
        (NEWER, "large-scale-models-2026-02-16.csv"),
        (NEWEST, "large-scale-models-2026-08-19.csv"),
    ];
    for (bytes, name) in snapshots {
        let census = census_of(dataset_of(bytes, name), |_| {});
        let report = report_of(&census);
        check(&json(&report));
        let written = About {
            written: "2026-11-24".to_owned(),
        };
        check(&json_written(&report, &written));
    }
}

#[test]
fn half_years_and_a_filter_are_written_as_described() {
    let labels = Labels::parse(LABELS).expect("the labels are valid");
    let mut engine = Engine::new(Arc::new(definition()), labels);
    engine.keep(dataset_of(SNAPSHOT, "large-scale-models-2024-07-16.csv"));
    let filter = ["country=KOR", "compute=1e23..", "text=hyper"];
    let filter = filter.map(|text| Condition::parse(text).expect("a condition"));
    engine.look(View {
        period: Period::parse("2021H1-2023H2").ok(),
        filter: Conditions(filter.into()),
    });
    let text = json(&engine.report().expect("data are kept"));
    check(&text);
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["filter"][0], "country=KOR");
    assert_eq!(document["breakdowns"][0]["columns"][0], "2021H1");
    let rows = document["rows"].as_object().unwrap().values();
    let sum: u64 = rows.map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(
        document["source"]["records"], sum,
        "filtered records are counted too"
    );
}

#[test]
fn poor_files_are_written_as_described() {
    let exports = [
        "Model,Publication date\nA,\n",
        "Model,Publication date\nA,soon\n,2023\nB,2022\nB,2022\n",
        "Model,Publication date,Organization,Task,Training compute (FLOP)\n\
         A,2024,Acme,Weaving,-1\nB,2023-05,,,9e24,more\n",
    ];
    for export in exports {
        check(&json(&report(export)));
    }
}

#[test]
fn a_document_that_breaks_the_contract_is_noticed() {
    let document = json(&report("Model,Publication date\nA,2023\n"));
    let broken = |change: fn(&mut Value)| {
        let mut document = serde_json::from_str(&document).unwrap();
        change(&mut document);
        wrong(&document).len()
    };
    assert_eq!(broken(|_| {}), 0);
    let changes: [fn(&mut Value); 5] = [
        |document| document["schema"] = "model-census/2".into(),
        |document| document["models"] = "1".into(),
        |document| document["period"][1] = 2023.into(),
        |document| document["growth"]["rate"] = 1.into(),
        |document| document["source"]["records"] = 0.into(),
    ];
    for (at, change) in changes.into_iter().enumerate() {
        assert!(broken(change) > 0, "change {at}");
    }
}

/// Every key that the schema describes, wherever it is.
fn described(schema: &Value, keys: &mut Vec<String>) {
    match schema {
        Value::Object(parts) => {
            for (keyword, part) in parts {
                if let ("properties", Some(properties)) = (&**keyword, part.as_object()) {
                    keys.extend(properties.keys().cloned());
                }
                described(part, keys);
            }
        }
        Value::Array(parts) => parts.iter().for_each(|part| described(part, keys)),
        _ => {}
    }
}

#[test]
fn every_key_id_and_code_of_the_schema_is_on_the_page() {
    let schema = schema();
    let mut names = Vec::new();
    described(&schema, &mut names);
    for part in ["breakdown", "list", "problem", "unavailable"] {
        let properties = &schema["$defs"][part]["properties"];
        let key = if part == "problem" { "code" } else { "id" };
        let examples = properties[key]["examples"].as_array().expect("examples");
        names.extend(
            examples
                .iter()
                .map(|name| name.as_str().unwrap().to_owned()),
        );
    }
    assert!(names.len() > 80, "{}", names.len());
    for name in names {
        assert!(PAGE.contains(&format!("`{name}`")), "{name}");
    }
}
