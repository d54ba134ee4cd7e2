//! Figures, and pictures of them.

use serde::{Deserialize, Serialize};

use crate::language::Language;

use super::Grid;
use super::grid::caption;

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

    /// What stands below its picture, or below its numbers, in the order of the
    /// language.
    #[must_use]
    pub fn below(&self, has_picture: bool, language: Language) -> Vec<Below> {
        let left_out = Some(&self.left_out).filter(|own| has_picture && !own.is_empty());
        let notes = left_out.into_iter().chain(&self.notes);
        let notes = notes.cloned().map(Below::Note);
        let caption = Below::Caption(self.caption());
        if language.caption_leads() {
            std::iter::once(caption).chain(notes).collect()
        } else {
            notes.chain([caption]).collect()
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
