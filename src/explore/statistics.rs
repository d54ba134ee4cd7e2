//! What is typical and what is largest: training compute, parameters and
//! dataset size by a dimension.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::dataset::Model;
use crate::dimension::Dimension;
use crate::labels::Labels;
use crate::language::Language;

/// A quantity of the models of a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// Of how many models it is known.
    pub known: usize,
    /// The middle value; of an even number the mean of the two in the middle.
    pub median: f64,
    /// The largest.
    pub largest: Largest,
}

/// The largest value, and whose it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Largest {
    /// The value.
    pub value: f64,
    /// The model's name; of several the first in the file.
    pub name: Arc<str>,
    /// Its record.
    pub record: u32,
}

/// A row of [`Statistics`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatisticsRow {
    /// Its key.
    pub key: String,
    /// Its counted models.
    pub models: usize,
    /// Training compute in FLOP, parameters, dataset size in datapoints;
    /// `None` where none is known.
    pub quantities: [Option<Quantity>; 3],
}

/// Medians and maxima by a dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statistics {
    /// The dimension's id.
    pub dimension: String,
    /// Those of most models first, years in order.
    pub rows: Vec<StatisticsRow>,
}

const QUANTITIES: [fn(&Model) -> Option<f64>; 3] = [
    |model| model.training_compute_flop,
    |model| model.parameters,
    |model| model.dataset_size_datapoints,
];

/// Medians and maxima of the counted models by a dimension; `None` where the
/// export lacks a column for it.
#[must_use]
pub fn statistics(census: &Census, labels: &Labels, by: &Dimension) -> Option<Statistics> {
    let present = &census.dataset.columns;
    if by.missing(present, &census.definition).is_some() {
        return None;
    }
    let mut groups: BTreeMap<String, Vec<&Model>> = BTreeMap::new();
    let mut keys = Vec::new();
    for (at, _, placed) in census.counted() {
        let Some(model) = census.dataset.models.get(at) else {
            continue;
        };
        keys.clear();
        by.keys(placed, &mut keys);
        for key in &keys {
            groups.entry(key.to_string()).or_default().push(model);
        }
    }
    let mut rows: Vec<StatisticsRow> = groups
        .into_iter()
        .map(|(key, models)| StatisticsRow {
            key,
            models: models.len(),
            quantities: QUANTITIES.map(|of| quantity(&models, of)),
        })
        .collect();
    if by.id != "year" {
        let label = |key: &str| labels.name(by.labels, key, Language::En).to_owned();
        rows.sort_by_cached_key(|row| (std::cmp::Reverse(row.models), label(&row.key)));
    }
    Some(Statistics {
        dimension: by.id.to_owned(),
        rows,
    })
}

fn quantity(models: &[&Model], of: fn(&Model) -> Option<f64>) -> Option<Quantity> {
    let mut known: Vec<(f64, &Model)> = models
        .iter()
        .filter_map(|model| Some((of(model)?, *model)))
        .collect();
    // Stable: of equal values the first in the file stays first.
    known.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (value, model) = *known.first()?;
    let values: Vec<f64> = known.iter().map(|(value, _)| *value).collect();
    Some(Quantity {
        known: values.len(),
        median: median(&values)?,
        largest: Largest {
            value,
            name: Arc::clone(&model.name),
            record: model.place.record,
        },
    })
}

/// Of sorted values.
fn median(sorted: &[f64]) -> Option<f64> {
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(middle.checked_sub(1)?)?;
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_is_between_the_two_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[4.0, 2.0]), Some(3.0));
        assert_eq!(median(&[9.0, 4.0, 2.0, 1.0]), Some(3.0));
        assert_eq!(median(&[9.0, 4.0, 1.0]), Some(4.0));
    }
}
