//! What an edition of the report printed, as data (docs/published.md).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::definition::Period;
use crate::dimension::Conditions;
use crate::language::Bilingual;

/// The schema that this version reads.
pub const SCHEMA: &str = "model-census-published/1";

/// The published figures of an edition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// [`SCHEMA`].
    pub schema: String,
    /// A short name.
    pub id: String,
    /// What was published.
    pub title: Bilingual,
    /// Who published it, where and when, for the credit line.
    pub source: Bilingual,
    /// The day of the data behind it, as an ISO date, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_date: Option<String>,
    /// What is known of the data behind it, where their day is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_note: Option<Bilingual>,
    /// The period that its figures count.
    pub period: Period,
    /// Why figures differ that are known to, by a short name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reasons: BTreeMap<String, KnownReason>,
    /// Names of columns that are neither years nor our own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, Bilingual>,
    /// Its tables, figures and sentences.
    pub tables: Vec<PublishedTable>,
    /// What must hold between its own figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
}

/// Why figures are known to differ from certain data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownReason {
    /// The day of the data for which it holds; of any data where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_date: Option<String>,
    /// The reason.
    pub text: Bilingual,
}

impl Check {
    /// The figures that it is about, and the table whose rows add up.
    pub(super) fn addresses(&self) -> Vec<&String> {
        match self {
            Self::RowsAddUp { table, .. } => vec![table],
            Self::AddsUp {
                parts,
                shared,
                total,
                ..
            } => parts.iter().chain(shared).chain([total]).collect(),
            Self::Share { part, whole, share } => vec![part, whole, share],
            Self::Growth {
                first, last, rate, ..
            } => vec![first, last, rate],
            Self::Equal { figures } | Self::NoneBefore { figures, .. } => figures.iter().collect(),
        }
    }
}

/// A table, figure or passage with numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedTable {
    /// A short name, the first part of a figure's address.
    pub id: String,
    /// How the edition calls it.
    pub name: Bilingual,
    /// Its rows.
    pub rows: Vec<PublishedRow>,
}

/// A row of figures about one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedRow {
    /// What it is about; the English name is the second part of an address.
    pub name: Bilingual,
    /// The models that it counts; all where absent.
    #[serde(default, skip_serializing_if = "Conditions::is_empty")]
    pub of: Conditions,
    /// What all those models are claimed to be, for the column `holds`.
    #[serde(default, skip_serializing_if = "Conditions::is_empty")]
    pub are: Conditions,
    /// The model that it describes, in the list `focus-country` or
    /// `top-models`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<ListedModel>,
    /// The figures by their columns, the last part of an address.
    pub figures: BTreeMap<String, Printed>,
    /// For columns that are known to differ or that no data can give, the name
    /// of the reason, or several for data of several days.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub because: BTreeMap<String, Names>,
}

/// A name, or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, expecting = "the name of a reason, or a list of names")]
pub enum Names {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Names {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        }
    }
}

/// A model in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedModel {
    /// The list's id.
    pub list: String,
    /// The model's name.
    pub name: String,
}

/// What was printed in a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "a number, a text, a list of texts, true, false or null"
)]
pub enum Printed {
    /// A count, rank, share in per cent.
    Number(f64),
    /// A yes or no.
    Flag(bool),
    /// Words.
    Text(String),
    /// Several words, in any order.
    List(Vec<String>),
    /// Nothing: of counts none.
    Blank(()),
}

impl Printed {
    /// The number that it is; blank is none.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Blank(()) => Some(0.0),
            _ => None,
        }
    }

    /// As it is read.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Flag(true) => "O".to_owned(),
            Self::Flag(false) | Self::Blank(()) => String::new(),
            Self::Text(text) => text.clone(),
            Self::List(list) => list.join(", "),
        }
    }
}

/// What must hold between printed figures. Addresses are `table/row/column`;
/// `*` for a row stands for all rows of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Check {
    /// In each row of a table some columns add up to another.
    RowsAddUp {
        /// The table's id.
        table: String,
        /// The columns to add.
        columns: Vec<String>,
        /// Their sum.
        total: String,
    },
    /// Figures add up to another, less half of those that are counted twice.
    AddsUp {
        /// What is added.
        parts: Vec<String>,
        /// What is counted twice.
        #[serde(default)]
        shared: Vec<String>,
        /// The sum.
        total: String,
        /// What else is to be said where it holds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Bilingual>,
    },
    /// A share in per cent follows from two counts.
    Share {
        /// The count.
        part: String,
        /// What it is a share of.
        whole: String,
        /// The share.
        share: String,
    },
    /// A compound annual growth rate in per cent follows from two counts.
    Growth {
        /// The first count.
        first: String,
        /// The last.
        last: String,
        /// The years between them.
        years: u32,
        /// The rate.
        rate: String,
    },
    /// Figures that are printed more than once are equal.
    Equal {
        /// Where they are printed.
        figures: Vec<String>,
    },
    /// A sentence says that there were none before.
    NoneBefore {
        /// The figures that would have to be blank.
        figures: Vec<String>,
        /// The sentence's claim.
        claim: Bilingual,
    },
}
