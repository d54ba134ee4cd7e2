//! What the native code promises, room by room.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop loudly; clippy.toml spares test functions only, not their helpers"
)]

mod bytes;
mod cells;
mod command_line;
mod counting;
mod definitions;
mod growth;
mod key_order;
mod organizations;
mod properties;
mod published;
mod published_value;
mod random_export;
mod reading;
mod schema;
mod support;
mod tidy;
