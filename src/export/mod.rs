//! A report as a file. Each format has its file here.
//!
//! In: a [`Report`](crate::report::Report). Out: text.

mod comparison_json;
mod contract;
mod coverage;
mod csv;
mod embed_code;
mod evidence;
mod format;
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
pub use self::format::{FORMATS, Format, Group, Made, Office};
pub use self::grid::{grid_clipboard_html, grid_csv, grid_rows_csv, grid_text};
pub use self::history_json::{HISTORY_SCHEMA, history_json};
pub use self::html::html;
pub use self::infographic::{Wanted, infographic, infographic_charts};
pub use self::json::{SCHEMA, json, json_covered, json_written};
pub use self::markdown::markdown;
pub use self::models::{ModelsAs, models_csv, models_jsonl};
pub use self::package::{datapackage, readme};
pub use self::picture::{Picture, framed, lines_below};
pub use self::problems::{problems_csv, problems_text, sorted_problems};
pub use self::view_page::{LINK_PICTURE, VIEW_STYLE, ViewPage};
pub use crate::document::evidence_rows;
