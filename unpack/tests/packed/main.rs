//! What comes out of packed files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop loudly; clippy.toml spares test functions only, not their helpers"
)]

mod archives;
mod hostile;
mod support;
mod workbooks;
