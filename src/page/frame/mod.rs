//! The page around a frame of this one: what the frame's address asks for, and
//! what both tell each other (`frame.js`).
//!
//! In: the address, messages. Out: what was asked, whether there is a frame.
//! Leaves out: what is shown in it (`start/embed_view.rs`), the codes that make
//! frames (`share`).

mod asked;

pub(in crate::page) use asked::{all_asked, asked, is_embedded, is_own};
