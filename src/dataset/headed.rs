//! The headers of a file, each with what is known of it and its first values,
//! for a reader who is to say what they mean.
//!
//! In: a text's first bytes. Out: its columns.
//! Leaves out: reading the file by what the reader said (`header`, `read`).

use super::foreign::refuse_other_formats;
use super::header::{Search, texts};
use super::preview::{decoded, delimiter_of, rows};
use super::{Columns, Encoding, Field, Header, Options, OtherTable, Record};

/// How many rows are looked at for values.
const ROWS: usize = 60;

/// A column, as a reader tells what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headed {
    /// Its header, as the file has it.
    pub header: String,
    /// The fact that it is taken for.
    pub field: Option<Field>,
    /// Its first values.
    pub first: Vec<String>,
}

/// The columns of a file that begins so, each with up to `most` values; none
/// where it is no table whose headers could be named.
#[must_use]
pub fn headed(head: &[u8], options: &Options, most: usize) -> Vec<Headed> {
    let encoding = options.encoding.unwrap_or(Encoding::sniff(head).encoding);
    if refuse_other_formats(head, encoding, "").is_err() {
        return Vec::new();
    }
    let (_, text) = decoded(head, options);
    let told = delimiter_of(&text, &options.columns);
    // A title above headers of which none is known tells nothing of what parts them.
    let others = [b';', b'\t', b'|', b','];
    let all = std::iter::once(told).chain(others);
    let mut all = all.map(|delimiter| parted(&text, delimiter, options));
    let found = all.find(|(header, _)| header.names().len() > 1);
    let Some((header, below)) = found.filter(|(own, _)| OtherTable::of(own.names()).is_none())
    else {
        return Vec::new();
    };
    let columns = header.names().iter().zip(&header.slots).enumerate();
    columns
        .filter(|(_, (name, _))| !name.is_empty())
        .map(|(at, (name, field))| {
            let values = below.iter().filter_map(|row| row.get(at));
            let values = values.filter(|value| !value.is_empty());
            Headed {
                header: name.clone(),
                field: *field,
                first: values.take(most).cloned().collect(),
            }
        })
        .collect()
}

/// The header of a text whose cells are parted so, and the rows below it.
fn parted(text: &[u8], delimiter: u8, options: &Options) -> (Header, Vec<Vec<String>>) {
    let mut search = Search::new(&options.columns);
    let mut found: Option<Header> = None;
    let mut all: Vec<Vec<String>> = Vec::new();
    let mut begins = 0;
    rows(text, delimiter, |record: &Record| {
        if found.is_none() {
            found = search.take(record);
            begins = all.len() + 1;
        }
        if !record.is_blank() {
            all.push(texts(record));
        }
        all.len() > ROWS
    });
    let header = found.unwrap_or_else(|| {
        let (at, header) = likeliest(&all, &options.columns);
        begins = at + 1;
        header
    });
    (header, all.split_off(begins.min(all.len())))
}

/// The row that is most likely the header where none names what every export
/// has: the first of those with most known headers, or else most cells.
fn likeliest(rows: &[Vec<String>], columns: &Columns) -> (usize, Header) {
    let mut best = (0, Header::default(), (0, 0));
    for (at, cells) in rows.iter().enumerate().take(super::header::SEARCHED_ROWS) {
        let header = Header::of(cells, columns);
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let worth = (header.columns.len(), filled);
        if worth > best.2 {
            best = (at, header, worth);
        }
    }
    (best.0, best.1)
}
