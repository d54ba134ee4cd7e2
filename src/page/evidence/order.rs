//! The columns of the models behind a number, and the order that a reader asks
//! for: sorted and searched by what is shown.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::evidence::Witness;
use crate::list::Entry;
use crate::locale::{Labels, Language};
use crate::spelling::{Names, Sought};

/// By which column, and whether downwards; as in the file where by none.
pub(super) type Sorted = Option<(usize, bool)>;

/// A model as its row shows it.
#[derive(Debug)]
pub(super) struct Line {
    /// Name and developers, as exported and as shown.
    searched: Names,
    /// The name in small letters.
    name: String,
    pub organizations: String,
    pub countries: String,
    pub domains: String,
    pub tasks: String,
    pub confidence: String,
}

impl Line {
    /// In the reader's language.
    pub fn of(entry: &Entry, labels: &Labels, language: Language) -> Self {
        let names = |dimension: &str, keys: &[Arc<str>]| {
            let names: Vec<&str> = keys
                .iter()
                .map(|key| labels.name(dimension, key, language))
                .collect();
            names.join(", ")
        };
        let name = entry.name.to_lowercase();
        let organizations = names("organization", &entry.organizations);
        let exported = entry.organizations.iter().map(|own| &**own);
        Self {
            searched: Names::of([&*entry.name, &organizations].into_iter().chain(exported)),
            name,
            organizations,
            countries: names("country", &entry.countries),
            domains: names("domain", &entry.domains),
            tasks: names("task", &entry.tasks),
            confidence: entry
                .confidence
                .as_ref()
                .map(|key| labels.name("confidence", key, language).to_owned())
                .unwrap_or_default(),
        }
    }
}

/// A column that can be sorted by.
pub(super) struct Column {
    pub heading: fn(Language) -> &'static str,
    pub class: &'static str,
    compare: fn((&Entry, &Line), (&Entry, &Line)) -> Ordering,
}

pub(super) const COLUMNS: [Column; 8] = [
    Column {
        heading: |language| language.text().model,
        class: "words",
        compare: |(_, a), (_, b)| a.name.cmp(&b.name),
    },
    Column {
        heading: |language| language.text().publication_date,
        class: "date",
        compare: |(a, _), (b, _)| a.published.cmp(&b.published),
    },
    Column {
        heading: |language| language.text().developer,
        class: "words",
        compare: |(_, a), (_, b)| a.organizations.cmp(&b.organizations),
    },
    Column {
        heading: |language| language.text().country,
        class: "words",
        compare: |(_, a), (_, b)| a.countries.cmp(&b.countries),
    },
    Column {
        heading: |language| language.text().domain,
        class: "words",
        compare: |(_, a), (_, b)| a.domains.cmp(&b.domains),
    },
    Column {
        heading: |language| language.text().task,
        class: "words",
        compare: |(_, a), (_, b)| a.tasks.cmp(&b.tasks),
    },
    Column {
        heading: |language| language.text().training_compute,
        class: "number",
        compare: |(a, _), (b, _)| {
            let flop = |entry: &Entry| entry.training_compute_flop.unwrap_or(-1.0);
            flop(a).total_cmp(&flop(b))
        },
    },
    Column {
        heading: |language| language.text().more().confidence,
        class: "words",
        compare: |(_, a), (_, b)| a.confidence.cmp(&b.confidence),
    },
];

/// The positions of the models that a search finds, in the order asked for.
pub(super) fn ordered(
    models: &[Witness],
    lines: &[Line],
    search: &str,
    sorted: Sorted,
) -> Vec<usize> {
    let sought = Sought::of(search);
    let mut found: Vec<(usize, (&Entry, &Line))> = models
        .iter()
        .zip(lines)
        .map(|(witness, line)| (&witness.entry, line))
        .enumerate()
        .filter(|(_, (_, line))| sought.is_among(&line.searched))
        .collect();
    if let Some((column, down)) = sorted
        && let Some(column) = COLUMNS.get(column)
    {
        found.sort_by(|(_, a), (_, b)| {
            if down {
                (column.compare)(*b, *a)
            } else {
                (column.compare)(*a, *b)
            }
        });
    }
    found.into_iter().map(|(at, _)| at).collect()
}
