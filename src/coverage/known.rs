//! Every model that any of several lists has, once.

use std::sync::Arc;

use crate::comparison::Matching;
use crate::dataset::Dataset;
use crate::definition::Definition;

/// A model, by its records: list and place in it, in the lists' order.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry(Vec<(usize, usize)>);

impl Entry {
    /// Its records.
    pub fn records(&self) -> impl Iterator<Item = (usize, usize)> + Clone + '_ {
        self.0.iter().copied()
    }
}

/// The models of several lists, joined.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub(super) entries: Vec<Entry>,
}

impl Known {
    /// Joins lists model by model, as two lists are compared: each with those
    /// before it, the first of which that has a model decides.
    #[must_use]
    pub fn of(lists: &[Arc<Dataset>], definition: &Definition) -> Self {
        let mut known = Self::default();
        // For each list, the entry of each of its models.
        let mut places: Vec<Vec<Option<usize>>> = Vec::new();
        for (list, dataset) in lists.iter().enumerate() {
            let mut own: Vec<Option<usize>> = vec![None; dataset.models.len()];
            for (before, earlier) in lists.iter().enumerate().take(list) {
                for pair in Matching::pairs_of(earlier, dataset, definition) {
                    let entry = places.get(before).and_then(|places| places.get(pair.old));
                    let entry = entry.copied().flatten();
                    if let Some(place) = own.get_mut(pair.new)
                        && place.is_none()
                    {
                        *place = entry;
                    }
                }
            }
            for (at, place) in own.iter_mut().enumerate() {
                let entry = *place.get_or_insert_with(|| {
                    known.entries.push(Entry::default());
                    known.entries.len() - 1
                });
                if let Some(entry) = known.entries.get_mut(entry) {
                    entry.0.push((list, at));
                }
            }
            places.push(own);
        }
        known
    }
}
