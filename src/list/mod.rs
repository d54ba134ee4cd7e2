//! Lists of models with their attributes.
//!
//! In: a [`Census`]. Out: [`Entry`]s, in the order in which they are shown.

use std::cmp::Ordering;

use crate::breakdown::Form;
use crate::census::{Census, Placed, Status, Value};
use crate::dataset::{Field, Model};

/// A model in a list.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The model as exported.
    pub model: &'a Model,
    /// The model under the definition.
    pub placed: &'a Placed,
}

/// The lists of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListId {
    /// The focus country's counted models, oldest first.
    FocusCountry,
    /// The largest models of one year by training compute.
    TopModels,
    /// Every model of known training compute at or above the threshold.
    TrainingCompute,
}

impl ListId {
    /// Every list.
    pub const ALL: [Self; 3] = [Self::FocusCountry, Self::TopModels, Self::TrainingCompute];

    /// The id in JSON and links.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::FocusCountry => "focus-country",
            Self::TopModels => "top-models",
            Self::TrainingCompute => "training-compute",
        }
    }

    /// What the report calls it.
    #[must_use]
    pub fn form(self) -> Form {
        match self {
            Self::FocusCountry => Form::Table(2),
            Self::TopModels => Form::Table(7),
            Self::TrainingCompute => Form::Figure(1),
        }
    }

    /// Columns it needs, of which at least one must be there.
    #[must_use]
    pub fn needs(self) -> &'static [Field] {
        match self {
            Self::FocusCountry => &[Field::Organization, Field::Country],
            Self::TopModels | Self::TrainingCompute => &[Field::TrainingCompute],
        }
    }

    /// The columns that are missing, if the list cannot be made.
    #[must_use]
    pub fn missing(self, census: &Census) -> Option<&'static [Field]> {
        let needs = self.needs();
        let any = needs.iter().any(|field| census.dataset.has(*field));
        (!any).then_some(needs)
    }

    /// The list's models.
    #[must_use]
    pub fn entries(self, census: &Census) -> Vec<Entry<'_>> {
        match self {
            Self::FocusCountry => focus_country(census),
            Self::TopModels => top_models(census),
            Self::TrainingCompute => training_compute(census),
        }
    }
}

fn entries(census: &Census) -> impl Iterator<Item = Entry<'_>> {
    census
        .dataset
        .models
        .iter()
        .zip(&census.models)
        .map(|(model, placed)| Entry { model, placed })
}

/// Sorted by publication date, ties in the file's order.
fn focus_country(census: &Census) -> Vec<Entry<'_>> {
    let focus = &census.definition.focus_country;
    let has_focus = |values: &[Value]| values.iter().any(|value| value.key == *focus);
    let mut list: Vec<_> = entries(census)
        .filter(|entry| entry.placed.status == Status::Counted)
        .filter(|entry| has_focus(&entry.placed.countries))
        .collect();
    list.sort_by_key(|entry| entry.model.published);
    list
}

/// Of a year that need not be in the period; else the rules of counting hold.
fn top_models(census: &Census) -> Vec<Entry<'_>> {
    let year = census.top_models_year();
    let mut list: Vec<_> = large(census)
        .filter(|entry| entry.placed.year == Some(year))
        .collect();
    list.sort_by(|a, b| {
        by_compute(b, a)
            .then_with(|| a.model.published.cmp(&b.model.published))
            .then_with(|| a.model.name.cmp(&b.model.name))
    });
    list.truncate(usize::try_from(census.definition.top_models.count).unwrap_or(usize::MAX));
    list
}

fn training_compute(census: &Census) -> Vec<Entry<'_>> {
    let mut list: Vec<_> = large(census).collect();
    list.sort_by_key(|entry| entry.model.published);
    list
}

/// Dated, distinct models of known compute at or above the threshold, of any
/// year.
fn large(census: &Census) -> impl Iterator<Item = Entry<'_>> {
    let threshold = census.definition.compute.threshold_flop;
    entries(census)
        .filter(|entry| matches!(entry.placed.status, Status::Counted | Status::OutsidePeriod))
        .filter(move |entry| {
            entry
                .model
                .training_compute_flop
                .is_some_and(|flop| flop >= threshold)
        })
}

fn by_compute(a: &Entry<'_>, b: &Entry<'_>) -> Ordering {
    let flop = |entry: &Entry<'_>| entry.model.training_compute_flop.unwrap_or(0.0);
    flop(a).total_cmp(&flop(b))
}
