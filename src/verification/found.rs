//! What is found where an edition is compared with the data.

use serde::{Deserialize, Serialize};

use crate::evidence::Meant;
use crate::language::Bilingual;

/// How a figure compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Verdict {
    /// The data give what was printed.
    Equal,
    /// They give something else.
    Differs,
    /// What was printed does not follow from the edition's own figures.
    Contradicts,
    /// The data cannot give it.
    NotDerivable,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 4] = [
        Self::Equal,
        Self::Differs,
        Self::Contradicts,
        Self::NotDerivable,
    ];
}

/// A published figure beside the computed one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// Where it was printed: table, row, column.
    pub table: Bilingual,
    /// What it is about.
    pub row: Bilingual,
    /// Its column.
    pub column: String,
    /// Its column in words.
    pub heading: Bilingual,
    /// What was printed.
    pub printed: String,
    /// What the data give.
    pub computed: Option<String>,
    /// How they compare.
    pub verdict: Verdict,
    /// Why they differ, where that is known for these data.
    pub because: Option<Bilingual>,
    /// The models behind the computed number.
    pub meant: Option<Meant>,
}

/// A check of the edition's own figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    /// Where what it is about was printed.
    pub places: Vec<Bilingual>,
    /// What does not follow from the others where the check fails.
    pub suspects: Vec<String>,
    /// Whether it holds.
    pub holds: bool,
    /// What was found.
    pub said: Arithmetic,
    /// What else is to be said.
    pub note: Option<Bilingual>,
}

/// What a check found, numbers as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arithmetic {
    /// A sum and what was printed.
    Sum {
        /// The sum of the parts.
        sum: String,
        /// What was printed.
        printed: String,
    },
    /// A share.
    Share {
        /// The count.
        part: String,
        /// What it is a share of.
        whole: String,
        /// The share that follows, in per cent.
        computed: String,
        /// What was printed.
        printed: String,
        /// A whole nearby that would give the printed share.
        fits: Option<usize>,
    },
    /// A growth rate.
    Growth {
        /// The first count.
        from: String,
        /// The last.
        to: String,
        /// The rate that follows, in per cent.
        computed: String,
        /// What was printed.
        printed: String,
    },
    /// Figures side by side.
    Equal(String),
    /// Whether figures are blank; the places are those that are not.
    NoneBefore,
}

/// An edition beside the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verification {
    /// What was published.
    pub title: Bilingual,
    /// Where.
    pub source: Bilingual,
    /// What is known of the data behind it, where their day is not.
    pub data_note: Option<Bilingual>,
    /// Every figure.
    pub figures: Vec<Compared>,
    /// The edition's arithmetic.
    pub checks: Vec<Checked>,
    /// How many days the data are older (or, below zero, younger) than the
    /// edition's, where both are known.
    pub days_older: Option<i32>,
}

impl Verification {
    /// How many figures compare so.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        let same = |own: &&Compared| own.verdict == verdict;
        self.figures.iter().filter(same).count()
    }
}
