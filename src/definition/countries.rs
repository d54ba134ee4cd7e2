//! The countries of ISO 3166-1: their codes, names and spellings.
//!
//! In: `public/data/countries.json`, which `tools/countries.js` writes.
//! Leaves out: what a report makes of a country; that is its definition.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;

use crate::language::Language;

use super::fold::fold;

/// Words that tell no country from another.
const STOP_WORDS: [&str; 3] = ["and", "of", "the"];

/// Every country that can be told by its spelling.
///
/// ```
/// use model_census::definition::Countries;
/// use model_census::language::Language;
///
/// let countries = Countries::parse(
///     r#"[["KOR", "KR", "한국", "South Korea", "Korea (Republic of)"]]"#,
/// )?;
/// for spelling in ["Korea, Republic of", "south korea", "한국", "KR", "KOR"] {
///     assert_eq!(countries.key_of(spelling).map(|key| &**key), Some("KOR"));
/// }
/// assert_eq!(countries.key_of("Atlantis"), None);
/// assert_eq!(countries.name("KOR", Language::Ko), Some("한국"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Countries {
    /// In the file's order.
    rows: Vec<Row>,
    /// Alpha-3 → place in `rows`.
    places: BTreeMap<Arc<str>, usize>,
    /// Alpha-2 → alpha-3.
    alpha_2: BTreeMap<Arc<str>, Arc<str>>,
    /// Fingerprint of a spelling → alpha-3.
    fingerprints: BTreeMap<String, Arc<str>>,
}

/// A country: `[alpha-3, alpha-2, Korean name, English name, further
/// spellings in either language …]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Vec<Arc<str>>")]
struct Row {
    alpha_3: Arc<str>,
    alpha_2: Arc<str>,
    ko: Arc<str>,
    en: Arc<str>,
    further: Vec<Arc<str>>,
}

impl TryFrom<Vec<Arc<str>>> for Row {
    type Error = &'static str;

    fn try_from(row: Vec<Arc<str>>) -> Result<Self, Self::Error> {
        let mut cells = row.into_iter();
        match (cells.next(), cells.next(), cells.next(), cells.next()) {
            (Some(alpha_3), Some(alpha_2), Some(ko), Some(en)) => Ok(Self {
                alpha_3,
                alpha_2,
                ko,
                en,
                further: cells.collect(),
            }),
            _ => Err("a country needs two codes and two names"),
        }
    }
}

impl Row {
    fn spellings(&self) -> impl Iterator<Item = &str> {
        [&self.en]
            .into_iter()
            .chain(&self.further)
            .chain([&self.ko])
            .map(|spelling| &**spelling)
    }
}

impl Countries {
    /// Reads the file. Where two countries share a spelling, it is the
    /// first's.
    ///
    /// # Errors
    /// serde's account of what is malformed, with line and column.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        let mut countries = Self {
            rows: serde_json::from_str(json)?,
            ..Self::default()
        };
        for (place, row) in countries.rows.iter().enumerate() {
            let key = &row.alpha_3;
            countries.places.entry(Arc::clone(key)).or_insert(place);
            let alpha_2 = countries.alpha_2.entry(Arc::clone(&row.alpha_2));
            alpha_2.or_insert_with(|| Arc::clone(key));
            for fingerprint in row.spellings().filter_map(fingerprint) {
                let known = countries.fingerprints.entry(fingerprint);
                known.or_insert_with(|| Arc::clone(key));
            }
        }
        Ok(countries)
    }

    /// A table that knows no country, for when the file cannot be had.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// The country that a text spells, as ISO 3166-1 alpha-3.
    ///
    /// Names are compared without case, diacritics, punctuation, the order of
    /// their words, and "and", "of", "the": "Korea, Republic of" is
    /// "Republic of Korea". The codes are spellings too; alpha-2 in upper
    /// case only, since "in" and "no" are words before they are countries. A
    /// country may be named twice, as in "미국(USA)".
    #[must_use]
    pub fn key_of(&self, spelling: &str) -> Option<&Arc<str>> {
        let spelling = spelling.trim();
        let alpha_2 = self.alpha_2.get(spelling);
        alpha_2
            .or_else(|| {
                let alpha_3 = spelling.to_ascii_uppercase();
                let (key, _) = self.places.get_key_value(&*alpha_3)?;
                Some(key)
            })
            .or_else(|| self.fingerprints.get(&fingerprint(spelling)?))
            .or_else(|| self.twice(spelling))
    }

    /// The country of a text that names it twice: `미국(USA)`.
    fn twice(&self, spelling: &str) -> Option<&Arc<str>> {
        let (name, again) = spelling.strip_suffix(')')?.split_once('(')?;
        let key = self.key_of(name)?;
        (self.key_of(again) == Some(key)).then_some(key)
    }

    /// The name of a country, by its alpha-3.
    #[must_use]
    pub fn name(&self, key: &str, language: Language) -> Option<&str> {
        let row = self.rows.get(*self.places.get(key)?)?;
        Some(language.of_two(&row.ko, &row.en))
    }

    /// Every spelling but the codes: country by country in the order of the
    /// file, the English name first and the Korean one last.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flat_map(Row::spellings)
    }
}

/// The words of a spelling that tell countries apart, in order and once;
/// `None` if there is none.
fn fingerprint(spelling: &str) -> Option<String> {
    let mut folded = String::with_capacity(spelling.len());
    for character in spelling.chars() {
        fold(character, &mut folded);
    }
    // Between Korean words spaces stand as the writer likes.
    let is_korean = |letter: char| ('가'..='힣').contains(&letter);
    if folded.chars().any(is_korean) {
        return Some(folded.split_whitespace().collect());
    }
    let mut words: BTreeSet<&str> = folded.split_whitespace().collect();
    words.retain(|word| !STOP_WORDS.contains(word));
    let words: Vec<&str> = words.into_iter().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
