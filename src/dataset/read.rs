//! Reads an export as its bytes come.
//!
//! Long because a reading is one thing from its first byte to its last.
//!
//! Bytes, the encoding told from the first of them; UTF-8; separator and header
//! found; records; [`Intake`], or a [`Look`] for one of them.

use std::fmt;

use super::encoding::HEAD;
use super::foreign::refuse_other_formats;
use super::header::{Search, first_words, texts};
use super::mend::Mending;
use super::preview::delimiter_of;
use super::statement::Look;
use super::{
    Code, Dataset, Decode, Encoding, Field, Header, Intake, Listed, Options, ReadError, Source,
    Statement, tidy,
};

/// So many used cells beyond ASCII, none of them UTF-8, show that a file whose
/// beginning is ASCII is not UTF-8.
const ENOUGH_FOREIGN_CELLS: u64 = 8;

/// Reads a whole export that is in memory.
///
/// `name` is the file's name, kept in [`Source`].
///
/// # Errors
/// [`ReadError`] where no model can be had from the bytes; anything less is a
/// [`super::Problem`] of the dataset.
///
/// ```
/// use model_census_dataset::{Options, native_decoders, read};
/// let csv = b"Model,Publication date\nGPT-3,2020-05-28\n";
/// let dataset = read(csv, "export.csv", &Options::new(native_decoders)).unwrap();
/// assert_eq!(&*dataset.models[0].name, "GPT-3");
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn read(bytes: &[u8], name: &str, options: &Options) -> Result<Dataset, ReadError> {
    let mut options = options.clone();
    loop {
        let mut reading = Reading::begin(name, &options);
        let mut fed = reading.feed(bytes)?;
        if fed == Fed::Well {
            fed = reading.end()?;
        }
        match fed {
            Fed::Well => return reading.finish(Some(super::sha256(bytes))),
            Fed::OtherEncoding(encoding) => options.encoding = Some(encoding),
        }
    }
}

/// What a file that is in memory says of the record of a row, in every column;
/// `None` where it has no such row.
///
/// # Errors
/// As [`read`].
#[cfg(not(target_arch = "wasm32"))]
pub fn statements(
    bytes: &[u8],
    name: &str,
    options: &Options,
    record: u32,
) -> Result<Option<Vec<Statement>>, ReadError> {
    let mut reading = Reading::look(name, options, record);
    let _ = reading.feed(bytes)?;
    let _ = reading.end()?;
    Ok(reading.statements().map(<[Statement]>::to_vec))
}

/// Whether reading may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fed {
    /// It may.
    Well,
    /// A cell shows that the file is in another encoding than its beginning
    /// looked like: it is to be read again from its beginning in this one.
    OtherEncoding(Encoding),
}

/// A file being read.
pub struct Reading {
    name: String,
    options: Options,
    /// The row of the only record that is wanted, if one is.
    only: Option<u32>,
    /// The first bytes, until there are enough to begin.
    head: Vec<u8>,
    stage: Option<Stage>,
}

struct Stage {
    encoding: Encoding,
    /// Whether the encoding was only guessed.
    is_guess: bool,
    decoder: Option<Box<dyn Decode>>,
    decoded: Vec<u8>,
    splitter: Mending,
    only: Option<u32>,
    records: Records,
}

enum Records {
    Searching(Box<Search>),
    /// The header is found; the next row may go on with it.
    Below(Box<(Header, Search)>),
    Taking(Box<Intake>),
    Looking(Box<Look>),
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading")
            .field("name", &self.name)
            .field("records", &self.records())
            .finish_non_exhaustive()
    }
}

impl Reading {
    /// Begins to read a file.
    #[must_use]
    pub fn begin(name: &str, options: &Options) -> Self {
        Self {
            name: tidy(name).into_owned(),
            options: options.clone(),
            only: None,
            head: Vec::new(),
            stage: None,
        }
    }

    /// Begins to look for what a file says of the record of a row. The encoding
    /// has to be said that it was read with.
    #[must_use]
    pub fn look(name: &str, options: &Options, record: u32) -> Self {
        Self {
            only: Some(record),
            ..Self::begin(name, options)
        }
    }

    /// What the record says that is looked for, once it was come by: the rest of
    /// the file need not be fed.
    #[must_use]
    pub fn statements(&self) -> Option<&[Statement]> {
        match self.stage.as_ref().map(|stage| &stage.records) {
            Some(Records::Looking(look)) => look.found(),
            _ => None,
        }
    }

    /// Reads the next bytes of the file.
    ///
    /// # Errors
    /// [`ReadError::NotText`] or [`ReadError::MissingColumn`] as soon as it is
    /// known.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<Fed, ReadError> {
        if let Some(stage) = &mut self.stage {
            return stage.feed(bytes, false, &self.options);
        }
        if self.head.is_empty() && bytes.len() >= HEAD {
            return self.start(bytes, false);
        }
        self.head.extend_from_slice(bytes);
        if self.head.len() >= HEAD {
            let head = std::mem::take(&mut self.head);
            return self.start(&head, false);
        }
        Ok(Fed::Well)
    }

    fn start(&mut self, bytes: &[u8], last: bool) -> Result<Fed, ReadError> {
        // Never more than the head, so that a file reads the same in one piece.
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        let sniffed = Encoding::sniff(head);
        let encoding = self.options.encoding.unwrap_or(sniffed.encoding);
        refuse_other_formats(head, encoding, &self.name)?;
        let mark = self.options.mark_of(sniffed);
        let head = head.get(mark..).unwrap_or_default();
        let delimiter = match self.options.decoder(encoding) {
            None => delimiter_of(head, &self.options.columns),
            Some(mut decoder) => {
                let mut decoded = Vec::new();
                decoder.decode(head, false, &mut decoded);
                delimiter_of(&decoded, &self.options.columns)
            }
        };
        let stage = self.stage.insert(Stage {
            encoding,
            is_guess: self.options.encoding.is_none() && sniffed.mark == 0,
            decoder: self.options.decoder(encoding),
            decoded: Vec::new(),
            splitter: Mending::new(delimiter),
            only: self.only,
            records: Records::Searching(Box::new(Search::new(&self.options.columns))),
        });
        let body = bytes.get(mark..).unwrap_or_default();
        stage.feed(body, last, &self.options)
    }

    /// How many records were read so far.
    #[must_use]
    pub fn records(&self) -> u64 {
        match self.stage.as_ref().map(|stage| &stage.records) {
            Some(Records::Taking(intake)) => intake.records(),
            _ => 0,
        }
    }

    /// Ends the bytes that were fed: reads what is left of them.
    ///
    /// # Errors
    /// As [`Self::feed`].
    pub fn end(&mut self) -> Result<Fed, ReadError> {
        match &mut self.stage {
            Some(stage) => stage.feed(&[], true, &self.options),
            None => {
                let head = std::mem::take(&mut self.head);
                self.start(&head, true)
            }
        }
    }

    /// Hands out the dataset, after [`Self::end`].
    ///
    /// `sha256` is the digest of the file's bytes, where it is known already.
    ///
    /// # Errors
    /// [`ReadError::Empty`], [`ReadError::MissingColumn`] or
    /// [`ReadError::NoRecords`].
    pub fn finish(self, sha256: Option<String>) -> Result<Dataset, ReadError> {
        let stage = self.stage.ok_or(ReadError::Empty)?;
        let source = Source {
            name: self.name,
            sha256,
            encoding: stage.encoding.label().to_owned(),
            records: 0,
            latest_publication: None,
            list: Listed::default(),
            named: None,
            years: None,
        };
        match stage.records {
            Records::Searching(search) => Err(search.error()),
            Records::Below(_) | Records::Looking(_) => Err(ReadError::NoRecords),
            Records::Taking(intake) => intake.finish(source, &self.options.whole_names),
        }
    }
}

impl Stage {
    fn feed(&mut self, bytes: &[u8], last: bool, options: &Options) -> Result<Fed, ReadError> {
        match &mut self.decoder {
            None => self.split(bytes, last, options),
            Some(decoder) => {
                let mut decoded = std::mem::take(&mut self.decoded);
                decoded.clear();
                decoder.decode(bytes, last, &mut decoded);
                let fed = self.split(&decoded, last, options);
                self.decoded = decoded;
                fed
            }
        }
    }

    fn split(&mut self, text: &[u8], last: bool, options: &Options) -> Result<Fed, ReadError> {
        let mut rest = text;
        while self.splitter.next(&mut rest) {
            self.take(options)?;
            if let Some(encoding) = self.other_encoding(false) {
                return Ok(Fed::OtherEncoding(encoding));
            }
        }
        while last && self.splitter.finish() {
            self.take(options)?;
        }
        let encoding = self.other_encoding(last);
        Ok(encoding.map_or(Fed::Well, Fed::OtherEncoding))
    }

    fn take(&mut self, options: &Options) -> Result<(), ReadError> {
        let note = self.splitter.note();
        let record = self.splitter.record();
        match &mut self.records {
            Records::Taking(intake) => {
                if let Some(note) = note {
                    intake.note_marks(&note);
                }
                intake.take(record);
            }
            Records::Looking(look) => look.take(record),
            Records::Searching(search) => {
                if let Some(header) = search.take(record) {
                    if let Some(table) = search.other_than_models() {
                        return Err(ReadError::OtherTable { table });
                    }
                    let search = std::mem::take(&mut **search);
                    self.splitter.expect(header.slots.len(), dates_of(&header));
                    self.records = Records::Below(Box::new((header, search)));
                } else if search.is_over() {
                    return Err(std::mem::take(&mut **search).error());
                }
            }
            Records::Below(found) => {
                if record.is_blank() {
                    return Ok(());
                }
                let (header, search) = &**found;
                let both = header.with_second_row(record, &options.columns);
                let is_split = both.is_some();
                let header = both.unwrap_or_else(|| header.clone());
                let (width, dates) = (header.slots.len(), dates_of(&header));
                if let Some(only) = self.only {
                    let mut look = Look::new(header, options, self.encoding, only);
                    if !is_split {
                        look.take(record);
                    }
                    self.records = Records::Looking(Box::new(look));
                    return Ok(());
                }
                let mut intake = Intake::new(header, options, self.encoding);
                let wanted = intake.wanted();
                intake.problems().add(&options.notes);
                search.report_above(intake.problems());
                if is_split {
                    let second = first_words(&texts(record));
                    intake.problems().of_file(Code::SplitHeader, "", &second);
                } else {
                    if let Some(note) = note {
                        intake.note_marks(&note);
                    }
                    intake.take(record);
                }
                self.records = Records::Taking(Box::new(intake));
                self.splitter.expect(width, dates);
                self.splitter.want(wanted.into_iter());
            }
        }
        Ok(())
    }

    /// A file that looked like UTF-8 because its beginning is ASCII, and is
    /// not: of the used cells beyond ASCII most are something else. Told record
    /// by record, so that it does not depend on how the bytes are cut.
    fn other_encoding(&self, last: bool) -> Option<Encoding> {
        if !self.is_guess || self.encoding != Encoding::Utf8 {
            return None;
        }
        let Records::Taking(intake) = &self.records else {
            return None;
        };
        let (utf8, foreign) = intake.high_cells();
        let is_sure = if last {
            foreign > utf8
        } else {
            utf8 == 0 && foreign >= ENOUGH_FOREIGN_CELLS
        };
        is_sure.then(|| Encoding::of_high_bytes(intake.foreign()))
    }
}

/// The column of dates.
fn dates_of(header: &Header) -> Option<usize> {
    let mut slots = header.slots.iter();
    slots.position(|slot| *slot == Some(Field::PublicationDate))
}
