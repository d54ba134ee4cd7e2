//! Everything that is said to people, in Korean and English.
//!
//! In: languages, labels, problems. Out: text.
//! Leaves out: which number is meant; it is handed in.
//!
//! To add a language, add its file beside `ko.rs`, its arm in
//! [`Language::text`] and a field to [`Words`]; what is missing does not
//! compile. To name a value, add a line to `public/data/labels.json`.

mod choice;
mod definition_error;
mod en;
mod english;
mod format;
mod handed;
mod json_reason;
mod ko;
mod labels;
mod meaning;
mod particle;
mod problem;
mod problem_kind;
mod read_error;
mod share;
mod text;
mod verification;

pub use choice::{choice, rank, sensitivity};
pub use definition_error::definition_error;
pub(crate) use english::English;
pub use format::{
    count, date, encoding_name, flop, percent, period, records, shape, signed_percent, significant,
    span, status, year,
};
pub use handed::NotHanded;
pub use labels::Labels;
pub use meaning::{
    condition as condition_words, conditions as conditions_words, reason, value_name,
};
pub(crate) use particle::is_particle;
pub use particle::particle;
pub use problem::problem as problem_message;
pub use problem_kind::problem_kind;
pub use read_error::read_error;
pub use share::{SHARE, ShareText, share};
pub use text::{Text, fill};
pub use verification::{
    checked, days_older, published_column, unknown_data, unreadable, verdict, verdicts,
};

use serde::{Deserialize, Serialize};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// Korean, the first.
    #[default]
    Ko,
    /// English.
    En,
}

impl Language {
    /// Both, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::Ko, Self::En];

    /// The tag of BCP 47.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::En => "en",
        }
    }

    /// Finds a language by its tag, regions ignored: `ko-KR` is Korean.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|language| language.tag() == primary)
    }

    /// Its own name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ko => "한국어",
            Self::En => "English",
        }
    }

    /// The page's texts.
    #[must_use]
    pub fn text(self) -> &'static Text {
        match self {
            Self::Ko => &ko::KO,
            Self::En => ENGLISH.or(&ko::KO),
        }
    }
}

#[cfg(not(feature = "ui"))]
static ENGLISH: English<Text> = English::new(&en::EN);
#[cfg(feature = "ui")]
static ENGLISH: English<Text> = English::later();

/// Makes English known; where this is called, its texts are.
#[cfg(feature = "ui")]
pub(crate) fn learn_english() {
    ENGLISH.learn(&en::EN);
}

/// A fixed text in every language, for texts that belong to one breakdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Korean.
    pub ko: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// The text in a language.
    #[must_use]
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Ko => self.ko,
            Language::En => self.en,
        }
    }
}
