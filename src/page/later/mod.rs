//! What comes later than a first paint: pieces in turn, and parts whose code is
//! fetched.
//!
//! In: a [`Part`] to be shown, an [`Act`], a [`Tool`]. Out: what the fetched code
//! makes of it, or that it did not come.
//! Leaves out: that code; `start/rest.rs` says where it is fetched from.

pub(in crate::page) mod fetched;
mod in_turn;
mod parts;
mod places;

pub(in crate::page) use fetched::{
    Rest, act, cancel, fetch_at_first_act, fetch_when_idle, follow_once_there, part_once_there,
    try_again, undone_file, use_tool,
};
pub(in crate::page) use in_turn::InTurn;
pub(in crate::page) use parts::{Act, Draw, GridOf, Part, Tool, ToolNote};
pub(in crate::page) use places::{Fetched, Later, Missing};
