//! The same as the page's `unpack.js`, for the command line and its tests. The
//! browser unpacks .gz itself.

use std::borrow::Cow;
use std::io::{Read as _, Write as _};

use flate2::read::MultiGzDecoder;
use model_census_dataset::PackedError;

use crate::bounded::Bounded;
use crate::{TABLE_LIMIT, best_match, entries, error, extract, is_workbook, sheet_as_csv};

/// A table, and what it was taken out of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<'a> {
    /// The bytes of a CSV file.
    pub bytes: Cow<'a, [u8]>,
    /// Its name: for a table in an archive the one that it has there.
    pub name: String,
    /// The sheet of a workbook that it was written from.
    pub sheet: Option<String>,
}

/// Takes the table out of a file, by its first bytes; a file that is not packed
/// passes through. `entry` is the path of a table in an archive; without it
/// [`best_match`] chooses.
///
/// # Errors
/// Why no table came out of a packed file.
pub fn unpack<'a>(
    bytes: &'a [u8],
    name: &str,
    entry: Option<&str>,
) -> Result<Table<'a>, PackedError> {
    let mut table = Table {
        bytes: Cow::Borrowed(bytes),
        name: name.to_owned(),
        sheet: None,
    };
    match bytes {
        [0x1F, 0x8B, ..] => {
            table.bytes = Cow::Owned(gunzip(bytes)?);
            table.name = without_gz(name).to_owned();
        }
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] if is_workbook(bytes) => {
            let sheet = sheet_as_csv(bytes)?;
            table.bytes = Cow::Owned(sheet.csv);
            table.sheet = Some(sheet.name);
        }
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => {
            let all = entries(bytes)?;
            let wanted = match entry {
                Some(path) => all.iter().position(|entry| entry.name == path),
                None => best_match(&all),
            };
            let (index, chosen) = wanted
                .and_then(|index| Some((index, all.get(index)?)))
                .ok_or_else(|| PackedError::NoTable {
                    names: error::some_names(all.iter().map(|entry| entry.name.clone())),
                })?;
            table.bytes = Cow::Owned(extract(bytes, index)?);
            table.name = chosen.file_name().to_owned();
        }
        _ => {}
    }
    Ok(table)
}

fn without_gz(name: &str) -> &str {
    let end = [".gz", ".gzip"].into_iter().find_map(|end| {
        let at = name.len().checked_sub(end.len())?;
        name.get(at..)?.eq_ignore_ascii_case(end).then_some(at)
    });
    end.and_then(|end| name.get(..end)).unwrap_or(name)
}

fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, PackedError> {
    let mut text = Bounded::new(TABLE_LIMIT);
    let mut packed = MultiGzDecoder::new(bytes);
    let mut part = vec![0; 1 << 16];
    loop {
        let length = packed
            .read(&mut part)
            .map_err(|error| error::of_io(&error, ""))?;
        if length == 0 {
            return Ok(text.bytes);
        }
        let part = part.get(..length).unwrap_or_default();
        text.write_all(part)
            .map_err(|_full| PackedError::TooLarge {
                name: String::new(),
                limit: TABLE_LIMIT,
            })?;
    }
}
