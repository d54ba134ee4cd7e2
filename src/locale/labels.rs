//! Names of values: countries, domains, tasks, organisations.

use std::collections::BTreeMap;

use crate::definition::Bilingual;

use super::Language;

/// The names of `public/data/labels.json`: dimension → key → name.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(transparent)]
pub struct Labels(BTreeMap<String, BTreeMap<String, Bilingual>>);

impl Labels {
    /// Reads the file.
    ///
    /// # Errors
    /// serde's account of what is malformed, with line and column.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// The name of a key in a dimension; the key itself where none is known.
    #[must_use]
    pub fn name<'a>(&'a self, dimension: &str, key: &'a str, language: Language) -> &'a str {
        self.0
            .get(dimension)
            .and_then(|names| names.get(key))
            .map_or(key, |name| match language {
                Language::Ko => &name.ko,
                Language::En => &name.en,
            })
    }
}
