//! Tables.

use serde::{Deserialize, Serialize};

use super::Value;

/// A table as it is read: what every cell says, and the number that it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// The breakdown's or list's id.
    pub id: String,
    /// `<표 1>`, `Table 1`; blank where it has none.
    pub number: String,
    /// The title without the number.
    pub title: String,
    /// The unit with its brackets, `(단위: 개)`; blank where it has none.
    pub unit: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// As many cells in each row as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Notes and the source, each with its `주:` or `자료:`.
    pub notes: Vec<String>,
}

impl Grid {
    /// The caption: number and title.
    #[must_use]
    pub fn caption(&self) -> String {
        caption(&self.number, &self.title)
    }

    /// A table of texts, the first row its headings, the first column what a
    /// row is about.
    #[must_use]
    pub fn of_texts(title: impl Into<String>, rows: Vec<Vec<String>>) -> Self {
        let mut rows = rows.into_iter();
        let headings = rows.next().unwrap_or_default().into_iter().enumerate();
        let columns: Vec<Column> = headings
            .map(|(at, heading)| Column {
                heading,
                group: None,
                kind: if at == 0 { Kind::Label } else { Kind::Text },
            })
            .collect();
        Self {
            title: title.into(),
            columns,
            rows: rows
                .map(|row| row.into_iter().map(Cell::words).collect())
                .collect(),
            ..Self::default()
        }
    }

    /// Whether columns stand below common headings, so that the table has two
    /// lines of headings.
    #[must_use]
    pub fn has_groups(&self) -> bool {
        self.columns.iter().any(|column| column.group.is_some())
    }
}

pub(super) fn caption(number: &str, title: &str) -> String {
    format!("{number} {title}").trim().to_owned()
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// A heading above this and its neighbours of the same group (`모델 수`).
    pub group: Option<String>,
    /// What it holds.
    pub kind: Kind,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// What the row is about.
    Label,
    /// Other words; set from the left.
    Text,
    /// Models of a year, or their growth or share; set from the right.
    Count,
    /// Models of all years.
    Total,
    /// A share, 0 to 1, said as a percentage.
    Share,
    /// A rank.
    Rank,
    /// Other numbers; set from the right.
    Number,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// As it is read: `41 (중복 1)`, `44.4%`.
    pub text: String,
    /// What it is: 41, 0.444…
    pub value: Option<Value>,
}

impl Cell {
    /// Words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            value: None,
        }
    }

    /// The number that it is.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        self.value.and_then(Value::number)
    }
}
