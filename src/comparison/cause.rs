//! Why a model is in a cell on one side and not on the other.
//!
//! In: the model on both sides, and the cell. Out: a [`Cause`], with what was
//! and what is.
//! Leaves out: adding up, and words.

use serde::{Deserialize, Serialize};

use crate::census::{Census, Placed, Status};
use crate::dataset::{Field, Model};
use crate::dimension::{Condition, Dimension, exponential};

/// Why a cell changed by a model. In this order: where several would do, the
/// first is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// Only the new list has it.
    Entered,
    /// Only the old list has it.
    Left,
    /// One of the lists has it twice.
    Duplicate,
    /// It crossed the threshold, or its compute became known or unknown.
    Compute,
    /// It came into the column, or left it, by its date.
    Date,
    /// Its organisations changed.
    Organization,
    /// A domain, task, category or country changed.
    Value,
    /// The two sides are counted by two definitions.
    Definition,
}

impl Cause {
    /// Every cause, in the order in which they are decided.
    pub const ALL: [Self; 8] = [
        Self::Entered,
        Self::Left,
        Self::Duplicate,
        Self::Compute,
        Self::Date,
        Self::Organization,
        Self::Value,
        Self::Definition,
    ];

    /// Its name in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Left => "left",
            Self::Duplicate => "duplicate",
            Self::Compute => "compute",
            Self::Date => "date",
            Self::Organization => "organization",
            Self::Value => "value",
            Self::Definition => "definition",
        }
    }

    /// The cause of the same change seen from the other side.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Entered => Self::Left,
            Self::Left => Self::Entered,
            other => other,
        }
    }
}

/// A model on one side.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub census: &'a Census,
    pub model: &'a Model,
    pub placed: &'a Placed,
}

impl<'a> Seen<'a> {
    pub fn at(census: &'a Census, at: usize) -> Option<Self> {
        Some(Self {
            census,
            model: census.dataset.models.get(at)?,
            placed: census.models.get(at)?,
        })
    }

    pub fn is_counted(self) -> bool {
        self.placed.status == Status::Counted
    }
}

/// Why a model whose facts changed is in a cell on one side only, both counted
/// by one definition; `whole` where the cell is a row's total.
pub(super) fn of_facts(
    one: Seen<'_>,
    other: Seen<'_>,
    dimension: &Dimension,
    whole: bool,
) -> Cause {
    let is_twice = |seen: Seen<'_>| seen.placed.status == Status::Duplicate;
    if is_twice(one) != is_twice(other) {
        return Cause::Duplicate;
    }
    if one.census.is_large(one.model) != other.census.is_large(other.model) {
        return Cause::Compute;
    }
    let moved = if whole {
        in_period(one) != in_period(other)
    } else {
        one.placed.span != other.placed.span
    };
    if moved {
        return Cause::Date;
    }
    if one.is_counted() != other.is_counted() {
        return of_filter(one, other);
    }
    of_value(one, other, dimension)
}

fn in_period(seen: Seen<'_>) -> bool {
    let span = seen.placed.span;
    span.is_some_and(|span| seen.census.period.position(span).is_some())
}

/// Which change lets a model through the filter on one side only.
fn of_filter(one: Seen<'_>, other: Seen<'_>) -> Cause {
    let passes = |condition: &Condition, seen: Seen<'_>| condition.holds(seen.model, seen.placed);
    let differs = one
        .census
        .filter
        .0
        .iter()
        .find(|condition| passes(condition, one) != passes(condition, other));
    match differs {
        Some(Condition::Compute { .. }) => Cause::Compute,
        Some(Condition::Value { dimension, .. }) => match crate::dimension::dimension(dimension) {
            Some(known) if known.id == crate::dimension::YEAR.id => Cause::Date,
            Some(known) => of_value(one, other, known),
            None => Cause::Value,
        },
        Some(Condition::Text(_)) if organizations_differ(one, other) => Cause::Organization,
        _ => Cause::Value,
    }
}

fn of_value(one: Seen<'_>, other: Seen<'_>, dimension: &Dimension) -> Cause {
    let concerns = dimension
        .needs
        .iter()
        .any(|group| group.contains(&Field::Organization));
    if concerns && organizations_differ(one, other) {
        Cause::Organization
    } else {
        Cause::Value
    }
}

fn organizations_differ(one: Seen<'_>, other: Seen<'_>) -> bool {
    let (one, other) = (&one.model.organizations, &other.model.organizations);
    one.len() != other.len() || !one.iter().all(|name| other.contains(name))
}

/// What a cause speaks of, as the model states it; `None` where the model
/// states nothing.
pub(super) fn facts(cause: Cause, dimension: &Dimension, model: &Model) -> Option<String> {
    let listed = |list: &crate::dataset::List| (!list.is_empty()).then(|| list.join(", "));
    match cause {
        Cause::Entered | Cause::Left | Cause::Duplicate | Cause::Date => {
            model.published.map(|date| date.to_string())
        }
        Cause::Compute => model.training_compute_flop.map(exponential),
        Cause::Organization => listed(&model.organizations),
        Cause::Value | Cause::Definition => {
            // What the row's values are made of; the country's own column
            // stands first where the organisations' would do as well.
            let fields = dimension.needs.iter().flat_map(|group| group.iter());
            let cells = fields.map(|field| match field {
                Field::Organization => (2, listed(&model.organizations)),
                Field::Country => (1, listed(&model.countries)),
                Field::OrganizationCategory => (1, listed(&model.categories)),
                Field::Domain => (1, listed(&model.domains)),
                Field::Task => (1, listed(&model.tasks)),
                _ => (3, None),
            });
            cells
                .filter_map(|(rank, cell)| Some((rank, cell?)))
                .min()
                .map(|(_, cell)| cell)
        }
    }
}
