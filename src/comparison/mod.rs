//! Why numbers moved: two lists of one census, or one list under two
//! definitions, cell by cell and model by model.
//!
//! In: two [`Census`](crate::census::Census)es over one period. Out: a [`Comparison`]: for every cell
//! of every breakdown what was, what is, and the change as an exact sum of
//! [`Cause`]s, each with its models.
//! Leaves out: words, and which lists are worth comparing.
//!
//! The sum is exact by construction: each model that is in a cell on one side
//! only is that cell's change of one, and has one cause.

mod cause;
mod compared;
mod completeness;
mod compute;
mod explained;
mod filling;
mod history;
mod known;
mod likeness;
mod matched;
mod matching;
mod moving;
mod name;
mod near;
mod open;
mod packed;

pub use cause::Cause;
pub use compared::{ComparedRow, ComparedTable, Comparison, Mover, Share};
pub use completeness::{Case, Completeness, Estimate, Hindcast, completeness, hindcasts};
pub use explained::{Explained, Side, Stated};
pub use history::{History, HistoryRow, Snapshot, history};
pub use matched::{Certainty, Ground, How, Match, Matching, Single};
pub use moving::Sides;
pub use packed::PackedLists;
