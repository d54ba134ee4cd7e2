//! What an address can say: a link and its parts, and the names of what comes
//! with the page.
//!
//! In: the address bar. Out: a [`Link`], and its text again.
//! Leaves out: what the page shows, and that it follows (`history`).

mod bundled;
mod link;
mod opened;
mod theme;

pub(in crate::page) use bundled::{
    BUILT_IN, BUNDLED, COUNTRIES, DEFINITION, EDITIONS, HISTORY, LABELS, OTHER_LISTS,
    snapshot_label,
};
pub(in crate::page) use link::{Address, Link, hash, is_address};
pub(in crate::page) use opened::Opened;
pub(in crate::page) use theme::Theme;
