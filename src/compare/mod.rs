//! What one definition shows otherwise than another.
//!
//! In: the [`Findings`] by both. Out: every row that moves, table by table.

use crate::breakdown::{BREAKDOWNS, Breakdown, Row, Table};
use crate::definition::Span;
use crate::list::{Entry, ListId, ModelList};
use crate::report::Findings;

/// A breakdown that moves.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The breakdown.
    pub breakdown: &'static Breakdown,
    /// How many of its rows come to be shown or hidden by the minimum.
    pub shown_otherwise: usize,
    /// Its rows that move, those that move most first.
    pub rows: Vec<MovedRow>,
    /// The counted models before and after.
    pub counted: (usize, usize),
}

/// A row that moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedRow {
    /// The row's key.
    pub key: String,
    /// Its models over the period, before and after; 0 where there is no such
    /// row.
    pub total: (usize, usize),
    /// Its rank before and after, where it has one.
    pub rank: (Option<usize>, Option<usize>),
    /// Its columns that move, each with the models before and after.
    pub cells: Vec<(Span, usize, usize)>,
}

/// A list that moves: the models that come and go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedList {
    /// The list.
    pub list: ListId,
    /// Names of models that only the second has.
    pub come: Vec<String>,
    /// Names of models that only the first has.
    pub gone: Vec<String>,
}

/// All that moves.
#[derive(Clone, Debug)]
pub struct Moves {
    /// Tables.
    pub tables: Vec<Moved>,
    /// Lists.
    pub lists: Vec<MovedList>,
}

impl Moves {
    /// What moves between two findings.
    #[must_use]
    pub fn between(before: &Findings, after: &Findings) -> Self {
        Self {
            tables: moved(before, after),
            lists: moved_lists(before, after),
        }
    }

    /// Whether nothing does.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.lists.is_empty()
    }
}

/// Every list of which a model comes or goes.
#[must_use]
pub fn moved_lists(before: &Findings, after: &Findings) -> Vec<MovedList> {
    let entries = |findings: &Findings, list| -> Vec<(u32, String)> {
        let list: Option<&ModelList> = findings.list(list);
        let entries = list.iter().flat_map(|list| &list.entries);
        let named = |entry: &Entry| (entry.place.record, entry.name.to_string());
        entries.map(named).collect()
    };
    let only = |own: &[(u32, String)], other: &[(u32, String)]| -> Vec<String> {
        let missing = own.iter().filter(|entry| !other.contains(entry));
        missing.map(|(_, name)| name.clone()).collect()
    };
    ListId::ALL
        .into_iter()
        .map(|list| {
            let (before, after) = (entries(before, list), entries(after, list));
            MovedList {
                list,
                come: only(&after, &before),
                gone: only(&before, &after),
            }
        })
        .filter(|moved| !moved.come.is_empty() || !moved.gone.is_empty())
        .collect()
}

/// How many rows of a breakdown the minimum shows and hides otherwise.
fn shown_otherwise(before: &Table, after: &Table) -> usize {
    let shown = |table: &Table, key: &str| table.shown().any(|row| row.key == key);
    let keys = after.rows.iter().map(|row| &*row.key);
    keys.filter(|key| before.row(key).is_some() && shown(before, key) != shown(after, key))
        .count()
}

/// Every breakdown of which a number moves, in the report's order.
#[must_use]
pub fn moved(before: &Findings, after: &Findings) -> Vec<Moved> {
    let nothing = Table::default();
    BREAKDOWNS
        .iter()
        .copied()
        .filter_map(|breakdown| {
            let [before, after] =
                [before, after].map(|findings| findings.table(breakdown.id).unwrap_or(&nothing));
            let rows = moved_rows(before, after);
            let shown_otherwise = shown_otherwise(before, after);
            (!rows.is_empty() || shown_otherwise > 0).then_some(Moved {
                breakdown,
                rows,
                shown_otherwise,
                counted: (before.counted, after.counted),
            })
        })
        .collect()
}

fn moved_rows(before: &Table, after: &Table) -> Vec<MovedRow> {
    let new = after
        .rows
        .iter()
        .filter(|row| before.row(&row.key).is_none());
    let keys = before.rows.iter().chain(new).map(|row| &*row.key);
    let mut columns: Vec<Span> = before
        .columns
        .iter()
        .chain(&after.columns)
        .copied()
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let ranks = (before.ranks(), after.ranks());
    let mut rows: Vec<MovedRow> = keys
        .filter_map(|key| {
            let total = |table: &Table| table.row(key).map_or(0, |row| row.total.models);
            let rank = |table: &Table, ranks: &[usize]| {
                let at = table.rows.iter().position(|row| row.key == key)?;
                ranks.get(at).copied()
            };
            let cells: Vec<(Span, usize, usize)> = columns
                .iter()
                .map(|span| (*span, cell(before, key, *span), cell(after, key, *span)))
                .filter(|(_, before, after)| before != after)
                .collect();
            let moved = MovedRow {
                key: key.to_owned(),
                total: (total(before), total(after)),
                rank: (rank(before, &ranks.0), rank(after, &ranks.1)),
                cells,
            };
            (!moved.cells.is_empty() || moved.total.0 != moved.total.1).then_some(moved)
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.total.0.abs_diff(row.total.1)));
    rows
}

fn cell(table: &Table, key: &str, span: Span) -> usize {
    let at = table.columns.iter().position(|own| *own == span);
    let of = |row: &Row| Some(row.cells.get(at?)?.models);
    table.row(key).and_then(of).unwrap_or(0)
}
