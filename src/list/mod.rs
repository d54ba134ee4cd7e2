//! Lists of models with their attributes.
//!
//! In: a [`Census`]. Out: a [`ModelList`], its entries in the order in which
//! they are shown.
//!
//! Long because which models a list has, in which order, and what it says of
//! each stand together.

use std::cmp::Ordering;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::breakdown::Form;
use crate::census::{Census, Placed, Status, Values};
use crate::dataset::{Field, List, Model, PartialDate, Place};
use crate::definition::Definition;
use crate::dimension::needed;

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
    /// How many of all are not counted in the breakdowns.
    pub outside: usize,
    /// How many more have as much training compute as the last of the largest.
    pub tied: usize,
}

impl ModelList {
    /// The models with the most training compute, where any is known, oldest
    /// first, then by name.
    #[must_use]
    pub fn largest(&self) -> Vec<&Entry> {
        let compute = |entry: &&Entry| entry.training_compute_flop;
        let most = self.entries.iter().filter_map(|own| compute(&own));
        let Some(most) = most.max_by(f64::total_cmp) else {
            return Vec::new();
        };
        let is_most = |entry: &&Entry| compute(entry).is_some_and(|own| own >= most);
        // One or two: sorting has no place in a first view.
        let mut largest: Vec<&Entry> = Vec::new();
        for entry in self.entries.iter().filter(is_most) {
            let key = (entry.published, &entry.name);
            let before = |own: &&Entry| (own.published, &own.name) <= key;
            largest.insert(largest.partition_point(before), entry);
        }
        largest
    }
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

    /// The columns that are missing, if the list cannot be made under a
    /// definition.
    #[must_use]
    pub fn missing(
        self,
        columns: &[(Field, String)],
        definition: &Definition,
    ) -> Option<&'static [Field]> {
        let needs = needed(self.needs(), definition);
        let any = columns.iter().any(|(present, _)| needs.contains(present));
        (!any).then_some(needs)
    }

    /// The list's models; `None` where the export lacks a column for it.
    #[must_use]
    pub fn of(self, census: &Census) -> Option<ModelList> {
        if self
            .missing(&census.dataset.columns, &census.definition)
            .is_some()
        {
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
    list.sort_by(larger_first);
    let flop = |(model, _): &Pair<'_>| model.training_compute_flop;
    let count = usize::try_from(census.definition.top_models.count).unwrap_or(usize::MAX);
    let (asked, further) = list.split_at(count.min(list.len()));
    let ties = |pair: &&Pair<'_>| asked.last().is_some_and(|last| flop(last) == flop(pair));
    let tied = further.iter().take_while(ties).count();
    list.truncate(count);
    let count = list.len();
    let outside = uncounted(&list);
    list.truncate(LONGEST);
    ModelList {
        entries: list.into_iter().map(entry).collect(),
        count,
        outside,
        tied,
    }
}

fn training_compute(census: &Census) -> ModelList {
    by_date(large(census).collect())
}

/// Dated, distinct models of known compute at or above the threshold, of any
/// year, also where the date does not tell the half-year. A filter holds outside
/// the period too.
fn large(census: &Census) -> impl Iterator<Item = Pair<'_>> {
    let threshold = census.definition.compute.threshold_flop;
    pairs(census)
        .filter(|(_, placed)| match placed.status {
            Status::Counted | Status::OutsidePeriod | Status::Undated => placed.year.is_some(),
            _ => false,
        })
        .filter(|(model, placed)| census.filter.hold(model, placed))
        .filter(move |(model, _)| {
            model
                .training_compute_flop
                .is_some_and(|flop| flop >= threshold)
        })
}

/// Sorted by publication date, ties in the file's order.
fn by_date(mut list: Vec<Pair<'_>>) -> ModelList {
    let (count, outside) = (list.len(), uncounted(&list));
    if count > LONGEST {
        list.select_nth_unstable_by(LONGEST, larger_first);
        list.truncate(LONGEST);
    }
    list.sort_by_key(|(model, _)| (model.published, model.place));
    ModelList {
        entries: list.into_iter().map(entry).collect(),
        count,
        outside,
        tied: 0,
    }
}

fn uncounted(list: &[Pair<'_>]) -> usize {
    let counted = list.iter().filter(|own| own.1.status == Status::Counted);
    list.len() - counted.count()
}

/// By training compute; equally large ones oldest first, then by name.
fn larger_first(a: &Pair<'_>, b: &Pair<'_>) -> Ordering {
    fn order<'a>((model, _): &Pair<'a>) -> (Option<PartialDate>, &'a Arc<str>, Place) {
        (model.published, &model.name, model.place)
    }
    let flop = |pair: &Pair<'_>| pair.0.training_compute_flop.unwrap_or(0.0);
    flop(b)
        .total_cmp(&flop(a))
        .then_with(|| order(a).cmp(&order(b)))
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
