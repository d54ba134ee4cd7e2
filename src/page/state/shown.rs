//! The file that is shown, and what happens to files.

use crate::definition::Bilingual;
use crate::page::browser::Site;
use crate::page::engine::Packed;

/// The file that is shown.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) struct Shown {
    /// The name that it was dropped under.
    pub name: String,
    /// The file itself; `None` where it came with the page.
    pub own: Option<OwnFile>,
}

/// A file of the reader's own.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) struct OwnFile {
    /// Its bytes, to be read again.
    pub file: web_sys::Blob,
    /// The bytes of its table: the same ones where it is not packed.
    pub table: web_sys::Blob,
    /// Where the table was taken out of.
    pub packed: Option<Packed>,
    /// Where it came from, where an address named it.
    pub origin: Option<Origin>,
}

/// Where a file came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::page) enum Origin {
    /// This address of the page's own site.
    Site(String),
    /// The page around the frame, of this origin.
    Host(String),
}

impl Shown {
    /// Whether it came with the page.
    pub fn is_bundled(&self) -> bool {
        self.own.is_none()
    }
}

impl OwnFile {
    /// Which table of an archive it is.
    pub fn entry(&self) -> Option<usize> {
        match self.packed {
            Some(Packed::Archive { entry, .. }) => Some(entry),
            _ => None,
        }
    }
}

impl Notice {
    /// Whether it says what takes so long that it may not be worth the wait.
    pub fn takes_long(&self) -> bool {
        matches!(self, Self::AwaitingEngine | Self::AwaitingAnswer)
    }

    /// Whether it says what is waited for, which the reader can end.
    pub fn is_waiting(&self) -> bool {
        self.takes_long() || matches!(self, Self::Reading { .. } | Self::Computing)
    }

    /// Whether it says what failed.
    pub fn is_error(&self) -> bool {
        matches!(
            self,
            Self::Unusable { .. }
                | Self::NotFetched(_)
                | Self::NotAnswered
                | Self::EngineEnded
                | Self::NotStarted { .. }
        )
    }
}

/// What happens to a file, for the reader.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) enum Notice {
    Starting,
    Reading {
        name: String,
        progress: Progress,
    },
    Read {
        name: String,
    },
    Cancelled {
        name: String,
    },
    Unusable {
        name: String,
        reason: Bilingual,
    },
    /// An answer takes its time.
    Computing,
    /// The code that counts is on its way, which takes its time.
    AwaitingEngine,
    /// An answer takes so long that it may not be worth the wait.
    AwaitingAnswer,
    /// The engine ended, as for want of memory; another one is there.
    EngineEnded,
    /// Code that was asked for did not come; what stands at the page's address
    /// by now, once that is known.
    NotFetched(Option<Site>),
    /// The engine gave no numbers.
    NotAnswered,
    NotStarted {
        reason: String,
    },
    /// The browser no longer has the file that was kept.
    KeptLost {
        name: String,
    },
    /// The definition that was kept cannot be read.
    KeptUnread {
        reason: Bilingual,
    },
}

/// What is kept in this browser, by name and the definition's fingerprint.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) struct Kept {
    pub name: String,
    pub definition: String,
}

/// How far a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::page) struct Progress {
    pub bytes: f64,
    pub total: f64,
    pub records: u64,
    pub bytes_per_second: f64,
}
