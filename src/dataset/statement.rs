//! All that a file says of one record, in the columns that nothing is counted
//! from too: read from the file again when it is asked for, so that nothing of
//! it has to be kept.
//!
//! In: the header, records one by one. Out: its [`Statement`]s, as texts to be
//! shown.
//! Leaves out: what the cells mean.

use serde::{Deserialize, Serialize};

use super::garbled::put_right;
use super::text::may_compose;
use super::{Encoding, Header, Options, Record, tidy};

/// What a record says in one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The column's header.
    pub header: String,
    /// The cell, each of its lines tidied.
    pub text: String,
}

/// Looks for one record.
#[derive(Debug)]
pub(super) struct Look {
    header: Header,
    /// The row that it stands in.
    record: u32,
    /// Makes one letter of one and its accent.
    composed: fn(&str) -> String,
    may_be_garbled: bool,
    found: Option<Vec<Statement>>,
}

impl Look {
    /// Begins below a header.
    pub(super) fn new(header: Header, options: &Options, encoding: Encoding, record: u32) -> Self {
        Self {
            header,
            record,
            composed: options.composed,
            may_be_garbled: encoding.is_unicode(),
            found: None,
        }
    }

    /// Takes a record, which may be the one.
    pub(super) fn take(&mut self, record: &Record) {
        if record.place().record != self.record || self.found.is_some() {
            return;
        }
        let cells = record.cells().map(|(column, cell)| Statement {
            header: self.header.name(column).to_owned(),
            text: self.text(&String::from_utf8_lossy(cell)),
        });
        self.found = Some(cells.filter(|cell| !cell.text.is_empty()).collect());
    }

    /// The cells of the record that say something, once it was come by.
    pub(super) fn found(&self) -> Option<&[Statement]> {
        self.found.as_deref()
    }

    /// A cell as it was meant, without what hides or turns letters; its lines
    /// stay, at most one of them blank between two others.
    fn text(&self, cell: &str) -> String {
        let right = (self.may_be_garbled && !cell.is_ascii()).then(|| put_right(cell));
        let right = right.flatten();
        let cell = right.as_deref().unwrap_or(cell);
        let composed = may_compose(cell).then(|| (self.composed)(cell));
        let cell = composed.as_deref().unwrap_or(cell);
        let mut text = String::new();
        let mut is_apart = false;
        for line in cell.split(['\n', '\r']) {
            let line = tidy(line);
            if line.is_empty() {
                is_apart = true;
                continue;
            }
            if !text.is_empty() {
                text.push_str(if is_apart { "\n\n" } else { "\n" });
            }
            text.push_str(&line);
            is_apart = false;
        }
        text
    }
}
