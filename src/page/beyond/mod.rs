//! What goes beyond the report: any dimension by any other, every defensible
//! choice, published figures.
//!
//! In: the reader's choices. Out: questions to the engine, and their answers as
//! charts and tables.
//! Leaves out: arithmetic.

mod cross_tool;
mod dimension_select;
mod explore_section;
mod sensitivity_section;
mod verification_section;

pub(in crate::page) use explore_section::ExploreSection;
pub(in crate::page) use sensitivity_section::SensitivitySection;
pub(in crate::page) use verification_section::{VerificationSection, edition};
