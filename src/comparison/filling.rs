//! A table that causes are being added to.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;

use crate::breakdown::{Breakdown, Table};
use crate::definition::Span;

use super::cause::Cause;
use super::compared::{ComparedRow, ComparedTable, Mover, Share};

/// A table that causes are being added to.
pub(super) struct Filling {
    pub breakdown: &'static Breakdown,
    columns: Vec<Span>,
    rows: Vec<ComparedRow>,
    places: HashMap<String, usize, FixedState>,
    shares: Vec<BTreeMap<Cause, Share>>,
}

impl Filling {
    pub fn of(breakdown: &'static Breakdown, columns: &[Span], old: &Table, new: &Table) -> Self {
        let ranks = (old.ranks(), new.ranks());
        let keys = new.rows.iter().chain(&old.rows).map(|row| &row.key);
        let mut places = HashMap::default();
        let mut rows: Vec<ComparedRow> = Vec::new();
        for key in keys {
            if places.contains_key(key) {
                continue;
            }
            places.insert(key.clone(), rows.len());
            let numbers = |table: &Table| -> Vec<usize> {
                let row = table.row(key);
                let cell = |span: &Span| {
                    let at = table.columns.iter().position(|own| own == span)?;
                    Some(row?.cells.get(at)?.models)
                };
                let cells = columns.iter().map(|span| cell(span).unwrap_or(0));
                let total = row.map_or(0, |row| row.total.models);
                cells.chain([total]).collect()
            };
            let rank = |table: &Table, ranks: &[usize]| {
                let at = table.rows.iter().position(|row| row.key == *key)?;
                ranks.get(at).copied()
            };
            rows.push(ComparedRow {
                key: key.clone(),
                old: numbers(old),
                new: numbers(new),
                old_rank: rank(old, &ranks.0),
                new_rank: rank(new, &ranks.1),
                causes: Vec::new(),
            });
        }
        Self {
            breakdown,
            columns: columns.to_vec(),
            shares: rows.iter().map(|_| BTreeMap::new()).collect(),
            rows,
            places,
        }
    }

    /// The position of a column; of the total where there is no span.
    fn column(&self, span: Option<Span>) -> Option<usize> {
        match span {
            None => Some(self.columns.len()),
            Some(span) => self.columns.iter().position(|own| *own == span),
        }
    }

    pub fn add(&mut self, key: &str, span: Option<Span>, came: bool, moved: Moved) {
        let Some(column) = self.column(span) else {
            return;
        };
        let shares = self.places.get(key).and_then(|at| self.shares.get_mut(*at));
        let Some(shares) = shares else {
            return;
        };
        let width = self.columns.len() + 1;
        let share = shares.entry(moved.cause).or_insert_with(|| Share {
            cause: moved.cause,
            change: vec![0; width],
            movers: Vec::new(),
        });
        if let Some(change) = share.change.get_mut(column) {
            *change += if came { 1 } else { -1 };
        }
        share.movers.push(Mover {
            old: moved.old,
            new: moved.new,
            column,
            came,
            before: moved.before,
            after: moved.after,
        });
    }

    pub fn finish(self) -> ComparedTable {
        let mut rows = self.rows;
        for (row, shares) in rows.iter_mut().zip(self.shares) {
            row.causes = shares.into_values().collect();
            for share in &mut row.causes {
                share
                    .movers
                    .sort_by_key(|mover| (mover.column, mover.new, mover.old));
            }
        }
        ComparedTable {
            id: self.breakdown.id.to_owned(),
            rows,
        }
    }
}

/// A model that moved, and why.
pub(super) struct Moved {
    pub cause: Cause,
    pub old: Option<usize>,
    pub new: Option<usize>,
    pub before: Option<String>,
    pub after: Option<String>,
}
