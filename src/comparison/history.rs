//! How the list grew: one breakdown, or the years, over several lists.
//!
//! In: censuses of lists, each over its own or one period. Out: a [`History`]
//! whose columns are the lists in the order of their days.
//! Leaves out: what a year will yet become.

use std::collections::BTreeMap;

use crate::breakdown::{BREAKDOWNS, Breakdown};
use crate::census::Census;
use crate::dataset::PartialDate;

/// A list of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The file's name.
    pub name: String,
    /// The day up to which it can be taken to be whole.
    pub date: Option<PartialDate>,
    /// How many records it has.
    pub records: u64,
}

/// Numbers over several lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The lists, in the order of their days.
    pub snapshots: Vec<Snapshot>,
    /// Each row's key with its models in every list; `None` where the list
    /// does not reach so far, or cannot tell.
    pub rows: Vec<(String, Vec<Option<usize>>)>,
    /// Each row's rank by total in every list, where it has one; for years
    /// there are none.
    pub ranks: Vec<Vec<Option<usize>>>,
}

/// The models of each year, or the totals of each row of a breakdown, in every
/// list. The lists are put in the order of their days.
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
    let snapshots: Vec<Snapshot> = snapshots.collect();
    let found = BREAKDOWNS.iter().copied().find(|own| own.id == by);
    let (rows, ranks) = match found.filter(|own| own.id != "year") {
        Some(breakdown) => by_row(&lists, breakdown),
        None => by_year(&lists),
    };
    History {
        snapshots,
        rows,
        ranks,
    }
}

type Rows = Vec<(String, Vec<Option<usize>>)>;

fn by_year(lists: &[&Census]) -> (Rows, Vec<Vec<Option<usize>>>) {
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
    (rows.into_iter().collect(), Vec::new())
}

fn by_row(lists: &[&Census], breakdown: &Breakdown) -> (Rows, Vec<Vec<Option<usize>>>) {
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
    let numbers = |key: &str| -> Vec<Option<usize>> {
        let of = tables.iter().map(|table| {
            let row = table.as_ref()?.row(key);
            Some(row.map_or(0, |row| row.total.models))
        });
        of.collect()
    };
    let ranks = |key: &str| -> Vec<Option<usize>> {
        let of = tables.iter().map(|table| {
            let table = table.as_ref()?;
            let at = table.rows.iter().position(|row| row.key == key)?;
            table.ranks().get(at).copied()
        });
        of.collect()
    };
    let rows = keys
        .iter()
        .map(|(_, key)| ((*key).to_owned(), numbers(key)));
    (
        rows.collect(),
        keys.iter().map(|(_, key)| ranks(key)).collect(),
    )
}
