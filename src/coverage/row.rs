//! Where a model stands: a list and a row of it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A row of a list. In links and in the page's numbers it is written as the row
/// of the list that is shown (`55`), or with the list before it (`1-55`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The list, by its place in [`super::Coverage::lists`]: 0 is the one that is
    /// shown.
    pub list: u32,
    /// The row, as a spreadsheet counts.
    pub record: u32,
}

impl From<u32> for Row {
    fn from(record: u32) -> Self {
        Self { list: 0, record }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.list {
            0 => write!(out, "{}", self.record),
            list => write!(out, "{list}-{}", self.record),
        }
    }
}

impl FromStr for Row {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (list, record) = text.split_once('-').unwrap_or(("0", text));
        Ok(Self {
            list: list.parse()?,
            record: record.parse()?,
        })
    }
}
