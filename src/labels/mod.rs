//! Names of values: countries, domains, tasks, organisations.
//!
//! In: `public/data/labels.json`, and countries as ISO 3166 names them.
//! Out: a value's name in a language.
//! Leaves out: names of what values are of; dimensions have their own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::definition::{Countries, Naming};
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

impl Naming for Labels {
    fn key_of(&self, dimension: &str, text: &str) -> Option<String> {
        Self::key_of(self, dimension, text)
    }

    fn names(&self, dimension: &str) -> Vec<&str> {
        Self::names(self, dimension).collect()
    }

    fn knows_all(&self, dimension: &str) -> bool {
        dimension == "country" && self.knows_countries()
    }
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

    /// The key that a text names in a dimension: itself where it is one, else
    /// that of a name in either language, in letters of either case, or of a
    /// spelling or code of a country.
    #[must_use]
    pub fn key_of(&self, dimension: &str, text: &str) -> Option<String> {
        let text = text.trim();
        let names = self.names.get(dimension);
        if names.is_some_and(|names| names.contains_key(text)) {
            return Some(text.to_owned());
        }
        let lower = text.to_lowercase();
        let named = names.into_iter().flatten().find(|(_, name)| {
            let names = [Language::Ko, Language::En].map(|language| name.get(language));
            names.iter().any(|name| name.to_lowercase() == lower)
        });
        if let Some((key, _)) = named {
            return Some(key.clone());
        }
        let countries = self.countries.as_ref().filter(|_| dimension == "country");
        countries?.key_of(text).map(ToString::to_string)
    }

    /// Every name of a dimension, in either language, with its key.
    pub fn names(&self, dimension: &str) -> impl Iterator<Item = &str> {
        let names = self.names.get(dimension).into_iter().flatten();
        let named = names
            .flat_map(|(_, name)| [Language::En, Language::Ko].map(|language| name.get(language)));
        let is_of_countries = dimension == "country";
        let countries = self.countries.iter().filter(move |_| is_of_countries);
        named.chain(countries.flat_map(Countries::spellings))
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
