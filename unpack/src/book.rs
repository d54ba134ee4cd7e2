//! What a workbook says of itself, which calamine does not tell.

use std::io::{BufReader, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::archive::{Archive, WORKBOOK};
use crate::guard::values;

/// The most bytes that are looked through.
const LONGEST: u64 = 1 << 20;

/// What a workbook says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Book {
    /// Which of its sheets is seen first.
    pub(crate) active: usize,
    /// Whether its days are counted from 1904 on.
    pub(crate) is_1904: bool,
}

impl Book {
    /// Reads the workbook's own part; what cannot be read is as usual.
    pub(crate) fn of(archive: &mut Archive<'_>) -> Self {
        let mut book = Self::default();
        let Ok(part) = archive.by_name(WORKBOOK) else {
            return book;
        };
        let mut xml = Reader::from_reader(BufReader::new(part.take(LONGEST)));
        xml.config_mut().expand_empty_elements = true;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                    "workbookPr" => {
                        book.is_1904 = values(&tag, "date1904")
                            .any(|value| matches!(value, "1" | "true" | "on"));
                    }
                    "workbookView" => {
                        let active = values(&tag, "activeTab").next();
                        book.active = active.and_then(|tab| tab.parse().ok()).unwrap_or(0);
                    }
                    _ => {}
                },
                Ok(Event::Eof) | Err(_) => return book,
                Ok(_) => {}
            }
        }
    }
}
