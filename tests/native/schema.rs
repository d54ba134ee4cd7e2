//! What is written is what docs/json.schema.json and docs/json.md describe.

use std::sync::Arc;

use model_census::dataset::PartialDate;
use model_census::definition::{Period, Span};
use model_census::dimension::{Condition, Conditions};
use model_census::document::About;
use model_census::engine::{Engine, View};
use model_census::export::{json, json_written};
use model_census::locale::Labels;
use serde_json::Value;

use crate::support::{LABELS, SNAPSHOT, census_of, dataset_of, definition, report, report_of};

const SCHEMA: &str = include_str!("../../docs/json.schema.json");
const PAGE: &str = include_str!("../../docs/json.md");
const NEWER: &[u8] = include_bytes!("../../public/data/large-scale-models-2026-02-16.csv");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

/// The few keywords that our schema uses; another one stops the test, so that
/// none goes unchecked. Unlike a schema, it allows no key that is not described.
struct Check {
    schema: Value,
    wrong: Vec<String>,
}

impl Check {
    fn value(&mut self, value: &Value, schema: &Value, place: &str) {
        for (keyword, argument) in schema.as_object().expect("a schema is an object") {
            let fits = match &**keyword {
                "$schema" | "$defs" | "title" | "description" | "examples" => true,
                "$ref" => {
                    let name = argument.as_str().unwrap().trim_start_matches("#/$defs/");
                    let definition = self.schema["$defs"][name].clone();
                    self.value(value, &definition, place);
                    true
                }
                "anyOf" => argument.as_array().unwrap().iter().any(|schema| {
                    let mut other = Self {
                        schema: self.schema.clone(),
                        wrong: Vec::new(),
                    };
                    other.value(value, schema, place);
                    other.wrong.is_empty()
                }),
                "const" => value == argument,
                "enum" => argument.as_array().unwrap().contains(value),
                "type" => match argument {
                    Value::Array(names) => names.iter().any(|name| is(value, name)),
                    name => is(value, name),
                },
                "minimum" => value
                    .as_f64()
                    .is_none_or(|it| it >= argument.as_f64().unwrap()),
                "maximum" => value
                    .as_f64()
                    .is_none_or(|it| it <= argument.as_f64().unwrap()),
                "minLength" | "minItems" => {
                    let text = value.as_str().map(|text| text.chars().count());
                    let length = text.or(value.as_array().map(Vec::len)).unwrap_or(0);
                    length as u64 >= argument.as_u64().unwrap()
                }
                "pattern" => {
                    value.is_string()
                        && matches(value.as_str().unwrap(), argument.as_str().unwrap())
                }
                "required" => {
                    let mut names = argument.as_array().unwrap().iter();
                    names.all(|name| value.get(name.as_str().unwrap()).is_some())
                }
                "properties" => {
                    for (key, value) in value.as_object().into_iter().flatten() {
                        match argument.get(key) {
                            Some(schema) => self.value(value, schema, &format!("{place}.{key}")),
                            None => self.wrong.push(format!("{place}.{key} is not described")),
                        }
                    }
                    true
                }
                "prefixItems" => {
                    let (items, schemas) = (value.as_array(), argument.as_array().unwrap());
                    for (item, schema) in items.into_iter().flatten().zip(schemas) {
                        self.value(item, schema, place);
                    }
                    true
                }
                "items" if *argument == Value::Bool(false) => {
                    let described = schema["prefixItems"].as_array().map_or(0, Vec::len);
                    value
                        .as_array()
                        .is_none_or(|items| items.len() <= described)
                }
                "items" => {
                    for item in value.as_array().into_iter().flatten() {
                        self.value(item, argument, &format!("{place}[]"));
                    }
                    true
                }
                "maxItems" => value
                    .as_array()
                    .is_none_or(|items| items.len() as u64 <= argument.as_u64().unwrap()),
                other => panic!("{other}: teach the test this keyword"),
            };
            if !fits {
                self.wrong
                    .push(format!("{place}: {value} is not {keyword} {argument}"));
            }
        }
    }
}

fn is(value: &Value, name: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("{other}: teach the test this type"),
    }
}

fn matches(text: &str, pattern: &str) -> bool {
    match pattern {
        "^[0-9]{4}(H[12])?$" => Span::parse(text).is_some() && !text.contains('h'),
        "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" => PartialDate::parse(text).is_some(),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            PartialDate::parse(text).is_some_and(|date| date.day.is_some())
        }
        "^[0-9a-f]{64}$" => {
            text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        }
        other => panic!("{other}: teach the test this pattern"),
    }
}

fn wrong(document: &Value) -> Vec<String> {
    let schema = schema();
    let mut check = Check {
        schema: schema.clone(),
        wrong: Vec::new(),
    };
    check.value(document, &schema, "$");
    check.wrong
}

#[track_caller]
fn check(document: &str) {
    let document = serde_json::from_str(document).expect("what is written is JSON");
    assert_eq!(wrong(&document), Vec::<String>::new());
}

#[test]
fn both_bundled_snapshots_are_written_as_described() {
    let snapshots = [
        (SNAPSHOT, "large-scale-models-2024-07-16.csv"),
        (NEWER, "large-scale-models-2026-02-16.csv"),
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
