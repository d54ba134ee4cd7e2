//! Links to what is shown, and codes that put a part of it into other pages.
//!
//! In: what is shown, choices. Out: texts to copy, a live preview.
//! Leaves out: what other pages then show (`start/embed_view.rs`).

mod button;
mod code;
mod dialog;

pub(in crate::page) use button::{ShareButton, Sharing};
pub(in crate::page) use dialog::ShareDialog;
