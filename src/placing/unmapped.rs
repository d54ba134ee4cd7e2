//! Values that a definition does not know.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::dataset::{
    Code, Dataset, Detail, FIRST_PLACES, Field, MORE_VALUES, Model, Place, Problem,
};
use crate::definition::ValueMap;

use super::{Reason, Value};

/// What the definition does not know of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Unknown {
    /// An organisation.
    Organization,
    /// A country that ISO 3166 knows.
    CountryByIso,
    /// A country that neither knows.
    Country,
    /// Which country an organisation's is.
    CountryOf,
    /// A domain.
    Domain,
    /// A task.
    Task,
    /// A type of organisation.
    OrganizationCategory,
    /// How sure an estimate is.
    Confidence,
    /// Terms of access.
    Accessibility,
}

impl Unknown {
    /// The problem that it is.
    fn code(self) -> Code {
        match self {
            Self::Organization => Code::UnmappedOrganization,
            Self::CountryByIso => Code::CountryByIso,
            Self::Country => Code::UnmappedCountry,
            Self::CountryOf => Code::AmbiguousCountry,
            Self::Domain => Code::UnmappedDomain,
            Self::Task => Code::UnmappedTask,
            Self::OrganizationCategory => Code::UnmappedOrganizationCategory,
            Self::Confidence => Code::UnmappedConfidence,
            Self::Accessibility => Code::UnmappedAccessibility,
        }
    }

    /// The column whose value it is.
    fn field(self) -> Field {
        match self {
            Self::Organization => Field::Organization,
            Self::CountryByIso | Self::Country | Self::CountryOf => Field::Country,
            Self::Domain => Field::Domain,
            Self::Task => Field::Task,
            Self::OrganizationCategory => Field::OrganizationCategory,
            Self::Confidence => Field::Confidence,
            Self::Accessibility => Field::Accessibility,
        }
    }
}

/// A value that the definition does not know, and in what way.
pub(super) type Noted = (Unknown, Arc<str>);

/// Counts each exported value as what the definition says; one that it does
/// not know stays as it is and is noted.
pub(super) fn map_values<'a>(
    exported: impl Iterator<Item = &'a Arc<str>>,
    map: &ValueMap,
    unknown: Unknown,
    noted: &mut Vec<Noted>,
) -> Vec<Value> {
    let mut values = Vec::new();
    for value in exported {
        match map.get(value) {
            Some(key) if key == value => {
                Value::add(&mut values, Arc::clone(key), Reason::Exported);
            }
            Some(key) => {
                let reason = Reason::MergedFrom(Arc::clone(value));
                Value::add(&mut values, Arc::clone(key), reason);
            }
            None => {
                noted.push((unknown, Arc::clone(value)));
                Value::add(&mut values, Arc::clone(value), Reason::Exported);
            }
        }
    }
    values
}

/// How many values of a kind are named.
const MOST_VALUES: usize = 100;

/// Where a value that the definition does not know stands.
#[derive(Debug, Default)]
struct Met {
    /// The first records.
    places: Vec<Place>,
    /// How many records.
    count: u64,
    /// Whether any of their models counts.
    counts: bool,
}

/// Values that the definition does not know: where first, and how often.
#[derive(Debug, Default)]
pub(super) struct Unmapped(HashMap<Noted, Met, FixedState>);

impl Unmapped {
    /// Notes what a model has, each value once, and whether it counts.
    pub(super) fn note(&mut self, noted: &[Noted], model: &Model, counts: bool) {
        for noted in noted {
            let met = match self.0.get_mut(noted) {
                Some(met) => met,
                None => self.0.entry(noted.clone()).or_default(),
            };
            met.count += 1;
            met.counts |= counts;
            if met.places.len() < FIRST_PLACES {
                met.places.push(model.place);
            }
        }
    }

    pub(super) fn into_problems(self, dataset: &Dataset) -> Vec<Problem> {
        #[allow(
            clippy::iter_over_hash_type,
            reason = "sorted before anyone sees the order"
        )]
        let mut problems: Vec<Problem> = self
            .0
            .into_iter()
            .map(|((unknown, value), met)| {
                let column = header_of(dataset, unknown.field());
                let lacking = match unknown {
                    Unknown::Organization => lacking(dataset),
                    _ => None,
                };
                Problem {
                    detail: lacking,
                    uncounted: !met.counts,
                    ..Problem::of_records(unknown.code(), column, &value, &met.places, met.count)
                }
            })
            .collect();
        problems.sort_by(|a, b| {
            let order = |own: &Problem| (own.uncounted, own.code, own.first());
            (order(a), &a.value).cmp(&(order(b), &b.value))
        });
        let kinds = problems.chunk_by(|a, b| (a.uncounted, a.code) == (b.uncounted, b.code));
        kinds.flat_map(folded).collect()
    }
}

/// The problems of a kind as they are told: values of counted models by name,
/// up to a hundred; the others, and those of no counted model, as one.
fn folded(kind: &[Problem]) -> Vec<Problem> {
    let is_uncounted = kind.first().is_some_and(|first| first.uncounted);
    let named = if is_uncounted { 0 } else { MOST_VALUES };
    // One value is named either way.
    let named = if kind.len() <= 1 { 1 } else { named };
    let (named, others) = kind.split_at(named.min(kind.len()));
    let mut told = named.to_vec();
    if let Some(first) = others.first() {
        let count = others.iter().map(|own| own.count).sum();
        let mut places: Vec<Place> = others.iter().flat_map(|own| own.places.clone()).collect();
        places.sort_unstable();
        places.dedup();
        told.push(Problem {
            detail: Some(Detail::Values(others.len() as u64)),
            uncounted: is_uncounted,
            ..Problem::of_records(first.code, &first.column, MORE_VALUES, &places, count)
        });
    }
    told
}

/// The columns that would say what the definition does not know of an
/// organisation, and are not there.
fn lacking(dataset: &Dataset) -> Option<Detail> {
    let columns = [Field::Country, Field::OrganizationCategory].into_iter();
    let lacking = columns.filter(|field| !dataset.has(*field));
    let lacking: Vec<String> = lacking.map(|field| field.header().to_owned()).collect();
    (!lacking.is_empty()).then_some(Detail::Lacking(lacking))
}

/// The header that the export gives a field, else the usual one.
pub(super) fn header_of(dataset: &Dataset, field: Field) -> &str {
    dataset
        .columns
        .iter()
        .find(|(present, _)| *present == field)
        .map_or_else(|| field.header(), |(_, header)| header)
}
