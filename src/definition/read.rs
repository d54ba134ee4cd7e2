//! Definitions from files, and back.
//!
//! In: JSON of any schema, whole or as changes of a definition that comes with
//! the program. Out: a [`Definition`], or what is wrong with the file, where.

use serde::Deserialize;
use serde_json::Value;

use super::check::check;
use super::error::DefinitionError;
use super::migrate::migrate;
use super::{Definition, apply, difference};

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
        let definition: Self = serde_path_to_error::deserialize(file).map_err(|error| {
            let path = error.path().to_string();
            let path = if path == "." { "" } else { &path };
            DefinitionError::malformed(path, &error.inner().to_string())
        })?;
        check(&definition)?;
        Ok(definition)
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
        check(&definition)?;
        Ok(definition)
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
