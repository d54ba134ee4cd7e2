//! Where the header stands, and which column is which.

use super::{COLUMNS, Code, Field, Problems, ReadError, Record, recognise, tidy};

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
    /// Takes a row as the header.
    #[must_use]
    pub fn of(cells: &[String]) -> Self {
        let mut header = Self::default();
        for cell in cells {
            let field = recognise(cell);
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

    pub(super) fn report_repeated(&self, problems: &mut Problems) {
        for (header, first) in &self.repeated {
            problems.of_file(Code::RepeatedColumn, header, first);
        }
    }
}

/// Looks for the header row by row.
#[derive(Debug, Default)]
pub(super) struct Search {
    /// The rows passed over, as far as the first words of each.
    above: Vec<String>,
    /// The row with most known headers so far.
    best: Option<(Header, Vec<String>)>,
    rows: usize,
}

impl Search {
    /// Takes a row: the header if it is one.
    pub(super) fn take(&mut self, record: &Record) -> Option<Header> {
        if record.is_blank() {
            return None;
        }
        let cells = texts(record);
        let mut header = Header::of(&cells);
        // The last columns of very many are counted, not kept.
        header.slots.resize(record.columns(), None);
        if header.lacks().is_none() {
            return Some(header);
        }
        self.rows += 1;
        let text: Vec<&str> = cells
            .iter()
            .map(|cell| &**cell)
            .filter(|cell| !cell.is_empty())
            .collect();
        self.above.push(text.join(" ").chars().take(80).collect());
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

    pub(super) fn is_over(&self) -> bool {
        self.rows >= SEARCHED_ROWS
    }

    pub(super) fn report_above(&self, problems: &mut Problems) {
        if let Some(first) = self.above.first() {
            problems.of_rows(Code::LinesAboveHeader, first, self.above.len() as u64);
        }
    }

    /// How many headers are known of the row that has most.
    pub(super) fn most_known(&self) -> usize {
        let best = self.best.as_ref();
        best.map_or(0, |(header, _)| header.columns.len())
    }

    /// Why no header was found.
    pub(super) fn error(self) -> ReadError {
        let Some((header, cells)) = self.best else {
            return ReadError::Empty;
        };
        ReadError::MissingColumn {
            field: header.lacks().unwrap_or(Field::Name),
            found: cells.into_iter().take(NAMED_HEADERS).collect(),
        }
    }
}

pub(super) fn texts(record: &Record) -> Vec<String> {
    record
        .cells()
        .map(|(_, cell)| tidy(&String::from_utf8_lossy(cell)).into_owned())
        .collect()
}
