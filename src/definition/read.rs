//! Definitions from files, and back.
//!
//! In: JSON of any schema, whole or as changes of a definition that comes with
//! the program. Out: a [`Definition`], or all that is wrong with the file, where.

use serde::Deserialize;
use serde_json::{Value, json};
use serde_path_to_error::{Path, Segment};

use super::check::check;
use super::error::DefinitionError;
use super::migrate::migrate;
use super::naming::{Naming, Unnamed, name_keys};
use super::{Definition, apply, difference};

/// So many faults of a file are named.
const MOST_FAULTS: usize = 20;

impl Definition {
    /// Reads a whole definition, of any schema that ever was.
    ///
    /// # Errors
    /// [`DefinitionError`].
    pub fn parse(json: &str) -> Result<Self, DefinitionError> {
        Self::parse_on(json, &|_| None)
    }

    /// Reads a definition: a whole one, or one that `extends` another, which
    /// `built_in` gives by its id, and states only what differs, as a JSON
    /// merge patch (RFC 7386).
    ///
    /// # Errors
    /// [`DefinitionError`].
    pub fn parse_on(
        json: &str,
        built_in: &dyn Fn(&str) -> Option<Self>,
    ) -> Result<Self, DefinitionError> {
        Self::parse_named(json, built_in, &Unnamed)
    }

    /// The same of one that names values instead of their keys.
    ///
    /// # Errors
    /// [`DefinitionError`].
    pub fn parse_named(
        json: &str,
        built_in: &dyn Fn(&str) -> Option<Self>,
        naming: &dyn Naming,
    ) -> Result<Self, DefinitionError> {
        let file: Value = serde_json::from_str(json)
            .map_err(|error| DefinitionError::malformed("", &error.to_string()))?;
        let mut file = migrate(file)?;
        let extends = file.as_object_mut().and_then(|file| file.remove("extends"));
        if let Some(id) = extends {
            let Value::String(id) = id else {
                return Err(DefinitionError::malformed("extends", "expected a string"));
            };
            let Some(base) = built_in(&id) else {
                return Err(DefinitionError::UnknownBase { id });
            };
            file = apply(base.to_value(), &file);
        }
        sound(file, naming)
    }

    /// Reads what [`Self::changes_of`] gave.
    ///
    /// # Errors
    /// [`DefinitionError`].
    pub fn with_changes(&self, changes: &str) -> Result<Self, DefinitionError> {
        let changes: Value = serde_json::from_str(changes)
            .map_err(|error| DefinitionError::malformed("", &error.to_string()))?;
        let changed = apply(self.to_value(), &changes);
        let definition = Self::deserialize(changed)
            .map_err(|error| DefinitionError::malformed("", &error.to_string()))?;
        match DefinitionError::of_all(check(&definition)) {
            Some(error) => Err(error),
            None => Ok(definition),
        }
    }

    /// What makes `other` of this definition, as compact JSON.
    #[must_use]
    pub fn changes_of(&self, other: &Self) -> String {
        difference(&self.to_value(), &other.to_value()).to_string()
    }

    /// As a file: indented, ending in a line break.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    fn to_value(&self) -> Value {
        // Plain data with text keys: it cannot fail.
        serde_json::to_value(self).unwrap_or_default()
    }
}

/// Reads a file whole, or names all that is wrong with it: what cannot be read
/// is put aside, so that what follows is read too.
fn sound(mut file: Value, naming: &dyn Naming) -> Result<Definition, DefinitionError> {
    let mut faults = Vec::new();
    let mut aside: Vec<String> = Vec::new();
    let definition = loop {
        match serde_path_to_error::deserialize::<_, Definition>(&file) {
            Ok(definition) => break Some(definition),
            Err(error) => {
                let said = error.inner().to_string();
                let path = error.path().to_string();
                let path = if path == "." { "" } else { &path };
                faults.push(DefinitionError::malformed(path, &said));
                let mended = put_aside(&mut file, error.path(), &said);
                match mended.filter(|_| faults.len() < MOST_FAULTS) {
                    Some(key) => aside.push(key),
                    None => break None,
                }
            }
        }
    };
    if let Some(mut definition) = definition {
        let mut further = name_keys(&mut definition, naming);
        let told: Vec<String> = further.iter().map(DefinitionError::place).collect();
        let checked = check(&definition).into_iter();
        further.extend(checked.filter(|own| !told.contains(&own.place())));
        // Of what stands in for something else nothing is said.
        let is_aside = |own: &DefinitionError| {
            let place = own.place();
            let key = place.split('.').next().unwrap_or_default();
            aside.iter().any(|aside| aside == key)
        };
        faults.extend(further.into_iter().filter(|own| !is_aside(own)));
        if faults.is_empty() {
            return Ok(definition);
        }
    }
    Err(DefinitionError::of_all(faults).unwrap_or_else(|| DefinitionError::malformed("", "")))
}

/// Takes out what cannot be read, or puts what can in its place; the key of the
/// file that it belongs to, or `None` where that is not possible.
fn put_aside(file: &mut Value, path: &Path, said: &str) -> Option<String> {
    let keys: Vec<&str> = path
        .iter()
        .map_while(|segment| match segment {
            Segment::Map { key } => Some(&**key),
            _ => None,
        })
        .collect();
    let file = file.as_object_mut()?;
    let stand_in = |key: &str| neutral().get_mut(key).map(Value::take);
    let key = match &*keys {
        // An entry of a table is told by its own name.
        ["organizations", name, ..] => {
            file.get_mut("organizations")?
                .as_object_mut()?
                .remove(*name)?;
            return Some(String::new());
        }
        ["values", dimension, value, ..] => {
            let map = file.get_mut("values")?.get_mut(*dimension)?;
            map.as_object_mut()?.remove(*value)?;
            return Some(String::new());
        }
        [key, ..] => (*key).to_owned(),
        [] => said.split('`').nth(1)?.to_owned(),
    };
    match stand_in(&key) {
        Some(value) if file.get(&key) == Some(&value) => return None,
        Some(value) => drop(file.insert(key.clone(), value)),
        None => drop(file.remove(&key)?),
    }
    Some(key)
}

/// A definition that says as little as one can.
fn neutral() -> Value {
    let text = || json!({"ko": "", "en": ""});
    json!({
        "schema": super::SCHEMA,
        "id": "",
        "title": text(),
        "author": "",
        "date": "",
        "notes": text(),
        "period": ["2020", "2023"],
        "compute": {"threshold_flop": 0.0, "unknown": "keep"},
        "growth_may_end_in_partial_year": false,
        "focus_country": "",
        "count_countries_by": "home-country",
        "no_country": [],
        "multimodal_tag": "",
        "one_developer_relations": [],
        "minimum_models": {"task": 1, "organization": 1},
        "top_models": {"year": "after-period", "count": 1},
        "values": {
            "country": {},
            "domain": {},
            "task": {},
            "organization-category": {},
            "accessibility": {},
            "confidence": {},
        },
        "organizations": {},
    })
}
