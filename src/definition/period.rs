//! The years that are counted.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A span of whole years, both ends counted.
///
/// In JSON `["2020", "2023"]`, on the command line `2020-2023` or `2023`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[String; 2]", into = "[String; 2]")]
pub struct Period {
    first: i16,
    last: i16,
}

/// Why a text is no period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// Not one or two years of four digits.
    NotYears,
    /// The first year comes after the last.
    Reversed,
    /// More than a hundred years.
    TooLong,
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotYears => "a period is two years such as 2020-2023, or one year",
            Self::Reversed => "the period's first year comes after its last",
            Self::TooLong => "the period is longer than a hundred years",
        })
    }
}

impl std::error::Error for PeriodError {}

impl Period {
    /// The years from `first` to `last`.
    ///
    /// # Errors
    /// Where they are in reverse, or more than a hundred.
    pub fn new(first: i16, last: i16) -> Result<Self, PeriodError> {
        if first > last {
            Err(PeriodError::Reversed)
        } else if last.saturating_sub(first) >= 100 {
            Err(PeriodError::TooLong)
        } else {
            Ok(Self { first, last })
        }
    }

    /// Reads `2020-2023`, `2020~2023`, `2020–2023` or `2023`.
    ///
    /// # Errors
    /// [`PeriodError`] says what is wrong.
    ///
    /// ```
    /// use model_census::definition::Period;
    /// assert_eq!(Period::parse("2020~2023").unwrap().years().count(), 4);
    /// ```
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let mut ends = text.split(['-', '~', '–']).map(|part| year(part.trim()));
        let first = ends.next().flatten().ok_or(PeriodError::NotYears)?;
        let last = match ends.next() {
            None => first,
            Some(last) => last.ok_or(PeriodError::NotYears)?,
        };
        if ends.next().is_some() {
            return Err(PeriodError::NotYears);
        }
        Self::new(first, last)
    }

    /// The first year.
    #[must_use]
    pub fn first(self) -> i16 {
        self.first
    }

    /// The last year.
    #[must_use]
    pub fn last(self) -> i16 {
        self.last
    }

    /// Every year, in order.
    pub fn years(self) -> impl DoubleEndedIterator<Item = i16> + Clone {
        self.first..=self.last
    }

    /// The position of a year, if the period holds it.
    #[must_use]
    pub fn position(self, year: i16) -> Option<usize> {
        self.years().position(|own| own == year)
    }
}

fn year(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl TryFrom<[String; 2]> for Period {
    type Error = PeriodError;

    fn try_from([first, last]: [String; 2]) -> Result<Self, PeriodError> {
        let first = year(&first).ok_or(PeriodError::NotYears)?;
        let last = year(&last).ok_or(PeriodError::NotYears)?;
        Self::new(first, last)
    }
}

impl From<Period> for [String; 2] {
    fn from(period: Period) -> Self {
        [period.first, period.last].map(|year| format!("{year:04}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_one_or_two_years_in_order() {
        let cases = [
            ("2020-2023", Ok((2020, 2023))),
            ("2020~2023", Ok((2020, 2023))),
            (" 2020 – 2023 ", Ok((2020, 2023))),
            ("2023", Ok((2023, 2023))),
            ("2023-2020", Err(PeriodError::Reversed)),
            ("20-23", Err(PeriodError::NotYears)),
            ("2020-2021-2022", Err(PeriodError::NotYears)),
            ("", Err(PeriodError::NotYears)),
            ("1900-2023", Err(PeriodError::TooLong)),
        ];
        for (text, expected) in cases {
            let period = Period::parse(text).map(|period| (period.first(), period.last()));
            assert_eq!(period, expected, "{text:?}");
        }
    }
}
