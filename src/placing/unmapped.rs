//! Values that a definition does not know.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::dataset::{Code, Dataset, Detail, FIRST_PLACES, Field, Model, Place, Problem};
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

/// Values that the definition does not know: where first, and how often.
#[derive(Debug, Default)]
pub(super) struct Unmapped(HashMap<Noted, (Vec<Place>, u64), FixedState>);

impl Unmapped {
    /// Notes what a model has, each value once.
    pub(super) fn note(&mut self, noted: &[Noted], model: &Model) {
        for noted in noted {
            let (places, count) = match self.0.get_mut(noted) {
                Some(entry) => entry,
                None => self.0.entry(noted.clone()).or_default(),
            };
            *count += 1;
            if places.len() < FIRST_PLACES {
                places.push(model.place);
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
            .map(|((unknown, value), (places, count))| {
                let column = header_of(dataset, unknown.field());
                let lacking = match unknown {
                    Unknown::Organization => lacking(dataset),
                    _ => None,
                };
                Problem {
                    detail: lacking,
                    ..Problem::of_records(unknown.code(), column, &value, &places, count)
                }
            })
            .collect();
        problems.sort_by(|a, b| (a.code, a.first(), &a.value).cmp(&(b.code, b.first(), &b.value)));
        problems
    }
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
