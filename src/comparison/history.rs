//! How the list grew: one breakdown, or the years, over several lists.
//!
//! In: censuses of lists, each over its own or one period. Out: a [`History`]
//! whose columns are the lists in the order of their days: what official
//! statistics call a revision triangle.
//! Leaves out: what a year will yet become.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::breakdown::{BREAKDOWNS, Breakdown};
use crate::census::Census;
use crate::dataset::PartialDate;
use crate::dimension::Conditions;

/// A list of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The file's name.
    pub name: String,
    /// The day up to which it can be taken to be whole.
    pub date: Option<PartialDate>,
    /// How many records it has.
    pub records: u64,
}

/// Numbers over several lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// The lists, in the order of their days.
    pub snapshots: Vec<Snapshot>,
    /// The id of the breakdown whose rows these are.
    pub breakdown: String,
    /// Which of the counted models are looked at.
    pub filter: Conditions,
    /// The rows: years in their order, rows of a breakdown by their total in
    /// the newest list.
    pub rows: Vec<HistoryRow>,
}

/// A year, or a row of a breakdown, over several lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryRow {
    /// Its key.
    pub key: String,
    /// Its models in every list; `None` where the list does not reach so far,
    /// or cannot tell.
    pub counts: Vec<Option<usize>>,
    /// Its rank by total in every list, where it has one; empty for years.
    pub ranks: Vec<Option<usize>>,
}

impl History {
    /// The first lists of it, as if the later ones had not come yet.
    #[must_use]
    pub fn until(&self, lists: usize) -> Self {
        fn first<T: Clone>(all: &[T], lists: usize) -> Vec<T> {
            all.iter().take(lists).cloned().collect()
        }
        let rows = self.rows.iter().map(|row| HistoryRow {
            key: row.key.clone(),
            counts: first(&row.counts, lists),
            ranks: first(&row.ranks, lists),
        });
        Self {
            snapshots: first(&self.snapshots, lists),
            breakdown: self.breakdown.clone(),
            filter: self.filter.clone(),
            rows: rows.collect(),
        }
    }
}

impl HistoryRow {
    /// How many models every list has more than the one before it; `None` for
    /// the first, and where either has no number.
    #[must_use]
    pub fn revisions(&self) -> Vec<Option<i64>> {
        let before = std::iter::once(&None).chain(&self.counts);
        let pairs = before.zip(&self.counts);
        pairs
            .map(|(before, after)| {
                let [before, after] = [(*before)?, (*after)?].map(i64::try_from);
                Some(after.ok()? - before.ok()?)
            })
            .collect()
    }

    /// The mean of the revisions; `None` where there is none.
    #[must_use]
    pub fn mean_revision(&self) -> Option<f64> {
        mean(self.revisions().into_iter().flatten())
    }

    /// The mean of the revisions' sizes, whatever their sign.
    #[must_use]
    pub fn mean_absolute_revision(&self) -> Option<f64> {
        mean(self.revisions().into_iter().flatten().map(i64::abs))
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "numbers of models, far below 2^52"
)]
fn mean(numbers: impl Iterator<Item = i64>) -> Option<f64> {
    let (sum, count) = numbers.fold((0, 0), |(sum, count), number| (sum + number, count + 1));
    (count > 0).then(|| sum as f64 / f64::from(count))
}

/// The models of each year, or the totals of each row of a breakdown, in every
/// list. The lists are put in the order of their days. Years, too, for what is
/// no breakdown's id.
#[must_use]
pub fn history(lists: &[Census], by: &str) -> History {
    let mut lists: Vec<&Census> = lists.iter().collect();
    lists.sort_by_key(|census| {
        let source = &census.dataset.source;
        (source.snapshot_date(), source.name.clone())
    });
    let snapshots = lists.iter().map(|census| {
        let source = &census.dataset.source;
        Snapshot {
            name: source.name.clone(),
            date: source.snapshot_date(),
            records: source.records,
        }
    });
    let found = BREAKDOWNS.iter().copied().find(|own| own.id == by);
    let found = found.filter(|own| own.id != YEARS);
    History {
        snapshots: snapshots.collect(),
        breakdown: found.map_or(YEARS, |own| own.id).to_owned(),
        filter: lists
            .first()
            .map(|census| census.filter.clone())
            .unwrap_or_default(),
        rows: match found {
            Some(breakdown) => by_row(&lists, breakdown),
            None => by_year(&lists),
        },
    }
}

/// The breakdown whose rows are the years here.
const YEARS: &str = "year";

fn by_year(lists: &[&Census]) -> Vec<HistoryRow> {
    let mut rows: BTreeMap<String, Vec<Option<usize>>> = BTreeMap::new();
    for (at, census) in lists.iter().enumerate() {
        let mut counts = vec![0_usize; census.period.spans().count()];
        for (_, column, _) in census.counted() {
            if let Some(count) = counts.get_mut(column) {
                *count += 1;
            }
        }
        let reaches = census.dataset.source.snapshot_date();
        for (span, count) in census.period.spans().zip(counts) {
            let is_reached = reaches.is_none_or(|date| span.year() <= date.year);
            let row = rows.entry(span.to_string());
            let row = row.or_insert_with(|| vec![None; lists.len()]);
            if let (true, Some(cell)) = (is_reached, row.get_mut(at)) {
                *cell = Some(count);
            }
        }
    }
    let rows = rows.into_iter().map(|(key, counts)| HistoryRow {
        key,
        counts,
        ranks: Vec::new(),
    });
    rows.collect()
}

fn by_row(lists: &[&Census], breakdown: &Breakdown) -> Vec<HistoryRow> {
    let tables: Vec<_> = lists.iter().map(|census| breakdown.count(census)).collect();
    let mut keys: Vec<(std::cmp::Reverse<usize>, &str)> = Vec::new();
    for table in tables.iter().rev().flatten() {
        for row in &table.rows {
            if !keys.iter().any(|(_, key)| *key == row.key) {
                keys.push((std::cmp::Reverse(row.total.models), &row.key));
            }
        }
    }
    keys.sort_unstable();
    let row = |key: &str| {
        let counts = tables.iter().map(|table| {
            let row = table.as_ref()?.row(key);
            Some(row.map_or(0, |row| row.total.models))
        });
        let ranks = tables.iter().map(|table| {
            let table = table.as_ref()?;
            let at = table.rows.iter().position(|row| row.key == key)?;
            table.ranks().get(at).copied()
        });
        HistoryRow {
            key: key.to_owned(),
            counts: counts.collect(),
            ranks: ranks.collect(),
        }
    };
    keys.into_iter().map(|(_, key)| row(key)).collect()
}
