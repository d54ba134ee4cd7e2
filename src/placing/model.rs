//! What a model is under a definition.

use serde::{Deserialize, Serialize};

use crate::definition::Span;

use super::Values;

/// What becomes of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// It counts.
    Counted,
    /// It was published before or after the period.
    OutsidePeriod,
    /// Its training compute is known and below the threshold.
    BelowThreshold,
    /// Its training compute is unknown, and the definition leaves those out.
    UnknownComputeLeftOut,
    /// It was made from another model, and the definition leaves such out:
    /// altogether, or where their own compute is not known to reach the threshold.
    Derived,
    /// It has no readable publication date.
    Undated,
    /// An earlier record has the same name, date and organisations.
    Duplicate,
    /// It would count, but the reader's filter leaves it out.
    FilteredOut,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 8] = [
        Self::Counted,
        Self::OutsidePeriod,
        Self::BelowThreshold,
        Self::UnknownComputeLeftOut,
        Self::Derived,
        Self::Undated,
        Self::Duplicate,
        Self::FilteredOut,
    ];

    /// Its name in links.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::OutsidePeriod => "outside-period",
            Self::BelowThreshold => "below-threshold",
            Self::UnknownComputeLeftOut => "unknown-compute",
            Self::Derived => "derived",
            Self::Undated => "undated",
            Self::Duplicate => "duplicate",
            Self::FilteredOut => "filtered-out",
        }
    }
}

/// A model under the definition. Models with equal cells share their values.
#[derive(Clone, Debug)]
pub struct Placed {
    /// What becomes of it.
    pub status: Status,
    /// The year of its publication.
    pub year: Option<i16>,
    /// The year or half-year, as the period has columns, of its publication.
    pub span: Option<Span>,
    /// Its countries, each once.
    pub countries: Values,
    /// Its domains, each once, without the multimodal tag.
    pub domains: Values,
    /// Whether it bears the multimodal tag.
    pub multimodal: bool,
    /// Its tasks, each once.
    pub tasks: Values,
    /// Its developers' categories, each once.
    pub categories: Values,
    /// The groups of its developers, each once.
    pub groups: Values,
    /// How many developers it has, units of one group being one.
    pub developers: usize,
    /// How sure the compute estimate is: one value or none.
    pub confidence: Values,
    /// The terms of access: one value or none.
    pub accessibility: Values,
    /// Training hardware, each once.
    pub hardware: Values,
    /// Training compute in FLOP.
    pub training_compute_flop: Option<f64>,
}
