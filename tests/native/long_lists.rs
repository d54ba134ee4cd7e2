//! Lists of more models than anyone reads.

use model_census::definition::UnknownCompute;
use model_census::export::json;
use model_census::list::{LONGEST, ListId, ModelList};
use model_census::report::Report;

use crate::support::{census_with, report_of};

/// How many more models than a list names.
const MORE: usize = 200;

/// Korean models of three years; every other one's compute is known, and grows
/// with its number.
fn export(models: usize) -> String {
    let mut csv = "Model,Publication date,Organization,Training compute (FLOP)\n".to_owned();
    for at in 0..models {
        let (year, month) = (2020 + at % 3, 1 + at % 12);
        let flop = match at % 2 {
            0 => format!("{}e23", at + 1),
            _ => String::new(),
        };
        csv += &format!("M{at},{year}-{month:02}-01,NAVER,{flop}\n");
    }
    csv
}

fn report(csv: &str, top_models: u32) -> Report {
    report_of(&census_with(csv, |definition| {
        definition.compute.unknown = UnknownCompute::Keep;
        definition.top_models.count = top_models;
        definition.top_models.year = "2020".to_owned().try_into().unwrap();
    }))
}

#[track_caller]
fn list(report: &Report, list: ListId) -> &ModelList {
    report.list(list).expect("the list is available")
}

/// What makes an entry one to keep.
fn flops(list: &ModelList) -> Vec<f64> {
    let flops = list.entries.iter().map(|entry| entry.training_compute_flop);
    flops.map(|flop| flop.unwrap_or(0.0)).collect()
}

#[test]
fn a_list_names_the_models_of_most_compute_and_says_how_many_there_are() {
    let report = report(&export(2 * (LONGEST + MORE)), 10);
    let all = list(&report, ListId::TrainingCompute);
    assert_eq!((all.entries.len(), all.count), (LONGEST, LONGEST + MORE));
    let least = flops(all).into_iter().fold(f64::MAX, f64::min);
    let left_out = 2.0 * f64::from(u32::try_from(MORE).unwrap());
    assert_eq!(least, (left_out + 1.0) * 1e23);
}

#[test]
fn models_of_unknown_compute_are_the_first_to_be_left_out() {
    let report = report(&export(LONGEST + MORE), 10);
    let focus = list(&report, ListId::FocusCountry);
    assert_eq!(
        (focus.entries.len(), focus.count),
        (LONGEST, LONGEST + MORE)
    );
    let known = flops(focus).into_iter().filter(|flop| *flop > 0.0).count();
    assert_eq!(known, (LONGEST + MORE) / 2);
}

#[test]
fn what_is_kept_stays_in_the_lists_order() {
    let report = report(&export(2 * (LONGEST + MORE)), 10);
    for id in [ListId::FocusCountry, ListId::TrainingCompute] {
        let entries = &list(&report, id).entries;
        assert!(entries.is_sorted_by_key(|entry| (entry.published, entry.place)));
    }
}

#[test]
fn the_largest_models_are_no_more_than_asked_for_nor_than_a_list_names() {
    let csv = export(6 * (LONGEST + MORE));
    let report_of_all = report(&csv, u32::MAX);
    let all = list(&report_of_all, ListId::TopModels);
    // Of three years one, and of its models every other.
    assert_eq!((all.entries.len(), all.count), (LONGEST, LONGEST + MORE));
    assert!(flops(all).is_sorted_by(|a, b| a >= b));
    let report_of_ten = report(&csv, 10);
    let ten = list(&report_of_ten, ListId::TopModels);
    assert_eq!((&ten.entries[..], ten.count), (&all.entries[..10], 10));
}

#[test]
fn a_list_of_just_as_many_is_whole() {
    let report = report(&export(LONGEST), 10);
    let focus = list(&report, ListId::FocusCountry);
    assert_eq!((focus.entries.len(), focus.count), (LONGEST, LONGEST));
}

#[test]
fn the_json_says_how_many_a_list_that_was_cut_has() {
    let json = json(&report(&export(LONGEST + MORE), 10));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let focus = &json["lists"][0];
    assert_eq!(focus["id"], "focus-country");
    assert_eq!(focus["models"].as_array().unwrap().len(), LONGEST);
    assert_eq!(focus["of"], LONGEST + MORE);
    // Only the list is cut, no number.
    assert_eq!(json["models"], LONGEST + MORE);
}
