//! Values that a definition's author typed by their names.
//!
//! In: a definition as it was written. Out: the same with the keys of what is
//! named, and what names nothing.

use std::sync::Arc;

use super::error::{DefinitionError, Fault};
use super::{Definition, Known, ValueDimension, ValueMap};

/// What knows the keys of names.
pub trait Naming {
    /// The key that a text names in a dimension, itself where it is one.
    fn key_of(&self, dimension: &str, text: &str) -> Option<String>;

    /// The names of a dimension.
    fn names(&self, dimension: &str) -> Vec<&str>;

    /// Whether a dimension has no keys but those that have a name.
    fn knows_all(&self, dimension: &str) -> bool;
}

/// Knows no names: every text is a key.
pub(super) struct Unnamed;

impl Naming for Unnamed {
    fn key_of(&self, _: &str, _: &str) -> Option<String> {
        None
    }

    fn names(&self, _: &str) -> Vec<&str> {
        Vec::new()
    }

    fn knows_all(&self, _: &str) -> bool {
        false
    }
}

/// The key that a definition's author means by a text; what is near where it
/// names nothing.
///
/// # Errors
/// The nearest name, where one is near.
pub fn meant(
    definition: &Definition,
    naming: &dyn Naming,
    dimension: ValueDimension,
    text: &str,
) -> Result<Arc<str>, Option<String>> {
    let own = |found: &str| Ok(Arc::from(found));
    let map = definition.values.of(dimension);
    if let Some(key) = naming.key_of(dimension.id(), text) {
        return own(&key);
    }
    if let Some(key) = map.get(text) {
        return own(naming.key_of(dimension.id(), key).as_deref().unwrap_or(key));
    }
    let is_country = dimension == ValueDimension::Country;
    let is_none = is_country && definition.no_country.iter().any(|none| **none == *text);
    if is_none || map.values().any(|key| **key == *text) {
        return own(text);
    }
    let nearest = near(naming, map, dimension, text);
    if nearest.is_none() && !(is_country && naming.knows_all(dimension.id())) {
        return own(text);
    }
    Err(nearest)
}

fn near(
    naming: &dyn Naming,
    map: &ValueMap,
    dimension: ValueDimension,
    text: &str,
) -> Option<String> {
    let names = naming.names(dimension.id());
    if names.is_empty() {
        return None;
    }
    let known = names.iter().copied().chain(map.keys().map(|own| &**own));
    Known::new(known).nearest(text).map(str::to_owned)
}

/// Puts the keys in the place of names.
pub(super) fn name_keys(definition: &mut Definition, naming: &dyn Naming) -> Vec<DefinitionError> {
    let mut faults = Vec::new();
    let asked = definition.clone();
    for dimension in ValueDimension::ALL {
        for (value, key) in definition.values.of_mut(dimension) {
            // A value may count as one that has no name; a slip is none.
            let named = naming.key_of(dimension.id(), key);
            let is_own = asked.values.of(dimension).contains_key(key);
            match named {
                Some(named) if *named != **key => *key = named.into(),
                Some(_) => {}
                None if is_own || dimension != ValueDimension::Country => {}
                None => {
                    let map = &ValueMap::new();
                    let nearest = near(naming, map, dimension, key);
                    if nearest.is_some() {
                        let path = format!("values.{}.{value}", dimension.id());
                        faults.push(unknown(path, key, nearest));
                    }
                }
            }
        }
    }
    let mut put =
        |path: String, dimension, text: &mut Arc<str>| match meant(&asked, naming, dimension, text)
        {
            Ok(key) => *text = key,
            Err(nearest) => faults.push(unknown(path, text, nearest)),
        };
    let focus = &mut definition.focus_country;
    put("focus_country".to_owned(), ValueDimension::Country, focus);
    for (name, own) in &mut definition.organizations {
        if let Some(home) = own
            .home
            .as_mut()
            .filter(|home| ***home != *super::home::NONE)
        {
            let path = format!("organizations.{name}.home");
            put(path, ValueDimension::Country, home);
        }
        for (at, category) in own.categories.iter_mut().enumerate() {
            let path = format!("organizations.{name}.categories[{at}]");
            put(path, ValueDimension::OrganizationCategory, category);
        }
    }
    faults
}

fn unknown(path: String, value: &Arc<str>, nearest: Option<String>) -> DefinitionError {
    let value = Arc::clone(value);
    let fault = Fault::UnknownValue { value, nearest };
    DefinitionError::Faulty { path, fault }
}
