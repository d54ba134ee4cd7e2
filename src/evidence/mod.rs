//! The models behind a number, each with the reason why it is there, and the
//! other way round: every cell that a model is counted in.
//!
//! In: a [`Census`] and what is [`Meant`]. Out: [`Evidence`], or one model's
//! [`Membership`]s.
//! Leaves out: sorting and wording.

mod source;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::breakdown::BREAKDOWNS;
use crate::census::{Census, Placed, Reason, Status};
use crate::dataset::Model;
use crate::dimension::{Condition, Conditions, DIMENSIONS, Dimension, dimension};
use crate::list::{Entry, entry};
use crate::sensitivity::Choice;

pub use source::{Piece, pieces};

/// How many models are named at most.
pub const MOST: usize = 5_000;

/// Which models are meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meant {
    /// What became of them.
    pub status: Status,
    /// What they are.
    pub conditions: Conditions,
    /// Under which choice; the definition's own for all but the numbers of a
    /// sensitivity table.
    pub under: Choice,
}

impl Meant {
    /// Reads what [`fmt::Display`] writes.
    ///
    /// # Errors
    /// What of it is not understood.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut meant = Self::counted(Conditions::default());
        for line in text.lines() {
            match line.strip_prefix("status=") {
                Some(id) => {
                    let status = Status::ALL.into_iter().find(|status| status.id() == id);
                    meant.status = status.ok_or_else(|| id.to_owned())?;
                }
                None => match line.strip_prefix("under=") {
                    Some(id) => {
                        let under = Choice::ALL.into_iter().find(|choice| choice.id() == id);
                        meant.under = under.ok_or_else(|| id.to_owned())?;
                    }
                    None => meant.conditions.0.push(Condition::parse(line)?),
                },
            }
        }
        Ok(meant)
    }

    /// All counted models.
    #[must_use]
    pub fn all() -> Self {
        Self::counted(Conditions::default())
    }

    /// The models that have a value, or any where it is
    /// [`ANY`](crate::dimension::ANY).
    #[must_use]
    pub fn value(dimension: &Dimension, key: &str) -> Self {
        Self::counted(Conditions(vec![Condition::value(dimension, key)]))
    }

    /// Counted models of these conditions.
    #[must_use]
    pub fn counted(conditions: Conditions) -> Self {
        Self {
            status: Status::Counted,
            conditions,
            under: Choice::Definition,
        }
    }
}

/// A line for each condition, after one such as `status=duplicate` where the
/// models are not counted, and one such as `under=fractional`.
impl fmt::Display for Meant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines: Vec<String> = self.conditions.0.iter().map(Condition::to_string).collect();
        if self.under != Choice::Definition {
            lines.insert(0, format!("under={}", self.under.id()));
        }
        if self.status != Status::Counted {
            lines.insert(0, format!("status={}", self.status.id()));
        }
        f.write_str(&lines.join("\n"))
    }
}

/// The models behind a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// How many they are: the number.
    pub count: usize,
    /// The first [`MOST`] of them in the file's order.
    pub models: Vec<Witness>,
}

/// A model behind a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Witness {
    /// What the export and the definition say of it.
    pub entry: Entry,
    /// What became of it.
    pub status: Status,
    /// How many developers it has, units of one group being one.
    pub developers: usize,
    /// Why it is there: for each condition on a value that it meets, why it
    /// has the value.
    pub places: Vec<Membership>,
}

/// A value that a model has in a dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// The dimension's id.
    pub dimension: String,
    /// The value's key.
    pub key: String,
    /// Why, where the census noted it; otherwise the rule of the dimension.
    pub reason: Option<Reason>,
    /// Whether the row of the breakdown of this id is shown: `None` where the
    /// report has no such breakdown.
    pub shown: Option<bool>,
}

/// The models that are meant, as positions in the dataset.
pub fn positions<'a>(census: &'a Census, meant: &'a Meant) -> impl Iterator<Item = usize> + 'a {
    pairs(census, meant).map(|(at, _, _)| at)
}

fn pairs<'a>(
    census: &'a Census,
    meant: &'a Meant,
) -> impl Iterator<Item = (usize, &'a Model, &'a Placed)> {
    let models = census.dataset.models.iter().zip(&census.models);
    models
        .enumerate()
        .map(|(at, (model, placed))| (at, model, placed))
        .filter(|(_, model, placed)| {
            placed.status == meant.status
                && meant.under.counts(placed)
                && meant.under.hold(&meant.conditions, model, placed)
        })
}

/// The models that are meant.
#[must_use]
pub fn evidence(census: &Census, meant: &Meant) -> Evidence {
    let dimensions: Vec<&'static Dimension> = DIMENSIONS
        .iter()
        .copied()
        .filter(|own| {
            let named = |condition: &Condition| match condition {
                Condition::Value { dimension, .. } => *dimension == own.id,
                _ => false,
            };
            meant.conditions.0.iter().any(named)
        })
        .collect();
    let asked = |place: &Membership| {
        meant.conditions.0.iter().any(|condition| {
            matches!(condition, Condition::Value { dimension, key }
                if *dimension == *place.dimension && (*key == place.key || key == crate::dimension::ANY))
        })
    };
    let mut count = 0;
    let mut models = Vec::new();
    for (_, model, placed) in pairs(census, meant) {
        count += 1;
        if models.len() < MOST {
            let mut places = places(placed, &dimensions);
            places.retain(asked);
            models.push(witness((model, placed), places));
        }
    }
    Evidence { count, models }
}

/// All counted models, each with what it is counted as in the tables and why,
/// where the export does not state it as such.
#[must_use]
pub fn counted(census: &Census) -> Evidence {
    let tables: Vec<&Dimension> = BREAKDOWNS.iter().map(|own| own.dimension).collect();
    let is_stated = |place: &Membership| place.reason == Some(Reason::Exported);
    let all = Meant::all();
    let models = pairs(census, &all).map(|(_, model, placed)| {
        let mut places = places(placed, &tables);
        places.retain(|place| !is_stated(place));
        witness((model, placed), places)
    });
    Evidence {
        count: pairs(census, &all).count(),
        models: models.take(MOST).collect(),
    }
}

/// A model of the dataset by the record it stands in, with its values in every
/// dimension; `None` where no model stands there.
#[must_use]
pub fn model(census: &Census, record: u32) -> Option<Witness> {
    let models = &census.dataset.models;
    let at = models
        .iter()
        .position(|model| model.place.record == record)?;
    let (model, placed) = (models.get(at)?, census.models.get(at)?);
    let mut places = places(placed, DIMENSIONS);
    for place in &mut places {
        let breakdown = BREAKDOWNS
            .iter()
            .find(|breakdown| breakdown.dimension.id == place.dimension);
        place.shown = breakdown.map(|breakdown| {
            let minimum = (breakdown.minimum)(&census.definition);
            let conditions = breakdown.conditions(&place.key, None);
            let enough = usize::try_from(minimum).unwrap_or(usize::MAX);
            positions(census, &Meant::counted(conditions))
                .nth(enough.saturating_sub(1))
                .is_some()
        });
    }
    Some(witness((model, placed), places))
}

fn witness((model, placed): (&Model, &Placed), places: Vec<Membership>) -> Witness {
    Witness {
        entry: entry((model, placed)),
        status: placed.status,
        developers: placed.developers,
        places,
    }
}

fn places(placed: &Placed, dimensions: &[&Dimension]) -> Vec<Membership> {
    let mut places = Vec::new();
    let mut keys = Vec::new();
    for dimension in dimensions {
        keys.clear();
        dimension.keys(placed, &mut keys);
        places.extend(keys.drain(..).map(|key| Membership {
            dimension: dimension.id.to_owned(),
            reason: dimension.reason(placed, &key).cloned(),
            key: key.into_owned(),
            shown: None,
        }));
    }
    places
}

/// The values that counted models have in a dimension, each with how many have
/// it, most first; empty where the export lacks a column for it.
#[must_use]
pub fn values(census: &Census, id: &str) -> Vec<(String, usize)> {
    let columns = &census.dataset.columns;
    let has = |own: &&Dimension| own.missing(columns, &census.definition).is_none();
    let Some(dimension) = dimension(id).filter(has) else {
        return Vec::new();
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut keys = Vec::new();
    for (_, _, placed) in census.counted() {
        keys.clear();
        dimension.keys(placed, &mut keys);
        for key in &keys {
            match counts.get_mut(&**key) {
                Some(count) => *count += 1,
                None => drop(counts.insert(key.to_string(), 1)),
            }
        }
    }
    let mut values: Vec<(String, usize)> = counts.into_iter().collect();
    values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    values
}
