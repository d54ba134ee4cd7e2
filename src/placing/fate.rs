//! Whether a model counts, and if not, why not.

use crate::dataset::{Code, Dataset, Field, Model, PartialDate, Place, Problem};
use crate::definition::{Definition, Period, Span, UnknownCompute};

use super::Status;
use super::unmapped::header_of;

/// What decides it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fate<'a> {
    definition: &'a Definition,
    period: Period,
    keep_unknown: bool,
}

impl<'a> Fate<'a> {
    pub(super) fn new(dataset: &Dataset, definition: &'a Definition, period: Period) -> Self {
        Self {
            definition,
            period,
            keep_unknown: keeps_unknown_compute(dataset, definition),
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
        match model.training_compute_flop {
            Some(flop) if flop < self.definition.compute.threshold_flop => Status::BelowThreshold,
            None if !self.keep_unknown => Status::UnknownComputeLeftOut,
            _ => Status::Counted,
        }
    }
}

/// Whether models of unknown training compute count.
pub(crate) fn keeps_unknown_compute(dataset: &Dataset, definition: &Definition) -> bool {
    match definition.compute.unknown {
        UnknownCompute::Keep => true,
        UnknownCompute::LeaveOut => false,
        UnknownCompute::KeepIfExportIsFiltered => {
            let mut problems = dataset.problems.iter();
            // What the export states and nobody has read may be below.
            let is_unread = problems.any(|own| own.code == Code::DoubtfulCompute);
            // A record that counts for nothing tells nothing of the list either.
            let is_below = dataset.models.iter().any(|model| {
                let is_below = |flop| flop < definition.compute.threshold_flop;
                !model.is_duplicate && model.training_compute_flop.is_some_and(is_below)
            });
            !is_unread && !is_below
        }
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
