//! Turns the records of an export into models.
//!
//! In: records, one by one, the header first. Out: a [`Dataset`].
//! Leaves out: bytes, separators and quotes, which `read.rs` has dealt with.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use csv::ByteRecord;

use super::cell::{NumberError, comma_styles, number};
use super::{
    COLUMNS, Code, Dataset, Field, List, Model, PartialDate, Problem, ReadError, Source, is_blank,
    recognise, split_list, tidy,
};

const MULTI_VALUED: [Field; 6] = [
    Field::Organization,
    Field::Country,
    Field::OrganizationCategory,
    Field::Domain,
    Field::Task,
    Field::TrainingHardware,
];

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
        for required in COLUMNS.iter().filter(|column| column.required) {
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

    /// How many records were taken so far.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.records
    }

    /// Takes one record, which begins on a physical line, counted from 1.
    /// Records without any content are no records.
    pub fn take(&mut self, record: &ByteRecord, line: u64) {
        if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
            return;
        }
        self.records += 1;
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
