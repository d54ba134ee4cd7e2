//! Turns the records of an export into models.
//!
//! In: records, one by one, below the header. Out: a [`Dataset`].
//! Leaves out: bytes, separators and quotes, which `split.rs` has dealt with.
//!
//! Long because what a cell of each column becomes stands together.

use std::borrow::Cow;
use std::sync::Arc;

use super::blanks::{is_mark, is_word, words_for_none};
use super::cell::has_lost_letter;
use super::dates::Dates;
use super::garbled::put_right;
use super::list_marks::Marks;
use super::lists::{CellId, ListCells, MULTI_VALUED, Texts};
use super::mend::{Note, Oddity};
use super::model::model_at;
use super::numbers::{NUMBERS, Numbers};
use super::same::{mark_duplicates, tell_similar};
use super::text::{is_ignorable, may_compose};
use super::{
    Code, Dataset, Detail, Encoding, Field, Header, List, Model, Options, PartialDate, Place,
    Problems, ReadError, Record, Source, is_blank, tidy,
};

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
    dates: Dates,
    numbers: [Numbers; NUMBERS.len()],
    none: List,
    problems: Problems,
    records: u64,
    unreadable: u64,
    /// What tells which list it is.
    marks: Marks,
    /// Makes one letter of one and its accent.
    composed: fn(&str) -> String,
    /// Whether the file's letters can be those of another encoding: in one of
    /// Unicode's they were written down again.
    may_be_garbled: bool,
    /// Used cells that are UTF-8 beyond ASCII, and that are not UTF-8.
    high_cells: (u64, u64),
    /// The first of the latter, one a line.
    foreign: Vec<u8>,
}

impl Intake {
    /// Begins below a header.
    #[must_use]
    pub fn new(header: Header, options: &Options, encoding: Encoding) -> Self {
        let mut problems = Problems::default();
        header.report_repeated(&mut problems);
        let doubtful = header.doubtful_compute();
        if let Some(header) = doubtful {
            problems.of_file(Code::DoubtfulCompute, header, "");
        }
        let marks = Marks::of(&header);
        Self {
            marks,
            header,
            texts: Texts::default(),
            cells: ListCells::default(),
            models: Vec::new(),
            lists: Vec::new(),
            dates: Dates::new(options.today),
            numbers: NUMBERS.map(Numbers::new),
            none: Arc::from([]),
            problems,
            records: 0,
            unreadable: 0,
            composed: options.composed,
            may_be_garbled: encoding.is_unicode(),
            high_cells: (0, 0),
            foreign: Vec::new(),
        }
    }

    /// Of which columns cells are looked at.
    pub(super) fn wanted(&self) -> Vec<bool> {
        let slots = self.header.slots.iter().enumerate();
        slots
            .map(|(at, slot)| slot.is_some() || self.marks.looks_at(at))
            .collect()
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
        let lines = Detail::Lines(note.lines);
        self.problems.detail(code, column, &note.begins, lines);
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
        let mut model = Model::blank(place, &self.none);
        let mut lists = [0; MULTI_VALUED.len()];
        let mut has_date = false;
        for (column, cell) in record.cells() {
            if cell.is_empty() {
                continue;
            }
            let Some(Some(field)) = self.header.slots.get(column).copied() else {
                self.marks.take(column, cell);
                continue;
            };
            let cell = self.text(cell, field, place);
            if is_blank(&cell) {
                continue;
            }
            match MULTI_VALUED.iter().position(|multi| *multi == field) {
                Some(at) => {
                    let id = self.cells.keep(at, &cell);
                    if let Some(list) = lists.get_mut(at) {
                        *list = id;
                    }
                }
                None if self.is_mark(field, &cell, place) => {}
                None => {
                    has_date |= field == Field::PublicationDate;
                    self.take_cell(&mut model, field, &cell);
                }
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
        if text.is_ascii() {
            return text;
        }
        // A decoder of another encoding leaves these in what is UTF-8 now.
        if text.contains(char::REPLACEMENT_CHARACTER) {
            self.problem(Code::UndecodableText, place, field, &text);
        }
        self.readable(text, field, place)
    }

    /// A text beyond ASCII as it was meant, which is told: not garbled, without
    /// letters that show nothing, each letter written in one way.
    fn readable<'c>(&mut self, text: Cow<'c, str>, field: Field, place: Place) -> Cow<'c, str> {
        let mut text = text;
        let right = self.may_be_garbled.then(|| put_right(&text)).flatten();
        if let Some(right) = right {
            let column = self.header.header_of(field).unwrap_or("");
            let code = Code::GarbledText;
            self.problems.habit(code, column, &tidy(&text), place);
            let read_as = Detail::ReadAs(tidy(&right).into_owned());
            self.problems.detail(code, column, "", read_as);
            text = Cow::Owned(right);
        }
        if text.contains(is_ignorable) {
            self.once_per_column(Code::InvisibleLetters, place, field, &tidy(&text));
        }
        if may_compose(&text) {
            text = Cow::Owned((self.composed)(&text));
        }
        text
    }

    /// Whether a cell says that there is no value, which is told. A word may be
    /// a model's name: that the whole column tells.
    fn is_mark(&mut self, field: Field, cell: &str, place: Place) -> bool {
        let cell = cell.trim();
        let is_mark = is_mark(cell) && !(field == Field::Name && is_word(cell));
        if is_mark {
            self.once_per_column(Code::BlankMark, place, field, cell);
        }
        is_mark
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
            Field::Parameters
            | Field::TrainingCompute
            | Field::DatasetSize
            | Field::HardwareQuantity
            | Field::FinetuneCompute => {
                let number = self.number(model.place, field, &cell);
                if let Some(kept) = model.number_mut(field) {
                    *kept = number;
                }
            }
            Field::Confidence => model.confidence = Some(self.texts.intern(&cell)),
            Field::Accessibility => model.accessibility = Some(self.texts.intern(&cell)),
            Field::BaseModel => model.base_model = Some(self.texts.intern(&cell)),
            Field::Organization
            | Field::Country
            | Field::OrganizationCategory
            | Field::Domain
            | Field::Task
            | Field::TrainingHardware => {}
        }
    }

    fn date(&mut self, place: Place, cell: &str) -> Option<PartialDate> {
        let column = self.header.header_of(Field::PublicationDate).unwrap_or("");
        self.dates.take(cell, place, column, &mut self.problems)
    }

    fn number(&mut self, place: Place, field: Field, cell: &str) -> Option<f64> {
        let mut columns = self.numbers.iter_mut();
        let numbers = columns.find(|column| column.field == field)?;
        let column = self.header.header_of(field).unwrap_or("");
        numbers.take(cell, place, column, &mut self.problems)
    }

    /// Reads what only whole columns tell.
    fn settle(&mut self) {
        let models = &mut self.models;
        let column = self.header.header_of(Field::PublicationDate).unwrap_or("");
        self.dates.settle(models, column, &mut self.problems);
        for numbers in &mut self.numbers {
            let column = self.header.header_of(numbers.field).unwrap_or("");
            numbers.settle(column, &mut self.problems, |field, place, value| {
                let model = model_at(models, place);
                if let Some(kept) = model.and_then(|model| model.number_mut(field)) {
                    *kept = Some(value);
                }
            });
        }
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

    /// Leaves out the records whose name is a word for none, which the whole
    /// column tells.
    fn drop_unnamed(&mut self) {
        let words = words_for_none(&self.models);
        if words.is_empty() {
            return;
        }
        let records = std::mem::take(&mut self.models);
        let records = records.into_iter().zip(std::mem::take(&mut self.lists));
        for (model, lists) in records {
            if words.contains(&model.name) {
                self.unreadable += 1;
                self.once_per_column(Code::BlankMark, model.place, Field::Name, &model.name);
                self.problem(Code::MissingName, model.place, Field::Name, "");
            } else {
                self.models.push(model);
                self.lists.push(lists);
            }
        }
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
        self.settle();
        self.drop_unnamed();
        let headers = MULTI_VALUED.map(|field| self.header.header_of(field).unwrap_or(""));
        let lists = self
            .cells
            .split(whole, &mut self.texts, &headers, &mut self.problems);
        for (model, cells) in self.models.iter_mut().zip(&self.lists) {
            for (at, (cell, header)) in cells.iter().zip(headers).enumerate() {
                let Some(cell) = lists.cell(at, *cell) else {
                    continue;
                };
                for (code, value) in &cell.noted {
                    self.problems.note(*code, header, value, model.place);
                }
                let field = MULTI_VALUED.get(at).copied();
                if let Some(list) = field.and_then(|field| model.list_mut(field)) {
                    *list = Arc::clone(&cell.list);
                }
            }
        }
        mark_duplicates(&mut self.models, &self.header, &mut self.problems);
        tell_similar(&self.models, &self.header, &mut self.problems);
        let (years, latest) = self.dates.span(&self.models);
        let problems = &mut self.problems;
        let named = self.dates.in_file_name(&source.name, latest, problems);
        let list = self.marks.tell(&source.name, &self.models);
        Ok(Dataset {
            source: Source {
                records: self.records,
                latest_publication: latest,
                named,
                list,
                years,
                ..source
            },
            columns: self.header.columns,
            models: self.models,
            unreadable: self.unreadable,
            problems: self.problems.into_list(),
        })
    }
}
