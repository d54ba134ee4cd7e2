//! The column of publication dates: what the whole of it tells.
//!
//! In: the cells, one by one. Out: a date for each model, and what is told of
//! the column. Leaves out: what a single cell says (`written_date.rs`).
//!
//! Where three numbers could be a date in several orders, the column decides:
//! an order must make a date of every cell, and none that is implausible. If
//! year first and year last both do, the years lie closer together than the
//! days. What that leaves open is read all the same, and is a warning.

use super::model::model_at;
use super::problems::Habit;
use super::written_date::{Order, Three, Written, WrittenDate};
use super::{Code, Detail, Model, PartialDate, Place, Problems};

/// The earliest year that a model can plausibly be of.
const FIRST_YEAR: i16 = 1950;
/// From so many cells on their spread says which number is the year.
const ENOUGH_CELLS: usize = 3;

/// The column, as far as it is read.
#[derive(Debug)]
pub(super) struct Dates {
    /// The day of reading, where it is known.
    today: Option<PartialDate>,
    /// Cells of three numbers.
    open: Vec<(Place, Three, Box<str>)>,
    read: u64,
    reformatted: Habit,
    zoned: Habit,
}

impl Dates {
    /// `today` says which dates are yet to come.
    pub(super) fn new(today: Option<PartialDate>) -> Self {
        Self {
            today,
            open: Vec::new(),
            read: 0,
            reformatted: Habit::default(),
            zoned: Habit::default(),
        }
    }

    pub(super) fn is_plausible(&self, year: i16) -> bool {
        let last = self.today.map(|today| today.year.saturating_add(1));
        year >= FIRST_YEAR && last.is_none_or(|last| year <= last)
    }

    /// The first and last year, and the latest date, of models: implausible ones
    /// left aside.
    pub(super) fn span(&self, models: &[Model]) -> (Option<(i16, i16)>, Option<PartialDate>) {
        let dates = models.iter().filter_map(|model| model.published);
        let plausible = dates.filter(|date| self.is_plausible(date.year));
        let years = plausible.clone().map(|date| date.year);
        let years = years.clone().min().zip(years.max());
        (years, plausible.max())
    }

    /// Reads a cell; of three numbers at most the year is sure by now.
    pub(super) fn take(
        &mut self,
        cell: &str,
        place: Place,
        column: &str,
        problems: &mut Problems,
    ) -> Option<PartialDate> {
        let Some(written) = Written::parse(cell) else {
            problems.at(Code::UnreadableDate, column, cell, place);
            return None;
        };
        self.read += 1;
        if written.has_zoned_time {
            self.zoned.note(cell, place);
        }
        let date = match written.date {
            WrittenDate::Iso(date) => date,
            WrittenDate::Reformatted(date) => {
                self.reformatted.note(cell, place);
                date
            }
            WrittenDate::Three(three) => {
                self.open.push((place, three, Box::from(cell)));
                return None;
            }
        };
        if !self.is_plausible(date.year) {
            problems.at(Code::ImplausibleDate, column, cell, place);
        }
        Some(date)
    }

    /// Ends the column: dates what was left open, and tells.
    pub(super) fn settle(&mut self, models: &mut [Model], column: &str, problems: &mut Problems) {
        let open = std::mem::take(&mut self.open);
        let reading = self.reading(&open);
        let mut settled = Habit::default();
        let mut doubts = [Habit::default(), Habit::default()];
        for (place, three, cell) in &open {
            let Some(model) = model_at(models, *place) else {
                continue;
            };
            let doubt = reading.doubt(*three);
            if doubt == Some(Code::AmbiguousYear) && !three.may_be_guessed() {
                problems.at(Code::UnreadableDate, column, cell, model.place);
                self.read = self.read.saturating_sub(1);
                continue;
            }
            let date = reading.date(*three);
            let read_as = date.map(|date| Detail::ReadAs(date.to_string()));
            settled.note(cell, model.place);
            settled.detail = settled.detail.take().or_else(|| read_as.clone());
            model.published = date;
            if date.is_some_and(|date| !self.is_plausible(date.year)) {
                problems.at(Code::ImplausibleDate, column, cell, model.place);
            }
            let [of_year, of_day] = &mut doubts;
            let doubt = match doubt {
                Some(Code::AmbiguousYear) => of_year,
                Some(_) => of_day,
                None => continue,
            };
            doubt.note(cell, model.place);
            doubt.detail = doubt.detail.take().or(read_as);
        }
        settled.join(std::mem::take(&mut self.reformatted));
        problems.gathered(Code::ReformattedDate, column, settled);
        let [of_year, of_day] = doubts;
        problems.gathered(Code::AmbiguousYear, column, of_year);
        problems.gathered(Code::AmbiguousDate, column, of_day);
        let mut zoned = std::mem::take(&mut self.zoned);
        zoned.detail = Some(Detail::Of(self.read));
        problems.gathered(Code::ZonedTime, column, zoned);
    }

    /// The date in a file's name, if it can be the snapshot's: not before the
    /// latest publication; one yet to come or more than a year after it is told.
    pub(super) fn in_file_name(
        &self,
        name: &str,
        latest: Option<PartialDate>,
        problems: &mut Problems,
    ) -> Option<PartialDate> {
        let named = PartialDate::in_file_name(name)?;
        // Elsewhere it is tomorrow already.
        let is_to_come = self.today.is_some_and(|today| named > today.next_day());
        let is_too_late = latest.is_some_and(|latest| named > latest.a_year_later());
        if is_to_come || is_too_late {
            problems.of_file(Code::DoubtfulFileDate, "", &named.to_string());
            return None;
        }
        latest.is_none_or(|latest| named >= latest).then_some(named)
    }

    /// Which order the column is in.
    fn reading(&self, open: &[(Place, Three, Box<str>)]) -> Reading {
        let fits = |order: &Order, is_fine: &dyn Fn(PartialDate) -> bool| {
            let mut dates = open.iter().map(|(_, three, _)| three.in_order(*order));
            dates.all(|date| date.is_some_and(is_fine))
        };
        let all = |is_fine: &dyn Fn(PartialDate) -> bool| -> Vec<Order> {
            let orders = Order::ALL.into_iter();
            orders.filter(|order| fits(order, is_fine)).collect()
        };
        let mut possible = all(&|date| self.is_plausible(date.year));
        if possible.is_empty() {
            possible = all(&|_| true);
        }
        let mut is_year_sure = true;
        let year_last = possible.iter().find(|order| **order != Order::YearMonthDay);
        if possible.contains(&Order::YearMonthDay)
            && let Some(year_last) = year_last
        {
            let first = spread(open, Order::YearMonthDay);
            let last = spread(open, *year_last);
            let ends_in_a_day = open.iter().any(|(_, three, _)| three.numbers[2] > 12);
            let is_first = first < last || (first == last && ends_in_a_day);
            let (small, large) = (first.min(last), first.max(last));
            is_year_sure = open.len() >= ENOUGH_CELLS && small * 2 < large;
            possible.retain(|order| (*order == Order::YearMonthDay) == is_first);
        }
        Reading {
            order: possible.first().copied(),
            is_year_sure,
            is_day_sure: possible.len() == 1,
        }
    }
}

/// How a column of three numbers is read.
#[derive(Clone, Copy, Debug)]
struct Reading {
    /// `None` where no order makes dates of all cells: then each is what it
    /// can be, the month first if it can be either.
    order: Option<Order>,
    is_year_sure: bool,
    is_day_sure: bool,
}

impl Reading {
    fn date(self, three: Three) -> Option<PartialDate> {
        let usual = [
            Order::MonthDayYear,
            Order::DayMonthYear,
            Order::YearMonthDay,
        ];
        let orders = self.order.into_iter().chain(usual);
        orders.into_iter().find_map(|order| three.in_order(order))
    }

    /// What is in doubt about a cell.
    fn doubt(self, three: Three) -> Option<Code> {
        let date = self.date(three)?;
        let differs = |order: Order| three.in_order(order).filter(|other| *other != date);
        if self.order.is_none() || !self.is_year_sure {
            let mut others = Order::ALL.into_iter().filter_map(differs);
            if others.any(|other| other.year != date.year) {
                return Some(Code::AmbiguousYear);
            }
        }
        if self.is_day_sure {
            return None;
        }
        let other = differs(Order::MonthDayYear).or_else(|| differs(Order::DayMonthYear));
        other.map(|_| Code::AmbiguousDate)
    }
}

/// How far the years lie apart in an order.
fn spread(open: &[(Place, Three, Box<str>)], order: Order) -> i32 {
    let years = || {
        let dates = open
            .iter()
            .filter_map(|(_, three, _)| three.in_order(order));
        dates.map(|date| i32::from(date.year))
    };
    let (first, last) = (years().min(), years().max());
    first.zip(last).map_or(0, |(first, last)| last - first)
}
