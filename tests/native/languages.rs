//! What is said in a language is said in that one.

use model_census::dataset::{Code, Problem};
use model_census::locale::{Language, problem_kind, problem_message};
use serde_json::Value;

use crate::support::root;

fn is_korean(text: &str) -> bool {
    text.chars().any(|c| ('가'..='힣').contains(&c))
}

/// The kinds of problem that a schema knows.
fn codes(schema: &Value) -> Option<&Vec<Value>> {
    match schema {
        Value::Array(all) if all.contains(&Value::from("missing-column")) => Some(all),
        Value::Array(all) => all.iter().find_map(codes),
        Value::Object(all) => all.values().find_map(codes),
        _ => None,
    }
}

#[test]
fn every_kind_of_problem_is_told_in_both_languages() {
    let schema = std::fs::read_to_string(root().join("docs/json.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let codes = codes(&schema).unwrap();
    assert!(codes.len() > 50, "{codes:?}");
    for code in codes {
        let code: Code = serde_json::from_value(code.clone()).unwrap();
        let problem = Problem::of_file(code, "Column", "value");
        for (language, expected) in [(Language::Ko, true), (Language::En, false)] {
            let told = problem_message(&problem, language);
            assert_eq!(is_korean(&told), expected, "{code:?}: {told}");
            let kind = problem_kind(code, language);
            assert_eq!(is_korean(kind), expected, "{code:?}: {kind}");
        }
    }
}
