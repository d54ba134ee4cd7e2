//! Takes back what a stray quotation mark swallowed.
//!
//! In: UTF-8 bytes, a chunk at a time. Out: records, as [`Splitter`] gives them
//! but for those where an opening mark never closes, or closes where no cell
//! ends, and so took following rows into its cell. Such a record is read again
//! with the mark as text, or with marks behind a backslash as text, where each
//! row then has as many cells as the header; else it stays, and that is noted.
//! So is one whose opening mark meets a stray one at another cell's end, where
//! all that it took are rows of the table, each with its date.
//! Leaves out: marks that take no row with them.
//!
//! Long because all that a record may be read again for stands together.
//!
//! For that the bytes of the record being read are at hand: they are those of
//! the chunk, and copied only where the chunk ends within a record.

use memchr::memchr_iter;

use super::record::Swallowed;
use super::split::Exceptions;
use super::written_date::Written;
use super::{Place, Record, Splitter, tidy};

/// From so many bytes on a record is not read again.
const LONGEST_RECORD: usize = 1 << 22;
/// How much of a cell a note quotes, in letters.
const QUOTED: usize = 40;

/// Splits a text that comes in chunks, and mends.
#[derive(Debug)]
pub(super) struct Mending {
    splitter: Splitter,
    delimiter: u8,
    /// How many cells the header has, once it is known.
    width: Option<usize>,
    /// The column of dates.
    dates: Option<usize>,
    /// The bytes of the record that is being read, as far as they are copied;
    /// `None` where they are too many.
    raw: Option<Vec<u8>>,
    /// Bytes that are read again, and how many of them are.
    again: Vec<u8>,
    done: usize,
    note: Option<Note>,
}

/// What was odd about the quotation marks of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) place: Place,
    pub(super) kind: Oddity,
    /// The column of the cell that took lines.
    pub(super) column: Option<usize>,
    /// How many lines it took, or would have taken.
    pub(super) lines: u32,
    /// Whether the text ended before its quotes did.
    pub(super) is_unclosed: bool,
    /// How the cell begins.
    pub(super) begins: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Oddity {
    /// The mark was read as text, which made the rows whole.
    Stray,
    /// Marks behind a backslash were read as text, which made the row whole.
    Escaped,
    /// Nothing makes the rows whole.
    Swallowing,
}

impl Mending {
    pub(super) fn new(delimiter: u8) -> Self {
        Self {
            splitter: Splitter::new(delimiter),
            delimiter,
            width: None,
            dates: None,
            raw: Some(Vec::new()),
            again: Vec::new(),
            done: 0,
            note: None,
        }
    }

    /// Says how many cells the header has, and which of them is the date's.
    pub(super) fn expect(&mut self, width: usize, dates: Option<usize>) {
        self.width = Some(width);
        self.dates = dates;
    }

    /// Says which columns of the header are wanted from the next record on.
    pub(super) fn want(&mut self, columns: impl ExactSizeIterator<Item = bool>) {
        self.width = Some(columns.len());
        self.splitter.want(columns);
    }

    pub(super) fn record(&self) -> &Record {
        self.splitter.record()
    }

    /// What was odd about the record that was completed.
    pub(super) fn note(&mut self) -> Option<Note> {
        self.note.take()
    }

    /// As [`Splitter::next`].
    pub(super) fn next(&mut self, chunk: &mut &[u8]) -> bool {
        loop {
            if self.done < self.again.len() {
                let again = std::mem::take(&mut self.again);
                let mut rest = again.get(self.done..).unwrap_or_default();
                let is_complete = self.advance(&mut rest);
                self.done = again.len() - rest.len();
                self.again = again;
                if is_complete && !self.mend(false) {
                    return true;
                }
                continue;
            }
            self.again.clear();
            self.done = 0;
            if !self.advance(chunk) {
                return false;
            }
            if !self.mend(false) {
                return true;
            }
        }
    }

    /// Ends the text: whether another record is complete. There may be more.
    pub(super) fn finish(&mut self) -> bool {
        loop {
            if self.next(&mut [].as_slice()) {
                return true;
            }
            if !self.splitter.finish() {
                return false;
            }
            if !self.mend(true) {
                return true;
            }
        }
    }

    /// Reads on, and keeps the bytes of a record that is not complete or will
    /// be looked at again.
    fn advance(&mut self, chunk: &mut &[u8]) -> bool {
        let before = *chunk;
        let is_complete = self.splitter.next(chunk);
        let is_looked_at = self.is_suspicious() || !self.record().spanning.is_empty();
        if is_complete && !is_looked_at {
            self.raw.get_or_insert_default().clear();
            return true;
        }
        let used = before.get(..before.len() - chunk.len());
        if let Some(raw) = &mut self.raw {
            raw.extend_from_slice(used.unwrap_or_default());
            if raw.len() > LONGEST_RECORD {
                self.raw = None;
            }
        }
        is_complete
    }

    fn is_suspicious(&self) -> bool {
        let record = self.splitter.record();
        let is_ragged = self.width.is_some_and(|width| width != record.columns());
        record.swallowed.is_some() || (record.has_backslash && is_ragged)
    }

    /// Looks at the record that was completed, by the end of the text or not:
    /// whether it is to be read again.
    fn mend(&mut self, ends: bool) -> bool {
        let own = self.splitter.exceptions();
        let (suspicious, width) = (self.is_suspicious(), self.width);
        let raw = self.raw.replace(Vec::new());
        let record = self.splitter.record();
        let spanning = record.spanning.clone();
        let Some(width) = width.filter(|_| suspicious || !spanning.is_empty()) else {
            return false;
        };
        let (place, swallowed) = (record.place(), record.swallowed);
        // Blank lines above the record are no part of it.
        let raw = raw.unwrap_or_default();
        let is_end = |byte: &&u8| matches!(byte, b'\n' | b'\r');
        let above = raw.iter().take_while(is_end).count();
        let raw = raw.get(above..).unwrap_or_default();
        let is_unclosed = record.is_unclosed();
        let note_of = |kind, cell: Option<Swallowed>| Note {
            place,
            kind,
            column: cell.map(|cell| cell.column),
            lines: cell.map_or(0, |cell| cell.lines),
            is_unclosed,
            begins: cell
                .map(|cell| self.beginning(raw, cell.column, &own))
                .unwrap_or_default(),
        };
        if record.has_backslash && !own.backslashes {
            let mut exceptions = own.clone();
            exceptions.backslashes = true;
            if self.is_whole(raw, &exceptions, width, ends) {
                let note = note_of(Oddity::Escaped, swallowed);
                self.read_again(raw, exceptions, note);
                return true;
            }
        }
        let text_at = |column| {
            let mut exceptions = own.clone();
            exceptions.literal.push(column);
            exceptions
        };
        let Some(swallowed) = swallowed else {
            let holds_rows = self.may_hold_rows(raw, width);
            let mut cells = spanning.iter().filter(|_| holds_rows);
            let is_stray = |cell: &&Swallowed| self.are_rows(raw, &text_at(cell.column), width);
            let Some(cell) = cells.find(is_stray) else {
                return false;
            };
            let note = note_of(Oddity::Stray, Some(*cell));
            self.read_again(raw, text_at(cell.column), note);
            return true;
        };
        let exceptions = text_at(swallowed.column);
        if self.is_whole(raw, &exceptions, width, ends) {
            let note = note_of(Oddity::Stray, Some(swallowed));
            self.read_again(raw, exceptions, note);
            return true;
        }
        let note = note_of(Oddity::Swallowing, Some(swallowed));
        self.note.get_or_insert(note);
        false
    }

    /// Whether a line of a record may be a row of its own, by its separators.
    fn may_hold_rows(&self, raw: &[u8], width: usize) -> bool {
        let lines = raw.split(|byte| *byte == b'\n').skip(1);
        let cells = |line: &[u8]| memchr_iter(self.delimiter, line).count() + 1;
        self.dates.is_some() && lines.map(cells).any(|cells| cells >= width)
    }

    /// Whether the bytes of a record, read so, are rows as wide as the header,
    /// each with a date.
    fn are_rows(&self, raw: &[u8], exceptions: &Exceptions, width: usize) -> bool {
        let mut splitter = self.trial(exceptions, self.dates);
        let (mut rest, mut rows) = (raw, 0);
        while splitter.next(&mut rest) || splitter.finish() {
            let record = splitter.record();
            let is_date = |cell: &[u8]| {
                let cell = String::from_utf8_lossy(cell);
                Written::parse(&tidy(&cell)).is_some()
            };
            let is_dated = record.cells().any(|(_, cell)| is_date(cell));
            if !is_dated || record.columns() != width {
                return false;
            }
            splitter.exceptions();
            rows += 1;
        }
        rows > 1
    }

    fn read_again(&mut self, raw: &[u8], exceptions: Exceptions, note: Note) {
        self.splitter.rewind(note.place, exceptions);
        self.note.get_or_insert(note);
        // Within what is read again already a step back is enough.
        let begin = self.done.checked_sub(raw.len());
        let has_it = |begin: &usize| self.again.get(*begin..self.done) == Some(raw);
        match begin.filter(has_it) {
            Some(begin) if self.done < self.again.len() => self.done = begin,
            _ => {
                self.again = raw.to_vec();
                self.done = 0;
            }
        }
    }

    /// Whether a record read so, and all that then follow in its bytes, have as
    /// many cells as the header; the last may go on beyond.
    fn is_whole(&self, raw: &[u8], exceptions: &Exceptions, width: usize, ends: bool) -> bool {
        let mut splitter = self.trial(exceptions, None);
        let (mut rest, mut records) = (raw, 0);
        while splitter.next(&mut rest) {
            let record = splitter.record();
            if record.columns() != width && !record.is_blank() {
                return false;
            }
            splitter.exceptions();
            records += 1;
        }
        if ends {
            let is_last = splitter.finish();
            return (records > 0 || is_last)
                && (!is_last || splitter.record().columns() == width)
                && !splitter.record().is_unclosed();
        }
        records > 0 && (!splitter.is_within() || splitter.record().columns() < width)
    }

    /// How a cell begins, its opening mark being text.
    fn beginning(&self, raw: &[u8], column: usize, own: &Exceptions) -> String {
        let mut exceptions = own.clone();
        exceptions.literal.push(column);
        let mut splitter = self.trial(&exceptions, Some(column));
        if !splitter.next(&mut &*raw) {
            splitter.finish();
        }
        let mut cells = splitter.record().cells();
        let (_, cell) = cells.next().unwrap_or_default();
        let text = String::from_utf8_lossy(cell);
        text.chars().take(QUOTED).collect()
    }

    fn trial(&self, exceptions: &Exceptions, wanted: Option<usize>) -> Splitter {
        let mut splitter = Splitter::new(self.delimiter);
        let columns = wanted.map_or(0, |column| column + 1);
        splitter.want((0..columns).map(|column| Some(column) == wanted));
        splitter.rewind(Place { record: 1, line: 1 }, exceptions.clone());
        splitter
    }
}
