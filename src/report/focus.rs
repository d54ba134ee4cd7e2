//! The focus country's own models by other dimensions: what a chapter on its
//! policy needs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::dimension::{self, Dimension};

/// What its models are divided by.
const BY: [&Dimension; 4] = [
    &dimension::ORGANIZATION,
    &dimension::DOMAIN,
    &dimension::DEVELOPMENT,
    &dimension::ORGANIZATION_CATEGORY,
];

/// The counted models of the focus country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Focus {
    /// How many there are.
    pub models: usize,
    /// For each dimension's id its values with their models, most first.
    by: Vec<(String, Vec<(String, usize)>)>,
}

impl Focus {
    /// Counts; `None` where the export has no countries.
    #[must_use]
    pub fn of(census: &Census) -> Option<Self> {
        let has = |own: &Dimension| {
            let columns = &census.dataset.columns;
            own.missing(columns, &census.definition).is_none()
        };
        if !has(&dimension::COUNTRY) {
            return None;
        }
        let focus = &census.definition.focus_country;
        let dimensions = BY.iter().filter(|own| has(own));
        let mut by: Vec<(&Dimension, BTreeMap<String, usize>)> =
            dimensions.map(|own| (*own, BTreeMap::new())).collect();
        let mut models = 0;
        let mut keys = Vec::new();
        for (_, _, placed) in census.counted() {
            if !placed.countries.iter().any(|value| value.key == *focus) {
                continue;
            }
            models += 1;
            for (dimension, counts) in &mut by {
                keys.clear();
                dimension.keys(placed, &mut keys);
                for key in &keys {
                    *counts.entry(key.to_string()).or_default() += 1;
                }
            }
        }
        let by = by.into_iter().map(|(dimension, counts)| {
            let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
            counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            (dimension.id.to_owned(), counts)
        });
        Some(Self {
            models,
            by: by.collect(),
        })
    }

    /// The values of its models in a dimension, most first; `None` where the
    /// export lacks a column for it.
    #[must_use]
    pub fn by(&self, dimension: &str) -> Option<&[(String, usize)]> {
        let mut all = self.by.iter();
        let (_, counts) = all.find(|(id, _)| id == dimension)?;
        Some(counts)
    }

    /// How many of its models have a value.
    #[must_use]
    pub fn count(&self, dimension: &str, key: &str) -> Option<usize> {
        let counts = self.by(dimension)?;
        let own = counts.iter().find(|(own, _)| own == key);
        Some(own.map_or(0, |(_, count)| *count))
    }
}
