//! Bytes of an export in, typed models and problems out.
//!
//! In: the bytes of a CSV export of Epoch AI's models database, in an
//! [`Encoding`], a chunk at a time.
//! Out: a [`Dataset`]: models as the export states them, what was wrong with
//! which cell, and how many records there were.
//! Leaves out: every judgement (thresholds, merges, countries) and every text
//! that is shown to people.

mod blanks;
mod cell;
mod column;
mod date;
mod dates;
mod digest;
mod digits_date;
mod doubtful;
mod encoding;
mod error;
mod foreign;
mod garbled;
mod headed;
mod header;
mod intake;
mod list_kind;
mod list_marks;
mod lists;
mod mend;
mod model;
mod numbers;
mod options;
mod other_table;
mod packed;
mod preview;
mod problem;
mod problems;
mod read;
mod recognise;
mod record;
mod same;
mod split;
mod statement;
mod text;
mod weekday;
mod written_date;
mod written_number;

pub use cell::split_list;
pub use column::{COLUMNS, ColumnSpec, Field, Kind};
pub use date::PartialDate;
pub use digest::{Fingerprint, sha256};
pub use doubtful::seems_compute;
#[cfg(not(target_arch = "wasm32"))]
pub use encoding::native_decoders;
pub use encoding::{Decode, Decoders, Encoding, Sniffed};
pub use error::ReadError;
pub use headed::{Headed, headed};
pub use header::{Header, some_names};
pub use intake::Intake;
pub use list_kind::{Certainty, LARGE_SCALE, ListKind, Listed, Why};
pub use model::{Dataset, List, Model, Source};
pub use options::Options;
pub use other_table::OtherTable;
pub use packed::PackedError;
pub use preview::{Preview, preview};
pub use problem::{Code, Detail, FIRST_PLACES, MORE_VALUES, Place, Problem, Severity};
pub use problems::Problems;
pub use read::{Fed, Reading};
#[cfg(not(target_arch = "wasm32"))]
pub use read::{read, statements};
pub use recognise::{Columns, recognise};
pub use record::{LONGEST_CELL, Record};
pub use split::Splitter;
pub use statement::Statement;
pub use text::{is_blank, starts_formula, tidy};
