//! Which models other lists know that a census does not count, and why not.
//!
//! In: the census that is shown, other lists counted by the same definition over
//! the same period, and a country. Out: [`Coverage`]: every model of the country
//! that any list knows, once, with the list and the reason that decide.
//! Leaves out: words; and models that no list knows.

mod known;
mod tables;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::{Census, Status};
use crate::dataset::{ListKind, PartialDate};

use known::{Entry, Known};

pub use tables::{InList, lists_with};

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

    /// Why a model of a status is not counted.
    fn of(status: Status) -> Option<Self> {
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

/// A list that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Its name.
    pub name: String,
    /// Which of Epoch AI's lists it is.
    pub kind: ListKind,
    /// How many records it has.
    pub records: u64,
    /// The day up to which it is taken to be whole.
    pub snapshot_date: Option<PartialDate>,
    /// The day that its file's name tells, if any.
    pub named: Option<PartialDate>,
}

/// A model that a list knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Covered {
    /// Its name, as the first list that has it calls it.
    pub name: Arc<str>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Its developers.
    pub organizations: Vec<Arc<str>>,
    /// The lists that have it, by their place in [`Coverage::lists`].
    pub lists: Vec<usize>,
    /// Why it is not counted; `None` where it is.
    pub why: Option<Why>,
    /// The list that decides that.
    pub by: usize,
    /// Its row in that list, as a spreadsheet counts.
    pub record: u32,
}

/// The models of a country that any list knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    /// The country's key.
    pub country: Arc<str>,
    /// The lists that were asked, the counted one first.
    pub lists: Vec<Asked>,
    /// In the order of their dates, then their names.
    pub models: Vec<Covered>,
}

impl Coverage {
    /// Asks the lists for a country's models. The first census is the one that
    /// is shown.
    #[must_use]
    pub fn of(shown: &Census, others: &[Census], country: &Arc<str>) -> Self {
        let all: Vec<&Census> = std::iter::once(shown).chain(others).collect();
        let known = Known::of(&all);
        let mut models: Vec<Covered> = known
            .entries
            .iter()
            .filter_map(|entry| covered(&all, entry, country))
            .collect();
        models.sort_by(|one, other| {
            let key = |own: &Covered| (own.published, Arc::clone(&own.name));
            key(one).cmp(&key(other))
        });
        Self {
            country: Arc::clone(country),
            lists: all.iter().map(|census| asked(census)).collect(),
            models,
        }
    }

    /// The counted models of the country.
    #[must_use]
    pub fn counted(&self) -> usize {
        self.models.iter().filter(|own| own.why.is_none()).count()
    }

    /// How many are not counted for a reason.
    #[must_use]
    pub fn left_out(&self, why: Why) -> usize {
        let models = self.models.iter();
        models.filter(|own| own.why == Some(why)).count()
    }

    /// The models of the period: all but those outside it, without a date, listed
    /// twice or of another country.
    #[must_use]
    pub fn of_period(&self) -> usize {
        let models = self.models.iter();
        models
            .filter(|own| {
                !matches!(
                    own.why,
                    Some(Why::OutsidePeriod | Why::Undated | Why::Duplicate | Why::OtherCountry)
                )
            })
            .count()
    }

    /// The least and the most that may be large-scale: those that are counted,
    /// and those besides whose training compute nobody states.
    #[must_use]
    pub fn range(&self) -> (usize, usize) {
        let counted = self.counted();
        (counted, counted + self.left_out(Why::NoCompute))
    }

    /// The lists that would tell more and were not asked.
    pub fn lacking(&self) -> impl Iterator<Item = ListKind> {
        [ListKind::LargeScale, ListKind::Notable, ListKind::All]
            .into_iter()
            .filter(|kind| !self.lists.iter().any(|list| list.kind == *kind))
    }

    /// Whether the files' names tell more than one day; the latest publications
    /// of lists of one day differ too.
    #[must_use]
    pub fn is_of_days(&self) -> bool {
        let mut days = self.lists.iter().filter_map(|list| list.named);
        let first = days.next();
        days.any(|day| Some(day) != first)
    }
}

fn asked(census: &Census) -> Asked {
    let source = &census.dataset.source;
    Asked {
        name: source.name.clone(),
        kind: source.list.kind,
        records: source.records,
        snapshot_date: source.snapshot_date(),
        named: source.named,
    }
}

/// A model that any list says is of the country, with what decides.
fn covered(all: &[&Census], entry: &Entry, country: &Arc<str>) -> Option<Covered> {
    let records = entry.records();
    let placed = |(list, at): (usize, usize)| all.get(list)?.models.get(at);
    let is_at_home = |record| {
        let placed = placed(record);
        placed.is_some_and(|placed| placed.countries.iter().any(|own| own.key == *country))
    };
    let names_it = |(list, at): (usize, usize)| {
        let census = all.get(list)?;
        let model = census.dataset.models.get(at)?;
        let map = &census.definition.values.country;
        let named = model.countries.iter();
        Some(
            named
                .map(|named| map.get(named).unwrap_or(named))
                .any(|key| key == country),
        )
    };
    let is_of_country = records.clone().any(is_at_home);
    if !is_of_country && !records.clone().any(|record| names_it(record) == Some(true)) {
        return None;
    }
    let status = |record| placed(record).map(|placed| placed.status);
    // The shown list decides where it has the model; of others the one that
    // knows most: which counts it, else which states its compute.
    let of_shown = records.clone().filter(|(list, _)| *list == 0);
    let of_others = records.clone().filter(|(list, _)| *list > 0);
    let is_shown = of_shown.clone().next().is_some();
    let decides = of_shown
        .min_by_key(|record| status(*record).map(rank))
        .or_else(|| of_others.min_by_key(|record| status(*record).map(rank)))?;
    let why = match Why::of(status(decides)?) {
        _ if !is_of_country => Some(Why::OtherCountry),
        None if !is_shown => Some(Why::NotListed),
        why => why,
    };
    let (list, at) = decides;
    let decisive = all.get(list)?.dataset.models.get(at)?;
    let (list, at) = records.clone().next()?;
    let first = all.get(list)?.dataset.models.get(at)?;
    let mut lists: Vec<usize> = records.map(|(list, _)| list).collect();
    lists.dedup();
    Some(Covered {
        name: Arc::clone(&first.name),
        published: first.published,
        organizations: first.organizations.to_vec(),
        lists,
        why,
        by: decides.0,
        record: decisive.place.record,
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
