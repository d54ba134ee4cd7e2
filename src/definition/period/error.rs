//! Why a text is no period.

use std::fmt;

/// Why a text is no period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// Not one or two years of four digits, or halves of them.
    NotYears,
    /// A year and a half-year.
    Mixed,
    /// The first year comes after the last.
    Reversed,
    /// More than a hundred columns.
    TooLong,
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotYears => {
                "a period is two years such as 2020-2023, two half-years such as 2023H1-2024H1, or one"
            }
            Self::Mixed => "the period begins with a year and ends with a half-year, or vice versa",
            Self::Reversed => "the period's first year comes after its last",
            Self::TooLong => "the period has more than a hundred years or half-years",
        })
    }
}

impl std::error::Error for PeriodError {}
