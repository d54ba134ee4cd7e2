//! Where the header stands, and which column is which.

use super::{
    COLUMNS, Code, Columns, Field, OtherTable, Problems, ReadError, Record, recognise,
    seems_compute, tidy,
};

/// How many rows are looked at for the header.
pub(super) const SEARCHED_ROWS: usize = 20;
/// How many headers an error names.
const NAMED_HEADERS: usize = 12;

/// The columns of an export.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// The field of each column, in the file's order; `None` for columns that
    /// nothing is counted from.
    pub slots: Vec<Option<Field>>,
    /// The fields that have a column, each with its header.
    pub columns: Vec<(Field, String)>,
    /// The headers of all columns, in the file's order.
    names: Vec<String>,
    /// Headers that name a fact which an earlier one names, with that one.
    repeated: Vec<(String, String)>,
}

impl Header {
    /// Takes a row as the header. What the reader said of a header stands above
    /// what is recognised.
    #[must_use]
    pub fn of(cells: &[String], columns: &Columns) -> Self {
        let mut header = Self::default();
        let said: Vec<Option<Field>> = cells.iter().map(|cell| columns.get(cell)).collect();
        for (cell, own) in cells.iter().zip(&said) {
            let field = own.or_else(|| recognise(cell));
            if own.is_none() && field.is_some() && said.contains(&field) {
                let first = said.iter().position(|said| *said == field);
                let first = first.and_then(|at| cells.get(at)).cloned();
                header
                    .repeated
                    .push((cell.clone(), first.unwrap_or_default()));
                header.slots.push(None);
                continue;
            }
            let known = field.and_then(|field| header.header_of(field).map(str::to_owned));
            header.slots.push(match (field, known) {
                (Some(_), Some(first)) => {
                    header.repeated.push((cell.clone(), first));
                    None
                }
                (Some(field), None) => {
                    header.columns.push((field, cell.clone()));
                    Some(field)
                }
                (None, _) => None,
            });
        }
        header.names = cells.to_vec();
        header
    }

    /// The same with the row below it, if that goes on with its headers: it has
    /// no name of a model, and more columns are known of both together.
    pub(super) fn with_second_row(&self, record: &Record, columns: &Columns) -> Option<Self> {
        let second = texts(record);
        let is_blank = |field: Field| {
            let at = self.slots.iter().position(|slot| *slot == Some(field));
            at.and_then(|at| second.get(at))
                .is_none_or(String::is_empty)
        };
        if !is_blank(Field::Name) {
            return None;
        }
        let mut both = Self::of(&joined(&self.names, &second), columns);
        both.slots.resize(self.slots.len(), None);
        (both.lacks().is_none() && both.columns.len() > self.columns.len()).then_some(both)
    }

    /// The headers of all columns, in the file's order.
    #[must_use]
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The header of a column by its place.
    #[must_use]
    pub fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", |name| name)
    }

    /// The header of a field's column.
    #[must_use]
    pub fn header_of(&self, field: Field) -> Option<&str> {
        self.columns
            .iter()
            .find(|(present, _)| *present == field)
            .map(|(_, header)| &**header)
    }

    /// The first field that must have a column and has none.
    #[must_use]
    pub fn lacks(&self) -> Option<Field> {
        COLUMNS
            .iter()
            .filter(|column| column.required)
            .find(|column| self.header_of(column.field).is_none())
            .map(|column| column.field)
    }

    /// The header of a column that seems to hold training compute, in a unit that
    /// it does not say, where no other does.
    pub(super) fn doubtful_compute(&self) -> Option<&str> {
        let is_there = self.header_of(Field::TrainingCompute).is_some();
        let columns = self.names.iter().zip(&self.slots);
        let mut unused = columns.filter(|(_, slot)| slot.is_none()).map(|own| own.0);
        let doubtful = unused.find(|header| !is_there && seems_compute(header));
        doubtful.map(|header| &**header)
    }

    pub(super) fn report_repeated(&self, problems: &mut Problems) {
        for (header, first) in &self.repeated {
            problems.of_file(Code::RepeatedColumn, header, first);
        }
    }
}

/// Two rows of cells as one.
fn joined(upper: &[String], lower: &[String]) -> Vec<String> {
    let width = upper.len().max(lower.len());
    (0..width)
        .map(|at| {
            let parts = [upper.get(at), lower.get(at)];
            let parts = parts.into_iter().flatten().map(|part| &**part);
            let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
            parts.join(" ")
        })
        .collect()
}

/// The first words of a row.
pub(super) fn first_words(cells: &[String]) -> String {
    let cells = cells.iter().map(|cell| &**cell);
    let text: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    text.join(" ").chars().take(80).collect()
}

/// Up to 12 names, for a notice that is read at a glance: none is long, nor all.
#[must_use]
pub fn some_names(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut left = 150_usize;
    let names = names.take(NAMED_HEADERS);
    let short = names.map(|name| name.chars().take(40).collect::<String>());
    short
        .take_while(|name| {
            let is_room = left > 0;
            left = left.saturating_sub(name.chars().count());
            is_room
        })
        .collect()
}

/// Looks for the header row by row.
#[derive(Debug, Default)]
pub(super) struct Search {
    columns: Columns,
    /// The row above the one that is looked at.
    last: Vec<String>,
    /// What the rows so far are the header of, if not of models.
    other: Option<OtherTable>,
    /// The second row of the header, where it has two.
    second: Option<String>,
    /// The rows passed over, as far as the first words of each.
    above: Vec<String>,
    /// The row with most known headers so far.
    best: Option<(Header, Vec<String>)>,
    rows: usize,
}

impl Search {
    pub(super) fn new(columns: &Columns) -> Self {
        Self {
            columns: columns.clone(),
            ..Self::default()
        }
    }

    /// Takes a row: the header if it is one, or the lower half of one.
    pub(super) fn take(&mut self, record: &Record) -> Option<Header> {
        if record.is_blank() {
            return None;
        }
        let cells = texts(record);
        self.other = self.other.or_else(|| OtherTable::of(&cells));
        let mut header = Header::of(&cells, &self.columns);
        // The last columns of very many are counted, not kept.
        header.slots.resize(record.columns(), None);
        if header.lacks().is_none() {
            return Some(header);
        }
        let mut both = Header::of(&joined(&self.last, &cells), &self.columns);
        if both.lacks().is_none() {
            both.slots.resize(record.columns(), None);
            self.above.pop();
            self.second = Some(first_words(&cells));
            return Some(both);
        }
        self.rows += 1;
        self.above.push(first_words(&cells));
        self.last.clone_from(&cells);
        let known = |best: &(Header, Vec<String>)| best.0.columns.len();
        if self
            .best
            .as_ref()
            .is_none_or(|best| known(best) < header.columns.len())
        {
            self.best = Some((header, cells));
        }
        None
    }

    /// What the header is of that names models and dates all the same: their
    /// versions, each with a result, are no models.
    pub(super) fn other_than_models(&self) -> Option<OtherTable> {
        self.other.filter(|other| *other == OtherTable::Benchmarks)
    }

    pub(super) fn is_over(&self) -> bool {
        self.rows >= SEARCHED_ROWS
    }

    pub(super) fn report_above(&self, problems: &mut Problems) {
        if let Some(first) = self.above.first() {
            problems.of_rows(Code::LinesAboveHeader, first, self.above.len() as u64);
        }
        if let Some(second) = &self.second {
            problems.of_file(Code::SplitHeader, "", second);
        }
    }

    /// How many headers are known of the row that has most.
    pub(super) fn most_known(&self) -> usize {
        let best = self.best.as_ref();
        best.map_or(0, |(header, _)| header.columns.len())
    }

    /// Why no header was found.
    pub(super) fn error(self) -> ReadError {
        if let Some(table) = self.other {
            return ReadError::OtherTable { table };
        }
        let Some((header, cells)) = self.best else {
            return ReadError::Empty;
        };
        ReadError::MissingColumn {
            field: header.lacks().unwrap_or(Field::Name),
            found: some_names(cells.into_iter()),
        }
    }
}

pub(super) fn texts(record: &Record) -> Vec<String> {
    let cells = record.cells().enumerate();
    cells
        .map(|(at, (_, cell))| {
            let text = String::from_utf8_lossy(cell);
            let text = tidy(&text);
            // Behind a second mark of byte order a quotation mark opens nothing.
            let inside = text
                .strip_prefix('"')
                .and_then(|text| text.strip_suffix('"'));
            match inside.filter(|_| at == 0) {
                Some(inside) => inside.replace("\"\"", "\""),
                None => text.into_owned(),
            }
        })
        .collect()
}
