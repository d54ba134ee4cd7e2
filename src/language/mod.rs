//! Languages, and texts that come in each of them.
//!
//! In: texts as they are written. Out: the one of a [`Language`].
//! Leaves out: what is said, and of what; nothing stands below this room.

mod later;

use serde::{Deserialize, Serialize};

pub(crate) use later::Later;

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

/// A text of a file's author, in both languages of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// Korean.
    pub ko: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text in a language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Ko => &self.ko,
            Language::En => &self.en,
        }
    }

    /// To be changed.
    pub fn get_mut(&mut self, language: Language) -> &mut String {
        match language {
            Language::Ko => &mut self.ko,
            Language::En => &mut self.en,
        }
    }

    /// Whether neither language has any text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ko.is_empty() && self.en.is_empty()
    }
}

/// Puts values in the places marked `{name}`.
///
/// ```
/// use model_census::language::fill;
/// assert_eq!(fill("{n} of {of}", &[("n", "3"), ("of", "9")]), "3 of 9");
/// ```
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}
