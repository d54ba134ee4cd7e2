//! What separates cells, told from a text's beginning, and the first rows for
//! people to look at.

use super::encoding::HEAD;
use super::header::{Search, texts};
use super::{Columns, Encoding, Options, Record, Splitter};

/// What separates the cells of a text that begins so: the separator with which
/// a header is found, else with which a row has most of one, else the one that
/// the first line uses most.
pub(super) fn delimiter_of(head: &[u8], columns: &Columns) -> u8 {
    const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
    let mut most = (0, b',');
    for separator in SEPARATORS {
        let mut search = Search::new(columns);
        let mut is_found = false;
        rows(head, separator, |record| {
            is_found = search.take(record).is_some();
            is_found || search.is_over()
        });
        if is_found {
            return separator;
        }
        let known = search.most_known();
        if known > most.0 {
            most = (known, separator);
        }
    }
    if most.0 > 0 {
        return most.1;
    }
    let line = head
        .split(|byte| *byte == b'\n')
        .find(|line| !line.trim_ascii().is_empty())
        .unwrap_or_default();
    let count = |separator: &u8| line.iter().filter(|byte| *byte == separator).count();
    SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(count)
        .unwrap_or(b',')
}

/// The first bytes of a file as UTF-8, and what they were read in: the encoding
/// of `options`, else the one that they suggest.
pub(super) fn decoded(head: &[u8], options: &Options) -> (Encoding, Vec<u8>) {
    let sniffed = Encoding::sniff(head);
    let encoding = options.encoding.unwrap_or(sniffed.encoding);
    let mut text = Vec::new();
    let body = head.get(options.mark_of(sniffed)..).unwrap_or_default();
    match options.decoder(encoding) {
        Some(mut decoder) => decoder.decode(body, false, &mut text),
        None => text.extend_from_slice(body),
    }
    (encoding, text)
}

/// Splits a text until `stop` says so; whether it did.
pub(super) fn rows(text: &[u8], delimiter: u8, mut stop: impl FnMut(&Record) -> bool) -> bool {
    let mut splitter = Splitter::new(delimiter);
    let mut rest = text;
    while splitter.next(&mut rest) {
        if stop(splitter.record()) {
            return true;
        }
    }
    splitter.finish() && stop(splitter.record())
}

/// The first rows of a file in an encoding, for people to judge whether it is
/// the right one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The encoding that the bytes themselves suggest.
    pub suggested: Encoding,
    /// The encoding that the rows are decoded with.
    pub encoding: Encoding,
    /// Rows of cells, the header among them.
    pub rows: Vec<Vec<String>>,
}

/// Decodes the first bytes of a file and splits up to `most` rows of them.
///
/// The encoding is that of `options`, else the one that the bytes suggest.
#[must_use]
pub fn preview(head: &[u8], options: &Options, most: usize) -> Preview {
    let head = head.get(..HEAD).unwrap_or(head);
    let (encoding, text) = decoded(head, options);
    let mut found = Vec::new();
    rows(&text, delimiter_of(&text, &options.columns), |record| {
        if !record.is_blank() {
            found.push(texts(record));
        }
        found.len() >= most
    });
    Preview {
        suggested: Encoding::sniff(head).encoding,
        encoding,
        rows: found,
    }
}
