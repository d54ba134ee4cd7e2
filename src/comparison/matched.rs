//! Pairs of models that are the same, and how that was told.

use serde::{Deserialize, Serialize};

/// How two models were told to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Name, date and organisations are equal.
    Equal,
    /// The names are equal but for case, hyphens, spaces and brackets, and the
    /// organisations overlap.
    SameName,
    /// The names differ; other facts tell.
    Renamed,
    /// A reader said so.
    Stated,
}

/// How sure it is that a renamed model is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Facts agree that hardly agree by chance, and no other model is as near.
    Likely,
    /// Enough agrees to pair them, but it may be chance.
    Possible,
    /// Nobody doubts it.
    Sure,
}

/// A fact that two models share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// One name holds the other, or is like it.
    Name,
    /// They were published on one day, or in one month.
    Date,
    /// An organisation's group is the same.
    Group,
    /// The number of parameters, within one in a hundred.
    Parameters,
    /// The training compute, within one in a hundred.
    Compute,
}

/// A model of the old list and one of the new that are the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// The position in the old dataset.
    pub old: usize,
    /// The position in the new dataset.
    pub new: usize,
    /// How that was told.
    pub how: How,
    /// How sure it is.
    pub certainty: Certainty,
    /// The facts that a renamed model shares.
    pub why: Vec<Ground>,
}

/// Which models of two lists are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matching {
    /// In the order of the new list.
    pub pairs: Vec<Match>,
    /// Models that only the old list has.
    pub left: Vec<Single>,
    /// Models that only the new list has.
    pub entered: Vec<Single>,
}

/// A model that only one list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Single {
    /// The position in its dataset.
    pub at: usize,
    /// Whether its list has the same name of the same organisations once more,
    /// so that it is listed twice there.
    pub is_twice: bool,
}
