//! A dataset under a definition: which models count, and as what.
//!
//! In: a [`Dataset`] and a [`Definition`].
//! Out: a [`Census`]: for every model whether it counts, in which year, and
//! its values per dimension, each with the reason why it stands there.
//! Leaves out: adding up, languages.

mod account;
mod country;
mod placing;
mod suggestion;
mod value;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::dataset::{Dataset, Model, Problem};
use crate::definition::{Countries, Definition, Period, Span, TopModelsYear};
use crate::dimension::Conditions;

pub use account::RowAccount;
pub use suggestion::Suggestions;
pub use value::{Reason, Value, Values};

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
    /// It has no readable publication date.
    Undated,
    /// An earlier record has the same name, date and organisations.
    Duplicate,
    /// It would count, but the reader's filter leaves it out.
    FilteredOut,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 7] = [
        Self::Counted,
        Self::OutsidePeriod,
        Self::BelowThreshold,
        Self::UnknownComputeLeftOut,
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

/// A dataset under a definition.
#[derive(Clone, Debug)]
pub struct Census {
    /// The dataset.
    pub dataset: Arc<Dataset>,
    /// The definition.
    pub definition: Arc<Definition>,
    /// The period that is counted: the definition's, or one asked for.
    pub period: Period,
    /// One for each model of the dataset, in its order.
    pub models: Vec<Placed>,
    /// Which of the counted models are looked at, and which of those outside
    /// the period a list names.
    pub filter: Conditions,
    /// Where every record went.
    pub rows: RowAccount,
    /// The dataset's problems and those met here.
    pub problems: Vec<Problem>,
}

impl Census {
    /// Applies a definition, over its own period.
    ///
    /// `countries` tells those that the definition does not know.
    #[must_use]
    pub fn take(dataset: Arc<Dataset>, definition: Arc<Definition>, countries: &Countries) -> Self {
        let period = definition.period.over(&dataset);
        Self::take_over(dataset, definition, countries, period)
    }

    /// Applies a definition over another period than its own.
    #[must_use]
    pub fn take_over(
        dataset: Arc<Dataset>,
        definition: Arc<Definition>,
        countries: &Countries,
        period: Period,
    ) -> Self {
        let (models, problems) = placing::place(&dataset, &definition, countries, period);
        let rows = RowAccount::add_up(&models, dataset.unreadable);
        Self {
            dataset,
            definition,
            period,
            filter: Conditions::default(),
            models,
            rows,
            problems,
        }
    }

    /// Leaves out the counted models that do not meet the conditions.
    #[must_use]
    pub fn filtered(mut self, conditions: &Conditions) -> Self {
        if conditions.is_empty() {
            return self;
        }
        for (model, placed) in self.dataset.models.iter().zip(&mut self.models) {
            if placed.status == Status::Counted && !conditions.hold(model, placed) {
                placed.status = Status::FilteredOut;
            }
        }
        self.rows = RowAccount::add_up(&self.models, self.dataset.unreadable);
        self.filter = conditions.clone();
        self
    }

    /// The models that count, each with its position in the dataset and the
    /// position of its year in the period.
    pub fn counted(&self) -> impl Iterator<Item = (usize, usize, &Placed)> {
        self.models.iter().enumerate().filter_map(|(at, placed)| {
            let column = self.period.position(placed.span?)?;
            (placed.status == Status::Counted).then_some((at, column, placed))
        })
    }

    /// Whether a model is large enough by the definition, its date and all else
    /// aside; one of unknown compute where such count.
    #[must_use]
    pub fn is_large(&self, model: &Model) -> bool {
        match model.training_compute_flop {
            Some(flop) => flop >= self.definition.compute.threshold_flop,
            None => placing::keeps_unknown_compute(&self.dataset, &self.definition),
        }
    }

    /// The year whose largest models the definition asks for.
    #[must_use]
    pub fn top_models_year(&self) -> i16 {
        let last = self.period.last();
        let after = last.next().year();
        match self.definition.top_models.year {
            TopModelsYear::Year(year) => year,
            TopModelsYear::AfterPeriod => {
                let any = self.models.iter().any(|placed| placed.year == Some(after));
                if any { after } else { last.year() }
            }
        }
    }
}
