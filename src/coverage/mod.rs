//! Which models other lists know that a census does not count, and why not.
//!
//! In: the census that is shown, other lists counted by the same definition over
//! the same period, and a [`Query`]: a country, an organisation, a name. Out:
//! [`Coverage`]: every such model that any list knows, once, with the list, the
//! reason and the cell that decide.
//! Leaves out: words; and models that no list knows.

mod covered;
mod decisive;
mod known;
mod query;
mod row;
mod tables;
mod why;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::dataset::{ListKind, PartialDate};
use crate::definition::Period;

use covered::{covered, decided};
use query::Asking;

pub use covered::Covered;
pub use decisive::{DecisiveCell, Stated};
pub use known::Known;
pub use query::Query;
pub use row::Row;
pub use tables::{InList, lists_with};
pub use why::Why;

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

/// How many models of each column of the period are counted, or are not for a
/// reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The reason; `None` for those that are counted.
    pub why: Option<Why>,
    /// One for each column.
    pub cells: Vec<usize>,
}

impl Counts {
    /// All of them.
    #[must_use]
    pub fn total(&self) -> usize {
        self.cells.iter().sum()
    }
}

/// The models asked for that any list knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    /// Whose models these are.
    pub query: Query,
    /// The period that is counted.
    pub period: Period,
    /// The lists that were asked, the counted one first.
    pub lists: Vec<Asked>,
    /// Whether the others are those that come with the program.
    pub is_by_bundled: bool,
    /// In the order of their dates, then their names.
    pub models: Vec<Covered>,
}

impl Coverage {
    /// Asks the lists for models. The first census is the one that is shown;
    /// `known` are the models of all of them, in their order.
    #[must_use]
    pub fn of(all: &[&Census], known: &Known, query: Query) -> Option<Self> {
        let period = all.first()?.period;
        let asking = Asking::of(&query);
        let mut models: Vec<Covered> = known
            .entries
            .iter()
            .filter_map(|entry| covered(all, entry, &asking))
            .collect();
        models.sort_by(|one, other| {
            let key = |own: &Covered| (own.published, Arc::clone(&own.name));
            key(one).cmp(&key(other))
        });
        Some(Self {
            query,
            period,
            lists: all.iter().map(|census| asked(census)).collect(),
            is_by_bundled: false,
            models,
        })
    }

    /// Asks the lists for the model of a row of one of them, and which of them have
    /// it.
    #[must_use]
    pub fn of_row(all: &[&Census], known: &Known, row: Row) -> Option<(Covered, Vec<InList>)> {
        let model = |(list, at): (usize, usize)| all.get(list)?.dataset.models.get(at);
        let is_meant = |(list, at): (usize, usize)| {
            usize::try_from(row.list) == Ok(list)
                && model((list, at)).is_some_and(|model| model.place.record == row.record)
        };
        let mut entries = known.entries.iter();
        let entry = entries.find(|entry| entry.records().any(is_meant))?;
        let in_lists = entry.records().filter_map(|(list, at)| {
            let source = &all.get(list)?.dataset.source;
            Some(InList {
                name: source.name.clone(),
                kind: source.list.kind,
                record: model((list, at))?.place.record,
            })
        });
        Some((decided(all, entry, true)?, in_lists.collect()))
    }

    /// The counted models.
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

    /// The models of the period and of those asked for.
    #[must_use]
    pub fn of_period(&self) -> usize {
        let models = self.models.iter();
        models.filter(|own| own.is_of_period()).count()
    }

    /// How many models of each column of the period are counted, and how many are
    /// not for each reason that there is.
    #[must_use]
    pub fn counts(&self) -> Vec<Counts> {
        let reasons = Why::ALL.into_iter().filter(|why| why.is_of_period());
        let rows = std::iter::once(None).chain(reasons.map(Some));
        let counts = rows.map(|why| {
            let models = self.models.iter().filter(|own| own.why == why);
            let mut cells = vec![0; self.period.spans().count()];
            for model in models {
                let at = model.span.and_then(|span| self.period.position(span));
                if let Some(cell) = at.and_then(|at| cells.get_mut(at)) {
                    *cell += 1;
                }
            }
            Counts { why, cells }
        });
        counts
            .filter(|own| own.why.is_none() || own.total() > 0)
            .collect()
    }

    /// The least and the most that may be large-scale: those that are counted,
    /// and those besides whose training compute nobody states.
    #[must_use]
    pub fn range(&self) -> (usize, usize) {
        let counted = self.counted();
        (counted, counted + self.left_out(Why::NoCompute))
    }

    /// The lists that would tell more and were not asked: that of all models has
    /// the notable ones too.
    pub fn lacking(&self) -> impl Iterator<Item = ListKind> {
        let has = |kind| self.lists.iter().any(|list| list.kind == kind);
        let has_all = has(ListKind::All);
        [ListKind::LargeScale, ListKind::Notable, ListKind::All]
            .into_iter()
            .filter(move |kind| !(has(*kind) || has_all && *kind == ListKind::Notable))
    }

    /// Whether the lists are of more than one day: where their names tell other
    /// days, or one's latest publication is half a year before another's. Those
    /// of one day differ by some weeks, and the frontier's by more.
    #[must_use]
    pub fn is_of_days(&self) -> bool {
        const HALF_A_YEAR: i32 = 6;
        let mut named = self.lists.iter().filter_map(|list| list.named);
        let first = named.next();
        if named.any(|day| Some(day) != first) {
            return true;
        }
        let latest = self
            .lists
            .iter()
            .filter(|list| list.kind != ListKind::Frontier);
        let latest = latest.filter_map(|list| list.snapshot_date);
        let months =
            latest.map(|day| i32::from(day.year) * 12 + i32::from(day.month.unwrap_or(12)));
        let (first, last) = months.fold((i32::MAX, i32::MIN), |(first, last), month| {
            (first.min(month), last.max(month))
        });
        last.saturating_sub(first) >= HALF_A_YEAR && last > first
    }
}

/// The reasons that cannot be told of models where a list is lacking.
#[must_use]
pub fn untold(lacking: ListKind) -> &'static [Why] {
    match lacking {
        // Whether Epoch AI takes models without stated compute for large ones.
        ListKind::LargeScale => &[Why::NoCompute],
        ListKind::Notable | ListKind::All => &[
            Why::NoCompute,
            Why::BelowThreshold,
            Why::Derived,
            Why::NotListed,
        ],
        ListKind::Frontier | ListKind::Unknown => &[],
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
