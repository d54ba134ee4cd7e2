//! What a comparison gives: every row with what was, what is, and why.

use serde::{Deserialize, Serialize};

use crate::definition::Span;

use super::cause::Cause;
use super::matched::Matching;

/// Two sides, compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The columns of every row; a row's total follows after them.
    pub columns: Vec<Span>,
    /// Every breakdown that both lists support, in the report's order.
    pub tables: Vec<ComparedTable>,
    /// Which models are the same.
    pub matching: Matching,
}

/// A breakdown on both sides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparedTable {
    /// The breakdown's id.
    pub id: String,
    /// Every row of either side: those of the new in its order, then those
    /// that only the old has.
    pub rows: Vec<ComparedRow>,
}

/// A row on both sides. Each list of numbers has one for each column, and the
/// row's total last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The cause.
    pub cause: Cause,
    /// Its change of each column, and of the total last.
    pub change: Vec<i64>,
    /// The models that make it, column by column.
    pub movers: Vec<Mover>,
}

/// A model that is in a cell on one side only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
