//! What the reader looks behind.

use crate::coverage::Row;
use crate::evidence::Meant;

/// What the reader looks behind.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) enum Opened {
    /// A number: the models that it counts.
    Number(Meant),
    /// A model, by its row: the numbers that count it, or why none does.
    Model(Row),
}
