//! `census NEW --against OLD` and `census history`: what is written is what the
//! schemas describe, and each number stands by itself.

use std::path::PathBuf;

use model_census::comparison::PackedLists;
use serde_json::{Value, json};

use crate::command_line::{census, check_unusable, file, printed};
use crate::json_schema::wrong;
use crate::support::{definition, root};

const COMPARISON: &str = include_str!("../../docs/comparison.schema.json");
const HISTORY: &str = include_str!("../../docs/history.schema.json");

fn list(day: &str) -> String {
    let folder: PathBuf = root().join("tests/fixtures/history");
    let path = folder.join(format!("large-scale-models-{day}.csv"));
    path.to_str().unwrap().to_owned()
}

#[track_caller]
fn told(arguments: &[&str], schema: &str) -> Value {
    let text = printed(arguments, b"");
    assert!(text.ends_with("}\n"));
    let document = serde_json::from_str(&text).unwrap();
    assert_eq!(wrong(&document, schema), Vec::<String>::new());
    document
}

/// Every change as whoever reads the JSON adds it up.
#[track_caller]
fn assert_adds_up(document: &Value) {
    let numbers = |value: &Value| -> Vec<i64> {
        let numbers = value.as_array().unwrap().iter();
        numbers.map(|number| number.as_i64().unwrap()).collect()
    };
    for table in document["breakdowns"].as_array().unwrap() {
        let columns = table["columns"].as_array().unwrap();
        for row in table["rows"].as_array().unwrap() {
            let place = format!("{} {}", table["id"], row["key"]);
            let (old, new) = (numbers(&row["old"]), numbers(&row["new"]));
            let change: Vec<i64> = new.iter().zip(&old).map(|(new, old)| new - old).collect();
            assert_eq!(numbers(&row["change"]), change, "{place}");
            let mut sum = vec![0; change.len()];
            for cause in row["causes"].as_array().unwrap() {
                let mut of_models = vec![0; sum.len()];
                for model in cause["models"].as_array().unwrap() {
                    let column = columns.iter().position(|own| *own == model["column"]);
                    of_models[column.unwrap()] += model["sign"].as_i64().unwrap();
                }
                assert_eq!(
                    numbers(&cause["change"]),
                    of_models,
                    "{place} {}",
                    cause["cause"]
                );
                for (sum, change) in sum.iter_mut().zip(of_models) {
                    *sum += change;
                }
            }
            assert_eq!(sum, change, "{place}");
        }
    }
}

/// A definition of another threshold, in a file.
fn stricter() -> String {
    let mut other = definition();
    other.id = "stricter".to_owned();
    other.compute.threshold_flop = 1e24;
    file("stricter.json", &serde_json::to_vec(&other).unwrap())
}

#[test]
fn a_comparison_is_written_as_described_and_adds_up() {
    let (new, old) = (list("2026-08-19"), list("2024-07-16"));
    let document = told(&[&new, "--against", &old], COMPARISON);
    assert_adds_up(&document);
    assert_eq!(document["period"], json!(["2020", "2023"]));
    assert_eq!(document["old"]["snapshot_date"], "2024-07-16");
    assert_eq!(document["new"]["records"], 526);
    let models = &document["models"];
    assert_eq!(
        [&models["old"], &models["new"], &models["change"]],
        [144, 163, 19]
    );
    let causes = models["causes"].as_object().unwrap().values();
    let sum: i64 = causes.map(|change| change.as_i64().unwrap()).sum();
    assert_eq!(sum, 19);
    let matches = document["matches"].as_array().unwrap();
    let renamed = |pair: &&Value| pair["old"] == "MPT-30B (base)" && pair["new"] == "MPT-30B";
    let pair = matches.iter().find(renamed).unwrap();
    assert_eq!(pair["how"], "renamed");
    assert!(!pair["why"].as_array().unwrap().is_empty());
    assert_eq!(document.get("filter"), None);
    assert_eq!(document.get("old_definition"), None);
    // The same bytes again.
    let again = || printed(&[&new, "--against", &old], b"");
    assert_eq!(again(), again());
}

#[test]
fn a_filter_a_period_and_another_definition_hold_for_both_sides() {
    let (new, old) = (list("2025-11-01"), list("2024-07-16"));
    let arguments = [
        &*new,
        "--against",
        &old,
        "--period",
        "2022H1-2024H2",
        "--filter",
        "country=KOR",
        "--against-definition",
        &stricter(),
    ];
    let document = told(&arguments, COMPARISON);
    assert_adds_up(&document);
    assert_eq!(document["filter"], json!(["country=KOR"]));
    assert_eq!(document["old_definition"]["id"], "stricter");
    assert_eq!(document["definition"]["id"], "is-178");
    assert_eq!(document["breakdowns"][0]["columns"][0], "2022H1");
}

#[test]
fn one_list_under_two_definitions_is_moved_by_the_definition_alone() {
    let new = list("2024-07-16");
    let document = told(&[&new, "--against-definition", &stricter()], COMPARISON);
    assert_adds_up(&document);
    let rows = document["breakdowns"].as_array().unwrap().iter();
    let rows = rows.flat_map(|table| table["rows"].as_array().unwrap());
    let causes: Vec<&Value> = rows
        .flat_map(|row| row["causes"].as_array().unwrap())
        .map(|cause| &cause["cause"])
        .collect();
    assert!(!causes.is_empty());
    assert!(
        causes.iter().all(|cause| **cause == "definition"),
        "{causes:?}"
    );
}

#[test]
fn a_history_is_written_as_described() {
    // In the order of the days, whatever the order in which they are named.
    let lists = ["2026-08-19", "2024-07-16", "2025-05-08"].map(list);
    let [newest, first, middle] = &lists;
    let document = told(&["history", newest, first, middle], HISTORY);
    let days = document["snapshots"].as_array().unwrap().iter();
    let days: Vec<&Value> = days.map(|list| &list["snapshot_date"]).collect();
    assert_eq!(days, ["2024-07-16", "2025-05-08", "2026-08-19"]);
    let row = |document: &Value, key: &str| {
        let mut rows = document["rows"].as_array().unwrap().iter();
        rows.find(|row| row["key"] == key).unwrap().clone()
    };
    let year = row(&document, "2023");
    assert_eq!(year["counts"], json!([104, 110, 120]));
    assert_eq!(year["revisions"], json!([null, 6, 10]));
    assert_eq!(year["mean_revision"], json!(8.0));
    let year = row(&document, "2020");
    assert_eq!(year["counts"], json!([3, 2, 2]));
    assert_eq!(year["mean_revision"], json!(-0.5));
    assert_eq!(year["mean_absolute_revision"], json!(0.5));
    assert_eq!(row(&document, "2026")["counts"], json!([null, null, 30]));

    let document = told(&["history", first, newest, "--by", "country"], HISTORY);
    assert_eq!(document["breakdown"], "country");
    assert_eq!(row(&document, "KOR")["ranks"], json!([3, 3]));
    let document = told(&["history", first, newest, "--of", "country=KOR"], HISTORY);
    assert_eq!(row(&document, "2023")["counts"], json!([8, 8]));
    assert_eq!(document["filter"], json!(["country=KOR"]));
}

#[test]
fn what_cannot_be_compared_is_said() {
    let (new, old) = (list("2025-11-01"), list("2024-07-16"));
    let empty = file("nothing-to-compare.csv", b"");
    let cases: [(&[&str], &str); 10] = [
        (&[&new, "--against", "nowhere.csv"], "nowhere.csv: "),
        (
            &[&new, "--against", &empty],
            "nothing-to-compare.csv: the file is empty",
        ),
        (&[&new, "--against"], "--against needs a value"),
        (
            &[&new, "--against-definition", "nowhere.json"],
            "nowhere.json: ",
        ),
        (&[&new, "--against", &old, "--format", "csv"], "JSON only"),
        (&["history"], "a history of no file"),
        (
            &["history", &old, "--by", "colour"],
            "--by colour: no breakdown; one of year, country",
        ),
        (&[&new, "--by", "country"], "--by is for a history"),
        (
            &[&new, "--against", &old, "--filter", "country=Untied States"],
            "country=Untied States: no model meets it; the nearest that some do is country=USA",
        ),
        (
            &["history", &old, &new, "--of", "organization=OpenIA"],
            "organization=OpenIA: no model meets it; the nearest that some do is organization=OpenAI",
        ),
    ];
    for (arguments, says) in cases {
        check_unusable(&census(arguments, b""), says);
    }
}

#[test]
fn packed_lists_are_the_lists_byte_for_byte() {
    let packed = include_str!("../../public/data/history.json");
    let packed = PackedLists::parse(packed).unwrap();
    let names: Vec<&str> = packed.names().collect();
    assert_eq!(names.len(), 9, "{names:?}");
    for name in names {
        let list = std::fs::read(root().join("tests/fixtures/history").join(name)).unwrap();
        let unpacked = packed.csv(name).unwrap();
        assert!(unpacked == list, "{name}: node tools/history.js packs it");
    }
    assert_eq!(packed.csv("another.csv"), None);
}

#[test]
fn a_condition_that_one_list_meets_holds_of_both_and_one_that_none_meets_is_told() {
    let one = |name: &str, country: &str| {
        let csv = format!(
            "Model,Publication date,Organization,Country (of organization)\nA,2022-01-01,Lab,{country}\n"
        );
        file(name, csv.as_bytes())
    };
    let (new, old) = (one("met-new.csv", "Iran"), one("met-old.csv", "Iraq"));
    let asked = |filter: &str| {
        let output = census(&[&new, "--against", &old, "--filter", filter], b"");
        assert!(output.status.success(), "{filter}");
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        (
            document["models"]["old"].clone(),
            document["models"]["new"].clone(),
            told,
        )
    };
    assert_eq!(asked("country=IRQ"), (json!(1), json!(0), String::new()));
    assert_eq!(asked("country=Iran"), (json!(0), json!(1), String::new()));
    let (before, after, told) = asked("country=Atlantis");
    assert_eq!((before, after), (json!(0), json!(0)));
    assert_eq!(
        told.trim(),
        "census: condition country=Atlantis: no model meets it"
    );
}
