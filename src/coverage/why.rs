//! Why a model is not counted.

use serde::{Deserialize, Serialize};

use crate::census::Status;

/// Why a model is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// No list states its training compute.
    NoCompute,
    /// Its training compute is below the threshold.
    BelowThreshold,
    /// It was made from another, and its own compute is below the threshold or
    /// not stated.
    Derived,
    /// It was published before or after the period.
    OutsidePeriod,
    /// A list names the country, but its developers are at home elsewhere.
    OtherCountry,
    /// No list states its date.
    Undated,
    /// It is listed twice, and counts once.
    Duplicate,
    /// By what another list says it would count; the list that is counted lacks
    /// it, as lists of different days do.
    NotListed,
    /// The reader's filter leaves it out.
    FilteredOut,
}

impl Why {
    /// Every reason, in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::NoCompute,
        Self::BelowThreshold,
        Self::Derived,
        Self::NotListed,
        Self::OutsidePeriod,
        Self::OtherCountry,
        Self::Undated,
        Self::Duplicate,
        Self::FilteredOut,
    ];

    /// Its name in JSON and links.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NoCompute => "no-compute",
            Self::BelowThreshold => "below-threshold",
            Self::Derived => "derived",
            Self::NotListed => "not-listed",
            Self::OutsidePeriod => "outside-period",
            Self::OtherCountry => "other-country",
            Self::Undated => "undated",
            Self::Duplicate => "duplicate",
            Self::FilteredOut => "filtered-out",
        }
    }

    /// Whether it is told of models of the period that are asked for.
    #[must_use]
    pub fn is_of_period(self) -> bool {
        match self {
            Self::NoCompute
            | Self::BelowThreshold
            | Self::Derived
            | Self::NotListed
            | Self::FilteredOut => true,
            Self::OutsidePeriod | Self::OtherCountry | Self::Undated | Self::Duplicate => false,
        }
    }

    /// Why a model of a status is not counted.
    pub(super) fn of(status: Status) -> Option<Self> {
        match status {
            Status::Counted => None,
            Status::OutsidePeriod => Some(Self::OutsidePeriod),
            Status::BelowThreshold => Some(Self::BelowThreshold),
            Status::UnknownComputeLeftOut => Some(Self::NoCompute),
            Status::Derived => Some(Self::Derived),
            Status::Undated => Some(Self::Undated),
            Status::Duplicate => Some(Self::Duplicate),
            Status::FilteredOut => Some(Self::FilteredOut),
        }
    }
}
