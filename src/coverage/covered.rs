//! A model that any list knows, and what decides whether it counts.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::{Census, Status};
use crate::dataset::PartialDate;
use crate::definition::Span;

use super::decisive::DecisiveCell;
use super::known::Entry;
use super::query::{Asking, Relation};
use super::row::Row;
use super::why::Why;

/// A model that a list knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Covered {
    /// Its name, as the first list that has it calls it.
    pub name: Arc<str>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Its year or half-year, where it is one of the period.
    pub span: Option<Span>,
    /// Its developers.
    pub organizations: Vec<Arc<str>>,
    /// The lists that have it, by their place in [`super::Coverage::lists`].
    pub lists: Vec<usize>,
    /// Why it is not counted; `None` where it is.
    pub why: Option<Why>,
    /// The list that decides that.
    pub by: usize,
    /// Its row in that list, as a spreadsheet counts.
    pub record: u32,
    /// The cell of that row that decides.
    pub cell: DecisiveCell,
    /// Its row in the list that is shown, where that has it.
    pub shown: Option<u32>,
}

impl Covered {
    /// Where it stands: in the shown list, or else in the one that decides.
    #[must_use]
    pub fn row(&self) -> Row {
        self.shown.map_or_else(
            || Row {
                list: u32::try_from(self.by).unwrap_or(u32::MAX),
                record: self.record,
            },
            Row::from,
        )
    }

    /// Whether it is one of the period and of those asked for: not outside it,
    /// without a date, listed twice or at home elsewhere.
    #[must_use]
    pub fn is_of_period(&self) -> bool {
        self.why.is_none_or(Why::is_of_period)
    }
}

/// A model that is one of those asked for by any list, with what decides.
pub(super) fn covered(all: &[&Census], entry: &Entry, asking: &Asking<'_>) -> Option<Covered> {
    let records = entry.records();
    let placed = |(list, at): (usize, usize)| all.get(list)?.models.get(at);
    let model = |(list, at): (usize, usize)| all.get(list)?.dataset.models.get(at);
    let is = |relation: Relation| {
        records.clone().any(|record| {
            let list = all.get(record.0);
            let found = list.zip(model(record)).zip(placed(record));
            found.is_some_and(|((list, model), placed)| {
                asking.relation(model, placed, list) == relation
            })
        })
    };
    let is_own = is(Relation::Own);
    if !is_own && !is(Relation::NamedOnly) {
        return None;
    }
    decided(all, entry, is_own)
}

/// What decides of a model; whether it is one of those asked for, or only named
/// like one, is known.
pub(super) fn decided(all: &[&Census], entry: &Entry, is_own: bool) -> Option<Covered> {
    let records = entry.records();
    let placed = |(list, at): (usize, usize)| all.get(list)?.models.get(at);
    let model = |(list, at): (usize, usize)| all.get(list)?.dataset.models.get(at);
    let status = |record| placed(record).map(|placed| placed.status);
    // The shown list decides where it has the model; of others the one that
    // knows most: which counts it, else which states its compute.
    let of_shown = records.clone().filter(|(list, _)| *list == 0);
    let of_others = records.clone().filter(|(list, _)| *list > 0);
    let best_shown = of_shown.min_by_key(|record| status(*record).map(rank));
    let decides =
        best_shown.or_else(|| of_others.min_by_key(|record| status(*record).map(rank)))?;
    let why = match Why::of(status(decides)?) {
        _ if !is_own => Some(Why::OtherCountry),
        None if best_shown.is_none() => Some(Why::NotListed),
        why => why,
    };
    let list = all.get(decides.0)?;
    let decisive = model(decides)?;
    let first = model(records.clone().next()?)?;
    let mut lists: Vec<usize> = records.clone().map(|(list, _)| list).collect();
    lists.dedup();
    let span = placed(decides)?.span;
    Some(Covered {
        name: Arc::clone(&first.name),
        published: first.published,
        span: span.filter(|span| list.period.position(*span).is_some()),
        organizations: first.organizations.to_vec(),
        lists,
        why,
        by: decides.0,
        record: decisive.place.record,
        cell: DecisiveCell::of(why, decisive, list),
        shown: best_shown.and_then(model).map(|model| model.place.record),
    })
}

/// Of several records of a model the one of the least rank decides: a stated
/// compute tells more than none.
fn rank(status: Status) -> usize {
    match status {
        Status::Counted => 0,
        Status::FilteredOut => 1,
        Status::Derived => 2,
        Status::BelowThreshold => 3,
        Status::UnknownComputeLeftOut => 4,
        Status::OutsidePeriod => 5,
        Status::Undated => 6,
        Status::Duplicate => 7,
    }
}
