//! Files of what is shown.
//!
//! In: a format. Out: a file to save.
//! Leaves out: formats themselves (`crate::export`, `office/`).

mod export_section;
mod making;
mod office;

pub(in crate::page) use export_section::ExportSection;
