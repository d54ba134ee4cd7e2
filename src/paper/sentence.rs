//! Sentences of the outline style.

use serde::{Deserialize, Serialize};

use crate::evidence::Meant;

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
