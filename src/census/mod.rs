//! A dataset under a definition: which models count, and as what.
//!
//! In: a [`Dataset`] and a [`Definition`].
//! Out: a [`Census`]: every model as [`crate::placing`] places it, which of them
//! are looked at, and where every record went.
//! Leaves out: adding up, languages.

mod account;
mod suggestion;

use std::sync::Arc;

use crate::dataset::{Dataset, Model, Problem};
use crate::definition::{Countries, Definition, Period, TopModelsYear};
use crate::dimension::Conditions;
use crate::placing::{keeps_unknown_compute, place};

pub use crate::placing::{Placed, Reason, Status, Value, Values};
pub use account::RowAccount;
pub use suggestion::Suggestions;

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
        let (models, met) = place(&dataset, &definition, countries, period);
        let problems = dataset.problems.iter().cloned().chain(met).collect();
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
            None => keeps_unknown_compute(&self.dataset, &self.definition),
        }
    }

    /// The year whose largest models the definition asks for, whatever is looked
    /// at: of half-years the one that the next half-year lies in.
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
