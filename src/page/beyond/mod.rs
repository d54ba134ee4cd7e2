//! What goes beyond the report: models that are not in the list, why numbers moved
//! and how the list grew, any dimension by any other, every defensible choice, published figures.
//!
//! In: the reader's choices. Out: questions to the engine, and their answers as
//! charts and tables.
//! Leaves out: arithmetic.

mod annexes;
mod coverage_models;
mod coverage_section;
mod cross_tool;
mod dimension_select;
mod edition_choice;
mod explore_section;
mod grid_view;
mod history_section;
mod moved_choice;
mod moved_matches;
mod moved_models;
mod moved_section;
mod sensitivity_section;
mod verification_section;

pub(in crate::page) use annexes::annexes;
pub(in crate::page) use coverage_section::CoverageSection;
pub(in crate::page) use edition_choice::edition;
pub(in crate::page) use explore_section::ExploreSection;
pub(in crate::page) use history_section::HistorySection;
pub(in crate::page) use moved_section::MovedSection;
pub(in crate::page) use sensitivity_section::SensitivitySection;
pub(in crate::page) use verification_section::VerificationSection;
