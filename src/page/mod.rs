//! The page: the one room that knows a browser.
//!
//! In: what the reader does. Out: HTML, charts, and the same JSON as the
//! command line.
//! Leaves out: arithmetic; every number comes from a [`crate::report::Report`].
//!
//! Its folders in their order: each imports only those above it in this list.

mod browser;
mod frame;

mod engine;

mod address;

mod state;

mod later;

mod history;

mod numbers;

mod data;

mod definition;

mod share;

mod chart;

mod report;

mod head;

mod evidence;

mod beyond;

mod files;

mod start;

#[cfg(feature = "ssr")]
pub use start::first_view;
