//! Answers about models that are not in the list.
//!
//! In: the kept list, the tables of its archive, lists that come with the
//! program. Out: [`Coverage`].

use std::sync::Arc;

use crate::census::Census;
use crate::comparison::PackedLists;
use crate::coverage::{Coverage, InList, Query, lists_with};
use crate::dataset::{Dataset, ListKind, Options};

use super::joined::Joined;
use super::kept::Engine;

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
    /// same archive; whether both claim to be the list of large-scale models,
    /// which is not kept then. What is no list of models tells nothing.
    pub fn keep_with_aside(&mut self, list: Dataset) -> bool {
        let is_large = |list: &Dataset| list.source.list.kind == ListKind::LargeScale;
        let aside = self.aside.as_ref();
        if is_large(&list) && aside.is_some_and(|aside| is_large(aside)) {
            return true;
        }
        if list.source.list.kind != ListKind::Unknown {
            self.aside_with.push(Arc::new(list));
        }
        false
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
        if !self.with.is_empty() {
            return self.coverage(typed);
        }
        let source = self.dataset.as_ref()?.source.clone();
        let mut bundled = self.packed_lists(true);
        // Of one kind and day it is the shown one.
        bundled.retain(|own| {
            let own = &own.source;
            own.list.kind != source.list.kind || own.snapshot_date() != source.snapshot_date()
        });
        let mut coverage = self.covered_by(bundled, typed)?;
        coverage.is_by_bundled = coverage.lists.len() > 1;
        Some(coverage)
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
        let dataset = Arc::clone(self.dataset.as_ref()?);
        let definition = Arc::clone(&self.definition);
        let shown = self.unfiltered(Arc::clone(&dataset), Arc::clone(&definition));
        let others_placed = others.iter().map(|list| {
            let (list, definition) = (Arc::clone(list), Arc::clone(&definition));
            Census::take_over(list, definition, &self.countries, shown.period)
        });
        let others_placed: Vec<Census> = others_placed.collect();
        let all: Vec<&Census> = std::iter::once(&shown).chain(&others_placed).collect();
        let query = Query::of(typed, &self.labels, &definition, &all);
        let lists: Vec<Arc<Dataset>> = std::iter::once(dataset).chain(others).collect();
        let is_joined = |joined: &&Joined| joined.is_of(&lists, &definition);
        if self.joined.as_ref().filter(is_joined).is_none() {
            self.joined = Some(Joined::of(lists, definition));
        }
        Coverage::of(&all, self.joined.as_ref()?.known(), query)
    }
}
