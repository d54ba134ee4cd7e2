//! What every JSON contract has: texts for people, whose data these are, how
//! a document is written.

use serde::Serialize;

use crate::breakdown::rounded;
use crate::dataset::Source;
use crate::definition::Bilingual;
use crate::language::Language;

/// Whose data and whose frame these are.
#[derive(Serialize)]
pub(super) struct Attribution {
    data: Bilingual,
    frame: Bilingual,
}

impl Attribution {
    pub fn told() -> Self {
        Self {
            data: both(|language| language.text().credit_data.to_owned()),
            frame: both(|language| language.text().credit_frame.to_owned()),
        }
    }
}

/// A list that was read.
#[derive(Serialize)]
pub(super) struct List<'a> {
    name: &'a str,
    sha256: Option<&'a str>,
    records: u64,
    snapshot_date: Option<String>,
}

impl<'a> List<'a> {
    pub fn of(source: &'a Source) -> Self {
        Self {
            name: &source.name,
            sha256: source.sha256.as_deref(),
            records: source.records,
            snapshot_date: source.snapshot_date().map(|date| date.to_string()),
        }
    }
}

/// A definition that was counted by.
#[derive(Serialize)]
pub(super) struct CountedBy<'a> {
    pub id: &'a str,
    pub sha256: &'a str,
}

/// A text in every language.
pub(super) fn both(text: impl Fn(Language) -> String) -> Bilingual {
    Bilingual {
        ko: text(Language::Ko),
        en: text(Language::En),
    }
}

/// A share or rate as JSON has it.
pub(super) fn four_decimals(number: f64) -> f64 {
    rounded(number, 4)
}

/// A document as text, ending in a line break.
pub(super) fn written(document: &impl Serialize) -> String {
    // Serialising plain structs to memory cannot fail; an empty text would
    // break every reader loudly if it ever did.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}
