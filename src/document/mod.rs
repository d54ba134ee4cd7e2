//! Puts a report together as people hand it on, in one language, for whatever
//! file or page shows it.
//!
//! In: a [`Report`](crate::report::Report). Out: a [`Document`] or a
//! [`Workbook`], made of what `paper` has.
//! Leaves out: file formats (`export`, `office/`), pictures (the page draws
//! them and hands them in).

mod about;
mod annex;
mod blocks;
mod coverage;
mod evidence;
mod grid;
mod history;
mod list_note;
mod moved;
mod moved_tables;
mod verification;
mod workbook;
mod write;

pub use crate::paper::{
    Below, Block, Cell, ChartKind, Column, Document, Figure, Grid, Illustrated, Item, Kind, Mark,
    Picture, Run, Sheet, Value, Workbook,
};
pub use about::{About, about, credits, title};
pub use annex::{Annex, Annexes};
pub use blocks::left_out;
pub use coverage::{coverage_counts_grid, coverage_grid, covered_cell, covered_fate};
pub use evidence::evidence_rows;
pub use grid::{form_number, list_grid, table_grid, unit};
pub use history::{growing_sentences, history_grid, history_row_name};
pub use list_note::list_note;
pub use moved::{
    MovedAt, moved_column, moved_days, moved_row_name, moved_sentences, moved_source,
    moved_table_name, signed,
};
pub use moved_tables::{matches_grid, moved_causes, moved_grid, movers, movers_grid};
pub use verification::verification_grid;
pub use workbook::workbook;
pub use write::{document, document_with, drawing, section};
