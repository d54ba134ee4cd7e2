//! Whether a model counts, and if not, why not.

use crate::dataset::{
    Code, Dataset, Field, LARGE_SCALE, ListKind, Model, PartialDate, Place, Problem,
};
use crate::definition::{Definition, DerivedModels, Period, Span, UnknownCompute};

use super::Status;
use super::unmapped::header_of;

/// What decides it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fate<'a> {
    definition: &'a Definition,
    period: Period,
    keep_unknown: bool,
    derived: DerivedModels,
}

impl<'a> Fate<'a> {
    pub(super) fn new(dataset: &Dataset, definition: &'a Definition, period: Period) -> Self {
        Self {
            definition,
            period,
            keep_unknown: keeps_unknown_compute(dataset, definition),
            derived: derived(dataset, definition),
        }
    }

    pub(super) fn of(self, model: &Model) -> Status {
        let Some(published) = model.published else {
            return Status::Undated;
        };
        if model.is_duplicate {
            return Status::Duplicate;
        }
        let outside = match self.period.span_of(published) {
            Some(span) => self.period.position(span).is_none(),
            // The year may still be one of the period.
            None if self
                .period
                .in_years()
                .position(Span::of_year(published.year))
                .is_some() =>
            {
                return Status::Undated;
            }
            None => true,
        };
        if outside {
            return Status::OutsidePeriod;
        }
        let threshold = self.definition.compute.threshold_flop;
        let of = |flop: Option<f64>| match flop {
            Some(flop) if flop < threshold => Status::BelowThreshold,
            None if !self.keep_unknown => Status::UnknownComputeLeftOut,
            _ => Status::Counted,
        };
        let status = of(model.training_compute_flop);
        if model.base_model.is_none() {
            return status;
        }
        match self.derived {
            DerivedModels::AsExported => status,
            DerivedModels::LeaveOut if status == Status::Counted => Status::Derived,
            DerivedModels::LeaveOut => status,
            DerivedModels::ByOwnCompute => {
                let own = model.finetune_compute_flop;
                let is_large = own.is_some_and(|own| own >= threshold);
                // Of unknown compute in all, the other rule decides.
                if status == Status::Counted && model.training_compute_flop.is_some() && !is_large {
                    Status::Derived
                } else {
                    status
                }
            }
        }
    }
}

/// Whether models of unknown training compute count.
pub(crate) fn keeps_unknown_compute(dataset: &Dataset, definition: &Definition) -> bool {
    match definition.compute.unknown {
        UnknownCompute::Keep => true,
        UnknownCompute::LeaveOut => false,
        UnknownCompute::KeepIfExportIsFiltered => {
            let list = &dataset.source.list;
            !dataset.source.lacks_compute()
                && !list.is_of_any_size()
                && !has_less_than(dataset, definition.compute.threshold_flop)
        }
    }
}

fn has_less_than(dataset: &Dataset, threshold: f64) -> bool {
    let mut known = dataset.models.iter();
    // A record that counts for nothing tells nothing of the list either.
    known.any(|model| {
        let is_below = |flop| flop < threshold;
        !model.is_duplicate && model.training_compute_flop.is_some_and(is_below)
    })
}

/// How models made from others count. Who lists large-scale models has applied
/// the rule of their own compute.
fn derived(dataset: &Dataset, definition: &Definition) -> DerivedModels {
    let list = &dataset.source.list;
    let is_listed_by_it = list.kind == ListKind::LargeScale
        || !list.is_of_any_size() && !has_less_than(dataset, LARGE_SCALE);
    match definition.derived_models {
        DerivedModels::ByOwnCompute if is_listed_by_it => DerivedModels::AsExported,
        rule => rule,
    }
}

/// Dates that do not tell their half-year, in a period that asks for it: those
/// without a month, and those whose month the exporter may have filled in.
pub(super) fn imprecise(dataset: &Dataset, period: Period) -> Vec<Problem> {
    if !period.is_by_half() {
        return Vec::new();
    }
    let years = period.in_years();
    let told = |code: Code, is_meant: fn(PartialDate) -> bool| {
        let is_meant = |date: PartialDate| {
            is_meant(date) && years.position(Span::of_year(date.year)).is_some()
        };
        let places: Vec<Place> = dataset
            .models
            .iter()
            .filter(|model| model.published.is_some_and(is_meant))
            .map(|model| model.place)
            .collect();
        let column = header_of(dataset, Field::PublicationDate);
        let count = places.len() as u64;
        (count > 0).then(|| Problem::of_records(code, column, "", &places, count))
    };
    let imprecise = told(Code::ImpreciseDate, |date| date.month.is_none());
    let imputed = told(Code::ImputedDate, PartialDate::may_lack_month);
    imprecise.into_iter().chain(imputed).collect()
}
