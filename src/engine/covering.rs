//! Answers about models that are not in the list.
//!
//! In: the kept list, the tables of its archive, lists that come with the
//! program. Out: [`Coverage`].

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::comparison::PackedLists;
use crate::coverage::{Coverage, Covered, InList, Known, Query, Row, lists_with};
use crate::dataset::{Dataset, ListKind, Options};
use crate::evidence::{self, Witness};

use super::joined::Joined;
use super::kept::Engine;

/// What becomes of a table that comes with the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// It is kept beside it.
    Kept,
    /// It is not: both claim to be the list of large-scale models.
    Rival,
    /// It is not: what is no list of models tells nothing.
    NoList,
}

/// A model of another list than the one that is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// What that list says of it, and what it would count as.
    pub witness: Witness,
    /// What decides whether it counts.
    pub covered: Covered,
    /// The lists that have it.
    pub lists: Vec<InList>,
    /// Whether the other lists are those that come with the program, which have
    /// no more of it than that.
    pub is_by_bundled: bool,
}

impl Engine {
    /// Knows packed lists, of other days or of other models, which are read with
    /// these options when they are asked for.
    pub fn know_lists(&mut self, packed: PackedLists, options: Options) {
        let kind = packed.are_of_other_models;
        self.packed
            .retain(|(own, _)| own.are_of_other_models != kind);
        self.packed.push((packed, options));
    }

    /// Keeps another list beside the dataset, to ask which models it knows.
    pub fn keep_with(&mut self, list: Dataset) {
        self.with.push(Arc::new(list));
    }

    /// Keeps another list beside the one that is set aside, as a table of the
    /// same archive.
    pub fn keep_with_aside(&mut self, list: Dataset) -> Beside {
        let is_large = |list: &Dataset| list.source.list.kind == ListKind::LargeScale;
        let aside = self.aside.as_ref();
        if is_large(&list) && aside.is_some_and(|aside| is_large(aside)) {
            return Beside::Rival;
        }
        if list.source.list.kind == ListKind::Unknown {
            return Beside::NoList;
        }
        self.aside_with.push(Arc::new(list));
        Beside::Kept
    }

    /// The models that are asked for, those of the focus country where nothing is,
    /// that the dataset or a list beside it knows, over the period that is shown,
    /// whatever the filter; `None` where there is no such list.
    pub fn coverage(&mut self, typed: &str) -> Option<Coverage> {
        if self.with.is_empty() {
            return None;
        }
        self.covered_by(self.with.clone(), typed)
    }

    /// The same, by the lists that come with the program where no other list came
    /// with the dataset.
    pub fn covered(&mut self, typed: &str) -> Option<Coverage> {
        let is_by_bundled = self.with.is_empty();
        let others = self.others()?;
        let mut coverage = self.covered_by(others, typed)?;
        coverage.is_by_bundled = is_by_bundled && coverage.lists.len() > 1;
        Some(coverage)
    }

    /// The model of a row of another list that [`Self::covered`] asks.
    pub fn elsewhere(&mut self, row: Row) -> Option<Elsewhere> {
        let is_by_bundled = self.with.is_empty();
        let others = self.others()?;
        let (censuses, lists) = self.counted_with(others)?;
        let all: Vec<&Census> = censuses.iter().collect();
        let known = self.known(lists)?;
        let (covered, lists) = Coverage::of_row(&all, known, row)?;
        let census = all.get(usize::try_from(row.list).ok()?)?;
        Some(Elsewhere {
            witness: evidence::model(census, row.record)?,
            covered,
            lists,
            is_by_bundled,
        })
    }

    /// The lists that are asked beside the dataset: those that came with it, or
    /// else those that come with the program.
    fn others(&mut self) -> Option<Vec<Arc<Dataset>>> {
        if !self.with.is_empty() {
            return Some(self.with.clone());
        }
        let source = self.dataset.as_ref()?.source.clone();
        let mut bundled = self.packed_lists(true);
        // Of one kind and day it is the shown one.
        bundled.retain(|own| {
            let own = &own.source;
            own.list.kind != source.list.kind || own.snapshot_date() != source.snapshot_date()
        });
        Some(bundled)
    }

    /// The lists that have the model of a record: the dataset, and of those that
    /// came with it.
    #[must_use]
    pub fn lists_with(&self, record: u32) -> Option<Vec<InList>> {
        let others = self.with.iter().map(|list| &**list);
        let shown = self.dataset.as_deref()?;
        Some(lists_with(shown, others, &self.definition, record))
    }

    fn covered_by(&mut self, others: Vec<Arc<Dataset>>, typed: &str) -> Option<Coverage> {
        let (censuses, lists) = self.counted_with(others)?;
        let all: Vec<&Census> = censuses.iter().collect();
        let query = Query::of(typed, &self.labels, &self.definition, &all);
        Coverage::of(&all, self.known(lists)?, query)
    }

    /// The dataset and other lists, each counted by the same definition over the
    /// same period, whatever the filter.
    fn counted_with(&self, others: Vec<Arc<Dataset>>) -> Option<(Vec<Census>, Vec<Arc<Dataset>>)> {
        let dataset = Arc::clone(self.dataset.as_ref()?);
        let definition = &self.definition;
        let shown = self.unfiltered(Arc::clone(&dataset), Arc::clone(definition));
        let period = shown.period;
        let others_counted = others.iter().map(|list| {
            let (list, definition) = (Arc::clone(list), Arc::clone(definition));
            Census::take_over(list, definition, &self.countries, period)
        });
        let censuses = std::iter::once(shown).chain(others_counted).collect();
        let lists = std::iter::once(dataset).chain(others).collect();
        Some((censuses, lists))
    }

    /// The models of lists, joined: as they were before, where nothing changed.
    fn known(&mut self, lists: Vec<Arc<Dataset>>) -> Option<&Known> {
        let definition = Arc::clone(&self.definition);
        let is_joined = |joined: &&Joined| joined.is_of(&lists, &definition);
        if self.joined.as_ref().filter(is_joined).is_none() {
            self.joined = Some(Joined::of(lists, definition));
        }
        Some(self.joined.as_ref()?.known())
    }
}
