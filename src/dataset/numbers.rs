//! A column of numbers: what the whole of it tells.
//!
//! In: the cells, one by one. Out: what each is, as far as it tells, and at the
//! end what the column decides: whether a dot or comma in doubt parts thousands
//! or decimals, and whether a spreadsheet rounded.
//! Leaves out: what a single cell says (`written_number.rs`).

use super::problems::Habit;
use super::written_number::{Doubt, Mantissa, NumberError, Use, Value, WrittenNumber, number};
use super::{Code, Detail, Field, Place, Problems};

/// The columns whose cells are numbers.
pub(super) const NUMBERS: [Field; 5] = [
    Field::Parameters,
    Field::TrainingCompute,
    Field::DatasetSize,
    Field::HardwareQuantity,
    Field::FinetuneCompute,
];

/// A column, as far as it is read.
#[derive(Debug)]
pub(super) struct Numbers {
    pub(super) field: Field,
    dots: Uses,
    commas: Uses,
    /// Whether a cell has more digits than Excel shows.
    has_long: bool,
    reformatted: Habit,
    /// Cells with three digits before an exponent, and those of them that have
    /// a decimal comma.
    rounded: Habit,
    rounded_reformatted: Habit,
    open: Vec<(Place, Mark, Doubt, Box<str>)>,
}

/// What a separator is used for in a column.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    thousands: bool,
    decimals: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Dot,
    Comma,
}

impl Uses {
    fn note(&mut self, used: Option<Use>) {
        self.thousands |= used == Some(Use::Thousands);
        self.decimals |= used == Some(Use::Decimals);
    }
}

impl Numbers {
    pub(super) fn new(field: Field) -> Self {
        Self {
            field,
            dots: Uses::default(),
            commas: Uses::default(),
            has_long: false,
            reformatted: Habit::default(),
            rounded: Habit::default(),
            rounded_reformatted: Habit::default(),
            open: Vec::new(),
        }
    }

    /// Reads a cell; `None` where there is none, or the column will tell.
    pub(super) fn take(
        &mut self,
        cell: &str,
        place: Place,
        column: &str,
        problems: &mut Problems,
    ) -> Option<f64> {
        let written = match number(cell) {
            Ok(written) => written,
            Err(error) => {
                let code = match error {
                    NumberError::NotANumber => Code::UnreadableNumber,
                    NumberError::Negative => Code::NegativeNumber,
                };
                problems.at(code, column, cell, place);
                return None;
            }
        };
        self.dots.note(written.dot);
        self.commas.note(written.comma);
        self.has_long |= written.mantissa == Mantissa::Long;
        let value = match written.value {
            Value::Plain(value) => value,
            Value::Reformatted(value) => value,
            Value::List => {
                problems.at(Code::NumberList, column, cell, place);
                return None;
            }
            Value::DotInDoubt(doubt) => {
                self.open.push((place, Mark::Dot, doubt, Box::from(cell)));
                return None;
            }
            Value::CommaInDoubt(doubt) => {
                self.open.push((place, Mark::Comma, doubt, Box::from(cell)));
                return None;
            }
        };
        self.note_form(written, cell, place);
        self.check(value, cell, place, column, problems);
        Some(value)
    }

    fn note_form(&mut self, written: WrittenNumber, cell: &str, place: Place) {
        let is_reformatted = matches!(written.value, Value::Reformatted(_));
        if written.mantissa == Mantissa::Short {
            self.rounded.note(cell, place);
            if is_reformatted {
                self.rounded_reformatted.note(cell, place);
            }
        } else if is_reformatted {
            self.reformatted.note(cell, place);
        }
    }

    fn check(&self, value: f64, cell: &str, place: Place, column: &str, problems: &mut Problems) {
        if !self.field.plausible().contains(&value) {
            problems.at(Code::ImplausibleNumber, column, cell, place);
        }
    }

    /// Ends the column: `keep` takes the numbers that were left open.
    pub(super) fn settle(
        &mut self,
        column: &str,
        problems: &mut Problems,
        mut keep: impl FnMut(Field, Place, f64),
    ) {
        let mut doubts = Habit::default();
        for (place, mark, doubt, cell) in std::mem::take(&mut self.open) {
            let value = match (mark, self.used(mark)) {
                (_, Some(Use::Decimals)) => Some(doubt.decimals),
                (_, Some(Use::Thousands)) => doubt.thousands,
                // As Epoch AI would mean it.
                (Mark::Dot, None) => Some(doubt.decimals),
                (Mark::Comma, None) => None,
            };
            let Some(value) = value else {
                problems.at(Code::UnreadableNumber, column, &cell, place);
                continue;
            };
            if self.used(mark).is_none() {
                doubts.note(&cell, place);
                let read_as = Detail::ReadAs(value.to_string());
                doubts.detail.get_or_insert(read_as);
            } else if mark == Mark::Comma || value != doubt.decimals {
                self.reformatted.note(&cell, place);
            }
            self.check(value, &cell, place, column, problems);
            keep(self.field, place, value);
        }
        let mut rounded = std::mem::take(&mut self.rounded);
        if self.has_long {
            rounded = Habit::default();
            self.reformatted
                .join(std::mem::take(&mut self.rounded_reformatted));
        }
        let reformatted = std::mem::take(&mut self.reformatted);
        problems.gathered(Code::ReformattedNumber, column, reformatted);
        problems.gathered(Code::AmbiguousNumber, column, doubts);
        problems.gathered(Code::RoundedNumber, column, rounded);
    }

    /// What a separator in doubt parts, where the column shows it: what the
    /// other one does not.
    fn used(&self, mark: Mark) -> Option<Use> {
        let (own, other) = match mark {
            Mark::Dot => (self.dots, self.commas),
            Mark::Comma => (self.commas, self.dots),
        };
        let thousands = own.thousands || other.decimals;
        let decimals = own.decimals || other.thousands;
        match (thousands, decimals) {
            (true, false) => Some(Use::Thousands),
            (false, true) => Some(Use::Decimals),
            _ => None,
        }
    }
}
