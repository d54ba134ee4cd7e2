//! Takes back what a stray quotation mark swallowed.
//!
//! In: UTF-8 bytes, a chunk at a time. Out: records, as [`Splitter`] gives them
//! but for those where an opening mark never closes, or closes where no cell
//! ends, and so took following rows into its cell. Such a record is read again
//! with the mark as text, or with marks behind a backslash as text, where each
//! row then has as many cells as the header; else it stays, and that is noted.
//! Leaves out: marks that take no row with them.
//!
//! For that the bytes of the record being read are at hand: they are those of
//! the chunk, and copied only where the chunk ends within a record.

use super::split::Exceptions;
use super::{Place, Record, Splitter};

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
            raw: Some(Vec::new()),
            again: Vec::new(),
            done: 0,
            note: None,
        }
    }

    /// Says how many cells the header has.
    pub(super) fn expect(&mut self, width: usize) {
        self.width = Some(width);
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
        if is_complete && !self.is_suspicious() {
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
        let Some(width) = width.filter(|_| suspicious) else {
            return false;
        };
        let record = self.splitter.record();
        let (place, swallowed) = (record.place(), record.swallowed);
        // Blank lines above the record are no part of it.
        let raw = raw.unwrap_or_default();
        let is_end = |byte: &&u8| matches!(byte, b'\n' | b'\r');
        let above = raw.iter().take_while(is_end).count();
        let raw = raw.get(above..).unwrap_or_default();
        let begins = swallowed.map(|cell| self.beginning(raw, cell.column, &own));
        let mut note = Note {
            place,
            kind: Oddity::Escaped,
            column: swallowed.map(|cell| cell.column),
            lines: swallowed.map_or(0, |cell| cell.lines),
            is_unclosed: record.is_unclosed(),
            begins: begins.unwrap_or_default(),
        };
        if record.has_backslash && !own.backslashes {
            let mut exceptions = own.clone();
            exceptions.backslashes = true;
            if self.is_whole(raw, &exceptions, width, ends) {
                self.read_again(raw, exceptions, note);
                return true;
            }
        }
        let Some(swallowed) = swallowed else {
            return false;
        };
        let mut exceptions = own;
        exceptions.literal.push(swallowed.column);
        if self.is_whole(raw, &exceptions, width, ends) {
            note.kind = Oddity::Stray;
            self.read_again(raw, exceptions, note);
            return true;
        }
        note.kind = Oddity::Swallowing;
        self.note.get_or_insert(note);
        false
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
