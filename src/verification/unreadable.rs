//! Reading published figures, and what is wrong where they cannot be read.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::dimension::Condition;

use super::check::Figures;
use super::published::Check;
use super::{Published, SCHEMA};

/// Why a file is not one of published figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A condition that is none: in which line it stands, and which part of it
    /// is not known.
    Condition {
        /// The line, from 1.
        line: usize,
        /// The condition.
        text: String,
        /// What of it is not understood.
        part: String,
    },
    /// Another schema than [`SCHEMA`].
    Schema(String),
    /// No JSON.
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The place in the line, from 1.
        column: usize,
        /// What is wrong there, in serde's words.
        reason: String,
    },
    /// JSON, but not of this form.
    Form {
        /// The line, from 1.
        line: usize,
        /// Where, such as `tables[0].rows[1].figures.total`; blank for the
        /// whole file.
        path: String,
        /// What is wrong there.
        wrong: Wrong,
    },
    /// A reason that the file does not tell.
    Reason {
        /// The line, from 1.
        line: usize,
        /// The reason's name.
        name: String,
    },
    /// A check of a figure that the file does not have.
    Address {
        /// The line, from 1.
        line: usize,
        /// The figure's address.
        address: String,
    },
}

/// What does not fit the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A key is missing.
    Missing(String),
    /// A key that is none of those that can stand there.
    Unknown {
        /// The key.
        key: String,
        /// Those that can, as serde lists them.
        known: String,
    },
    /// Anything else, in serde's words.
    Other(String),
}

impl Published {
    /// Reads published figures.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn parse(json: &str) -> Result<Self, Unreadable> {
        let file: Value = serde_json::from_str(json).map_err(|error| Unreadable::Syntax {
            line: error.line(),
            column: error.column(),
            reason: without_place(&error.to_string()),
        })?;
        // A file of another kind would only be told what it lacks.
        if let Some(schema) = file.get("schema").and_then(Value::as_str)
            && schema != SCHEMA
        {
            return Err(Unreadable::Schema(schema.to_owned()));
        }
        let mut text = serde_json::Deserializer::from_str(json);
        let published: Self = serde_path_to_error::deserialize(&mut text)
            .map_err(|error| malformed(json, &file, &error))?;
        published.names_what_it_has(json)?;
        Ok(published)
    }

    /// Whether the reasons and figures that it names are there.
    fn names_what_it_has(&self, json: &str) -> Result<(), Unreadable> {
        let rows = self.tables.iter().flat_map(|table| &table.rows);
        let mut names = rows.flat_map(|row| row.because.values().flat_map(|names| names.all()));
        if let Some(name) = names.find(|name| !self.reasons.contains_key(*name)) {
            return Err(Unreadable::Reason {
                line: line_of(json, name),
                name: name.clone(),
            });
        }
        let figures = Figures::of(self);
        let tables: BTreeSet<&String> = self.tables.iter().map(|table| &table.id).collect();
        let mut addresses = self.checks.iter().flat_map(Check::addresses);
        let unknown = |address: &&String| !tables.contains(address) && !figures.has(address);
        match addresses.find(unknown) {
            Some(address) => Err(Unreadable::Address {
                line: line_of(json, address),
                address: address.clone(),
            }),
            None => Ok(()),
        }
    }
}

fn malformed(
    json: &str,
    file: &Value,
    error: &serde_path_to_error::Error<serde_json::Error>,
) -> Unreadable {
    // What the reader of JSON says of a condition is its faulty part alone.
    if let Some((text, part)) = faulty_condition(file) {
        return Unreadable::Condition {
            line: line_of(json, &text),
            text,
            part,
        };
    }
    let path = error.path().to_string();
    let said = without_place(&error.inner().to_string());
    Unreadable::Form {
        line: error.inner().line(),
        path: if path == "." { String::new() } else { path },
        wrong: Wrong::of(&said),
    }
}

impl Wrong {
    /// What serde's words say.
    fn of(said: &str) -> Self {
        let quoted = |text: &str| text.split('`').nth(1).map(str::to_owned);
        if let Some(key) = said.strip_prefix("missing field ").and_then(quoted) {
            return Self::Missing(key);
        }
        let unknown = said.strip_prefix("unknown field ");
        let parts = unknown.and_then(|rest| rest.split_once(", expected "));
        match parts.and_then(|(key, known)| Some((quoted(key)?, known))) {
            Some((key, known)) => Self::Unknown {
                key,
                known: known.replace("one of ", "").replace('`', ""),
            },
            None => Self::Other(said.to_owned()),
        }
    }
}

/// serde's words without the place that it names behind them.
fn without_place(said: &str) -> String {
    let words = said.rsplit_once(" at line ").map(|(words, _)| words);
    words.unwrap_or(said).to_owned()
}

/// The first condition that is none, and its part that is not understood.
fn faulty_condition(file: &Value) -> Option<(String, String)> {
    let tables = file.get("tables")?.as_array()?.iter();
    let rows = tables
        .filter_map(|table| table.get("rows")?.as_array())
        .flatten();
    let lists = rows.flat_map(|row| [row.get("of"), row.get("are")]);
    let mut conditions = lists
        .flatten()
        .filter_map(Value::as_array)
        .flatten()
        .filter_map(Value::as_str);
    conditions.find_map(|text| {
        let part = Condition::parse(text).err()?;
        Some((text.to_owned(), part))
    })
}

fn line_of(json: &str, text: &str) -> usize {
    let quoted = Value::from(text).to_string();
    let before = json
        .find(&quoted)
        .and_then(|at| json.get(..at))
        .unwrap_or_default();
    before.matches('\n').count() + 1
}
