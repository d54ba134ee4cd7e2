//! What a report is as people hand it on: sentences, tables, figures, workbooks.
//!
//! In: what `prose` and `document` write. Out: plain data that travels between
//! WebAssembly modules as bytes, the same for every file format.
//! Leaves out: how any of it comes about, and file formats (`export`,
//! `office/`).

mod figure;
mod grid;
mod sentence;
mod value;
mod workbook;

use serde::{Deserialize, Serialize};

use crate::language::Language;

pub use figure::{Below, Figure, Picture};
pub use grid::{Cell, Column, Grid, Kind};
pub use sentence::{Item, Mark, Run};
pub use value::Value;
pub use workbook::{ChartKind, Sheet, Workbook};

/// A report to be handed on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The language of all its texts.
    pub language: Language,
    /// The title.
    pub title: String,
    /// The line below the title: the period, the data and its date.
    pub subtitle: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// The day on which it is written, as an ISO date; blank where unknown.
    pub written: String,
    /// Source, licence, snapshot, definition, date: names and values, which
    /// every file that is made of it states.
    pub about: Vec<(String, String)>,
    /// What stands above these.
    pub about_heading: String,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// A heading: 1 is a chapter, 2 a section, 3 a part of a section.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its text.
        text: String,
    },
    /// A sentence of the outline style.
    Item(Item),
    /// A table.
    Grid(Grid),
    /// A figure.
    Figure(Figure),
}

/// What a document with pictures is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Illustrated {
    /// The document.
    pub document: Document,
    /// At most one for each figure; one that is missing is replaced by its
    /// numbers.
    pub pictures: Vec<Picture>,
}
