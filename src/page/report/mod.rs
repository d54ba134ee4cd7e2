//! The report: its summary, its sections with chart, table and sentences, and
//! its foot.
//!
//! In: the report of the state. Out: HTML.
//! Leaves out: what goes beyond the report (`beyond`), and the head.

mod attributes;
mod credits;
pub(in crate::page) mod grid_tools;
mod infographic_section;
mod list_section;
mod policy_section;
mod section;
mod section_frame;
mod sections;
mod summary;
mod table_view;

pub(in crate::page) use attributes::Attributes;
pub(in crate::page) use credits::Credits;
pub(in crate::page) use grid_tools::{GridTools, TableTools};
pub(in crate::page) use infographic_section::{InfographicSection, infographic_picture};
pub(in crate::page) use list_section::ListSection;
pub(in crate::page) use policy_section::PolicySection;
pub(in crate::page) use section::Section;
pub(in crate::page) use section_frame::source;
pub(in crate::page) use sections::{later_sections, sections};
pub(in crate::page) use summary::Summary;
