//! Model Census: every breakdown of the policy report IS-178, computed from a
//! CSV export of Epoch AI's models database.
//!
//! ```text
//! bytes ─► dataset ─► placing ─► census ─► breakdown, list ─► report ─► chart, export, page
//!                        ▲
//!                    definition
//! ```
//!
//! Everything but `page` is pure: no browser, no clock, no hash order.
//! ARCHITECTURE.md has the map and the invariants.

// The types of components nest.
#![cfg_attr(feature = "ssr", recursion_limit = "256")]

pub use model_census_dataset as dataset;

pub mod acts;
pub mod breakdown;
pub mod census;
pub mod chart;
pub mod compare;
pub mod comparison;
pub mod coverage;
pub mod definition;
pub mod dimension;
pub mod document;
pub mod engine;
pub mod evidence;
pub mod explore;
pub mod export;
pub mod labels;
pub mod language;
pub mod list;
pub mod locale;
#[cfg(feature = "ui")]
#[cfg_attr(
    not(feature = "csr"),
    allow(
        dead_code,
        unused_imports,
        reason = "of the page only its first view is written"
    )
)]
mod page;
pub mod paper;
pub mod placing;
pub mod prose;
pub mod report;
pub mod sensitivity;
pub mod spelling;
pub mod verification;
pub mod vocabulary;

#[cfg(feature = "ssr")]
pub use page::first_view;
