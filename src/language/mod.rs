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

    /// Of what is at hand in Korean and English only, such as the texts of a
    /// file's author and names in data, the one that readers of this language
    /// are shown.
    #[must_use]
    pub fn of_two<T>(self, ko: T, en: T) -> T {
        match self {
            Self::Ko => ko,
            Self::En => en,
        }
    }

    /// Whether a figure's caption stands above its notes and source, not below:
    /// Korean reports, IS-178 among them, set them right below the picture.
    #[must_use]
    pub fn caption_leads(self) -> bool {
        match self {
            Self::Ko => false,
            Self::En => true,
        }
    }

    /// The font of its documents, as offices name it.
    #[must_use]
    pub fn font(self) -> &'static str {
        match self {
            Self::Ko => "맑은 고딕",
            Self::En => "Calibri",
        }
    }

    /// The size of its letters in a workbook's cells, in points.
    #[must_use]
    pub fn cell_points(self) -> u8 {
        match self {
            Self::Ko => 10,
            Self::En => 11,
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
    /// What is said in each.
    pub fn of(said: impl Fn(Language) -> String) -> Self {
        Self {
            ko: said(Language::Ko),
            en: said(Language::En),
        }
    }

    /// The text in a language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        language.of_two(&self.ko, &self.en)
    }

    /// To be changed.
    pub fn get_mut(&mut self, language: Language) -> &mut String {
        language.of_two(&mut self.ko, &mut self.en)
    }

    /// Whether neither language has any text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ko.is_empty() && self.en.is_empty()
    }
}

/// Puts values in the places marked `{name}`, once: braces of a value stay.
///
/// ```
/// use model_census::language::fill;
/// assert_eq!(fill("{n} of {of}", &[("n", "3"), ("of", "9")]), "3 of 9");
/// ```
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once('{') {
        said.push_str(before);
        let value = marked.split_once('}').and_then(|(name, after)| {
            let value = values.iter().find(|(own, _)| *own == name);
            value.map(|(_, value)| (value, after))
        });
        match value {
            Some((value, after)) => {
                said.push_str(value);
                rest = after;
            }
            None => {
                said.push('{');
                rest = marked;
            }
        }
    }
    said.push_str(rest);
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_not_filled_again() {
        let values = [("a", "{b}"), ("b", "2")];
        assert_eq!(fill("{a} {b} {c} {", &values), "{b} 2 {c} {");
        assert_eq!(fill("{{b}}", &values), "{2}");
    }
}
