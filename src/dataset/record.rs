//! One record of a text: its wanted cells, and what was odd about its marks.

use super::Place;

/// From this length on the rest of a cell is dropped: a quotation mark that is
/// never closed makes a cell of all that follows.
pub const LONGEST_CELL: usize = 1 << 16;
/// A cell between quotation marks that took following lines, and whose end does
/// not look like one: letters follow, or nothing does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Swallowed {
    /// Its column.
    pub(super) column: usize,
    /// How many lines it took after the one on which it begins.
    pub(super) lines: u32,
}

/// The wanted cells of one record.
#[derive(Debug)]
pub struct Record {
    bytes: Vec<u8>,
    /// Column and end in `bytes` of each kept cell.
    cells: Vec<(usize, usize)>,
    pub(super) columns: usize,
    place: Place,
    is_blank: bool,
    was_cut: bool,
    pub(super) is_unclosed: bool,
    /// The first cell that may have taken what follows it.
    pub(super) swallowed: Option<Swallowed>,
    /// The cells that took following lines and end as cells do.
    pub(super) spanning: Vec<Swallowed>,
    /// Whether a quotation mark inside a quoted cell stands behind a backslash.
    pub(super) has_backslash: bool,
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

    pub(super) fn new(place: Place) -> Self {
        Self {
            bytes: Vec::new(),
            cells: Vec::new(),
            columns: 0,
            place,
            is_blank: true,
            was_cut: false,
            is_unclosed: false,
            swallowed: None,
            spanning: Vec::new(),
            has_backslash: false,
        }
    }

    pub(super) fn begin(&mut self, place: Place) {
        self.bytes.clear();
        self.cells.clear();
        self.columns = 0;
        self.place = place;
        self.is_blank = true;
        self.was_cut = false;
        self.is_unclosed = false;
        self.swallowed = None;
        self.spanning.clear();
        self.has_backslash = false;
    }

    /// Takes bytes of the cell that is being read; `keeps` says whether it is
    /// wanted.
    pub(super) fn keep(&mut self, bytes: &[u8], keeps: bool) {
        if self.is_blank && !bytes.is_empty() {
            self.is_blank = bytes.trim_ascii().is_empty();
        }
        if !keeps {
            return;
        }
        let begin = self.cells.last().map_or(0, |(_, end)| *end);
        let room = LONGEST_CELL.saturating_sub(self.bytes.len() - begin);
        self.was_cut |= bytes.len() > room;
        let bytes = bytes.get(..room).unwrap_or(bytes);
        self.bytes.extend_from_slice(bytes);
    }

    pub(super) fn end_cell(&mut self, keeps: bool) {
        if keeps {
            let begin = self.cells.last().map_or(0, |(_, end)| *end);
            if self.was_cut && self.bytes.len() - begin == LONGEST_CELL {
                drop_half_character(&mut self.bytes);
            }
            self.cells.push((self.columns, self.bytes.len()));
        }
        self.columns += 1;
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
