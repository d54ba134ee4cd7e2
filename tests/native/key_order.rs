//! The keys of the JSON stand in the order that docs/json.md gives them.

use model_census::export::json;

use crate::support::{SNAPSHOT, census_of, dataset_of, report, report_of};

/// The keys of the first object below a line of the text, in its order.
#[track_caller]
fn check(json: &str, opening: &str, indent: usize, expected: &str) {
    let own = " ".repeat(indent);
    let below = json.lines().skip_while(|line| line.trim() != opening);
    let keys: Vec<&str> = below
        .skip(1)
        .skip_while(|line| !line.starts_with(&own))
        .take_while(|line| line.starts_with(&own))
        .filter_map(|line| line.strip_prefix(&own)?.strip_prefix('"'))
        .filter_map(|line| Some(line.split_once("\":")?.0))
        .collect();
    let expected: Vec<&str> = expected.split_whitespace().collect();
    assert_eq!(keys, expected, "below {opening}");
}

#[test]
fn every_object_has_the_documented_keys_in_order() {
    let dataset = dataset_of(SNAPSHOT, "large-scale-models-2024-07-16.csv");
    let json = json(&report_of(&census_of(dataset, |_| {})));
    let cases = [
        (
            "{",
            2,
            "schema source definition period rows problems models growth breakdowns unavailable \
             lists attribution",
        ),
        (
            "\"source\": {",
            4,
            "name sha256 encoding records latest_publication snapshot_date list \
             list_certainty list_why",
        ),
        ("\"definition\": {", 4, "id title sha256"),
        ("\"title\": {", 6, "ko en"),
        (
            "\"rows\": {",
            4,
            "counted outside_period below_threshold unknown_compute_left_out undated duplicate \
             unreadable",
        ),
        ("\"growth\": {", 4, "cagr first last year_on_year"),
        (
            "\"breakdowns\": [",
            6,
            "id title columns known of rows share_of partial minimum",
        ),
        (
            "\"rows\": [",
            10,
            "key label counts shared total total_shared share rank",
        ),
        ("\"lists\": [", 6, "id models of"),
        (
            "\"models\": [",
            10,
            "name published organizations countries domains multimodal training_compute_flop \
             tasks parameters dataset_size_datapoints training_hardware confidence accessibility",
        ),
    ];
    for (opening, indent, expected) in cases {
        check(&json, opening, indent, expected);
    }
}

#[test]
fn a_problem_and_an_unavailable_breakdown_have_theirs() {
    let json = json(&report("Model,Publication date\nA,soon\n"));
    let problem = "severity code record line column value message count records suggestion";
    check(&json, "\"problems\": [", 6, problem);
    check(&json, "\"unavailable\": [", 6, "id reason");
}
