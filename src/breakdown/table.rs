//! The table that every breakdown fills.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::definition::{Span, Wholeness};
use crate::labels::Labels;
use crate::language::Language;

use super::ratio::{change, ratio};
use super::{Breakdown, Order, ShareOf};

/// How many models are counted in a place of a table. Which they are,
/// [`Breakdown::conditions`] say by the same rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Cell {
    /// The models counted here.
    pub models: usize,
    /// Those of them that are counted in another row too.
    pub shared: usize,
}

impl From<(usize, usize)> for Cell {
    fn from((models, shared): (usize, usize)) -> Self {
        Self { models, shared }
    }
}

impl From<Cell> for (usize, usize) {
    fn from(cell: Cell) -> Self {
        (cell.models, cell.shared)
    }
}

/// One value of the dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The value.
    pub key: String,
    /// One cell for each column.
    pub cells: Vec<Cell>,
    /// The models of all columns: a model is in one only.
    pub total: Cell,
}

/// A breakdown of one census.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The columns: the years of the period, or its half-years.
    pub columns: Vec<Span>,
    /// In the breakdown's order.
    pub rows: Vec<Row>,
    /// The counted models that have any value, by column.
    pub known: Vec<usize>,
    /// How many counted models there are.
    pub counted: usize,
    /// How many there are in each column.
    pub counted_by_column: Vec<usize>,
    /// What shares are shares of.
    pub share_of: ShareOf,
    /// From how many models on a row is shown.
    pub minimum: usize,
}

/// Compound annual growth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Growth {
    /// The rate, 1.0 being a doubling every year; `None` where the first year
    /// has no model or no later whole year follows.
    pub cagr: Option<f64>,
    /// The first column and its models.
    pub first: (Span, usize),
    /// The column that ends the rate and its models.
    pub last: (Span, usize),
    /// Growth over the column before, for each column; `None` where that has
    /// no model, or is none of the period.
    pub year_on_year: Vec<Option<f64>>,
}

impl Breakdown {
    /// Counts. Pure: equal censuses give equal tables. `None` where the export
    /// lacks a column that it needs.
    #[must_use]
    pub fn count(&self, census: &Census) -> Option<Table> {
        self.missing(&census.dataset.columns, &census.definition)
            .is_none()
            .then(|| Table::count(self, census))
    }
}

impl Table {
    fn count(breakdown: &Breakdown, census: &Census) -> Self {
        let columns: Vec<Span> = census.period.spans().collect();
        let blank = vec![Cell::default(); columns.len()];
        let mut known = vec![0; columns.len()];
        let mut rows: Vec<Row> = Vec::new();
        let mut places: HashMap<String, usize, FixedState> = HashMap::default();
        let mut counted = 0;
        let mut counted_by_column = vec![0; columns.len()];
        let mut keys: Vec<Cow<'_, str>> = Vec::new();
        for (_, column, placed) in census.counted() {
            counted += 1;
            if let Some(of) = counted_by_column.get_mut(column) {
                *of += 1;
            }
            keys.clear();
            breakdown.dimension.keys(placed, &mut keys);
            let shared = usize::from(keys.len() > 1);
            if let (false, Some(known)) = (keys.is_empty(), known.get_mut(column)) {
                *known += 1;
            }
            for key in &keys {
                let place = match places.get(&**key) {
                    Some(place) => *place,
                    None => {
                        places.insert(key.to_string(), rows.len());
                        rows.push(Row {
                            key: key.to_string(),
                            cells: blank.clone(),
                            total: Cell::default(),
                        });
                        rows.len() - 1
                    }
                };
                let Some(row) = rows.get_mut(place) else {
                    continue;
                };
                let total = Some(&mut row.total);
                for cell in row.cells.get_mut(column).into_iter().chain(total) {
                    cell.models += 1;
                    cell.shared += shared;
                }
            }
        }
        rows.sort_by(|a, b| a.key.cmp(&b.key));
        let minimum = usize::try_from((breakdown.minimum)(&census.definition)).unwrap_or(1);
        Self {
            columns,
            rows,
            known,
            counted,
            counted_by_column,
            share_of: breakdown.share_of,
            minimum,
        }
    }

    /// Puts the rows in the breakdown's order; labels break ties.
    #[must_use]
    pub fn ordered(mut self, breakdown: &Breakdown, labels: &Labels) -> Self {
        if breakdown.order == Order::ByTotal {
            self.rows.sort_by_cached_key(|row| {
                (
                    std::cmp::Reverse(row.total.models),
                    row.total.shared,
                    labels
                        .name(breakdown.dimension.labels, &row.key, Language::En)
                        .to_owned(),
                    row.key.clone(),
                )
            });
        }
        self
    }

    /// How many counted models have any value.
    #[must_use]
    pub fn known(&self) -> usize {
        self.known.iter().sum()
    }

    /// The number that shares are shares of.
    #[must_use]
    pub fn denominator(&self) -> usize {
        match self.share_of {
            ShareOf::Counted => self.counted,
            ShareOf::Known => self.known(),
        }
    }

    /// `count` as a share of [`Self::denominator`], 0 to 1.
    #[must_use]
    pub fn share(&self, count: usize) -> Option<f64> {
        ratio(count, self.denominator())
    }

    /// The rows that reach the minimum.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        self.rows
            .iter()
            .filter(|row| row.total.models >= self.minimum)
    }

    /// The row of a key.
    #[must_use]
    pub fn row(&self, key: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// The rank of each row by its total.
    #[must_use]
    pub fn ranks(&self) -> Vec<usize> {
        let totals: Vec<_> = self.rows.iter().map(|row| row.total.models).collect();
        competition_ranks(&totals)
    }

    /// The rank of each row by one year's models, rows without any left out,
    /// best first, ties in the table's order.
    #[must_use]
    pub fn ranking_of(&self, column: usize) -> Vec<(usize, &Row)> {
        let mut rows: Vec<(usize, &Row)> = self
            .rows
            .iter()
            .filter_map(|row| Some((row.cells.get(column)?.models, row)))
            .filter(|(count, _)| *count > 0)
            .collect();
        rows.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let counts: Vec<usize> = rows.iter().map(|(count, _)| *count).collect();
        competition_ranks(&counts)
            .into_iter()
            .zip(rows)
            .map(|(rank, (_, row))| (rank, row))
            .collect()
    }

    /// Growth of the known models over the years.
    ///
    /// The rate runs from the first year to the last that the export covers
    /// whole, unless the definition lets a partial year end it. A year without
    /// any model, of which the export may know nothing, ends no rate.
    #[must_use]
    pub fn growth(&self, census: &Census) -> Option<Growth> {
        let counts = &self.known;
        let by_column = || self.columns.iter().copied().zip(counts.iter().copied());
        let partial_may_end = census.definition.growth_may_end_in_partial_year;
        let first = by_column().next()?;
        let last = by_column()
            .rfind(|(span, models)| {
                let is_whole = span.wholeness(&census.dataset.source) == Wholeness::Whole;
                *models > 0 && (is_whole || partial_may_end)
            })
            .unwrap_or(first);
        // Two half-years are a year: the rate is a year's either way.
        let steps = census.period.position(last.0).unwrap_or(0);
        let steps = u32::try_from(steps).unwrap_or(0);
        let years = f64::from(steps) / if census.period.is_by_half() { 2.0 } else { 1.0 };
        let cagr = match steps {
            0 => None,
            // Without a root nothing is lost.
            _ if years.to_bits() == 1.0_f64.to_bits() => change(first.1, last.1),
            _ => ratio(last.1, first.1).map(|times| times.powf(1.0 / years) - 1.0),
        };
        let year_on_year = std::iter::once(None)
            .chain(counts.windows(2).map(|pair| match pair {
                [before, after] => change(*before, *after),
                _ => None,
            }))
            .collect();
        Some(Growth {
            cagr,
            first,
            last,
            year_on_year,
        })
    }
}

/// Standard competition ranking ("1224"): 1 + how many counts are higher.
///
/// ```
/// use model_census::breakdown::competition_ranks;
/// assert_eq!(competition_ranks(&[9, 5, 5, 2]), [1, 2, 2, 4]);
/// ```
#[must_use]
pub fn competition_ranks(counts: &[usize]) -> Vec<usize> {
    counts
        .iter()
        .map(|count| 1 + counts.iter().filter(|other| *other > count).count())
        .collect()
}
