//! Names of values: countries, domains, tasks, organisations.
//!
//! In: `public/data/labels.json`, and countries as ISO 3166 names them.
//! Out: a value's name in a language.
//! Leaves out: names of what values are of; dimensions have their own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::definition::Countries;
use crate::language::{Bilingual, Language};

/// The names of `public/data/labels.json`: dimension → key → name.
/// Countries that it does not name are named by [`Countries`], where they are
/// known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Labels {
    names: BTreeMap<String, BTreeMap<String, Bilingual>>,
    #[serde(skip)]
    countries: Option<Countries>,
}

impl Labels {
    /// Reads the file.
    ///
    /// # Errors
    /// serde's account of what is malformed, with line and column.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        Ok(Self {
            names: serde_json::from_str(json)?,
            countries: None,
        })
    }

    /// Adds names of countries.
    #[must_use]
    pub fn with_countries(self, countries: Countries) -> Self {
        Self {
            countries: Some(countries),
            ..self
        }
    }

    /// Whether names of countries were added.
    #[must_use]
    pub fn knows_countries(&self) -> bool {
        self.countries.is_some()
    }

    /// A name with the exported one, as the report prints domains, tasks and
    /// kinds of organisations in Korean: `언어(Language)`.
    #[must_use]
    pub fn both(&self, dimension: &str, key: &str, language: Language) -> String {
        let name = self.name(dimension, key, language);
        let english = self.name(dimension, key, Language::En);
        let is_doubled = matches!(dimension, "domain" | "task" | "organization-category");
        if is_doubled && name != english && !name.contains('(') {
            format!("{name}({english})")
        } else {
            name.to_owned()
        }
    }

    /// The name of a key in a dimension; the key itself where none is known.
    #[must_use]
    pub fn name<'a>(&'a self, dimension: &str, key: &'a str, language: Language) -> &'a str {
        let name = self.names.get(dimension).and_then(|names| names.get(key));
        if let Some(name) = name {
            return name.get(language);
        }
        let countries = self.countries.as_ref().filter(|_| dimension == "country");
        countries
            .and_then(|countries| countries.name(key, language))
            .unwrap_or(key)
    }
}
