//! Turns the records of an export into models.
//!
//! In: records, one by one, below the header. Out: a [`Dataset`].
//! Leaves out: bytes, separators and quotes, which `split.rs` has dealt with.
//!
//! Long because what a cell of each column becomes stands together.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::cell::{NumberError, NumberForm, has_lost_letter, number};
use super::lists::{CellId, ListCells, MULTI_VALUED, Texts};
use super::mend::{Note, Oddity};
use super::written_date::{Order, WrittenDate, in_order};
use super::{
    Code, Dataset, Field, Header, List, Model, PartialDate, Place, Problems, ReadError, Record,
    Source, is_blank, tidy,
};

/// The earliest year that a model can plausibly be of.
const FIRST_YEAR: i16 = 1950;

/// From so many bytes an encoding can be told.
const ENOUGH_FOREIGN_BYTES: usize = 1 << 12;

/// Takes records one by one and keeps the facts of each.
#[derive(Debug)]
pub struct Intake {
    header: Header,
    texts: Texts,
    cells: ListCells,
    models: Vec<Model>,
    /// The list cells of each model.
    lists: Vec<[CellId; MULTI_VALUED.len()]>,
    /// Models whose day and month could be either way round.
    either_order: Vec<(usize, EitherOrder)>,
    /// That of the record being taken.
    pending: Option<EitherOrder>,
    none: List,
    problems: Problems,
    records: u64,
    unreadable: u64,
    /// Used cells that are UTF-8 beyond ASCII, and that are not UTF-8.
    high_cells: (u64, u64),
    /// The first of the latter, one a line.
    foreign: Vec<u8>,
    last_year: Option<i16>,
}

/// Two numbers of which one is the month, and a year.
type EitherOrder = (i8, i8, i16);

impl Intake {
    /// Begins below a header. `today` says which dates are yet to come.
    #[must_use]
    pub fn new(header: Header, today: Option<PartialDate>) -> Self {
        let mut problems = Problems::default();
        header.report_repeated(&mut problems);
        Self {
            header,
            texts: Texts::default(),
            cells: ListCells::default(),
            models: Vec::new(),
            lists: Vec::new(),
            either_order: Vec::new(),
            pending: None,
            none: Arc::from([]),
            problems,
            records: 0,
            unreadable: 0,
            high_cells: (0, 0),
            foreign: Vec::new(),
            last_year: today.map(|today| today.year.saturating_add(1)),
        }
    }

    /// How many records were taken so far.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.records
    }

    /// What was wrong so far.
    pub fn problems(&mut self) -> &mut Problems {
        &mut self.problems
    }

    /// Used cells that are text beyond ASCII, and cells that are not text.
    #[must_use]
    pub fn high_cells(&self) -> (u64, u64) {
        self.high_cells
    }

    /// The bytes of the first used cells that are not UTF-8.
    #[must_use]
    pub fn foreign(&self) -> &[u8] {
        &self.foreign
    }

    /// Takes what was odd about the quotation marks of the next record.
    pub(super) fn note_marks(&mut self, note: &Note) {
        let column = note.column.map_or("", |column| self.header.name(column));
        let code = match note.kind {
            Oddity::Stray => Code::StrayQuote,
            Oddity::Escaped => Code::EscapedQuote,
            Oddity::Swallowing if note.is_unclosed => Code::UnclosedQuote,
            Oddity::Swallowing => Code::SwallowedLines,
        };
        if note.kind == Oddity::Escaped {
            // A habit of who wrote the file.
            self.problems.habit(code, "", "\\\"", note.place);
            return;
        }
        self.problems.at(code, column, &note.begins, note.place);
        self.problems.lines(code, column, &note.begins, note.lines);
    }

    /// Takes one record. Records without any content are no records.
    pub fn take(&mut self, record: &Record) {
        if record.is_blank() {
            return;
        }
        self.records += 1;
        let place = record.place();
        if record.columns() != self.header.slots.len() {
            let value = format!("{} / {}", record.columns(), self.header.slots.len());
            self.problems.at(Code::RaggedRecord, "", &value, place);
        }
        // Otherwise noted already, with all that it took.
        if record.is_unclosed() && record.swallowed.is_none() {
            self.problems.at(Code::UnclosedQuote, "", "\"", place);
        }
        if record.was_cut() {
            self.problems.at(Code::OverlongCell, "", "", place);
        }
        self.pending = None;
        let mut model = Model::blank(place, &self.none);
        let mut lists = [0; MULTI_VALUED.len()];
        let mut has_date = false;
        for (column, cell) in record.cells() {
            let Some(Some(field)) = self.header.slots.get(column).copied() else {
                continue;
            };
            if cell.is_empty() {
                continue;
            }
            let cell = self.text(cell, field, place);
            if is_blank(&cell) {
                continue;
            }
            has_date |= field == Field::PublicationDate;
            match MULTI_VALUED.iter().position(|multi| *multi == field) {
                Some(at) => {
                    let id = self.cells.keep(at, &cell);
                    if let Some(list) = lists.get_mut(at) {
                        *list = id;
                    }
                }
                None => self.take_cell(&mut model, field, &cell),
            }
        }
        if model.name.is_empty() {
            self.unreadable += 1;
            self.problem(Code::MissingName, place, Field::Name, "");
            return;
        }
        if !has_date {
            let name = Arc::clone(&model.name);
            self.problem(Code::MissingDate, place, Field::PublicationDate, &name);
        }
        if let Some(date) = self.pending {
            self.either_order.push((self.models.len(), date));
        }
        self.models.push(model);
        self.lists.push(lists);
    }

    fn text<'c>(&mut self, cell: &'c [u8], field: Field, place: Place) -> Cow<'c, str> {
        let text = String::from_utf8_lossy(cell);
        if let Cow::Owned(_) = text {
            self.high_cells.1 += 1;
            if self.foreign.len() < ENOUGH_FOREIGN_BYTES {
                self.foreign.extend_from_slice(cell);
                self.foreign.push(b'\n');
            }
        } else if !text.is_ascii() {
            self.high_cells.0 += 1;
        }
        // A decoder of another encoding leaves these in what is UTF-8 now.
        if text.contains(char::REPLACEMENT_CHARACTER) {
            self.problem(Code::UndecodableText, place, field, &text);
        }
        text
    }

    fn take_cell(&mut self, model: &mut Model, field: Field, cell: &str) {
        let cell = tidy(cell);
        match field {
            Field::Name => {
                model.name = Arc::from(&*cell);
                if has_lost_letter(&cell) {
                    self.problem(Code::LostLetter, model.place, field, &cell);
                }
            }
            Field::PublicationDate => model.published = self.date(model.place, &cell),
            Field::Parameters => model.parameters = self.number(model.place, field, &cell),
            Field::TrainingCompute => {
                model.training_compute_flop = self.number(model.place, field, &cell);
            }
            Field::DatasetSize => {
                model.dataset_size_datapoints = self.number(model.place, field, &cell);
            }
            Field::HardwareQuantity => {
                model.hardware_quantity = self.number(model.place, field, &cell);
            }
            Field::Confidence => model.confidence = Some(self.texts.intern(&cell)),
            Field::Accessibility => model.accessibility = Some(self.texts.intern(&cell)),
            Field::Organization
            | Field::Country
            | Field::OrganizationCategory
            | Field::Domain
            | Field::Task
            | Field::TrainingHardware => {}
        }
    }

    fn date(&mut self, place: Place, cell: &str) -> Option<PartialDate> {
        let field = Field::PublicationDate;
        let date = match WrittenDate::parse(cell) {
            None => {
                self.problem(Code::UnreadableDate, place, field, cell);
                return None;
            }
            Some(WrittenDate::Iso(date)) => date,
            Some(WrittenDate::Reformatted(date)) => {
                self.once_per_column(Code::ReformattedDate, place, field, cell);
                date
            }
            Some(WrittenDate::EitherOrder {
                first,
                second,
                year,
            }) => {
                self.once_per_column(Code::ReformattedDate, place, field, cell);
                self.pending = Some((first, second, year));
                // Only the year is sure until the whole column is read.
                PartialDate {
                    year,
                    month: None,
                    day: None,
                }
            }
        };
        if !is_plausible(date.year, self.last_year) {
            self.problem(Code::ImplausibleDate, place, field, cell);
        }
        Some(date)
    }

    fn number(&mut self, place: Place, field: Field, cell: &str) -> Option<f64> {
        let read = match number(cell) {
            Ok(read) => read,
            Err(error) => {
                let code = match error {
                    NumberError::NotANumber => Code::UnreadableNumber,
                    NumberError::Negative => Code::NegativeNumber,
                };
                self.problem(code, place, field, cell);
                return None;
            }
        };
        match read.form {
            NumberForm::Plain => {}
            NumberForm::Reformatted => {
                self.once_per_column(Code::ReformattedNumber, place, field, cell);
            }
            NumberForm::Rounded => self.once_per_column(Code::RoundedNumber, place, field, cell),
        }
        if !field.plausible().contains(&read.value) {
            self.problem(Code::ImplausibleNumber, place, field, cell);
        }
        Some(read.value)
    }

    fn problem(&mut self, code: Code, place: Place, field: Field, value: &str) {
        let column = self.header.header_of(field).unwrap_or("");
        self.problems.at(code, column, value, place);
    }

    /// A habit of the whole file is one problem, with its first value.
    fn once_per_column(&mut self, code: Code, place: Place, field: Field, value: &str) {
        let column = self.header.header_of(field).unwrap_or("");
        self.problems.habit(code, column, value, place);
    }

    /// Ends the file: splits the lists and hands out the dataset.
    ///
    /// `whole` are names that hold commas of their own.
    ///
    /// # Errors
    /// [`ReadError::NoRecords`] where nothing followed the header.
    pub fn finish(mut self, source: Source, whole: &[Arc<str>]) -> Result<Dataset, ReadError> {
        if self.records == 0 {
            return Err(ReadError::NoRecords);
        }
        self.settle_dates();
        let headers = MULTI_VALUED.map(|field| self.header.header_of(field).unwrap_or(""));
        let lists = self
            .cells
            .split(whole, &mut self.texts, &headers, &mut self.problems);
        let mut seen: HashSet<(Arc<str>, PartialDate, List), FixedState> = HashSet::default();
        for (model, cells) in self.models.iter_mut().zip(&self.lists) {
            for (at, (cell, header)) in cells.iter().zip(headers).enumerate() {
                let Some(cell) = lists.cell(at, *cell) else {
                    continue;
                };
                for (code, value) in &cell.noted {
                    self.problems.at(*code, header, value, model.place);
                }
                let field = MULTI_VALUED.get(at).copied();
                if let Some(list) = field.and_then(|field| model.list_mut(field)) {
                    *list = Arc::clone(&cell.list);
                }
            }
            if let Some(published) = model.published {
                let organizations = Arc::clone(&model.organizations);
                model.is_duplicate =
                    !seen.insert((Arc::clone(&model.name), published, organizations));
            }
            if model.is_duplicate {
                let column = self.header.header_of(Field::Name).unwrap_or("");
                self.problems
                    .at(Code::DuplicateModel, column, &model.name, model.place);
            }
        }
        let plausible: Vec<PartialDate> = self
            .models
            .iter()
            .filter_map(|model| model.published)
            .filter(|date| is_plausible(date.year, self.last_year))
            .collect();
        let years = plausible.iter().map(|date| date.year);
        Ok(Dataset {
            source: Source {
                records: self.records,
                latest_publication: plausible.iter().max().copied(),
                years: years.clone().min().zip(years.max()),
                ..source
            },
            columns: self.header.columns,
            models: self.models,
            unreadable: self.unreadable,
            problems: self.problems.into_list(),
        })
    }

    /// Tells day from month: one number above 12 in a column decides for all
    /// of it; where none does, or both ways, the month is taken to stand first,
    /// and that is reported of each date that could be another.
    fn settle_dates(&mut self) {
        let dates = std::mem::take(&mut self.either_order);
        let day_first = dates.iter().any(|(_, (first, _, _))| *first > 12);
        let month_first = dates.iter().any(|(_, (_, second, _))| *second > 12);
        let order = if day_first && !month_first {
            Order::DayFirst
        } else {
            Order::MonthFirst
        };
        for (at, (first, second, year)) in dates {
            let Some(model) = self.models.get_mut(at) else {
                continue;
            };
            model.published = in_order(first, second, year, order)
                .or_else(|| in_order(second, first, year, order))
                .or(model.published);
            if day_first == month_first && first.max(second) <= 12 {
                let place = model.place;
                let value = format!("{first}/{second}/{year}");
                self.once_per_column(Code::AmbiguousDate, place, Field::PublicationDate, &value);
            }
        }
    }
}

fn is_plausible(year: i16, last: Option<i16>) -> bool {
    year >= FIRST_YEAR && last.is_none_or(|last| year <= last)
}
