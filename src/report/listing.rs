//! What a file that is not the list of large-scale models is told for.

use crate::census::Census;
use crate::dataset::{Code, Field, ListKind, Problem};
use crate::definition::UnknownCompute;

/// Which list it is, or that nothing tells which models are large enough.
pub(super) fn of_list(census: &Census) -> Option<Problem> {
    let list = &census.dataset.source.list;
    if list.is_of_any_size() {
        return Some(Problem::of_file(Code::OtherList, "", list.kind.id()));
    }
    let is_told = list.kind == ListKind::LargeScale || list.lacks_compute();
    let is_decided = census.definition.compute.unknown != UnknownCompute::KeepIfExportIsFiltered;
    let has_compute = census.dataset.has(Field::TrainingCompute);
    (!is_told && !is_decided && !has_compute).then(|| {
        let column = Field::TrainingCompute.header();
        Problem::of_file(Code::NoThreshold, column, "")
    })
}
