//! Why numbers moved: two lists of one census, or one list under two
//! definitions, cell by cell and model by model.
//!
//! In: two [`Census`]es over one period. Out: a [`Comparison`]: for every cell
//! of every breakdown what was, what is, and the change as an exact sum of
//! [`Cause`]s, each with its models.
//! Leaves out: words, and which lists are worth comparing.
//!
//! The sum is exact by construction: each model that is in a cell on one side
//! only is that cell's change of one, and has one cause.

mod cause;
mod history;
mod matching;
mod name;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;

use crate::breakdown::{BREAKDOWNS, Breakdown, Table};
use crate::census::Census;
use crate::definition::Span;
use crate::locale::Labels;

use cause::{Seen, facts, of_facts};

pub use cause::Cause;
pub use history::{History, Snapshot, history};
pub use matching::{Certainty, Ground, How, Match, Matching, Single};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    /// Before.
    pub old: &'a Census,
    /// After, over the same period and filter.
    pub new: &'a Census,
    /// Where the definitions differ: the new list by the old definition, and
    /// the old list by the new one. What the data alone would have done can
    /// be told from what the definition did by them.
    pub crossed: Option<(&'a Census, &'a Census)>,
}

/// Two sides, compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The columns of every row; a row's total follows after them.
    pub columns: Vec<Span>,
    /// Every breakdown that both lists support, in the report's order.
    pub tables: Vec<ComparedTable>,
    /// Which models are the same.
    pub matching: Matching,
}

/// A breakdown on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedTable {
    /// The breakdown's id.
    pub id: &'static str,
    /// Every row of either side: those of the new in its order, then those
    /// that only the old has.
    pub rows: Vec<ComparedRow>,
}

/// A row on both sides. Each list of numbers has one for each column, and the
/// row's total last.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedRow {
    /// The row's key.
    pub key: String,
    /// The models before.
    pub old: Vec<usize>,
    /// The models after.
    pub new: Vec<usize>,
    /// The rank by total before, where the row was.
    pub old_rank: Option<usize>,
    /// The rank by total after, where the row is.
    pub new_rank: Option<usize>,
    /// What the change is the sum of, in the order of [`Cause::ALL`].
    pub causes: Vec<Share>,
}

/// A cause's part in the change of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The cause.
    pub cause: Cause,
    /// Its change of each column, and of the total last.
    pub change: Vec<i64>,
    /// The models that make it, column by column.
    pub movers: Vec<Mover>,
}

/// A model that is in a cell on one side only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mover {
    /// Its position in the old dataset.
    pub old: Option<usize>,
    /// Its position in the new dataset.
    pub new: Option<usize>,
    /// The position of the column; one past the last is the total.
    pub column: usize,
    /// Whether it came into the cell; it left it otherwise.
    pub came: bool,
    /// What the old list says of what the cause is about.
    pub before: Option<String>,
    /// What the new list says of it.
    pub after: Option<String>,
}

impl ComparedRow {
    /// How a column's models changed.
    #[must_use]
    pub fn change(&self) -> Vec<i64> {
        let pairs = self.old.iter().zip(&self.new);
        pairs
            .map(|(old, new)| signed(*new) - signed(*old))
            .collect()
    }
}

fn signed(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl Comparison {
    /// Compares. Labels only put rows in order.
    #[must_use]
    pub fn of(sides: Sides<'_>, labels: &Labels) -> Self {
        let matching = Matching::of(
            &sides.old.dataset,
            &sides.new.dataset,
            &sides.new.definition,
        );
        let mut columns: Vec<Span> = sides.old.period.spans().collect();
        columns.extend(sides.new.period.spans());
        columns.sort_unstable();
        columns.dedup();
        let mut tables: Vec<Filling> = BREAKDOWNS
            .iter()
            .copied()
            .filter_map(|breakdown| {
                let old = breakdown.count(sides.old)?.ordered(breakdown, labels);
                let new = breakdown.count(sides.new)?.ordered(breakdown, labels);
                Some(Filling::of(breakdown, &columns, &old, &new))
            })
            .collect();
        for pair in &matching.pairs {
            both(sides, pair, &mut tables);
        }
        let singles = [
            (sides.old, &matching.left, false),
            (sides.new, &matching.entered, true),
        ];
        for (census, models, came) in singles {
            for single in models {
                one(census, *single, came, &mut tables);
            }
        }
        let tables = tables.into_iter().map(Filling::finish).collect();
        Self {
            columns,
            tables,
            matching,
        }
    }

    /// The table of a breakdown.
    #[must_use]
    pub fn table(&self, id: &str) -> Option<&ComparedTable> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// All counted models.
    #[must_use]
    pub fn all(&self) -> Option<&ComparedRow> {
        self.table("year")?.rows.first()
    }
}

/// A table that causes are being added to.
struct Filling {
    breakdown: &'static Breakdown,
    columns: Vec<Span>,
    rows: Vec<ComparedRow>,
    places: HashMap<String, usize, FixedState>,
    shares: Vec<BTreeMap<Cause, Share>>,
}

impl Filling {
    fn of(breakdown: &'static Breakdown, columns: &[Span], old: &Table, new: &Table) -> Self {
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

    fn add(&mut self, key: &str, span: Option<Span>, came: bool, moved: Moved) {
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

    fn finish(self) -> ComparedTable {
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
            id: self.breakdown.id,
            rows,
        }
    }
}

/// A model that moved, and why.
struct Moved {
    cause: Cause,
    old: Option<usize>,
    new: Option<usize>,
    before: Option<String>,
    after: Option<String>,
}

/// The rows of a breakdown that a model is counted in.
fn keys<'a>(seen: Option<Seen<'a>>, breakdown: &Breakdown) -> Vec<Cow<'a, str>> {
    let mut keys = Vec::new();
    if let Some(seen) = seen.filter(|seen| seen.is_counted()) {
        breakdown.dimension.keys(seen.placed, &mut keys);
    }
    keys
}

/// A model of one list only.
fn one(census: &Census, single: Single, came: bool, tables: &mut [Filling]) {
    let Some(seen) = Seen::at(census, single.at) else {
        return;
    };
    let cause = match (single.is_twice, came) {
        (true, _) => Cause::Duplicate,
        (false, true) => Cause::Entered,
        (false, false) => Cause::Left,
    };
    for table in tables {
        for key in keys(Some(seen), table.breakdown) {
            for span in [seen.placed.span, None] {
                let fact = facts(cause, table.breakdown.dimension, seen.model);
                let (before, after) = if came { (None, fact) } else { (fact, None) };
                let moved = Moved {
                    cause,
                    old: (!came).then_some(single.at),
                    new: came.then_some(single.at),
                    before,
                    after,
                };
                table.add(&key, span, came, moved);
            }
        }
    }
}

/// A model of both lists.
fn both(sides: Sides<'_>, pair: &Match, tables: &mut [Filling]) {
    let (Some(old), Some(new)) = (Seen::at(sides.old, pair.old), Seen::at(sides.new, pair.new))
    else {
        return;
    };
    if !old.is_counted() && !new.is_counted() {
        return;
    }
    // The new list by the old definition, the old list by the new one.
    let crossed = sides.crossed.and_then(|(new_by_old, old_by_new)| {
        Some((
            Seen::at(new_by_old, pair.new)?,
            Seen::at(old_by_new, pair.old)?,
        ))
    });
    for table in tables {
        let breakdown = table.breakdown;
        let (had, has) = (keys(Some(old), breakdown), keys(Some(new), breakdown));
        let spans = (old.placed.span, new.placed.span);
        let same_column = spans.0 == spans.1;
        if had == has && same_column {
            continue;
        }
        let gone = had
            .iter()
            .map(|key| (key, spans.0, false, has.contains(key)));
        let came = has
            .iter()
            .map(|key| (key, spans.1, true, had.contains(key)));
        for (key, span, came, on_both) in gone.chain(came) {
            let cells = [(span, !(on_both && same_column)), (None, !on_both)];
            for (span, moves) in cells {
                if !moves {
                    continue;
                }
                let cause = match crossed {
                    None => of_facts(old, new, breakdown.dimension, span.is_none()),
                    Some(crossed) => {
                        let cell = Cell {
                            key,
                            span,
                            breakdown,
                        };
                        cell.cause((old, new), crossed, came)
                    }
                };
                let moved = Moved {
                    cause,
                    old: Some(pair.old),
                    new: Some(pair.new),
                    before: facts(cause, breakdown.dimension, old.model),
                    after: facts(cause, breakdown.dimension, new.model),
                };
                table.add(key, span, came, moved);
            }
        }
    }
}

/// A cell, where two definitions are compared.
struct Cell<'a> {
    key: &'a str,
    span: Option<Span>,
    breakdown: &'static Breakdown,
}

impl Cell<'_> {
    fn has(&self, seen: Seen<'_>) -> bool {
        let in_column = self.span.is_none() || self.span == seen.placed.span;
        in_column
            && keys(Some(seen), self.breakdown)
                .iter()
                .any(|key| *key == self.key)
    }

    /// The facts where they alone would have done it, by either definition;
    /// the definition otherwise.
    fn cause(
        &self,
        (old, new): (Seen<'_>, Seen<'_>),
        (new_by_old, old_by_new): (Seen<'_>, Seen<'_>),
        came: bool,
    ) -> Cause {
        let dimension = self.breakdown.dimension;
        let whole = self.span.is_none();
        let by_old =
            (self.has(new_by_old) == came).then(|| of_facts(old, new_by_old, dimension, whole));
        let by_new =
            (self.has(old_by_new) != came).then(|| of_facts(old_by_new, new, dimension, whole));
        let facts = by_old.into_iter().chain(by_new).min();
        facts.unwrap_or(Cause::Definition)
    }
}
