//! Epoch AI's lists, and how sure it is that an export is one of them.

use serde::{Deserialize, Serialize};

/// From here on a model is in Epoch AI's large-scale list, in FLOP.
pub const LARGE_SCALE: f64 = 1e23;

/// The shortest of the whole lists seen has 137 models, the shortest large-scale
/// one 192: what has less than this was cut from one, or is something else.
pub(super) const SHORTEST: usize = 100;

/// One of Epoch AI's lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListKind {
    /// Models of at least 1e23 FLOP, known or likely: what IS-178 counts.
    LargeScale,
    /// Models notable by citations, use, cost or progress, of any size.
    Notable,
    /// All models it knows.
    All,
    /// Those that were among the ten of most compute when they came.
    Frontier,
    /// None that can be told.
    #[default]
    Unknown,
}

/// How sure it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// What only this list has is there.
    Certain,
    /// Nothing speaks against it.
    Likely,
    /// Nothing tells.
    #[default]
    Unsure,
}

/// What tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Nearly all models state by what they are notable.
    NotableStated,
    /// The column is there, and most models leave it blank.
    NotableBlank,
    /// All models are marked as frontier models.
    FrontierMarked,
    /// No stated training compute is below 1e23 FLOP.
    NoneBelow,
    /// Some is.
    SomeBelow,
    /// No training compute is stated.
    NoCompute,
    /// A column speaks of compute, but not in a way that is understood.
    ComputeUnread,
    /// The file's name says so.
    FileName,
    /// It has fewer models than any such list.
    Few,
    /// Of each model it has no more than the name, the developers and the day.
    NamesAlone,
}

/// Which list an export is, how sure that is, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The list.
    pub kind: ListKind,
    /// How sure.
    pub certainty: Certainty,
    /// Why.
    pub why: Vec<Why>,
}

impl Listed {
    /// Whether it lists models of any size, so that a threshold is for the
    /// census to apply, also where none of this export is below it.
    #[must_use]
    pub fn is_of_any_size(&self) -> bool {
        match self.kind {
            ListKind::Notable | ListKind::All | ListKind::Frontier => true,
            ListKind::LargeScale | ListKind::Unknown => false,
        }
    }

    /// Whether nothing of so many records can be said to be above a threshold:
    /// there is no training compute, where the list or a column that is not
    /// understood says that there is some to be had, or where there are as many
    /// models as one of these lists has and nothing says that it is the one of
    /// large ones. What somebody put together, a few models or names alone, is
    /// taken at its word.
    pub(super) fn lacks_compute(&self, records: u64) -> bool {
        let is_like_a_list = records >= SHORTEST as u64 && !self.why.contains(&Why::NamesAlone);
        let is_some_list =
            self.is_of_any_size() || self.kind == ListKind::Unknown && is_like_a_list;
        self.why.contains(&Why::ComputeUnread) || is_some_list && self.why.contains(&Why::NoCompute)
    }
}

impl ListKind {
    /// Its name in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::LargeScale => "large-scale",
            Self::Notable => "notable",
            Self::All => "all",
            Self::Frontier => "frontier",
            Self::Unknown => "unknown",
        }
    }

    /// Finds a list by its name in JSON.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [
            Self::LargeScale,
            Self::Notable,
            Self::All,
            Self::Frontier,
            Self::Unknown,
        ]
        .into_iter()
        .find(|kind| kind.id() == id)
    }

    /// The list that a file's name says it is.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let name = name.to_lowercase().replace(['-', ' ', '.'], "_");
        let has = |word: &str| format!("_{name}_").contains(&format!("_{word}_"));
        if has("large_scale") {
            Some(Self::LargeScale)
        } else if has("notable") {
            Some(Self::Notable)
        } else if has("frontier") {
            Some(Self::Frontier)
        } else if has("all_ai_models") || has("all_models") {
            Some(Self::All)
        } else {
            None
        }
    }
}
