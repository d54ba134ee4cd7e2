//! What a first visit shows, as bytes that are made when the page is built:
//! so that the page can show it before the code that counts has come.

use serde::{Deserialize, Serialize};

use crate::definition::{Definition, plain};
use crate::labels::Labels;
use crate::report::Findings;

use super::{Engine, View};

/// What a first visit shows.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    /// The definition that is counted by at first.
    #[serde(with = "plain")]
    pub definition: Definition,
    /// The names of values.
    pub labels: Labels,
    /// What the first snapshot gives by it.
    pub findings: Findings,
}

impl Opening {
    /// What the engine answers to the first question of a visit; `None` before
    /// any data is kept.
    pub fn of(engine: &mut Engine) -> Option<Self> {
        engine.look(View::default());
        let report = engine.report()?;
        Some(Self {
            findings: report.findings,
            definition: Definition::clone(&report.definition),
            labels: Labels::clone(&report.labels),
        })
    }

    /// As bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        super::question::bytes(self)
    }

    /// The opening that bytes are; `None` for others, such as those of another
    /// build.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
