//! What was wrong, and where.
//!
//! Long because it names every kind of problem.

use std::collections::HashMap;

use foldhash::fast::FixedState;
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
    /// Two headers name the same fact; the first is used.
    RepeatedColumn,
    /// Lines stand above the header; they are passed over.
    LinesAboveHeader,
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
    /// A record with more or fewer cells than the header.
    RaggedRecord,
    /// An opening quotation mark that closes nowhere was read as text, so that
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
    /// The same name, date and organisation as an earlier record.
    DuplicateModel,
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
    /// Several organisations and countries that cannot be told apart.
    AmbiguousCountry,
}

impl Code {
    /// How much a problem of this kind matters.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::RepeatedColumn
            | Self::LinesAboveHeader
            | Self::ColumnReplaced
            | Self::MissingAttribute
            | Self::ReformattedDate
            | Self::ReformattedNumber
            | Self::EscapedQuote
            | Self::SpacedLists
            | Self::CommaInName
            | Self::CountryByIso
            | Self::UnmappedOrganization
            | Self::DuplicateModel => Severity::Info,
            _ => Severity::Warning,
        }
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
}

/// What a kind of problem has to say beyond its column, value and count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Detail {
    /// What the value was read as.
    ReadAs(String),
    /// How many lines of the file it takes.
    Lines(u32),
    /// Of how many records those that it concerns are a part.
    Of(u64),
}

/// How many places a problem names.
pub const FIRST_PLACES: usize = 5;
/// Stands for the values of a kind and column beyond the first hundred.
pub const MORE_VALUES: &str = "…";
const MOST_VALUES: usize = 100;

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

    /// How many lines it takes; 0 where that is not told.
    #[must_use]
    pub fn lines(&self) -> u32 {
        match self.detail {
            Some(Detail::Lines(lines)) => lines,
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

/// What a column shows again and again, gathered until the whole column tells
/// what it means.
#[derive(Clone, Debug, Default)]
pub(super) struct Habit {
    /// The first value.
    pub(super) value: String,
    pub(super) count: u64,
    pub(super) places: Vec<Place>,
    pub(super) detail: Option<Detail>,
}

impl Habit {
    pub(super) fn note(&mut self, value: &str, place: Place) {
        if self.count == 0 {
            value.clone_into(&mut self.value);
        }
        self.count += 1;
        if self.places.len() < FIRST_PLACES {
            self.places.push(place);
        }
    }

    /// Takes in what was gathered elsewhere of the same column.
    pub(super) fn join(&mut self, other: Self) {
        let is_first = self.count == 0 || other.places.first() < self.places.first();
        if other.count > 0 && is_first {
            self.value = other.value;
            self.detail = other.detail;
        }
        self.count += other.count;
        self.places.extend(other.places);
        self.places.sort_unstable();
        self.places.truncate(FIRST_PLACES);
    }
}

/// Gathers problems: the same value in the same column is one, however many
/// records have it, and of endlessly many values the first hundred are named.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
    known: HashMap<(Code, String, String), usize, FixedState>,
    values: HashMap<(Code, String), usize, FixedState>,
}

impl Problems {
    /// Adds a problem of the whole file.
    pub fn of_file(&mut self, code: Code, column: &str, value: &str) {
        self.list.push(Problem::of_file(code, column, value));
    }

    /// Adds a problem of rows that are no records.
    pub fn of_rows(&mut self, code: Code, value: &str, count: u64) {
        let problem = Problem::of_records(code, "", value, &[], count);
        self.list.push(problem);
    }

    /// Adds a problem of one record.
    pub fn at(&mut self, code: Code, column: &str, value: &str, place: Place) {
        let key = (code, column.to_owned(), value.to_owned());
        let known = match self.known.get(&key) {
            Some(at) => *at,
            None => self.new_value(key),
        };
        if let Some(problem) = self.list.get_mut(known) {
            problem.count += 1;
            if problem.places.len() < FIRST_PLACES {
                problem.places.push(place);
            }
        }
    }

    /// Adds what the first problem of a value has to say beyond it.
    pub fn detail(&mut self, code: Code, column: &str, value: &str, detail: Detail) {
        let key = (code, column.to_owned(), value.to_owned());
        if let Some(problem) = self.known.get(&key).and_then(|at| self.list.get_mut(*at)) {
            problem.detail.get_or_insert(detail);
        }
    }

    /// Adds a habit that was gathered elsewhere, where there is one.
    pub(super) fn gathered(&mut self, code: Code, column: &str, habit: Habit) {
        if habit.count == 0 {
            return;
        }
        let Habit {
            value,
            count,
            places,
            detail,
        } = habit;
        self.list.push(Problem {
            detail,
            ..Problem::of_records(code, column, &value, &places, count)
        });
    }

    /// Adds a problem that a column has throughout: one, with its first value.
    pub fn habit(&mut self, code: Code, column: &str, value: &str, place: Place) {
        self.at(code, column, "", place);
        let key = (code, column.to_owned(), String::new());
        let problem = self.known.get(&key).and_then(|at| self.list.get_mut(*at));
        if let Some(problem) = problem.filter(|problem| problem.value.is_empty()) {
            value.clone_into(&mut problem.value);
        }
    }

    fn new_value(&mut self, key: (Code, String, String)) -> usize {
        let (code, column, value) = &key;
        let values = self.values.entry((*code, column.clone())).or_default();
        *values += 1;
        if *values > MOST_VALUES && value != MORE_VALUES {
            let rest = (*code, column.clone(), MORE_VALUES.to_owned());
            return match self.known.get(&rest) {
                Some(at) => *at,
                None => self.new_value(rest),
            };
        }
        let at = self.list.len();
        let mut problem = Problem::of_file(*code, column, value);
        problem.count = 0;
        self.list.push(problem);
        self.known.insert(key, at);
        at
    }

    /// All of them, in the order in which they were first met.
    #[must_use]
    pub fn into_list(self) -> Vec<Problem> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_values_the_first_hundred_are_named_and_all_are_counted() {
        let mut problems = Problems::default();
        for record in 0..1000 {
            let place = Place {
                record,
                line: record,
            };
            let value = format!("{}", record % 500);
            problems.at(Code::UnmappedTask, "Task", &value, place);
        }
        let list = problems.into_list();
        assert_eq!(list.len(), 101);
        assert_eq!(list.iter().map(|problem| problem.count).sum::<u64>(), 1000);
        assert_eq!((list[0].count, list[0].places.len()), (2, 2));
        assert_eq!(list[100].value, MORE_VALUES);
        assert_eq!(list[100].places.len(), FIRST_PLACES);
    }
}
