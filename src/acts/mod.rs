//! What the reader asked for last is what is shown: the order of acts.
//!
//! In: acts, and what comes of them in any order: lists that were read,
//! answers, failures, the end of the engine. Out: what to do next, and what is
//! shown, which changes in one step from one answer and from nothing else.
//! Leaves out: who does it. Nothing here knows a browser or waits for anything,
//! so that random orders of all this are tested natively.

mod change;
mod order;

pub use change::Change;
pub use order::{Acts, Event, Kinds, Todo, Wanted};
