//! Definitions: what is refused, and what IS-178's own must hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use model_census::census::Census;
use model_census::definition::{
    Bilingual, Data, Definition, DefinitionError, Fault, Period, PeriodRule, ValueMap,
};
use model_census::export::json;
use model_census::locale::{Language, definition_error};
use model_census::vocabulary::merge;

use crate::support::{DEFINITION, LABELS, NAME, SNAPSHOT, countries, definition, read, report_of};

fn snapshot() -> model_census::dataset::Dataset {
    read(SNAPSHOT, NAME).expect("it is an export")
}

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
fn a_threshold_is_read_as_it_was_written() {
    for flop in [1e23, 9.049353779271195e25, 0.1] {
        let mut one = definition();
        one.compute.threshold_flop = flop;
        let other = Definition::parse(&one.to_json()).expect("what was written can be read");
        assert_eq!(other.compute.threshold_flop.to_bits(), flop.to_bits());
    }
}

#[test]
fn another_choice_is_another_digest() {
    let mut other = definition();
    other.period = PeriodRule::Fixed(Period::parse("2020-2024").unwrap());
    assert_ne!(definition().sha256(), other.sha256());
}

#[test]
fn a_definition_of_another_schema_is_refused_by_its_name() {
    for found in ["model-census-definition/4", "", "something"] {
        let json = changed(|json| json["schema"] = found.into());
        let expected = DefinitionError::UnknownSchema {
            found: found.to_owned(),
        };
        assert_eq!(Definition::parse(&json).expect_err("refused"), expected);
    }
    // The schema is looked at first: a later version may hold anything.
    let json = r#"{"schema": "model-census-definition/4", "period": 7}"#;
    let error = Definition::parse(json).expect_err("refused");
    assert!(matches!(error, DefinitionError::UnknownSchema { .. }));
}

type Change = fn(&mut serde_json::Value);

#[track_caller]
fn check_malformed(json: &str, expected: &str) {
    match Definition::parse(json) {
        Err(DefinitionError::Malformed { path, reason }) => {
            assert_eq!(path, expected, "{reason}");
            assert!(!reason.is_empty());
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn malformed_definitions_are_refused_with_the_place() {
    for json in ["", "{", "[]", "null", "{}"] {
        check_malformed(json, "");
    }
    check_malformed(r#"{"schema": 1}"#, "schema");
    let cases: [(Change, &str); 8] = [
        (|json| json["period"] = "2020-2023".into(), "period"),
        (|json| json["period"][1] = "1999".into(), "period"),
        (
            |json| json["compute"]["unknown"] = "guess".into(),
            "compute.unknown",
        ),
        (
            |json| json["minimum_models"]["task"] = (-1).into(),
            "minimum_models.task",
        ),
        (
            |json| json["organizations"]["OpenAI"]["home"] = 7.into(),
            "organizations.OpenAI.home",
        ),
        (
            |json| json["values"]["task"]["Chat"] = 7.into(),
            "values.task.Chat",
        ),
        // A misspelt choice is an error, not a choice that is silently not made.
        (|json| json["treshold"] = 1.into(), "treshold"),
        (
            |json| json["values"]["hardware"] = 1.into(),
            "values.hardware",
        ),
    ];
    for (change, path) in cases {
        check_malformed(&changed(change), path);
    }
    let without = changed(|json| {
        json.as_object_mut().unwrap().remove("focus_country");
    });
    check_malformed(&without, "");
}

#[test]
fn what_cannot_be_is_refused_with_the_place() {
    let chain = Fault::Chain {
        key: "B".into(),
        further: "C".into(),
    };
    let unknown = Fault::UnknownCountry { key: "XYZ".into() };
    let cases: [(Change, &str, Fault); 5] = [
        (
            |json| json["compute"]["threshold_flop"] = (-1.0).into(),
            "compute.threshold_flop",
            Fault::Threshold,
        ),
        (
            |json| json["top_models"]["count"] = 0.into(),
            "top_models.count",
            Fault::Zero,
        ),
        (
            |json| json["minimum_models"]["organization"] = 0.into(),
            "minimum_models.organization",
            Fault::Zero,
        ),
        (
            |json| json["focus_country"] = "XYZ".into(),
            "focus_country",
            unknown,
        ),
        (
            |json| {
                json["values"]["task"]["A"] = "B".into();
                json["values"]["task"]["B"] = "C".into();
            },
            "values.task.A",
            chain,
        ),
    ];
    for (change, path, fault) in cases {
        let expected = DefinitionError::Faulty {
            path: path.to_owned(),
            fault,
        };
        let error = Definition::parse(&changed(change)).expect_err("refused");
        assert_eq!(error, expected);
        for language in Language::ALL {
            let said = definition_error(&error, language);
            assert!(said.contains(path), "{said}");
        }
    }
}

#[test]
fn a_definition_of_the_first_schema_is_migrated() {
    let old = changed(|json| json["schema"] = "model-census-definition/1".into());
    assert_eq!(Definition::parse(&old), Ok(definition()));
}

#[test]
fn the_data_that_it_was_saved_with_are_no_choice() {
    let mut saved = definition();
    saved.data = Some(Data {
        name: "export.csv".to_owned(),
        sha256: "0".repeat(64),
        records: 192,
    });
    assert_eq!(saved.sha256(), definition().sha256());
    let read = Definition::parse(&saved.to_json()).expect("what was saved can be loaded");
    assert_eq!(read, saved);
    let dataset = || Arc::new(snapshot());
    let report = |definition: Definition| {
        let census = Census::take(dataset(), Arc::new(definition), &countries());
        json(&report_of(&census))
    };
    assert_eq!(report(read), report(definition()), "identical breakdowns");
}

#[test]
fn current_builds_on_is_178_and_counts_the_whole_export() {
    let built_in = |id: &str| (id == "is-178").then(definition);
    let current = include_str!("../../public/definitions/current.json");
    let current = Definition::parse_on(current, &built_in).expect("it is valid");
    assert_eq!(
        (&*current.id, current.period),
        ("current", PeriodRule::Whole)
    );
    assert_eq!(current.organizations, definition().organizations);
    let dataset = snapshot();
    assert_eq!(dataset.source.years, Some((2017, 2024)));
    assert_eq!(current.period.over(&dataset).to_string(), "2017-2024");
    let unknown = Definition::parse(include_str!("../../public/definitions/current.json"));
    let id = "is-178".to_owned();
    assert_eq!(unknown, Err(DefinitionError::UnknownBase { id }));
}

#[test]
fn changes_lead_from_one_definition_to_the_other() {
    let base = definition();
    let changes: [fn(&mut Definition); 5] = [
        |_| {},
        |own| own.period = PeriodRule::Whole,
        |own| merge(own, "task", "Chat", "Language modeling/generation"),
        |own| own.organizations.clear(),
        |own| {
            own.organizations.get_mut("OpenAI").unwrap().home = None;
            own.organizations.get_mut("OpenAI").unwrap().group = Some("Microsoft".into());
        },
    ];
    for change in changes {
        let mut other = definition();
        change(&mut other);
        let changes = base.changes_of(&other);
        assert_eq!(base.with_changes(&changes), Ok(other), "{changes}");
    }
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
        &mut homes.filter_map(|known| known.home()?.map(|home| &**home)),
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
