//! What a cell is for programs that compute.

use serde::{Deserialize, Serialize};

use crate::dataset::PartialDate;

/// What a cell is for programs that compute, beside how it is read.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// A count, a rank, any number that is said in full.
    Number(f64),
    /// A share or rate, said in per cent: 1 is 100 %.
    Share(f64),
    /// A number that is said in exponents.
    Large(f64),
    /// A year.
    Year(i16),
    /// A day.
    Day(PartialDate),
}

impl Value {
    /// A date that is known to its day, or a year; a month is neither.
    #[must_use]
    pub fn date(date: PartialDate) -> Option<Self> {
        match date {
            PartialDate { day: Some(_), .. } => Some(Self::Day(date)),
            PartialDate {
                year, month: None, ..
            } => Some(Self::Year(year)),
            _ => None,
        }
    }

    /// What a text says, as this program writes numbers and days; a number of
    /// four digits is no year here.
    ///
    /// ```
    /// use model_census::paper::Value;
    /// assert_eq!(Value::read("1,204"), Some(Value::Number(1204.0)));
    /// assert_eq!(Value::read("86.2%"), Some(Value::Share(0.862)));
    /// assert_eq!(Value::read("3.4E+11"), Some(Value::Large(3.4e11)));
    /// assert_eq!(Value::read("7–9"), None);
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if let Some(date @ PartialDate { day: Some(_), .. }) = PartialDate::parse(text) {
            return Some(Self::Day(date));
        }
        let plain = text.replace('−', "-").replace(',', "");
        let (plain, share) = match plain.strip_suffix('%') {
            Some(plain) => (plain, true),
            None => (&*plain, false),
        };
        // Not what else Rust takes for a number: `inf`, `NaN`.
        if !plain.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let number: f64 = plain.parse().ok()?;
        Some(match share {
            // The nearest number to 0.862, which 86.2 / 100 need not be.
            true => Self::Share(format!("{plain}e-2").parse().ok()?),
            false if plain.contains(['e', 'E']) => Self::Large(number),
            false => Self::Number(number),
        })
    }

    /// The number that it is; a day is none.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) | Self::Share(number) | Self::Large(number) => Some(number),
            Self::Year(year) => Some(f64::from(year)),
            Self::Day(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_a_number_or_day_is_read_as_one() {
        let day = PartialDate::parse("2024-02-29").unwrap();
        let cases = [
            ("0", Some(Value::Number(0.0))),
            ("86.2", Some(Value::Number(86.2))),
            ("+226.1%", Some(Value::Share(2.261))),
            ("−3.5%", Some(Value::Share(-0.035))),
            ("2.00E+25", Some(Value::Large(2e25))),
            ("2024-02-29", Some(Value::Day(day))),
            ("2024-02", None),
            ("2024-02-30", None),
            ("125/144", None),
            ("", None),
            ("–", None),
            ("O", None),
            ("NaN", None),
            ("inf", None),
            ("41 (중복 1)", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Value::read(text), expected, "{text}");
        }
        assert_eq!(
            ["2024-02-29", "2024-02", "2024"].map(|text| Value::date(PartialDate::parse(text)?)),
            [Some(Value::Day(day)), None, Some(Value::Year(2024))]
        );
    }
}
