//! A report as people hand it on: headings, sentences, tables and figures, in
//! one language, for whatever file or page shows it.
//!
//! In: a [`Report`](crate::report::Report). Out: a [`Document`], plain data
//! that travels between WebAssembly modules as bytes.
//! Leaves out: file formats (`export`, `office/`), pictures (the page draws
//! them and hands them in).

mod attributes;
mod grid;
mod value;
mod verification;
mod workbook;
mod write;

use serde::{Deserialize, Serialize};

use crate::evidence::Meant;
use crate::locale::Language;

pub use attributes::{Attribute, attributes};
pub use grid::{form_number, list_grid, list_note, partial, source_line, table_grid, unit};
pub use value::Value;
pub use verification::verification_grid;
pub use workbook::workbook;
pub use write::{About, about, credits, document, drawing, left_out, section, title};

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

/// What stands before a sentence of the outline style, and how far it is set
/// in: `□`, `○`, `-`, `*`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// `□`
    Square,
    /// `○`
    Circle,
    /// `-`
    Dash,
    /// `*`, for remarks.
    Star,
}

impl Mark {
    /// The character.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Square => "□",
            Self::Circle => "○",
            Self::Dash => "-",
            Self::Star => "*",
        }
    }

    /// How far it is set in, 0 to 3.
    #[must_use]
    pub fn depth(self) -> u8 {
        match self {
            Self::Square => 0,
            Self::Circle => 1,
            Self::Dash => 2,
            Self::Star => 3,
        }
    }
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// What stands before it.
    pub mark: Mark,
    /// Its parts.
    pub runs: Vec<Run>,
}

impl Item {
    /// The sentence without its mark.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| &*run.text).collect()
    }
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The text.
    pub text: String,
    /// The models that it counts, where it is a number that can be opened.
    pub meant: Option<Meant>,
}

/// A table as it is read: what every cell says, and the number that it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// The breakdown's or list's id.
    pub id: String,
    /// `<표 1>`, `Table 1`; blank where it has none.
    pub number: String,
    /// The title without the number.
    pub title: String,
    /// The unit with its brackets, `(단위: 개)`; blank where it has none.
    pub unit: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// As many cells in each row as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Notes and the source, each with its `주:` or `자료:`.
    pub notes: Vec<String>,
}

impl Grid {
    /// The caption: number and title.
    #[must_use]
    pub fn caption(&self) -> String {
        caption(&self.number, &self.title)
    }

    /// A table of texts, the first row its headings, the first column what a
    /// row is about.
    #[must_use]
    pub fn of_texts(title: impl Into<String>, rows: Vec<Vec<String>>) -> Self {
        let mut rows = rows.into_iter();
        let headings = rows.next().unwrap_or_default().into_iter().enumerate();
        let columns: Vec<Column> = headings
            .map(|(at, heading)| Column {
                heading,
                group: None,
                kind: if at == 0 { Kind::Label } else { Kind::Text },
            })
            .collect();
        Self {
            title: title.into(),
            columns,
            rows: rows
                .map(|row| row.into_iter().map(Cell::words).collect())
                .collect(),
            ..Self::default()
        }
    }

    /// Whether columns stand below common headings, so that the table has two
    /// lines of headings.
    #[must_use]
    pub fn has_groups(&self) -> bool {
        self.columns.iter().any(|column| column.group.is_some())
    }
}

fn caption(number: &str, title: &str) -> String {
    format!("{number} {title}").trim().to_owned()
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// A heading above this and its neighbours of the same group (`모델 수`).
    pub group: Option<String>,
    /// What it holds.
    pub kind: Kind,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// What the row is about.
    Label,
    /// Other words; set from the left.
    Text,
    /// Models of a year, or their growth or share; set from the right.
    Count,
    /// Models of all years.
    Total,
    /// A share, 0 to 1, said as a percentage.
    Share,
    /// A rank.
    Rank,
    /// Other numbers; set from the right.
    Number,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// As it is read: `41 (중복 1)`, `44.4%`.
    pub text: String,
    /// What it is: 41, 0.444…
    pub value: Option<Value>,
}

impl Cell {
    /// Words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            value: None,
        }
    }

    /// The number that it is.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        self.value.and_then(Value::number)
    }
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The breakdown's or list's id, which names its picture.
    pub id: String,
    /// `[그림 2]`, `Figure 2`; blank where it has none.
    pub number: String,
    /// The title without the number.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Its numbers: what stands in its place where there is no picture.
    pub grid: Grid,
    /// Notes and the source.
    pub notes: Vec<String>,
    /// What its picture has no room for; blank where it shows all.
    pub left_out: String,
}

impl Figure {
    /// The caption: number and title.
    #[must_use]
    pub fn caption(&self) -> String {
        caption(&self.number, &self.title)
    }

    /// What stands below its picture, or below its numbers, in order: Korean reports, IS-178 among
    /// them, set notes and source right below a picture and the caption below
    /// those; English ones the caption first.
    #[must_use]
    pub fn below(&self, has_picture: bool, language: Language) -> Vec<Below> {
        let left_out = Some(&self.left_out).filter(|own| has_picture && !own.is_empty());
        let notes = left_out.into_iter().chain(&self.notes);
        let notes = notes.cloned().map(Below::Note);
        let caption = Below::Caption(self.caption());
        match language {
            Language::Ko => notes.chain([caption]).collect(),
            Language::En => std::iter::once(caption).chain(notes).collect(),
        }
    }
}

/// A line below a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Below {
    /// Number and title.
    Caption(String),
    /// A note, or the source.
    Note(String),
}

/// A figure as a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The id of the figure it shows.
    pub figure: String,
    /// A PNG file.
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
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

/// What a workbook is made of: a sheet for each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Workbook {
    /// The language of its texts.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// The day on which it is written, as an ISO date; blank where unknown.
    pub written: String,
    /// Source, licence, snapshot, definition, date.
    pub about: Vec<(String, String)>,
    /// The heading of the sheet that says so.
    pub about_heading: String,
    /// Tables, each with the chart of its numbers.
    pub sheets: Vec<Sheet>,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name: at most 31 characters, without `[]:*?/\`.
    pub name: String,
    /// What stands in it.
    pub grid: Grid,
    /// The chart beside it.
    pub chart: Option<ChartKind>,
    /// What the chart's columns or bars are named by: year, country.
    pub names: String,
}

/// A native chart of a table's [`Kind::Count`] columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChartKind {
    /// A column for each year, parted by row.
    Columns,
    /// A bar for each row, parted by year, first row on top.
    Bars,
}
