//! What a model must be to be meant: a value in a dimension, a range of
//! compute, words in its name.

use std::borrow::Cow;
use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::dataset::Model;
use crate::definition::Span;
use crate::placing::Placed;
use crate::spelling::{Names, Sought};

use super::written::exponential;
use super::{Dimension, YEAR, dimension};

/// Stands for any value at all of a dimension.
pub const ANY: &str = "*";

/// One thing that a model must be.
///
/// As text `year=2023H1`, `country=KOR`, `compute=1e24..1e25` (either end may be blank) or
/// `text=gpt`.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// It has this value in a dimension; [`ANY`] means any.
    Value {
        /// The dimension's id.
        dimension: Cow<'static, str>,
        /// The value's key.
        key: String,
    },
    /// Its training compute is known and in this range, in FLOP, the lower end
    /// counted, the upper not.
    Compute {
        /// From here on.
        from: Option<f64>,
        /// Up to here.
        below: Option<f64>,
    },
    /// Its name or an organisation's holds this, in any spelling.
    Text(Sought),
}

/// A condition in forms of bytes, where reading a text would cost the page the
/// reading of numbers.
#[derive(Serialize, Deserialize)]
enum Plain {
    Value(String, String),
    Compute(Option<f64>, Option<f64>),
    Text(String),
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        match self.clone() {
            Self::Value { dimension, key } => Plain::Value(dimension.into_owned(), key),
            Self::Compute { from, below } => Plain::Compute(from, below),
            Self::Text(words) => Plain::Text(words.typed().to_owned()),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            return Self::parse(&text).map_err(D::Error::custom);
        }
        Ok(match Plain::deserialize(deserializer)? {
            Plain::Value(id, key) => {
                let dimension = dimension(&id).ok_or_else(|| D::Error::custom(&id))?;
                Self::value(dimension, key)
            }
            Plain::Compute(from, below) => Self::Compute { from, below },
            Plain::Text(words) => Self::Text(Sought::of(&words)),
        })
    }
}

impl Condition {
    /// That a model has a value.
    #[must_use]
    pub fn value(dimension: &Dimension, key: impl Into<String>) -> Self {
        Self::Value {
            dimension: Cow::Borrowed(dimension.id),
            key: key.into(),
        }
    }

    /// Reads one.
    ///
    /// # Errors
    /// What of it is not understood.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (name, value) = text.split_once('=').ok_or_else(|| text.to_owned())?;
        match name {
            "text" => Ok(Self::Text(Sought::of(value))),
            "compute" => {
                let (from, below) = value.split_once("..").ok_or_else(|| value.to_owned())?;
                let end = |text: &str| match text {
                    "" => Ok(None),
                    text => text
                        .parse::<f64>()
                        .ok()
                        .filter(|flop| flop.is_finite() && *flop >= 0.0)
                        .map(Some)
                        .ok_or_else(|| text.to_owned()),
                };
                Ok(Self::Compute {
                    from: end(from)?,
                    below: end(below)?,
                })
            }
            id => {
                let dimension = dimension(id).ok_or_else(|| id.to_owned())?;
                Ok(Self::value(dimension, value))
            }
        }
    }

    /// Whether a model is so.
    #[must_use]
    pub fn holds(&self, model: &Model, placed: &Placed) -> bool {
        match self {
            // A year holds its halves, whichever of them the columns are.
            Self::Value { dimension: id, key } if id == YEAR.id && key != ANY => {
                let span = Span::parse(key);
                span.zip(model.published)
                    .is_some_and(|(span, published)| span.holds(published))
            }
            Self::Value { dimension: id, key } => {
                let mut keys = Vec::new();
                if let Some(dimension) = dimension(id) {
                    dimension.keys(placed, &mut keys);
                }
                if key == ANY {
                    !keys.is_empty()
                } else {
                    keys.iter().any(|own| own == key)
                }
            }
            Self::Compute { from, below } => model.training_compute_flop.is_some_and(|flop| {
                from.is_none_or(|from| flop >= from) && below.is_none_or(|below| flop < below)
            }),
            Self::Text(sought) => {
                let names = model.organizations.iter().chain([&model.name]);
                sought.is_among(&Names::of(names.map(|name| &**name)))
            }
        }
    }

    /// What conditions are alternatives to each other: those of one dimension.
    fn kind(&self) -> &str {
        match self {
            Self::Value { dimension, .. } => dimension,
            Self::Compute { .. } => "compute",
            Self::Text(_) => "text",
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |end: &Option<f64>| end.map(exponential).unwrap_or_default();
        match self {
            Self::Value { dimension, key } => write!(f, "{dimension}={key}"),
            Self::Compute { from, below } => write!(f, "compute={}..{}", end(from), end(below)),
            Self::Text(words) => write!(f, "text={}", words.typed()),
        }
    }
}

/// Conditions together: of those of one dimension any must hold, of the
/// dimensions all. None at all hold for every model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Conditions(pub Vec<Condition>);

impl Conditions {
    /// Whether a model is so.
    #[must_use]
    pub fn hold(&self, model: &Model, placed: &Placed) -> bool {
        self.0.iter().all(|condition| {
            self.0
                .iter()
                .filter(|other| other.kind() == condition.kind())
                .any(|other| other.holds(model, placed))
        })
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_survive_writing_and_reading() {
        for text in [
            "country=KOR",
            "organization=A = B, Inc.",
            "task=*",
            "compute=1e24..1e25",
            "compute=..1e25",
            "compute=1e24..",
            "text=gpt",
        ] {
            let condition = Condition::parse(text).expect("a condition");
            assert_eq!(condition.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_condition_is_named() {
        for (text, named) in [
            ("country", "country"),
            ("colour=red", "colour"),
            ("compute=1e24", "1e24"),
            ("compute=x..", "x"),
            ("compute=-1..", "-1"),
        ] {
            assert_eq!(Condition::parse(text).expect_err("refused"), named);
        }
    }
}
