//! What was wrong, and where.
//!
//! Long because it names every kind of problem.

use serde::{Deserialize, Serialize};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// A column that some breakdown needs is not in the export.
    MissingColumn,
    /// A column is missing and the definition's facts stand in for it.
    ColumnReplaced,
    /// A column of attributes is missing; lists of models leave them blank.
    MissingAttribute,
    /// A column seems to hold training compute, in a unit that is not said; it is
    /// not read, and models of unknown compute do not count.
    DoubtfulCompute,
    /// No training compute is known at all, so that all models count as large.
    UncheckedCompute,
    /// A condition of the filter that no model of the export meets.
    UnmetCondition,
    /// Two headers name the same fact; the first is used.
    RepeatedColumn,
    /// Lines stand above the header; they are passed over.
    LinesAboveHeader,
    /// A header of two rows.
    SplitHeader,
    /// A record has no model name; it is left out.
    MissingName,
    /// A record has no publication date; it is left out.
    MissingDate,
    /// A date that cannot be read; the record is left out.
    UnreadableDate,
    /// A date before 1950 or after next year; kept.
    ImplausibleDate,
    /// Dates of which day and month cannot be told apart; the year is right.
    AmbiguousDate,
    /// Dates of which the year cannot be told from the day.
    AmbiguousYear,
    /// Times other than midnight with a zone: elsewhere it may be another day.
    ZonedTime,
    /// Dates in which the exporter filled in the month, in half-years.
    ImputedDate,
    /// The file's name bears a date that cannot be the snapshot's.
    DoubtfulFileDate,
    /// A date that does not tell its half-year, which the period asks for.
    ImpreciseDate,
    /// Dates in another form than Epoch AI's, as a spreadsheet writes them.
    ReformattedDate,
    /// A cell that should hold a number does not; taken as unknown.
    UnreadableNumber,
    /// Several numbers in one cell; taken as unknown.
    NumberList,
    /// Numbers of which a dot may part thousands or decimals.
    AmbiguousNumber,
    /// Marks of a missing value, such as NA; taken as blank.
    BlankMark,
    /// A number below zero; taken as unknown.
    NegativeNumber,
    /// A number far beyond what there is; kept.
    ImplausibleNumber,
    /// Numbers with separators of thousands or decimal commas.
    ReformattedNumber,
    /// Numbers as Excel shows them, of which digits are lost.
    RoundedNumber,
    /// A question mark where a letter was, as Excel saves what CP949 lacks.
    LostLetter,
    /// Text that was UTF-8 and read as another encoding; put right.
    GarbledText,
    /// Letters that leave no mark inside a value; taken out.
    InvisibleLetters,
    /// A record with more or fewer cells than the header.
    RaggedRecord,
    /// An opening quotation mark that does not close in its row was read as text, so that
    /// it takes no following row into its cell.
    StrayQuote,
    /// Quotation marks inside cells stand behind a backslash.
    EscapedQuote,
    /// The quotation marks of a cell took following lines and end as none do.
    SwallowedLines,
    /// The file ends between quotation marks.
    UnclosedQuote,
    /// A cell too long to be one; its end is not read.
    OverlongCell,
    /// The same name, date and organisations as a fuller record, or an equal one.
    DuplicateModel,
    /// Likewise, and what counts depend on differs; the fuller record counts.
    DifferingDuplicate,
    /// A name that differs from another only by case, hyphens or spaces.
    SimilarModel,
    /// Other sheets of the workbook have a header too and are not read.
    OtherSheets,
    /// Hidden sheets of the workbook have one and are not read.
    HiddenSheets,
    /// Formulas of which the workbook does not keep the value; taken as blank.
    UncomputedFormulas,
    /// Cells that were merged; their value is that of all their rows.
    MergedCells,
    /// List cells joined by comma and space.
    SpacedLists,
    /// A comma that was taken as part of a name.
    CommaInName,
    /// Bytes in a used cell that the encoding does not have.
    UndecodableText,
    /// An organisation that the definition does not know.
    UnmappedOrganization,
    /// A country that the definition does not know, but ISO 3166 does.
    CountryByIso,
    /// A country that neither knows.
    UnmappedCountry,
    /// A domain that the definition does not know.
    UnmappedDomain,
    /// A task that the definition does not know.
    UnmappedTask,
    /// An organisation category that the definition does not know.
    UnmappedOrganizationCategory,
    /// A degree of confidence that the definition does not know.
    UnmappedConfidence,
    /// Terms of access that the definition does not know.
    UnmappedAccessibility,
    /// Several organisations and countries that cannot be told apart.
    AmbiguousCountry,
    /// The export is not the list of large-scale models.
    OtherList,
}

impl Code {
    /// How much a problem of this kind matters.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::RepeatedColumn
            | Self::LinesAboveHeader
            | Self::SplitHeader
            | Self::MergedCells
            | Self::HiddenSheets
            | Self::ColumnReplaced
            | Self::MissingAttribute
            | Self::ReformattedDate
            | Self::ReformattedNumber
            | Self::EscapedQuote
            | Self::BlankMark
            | Self::GarbledText
            | Self::InvisibleLetters
            | Self::SpacedLists
            | Self::CommaInName
            | Self::CountryByIso
            | Self::UnmappedOrganization
            | Self::DuplicateModel => Severity::Info,
            _ => Severity::Warning,
        }
    }
}

impl Code {
    /// Whether it is a value that the definition does not know.
    #[must_use]
    pub fn is_unmapped(self) -> bool {
        matches!(
            self,
            Self::UnmappedOrganization
                | Self::UnmappedCountry
                | Self::UnmappedDomain
                | Self::UnmappedTask
                | Self::UnmappedOrganizationCategory
                | Self::UnmappedConfidence
                | Self::UnmappedAccessibility
        )
    }

    /// Whether a problem of this kind is one for its column, whatever the
    /// values.
    pub(super) fn is_habit(self) -> bool {
        matches!(
            self,
            Self::BlankMark | Self::GarbledText | Self::InvisibleLetters
        )
    }
}

/// Where a record stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The row as a spreadsheet counts: the file's first is row 1, blank rows
    /// count, a row with line breaks in its cells is one.
    pub record: u32,
    /// The physical line on which the record begins, from 1; later than the
    /// row where cells hold line breaks.
    pub line: u32,
}

/// One problem: what is wrong with one value of one column, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What kind it is.
    pub code: Code,
    /// The header of the column.
    pub column: String,
    /// The value as the export states it; [`MORE_VALUES`] where there are too
    /// many different ones to name.
    pub value: String,
    /// How many records, or rows that are none, it concerns; 1 where the whole
    /// file is meant.
    pub count: u64,
    /// The first of those records, up to [`FIRST_PLACES`]; none where the
    /// whole file is meant.
    pub places: Vec<Place>,
    /// What problems of this kind have to say beyond that.
    pub detail: Option<Detail>,
    /// The known value that is nearest to an unknown one.
    pub suggestion: Option<String>,
    /// Whether it concerns records alone that are not counted, whatever it says.
    pub uncounted: bool,
}

/// What a kind of problem has to say beyond its column, value and count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Detail {
    /// What the value was read as.
    ReadAs(String),
    /// How many lines of the file it takes.
    Lines(u32),
    /// The value of another record with which it is probably one.
    Like(String),
    /// The headers of the columns in which it differs from the record that counts.
    Differing(Vec<String>),
    /// The columns that would tell more, and are not in the file.
    Lacking(Vec<String>),
    /// Of how many records those that it concerns are a part.
    Of(u64),
    /// How many different values share it.
    Values(u64),
}

/// How many places a problem names.
pub const FIRST_PLACES: usize = 5;
/// Stands for the values of a kind and column beyond the first hundred.
pub const MORE_VALUES: &str = "…";

impl Problem {
    /// A problem of records: how many, and the first of them.
    #[must_use]
    pub fn of_records(code: Code, column: &str, value: &str, places: &[Place], count: u64) -> Self {
        Self {
            count,
            places: places.iter().take(FIRST_PLACES).copied().collect(),
            ..Self::of_file(code, column, value)
        }
    }

    /// A problem that concerns the whole file.
    #[must_use]
    pub fn of_file(code: Code, column: &str, value: &str) -> Self {
        Self {
            code,
            column: column.to_owned(),
            value: value.to_owned(),
            count: 1,
            places: Vec::new(),
            detail: None,
            suggestion: None,
            uncounted: false,
        }
    }

    /// How much it matters: what concerns no counted record makes no number
    /// wrong.
    #[must_use]
    pub fn severity(&self) -> Severity {
        if self.uncounted {
            Severity::Info
        } else {
            self.code.severity()
        }
    }

    /// The first place.
    #[must_use]
    pub fn first(&self) -> Option<Place> {
        self.places.first().copied()
    }

    /// What the value was read as; empty where that is not told.
    #[must_use]
    pub fn read_as(&self) -> &str {
        match &self.detail {
            Some(Detail::ReadAs(value)) => value,
            _ => "",
        }
    }

    /// The value with which it is probably one; empty where that is not told.
    #[must_use]
    pub fn like(&self) -> &str {
        match &self.detail {
            Some(Detail::Like(value)) => value,
            _ => "",
        }
    }

    /// The columns in which a record differs from the one that counts.
    #[must_use]
    pub fn differing(&self) -> &[String] {
        match &self.detail {
            Some(Detail::Differing(headers)) => headers,
            _ => &[],
        }
    }

    /// The columns that would tell more, and are not in the file.
    #[must_use]
    pub fn lacking(&self) -> &[String] {
        match &self.detail {
            Some(Detail::Lacking(headers)) => headers,
            _ => &[],
        }
    }

    /// How many lines it takes; 0 where that is not told.
    #[must_use]
    pub fn lines(&self) -> u32 {
        match self.detail {
            Some(Detail::Lines(lines)) => lines,
            _ => 0,
        }
    }

    /// How many different values share it; 0 where it is of one.
    #[must_use]
    pub fn values(&self) -> u64 {
        match self.detail {
            Some(Detail::Values(values)) => values,
            _ => 0,
        }
    }

    /// Of how many records those that it concerns are a part; 0 where that is
    /// not told.
    #[must_use]
    pub fn of(&self) -> u64 {
        match self.detail {
            Some(Detail::Of(records)) => records,
            _ => 0,
        }
    }
}
