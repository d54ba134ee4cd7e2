//! One row of a breakdown under each defensible choice.
//!
//! In: a dataset, the definition and the way to look at it. Out: the row's
//! count and rank for every [`Choice`], side by side.
//! Leaves out: words and drawing.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::{Census, Placed};
use crate::dataset::{Dataset, Field, Model};
use crate::definition::{CountryRule, Definition, DerivedModels, UnknownCompute};
use crate::dimension::{ANY, Condition, Conditions, Dimension, dimension};

/// Fractional counts closer than this are the same.
const SAME: f64 = 1e-9;

/// One list gives the choices, their order and their names in links.
macro_rules! choices {
    ($($(#[$said:meta])* $name:ident = $id:literal,)*) => {
        /// A choice that could as well be made.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Choice {
            $($(#[$said])* $name,)*
        }

        impl Choice {
            /// Every choice, the definition's own first.
            pub const ALL: [Self; [$($id),*].len()] = [$(Self::$name),*];

            /// Its name in links.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }
        }
    };
}

choices! {
    /// As the definition says; a joint model counts for each of its values.
    Definition = "definition",
    /// A joint model counts one part for each of its values.
    Fractional = "fractional",
    /// A joint model counts for the value of its first developer alone.
    FirstDeveloper = "first-developer",
    /// Countries by the developers' home countries.
    HomeCountry = "home-country",
    /// Countries as the export states them.
    AsExported = "as-exported",
    /// Models of unknown training compute left out.
    ConfirmedCompute = "confirmed-compute",
    /// Models whose confidence is "Speculative" left out.
    WithoutSpeculative = "without-speculative",
    /// Training compute of at least 1e23 FLOP.
    Threshold23 = "threshold-1e23",
    /// Training compute of at least 1e24 FLOP.
    Threshold24 = "threshold-1e24",
    /// Training compute of at least 1e25 FLOP.
    Threshold25 = "threshold-1e25",
    /// Models made from others by their own training compute.
    DerivedByOwn = "derived-by-own-compute",
    /// Models made from others by the training compute that is stated.
    DerivedAsExported = "derived-as-exported",
    /// Models made from others left out.
    DerivedLeftOut = "derived-left-out",
    /// Organisations counted with their groups.
    WithGroups = "with-groups",
    /// Organisations counted by themselves.
    WithoutGroups = "without-groups",
}

impl Choice {
    /// Whether it lets a counted model count.
    #[must_use]
    pub fn counts(self, placed: &Placed) -> bool {
        match self {
            Self::WithoutSpeculative => !is_speculative(placed),
            Self::Definition
            | Self::Fractional
            | Self::FirstDeveloper
            | Self::HomeCountry
            | Self::AsExported
            | Self::ConfirmedCompute
            | Self::Threshold23
            | Self::Threshold24
            | Self::Threshold25
            | Self::DerivedByOwn
            | Self::DerivedAsExported
            | Self::DerivedLeftOut
            | Self::WithGroups
            | Self::WithoutGroups => true,
        }
    }

    /// Whether a model meets conditions, of several values of a dimension the
    /// first alone where it counts for its first developer.
    #[must_use]
    pub fn hold(self, conditions: &Conditions, model: &Model, placed: &Placed) -> bool {
        if !conditions.hold(model, placed) {
            return false;
        }
        self != Self::FirstDeveloper
            || conditions.0.iter().all(|condition| match condition {
                Condition::Value { dimension: id, key } if key != ANY => {
                    let mut keys = Vec::new();
                    if let Some(own) = dimension(id) {
                        own.keys(placed, &mut keys);
                    }
                    keys.first().is_some_and(|first| first == key)
                }
                _ => true,
            })
    }

    /// The column of the export that it needs.
    fn needs(self) -> Option<Field> {
        match self {
            Self::AsExported => Some(Field::Country),
            Self::WithoutSpeculative => Some(Field::Confidence),
            Self::ConfirmedCompute | Self::Threshold23 | Self::Threshold24 | Self::Threshold25 => {
                Some(Field::TrainingCompute)
            }
            Self::DerivedByOwn | Self::DerivedAsExported | Self::DerivedLeftOut => {
                Some(Field::BaseModel)
            }
            Self::Definition
            | Self::Fractional
            | Self::FirstDeveloper
            | Self::HomeCountry
            | Self::WithGroups
            | Self::WithoutGroups => None,
        }
    }

    /// The definition with this choice made.
    #[must_use]
    pub fn made_in(self, definition: &Arc<Definition>) -> Arc<Definition> {
        let mut changed = Definition::clone(definition);
        match self {
            Self::HomeCountry => changed.count_countries_by = CountryRule::HomeCountry,
            Self::AsExported => changed.count_countries_by = CountryRule::AsExported,
            Self::ConfirmedCompute => changed.compute.unknown = UnknownCompute::LeaveOut,
            Self::Threshold23 => changed.compute.threshold_flop = 1e23,
            Self::Threshold24 => changed.compute.threshold_flop = 1e24,
            Self::Threshold25 => changed.compute.threshold_flop = 1e25,
            Self::DerivedByOwn => changed.derived_models = DerivedModels::ByOwnCompute,
            Self::DerivedAsExported => changed.derived_models = DerivedModels::AsExported,
            Self::DerivedLeftOut => changed.derived_models = DerivedModels::LeaveOut,
            Self::WithoutGroups => {
                for own in changed.organizations.values_mut() {
                    own.group = None;
                }
            }
            Self::Definition
            | Self::Fractional
            | Self::FirstDeveloper
            | Self::WithoutSpeculative
            | Self::WithGroups => return Arc::clone(definition),
        }
        Arc::new(changed)
    }
}

/// What a choice makes of the row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The choice.
    pub choice: Choice,
    /// What it gives; `None` where the export lacks a column for it.
    pub standing: Option<Standing>,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// Its models; parts of models where they count fractionally.
    pub count: f64,
    /// Its competition rank; `None` where it has no model.
    pub rank: Option<usize>,
    /// Whether another row has the same count.
    pub tied: bool,
    /// How many rows have any model.
    pub rows: usize,
    /// All counted models.
    pub counted: usize,
}

/// One row under every choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// The dimension's id.
    pub dimension: String,
    /// The row's key.
    pub key: String,
    /// In the order of [`Choice::ALL`].
    pub outcomes: Vec<Outcome>,
}

impl Sensitivity {
    /// Where the row stands as the definition says.
    #[must_use]
    pub fn base(&self) -> Option<Standing> {
        self.outcomes.first().and_then(|first| first.standing)
    }

    /// The choices that change the rank.
    pub fn changing(&self) -> impl Iterator<Item = &Outcome> {
        let base = self.base().and_then(|base| base.rank);
        self.outcomes.iter().filter(move |outcome| {
            outcome
                .standing
                .is_some_and(|standing| standing.rank != base)
        })
    }

    /// The choices that could be made.
    pub fn made(&self) -> impl Iterator<Item = (Choice, Standing)> {
        let made = self.outcomes.iter();
        made.filter_map(|outcome| Some((outcome.choice, outcome.standing?)))
    }
}

/// A row under every choice. `look` takes a census by a definition, as the
/// reader looks at the data.
#[must_use]
pub fn sensitivity(
    dataset: &Arc<Dataset>,
    definition: &Arc<Definition>,
    look: &dyn Fn(Arc<Definition>) -> Census,
    dimension: &Dimension,
    key: &str,
) -> Sensitivity {
    let has = |field: Field| dataset.has(field);
    let outcomes = Choice::ALL
        .into_iter()
        .map(|choice| Outcome {
            choice,
            standing: choice
                .needs()
                .is_none_or(has)
                .then(|| standing(&look(choice.made_in(definition)), choice, dimension, key)),
        })
        .collect();
    Sensitivity {
        dimension: dimension.id.to_owned(),
        key: key.to_owned(),
        outcomes,
    }
}

fn standing(census: &Census, choice: Choice, dimension: &Dimension, key: &str) -> Standing {
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    let mut counted = 0;
    let mut keys: Vec<Cow<'_, str>> = Vec::new();
    for (_, _, placed) in census.counted() {
        if !choice.counts(placed) {
            continue;
        }
        counted += 1;
        keys.clear();
        dimension.keys(placed, &mut keys);
        if choice == Choice::FirstDeveloper {
            keys.truncate(1);
        }
        let part = match choice {
            Choice::Fractional => 1.0 / f64::from(u32::try_from(keys.len()).unwrap_or(1).max(1)),
            _ => 1.0,
        };
        for key in &keys {
            *counts.entry(key.to_string()).or_default() += part;
        }
    }
    let count = counts.get(key).copied().unwrap_or(0.0);
    let higher = counts
        .values()
        .filter(|other| **other > count + SAME)
        .count();
    let same = |other: &&f64| (**other - count).abs() <= SAME;
    Standing {
        count,
        rank: (count > 0.0).then_some(higher + 1),
        tied: counts.values().filter(same).count() > 1,
        rows: counts.len(),
        counted,
    }
}

fn is_speculative(placed: &Placed) -> bool {
    placed
        .confidence
        .iter()
        .any(|value| &*value.key == "Speculative")
}
