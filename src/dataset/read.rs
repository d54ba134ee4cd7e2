//! Reads a CSV export into a [`Dataset`].
//!
//! Two steps, so that a caller can feed records as they come: the csv crate
//! splits bytes into records, [`Intake`] turns records into models.

use csv::ByteRecord;
use sha2::{Digest, Sha256};

use super::{Dataset, Field, Intake};

/// Why nothing can be shown of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The file has no bytes, or blank lines only.
    Empty,
    /// The bytes are not text; `format` names what they look like.
    NotText {
        /// For example "XLSX or ZIP".
        format: &'static str,
    },
    /// The header lacks a column without which nothing can be computed.
    MissingColumn {
        /// The fact that no column holds.
        field: Field,
        /// The headers found, up to 12.
        found: Vec<String>,
    },
    /// A header and no record below it.
    NoRecords,
}

/// Reads a whole export.
///
/// `name` is the file's name, kept in [`Source`].
///
/// # Errors
/// [`ReadError`] where no model can be had from the bytes; anything less is a
/// [`Problem`] of the dataset.
///
/// ```
/// let csv = b"Model,Publication date\nGPT-3,2020-05-28\n";
/// let dataset = model_census::dataset::read(csv, "export.csv").unwrap();
/// assert_eq!(&*dataset.models[0].name, "GPT-3");
/// ```
pub fn read(bytes: &[u8], name: &str) -> Result<Dataset, ReadError> {
    let mut reading = Reading::begin(bytes, name)?;
    while reading.advance(usize::MAX)? {}
    reading.finish()
}

/// A file being read, a slice of records at a time.
#[derive(Debug)]
pub struct Reading<'a> {
    bytes: &'a [u8],
    name: String,
    lines: Lines<'a>,
    reader: csv::Reader<&'a [u8]>,
    record: ByteRecord,
    intake: Option<Intake>,
}

impl<'a> Reading<'a> {
    /// Begins to read a file that is in memory.
    ///
    /// # Errors
    /// [`ReadError::NotText`] where the bytes are of another format.
    pub fn begin(bytes: &'a [u8], name: &str) -> Result<Self, ReadError> {
        let text = text_of(bytes)?;
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter_of(text))
            .from_reader(text);
        Ok(Self {
            bytes,
            name: name.to_owned(),
            lines: Lines::of(text),
            reader,
            record: ByteRecord::new(),
            intake: None,
        })
    }

    /// Reads up to `most` records; `false` once the file has ended.
    ///
    /// # Errors
    /// [`ReadError::MissingColumn`] as soon as the header is read.
    pub fn advance(&mut self, most: usize) -> Result<bool, ReadError> {
        for _ in 0..most {
            // From memory and with lengths that may differ, the csv crate has
            // no error left to return; should it, what was read stands.
            if !self
                .reader
                .read_byte_record(&mut self.record)
                .unwrap_or(false)
            {
                return Ok(false);
            }
            match &mut self.intake {
                None if self.record.iter().all(<[u8]>::is_empty) => {}
                None => self.intake = Some(Intake::new(&self.record)?),
                Some(intake) => {
                    let at = self.record.position().map_or(0, csv::Position::byte);
                    intake.take(&self.record, self.lines.line_of_record(at));
                }
            }
        }
        Ok(true)
    }

    /// How many records were read so far.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.intake.as_ref().map_or(0, Intake::records)
    }

    /// Ends: splits the lists and hands out the dataset.
    ///
    /// # Errors
    /// [`ReadError::Empty`] or [`ReadError::NoRecords`].
    pub fn finish(self) -> Result<Dataset, ReadError> {
        let intake = self.intake.ok_or(ReadError::Empty)?;
        intake.finish(&self.name, &hex(&Sha256::digest(self.bytes)))
    }
}

/// Physical lines. The csv crate notes a record's position before it skips
/// the rest of a Windows line end and blank lines, so its line is too low.
#[derive(Debug)]
struct Lines<'a> {
    /// The text from the last place asked for.
    rest: &'a [u8],
    /// Where `rest` begins in the whole text.
    at: u64,
    /// The line of that place, from 1.
    line: u64,
}

impl<'a> Lines<'a> {
    fn of(text: &'a [u8]) -> Self {
        Self {
            rest: text,
            at: 0,
            line: 1,
        }
    }

    /// The line on which the record begins that the csv crate says is `at`;
    /// places asked for must not go back.
    fn line_of_record(&mut self, at: u64) -> u64 {
        let ahead = usize::try_from(at.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let (passed, rest) = self.rest.split_at(ahead.min(self.rest.len()));
        let ends = rest
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        let (blank, rest) = rest.split_at(ends);
        let newlines = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count();
        let moved = passed.len() + blank.len();
        self.line += u64::try_from(newlines(passed) + newlines(blank)).unwrap_or(0);
        self.at += u64::try_from(moved).unwrap_or(0);
        self.rest = rest;
        self.line
    }
}

fn text_of(bytes: &[u8]) -> Result<&[u8], ReadError> {
    let format = match bytes {
        [b'P', b'K', 3, 4, ..] => Some("XLSX, ZIP"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("XLS"),
        [0x1F, 0x8B, ..] => Some("GZIP"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some("UTF-16"),
        [b'%', b'P', b'D', b'F', ..] => Some("PDF"),
        _ if bytes.contains(&0) => Some("binary"),
        _ => None,
    };
    match format {
        Some(format) => Err(ReadError::NotText { format }),
        None => Ok(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)),
    }
}

/// The separator that the first line with any separator uses most.
fn delimiter_of(text: &[u8]) -> u8 {
    let line = text
        .split(|byte| *byte == b'\n')
        .find(|line| !line.trim_ascii().is_empty())
        .unwrap_or_default();
    let count = |separator: u8| line.iter().filter(|byte| **byte == separator).count();
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(b',')
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
