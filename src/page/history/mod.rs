//! Keeps the address in step with the page, and brings the reader to what a
//! link leads to.
//!
//! In: what is shown, steps back and forth. Out: the address, the place in the
//! page, what of a link does not hold.
//! Leaves out: how data that a link names are got (`data`).

mod arrival;
pub(in crate::page) mod current;
pub(in crate::page) mod steps;
pub(in crate::page) mod unmet;

pub(in crate::page) use arrival::{arrive, arrive_at_opening};
pub(in crate::page) use current::{Names, own_address};
pub(in crate::page) use unmet::LinkNotice;
