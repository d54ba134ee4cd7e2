//! A model with what it is matched by.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::dataset::{Dataset, Model, PartialDate};
use crate::definition::Definition;

use super::name::Name;

/// A model with what it is matched by.
pub(super) struct Known<'a> {
    pub at: usize,
    pub model: &'a Model,
    pub name: Name,
    /// The groups of its organisations, as numbers, in order.
    pub groups: Vec<usize>,
}

impl<'a> Known<'a> {
    fn of(at: usize, model: &'a Model, groups: &mut Groups<'_>) -> Self {
        let mut own: Vec<usize> = model
            .organizations
            .iter()
            .map(|organization| groups.number(organization))
            .collect();
        own.sort_unstable();
        own.dedup();
        Self {
            at,
            model,
            name: Name::of(&model.name),
            groups: own,
        }
    }

    pub fn shares_a_group(&self, other: &Self) -> bool {
        self.groups
            .iter()
            .any(|group| other.groups.binary_search(group).is_ok())
    }

    /// What tells equally good candidates apart, whatever the order of rows.
    pub fn content(&self) -> (&str, Option<PartialDate>, &[Arc<str>]) {
        let model = self.model;
        (&model.name, model.published, &model.organizations)
    }
}

/// Groups as numbers: equal ones are one number in both lists.
pub(super) struct Groups<'a> {
    definition: &'a Definition,
    numbers: HashMap<Arc<str>, usize, FixedState>,
}

impl<'a> Groups<'a> {
    pub fn of(definition: &'a Definition) -> Self {
        Self {
            definition,
            numbers: HashMap::default(),
        }
    }

    pub fn known<'m>(&mut self, dataset: &'m Dataset) -> Vec<Known<'m>> {
        let models = dataset.models.iter().enumerate();
        // A record that repeats an earlier one counts nowhere.
        models
            .filter(|(_, model)| !model.is_duplicate)
            .map(|(at, model)| Known::of(at, model, self))
            .collect()
    }

    fn number(&mut self, organization: &Arc<str>) -> usize {
        let next = self.numbers.len();
        let group = self.definition.group_of(organization);
        *self.numbers.entry(group).or_insert(next)
    }
}
