//! The files that are written, read back by other readers than their writers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop loudly"
)]

mod documents;
mod hangul;
mod packages;
mod support;
mod workbooks;
