//! Where every record of a file went.

use serde::{Deserialize, Serialize};

use crate::placing::{Placed, Status};

/// Where every record of the file went; the fields add up to its records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowAccount {
    /// Counted.
    pub counted: u64,
    /// [`Status::OutsidePeriod`].
    pub outside_period: u64,
    /// [`Status::BelowThreshold`].
    pub below_threshold: u64,
    /// [`Status::UnknownComputeLeftOut`].
    pub unknown_compute_left_out: u64,
    /// [`Status::Derived`].
    pub derived: u64,
    /// [`Status::Undated`].
    pub undated: u64,
    /// [`Status::Duplicate`].
    pub duplicate: u64,
    /// Records without a name.
    pub unreadable: u64,
    /// [`Status::FilteredOut`].
    pub filtered_out: u64,
}

impl RowAccount {
    /// All records.
    #[must_use]
    pub fn sum(&self) -> u64 {
        self.counted
            + self.outside_period
            + self.below_threshold
            + self.unknown_compute_left_out
            + self.derived
            + self.undated
            + self.duplicate
            + self.unreadable
            + self.filtered_out
    }

    /// The records of a status.
    #[must_use]
    pub fn of(&self, status: Status) -> u64 {
        match status {
            Status::Counted => self.counted,
            Status::OutsidePeriod => self.outside_period,
            Status::BelowThreshold => self.below_threshold,
            Status::UnknownComputeLeftOut => self.unknown_compute_left_out,
            Status::Derived => self.derived,
            Status::Undated => self.undated,
            Status::Duplicate => self.duplicate,
            Status::FilteredOut => self.filtered_out,
        }
    }

    /// Adds up where the models went.
    pub(super) fn add_up(models: &[Placed], unreadable: u64) -> Self {
        let mut rows = Self {
            unreadable,
            ..Self::default()
        };
        for placed in models {
            *match placed.status {
                Status::Counted => &mut rows.counted,
                Status::OutsidePeriod => &mut rows.outside_period,
                Status::BelowThreshold => &mut rows.below_threshold,
                Status::UnknownComputeLeftOut => &mut rows.unknown_compute_left_out,
                Status::Derived => &mut rows.derived,
                Status::Undated => &mut rows.undated,
                Status::Duplicate => &mut rows.duplicate,
                Status::FilteredOut => &mut rows.filtered_out,
            } += 1;
        }
        rows
    }
}
