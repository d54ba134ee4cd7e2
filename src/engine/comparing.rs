//! Answers about more than one list: why numbers moved, how a list grew.
//!
//! In: the kept list, lists beside it, lists of other days in one file. Out:
//! [`Explained`], [`History`].

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::comparison::{Explained, History, PackedLists, Sides, history};
use crate::dataset::{Dataset, Options, Reading, sha256};
use crate::definition::{Definition, Period};

use super::kept::Engine;

/// What the kept list is compared with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Against {
    /// The name of a list of another day, or of one that was read beside; the
    /// kept list where there is none.
    pub list: Option<String>,
    /// The definition, as JSON, that the other side is counted by; the same
    /// where there is none.
    pub definition: Option<String>,
}

impl Engine {
    /// Keeps a list beside the one that is counted, in place of any of its name.
    pub fn keep_beside(&mut self, dataset: Dataset) {
        self.beside
            .retain(|own| own.source.name != dataset.source.name);
        self.beside.push(Arc::new(dataset));
    }

    /// Every list of the packed ones that are of other models, or of other days.
    pub(super) fn packed_lists(&mut self, of_other_models: bool) -> Vec<Arc<Dataset>> {
        let all = self.packed.iter().map(|(packed, _)| packed);
        let all = all.filter(|packed| packed.are_of_other_models == of_other_models);
        let names: Vec<String> = all
            .flat_map(PackedLists::names)
            .map(str::to_owned)
            .collect();
        names.iter().filter_map(|name| self.list(name)).collect()
    }

    /// The list of a name: one that was read beside, or of another day.
    fn list(&mut self, name: &str) -> Option<Arc<Dataset>> {
        if let Some(own) = self.beside.iter().find(|own| own.source.name == name) {
            return Some(Arc::clone(own));
        }
        let named =
            |(packed, options): &(PackedLists, Options)| Some((packed.csv(name)?, options.clone()));
        let (csv, options) = self.packed.iter().find_map(named)?;
        let options = Options {
            composed: options.composed,
            ..self.options(options.today, options.decoders)
        };
        // Written here, in UTF-8: no other encoding can be asked for.
        let mut reading = Reading::begin(name, &options);
        reading.feed(&csv).ok()?;
        reading.end().ok()?;
        let dataset = reading.finish(Some(sha256(&csv))).ok()?;
        self.keep_beside(dataset);
        self.beside.last().map(Arc::clone)
    }

    /// Every list of another day, oldest first, and the kept one where it is
    /// none of them.
    pub fn lists(&mut self) -> Vec<Arc<Dataset>> {
        let mut lists = self.packed_lists(false);
        // A day has one list: the kept one, where it is of that day.
        if let Some(kept) = &self.dataset {
            lists.retain(|own| own.source.snapshot_date() != kept.source.snapshot_date());
            lists.push(Arc::clone(kept));
        }
        lists
    }

    /// Why the numbers moved between the kept list and another, the older one
    /// first; `None` before any data is kept, and where there is no such list
    /// or definition.
    pub fn compare(&mut self, against: &Against) -> Option<Explained> {
        let kept = Arc::clone(self.dataset.as_ref()?);
        let other = match &against.list {
            Some(name) => self.list(name)?,
            None => Arc::clone(&kept),
        };
        let own = Arc::clone(&self.definition);
        let definition = match &against.definition {
            Some(json) => Arc::new(Definition::parse(json).ok()?),
            None => Arc::clone(&own),
        };
        let period = self.period_of(&kept);
        let (kept, other) = ((kept, own), (other, definition));
        let day = |side: &(Arc<Dataset>, _)| side.0.source.snapshot_date();
        let is_older = day(&kept) < day(&other);
        let (old, new) = if is_older {
            (kept, other)
        } else {
            (other, kept)
        };
        Some(self.explained(old, new, period))
    }

    /// Why the numbers moved to those of the kept list: `None` of `old` is the
    /// kept list, of `old_definition` the one that is counted by.
    #[must_use]
    pub fn explain(
        &self,
        old: Option<Arc<Dataset>>,
        old_definition: Option<Arc<Definition>>,
    ) -> Option<Explained> {
        let new = Arc::clone(self.dataset.as_ref()?);
        let old = old.unwrap_or_else(|| Arc::clone(&new));
        let definition = Arc::clone(&self.definition);
        let old_definition = old_definition.unwrap_or_else(|| Arc::clone(&definition));
        let period = self.period_of(&new);
        Some(self.explained((old, old_definition), (new, definition), period))
    }

    /// The period that the kept list is looked at over.
    fn period_of(&self, kept: &Dataset) -> Period {
        let period = self.view.period;
        period.unwrap_or_else(|| self.definition.period.covered(kept))
    }

    /// Both sides over one period.
    fn explained(&self, old: Counted, new: Counted, period: Period) -> Explained {
        let take = |dataset: &Arc<Dataset>, definition: &Arc<Definition>| {
            self.census_over(dataset, definition, period)
        };
        let crossed = (old.1 != new.1).then(|| (take(&new.0, &old.1), take(&old.0, &new.1)));
        let sides = (take(&old.0, &old.1), take(&new.0, &new.1));
        let sides = Sides {
            old: &sides.0,
            new: &sides.1,
            crossed: crossed.as_ref().map(|(one, other)| (one, other)),
        };
        Explained::of(sides, &self.labels)
    }

    fn census_over(
        &self,
        dataset: &Arc<Dataset>,
        definition: &Arc<Definition>,
        period: Period,
    ) -> Census {
        let (dataset, definition) = (Arc::clone(dataset), Arc::clone(definition));
        let census = Census::take_over(dataset, definition, &self.countries, period);
        self.filtered(census, &self.view.filter)
    }

    /// How the list grew over several days: its years, or the totals of a
    /// breakdown's rows. Where the view names no period, from the definition's
    /// first year to the last that any list reaches.
    #[must_use]
    pub fn history(&self, lists: &[Arc<Dataset>], by: &str) -> History {
        let days = lists.iter().filter_map(|list| list.source.snapshot_date());
        let last = days.map(|day| day.year).max();
        let take = |dataset: &Arc<Dataset>| {
            let own = self.definition.period.over(dataset);
            let whole = || Period::new(own.first().year(), last?.max(own.last().year())).ok();
            let period = self.view.period.or_else(whole).unwrap_or(own);
            self.census_over(dataset, &self.definition, period)
        };
        let lists: Vec<Census> = lists.iter().map(take).collect();
        history(&lists, by)
    }
}

/// A list and what it is counted by.
type Counted = (Arc<Dataset>, Arc<Definition>);
