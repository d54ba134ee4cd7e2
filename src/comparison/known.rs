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
    /// Blank until it is taken apart.
    pub name: Name,
    /// The groups of its organisations, as numbers, in order; likewise.
    pub groups: Vec<usize>,
}

impl<'a> Known<'a> {
    /// Not taken apart yet: most models are the same in both lists, which their
    /// cells tell.
    fn of(at: usize, model: &'a Model) -> Self {
        Self {
            at,
            model,
            name: Name::default(),
            groups: Vec::new(),
        }
    }

    /// Takes its name apart and finds the groups of its organisations.
    pub fn take_apart(&mut self, groups: &mut Groups<'_>) {
        let organizations = self.model.organizations.iter();
        self.groups = organizations.map(|own| groups.number(own)).collect();
        self.groups.sort_unstable();
        self.groups.dedup();
        self.name = Name::of(&self.model.name);
    }

    pub fn name_and_day(&self) -> (&'a str, Option<PartialDate>) {
        (&self.model.name, self.model.published)
    }

    /// Name, date and organisations, these in one order.
    pub fn facts(&self) -> (&'a str, Option<PartialDate>, Vec<&'a str>) {
        let organizations = self.model.organizations.iter();
        let mut organizations: Vec<&str> = organizations.map(|own| &**own).collect();
        organizations.sort_unstable();
        let (name, day) = self.name_and_day();
        (name, day, organizations)
    }

    /// Whether these facts are the same; mostly they stand in the same order.
    pub fn is_equal(&self, other: &Self) -> bool {
        let is_same = self.model.organizations == other.model.organizations;
        is_same && self.name_and_day() == other.name_and_day() || self.facts() == other.facts()
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

/// The models of a list; a record that repeats an earlier one counts nowhere.
pub(super) fn known(dataset: &Dataset) -> Vec<Known<'_>> {
    let models = dataset.models.iter().enumerate();
    models
        .filter(|(_, model)| !model.is_duplicate)
        .map(|(at, model)| Known::of(at, model))
        .collect()
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

    fn number(&mut self, organization: &Arc<str>) -> usize {
        let next = self.numbers.len();
        let group = self.definition.group_of(organization);
        *self.numbers.entry(group).or_insert(next)
    }
}
