//! What the page shows, as signals that its parts share.
//!
//! In: findings, and what the reader wants to look at. Out: signals, parted by
//! who sets them: what is asked for (`asked`), what is said (`said`), and what
//! is shown, which only an answer to what was asked for last changes.
//! Leaves out: how anything is shown, and where data come from.

mod asked;
mod control;
mod said;
mod shared;
mod shown;
mod speaking;
mod turns;
mod whole;

pub(in crate::page) use asked::{Answered, Counting, ListOf, OwnList, Page, Way};
pub(in crate::page) use control::{keep_at, keep_ticked};
pub(in crate::page) use shared::Shared;
pub(in crate::page) use shown::{Kept, Notice, Origin, OwnFile, Progress, Shown};
pub(in crate::page) use speaking::{speak, speak_now};
pub(in crate::page) use whole::{Next, State, UNNOTICED_MS, WORTH_A_WORD_MS};
