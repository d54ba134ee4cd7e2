//! What a definition knows of an organisation.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::home;

/// How an organisation belongs to its group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// It is the group.
    #[default]
    #[serde(rename = "self")]
    Itself,
    /// A part of the same company, such as a laboratory.
    Unit,
    /// Another name of the same organisation.
    Alias,
    /// A company that the group owns in part or whole.
    Affiliate,
}

/// What a definition knows of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// The group it is counted with; absent where it is its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Arc<str>>,
    /// How it belongs to the group.
    #[serde(default, skip_serializing_if = "is_itself")]
    pub relation: Relation,
    /// Its one home country; empty where it has none and adds no country, `None`
    /// where the export tells its countries. In JSON `null` and absent.
    #[serde(default, with = "home", skip_serializing_if = "Option::is_none")]
    pub home: Option<Arc<str>>,
    /// Its categories, used where the export states none.
    pub categories: Vec<Arc<str>>,
}

impl Organization {
    /// An organisation that nothing is said of.
    #[must_use]
    pub fn unsaid() -> Self {
        Self {
            group: None,
            relation: Relation::Itself,
            home: None,
            categories: Vec::new(),
        }
    }

    /// What is said of its home: nothing, that it has none, or the country.
    #[must_use]
    pub fn home(&self) -> Option<Option<&Arc<str>>> {
        let home = self.home.as_ref()?;
        Some(Some(home).filter(|home| ***home != *home::NONE))
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_itself(relation: &Relation) -> bool {
    *relation == Relation::Itself
}

/// The present and the former name of `Name (formerly Other)`.
pub(super) fn renamed(name: &str) -> Option<(&str, &str)> {
    const FORMERLY: [&str; 4] = ["formerly known as ", "formerly ", "previously ", "f/k/a "];
    let (present, note) = name.strip_suffix(')')?.rsplit_once('(')?;
    let former = FORMERLY.iter().find_map(|word| {
        let (start, former) = note.split_at_checked(word.len())?;
        start.eq_ignore_ascii_case(word).then_some(former)
    })?;
    Some((present.trim(), former.trim()))
}
