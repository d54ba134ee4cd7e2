//! How a file is to be read.

use std::fmt;
use std::sync::Arc;

use super::encoding::Utf16;
use super::{Columns, Decode, Decoders, Encoding, PartialDate, Problem, Sniffed};

/// How a file is to be read.
#[derive(Clone)]
pub struct Options {
    /// The encoding; `None` lets the bytes tell.
    pub encoding: Option<Encoding>,
    /// The day of reading, after which a publication is yet to come.
    pub today: Option<PartialDate>,
    /// Names that hold commas of their own, as a definition knows them.
    pub whole_names: Vec<Arc<str>>,
    /// Headers whose meaning the reader says.
    pub columns: Columns,
    /// What was met while the table was unpacked, told with what is read.
    pub notes: Vec<Problem>,
    /// Who has the tables of encodings.
    pub decoders: Decoders,
    /// Who has the tables of letters that are written in several ways: makes
    /// one letter of one and its accent (Unicode's form NFC).
    pub composed: fn(&str) -> String,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("encoding", &self.encoding)
            .field("today", &self.today)
            .field("whole_names", &self.whole_names)
            .field("columns", &self.columns)
            .finish_non_exhaustive()
    }
}

/// Natively by tables; a browser says how it does.
fn composed(text: &str) -> String {
    #[cfg(not(target_arch = "wasm32"))]
    {
        use unicode_normalization::UnicodeNormalization as _;
        text.nfc().collect()
    }
    #[cfg(target_arch = "wasm32")]
    text.to_owned()
}

impl Options {
    /// Nothing said beforehand.
    #[must_use]
    pub fn new(decoders: Decoders) -> Self {
        Self {
            encoding: None,
            today: None,
            whole_names: Vec::new(),
            columns: Columns::default(),
            notes: Vec::new(),
            decoders,
            composed,
        }
    }

    /// The decoder of an encoding; UTF-8 needs none.
    #[must_use]
    pub fn decoder(&self, encoding: Encoding) -> Option<Box<dyn Decode>> {
        match encoding {
            Encoding::Utf8 => None,
            Encoding::Utf16Le => Some(Box::new(Utf16::new(false))),
            Encoding::Utf16Be => Some(Box::new(Utf16::new(true))),
            Encoding::EucKr
            | Encoding::Windows1252
            | Encoding::Gb18030
            | Encoding::Big5
            | Encoding::ShiftJis
            | Encoding::MacRoman => Some((self.decoders)(encoding)),
        }
    }

    /// How many bytes to pass over: a byte order mark is part of the encoding
    /// that it marks and of no other.
    pub(super) fn mark_of(&self, sniffed: Sniffed) -> usize {
        match self.encoding {
            Some(encoding) if encoding != sniffed.encoding => 0,
            _ => sniffed.mark,
        }
    }
}
