//! What stands behind a number or a model, over the page.
//!
//! In: what is opened. Out: models with reasons, to search, sort and take away.
//! Leaves out: which models these are (`crate::evidence`).

mod card;
mod dialog;
mod long_rows;
mod model_card;
mod models;
mod order;
mod other_card;
mod stated;
mod title;

pub(in crate::page) use dialog::EvidenceDialog;
