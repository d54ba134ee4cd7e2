//! Definitions: what is refused, and what IS-178's own must hold.

use std::collections::BTreeMap;

use model_census::definition::{
    Bilingual, Definition, DefinitionError, Period, PeriodRule, ValueMap,
};

use crate::support::{DEFINITION, LABELS, definition};

/// Dimension → key → name.
fn names() -> BTreeMap<String, BTreeMap<String, Bilingual>> {
    serde_json::from_str(LABELS).expect("the labels are valid")
}

/// The definition as JSON, changed by the test.
fn changed(change: impl FnOnce(&mut serde_json::Value)) -> String {
    let mut json = serde_json::from_str(DEFINITION).unwrap();
    change(&mut json);
    json.to_string()
}

#[test]
fn a_definition_survives_writing_and_reading() {
    let one = definition();
    for json in [
        serde_json::to_string(&one).unwrap(),
        serde_json::to_string_pretty(&one).unwrap(),
        changed(|_| {}),
    ] {
        let other = Definition::parse(&json).expect("what was written can be read");
        assert_eq!(one, other);
        assert_eq!(one.sha256(), other.sha256());
    }
    assert_eq!(one.sha256().len(), 64);
}

#[test]
fn another_choice_is_another_digest() {
    let mut other = definition();
    other.period = PeriodRule::Fixed(Period::parse("2020-2024").unwrap());
    assert_ne!(definition().sha256(), other.sha256());
}

#[test]
fn a_definition_of_another_schema_is_refused_by_its_name() {
    for found in ["model-census-definition/2", "", "something"] {
        let json = changed(|json| json["schema"] = found.into());
        let expected = DefinitionError::UnknownSchema {
            found: found.to_owned(),
        };
        assert_eq!(Definition::parse(&json).expect_err("refused"), expected);
    }
    // The schema is looked at first: a later version may hold anything.
    let json = r#"{"schema": "model-census-definition/2", "period": 7}"#;
    let error = Definition::parse(json).expect_err("refused");
    assert!(matches!(error, DefinitionError::UnknownSchema { .. }));
}

#[track_caller]
fn check_malformed(json: &str) {
    match Definition::parse(json) {
        Err(DefinitionError::Malformed { reason }) => {
            assert!(reason.contains("line"), "says where: {reason}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn malformed_definitions_are_refused_with_the_place() {
    for json in ["", "{", "[]", "null", "{}", r#"{"schema": 1}"#] {
        check_malformed(json);
    }
    check_malformed(&changed(|json| json["period"] = "2020-2023".into()));
    check_malformed(&changed(|json| json["period"][1] = "1999".into()));
    check_malformed(&changed(|json| json["compute"]["unknown"] = "guess".into()));
    check_malformed(&changed(|json| {
        json["minimum_models"]["task"] = (-1).into()
    }));
    check_malformed(&changed(|json| {
        json.as_object_mut().unwrap().remove("focus_country");
    }));
    // A misspelt choice is an error, not a choice that is silently not made.
    check_malformed(&changed(|json| json["treshold"] = 1.into()));
    check_malformed(&changed(|json| json["values"]["hardware"] = 1.into()));
}

#[track_caller]
fn assert_named(dimension: &str, keys: &mut dyn Iterator<Item = &str>) {
    let names = names();
    let known = &names[dimension];
    let missing: Vec<&str> = keys.filter(|key| !known.contains_key(*key)).collect();
    assert!(
        missing.is_empty(),
        "{dimension} without a name: {missing:?}"
    );
}

#[test]
fn every_home_country_is_a_key_with_a_name() {
    let definition = definition();
    let homes = definition.organizations.values();
    assert_named(
        "country",
        &mut homes.filter_map(|known| known.home.as_deref()),
    );
    assert_named("country", &mut [&*definition.focus_country].into_iter());
}

#[test]
fn every_category_of_an_organisation_is_one_with_a_name() {
    let definition = definition();
    let known = definition.organizations.values();
    let categories = known.flat_map(|known| &known.categories);
    assert_named(
        "organization-category",
        &mut categories.map(|category| &**category),
    );
}

#[test]
fn every_target_of_a_value_map_has_a_name() {
    let values = definition().values;
    let maps: [(&str, &ValueMap); 6] = [
        ("country", &values.country),
        ("domain", &values.domain),
        ("task", &values.task),
        ("organization-category", &values.organization_category),
        ("accessibility", &values.accessibility),
        ("confidence", &values.confidence),
    ];
    for (dimension, map) in maps {
        assert_named(dimension, &mut map.values().map(|key| &**key));
    }
}

#[test]
fn country_keys_are_three_capital_letters_and_every_name_of_one_is_reachable() {
    let targets = definition().values.country;
    for key in names()["country"].keys() {
        let alpha_3 = key.len() == 3 && key.bytes().all(|b| b.is_ascii_uppercase());
        assert!(alpha_3, "{key}");
        let reachable = targets.values().any(|target| **target == **key);
        assert!(reachable, "{key}");
    }
}

#[test]
fn every_target_counts_as_itself_so_that_merging_twice_changes_nothing() {
    let values = definition().values;
    for map in [&values.domain, &values.task, &values.organization_category] {
        for target in map.values() {
            let again = map.get(target).unwrap_or(target);
            assert_eq!(again, target);
        }
    }
}

#[test]
fn groups_have_no_group_of_their_own() {
    let definition = definition();
    for (name, known) in &definition.organizations {
        let Some(group) = &known.group else { continue };
        assert_eq!(definition.group_of(group), *group, "the group of {name}");
        assert!(!group.trim().is_empty(), "{name}");
    }
}

#[test]
fn every_name_has_both_languages() {
    for (dimension, names) in names() {
        for (key, name) in names {
            let full = !name.ko.trim().is_empty() && !name.en.trim().is_empty();
            assert!(full, "{dimension} {key}");
        }
    }
}
