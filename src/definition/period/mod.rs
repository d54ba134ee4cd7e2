//! The years or half-years that are counted.

mod error;
mod rule;
mod span;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::dataset::PartialDate;

pub use error::PeriodError;
pub use rule::PeriodRule;
pub use span::{Span, Wholeness};

/// Whole years or half-years in a row, both ends counted.
///
/// In JSON `["2020", "2023"]` or `["2023H1", "2024H1"]`, on the command line
/// `2020-2023`, `2023` or `2023H1-2024H1`. Half-years at its ends make every
/// column a half-year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[Span; 2]", into = "[Span; 2]")]
pub struct Period {
    first: Span,
    last: Span,
}

impl Period {
    /// The years from `first` to `last`.
    ///
    /// # Errors
    /// Where they are in reverse, or more than a hundred.
    pub fn new(first: i16, last: i16) -> Result<Self, PeriodError> {
        Self::between(Span::of_year(first), Span::of_year(last))
    }

    /// From one year or half-year to another.
    ///
    /// # Errors
    /// Where they are in reverse, of unequal length, or more than a hundred.
    pub fn between(first: Span, last: Span) -> Result<Self, PeriodError> {
        const MOST: i32 = 100;
        let halves = |span: Span| 2 * i32::from(span.year) + i32::from(span.half.max(1));
        let step = if first.half == 0 { 2 } else { 1 };
        if (first.half == 0) != (last.half == 0) {
            Err(PeriodError::Mixed)
        } else if first > last {
            Err(PeriodError::Reversed)
        } else if (halves(last) - halves(first)) / step >= MOST {
            Err(PeriodError::TooLong)
        } else {
            Ok(Self { first, last })
        }
    }

    /// Reads `2020-2023`, `2020~2023`, `2020–2023`, `2023` or the like with
    /// half-years.
    ///
    /// # Errors
    /// [`PeriodError`] says what is wrong.
    ///
    /// ```
    /// use model_census::definition::Period;
    /// assert_eq!(Period::parse("2020~2023").unwrap().spans().count(), 4);
    /// assert_eq!(Period::parse("2022H2-2024H1").unwrap().spans().count(), 4);
    /// ```
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let mut ends = text
            .split(['-', '~', '–'])
            .map(|part| Span::parse(part.trim()));
        let first = ends.next().flatten().ok_or(PeriodError::NotYears)?;
        let last = match ends.next() {
            None => first,
            Some(last) => last.ok_or(PeriodError::NotYears)?,
        };
        if ends.next().is_some() {
            return Err(PeriodError::NotYears);
        }
        Self::between(first, last)
    }

    /// The first year or half-year.
    #[must_use]
    pub fn first(self) -> Span {
        self.first
    }

    /// The last year or half-year.
    #[must_use]
    pub fn last(self) -> Span {
        self.last
    }

    /// Whether its columns are half-years.
    #[must_use]
    pub fn is_by_half(self) -> bool {
        self.first.half > 0
    }

    /// Every column, in order.
    pub fn spans(self) -> impl Iterator<Item = Span> + Clone {
        std::iter::successors(Some(self.first), |span| Some(span.next()))
            .take_while(move |span| *span <= self.last)
    }

    /// The position of a column, if the period holds it.
    #[must_use]
    pub fn position(self, span: Span) -> Option<usize> {
        self.spans().position(|own| own == span)
    }

    /// The year or half-year that a date falls into, whether or not the period
    /// holds it; `None` where the date is not precise enough to tell.
    #[must_use]
    pub fn span_of(self, date: PartialDate) -> Option<Span> {
        self.first.holding(date)
    }

    /// The same time in whole years.
    #[must_use]
    pub fn in_years(self) -> Self {
        Self {
            first: Span::of_year(self.first.year),
            last: Span::of_year(self.last.year),
        }
    }

    /// The same time in half-years; where that would be too long, as it is.
    #[must_use]
    pub fn in_halves(self) -> Self {
        if self.is_by_half() {
            return self;
        }
        let half = |span: Span, half| Span { half, ..span };
        Self::between(half(self.first, 1), half(self.last, 2)).unwrap_or(self)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}-{}", self.first, self.last)
        }
    }
}

impl TryFrom<[Span; 2]> for Period {
    type Error = PeriodError;

    fn try_from([first, last]: [Span; 2]) -> Result<Self, PeriodError> {
        Self::between(first, last)
    }
}

impl From<Period> for [Span; 2] {
    fn from(period: Period) -> Self {
        [period.first, period.last]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_one_or_two_years_or_half_years_in_order() {
        let cases = [
            ("2020-2023", Ok("2020-2023")),
            ("2020~2023", Ok("2020-2023")),
            (" 2020 – 2023 ", Ok("2020-2023")),
            ("2023", Ok("2023")),
            ("2023H1", Ok("2023H1")),
            ("2022h2-2024H1", Ok("2022H2-2024H1")),
            ("2023-2020", Err(PeriodError::Reversed)),
            ("2023H2-2023H1", Err(PeriodError::Reversed)),
            ("2023-2024H1", Err(PeriodError::Mixed)),
            ("2023H3", Err(PeriodError::NotYears)),
            ("20-23", Err(PeriodError::NotYears)),
            ("2020-2021-2022", Err(PeriodError::NotYears)),
            ("", Err(PeriodError::NotYears)),
            ("1900-2023", Err(PeriodError::TooLong)),
            ("1960H1-2023H2", Err(PeriodError::TooLong)),
        ];
        for (text, expected) in cases {
            let period = Period::parse(text).map(|period| period.to_string());
            assert_eq!(period, expected.map(str::to_owned), "{text:?}");
        }
    }

    #[test]
    fn a_date_falls_into_the_half_that_its_month_tells() {
        let period = Period::parse("2023H1-2024H1").expect("a period");
        let span = |text| period.span_of(PartialDate::parse(text).expect("a date"));
        assert_eq!(span("2023-06-30"), Span::parse("2023H1"));
        assert_eq!(span("2023-07"), Span::parse("2023H2"));
        assert_eq!(span("2023"), None);
        let spans: Vec<String> = period.spans().map(|span| span.to_string()).collect();
        assert_eq!(spans, ["2023H1", "2023H2", "2024H1"]);
    }
}
