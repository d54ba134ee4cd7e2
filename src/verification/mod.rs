//! The published figures of an edition beside the computed ones, and the
//! edition's own arithmetic.
//!
//! In: a [`Census`](crate::census::Census) of the edition's period, and
//! [`Published`] figures.
//! Out: a [`Verification`], figure by figure, and what to say of it.
//! Leaves out: which data and definition are right.

mod check;
mod figure;
mod found;
mod heading;
mod published;
mod unreadable;
mod verify;
mod words;

pub use found::{Arithmetic, Checked, Compared, Verdict, Verification};
pub use published::{
    Check, KnownReason, ListedModel, Names, Printed, Published, PublishedRow, PublishedTable,
    SCHEMA,
};
pub use unreadable::{Unreadable, Wrong};
pub use verify::verify;
pub use words::{checked, days_older, unknown_data, unreadable, verdict, verdicts};
