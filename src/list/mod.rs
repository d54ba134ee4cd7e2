//! Lists of models with their attributes.
//!
//! In: a [`Census`]. Out: a [`ModelList`], its entries in the order in which
//! they are shown.

use std::cmp::Ordering;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::breakdown::Form;
use crate::census::{Census, Placed, Status, Values};
use crate::dataset::{Field, List, Model, PartialDate, Place};

/// How many models a list names at most; of more, those with the most training
/// compute.
pub const LONGEST: usize = 500;

/// A model in a list: what the export states, and what the definition makes of
/// it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The name.
    pub name: Arc<str>,
    /// Where it stands in the file.
    pub place: Place,
    /// The publication date.
    pub published: Option<PartialDate>,
    /// Whether it is counted in the breakdowns.
    pub is_counted: bool,
    /// Developers as exported.
    pub organizations: List,
    /// Keys of the developers' groups.
    pub groups: List,
    /// Keys of its countries.
    pub countries: List,
    /// Keys of its domains.
    pub domains: List,
    /// Whether it bears the multimodal tag.
    pub multimodal: bool,
    /// Keys of its tasks.
    pub tasks: List,
    /// Training compute in FLOP.
    pub training_compute_flop: Option<f64>,
    /// Number of parameters.
    pub parameters: Option<f64>,
    /// Size of the training dataset in datapoints.
    pub dataset_size_datapoints: Option<f64>,
    /// Training hardware as exported.
    pub hardware: List,
    /// How sure the compute estimate is, as exported.
    pub confidence: Option<Arc<str>>,
    /// The terms of access, as exported.
    pub accessibility: Option<Arc<str>>,
}

/// A list of models.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ModelList {
    /// Its models, at most [`LONGEST`].
    pub entries: Vec<Entry>,
    /// How many there are in all.
    pub count: usize,
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

    /// The breakdown below which it stands; below all of them where it is none.
    #[must_use]
    pub fn follows(self) -> Option<&'static str> {
        match self {
            Self::FocusCountry => Some("country"),
            Self::TopModels | Self::TrainingCompute => None,
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

    /// Columns whose facts it shows where they are there.
    #[must_use]
    pub fn shows(self) -> &'static [Field] {
        match self {
            Self::FocusCountry | Self::TrainingCompute => &[],
            Self::TopModels => &[
                Field::Parameters,
                Field::DatasetSize,
                Field::TrainingHardware,
            ],
        }
    }

    /// The columns that are missing, if the list cannot be made.
    #[must_use]
    pub fn missing(self, columns: &[(Field, String)]) -> Option<&'static [Field]> {
        let needs = self.needs();
        let any = columns.iter().any(|(present, _)| needs.contains(present));
        (!any).then_some(needs)
    }

    /// The list's models; `None` where the export lacks a column for it.
    #[must_use]
    pub fn of(self, census: &Census) -> Option<ModelList> {
        if self.missing(&census.dataset.columns).is_some() {
            return None;
        }
        Some(match self {
            Self::FocusCountry => focus_country(census),
            Self::TopModels => top_models(census),
            Self::TrainingCompute => training_compute(census),
        })
    }
}

pub(crate) type Pair<'a> = (&'a Model, &'a Placed);

fn pairs(census: &Census) -> impl Iterator<Item = Pair<'_>> {
    census.dataset.models.iter().zip(&census.models)
}

/// Sorted by publication date, ties in the file's order.
fn focus_country(census: &Census) -> ModelList {
    let focus = &census.definition.focus_country;
    let has_focus = |placed: &Placed| placed.countries.iter().any(|value| value.key == *focus);
    by_date(
        pairs(census)
            .filter(|(_, placed)| placed.status == Status::Counted && has_focus(placed))
            .collect(),
    )
}

/// Of a year that need not be in the period; else the rules of counting hold.
fn top_models(census: &Census) -> ModelList {
    let year = census.top_models_year();
    let mut list: Vec<_> = large(census)
        .filter(|(_, placed)| placed.year == Some(year))
        .collect();
    list.sort_by(|a, b| {
        larger_first(a, b)
            .then_with(|| a.0.published.cmp(&b.0.published))
            .then_with(|| a.0.name.cmp(&b.0.name))
    });
    list.truncate(usize::try_from(census.definition.top_models.count).unwrap_or(usize::MAX));
    let count = list.len();
    list.truncate(LONGEST);
    ModelList {
        entries: list.into_iter().map(entry).collect(),
        count,
    }
}

fn training_compute(census: &Census) -> ModelList {
    by_date(large(census).collect())
}

/// Dated, distinct models of known compute at or above the threshold, of any
/// year. A filter holds outside the period too.
fn large(census: &Census) -> impl Iterator<Item = Pair<'_>> {
    let threshold = census.definition.compute.threshold_flop;
    pairs(census)
        .filter(|(_, placed)| matches!(placed.status, Status::Counted | Status::OutsidePeriod))
        .filter(|(model, placed)| census.filter.hold(model, placed))
        .filter(move |(model, _)| {
            model
                .training_compute_flop
                .is_some_and(|flop| flop >= threshold)
        })
}

fn by_date(mut list: Vec<Pair<'_>>) -> ModelList {
    let count = list.len();
    if count > LONGEST {
        list.select_nth_unstable_by(LONGEST, |a, b| {
            larger_first(a, b).then_with(|| a.0.place.cmp(&b.0.place))
        });
        list.truncate(LONGEST);
    }
    list.sort_by_key(|(model, _)| (model.published, model.place));
    ModelList {
        entries: list.into_iter().map(entry).collect(),
        count,
    }
}

fn larger_first(a: &Pair<'_>, b: &Pair<'_>) -> Ordering {
    let flop = |pair: &Pair<'_>| pair.0.training_compute_flop.unwrap_or(0.0);
    flop(b).total_cmp(&flop(a))
}

/// What is said of a model.
pub(crate) fn entry((model, placed): Pair<'_>) -> Entry {
    let keys = |values: &Values| values.iter().map(|value| Arc::clone(&value.key)).collect();
    Entry {
        name: Arc::clone(&model.name),
        place: model.place,
        published: model.published,
        is_counted: placed.status == Status::Counted,
        organizations: Arc::clone(&model.organizations),
        groups: keys(&placed.groups),
        countries: keys(&placed.countries),
        domains: keys(&placed.domains),
        multimodal: placed.multimodal,
        tasks: keys(&placed.tasks),
        training_compute_flop: model.training_compute_flop,
        parameters: model.parameters,
        dataset_size_datapoints: model.dataset_size_datapoints,
        hardware: Arc::clone(&model.hardware),
        confidence: model.confidence.clone(),
        accessibility: model.accessibility.clone(),
    }
}
