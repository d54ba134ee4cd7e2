//! What is said where a reader says what a column means.

use crate::dataset::Field;

/// The texts of the table of headers and their meanings.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct ColumnTexts {
    /// Of columns that no fact is taken from: `{n}`.
    pub title: &'static str,
    pub lead: &'static str,
    /// Of facts that no column is taken for: `{facts}`.
    pub lacks: &'static str,
    pub header: &'static str,
    pub meaning: &'static str,
    pub nothing: &'static str,
    /// Of a choice: `{fact}`, and the column that it is taken from now, `{header}`.
    pub taken: &'static str,
    pub no_values: &'static str,
    pub read: &'static str,
    /// What a fact is called.
    pub fact: fn(Field) -> &'static str,
}
