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

use super::record::Swallowed;
use super::{Place, Record};

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
    /// The line on which the quotation mark stands that opened the cell.
    opened_on: u32,
    /// Whether a backslash stands before the quotation mark just read.
    is_escaped: bool,
    exceptions: Exceptions,
    record: Record,
}

/// Where a record is not read by the grammar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Exceptions {
    /// The columns whose opening quotation mark is text.
    pub(super) literal: Vec<usize>,
    /// Whether a quotation mark behind a backslash is text.
    pub(super) backslashes: bool,
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
            opened_on: 0,
            is_escaped: false,
            exceptions: Exceptions::default(),
            record: Record::new(FIRST),
        }
    }

    /// Reads a record again, from its first byte on and with exceptions, which
    /// end with it.
    pub(super) fn rewind(&mut self, place: Place, exceptions: Exceptions) {
        self.state = State::Record;
        self.place = place;
        self.exceptions = exceptions;
    }

    /// The exceptions of the record that was completed.
    pub(super) fn exceptions(&mut self) -> Exceptions {
        std::mem::take(&mut self.exceptions)
    }

    /// Whether a record has begun that is not complete yet.
    pub(super) fn is_within(&self) -> bool {
        self.state != State::Record
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
                    if byte == b'"' && !self.exceptions.literal.contains(&self.record.columns) {
                        *chunk = rest;
                        self.opened_on = self.place.line;
                        self.is_escaped = false;
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
                        self.is_escaped = is_escaping(all, self.is_escaped);
                        self.keep_lines(all);
                        return false;
                    };
                    let (cell, rest) = chunk.split_at_checked(at).unwrap_or_default();
                    self.is_escaped = is_escaping(cell, self.is_escaped);
                    self.keep_lines(cell);
                    *chunk = rest.get(1..).unwrap_or_default();
                    if self.is_escaped && self.exceptions.backslashes {
                        self.keep(b"\"");
                        self.is_escaped = false;
                    } else {
                        self.state = State::Quote;
                    }
                }
                State::Quote => {
                    let Some((&byte, rest)) = chunk.split_first() else {
                        return false;
                    };
                    if byte == b'"' {
                        *chunk = rest;
                        self.record.has_backslash |= self.is_escaped;
                        self.is_escaped = false;
                        self.keep(b"\"");
                        self.state = State::Quoted;
                    } else if byte == self.delimiter || matches!(byte, b'\n' | b'\r') {
                        *chunk = rest;
                        self.note_spanning();
                        if self.end(byte) {
                            return true;
                        }
                    } else {
                        self.record.has_backslash |= self.is_escaped;
                        self.note_swallowed();
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
        if self.state == State::Quote {
            self.note_spanning();
        }
        if self.record.is_unclosed {
            self.note_swallowed();
        }
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

    /// Notes that the quotes of a cell end as none do.
    fn note_swallowed(&mut self) {
        let taken = self.taken();
        if self.record.swallowed.is_none() {
            self.record.swallowed = taken;
        }
    }

    /// Notes that a cell which ends as cells do took lines.
    fn note_spanning(&mut self) {
        let taken = self.taken();
        self.record.spanning.extend(taken);
    }

    /// The lines that the cell between quotation marks took, if any.
    fn taken(&self) -> Option<Swallowed> {
        let column = self.record.columns;
        let lines = self.place.line.saturating_sub(self.opened_on);
        (lines > 0).then_some(Swallowed { column, lines })
    }

    fn end_cell(&mut self) {
        self.record.end_cell(self.keeps);
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
        self.record.keep(bytes, self.keeps);
    }
}

/// Whether what follows `bytes` stands behind a backslash that is none itself;
/// `before` says that of the bytes.
fn is_escaping(bytes: &[u8], before: bool) -> bool {
    let backslashes = bytes
        .iter()
        .rev()
        .take_while(|byte| **byte == b'\\')
        .count();
    (backslashes % 2 == 1) != (before && backslashes == bytes.len())
}
