//! Reads a CSV export into a [`Dataset`].
//!
//! Two steps, so that a caller can feed records as they come: the csv crate
//! splits bytes into records, [`Intake`] turns records into models.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use csv::ByteRecord;
use sha2::{Digest, Sha256};

use super::cell::{NumberError, comma_styles, number};
use super::{
    Code, Dataset, Field, List, Model, PartialDate, Problem, Source, is_blank, recognise,
    split_list, tidy,
};

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

const MULTI_VALUED: [Field; 6] = [
    Field::Organization,
    Field::Country,
    Field::OrganizationCategory,
    Field::Domain,
    Field::Task,
    Field::TrainingHardware,
];

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
                Some(intake) => intake.take(&self.record),
            }
        }
        Ok(true)
    }

    /// How many records were read so far.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.intake.as_ref().map_or(0, |intake| intake.records)
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

/// Takes records one by one and keeps the facts of each.
#[derive(Debug)]
pub struct Intake {
    /// The field of each column, in the file's order.
    slots: Vec<Option<Field>>,
    columns: Vec<(Field, String)>,
    texts: BTreeSet<Arc<str>>,
    models: Vec<Kept>,
    /// Commas followed by white space and not, per multi-valued column.
    commas: [(usize, usize); MULTI_VALUED.len()],
    problems: Vec<Problem>,
    records: u64,
    unreadable: u64,
}

/// A record whose list cells are not split yet: how lists are joined is known
/// only at the end of the file.
#[derive(Debug)]
struct Kept {
    model: Model,
    lists: [Option<Arc<str>>; MULTI_VALUED.len()],
}

impl Intake {
    /// Begins with the header.
    ///
    /// # Errors
    /// [`ReadError::MissingColumn`] where names or dates have no column.
    pub fn new(header: &ByteRecord) -> Result<Self, ReadError> {
        let headers: Vec<String> = header
            .iter()
            .map(|cell| tidy(&String::from_utf8_lossy(cell)).into_owned())
            .collect();
        let mut columns: Vec<(Field, String)> = Vec::new();
        let mut problems = Vec::new();
        let slots = headers
            .iter()
            .map(|header| {
                let field = recognise(header)?;
                if let Some((_, first)) = columns.iter().find(|(present, _)| *present == field) {
                    problems.push(Problem::of_file(Code::RepeatedColumn, header, first));
                    return None;
                }
                columns.push((field, header.clone()));
                Some(field)
            })
            .collect();
        for required in super::COLUMNS.iter().filter(|column| column.required) {
            if !columns.iter().any(|(field, _)| *field == required.field) {
                return Err(ReadError::MissingColumn {
                    field: required.field,
                    found: headers.into_iter().take(12).collect(),
                });
            }
        }
        Ok(Self {
            slots,
            columns,
            texts: BTreeSet::new(),
            models: Vec::new(),
            commas: [(0, 0); MULTI_VALUED.len()],
            problems,
            records: 0,
            unreadable: 0,
        })
    }

    /// Takes one record. Records without any content are no records.
    pub fn take(&mut self, record: &ByteRecord) {
        if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
            return;
        }
        self.records += 1;
        let line = record.position().map_or(0, csv::Position::line);
        let place = Place {
            record: self.records + 1,
            line,
        };
        if record.len() != self.slots.len() {
            let value = format!("{} / {}", record.len(), self.slots.len());
            self.problem(Code::RaggedRecord, place, None, &value);
        }
        let mut kept = Kept {
            model: blank_model(place),
            lists: Default::default(),
        };
        for (column, cell) in record.iter().enumerate() {
            let Some(Some(field)) = self.slots.get(column).copied() else {
                continue;
            };
            let cell = match str::from_utf8(cell) {
                Ok(cell) => std::borrow::Cow::Borrowed(cell),
                Err(_) => {
                    let cell = String::from_utf8_lossy(cell);
                    self.problem(Code::NotUtf8, place, Some(field), &cell);
                    cell
                }
            };
            if !is_blank(&cell) {
                self.take_cell(&mut kept, place, field, &cell);
            }
        }
        if kept.model.name.is_empty() {
            self.unreadable += 1;
            self.problem(Code::MissingName, place, Some(Field::Name), "");
        } else {
            self.models.push(kept);
        }
    }

    fn take_cell(&mut self, kept: &mut Kept, place: Place, field: Field, cell: &str) {
        if let Some(at) = MULTI_VALUED.iter().position(|multi| *multi == field) {
            if let Some((spaced, bare)) = self.commas.get_mut(at) {
                let (more_spaced, more_bare) = comma_styles(cell);
                *spaced += more_spaced;
                *bare += more_bare;
            }
            let text = self.intern(cell);
            if let Some(list) = kept.lists.get_mut(at) {
                *list = Some(text);
            }
            return;
        }
        let cell = tidy(cell);
        let model = &mut kept.model;
        match field {
            Field::Name => model.name = Arc::from(&*cell),
            Field::PublicationDate => {
                model.published = PartialDate::parse(&cell);
                if model.published.is_none() {
                    self.problem(Code::UnreadableDate, place, Some(field), &cell);
                }
            }
            Field::Parameters => model.parameters = self.number(place, field, &cell),
            Field::TrainingCompute => {
                model.training_compute_flop = self.number(place, field, &cell);
            }
            Field::DatasetSize => {
                model.dataset_size_datapoints = self.number(place, field, &cell);
            }
            Field::HardwareQuantity => {
                model.hardware_quantity = self.number(place, field, &cell);
            }
            Field::Confidence => model.confidence = Some(self.intern(&cell)),
            Field::Accessibility => model.accessibility = Some(self.intern(&cell)),
            Field::Organization
            | Field::Country
            | Field::OrganizationCategory
            | Field::Domain
            | Field::Task
            | Field::TrainingHardware => {}
        }
    }

    fn number(&mut self, place: Place, field: Field, cell: &str) -> Option<f64> {
        let code = match number(cell) {
            Ok(number) => return Some(number),
            Err(NumberError::NotANumber) => Code::UnreadableNumber,
            Err(NumberError::Negative) => Code::NegativeNumber,
        };
        self.problem(code, place, Some(field), cell);
        None
    }

    fn problem(&mut self, code: Code, place: Place, field: Option<Field>, value: &str) {
        let column = field.map_or("", |field| self.header_of(field)).to_owned();
        self.problems.push(Problem {
            code,
            record: Some(place.record),
            line: Some(place.line),
            column,
            value: value.to_owned(),
            count: 1,
        });
    }

    fn header_of(&self, field: Field) -> &str {
        self.columns
            .iter()
            .find(|(present, _)| *present == field)
            .map_or("", |(_, header)| header)
    }

    fn intern(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = Arc::from(text);
        self.texts.insert(Arc::clone(&new));
        new
    }

    /// Ends the file: splits the lists and hands out the dataset.
    ///
    /// `sha256` is the digest of the file's bytes.
    ///
    /// # Errors
    /// [`ReadError::NoRecords`] where nothing followed the header.
    pub fn finish(mut self, name: &str, sha256: &str) -> Result<Dataset, ReadError> {
        if self.records == 0 {
            return Err(ReadError::NoRecords);
        }
        let spaced = self.spaced_columns();
        let mut lists: BTreeMap<(usize, Arc<str>), List> = BTreeMap::new();
        let mut models = Vec::with_capacity(self.models.len());
        for kept in std::mem::take(&mut self.models) {
            let mut model = kept.model;
            for (at, (cell, field)) in kept.lists.into_iter().zip(MULTI_VALUED).enumerate() {
                let Some(cell) = cell else { continue };
                let spaced = spaced.get(at).copied().unwrap_or(false);
                let list = match lists.get(&(at, Arc::clone(&cell))) {
                    Some(list) => Arc::clone(list),
                    None => {
                        let list = self.split(&cell, field, spaced);
                        lists.insert((at, cell), Arc::clone(&list));
                        list
                    }
                };
                *list_of(&mut model, field) = list;
            }
            models.push(model);
        }
        Ok(Dataset {
            source: Source {
                name: name.to_owned(),
                sha256: sha256.to_owned(),
                encoding: "utf-8",
                records: self.records,
            },
            columns: self.columns,
            models,
            unreadable: self.unreadable,
            problems: self.problems,
        })
    }

    /// Which columns were joined by comma and space throughout, as after
    /// editing by hand. Organisation names hold such commas of their own, so
    /// that column goes by the country column's habit.
    fn spaced_columns(&mut self) -> [bool; MULTI_VALUED.len()] {
        let mut spaced = self.commas.map(|(spaced, bare)| spaced > bare);
        let habit = |field: Field| {
            MULTI_VALUED
                .iter()
                .position(|multi| *multi == field)
                .and_then(|at| spaced.get(at).copied())
                .unwrap_or(false)
        };
        let by_hand = habit(Field::Country) || habit(Field::Domain);
        if let Some(organizations) = spaced.first_mut() {
            *organizations = by_hand;
        }
        for (field, _) in MULTI_VALUED
            .into_iter()
            .zip(spaced)
            .filter(|(_, spaced)| *spaced)
        {
            let header = self.header_of(field).to_owned();
            self.problems
                .push(Problem::of_file(Code::SpacedLists, &header, ", "));
        }
        spaced
    }

    fn split(&mut self, cell: &str, field: Field, spaced: bool) -> List {
        let repeats_mean_something = matches!(field, Field::Country | Field::OrganizationCategory);
        let mut values: Vec<Arc<str>> = Vec::new();
        for value in split_list(cell, spaced) {
            let value = self.intern(&value);
            if repeats_mean_something || !values.contains(&value) {
                values.push(value);
            }
        }
        values.into()
    }
}

#[derive(Clone, Copy)]
struct Place {
    record: u64,
    line: u64,
}

fn blank_model(place: Place) -> Model {
    let none: List = Arc::from([]);
    Model {
        record: place.record,
        line: place.line,
        name: Arc::from(""),
        published: None,
        organizations: Arc::clone(&none),
        countries: Arc::clone(&none),
        categories: Arc::clone(&none),
        domains: Arc::clone(&none),
        tasks: Arc::clone(&none),
        hardware: none,
        parameters: None,
        training_compute_flop: None,
        dataset_size_datapoints: None,
        hardware_quantity: None,
        confidence: None,
        accessibility: None,
    }
}

fn list_of(model: &mut Model, field: Field) -> &mut List {
    match field {
        Field::Country => &mut model.countries,
        Field::OrganizationCategory => &mut model.categories,
        Field::Domain => &mut model.domains,
        Field::Task => &mut model.tasks,
        Field::TrainingHardware => &mut model.hardware,
        _ => &mut model.organizations,
    }
}
