//! Whose models are asked for.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::{Census, Placed};
use crate::dataset::Model;
use crate::definition::Definition;
use crate::labels::Labels;
use crate::spelling::{Names, Sought, letters};

/// Whose models are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Query {
    /// Those of a country, by its key.
    Country(Arc<str>),
    /// Those of a group of organisations, or of one organisation, by its name.
    Organization(Arc<str>),
    /// Those whose name, or that of a developer, has these words in any spelling.
    Text(Arc<str>),
}

/// What a model is to a [`Query`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// One of those asked for.
    Own,
    /// The list names the country, but its developers are at home elsewhere.
    NamedOnly,
    /// None of them.
    Other,
}

impl Query {
    /// What a text asks for: a country or an organisation by any of its names,
    /// else letters of a name. Nothing asks for the definition's focus country.
    #[must_use]
    pub fn of(typed: &str, labels: &Labels, definition: &Definition, lists: &[&Census]) -> Self {
        let typed = typed.trim();
        if typed.is_empty() {
            return Self::Country(Arc::clone(&definition.focus_country));
        }
        let by_definition = definition.values.country.get(typed).cloned();
        let country = by_definition.or_else(|| labels.key_of("country", typed).map(Arc::from));
        if let Some(country) = country {
            return Self::Country(country);
        }
        match organization(typed, labels, definition, lists) {
            Some(name) => Self::Organization(name),
            None => Self::Text(Arc::from(typed)),
        }
    }

    /// What it is called in JSON.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Country(_) => "country",
            Self::Organization(_) => "organization",
            Self::Text(_) => "text",
        }
    }

    /// The country's key, the organisation's name, the letters.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Country(key) | Self::Organization(key) | Self::Text(key) => key,
        }
    }
}

/// A query that is asked of many models.
#[derive(Debug)]
pub(super) struct Asking<'a> {
    query: &'a Query,
    /// Its words, in all their spellings.
    sought: Sought,
}

impl<'a> Asking<'a> {
    pub(super) fn of(query: &'a Query) -> Self {
        Self {
            query,
            sought: Sought::of(query.key()),
        }
    }

    /// What a model of a list is to it.
    pub(super) fn relation(&self, model: &Model, placed: &Placed, list: &Census) -> Relation {
        let is_own = match self.query {
            Query::Country(key) => placed.countries.iter().any(|own| own.key == *key),
            Query::Organization(name) => {
                placed.groups.iter().any(|own| own.key == *name)
                    || model.organizations.contains(name)
            }
            Query::Text(_) => {
                let groups = placed.groups.iter().map(|own| &own.key);
                let names = groups.chain(model.organizations.iter());
                let names = Names::of(names.chain([&model.name]).map(|name| &**name));
                self.sought.is_among(&names)
            }
        };
        if is_own {
            return Relation::Own;
        }
        let Query::Country(key) = self.query else {
            return Relation::Other;
        };
        let map = &list.definition.values.country;
        let mut named = model.countries.iter();
        match named.any(|named| map.get(named).unwrap_or(named) == key) {
            true => Relation::NamedOnly,
            false => Relation::Other,
        }
    }
}

/// The group or organisation of a name in any language, however it is spelt;
/// groups come first.
fn organization(
    typed: &str,
    labels: &Labels,
    definition: &Definition,
    lists: &[&Census],
) -> Option<Arc<str>> {
    if let Some(key) = labels.key_of("organization", typed) {
        return Some(Arc::from(key));
    }
    let wanted = letters(typed);
    let known = &definition.organizations;
    let groups = known.values().filter_map(|own| own.group.as_ref());
    let models = lists.iter().flat_map(|list| &list.dataset.models);
    let listed = models.flat_map(|model| model.organizations.iter());
    let mut names = groups.chain(known.keys()).chain(listed);
    names
        .find(|name| !wanted.is_empty() && letters(name) == wanted)
        .cloned()
}
