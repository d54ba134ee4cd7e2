//! What is wrong with a definition; `locale` says it.

use std::sync::Arc;

/// Why a definition cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefinitionError {
    /// Not JSON, or not the JSON that [`SCHEMA`](super::SCHEMA) asks for.
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
    /// Several things are wrong with it.
    Several(Vec<DefinitionError>),
    /// It reads well, but asks for what cannot be.
    Faulty {
        /// Where.
        path: String,
        /// What.
        fault: Fault,
    },
}

impl DefinitionError {
    /// All that is wrong as one; `None` where nothing is.
    pub(super) fn of_all(mut faults: Vec<Self>) -> Option<Self> {
        match faults.len() {
            0 | 1 => faults.pop(),
            _ => Some(Self::Several(faults)),
        }
    }

    /// Where it is wrong; empty where that is the whole file.
    pub(super) fn place(&self) -> String {
        match self {
            Self::Malformed { path, .. } | Self::Faulty { path, .. } => path.clone(),
            _ => String::new(),
        }
    }

    pub(super) fn malformed(path: &str, reason: &str) -> Self {
        Self::Malformed {
            path: path.to_owned(),
            reason: reason.to_owned(),
        }
    }
}

/// What cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A threshold that is negative or no number.
    Threshold,
    /// A minimum or number of models of nothing.
    Zero,
    /// A focus country that no spelling of a country counts as.
    UnknownCountry {
        /// Its key.
        key: Arc<str>,
    },
    /// A value that names nothing.
    UnknownValue {
        /// As it is written.
        value: Arc<str>,
        /// The name that is nearest.
        nearest: Option<String>,
    },
    /// A value counts as one that itself counts as a third.
    Chain {
        /// The value in the middle.
        key: Arc<str>,
        /// What that one counts as.
        further: Arc<str>,
    },
}
