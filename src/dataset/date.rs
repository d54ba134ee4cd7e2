//! Publication dates, as precise as the export states them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A date of which the day, or month and day, may be unknown.
///
/// Ordered by what is known; a year alone comes before its months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// The year, 1 to 9999.
    pub year: i16,
    /// The month, 1 to 12, where stated.
    pub month: Option<i8>,
    /// The day of the month, where stated.
    pub day: Option<i8>,
}

impl PartialDate {
    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `None` for anything else and
    /// for days that no calendar has.
    ///
    /// ```
    /// use model_census_dataset::PartialDate;
    /// assert_eq!(PartialDate::parse("2023-11").unwrap().to_string(), "2023-11");
    /// assert!(PartialDate::parse("2023-02-30").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2));
        let day = parts.next().map(|part| digits(part, 2));
        if parts.next().is_some() {
            return None;
        }
        let (month, day) = (transpose(month)?, transpose(day)?);
        let month = month.map(i8::try_from).transpose().ok()?;
        let day = day.map(i8::try_from).transpose().ok()?;
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        (year > 0).then_some(Self { year, month, day })
    }

    /// Finds a date in a file's name: `2026-02-16`, `20260216` or `2026_02_16`.
    ///
    /// ```
    /// use model_census_dataset::PartialDate;
    /// let date = PartialDate::in_file_name("large_20240716.csv").unwrap();
    /// assert_eq!(date.to_string(), "2024-07-16");
    /// assert!(PartialDate::in_file_name("export (2).csv").is_none());
    /// ```
    #[must_use]
    pub fn in_file_name(name: &str) -> Option<Self> {
        let name: Vec<char> = name.chars().collect();
        (0..name.len()).find_map(|start| {
            let after_digit = start
                .checked_sub(1)
                .and_then(|before| name.get(before))
                .is_some_and(char::is_ascii_digit);
            if after_digit {
                return None;
            }
            let rest = name.get(start..)?;
            let plain: String = rest.iter().take(8).collect();
            let parted: String = rest.iter().take(10).collect();
            let iso = if plain.len() == 8 && plain.bytes().all(|b| b.is_ascii_digit()) {
                if rest.get(8).is_some_and(char::is_ascii_digit) {
                    return None;
                }
                format!(
                    "{}-{}-{}",
                    plain.get(..4)?,
                    plain.get(4..6)?,
                    plain.get(6..)?
                )
            } else {
                parted.replace('_', "-")
            };
            let date = Self::parse(&iso)?;
            (date.day.is_some() && (1990..=2100).contains(&date.year)).then_some(date)
        })
    }

    /// The day after; of a date without a day the date itself.
    #[must_use]
    pub(super) fn next_day(self) -> Self {
        let next = self.month.zip(self.day).and_then(|(month, day)| {
            let date = jiff::civil::Date::new(self.year, month, day).ok()?;
            date.tomorrow().ok()
        });
        next.map_or(self, |next| Self {
            year: next.year(),
            month: Some(next.month()),
            day: Some(next.day()),
        })
    }

    /// The last day that is no more than a year after this date.
    #[must_use]
    pub(super) fn a_year_later(self) -> Self {
        Self {
            year: self.year.saturating_add(1),
            month: self.month.or(Some(12)),
            day: self.day.or(Some(31)),
        }
    }

    /// Whether it may be what Epoch AI writes where it knows the year alone.
    #[must_use]
    pub fn may_lack_month(self) -> bool {
        self.month == Some(7) && self.day == Some(1)
    }

    /// Whether it may be what Epoch AI writes where it knows the month alone.
    #[must_use]
    pub fn may_lack_day(self) -> bool {
        self.day == Some(15)
    }

    /// Whether the whole of `year` had passed on this date.
    #[must_use]
    pub fn covers_year(self, year: i16) -> bool {
        self.year > year || (self.year == year && self.month == Some(12) && self.day == Some(31))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

fn digits(part: &str, length: usize) -> Option<i16> {
    (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
        .then(|| part.parse().ok())
        .flatten()
}

/// `None` where a part stands but is no number; `Some(None)` where none stands.
#[allow(
    clippy::option_option,
    reason = "absent and unreadable are two outcomes of one private step"
)]
fn transpose(part: Option<Option<i16>>) -> Option<Option<i16>> {
    match part {
        None => Some(None),
        Some(None) => None,
        Some(Some(number)) => Some(Some(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_iso_whole_or_partial() {
        let cases = [
            ("2023-12-31", Some("2023-12-31")),
            ("2023-12", Some("2023-12")),
            ("2023", Some("2023")),
            ("2024-02-29", Some("2024-02-29")),
            ("2023-02-29", None),
            ("2023-13", None),
            ("2023-1-1", None),
            ("12/31/2023", None),
            ("31.12.2023", None),
            ("2023-12-31T00:00", None),
            ("-2023", None),
            ("0000", None),
            ("", None),
            ("２０２３", None),
        ];
        for (text, expected) in cases {
            let date = PartialDate::parse(text).map(|date| date.to_string());
            assert_eq!(date.as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_file_name_may_hold_the_snapshot_date() {
        let cases = [
            ("large_2026-02-16.csv", Some("2026-02-16")),
            ("large_20240716.csv", Some("2024-07-16")),
            ("초거대 2025_05_20 수정.csv", Some("2025-05-20")),
            ("models 123456789.csv", None),
            ("models-2024.csv", None),
            ("v1.2.3.csv", None),
            ("", None),
        ];
        for (name, expected) in cases {
            let date = PartialDate::in_file_name(name).map(|date| date.to_string());
            assert_eq!(date.as_deref(), expected, "{name:?}");
        }
    }

    #[test]
    fn a_year_is_covered_only_by_its_last_day() {
        let on = |text| PartialDate::parse(text).expect("a date");
        assert!(on("2025-12-31").covers_year(2025));
        assert!(on("2026").covers_year(2025));
        assert!(!on("2025-12-30").covers_year(2025));
        assert!(!on("2025-12").covers_year(2025));
    }
}
