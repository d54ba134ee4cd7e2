//! The way to numbers: questions to the engine, and the engine as JavaScript
//! sees it, in a worker or, where none can start, in the page.
//!
//! In: files, questions. Out: findings and answers; the JSON for other
//! programs.
//! Leaves out: what is computed (`crate::engine`), and what is done with an
//! answer. `client.js` alone knows where the engine runs.

pub(in crate::page) mod client;
mod contract;
mod decoding;
mod hasher;
mod head;
mod host;

pub(in crate::page) use client::{NotAnswered, NotRead, Packed, ReadAs};
pub(in crate::page) use contract::announce_error;
pub(in crate::page) use decoding::{headed, preview};
pub(in crate::page) use head::head;
