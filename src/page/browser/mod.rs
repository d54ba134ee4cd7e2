//! What the browser gives: files and code from the page's own site, storage,
//! the clipboard, pictures of pixels, the day, and when the reader comes near.
//!
//! In: plain values and elements. Out: the same, or what the browser said
//! against it.
//! Leaves out: everything that the page shows; nothing here knows its state.

pub(in crate::page) mod english;
mod fetching;
mod from_js;
mod guide;
pub(in crate::page) mod near;
mod save;
pub(in crate::page) mod stored;
mod today;

pub(in crate::page) use english::english;
pub(in crate::page) use fetching::{NotFetched, Site, blob, fetch, site, text};
pub(in crate::page) use from_js::{get, said};
pub(in crate::page) use guide::guide;
pub(in crate::page) use near::{Near, idle, near};
pub(in crate::page) use save::{copy, copy_picture, copy_table, png, save_as, save_bytes};
pub(in crate::page) use today::today;
