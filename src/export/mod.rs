//! A report as a file. Each format has its file here.
//!
//! In: a [`Report`]. Out: text.

mod csv;
mod evidence;
mod json;
mod markdown;
mod models;
mod problems;

pub use self::csv::csv;
pub use self::evidence::{evidence_csv, evidence_rows, evidence_text};
#[cfg(feature = "ui")]
pub(crate) use self::json::missing_columns;
pub use self::json::{SCHEMA, json};
pub use self::markdown::markdown;
pub use self::models::models_csv;
pub use self::problems::{problems_csv, problems_text, sorted_problems};

use crate::report::Report;

/// A format of the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// The JSON contract, see docs/json.md.
    #[default]
    Json,
    /// All tables for reading, in Korean.
    Markdown,
    /// All tables in one, a line per cell.
    Csv,
    /// What was wrong with the file, in Korean.
    Problems,
}

impl Format {
    /// Finds a format by its name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "json" => Some(Self::Json),
            "markdown" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            "problems" => Some(Self::Problems),
            _ => None,
        }
    }

    /// The report in this format.
    #[must_use]
    pub fn write(self, report: &Report) -> String {
        match self {
            Self::Json => json(report),
            Self::Markdown => markdown(report, crate::locale::Language::Ko),
            Self::Csv => csv(report),
            Self::Problems => problems_csv(report, crate::locale::Language::Ko),
        }
    }
}
