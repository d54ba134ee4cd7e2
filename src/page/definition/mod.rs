//! The definition as the reader sees and changes it.
//!
//! In: the definition, changes. Out: a draft with what it moves, kept or
//! discarded.
//! Leaves out: where definitions come from (`data`).

mod columns;
mod drafting;
mod files;
mod panel;
mod rules;
mod terms;
mod typed;

pub(in crate::page) use columns::ColumnsControl;
pub(in crate::page) use drafting::Drafting;
pub(in crate::page) use panel::{DefinitionBody, DefinitionPanel, Pending};
