//! A column of a report.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::dataset::{PartialDate, Source};

use super::PeriodError;

/// A column of a report: a year, or half of one.
///
/// As text `2023`, `2023H1` or `2023H2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Span {
    pub(super) year: i16,
    /// 1 or 2; 0 for the whole year.
    pub(super) half: i8,
}

/// How far a source covers a year or half-year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wholeness {
    /// To its end.
    Whole,
    /// The source ends in it.
    Partial,
    /// The source ends before it.
    NotBegun,
    /// Nothing tells the source's day.
    Unknown,
}

impl Span {
    /// A whole year.
    #[must_use]
    pub fn of_year(year: i16) -> Self {
        Self { year, half: 0 }
    }

    /// The year that it is, or is a half of.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// 1 or 2; `None` for a whole year.
    #[must_use]
    pub fn half(self) -> Option<i8> {
        (self.half > 0).then_some(self.half)
    }

    /// Reads `2023`, `2023H1` or `2023h2`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, half) = match text.split_once(['H', 'h']) {
            None => (text, 0),
            Some((year, "1")) => (year, 1),
            Some((year, "2")) => (year, 2),
            Some(_) => return None,
        };
        let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let year = digits.then(|| year.parse().ok()).flatten()?;
        Some(Self { year, half })
    }

    /// The one that follows.
    #[must_use]
    pub fn next(self) -> Self {
        match self.half {
            1 => Self { half: 2, ..self },
            half => Self {
                year: self.year.saturating_add(1),
                half: half.min(1),
            },
        }
    }

    /// The one of the same length that a date falls into; `None` where the
    /// date is not precise enough to tell.
    pub(super) fn holding(self, date: PartialDate) -> Option<Self> {
        let half = match self.half {
            0 => 0,
            _ if date.month? <= 6 => 1,
            _ => 2,
        };
        Some(Self {
            year: date.year,
            half,
        })
    }

    /// How far a source covers it.
    #[must_use]
    pub fn wholeness(self, source: &Source) -> Wholeness {
        let Some(date) = source.snapshot_date() else {
            return Wholeness::Unknown;
        };
        let (month, day) = if self.half == 1 { (6, 30) } else { (12, 31) };
        let end = PartialDate {
            year: self.year,
            month: Some(month),
            day: Some(day),
        };
        // A day that does not tell its half-year may be in the second.
        let is_before = match self.holding(date) {
            Some(own) => own < self,
            None => date.year < self.year,
        };
        match () {
            () if is_before => Wholeness::NotBegun,
            () if date < end => Wholeness::Partial,
            () => Wholeness::Whole,
        }
    }

    /// Whether a source covers a part of it only, or does not say how much.
    #[must_use]
    pub fn is_partial(self, source: &Source) -> bool {
        matches!(
            self.wholeness(source),
            Wholeness::Partial | Wholeness::Unknown
        )
    }

    /// Whether a date falls into it; one that does not tell its half-year is in
    /// neither.
    #[must_use]
    pub fn holds(self, date: PartialDate) -> bool {
        self.holding(date) == Some(self)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        match self.half {
            0 => Ok(()),
            half => write!(f, "H{half}"),
        }
    }
}

impl TryFrom<String> for Span {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, PeriodError> {
        Self::parse(&text).ok_or(PeriodError::NotYears)
    }
}

impl From<Span> for String {
    fn from(span: Span) -> Self {
        span.to_string()
    }
}
