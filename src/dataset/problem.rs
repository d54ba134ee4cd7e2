//! What was wrong, and where.

use serde::Serialize;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Something may be wrong with a number; look at it.
    Warning,
    /// Worth knowing; no number is affected.
    Info,
}

/// The kind of a problem. Its name in kebab case is part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// A column that some breakdown needs is not in the export.
    MissingColumn,
    /// A column is missing and the definition's facts stand in for it.
    ColumnReplaced,
    /// A column of attributes is missing; lists of models leave them blank.
    MissingAttribute,
    /// Two headers name the same fact; the first is used.
    RepeatedColumn,
    /// A record has no model name; it is left out.
    MissingName,
    /// A record has no publication date; it is left out.
    MissingDate,
    /// A date that is not ISO; the record is left out.
    UnreadableDate,
    /// A cell that should hold a number does not; taken as unknown.
    UnreadableNumber,
    /// A number below zero; taken as unknown.
    NegativeNumber,
    /// A record with more or fewer cells than the header.
    RaggedRecord,
    /// The same name, date and organisation as an earlier record.
    DuplicateModel,
    /// List cells joined by comma and space.
    SpacedLists,
    /// Bytes that are not UTF-8 in a cell that is used.
    NotUtf8,
    /// An organisation that the definition does not know.
    UnmappedOrganization,
    /// A country that the definition does not know.
    UnmappedCountry,
    /// A domain that the definition does not know.
    UnmappedDomain,
    /// A task that the definition does not know.
    UnmappedTask,
    /// An organisation category that the definition does not know.
    UnmappedOrganizationCategory,
    /// Several organisations and countries that cannot be told apart.
    AmbiguousCountry,
}

impl Code {
    /// How much a problem of this kind matters.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::RepeatedColumn
            | Self::ColumnReplaced
            | Self::MissingAttribute
            | Self::SpacedLists
            | Self::UnmappedOrganization
            | Self::DuplicateModel => Severity::Info,
            _ => Severity::Warning,
        }
    }
}

/// One problem, with the place where it was first met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind it is.
    pub code: Code,
    /// The record's row as a spreadsheet counts records: the header is row 1.
    /// `None` where the whole file is meant.
    pub record: Option<u64>,
    /// The physical line on which the record begins, from 1; later than the
    /// row where cells hold line breaks.
    pub line: Option<u64>,
    /// The header of the column.
    pub column: String,
    /// The value as the export states it.
    pub value: String,
    /// How many records it concerns.
    pub count: u64,
}

impl Problem {
    /// A problem that concerns the whole file.
    #[must_use]
    pub fn of_file(code: Code, column: &str, value: &str) -> Self {
        Self {
            code,
            record: None,
            line: None,
            column: column.to_owned(),
            value: value.to_owned(),
            count: 1,
        }
    }
}
