//! Definitions from files, and back.
//!
//! In: JSON of any schema, whole or as changes of a definition that comes with
//! the program. Out: a [`Definition`], or what is wrong with the file, where.

use serde::Deserialize;
use serde_json::Value;

use super::check::{Fault, check};
use super::migrate::migrate;
use super::{Definition, apply, difference};

/// Why a definition cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefinitionError {
    /// Not JSON, or not the JSON that [`super::SCHEMA`] asks for.
    Malformed {
        /// Where, such as `organizations.Acme.home`; empty for the whole file.
        path: String,
        /// What is wrong there, in serde's words; with line and column where
        /// the text is no JSON.
        reason: String,
    },
    /// A schema of another name or version.
    UnknownSchema {
        /// The schema it names.
        found: String,
    },
    /// It changes a definition that the program does not have.
    UnknownBase {
        /// The id that it names.
        id: String,
    },
    /// It reads well, but asks for what cannot be.
    Faulty {
        /// Where.
        path: String,
        /// What.
        fault: Fault,
    },
}

impl DefinitionError {
    pub(super) fn malformed(path: &str, reason: &str) -> Self {
        Self::Malformed {
            path: path.to_owned(),
            reason: reason.to_owned(),
        }
    }
}

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

    fn to_value(&self) -> Value {
        // Plain data with text keys: it cannot fail.
        serde_json::to_value(self).unwrap_or_default()
    }
}

/// Indented, ending in a line break.
pub(super) fn pretty(definition: &Definition) -> String {
    let mut text = serde_json::to_string_pretty(definition).unwrap_or_default();
    text.push('\n');
    text
}
