//! Reading published figures, and what is wrong where they cannot be read.

use serde_json::Value;

use crate::dimension::Condition;

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
    /// No JSON, or not of this form.
    Malformed(String),
}

impl Published {
    /// Reads published figures.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn parse(json: &str) -> Result<Self, Unreadable> {
        let published: Self = serde_json::from_str(json).map_err(|error| {
            // What the reader of JSON says of a condition is its faulty part
            // alone.
            let condition = serde_json::from_str(json)
                .ok()
                .and_then(|file: Value| faulty_condition(&file));
            match condition {
                Some((text, part)) => Unreadable::Condition {
                    line: line_of(json, &text),
                    text,
                    part,
                },
                None => Unreadable::Malformed(error.to_string()),
            }
        })?;
        if published.schema == SCHEMA {
            Ok(published)
        } else {
            Err(Unreadable::Schema(published.schema))
        }
    }
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
