//! What the page shows, as signals that its parts share.
//!
//! In: findings, and what the reader wants to look at. Out: signals.
//! Leaves out: how anything is shown, and where data come from.

mod shown;
mod speaking;
mod turns;
mod whole;

pub(in crate::page) use shown::{Notice, Origin, OwnFile, Progress, Shown};
pub(in crate::page) use speaking::{speak, speak_now};
pub(in crate::page) use whole::{Basis, Kept, Shared, State, UNNOTICED_MS};
