//! Dates as spreadsheets write them when they save an export again.
//!
//! Long because its tests stand below.

use super::PartialDate;
use super::digits_date::{date, serial, unparted};
use super::text::narrow;
use super::weekday::without_weekday;

/// What a cell says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) date: WrittenDate,
    /// Whether a time other than midnight follows, with a zone: elsewhere it
    /// is another day.
    pub(super) has_zoned_time: bool,
}

/// How a date was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenDate {
    /// `YYYY-MM-DD` or a part of it, as Epoch AI writes it.
    Iso(PartialDate),
    /// Another form that leaves no doubt.
    Reformatted(PartialDate),
    /// Three numbers, of which the column tells which is which.
    Three(Three),
}

/// Day, month and year in an order that the cell alone does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Three {
    pub(super) numbers: [i16; 3],
    /// Whether the last has four digits, and so is the year.
    pub(super) ends_in_year: bool,
    /// Whether the first and the last have two digits, as years have.
    two_digits: (bool, bool),
    separator: char,
}

/// Which of three numbers is what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    YearMonthDay,
    MonthDayYear,
    DayMonthYear,
}

impl Order {
    pub(super) const ALL: [Self; 3] = [Self::YearMonthDay, Self::MonthDayYear, Self::DayMonthYear];
}

impl Three {
    /// Whether it is a date although the column leaves its year open: parted by
    /// hyphens or dots it may be no date at all.
    pub(super) fn may_be_guessed(self) -> bool {
        self.ends_in_year || self.separator == '/'
    }

    /// The date that they are in an order, if they are one.
    pub(super) fn in_order(self, order: Order) -> Option<PartialDate> {
        let [first, second, last] = self.numbers;
        let (year, month, day) = match order {
            Order::YearMonthDay => (first, second, last),
            Order::MonthDayYear => (last, first, second),
            Order::DayMonthYear => (last, second, first),
        };
        let is_year = match order {
            Order::YearMonthDay => !self.ends_in_year && self.two_digits.0,
            // Where dots part them the month is in the middle.
            Order::MonthDayYear if self.separator == '.' => false,
            Order::MonthDayYear | Order::DayMonthYear => self.ends_in_year || self.two_digits.1,
        };
        let year = if self.ends_in_year {
            year
        } else {
            century(year)
        };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        is_year.then(|| date(year, Some(month), Some(day)))?
    }
}

impl Written {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let plain = |date| Self {
            date,
            has_zoned_time: false,
        };
        if let Some(date) = PartialDate::parse(text) {
            return Some(plain(WrittenDate::Iso(date)));
        }
        let text = &*without_weekday(narrow(text));
        if let Some(date) = serial(text).or_else(|| unparted(text)) {
            return Some(plain(WrittenDate::Reformatted(date)));
        }
        let (text, time) = parted(text);
        let date = match PartialDate::parse(text) {
            Some(date) => WrittenDate::Reformatted(date),
            None => with_month_name(text)
                .or_else(|| year_first(text))
                .map(WrittenDate::Reformatted)
                .or_else(|| three(text))?,
        };
        Some(Self {
            date,
            has_zoned_time: time.is_some_and(is_zoned),
        })
    }
}

/// A date and the time that stands behind it.
fn parted(text: &str) -> (&str, Option<&str>) {
    let gaps = text.match_indices(['T', ' ']);
    for (at, _) in gaps {
        let (day, time) = (text.get(..at), text.get(at + 1..));
        if let (Some(day), Some(time)) = (day, time)
            && is_time(time.trim())
        {
            return (day.trim_end(), Some(time.trim()));
        }
    }
    (text, None)
}

/// `15:00`, `3:00:00 PM`, `오전 12:00:00`, `15시 30분`, with a zone or not.
fn is_time(text: &str) -> bool {
    const HALVES: [&str; 4] = ["오전", "오후", "AM", "PM"];
    let clock = HALVES.iter().find_map(|half| text.strip_prefix(half));
    let clock = clock.map_or(text, str::trim_start);
    let after = clock.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(clock.len() - after.len()))
        && after.starts_with([':', '시'])
        && after
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || ":.+- 시분초()/_".contains(c))
}

/// Whether a time has a zone and is not midnight.
fn is_zoned(time: &str) -> bool {
    let begin = time.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let time = time.get(begin..).unwrap_or(time);
    let end = time
        .find(['Z', '+', '-', 'U', 'G', 'K'])
        .unwrap_or(time.len());
    let (clock, zone) = time.split_at_checked(end).unwrap_or((time, ""));
    let is_midnight = match clock.trim_start_matches(['0', ':', '.']) {
        "" | " " | " AM" | " AM " => true,
        rest => rest.starts_with("12:00:00") && rest.contains("AM"),
    };
    !zone.is_empty() && !is_midnight
}

/// `2024. 7. 16.`, `2024/7/16`, `2024년 7월 16일`.
fn year_first(text: &str) -> Option<PartialDate> {
    let numbers = numbers(text, &['.', '/', '-', '년', '월', '일', '年', '月', '日'])?;
    match *numbers {
        [(4, year)] => date(year, None, None),
        [(4, year), (1 | 2, month)] => date(year, i8::try_from(month).ok(), None),
        [(4, year), (1 | 2, month), (1 | 2, day)] => {
            date(year, i8::try_from(month).ok(), i8::try_from(day).ok())
        }
        _ => None,
    }
}

/// `7/16/2024`, `16/7/24`, `24-07-16`, `16.07.2024`.
fn three(text: &str) -> Option<WrittenDate> {
    const SEPARATORS: [char; 3] = ['.', '/', '-'];
    let separator = text.chars().find(|c| SEPARATORS.contains(c))?;
    let numbers = numbers(text, &SEPARATORS)?;
    let [
        (1 | 2, first),
        (1 | 2, second),
        (length @ (1 | 2 | 4), last),
    ] = *numbers
    else {
        return None;
    };
    let first_digits = numbers.first().map_or(0, |(digits, _)| *digits);
    let three = Three {
        numbers: [first, second, last],
        ends_in_year: length == 4,
        two_digits: (first_digits == 2, length == 2),
        separator,
    };
    let mut dates = Order::ALL.iter().map(|order| three.in_order(*order));
    dates
        .any(|date| date.is_some())
        .then_some(WrittenDate::Three(three))
}

/// `16-Jul-24`, `Jul-24` for a month of 2024, `July 16, 2024`, `2024-Jul-16`.
fn with_month_name(text: &str) -> Option<PartialDate> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let month = |word: &str| {
        let name = word.get(..3)?;
        let at = MONTHS.iter().position(|month| *month == name)?;
        i8::try_from(at + 1).ok()
    };
    let (named, day, year) = match *words {
        [named, year] => (named, None, year),
        [year, named, day] if year.len() == 4 && month(named).is_some() => (named, Some(day), year),
        [day, named, year] if month(named).is_some() => (named, Some(day), year),
        [named, day, year] => (named, Some(day), year),
        _ => return None,
    };
    let year = match (year.len(), year.parse().ok()?) {
        (4, year) => year,
        (2, year) => century(year),
        _ => return None,
    };
    let day = match day {
        Some(day) => Some(day.parse().ok()?),
        None => None,
    };
    date(year, Some(month(named)?), day)
}

/// Two digits are of the years 1950 to 2049.
fn century(year: i16) -> i16 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// The numbers of a text that has nothing else but separators, each with its
/// number of digits.
fn numbers(text: &str, separators: &[char]) -> Option<Vec<(usize, i16)>> {
    let parts = text.split(|c: char| separators.contains(&c) || c == ' ');
    parts
        .filter(|part| !part.is_empty())
        .map(|part| {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            (digits && part.len() <= 4).then(|| Some((part.len(), part.parse().ok()?)))?
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_a_spreadsheet_rewrote_are_read_where_they_leave_no_doubt() {
        let cases = [
            ("2024/7/16", Some("2024-07-16")),
            ("2024. 7. 16.", Some("2024-07-16")),
            ("2024.07.16", Some("2024-07-16")),
            ("2024-7-6", Some("2024-07-06")),
            ("2024년 7월 16일", Some("2024-07-16")),
            ("2024년 7월", Some("2024-07")),
            ("2024-07-16 00:00:00", Some("2024-07-16")),
            ("2024-07-16T00:00:00Z", Some("2024-07-16")),
            ("2024-07-16 12:00 AM", Some("2024-07-16")),
            ("16-Jul-24", Some("2024-07-16")),
            ("Jul-24", Some("2024-07")),
            ("July 16, 2024", Some("2024-07-16")),
            ("16 July 2024", Some("2024-07-16")),
            ("45489", Some("2024-07-16")),
            ("45489.0", Some("2024-07-16")),
            ("18264", Some("1950-01-01")),
            // A day and a month, but no year.
            ("24-Jul", None),
            ("2024. 7. 16. 0:00", Some("2024-07-16")),
            ("2024. 7. 16. 오전 12:00:00", Some("2024-07-16")),
            ("2024-07-16 오후 3:05", Some("2024-07-16")),
            ("2024년 7월 16일 15시 30분", Some("2024-07-16")),
            ("2024/7/16 3:00:00 PM", Some("2024-07-16")),
            ("45489.625", Some("2024-07-16")),
            ("20240716", Some("2024-07-16")),
            ("2024年7月16日", Some("2024-07-16")),
            ("2024-Jul-16", Some("2024-07-16")),
            ("2024-07-16 (화)", Some("2024-07-16")),
            ("2024.07.16(화)", Some("2024-07-16")),
            ("2024년 7월 16일 화요일", Some("2024-07-16")),
            ("Tuesday, July 16, 2024", Some("2024-07-16")),
            ("Tue, 16 Jul 2024 00:00:00 GMT", Some("2024-07-16")),
            ("20241316", None),
            ("12345678", None),
            ("2024071", None),
            ("(화)", None),
            ("Sunday", None),
            ("24.13.16", None),
            ("2024-13-01", None),
            ("2024/2/30", None),
            ("13/13/2024", None),
            ("99999", None),
            ("soon", None),
            ("", None),
            ("-", None),
        ];
        for (text, expected) in cases {
            let date = match Written::parse(text).map(|written| written.date) {
                Some(WrittenDate::Reformatted(date)) => Some(date.to_string()),
                None => None,
                other => panic!("{text:?}: {other:?}"),
            };
            assert_eq!(date.as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn of_three_numbers_the_cell_alone_does_not_tell_which_is_which() {
        // In the order year, month, day; month, day, year; day, month, year.
        let cases = [
            ("7/16/2024", [None, Some("2024-07-16"), None]),
            ("16/7/2024", [None, None, Some("2024-07-16")]),
            ("3/4/24", [None, Some("2024-03-04"), Some("2024-04-03")]),
            ("3-4-2024", [None, Some("2024-03-04"), Some("2024-04-03")]),
            ("16.07.2024 15:00", [None, None, Some("2024-07-16")]),
            ("7/7/2024", [None, Some("2024-07-07"), Some("2024-07-07")]),
            ("68/07/16", [Some("1968-07-16"), None, None]),
            ("3/4/68", [None, Some("1968-03-04"), Some("1968-04-03")]),
            ("24/07/16", [Some("2024-07-16"), None, Some("2016-07-24")]),
            ("24-07-16", [Some("2024-07-16"), None, Some("2016-07-24")]),
            ("24. 7. 16.", [Some("2024-07-16"), None, Some("2016-07-24")]),
            ("24/7/6", [Some("2024-07-06"), None, None]),
            (
                "10/11/12 0:00",
                [Some("2010-11-12"), Some("2012-10-11"), Some("2012-11-10")],
            ),
        ];
        for (text, expected) in cases {
            let found = match Written::parse(text).map(|written| written.date) {
                Some(WrittenDate::Three(three)) => Order::ALL.map(|order| three.in_order(order)),
                other => panic!("{text:?}: {other:?}"),
            };
            let found = found.map(|date| date.map(|date| date.to_string()));
            let expected = expected.map(|date| date.map(str::to_owned));
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn a_time_other_than_midnight_with_a_zone_is_noticed() {
        let cases = [
            ("2019-12-31T15:00:00.000Z", true),
            ("2019-12-31 15:00:00+00:00", true),
            ("2019-12-31T00:00:00-05:00", false),
            ("2019-12-31 00:00:00+00:00", false),
            ("2019-12-31T00:00:00Z", false),
            ("2019-12-31 15:00:00 UTC", true),
            ("2019-12-31 12:00:00 AM UTC", false),
            ("2019-12-31 00:00:01Z", true),
            ("2019-12-31 15:00", false),
            ("2019-12-31 오후 3:00", false),
            ("2019-12-31", false),
        ];
        for (text, expected) in cases {
            let written = Written::parse(text).unwrap();
            assert_eq!(written.has_zoned_time, expected, "{text:?}");
        }
    }

    #[test]
    fn a_date_in_epochs_form_is_not_called_rewritten() {
        for text in ["2024-07-16", "2024-07", "2024"] {
            assert!(matches!(
                Written::parse(text).unwrap().date,
                WrittenDate::Iso(_)
            ));
        }
    }
}
