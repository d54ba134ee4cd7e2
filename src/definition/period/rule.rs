//! The period as a definition states it: years, or whatever the export covers.

use std::fmt;

use serde::de::{Error, IgnoredAny, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::dataset::Dataset;

use super::{Period, PeriodError, Span};

/// The period of a definition: in JSON `["2020", "2023"]`, or `"whole-export"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodRule {
    /// These years or half-years.
    Fixed(Period),
    /// From the first year of which the export has a model to the last.
    Whole,
}

/// How [`PeriodRule::Whole`] is written.
const WHOLE_EXPORT: &str = "whole-export";

impl Serialize for PeriodRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fixed = match self {
            Self::Fixed(period) => Some(*period),
            Self::Whole => None,
        };
        match fixed {
            // Bytes do not say what follows; JSON does.
            _ if !serializer.is_human_readable() => fixed.serialize(serializer),
            Some(period) => period.serialize(serializer),
            None => serializer.serialize_str(WHOLE_EXPORT),
        }
    }
}

impl<'de> Deserialize<'de> for PeriodRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_any(Written);
        }
        let fixed = Option::<Period>::deserialize(deserializer)?;
        Ok(fixed.map_or(Self::Whole, Self::Fixed))
    }
}

/// Reads either form; serde's own `untagged` would not say what is wrong.
struct Written;

impl<'de> Visitor<'de> for Written {
    type Value = PeriodRule;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "two years such as [\"2020\", \"2023\"], or \"{WHOLE_EXPORT}\""
        )
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PeriodRule, E> {
        if text == WHOLE_EXPORT {
            Ok(PeriodRule::Whole)
        } else {
            Err(E::invalid_value(Unexpected::Str(text), &self))
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut ends: A) -> Result<PeriodRule, A::Error> {
        let (first, last) = (ends.next_element()?, ends.next_element()?);
        let (Some(first), Some(last), None) = (first, last, ends.next_element::<IgnoredAny>()?)
        else {
            return Err(A::Error::custom(PeriodError::NotYears));
        };
        let period = Period::between(first, last).map_err(A::Error::custom)?;
        Ok(PeriodRule::Fixed(period))
    }
}

impl PeriodRule {
    /// The period, where it is the same for all data.
    #[must_use]
    pub fn fixed(self) -> Option<Period> {
        match self {
            Self::Fixed(period) => Some(period),
            Self::Whole => None,
        }
    }

    /// The period over a dataset. That of an export without any year, or of
    /// more than a hundred, is the last year alone.
    #[must_use]
    pub fn over(self, dataset: &Dataset) -> Period {
        let (first, last) = match self {
            Self::Fixed(period) => return period,
            Self::Whole => dataset.source.years.unwrap_or((2020, 2020)),
        };
        Period::new(first, last).unwrap_or(Period {
            first: Span::of_year(last),
            last: Span::of_year(last),
        })
    }

    /// The period to show for an export newer than the definition: from the
    /// definition's first year to the last that the export covers whole, never
    /// ending before the definition does. Half-years are taken as they are.
    #[must_use]
    pub fn covered(self, dataset: &Dataset) -> Period {
        let own = self.over(dataset);
        let (Self::Fixed(_), false) = (self, own.is_by_half()) else {
            return own;
        };
        dataset
            .source
            .last_whole_year()
            .filter(|whole| *whole > own.last.year)
            .and_then(|whole| Period::new(own.first.year, whole).ok())
            .unwrap_or(own)
    }
}
