//! Workbooks.

use serde::{Deserialize, Serialize};

use crate::language::Language;

use super::Grid;

/// What a workbook is made of: a sheet for each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Workbook {
    /// The language of its texts.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// The day on which it is written, as an ISO date; blank where unknown.
    pub written: String,
    /// Source, licence, snapshot, definition, date.
    pub about: Vec<(String, String)>,
    /// The heading of the sheet that says so.
    pub about_heading: String,
    /// Tables, each with the chart of its numbers.
    pub sheets: Vec<Sheet>,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name: at most 31 characters, without `[]:*?/\`.
    pub name: String,
    /// What stands in it.
    pub grid: Grid,
    /// The chart beside it.
    pub chart: Option<ChartKind>,
    /// What the chart's columns or bars are named by: year, country.
    pub names: String,
}

/// A native chart of a table's [`Kind::Count`](super::Kind::Count) columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChartKind {
    /// A column for each year, parted by row.
    Columns,
    /// A bar for each row, parted by year, first row on top.
    Bars,
}
