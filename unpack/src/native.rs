//! The same as the page's `unpack.js`, for the command line and its tests. The
//! browser unpacks .gz of one member itself.

use std::borrow::Cow;

use model_census_dataset::{Columns, PackedError, Problem};

use crate::{best_match, entries, extract, gunzip, is_workbook, sheet_by};

/// A table, and what it was taken out of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<'a> {
    /// The bytes of a CSV file.
    pub bytes: Cow<'a, [u8]>,
    /// Its name: for a table in an archive the one that it has there.
    pub name: String,
    /// The sheet of a workbook that it was written from.
    pub sheet: Option<String>,
    /// What is to be told with what is read of it.
    pub notes: Vec<Problem>,
}

/// Takes the table out of a file, by its first bytes; a file that is not packed
/// passes through. `entry` is the path of a table in an archive, or the name of a
/// workbook's sheet; without it [`best_match`] or [`crate::sheet_as_csv`] chooses.
/// `columns` are headers whose meaning the reader says.
///
/// # Errors
/// Why no table came out of a packed file.
pub fn unpack<'a>(
    bytes: &'a [u8],
    name: &str,
    entry: Option<&str>,
    columns: &Columns,
) -> Result<Table<'a>, PackedError> {
    let mut table = Table {
        bytes: Cow::Borrowed(bytes),
        name: name.to_owned(),
        sheet: None,
        notes: Vec::new(),
    };
    match bytes {
        [0x1F, 0x8B, ..] => {
            table.bytes = Cow::Owned(gunzip(bytes)?);
            table.name = without_gz(name).to_owned();
        }
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] if is_workbook(bytes) => {
            let sheet = sheet_by(bytes, entry, columns)?;
            table.notes = sheet.notes;
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
                .ok_or_else(|| PackedError::NoSuchTable {
                    name: entry.unwrap_or_default().to_owned(),
                    tables: all.iter().map(|entry| entry.name.clone()).collect(),
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
