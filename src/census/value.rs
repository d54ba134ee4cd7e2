//! Values of a model in a dimension, each with the reason why it has it.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use crate::dataset::{Code, Dataset, FIRST_PLACES, Field, Model, Place, Problem};
use crate::definition::ValueMap;

/// Why a model has a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// The export states it.
    Exported,
    /// The definition counts this exported value as it.
    MergedFrom(Arc<str>),
    /// The definition names it as this organisation's home country.
    HomeOf(Arc<str>),
    /// The definition names it as this organisation's group.
    GroupOf(Arc<str>),
    /// The definition names it as this organisation's category.
    CategoryOf(Arc<str>),
}

/// The values of a model in a dimension.
pub type Values = Arc<[Value]>;

/// A value, and why the model has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The value's key.
    pub key: Arc<str>,
    /// Why.
    pub reason: Reason,
}

impl Value {
    /// Adds a value unless it is there already.
    pub(super) fn add(values: &mut Vec<Self>, key: Arc<str>, reason: Reason) {
        if !values.iter().any(|value| value.key == key) {
            values.push(Self { key, reason });
        }
    }
}

/// A value that the definition does not know, and in what way.
pub(super) type Noted = (Code, Arc<str>);

/// Counts each exported value as what the definition says; one that it does
/// not know stays as it is and is noted.
pub(super) fn map_values<'a>(
    exported: impl Iterator<Item = &'a Arc<str>>,
    map: &ValueMap,
    code: Code,
    noted: &mut Vec<Noted>,
) -> Vec<Value> {
    let mut values = Vec::new();
    for value in exported {
        match map.get(value) {
            Some(key) if key == value => {
                Value::add(&mut values, Arc::clone(key), Reason::Exported);
            }
            Some(key) => {
                let reason = Reason::MergedFrom(Arc::clone(value));
                Value::add(&mut values, Arc::clone(key), reason);
            }
            None => {
                noted.push((code, Arc::clone(value)));
                Value::add(&mut values, Arc::clone(value), Reason::Exported);
            }
        }
    }
    values
}

/// Values that the definition does not know: where first, and how often.
#[derive(Debug, Default)]
pub(super) struct Unmapped(HashMap<Noted, (Vec<Place>, u64), FixedState>);

impl Unmapped {
    /// Notes what a model has, each value once.
    pub(super) fn note(&mut self, noted: &[Noted], model: &Model) {
        for noted in noted {
            let (places, count) = match self.0.get_mut(noted) {
                Some(entry) => entry,
                None => self.0.entry(noted.clone()).or_default(),
            };
            *count += 1;
            if places.len() < FIRST_PLACES {
                places.push(model.place);
            }
        }
    }

    pub(super) fn into_problems(self, dataset: &Dataset) -> Vec<Problem> {
        #[allow(
            clippy::iter_over_hash_type,
            reason = "sorted before anyone sees the order"
        )]
        let mut problems: Vec<Problem> = self
            .0
            .into_iter()
            .map(|((code, value), (places, count))| {
                let column = super::placing::header_of(dataset, column_of(code));
                Problem::of_records(code, column, &value, &places, count)
            })
            .collect();
        problems.sort_by(|a, b| (a.code, a.first(), &a.value).cmp(&(b.code, b.first(), &b.value)));
        problems
    }
}

/// The column whose values a kind of problem is about.
pub(super) fn column_of(code: Code) -> Field {
    match code {
        Code::UnmappedDomain => Field::Domain,
        Code::UnmappedTask => Field::Task,
        Code::UnmappedOrganizationCategory => Field::OrganizationCategory,
        Code::UnmappedOrganization => Field::Organization,
        _ => Field::Country,
    }
}
