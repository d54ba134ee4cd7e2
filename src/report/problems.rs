//! What was wrong, in the order in which it matters.
//!
//! In: a census and the filter that it is looked at by. Out: the problems of the
//! file, of its columns, of its values and of the filter; those that concern
//! counted models first, of them those that may make a number wrong.

use crate::census::{Census, Status};
use crate::dataset::{Code, FIRST_PLACES, Field, Place, Problem};
use crate::definition::UnknownCompute;
use crate::dimension::{Condition, Conditions};
use crate::labels::Labels;

use super::meant::nearest;
use super::missing::missing_columns;

/// All of them.
pub(super) fn problems(census: &Census, labels: &Labels, filter: &Conditions) -> Vec<Problem> {
    let of_file = census.dataset.problems.len();
    let (of_file, of_values) = census.problems.split_at(of_file.min(census.problems.len()));
    let of_file = of_file.iter().cloned().map(|mut problem| {
        problem.uncounted = is_uncounted(census, &problem);
        problem
    });
    let mut all: Vec<Problem> = other_list(census)
        .into_iter()
        .chain(unchecked_compute(census))
        .chain(unmet(census, labels, filter))
        .chain(of_file)
        .chain(missing_columns(census))
        .chain(of_values.iter().cloned())
        .collect();
    all.sort_by_key(|problem| (problem.uncounted, problem.severity()));
    all
}

/// Which list it is, where it is not the one of large-scale models.
fn other_list(census: &Census) -> Option<Problem> {
    let list = &census.dataset.source.list;
    let is_other = list.is_of_any_size();
    is_other.then(|| Problem::of_file(Code::OtherList, "", list.kind.id()))
}

/// Where an export states no training compute at all, nothing says that its
/// models are large; what the definition says of unknown compute is said of an
/// export that states some.
fn unchecked_compute(census: &Census) -> Option<Problem> {
    let is_asked = census.definition.compute.unknown == UnknownCompute::KeepIfExportIsFiltered;
    let counted = census.rows.counted;
    let mut models = census.dataset.models.iter();
    let is_known = models.any(|model| model.training_compute_flop.is_some());
    (is_asked && counted > 0 && !is_known).then(|| Problem {
        count: counted,
        ..Problem::of_file(Code::UncheckedCompute, Field::TrainingCompute.header(), "")
    })
}

/// Conditions that none of the models meets that could be looked at.
fn unmet<'a>(
    census: &'a Census,
    labels: &'a Labels,
    filter: &'a Conditions,
) -> impl Iterator<Item = Problem> + 'a {
    let looked_at = || {
        let models = census.dataset.models.iter().zip(&census.models);
        models.filter(|(_, placed)| matches!(placed.status, Status::Counted | Status::FilteredOut))
    };
    let any = looked_at().next().is_some();
    let is_unmet = move |condition: &&Condition| {
        any && !looked_at().any(|(model, placed)| condition.holds(model, placed))
    };
    filter
        .0
        .iter()
        .filter(is_unmet)
        .map(move |condition| Problem {
            suggestion: nearest(census, labels, condition),
            ..Problem::of_file(Code::UnmetCondition, "", &condition.to_string())
        })
}

/// Whether every record that a problem concerns is one that its value could not
/// have kept from counting, and that does not count.
fn is_uncounted(census: &Census, problem: &Problem) -> bool {
    let is_all = problem.count <= FIRST_PLACES as u64 && !problem.places.is_empty();
    is_all
        && problem
            .places
            .iter()
            .all(|place| !matters(census, problem, *place))
}

fn matters(census: &Census, problem: &Problem, place: Place) -> bool {
    let models = &census.dataset.models;
    let at = models.binary_search_by_key(&place, |model| model.place);
    let Some(placed) = at.ok().and_then(|at| census.models.get(at)) else {
        return true;
    };
    let is_of = |field: Field| {
        let mut columns = census.dataset.columns.iter();
        columns.any(|(own, header)| *own == field && *header == problem.column)
    };
    match placed.status {
        // A date or number that is read otherwise might bring it in.
        Status::OutsidePeriod => problem.column.is_empty() || is_of(Field::PublicationDate),
        // Records of one model have one date.
        Status::Duplicate => placed
            .span
            .is_none_or(|span| census.period.position(span).is_some()),
        Status::BelowThreshold => problem.column.is_empty() || is_of(Field::TrainingCompute),
        _ => true,
    }
}
