//! Splits CSV text, as it comes, into records.
//!
//! In: UTF-8 bytes, a chunk at a time. Out: [`Record`]s of the wanted columns.
//! Leaves out: what cells mean.
//!
//! The grammar is the csv crate's (RFC 4180, line ends of any kind, quotes
//! special only at a cell's start, text after a closing quote kept); a property
//! test holds the two equal. It is not the csv crate because most of an export
//! is text that nobody counts: cells of other columns are passed over at the
//! speed of memchr, neither copied nor kept, however long they are.
//! bench/README.md has the numbers.
//!
//! Long because one loop passes over every byte, and what it keeps from part to part is named.

use memchr::{memchr, memchr_iter, memchr3};

use super::Place;

/// From this length on the rest of a cell is dropped: a quotation mark that is
/// never closed makes a cell of all that follows.
pub const LONGEST_CELL: usize = 1 << 16;
/// How many columns a record keeps where all are wanted.
const MOST_COLUMNS: usize = 1 << 12;
const FIRST: Place = Place { record: 1, line: 1 };

/// Splits a text that comes in chunks.
#[derive(Debug)]
pub struct Splitter {
    delimiter: u8,
    state: State,
    /// Whether a column is wanted; `None` wants all.
    wanted: Option<Box<[bool]>>,
    /// Whether the cell that is being read is wanted.
    keeps: bool,
    /// The row and the physical line that is being read.
    place: Place,
    after_return: bool,
    record: Record,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before the first byte of a record.
    Record,
    /// Before the first byte of a cell that is not the record's first.
    Cell,
    /// In a cell without quotation marks, or after a closed pair.
    Plain,
    /// Between quotation marks.
    Quoted,
    /// After a quotation mark that closes, or is the first of two.
    Quote,
}

/// The wanted cells of one record.
#[derive(Debug)]
pub struct Record {
    bytes: Vec<u8>,
    /// Column and end in `bytes` of each kept cell.
    cells: Vec<(usize, usize)>,
    columns: usize,
    place: Place,
    is_blank: bool,
    was_cut: bool,
    is_unclosed: bool,
}

impl Record {
    /// The kept cells, each with its column.
    pub fn cells(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let mut begin = 0;
        self.cells.iter().map(move |(column, end)| {
            let cell = self.bytes.get(begin..*end).unwrap_or_default();
            begin = *end;
            (*column, cell)
        })
    }

    /// How many cells the record has, the unwanted among them.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Where it stands in the text.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// Whether no cell, wanted or not, holds anything but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.is_blank
    }

    /// Whether a wanted cell was longer than [`LONGEST_CELL`].
    #[must_use]
    pub fn was_cut(&self) -> bool {
        self.was_cut
    }

    /// Whether the text ended before a quotation mark was closed.
    #[must_use]
    pub fn is_unclosed(&self) -> bool {
        self.is_unclosed
    }

    fn begin(&mut self, place: Place) {
        self.bytes.clear();
        self.cells.clear();
        self.columns = 0;
        self.place = place;
        self.is_blank = true;
        self.was_cut = false;
        self.is_unclosed = false;
    }
}

impl Splitter {
    /// Begins; all columns are wanted.
    #[must_use]
    pub fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            state: State::Record,
            wanted: None,
            keeps: true,
            place: FIRST,
            after_return: false,
            record: Record {
                bytes: Vec::new(),
                cells: Vec::new(),
                columns: 0,
                place: FIRST,
                is_blank: true,
                was_cut: false,
                is_unclosed: false,
            },
        }
    }

    /// Says which columns are wanted from the next record on.
    pub fn want(&mut self, columns: impl Iterator<Item = bool>) {
        self.wanted = Some(columns.collect());
    }

    /// The record that [`Self::next`] or [`Self::finish`] completed.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Takes bytes off the front of `chunk` until a record is complete
    /// (`true`) or the chunk is used up (`false`). Lines without any byte are
    /// passed over.
    pub fn next(&mut self, chunk: &mut &[u8]) -> bool {
        loop {
            match self.state {
                State::Record => {
                    let Some((&byte, rest)) = chunk.split_first() else {
                        return false;
                    };
                    if matches!(byte, b'\n' | b'\r') {
                        *chunk = rest;
                        // A blank line is a row of its own in a spreadsheet.
                        if self.pass_line_end(byte) {
                            self.place.record = self.place.record.saturating_add(1);
                        }
                        continue;
                    }
                    self.after_return = false;
                    self.record.begin(self.place);
                    self.state = State::Cell;
                }
                State::Cell => {
                    let Some((&byte, rest)) = chunk.split_first() else {
                        return false;
                    };
                    self.keeps = self.wants(self.record.columns);
                    if byte == b'"' {
                        *chunk = rest;
                        self.state = State::Quoted;
                    } else if byte == self.delimiter {
                        *chunk = rest;
                        self.end_cell();
                    } else {
                        self.state = State::Plain;
                    }
                }
                State::Plain => {
                    let Some(at) = memchr3(self.delimiter, b'\n', b'\r', chunk) else {
                        let all = std::mem::take(chunk);
                        self.keep(all);
                        return false;
                    };
                    let (cell, rest) = chunk.split_at_checked(at).unwrap_or_default();
                    self.keep(cell);
                    let (&byte, rest) = rest.split_first().unwrap_or((&b'\n', &[]));
                    *chunk = rest;
                    if self.end(byte) {
                        return true;
                    }
                }
                State::Quoted => {
                    let Some(at) = memchr(b'"', chunk) else {
                        let all = std::mem::take(chunk);
                        self.keep_lines(all);
                        return false;
                    };
                    let (cell, rest) = chunk.split_at_checked(at).unwrap_or_default();
                    self.keep_lines(cell);
                    *chunk = rest.get(1..).unwrap_or_default();
                    self.state = State::Quote;
                }
                State::Quote => {
                    let Some((&byte, rest)) = chunk.split_first() else {
                        return false;
                    };
                    if byte == b'"' {
                        *chunk = rest;
                        self.keep(b"\"");
                        self.state = State::Quoted;
                    } else if byte == self.delimiter || matches!(byte, b'\n' | b'\r') {
                        *chunk = rest;
                        if self.end(byte) {
                            return true;
                        }
                    } else {
                        self.state = State::Plain;
                    }
                }
            }
        }
    }

    /// Ends the text: whether a last record without a line end is complete.
    pub fn finish(&mut self) -> bool {
        if self.state == State::Record {
            return false;
        }
        if self.state == State::Cell {
            self.keeps = self.wants(self.record.columns);
        }
        self.record.is_unclosed = self.state == State::Quoted;
        self.end_cell();
        self.state = State::Record;
        true
    }

    /// Ends a cell at a separator; whether the record ends too.
    fn end(&mut self, byte: u8) -> bool {
        self.end_cell();
        if byte == self.delimiter {
            return false;
        }
        self.state = State::Record;
        self.after_return = false;
        self.pass_line_end(byte);
        self.place.record = self.place.record.saturating_add(1);
        true
    }

    fn end_cell(&mut self) {
        if self.keeps {
            let record = &mut self.record;
            let begin = record.cells.last().map_or(0, |(_, end)| *end);
            if record.was_cut && record.bytes.len() - begin == LONGEST_CELL {
                drop_half_character(&mut record.bytes);
            }
            record.cells.push((record.columns, record.bytes.len()));
        }
        self.record.columns += 1;
        self.state = State::Cell;
    }

    /// A line ends with a return, and with each line feed that follows none;
    /// whether one did.
    fn pass_line_end(&mut self, byte: u8) -> bool {
        let ends = byte == b'\r' || !self.after_return;
        if ends {
            self.place.line = self.place.line.saturating_add(1);
        }
        self.after_return = byte == b'\r';
        ends
    }

    fn wants(&self, column: usize) -> bool {
        match &self.wanted {
            Some(wanted) => wanted.get(column).copied().unwrap_or(false),
            None => column < MOST_COLUMNS,
        }
    }

    fn keep_lines(&mut self, bytes: &[u8]) {
        let lines = u32::try_from(memchr_iter(b'\n', bytes).count()).unwrap_or(u32::MAX);
        self.place.line = self.place.line.saturating_add(lines);
        self.keep(bytes);
    }

    fn keep(&mut self, bytes: &[u8]) {
        let record = &mut self.record;
        if record.is_blank && !bytes.is_empty() {
            record.is_blank = bytes.trim_ascii().is_empty();
        }
        if !self.keeps {
            return;
        }
        let begin = record.cells.last().map_or(0, |(_, end)| *end);
        let room = LONGEST_CELL.saturating_sub(record.bytes.len() - begin);
        record.was_cut |= bytes.len() > room;
        let bytes = bytes.get(..room).unwrap_or(bytes);
        record.bytes.extend_from_slice(bytes);
    }
}

/// A cell is cut at a number of bytes, which may lie within a character.
fn drop_half_character(bytes: &mut Vec<u8>) {
    for length in 1..=3 {
        let Some(begin) = bytes.len().checked_sub(length) else {
            return;
        };
        let end = bytes.get(begin..).unwrap_or_default();
        if let Err(error) = str::from_utf8(end)
            && error.valid_up_to() == 0
            && error.error_len().is_none()
        {
            bytes.truncate(begin);
            return;
        }
    }
}
