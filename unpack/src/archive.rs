//! The tables of a zip archive.

use std::io::{Cursor, Read};

use model_census_dataset::some_names;
use serde::Serialize;
use zip::ZipArchive;

use crate::error::{of_io, of_zip};
use crate::{PackedError, TABLE_LIMIT};

/// What makes an archive an Excel workbook.
pub(crate) const WORKBOOK: &str = "xl/workbook.xml";

/// How Epoch names its exports, the one that is meant here first.
const FAVOURITES: [&str; 4] = ["large", "all", "notable", "frontier"];

/// A table in an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its path inside the archive, with `/` between folders.
    pub name: String,
    /// Its bytes when unpacked, as the archive claims.
    pub size: u64,
}

impl Entry {
    /// The last part of its path.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }
}

/// The tables of an archive, in its own order.
///
/// # Errors
///
/// [`PackedError::Truncated`] or [`PackedError::Damaged`] if it is no archive
/// that can be read, [`PackedError::NoTable`] if it has none.
pub fn entries(bytes: &[u8]) -> Result<Vec<Entry>, PackedError> {
    let mut archive = open(bytes)?;
    let tables: Vec<Entry> = tables(&mut archive).map(|(_, entry)| entry).collect();
    if tables.is_empty() {
        if let Some(format) = program_of(&archive) {
            return Err(PackedError::OtherFormat {
                format: format.to_owned(),
            });
        }
        let names = all(&mut archive).map(|(_, entry)| entry.name);
        return Err(PackedError::NoTable {
            names: some_names(names),
        });
    }
    Ok(tables)
}

/// The format of a program that packs its documents so, and which is not read.
fn program_of(archive: &Archive<'_>) -> Option<&'static str> {
    const PARTS: [(&str, &str); 7] = [
        ("xl/workbook.bin", "XLSB"),
        ("Index/Document.iwa", "Numbers"),
        ("Index.zip", "Numbers"),
        ("word/document.xml", "DOCX"),
        ("ppt/presentation.xml", "PPTX"),
        ("Contents/content.hpf", "HWPX"),
        ("content.xml", "ODS"),
    ];
    let has = |part: &str| archive.index_for_name(part).is_some();
    PARTS
        .iter()
        .find(|(part, _)| has(part))
        .map(|(_, format)| *format)
}

/// Whether an archive is an Excel workbook. False for what is no archive.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    open(bytes).is_ok_and(|archive| archive.index_for_name(WORKBOOK).is_some())
}

/// The table that is most likely meant: by its name, else the largest.
///
/// ```
/// use model_census_unpack::{Entry, best_match};
/// let named = |name: &str| Entry { name: name.to_owned(), size: 1 };
/// let tables = [named("small.csv"), named("a/all_ai_models.csv"), named("Large-scale.csv")];
/// assert_eq!(best_match(&tables), Some(2));
/// assert_eq!(best_match(&tables[..2]), Some(1));
/// assert_eq!(best_match(&[]), None);
/// ```
#[must_use]
pub fn best_match(entries: &[Entry]) -> Option<usize> {
    let rank = |entry: &Entry| {
        let name = entry.file_name().to_lowercase();
        // At the beginning of a word: "small" is not "all".
        let has = |favourite: &str| {
            name.split(|letter: char| !letter.is_alphanumeric())
                .any(|word| word.starts_with(favourite))
        };
        FAVOURITES
            .iter()
            .position(|favourite| has(favourite))
            .unwrap_or(FAVOURITES.len())
    };
    entries
        .iter()
        .enumerate()
        .min_by_key(|(_, entry)| (rank(entry), std::cmp::Reverse(entry.size)))
        .map(|(index, _)| index)
}

/// The bytes of a table by its index in [`entries`].
///
/// # Errors
///
/// Where it cannot be unpacked, or unpacks to more than [`TABLE_LIMIT`].
pub fn extract(bytes: &[u8], index: usize) -> Result<Vec<u8>, PackedError> {
    extract_within(bytes, index, TABLE_LIMIT)
}

/// [`extract`] with another limit.
///
/// # Errors
///
/// Those of [`extract`].
pub fn extract_within(bytes: &[u8], index: usize, limit: u64) -> Result<Vec<u8>, PackedError> {
    let mut archive = open(bytes)?;
    let (at, Entry { name, .. }) = tables(&mut archive)
        .nth(index)
        .ok_or(PackedError::NoSuchEntry { index })?;
    let file = archive
        .by_index(at)
        .map_err(|error| of_zip(&error, &name))?;
    let mut table = Vec::new();
    // One byte more than the limit tells a table at the limit from one beyond.
    // `read_to_end` reports it where memory is short, instead of aborting.
    file.take(limit.saturating_add(1))
        .read_to_end(&mut table)
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::OutOfMemory => PackedError::TooLarge {
                name: name.clone(),
                limit,
            },
            _ => of_io(&error, &name),
        })?;
    if table.len() as u64 > limit {
        return Err(PackedError::TooLarge { name, limit });
    }
    Ok(table)
}

pub(crate) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens an archive.
pub(crate) fn open(bytes: &[u8]) -> Result<Archive<'_>, PackedError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
        // The table of contents is the end of an archive: one that begins well
        // and has none was cut off.
        let begins = bytes.starts_with(b"PK\x03\x04");
        if begins && !bytes.windows(4).any(|four| four == b"PK\x05\x06") {
            return PackedError::Truncated;
        }
        of_zip(&error, "")
    })
}

/// Everything in an archive with its index there, without unpacking.
fn all(archive: &mut Archive<'_>) -> impl Iterator<Item = (usize, Entry)> {
    (0..archive.len()).filter_map(|at| {
        let file = archive.by_index_raw(at).ok()?;
        let name = decode(file.name_raw()).replace('\\', "/");
        let size = file.size();
        Some((at, Entry { name, size }))
    })
}

fn tables(archive: &mut Archive<'_>) -> impl Iterator<Item = (usize, Entry)> {
    all(archive).filter(|(_, entry)| is_table(entry))
}

fn is_table(entry: &Entry) -> bool {
    // What macOS and editors leave behind, and folders: their name is empty.
    let is_left = |part: &str| part.is_empty() || part == "__MACOSX" || part.starts_with('.');
    if entry.name.split('/').any(is_left) {
        return false;
    }
    let name = entry.file_name().to_lowercase();
    let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
    matches!(kind, "csv" | "tsv" | "txt") && !name.starts_with("readme")
}

/// A name that says no encoding: Windows in Korea writes its own.
fn decode(name: &[u8]) -> String {
    if let Ok(name) = std::str::from_utf8(name) {
        return name.to_owned();
    }
    encoding_rs::EUC_KR
        .decode_without_bom_handling_and_without_replacement(name)
        .unwrap_or_else(|| String::from_utf8_lossy(name))
        .into_owned()
}
