//! What a counted model can be divided by.
//!
//! In: a model under a definition. Out: its values in a [`Dimension`], each
//! with the reason why it has it where the definition gave one.
//!
//! To add a dimension, add a constant in `all.rs`, its line in [`DIMENSIONS`] and
//! one in [`DimensionNames`]; the compiler names the languages that lack it.

mod all;
mod condition;
mod written;

use std::borrow::Cow;

use crate::dataset::Field;
use crate::definition::{CountryRule, Definition};
use crate::placing::{Placed, Reason, Values};

pub use all::{
    ACCESSIBILITY, ALL, COMPUTE_DECADE, CONFIDENCE, COUNTRY, DEVELOPMENT, DIMENSIONS, DOMAIN,
    HARDWARE, MULTIMODAL, ORGANIZATION, ORGANIZATION_CATEGORY, TASK, TASK_COUNT, YEAR, dimension,
};
pub use condition::{ANY, Condition, Conditions};
pub use written::{Written, exponential};

/// A function from a model to none, one or several values.
#[derive(Debug)]
pub struct Dimension {
    /// Stable id, used in links and conditions.
    pub id: &'static str,
    /// What a value of it is.
    pub name: fn(&DimensionNames) -> &'static str,
    /// Which labels name the values, see [`crate::labels::Labels`].
    pub labels: &'static str,
    /// Columns of the export it needs: of each group at least one.
    pub needs: &'static [&'static [Field]],
    /// Its values.
    pub of: Of,
}

/// What a language calls a value of each.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named for its dimension")]
pub struct DimensionNames {
    pub all: &'static str,
    pub year: &'static str,
    pub country: &'static str,
    pub domain: &'static str,
    pub multimodal: &'static str,
    pub task: &'static str,
    pub task_count: &'static str,
    pub development: &'static str,
    pub organization_category: &'static str,
    pub organization: &'static str,
    pub confidence: &'static str,
    pub accessibility: &'static str,
    pub hardware: &'static str,
    pub compute_decade: &'static str,
}

/// Where the values of a dimension come from.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// From lists that the census made, each value with its reason.
    Lists(fn(&Placed) -> &Values),
    /// From a rule over the model, the same for every definition.
    Rule(for<'a> fn(&'a Placed, &mut Vec<Cow<'a, str>>)),
}

impl Dimension {
    /// Adds the keys of a model's values; none where they are unknown.
    pub fn keys<'a>(&self, placed: &'a Placed, keys: &mut Vec<Cow<'a, str>>) {
        match self.of {
            Of::Lists(values) => {
                let values = values(placed).iter();
                keys.extend(values.map(|value| Cow::Borrowed(&*value.key)));
            }
            Of::Rule(rule) => rule(placed, keys),
        }
    }

    /// Why a model has a value, where the census noted it.
    #[must_use]
    pub fn reason<'a>(&self, placed: &'a Placed, key: &str) -> Option<&'a Reason> {
        let Of::Lists(values) = self.of else {
            return None;
        };
        let value = values(placed).iter().find(|value| &*value.key == key)?;
        Some(&value.reason)
    }

    /// The columns that an export lacks for it under a definition: of the groups
    /// that are missing wholly, the first.
    #[must_use]
    pub fn missing(
        &self,
        columns: &[(Field, String)],
        definition: &Definition,
    ) -> Option<&'static [Field]> {
        let has = |field: &Field| columns.iter().any(|(present, _)| present == field);
        self.needs
            .iter()
            .map(|group| needed(group, definition))
            .find(|group| !group.iter().any(has))
    }
}

/// Of columns that stand in for each other those that do so under a definition:
/// countries as exported stand in no other column than their own.
#[must_use]
pub(crate) fn needed(group: &'static [Field], definition: &Definition) -> &'static [Field] {
    let is_of_countries = group.contains(&Field::Country);
    if is_of_countries && definition.count_countries_by == CountryRule::AsExported {
        &[Field::Country]
    } else {
        group
    }
}
