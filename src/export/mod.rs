//! A report as a file. Each format has its file here.
//!
//! In: a [`Report`]. Out: text.

mod comparison_json;
mod contract;
mod csv;
mod embed_code;
mod evidence;
mod grid;
mod history_json;
mod html;
mod infographic;
mod json;
mod markdown;
mod models;
mod package;
mod picture;
mod plain_svg;
mod problems;
mod view_page;

pub use self::comparison_json::{COMPARISON_SCHEMA, comparison_json};
pub use self::csv::csv;
pub use self::embed_code::{EmbedCode, usual_height};
pub use self::evidence::evidence_csv;
pub use self::grid::{grid_clipboard_html, grid_csv, grid_rows_csv, grid_text};
pub use self::history_json::{HISTORY_SCHEMA, history_json};
pub use self::html::html;
pub use self::infographic::{Wanted, infographic, infographic_charts};
pub use self::json::{SCHEMA, json, json_written};
pub use self::markdown::markdown;
pub use self::models::{models_csv, models_jsonl};
pub use self::package::{DOCX, HWPX, XLSX, datapackage, readme};
pub use self::picture::{Picture, framed, lines_below};
pub use self::problems::{problems_csv, problems_text, sorted_problems};
pub use self::view_page::{LINK_PICTURE, VIEW_STYLE, ViewPage};
pub use crate::document::evidence_rows;

use crate::document::{About, about, document};
use crate::language::Language;
use crate::report::Report;

/// A format of the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// The JSON contract, see docs/json.md.
    #[default]
    Json,
    /// The report for reading, in Korean.
    Markdown,
    /// The same as one HTML file, figures as their numbers.
    Html,
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
            "html" => Some(Self::Html),
            "csv" => Some(Self::Csv),
            "problems" => Some(Self::Problems),
            _ => None,
        }
    }

    /// The report in this format. JSON does not say the day, so that equal
    /// files give equal bytes: see [`json_written`].
    #[must_use]
    pub fn write(self, report: &Report, written: &About) -> String {
        match self {
            Self::Json => json(report),
            Self::Markdown => markdown(&document(report, written, Language::Ko)),
            Self::Html => html(&document(report, written, Language::Ko), &[]),
            Self::Csv => csv(report),
            Self::Problems => {
                problems_csv(report, &about(report, written, Language::Ko), Language::Ko)
            }
        }
    }
}
