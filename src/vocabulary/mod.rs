//! The values that an export states, and what the definition makes of each:
//! what there is to decide.
//!
//! In: a [`Census`]. Out: [`Term`]s, those that the definition does not know
//! first, those of most models first; last what the definition knows and the
//! export does not have.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::{Census, Status};
use crate::dataset::Model;
use crate::definition::{Countries, Definition, Known, ValueDimension, ValueMap};

/// An exported value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// As the export states it.
    pub value: String,
    /// How many models state it, distinct ones of any date; none where the
    /// definition knows it and the export does not have it.
    pub models: usize,
    /// How many of them are counted.
    pub counted: usize,
    /// What it counts as; for an organisation its group.
    pub counts_as: String,
    /// Whether the definition knows it.
    pub known: bool,
    /// What an unknown one may count as: the key of the known value that is
    /// nearest by shared words and letters, where one is near.
    pub suggestion: Option<String>,
}

/// The dimensions that have terms.
pub const DIMENSIONS: [&str; 7] = [
    "organization",
    "country",
    "domain",
    "task",
    "organization-category",
    "accessibility",
    "confidence",
];

/// The terms of a dimension; none for one without.
#[must_use]
pub fn vocabulary(census: &Census, countries: &Countries, dimension: &str) -> Vec<Term> {
    let Some(values) = values_of(dimension) else {
        return Vec::new();
    };
    let definition = &*census.definition;
    let mut counts: BTreeMap<Arc<str>, (usize, usize)> = BTreeMap::new();
    for (model, placed) in census.dataset.models.iter().zip(&census.models) {
        if placed.status == Status::Duplicate {
            continue;
        }
        let mut own = values(model);
        own.sort_unstable();
        own.dedup();
        for value in own {
            let (models, counted) = counts.entry(Arc::clone(value)).or_default();
            *models += 1;
            *counted += usize::from(placed.status == Status::Counted);
        }
    }
    // What the definition knows and the export does not have stands last.
    match map_of(definition, dimension) {
        Some(map) => map.keys().for_each(|value| {
            counts.entry(Arc::clone(value)).or_default();
        }),
        None => definition.organizations.keys().for_each(|name| {
            counts.entry(Arc::clone(name)).or_default();
        }),
    }
    let map = map_of(definition, dimension);
    let mut near: Option<Known<'_>> = None;
    let mut terms: Vec<Term> = counts
        .into_iter()
        .map(|(value, (models, counted))| {
            let known = knows(definition, map, dimension, &value);
            let suggestion = (!known)
                .then(|| {
                    let near = near.get_or_insert_with(|| known_values(definition, map));
                    let iso = countries.key_of(&value).filter(|_| dimension == "country");
                    iso.map(ToString::to_string)
                        .or_else(|| Some(counts_as(definition, map, near.nearest(&value)?)))
                })
                .flatten();
            Term {
                models,
                counted,
                counts_as: counts_as(definition, map, &value),
                known,
                suggestion,
                value: value.to_string(),
            }
        })
        .collect();
    terms.sort_by_key(|term| (term.known, std::cmp::Reverse(term.models)));
    terms
}

type Stated = fn(&Model) -> Vec<&Arc<str>>;

fn values_of(dimension: &str) -> Option<Stated> {
    Some(match dimension {
        "organization" => |model| model.organizations.iter().collect(),
        "country" => |model| model.countries.iter().collect(),
        "domain" => |model| model.domains.iter().collect(),
        "task" => |model| model.tasks.iter().collect(),
        "organization-category" => |model| model.categories.iter().collect(),
        "accessibility" => |model| model.accessibility.iter().collect(),
        "confidence" => |model| model.confidence.iter().collect(),
        _ => return None,
    })
}

/// The value map of a dimension; none for organisations, which have more to
/// decide.
fn map_of<'a>(definition: &'a Definition, dimension: &str) -> Option<&'a ValueMap> {
    Some(definition.values.of(ValueDimension::from_id(dimension)?))
}

/// Counts a value as another from now on; what counted as the value so far
/// follows it, so that no merge leads to another.
pub fn merge(definition: &mut Definition, dimension: &str, value: &str, key: &str) {
    if let Some(dimension) = ValueDimension::from_id(dimension) {
        let map = definition.values.of_mut(dimension);
        let key: Arc<str> = key.into();
        if *key != *value {
            for target in map.values_mut().filter(|target| ***target == *value) {
                *target = Arc::clone(&key);
            }
        }
        map.insert(value.into(), key);
    }
}

fn knows(
    definition: &Definition,
    map: Option<&ValueMap>,
    dimension: &str,
    value: &Arc<str>,
) -> bool {
    match (dimension, map) {
        ("country", _) if definition.no_country.contains(value) => true,
        ("domain", _) if *value == definition.multimodal_tag => true,
        (_, Some(map)) => map.contains_key(value),
        (_, None) => definition.organization(value).is_some(),
    }
}

fn known_values<'a>(definition: &'a Definition, map: Option<&'a ValueMap>) -> Known<'a> {
    match map {
        Some(map) => Known::new(map.keys().map(|name| &**name)),
        None => Known::new(definition.organizations.keys().map(|name| &**name)),
    }
}

fn counts_as(definition: &Definition, map: Option<&ValueMap>, value: &str) -> String {
    match map {
        Some(map) => map.get(value).map_or(value, |key| &**key).to_owned(),
        None => definition.group_of(&value.into()).to_string(),
    }
}
