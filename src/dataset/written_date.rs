//! Dates as spreadsheets write them when they save an export again.

use super::PartialDate;

/// What a cell says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenDate {
    /// `YYYY-MM-DD` or a part of it, as Epoch AI writes it.
    Iso(PartialDate),
    /// Another form that leaves no doubt.
    Reformatted(PartialDate),
    /// Two numbers and a year: month and day, or day and month.
    EitherOrder {
        /// The number that stands first.
        first: i8,
        /// The number that stands second.
        second: i8,
        /// The year.
        year: i16,
    },
}

/// Which of two numbers is the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    MonthFirst,
    DayFirst,
}

impl WrittenDate {
    pub(super) fn parse(text: &str) -> Option<Self> {
        if let Some(date) = PartialDate::parse(text) {
            return Some(Self::Iso(date));
        }
        if let Some(date) = serial(text) {
            return Some(Self::Reformatted(date));
        }
        let text = without_time(text);
        if let Some(date) = PartialDate::parse(text) {
            return Some(Self::Reformatted(date));
        }
        with_month_name(text)
            .or_else(|| year_first(text))
            .map(Self::Reformatted)
            .or_else(|| year_last(text))
    }
}

/// The date that two numbers and a year are in one order.
pub(super) fn in_order(first: i8, second: i8, year: i16, order: Order) -> Option<PartialDate> {
    match order {
        Order::MonthFirst => date(year, Some(first), Some(second)),
        Order::DayFirst => date(year, Some(second), Some(first)),
    }
}

/// Days since the day before 1900, as Excel counts them, from 1950 to 2099.
fn serial(text: &str) -> Option<PartialDate> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    let days: i32 = (digits.len() == 5).then(|| digits.parse().ok()).flatten()?;
    if !(18_264..=73_050).contains(&days) {
        return None;
    }
    let begin = jiff::civil::Date::new(1899, 12, 30).ok()?;
    let day = begin
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()?;
    date(day.year(), Some(day.month()), Some(day.day()))
}

fn without_time(text: &str) -> &str {
    let is_time = |time: &str| {
        time.starts_with(|c: char| c.is_ascii_digit())
            && time.contains(':')
            && time
                .chars()
                .all(|c| c.is_ascii_digit() || ":.+-ZAPM ".contains(c))
    };
    match text.split_once(['T', ' ']) {
        Some((day, time)) if is_time(time.trim()) => day,
        _ => text,
    }
}

/// `2024. 7. 16.`, `2024/7/16`, `2024년 7월 16일`.
fn year_first(text: &str) -> Option<PartialDate> {
    let numbers = numbers(text, &['.', '/', '-', '년', '월', '일'])?;
    match *numbers {
        [(4, year)] => date(year, None, None),
        [(4, year), (1 | 2, month)] => date(year, i8::try_from(month).ok(), None),
        [(4, year), (1 | 2, month), (1 | 2, day)] => {
            date(year, i8::try_from(month).ok(), i8::try_from(day).ok())
        }
        _ => None,
    }
}

/// `7/16/2024`, `16/7/24`, `16.07.2024`.
fn year_last(text: &str) -> Option<WrittenDate> {
    let numbers = numbers(text, &['.', '/', '-'])?;
    let [(1 | 2, first), (1 | 2, second), (length, year)] = *numbers else {
        return None;
    };
    let year = match length {
        4 => year,
        // Only with strokes: 24-07-16 could begin with the year.
        2 if text.contains('/') => century(year),
        _ => return None,
    };
    let (first, second) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?);
    if text.contains('.') {
        return in_order(first, second, year, Order::DayFirst).map(WrittenDate::Reformatted);
    }
    let monthly = in_order(first, second, year, Order::MonthFirst);
    let daily = in_order(first, second, year, Order::DayFirst);
    match (monthly, daily) {
        (Some(one), Some(other)) if one == other => Some(WrittenDate::Reformatted(one)),
        (None, None) => None,
        _ => Some(WrittenDate::EitherOrder {
            first,
            second,
            year,
        }),
    }
}

/// `16-Jul-24`, `Jul-24` for a month of 2024, `July 16, 2024`.
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

fn date(year: i16, month: Option<i8>, day: Option<i8>) -> Option<PartialDate> {
    jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    (year > 0).then_some(PartialDate { year, month, day })
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
            ("16.07.2024", Some("2024-07-16")),
            ("16-Jul-24", Some("2024-07-16")),
            ("Jul-24", Some("2024-07")),
            ("July 16, 2024", Some("2024-07-16")),
            ("16 July 2024", Some("2024-07-16")),
            ("7/7/2024", Some("2024-07-07")),
            ("45489", Some("2024-07-16")),
            ("45489.0", Some("2024-07-16")),
            ("18264", Some("1950-01-01")),
            // A day and a month, but no year.
            ("24-Jul", None),
            // Year, month, day or day, month, year.
            ("24-07-16", None),
            ("2024-13-01", None),
            ("2024/2/30", None),
            ("13/13/2024", None),
            ("99999", None),
            ("soon", None),
            ("", None),
            ("-", None),
        ];
        for (text, expected) in cases {
            let date = match WrittenDate::parse(text) {
                Some(WrittenDate::Reformatted(date)) => Some(date.to_string()),
                None => None,
                other => panic!("{text:?}: {other:?}"),
            };
            assert_eq!(date.as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn of_two_numbers_and_a_year_either_may_be_the_month() {
        let cases = [
            ("7/16/2024", (7, 16, 2024)),
            ("16/7/2024", (16, 7, 2024)),
            ("3/4/24", (3, 4, 2024)),
            ("3-4-2024", (3, 4, 2024)),
            ("3/4/68", (3, 4, 1968)),
        ];
        for (text, (first, second, year)) in cases {
            let expected = WrittenDate::EitherOrder {
                first,
                second,
                year,
            };
            assert_eq!(WrittenDate::parse(text), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn a_date_in_epochs_form_is_not_called_rewritten() {
        for text in ["2024-07-16", "2024-07", "2024"] {
            assert!(matches!(
                WrittenDate::parse(text),
                Some(WrittenDate::Iso(_))
            ));
        }
    }
}
