//! Values of a model in a dimension, each with the reason why it has it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::dataset::{Code, Dataset, Field, Model, Problem};
use crate::definition::ValueMap;

/// Why a model has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// Counts each exported value as what the definition says; one that it does
/// not know stays as it is and is handed to `unknown`.
pub(super) fn map_values(
    exported: &[&Arc<str>],
    map: &ValueMap,
    mut unknown: impl FnMut(&Arc<str>),
) -> Vec<Value> {
    let mut values = Vec::with_capacity(exported.len());
    for value in exported {
        match map.get(*value) {
            Some(key) if key == *value => {
                Value::add(&mut values, Arc::clone(key), Reason::Exported)
            }
            Some(key) => {
                Value::add(
                    &mut values,
                    Arc::clone(key),
                    Reason::MergedFrom(Arc::clone(value)),
                );
            }
            None => {
                unknown(value);
                Value::add(&mut values, Arc::clone(value), Reason::Exported);
            }
        }
    }
    values
}

/// Values that the definition does not know: where first, and how often.
#[derive(Debug, Default)]
pub(super) struct Unmapped(BTreeMap<(Code, Arc<str>), (u64, u64, u64)>);

impl Unmapped {
    pub(super) fn note(&mut self, code: Code, value: &Arc<str>, model: &Model) {
        self.0
            .entry((code, Arc::clone(value)))
            .and_modify(|(_, _, count)| *count += 1)
            .or_insert((model.record, model.line, 1));
    }

    pub(super) fn into_problems(self, dataset: &Dataset) -> Vec<Problem> {
        let mut problems: Vec<Problem> = self
            .0
            .into_iter()
            .map(|((code, value), (record, line, count))| Problem {
                code,
                record: Some(record),
                line: Some(line),
                column: super::header_of(dataset, column_of(code)).to_owned(),
                value: value.to_string(),
                count,
            })
            .collect();
        problems.sort_by_key(|problem| (problem.code, problem.record));
        problems
    }
}

fn column_of(code: Code) -> Field {
    match code {
        Code::UnmappedDomain => Field::Domain,
        Code::UnmappedTask => Field::Task,
        Code::UnmappedOrganizationCategory => Field::OrganizationCategory,
        Code::UnmappedOrganization => Field::Organization,
        _ => Field::Country,
    }
}
