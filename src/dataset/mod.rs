//! Bytes of an export in, typed models and problems out.
//!
//! In: the bytes of a CSV export of Epoch AI's models database.
//! Out: a [`Dataset`]: models as the export states them, what was wrong with
//! which cell, and how many records there were.
//! Leaves out: every judgement (thresholds, merges, countries) and every text
//! that is shown to people.

mod cell;
mod column;
mod date;
mod intake;
mod model;
mod problem;
mod read;

pub use cell::{is_blank, split_list, tidy};
pub use column::{COLUMNS, ColumnSpec, Field, recognise};
pub use date::PartialDate;
pub use intake::Intake;
pub use model::{Dataset, List, Model, Source};
pub use problem::{Code, Problem, Severity};
pub use read::{ReadError, Reading, read};
