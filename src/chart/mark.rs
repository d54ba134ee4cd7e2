//! What the marks of a chart stand for, by keys: what is shown of two values may
//! be the same word.

use serde::Serialize;

use crate::breakdown::{Breakdown, Table};
use crate::dimension::{self, ANY, Condition, Conditions};
use crate::evidence::Meant;

/// What a mark stands for; blank is no single one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MarkKey {
    /// The key of its row, the record of its model, the id of its choice.
    pub row: String,
    /// The key of its column.
    pub column: String,
}

/// The marks of a drawing, series by series in the order in which they are
/// drawn.
pub type Marks = Vec<Vec<MarkKey>>;

impl MarkKey {
    pub(super) fn new(row: &(impl ToString + ?Sized), column: &(impl ToString + ?Sized)) -> Self {
        Self {
            row: row.to_string(),
            column: column.to_string(),
        }
    }

    /// The mark of a whole row.
    pub(super) fn row(row: &(impl ToString + ?Sized)) -> Self {
        Self::new(row, "")
    }

    /// The models that a mark of a breakdown's chart counts.
    #[must_use]
    pub fn meant(&self, breakdown: &Breakdown, table: &Table) -> Option<Meant> {
        let mut columns = table.columns.iter().copied();
        let span = columns.find(|own| own.to_string() == self.column);
        match (table.row(&self.row), span) {
            (None, None) => None,
            (Some(row), span) => Some(Meant::counted(breakdown.conditions(&row.key, span))),
            // The total above a column.
            (None, Some(span)) => {
                let any = Condition::value(breakdown.dimension, ANY);
                let year = Condition::value(&dimension::YEAR, span.to_string());
                Some(Meant::counted(Conditions(vec![any, year])))
            }
        }
    }
}
