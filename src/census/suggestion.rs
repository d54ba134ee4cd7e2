//! What an unknown value may have meant.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;

use crate::dataset::{Code, Field, Problem, recognise};
use crate::definition::{Countries, Definition, Known};

/// The suggestions made so far under one definition: looking for a near value
/// takes longer than counting, and the same values come again with every
/// change of period.
#[derive(Clone, Debug, Default)]
pub struct Suggestions(HashMap<(Field, String), Option<String>, FixedState>);

impl Suggestions {
    /// Adds to each problem of an unknown value the known one nearest to it.
    pub fn fill(
        &mut self,
        problems: &mut [Problem],
        definition: &Definition,
        countries: &Countries,
    ) {
        let mut prepared: BTreeMap<Field, Known<'_>> = BTreeMap::new();
        for problem in problems {
            let Some(field) = field_of(problem) else {
                continue;
            };
            let suggestion = self
                .0
                .entry((field, problem.value.clone()))
                .or_insert_with_key(|(_, value)| {
                    let known = prepared
                        .entry(field)
                        .or_insert_with(|| known(field, definition, countries));
                    known.nearest(value).map(str::to_owned)
                });
            problem.suggestion.clone_from(suggestion);
        }
    }
}

fn field_of(problem: &Problem) -> Option<Field> {
    match problem.code {
        Code::UnmappedOrganization => Some(Field::Organization),
        Code::UnmappedCountry => Some(Field::Country),
        Code::UnmappedDomain => Some(Field::Domain),
        Code::UnmappedTask => Some(Field::Task),
        Code::UnmappedOrganizationCategory => Some(Field::OrganizationCategory),
        Code::UnmappedConfidence => Some(Field::Confidence),
        Code::UnmappedAccessibility => Some(Field::Accessibility),
        // As the export's header says.
        Code::LostLetter => recognise(&problem.column),
        // Every other kind has a value that nothing is near to.
        _ => None,
    }
}

/// The values that a field is known to have.
fn known<'a>(field: Field, definition: &'a Definition, countries: &'a Countries) -> Known<'a> {
    let values = &definition.values;
    let map = match field {
        Field::Organization => {
            return Known::new(definition.organizations.keys().map(|name| &**name));
        }
        Field::Country => {
            let known = values.country.keys().map(|name| &**name);
            return Known::new(known.chain(countries.spellings()));
        }
        Field::Domain => &values.domain,
        Field::Task => &values.task,
        Field::OrganizationCategory => &values.organization_category,
        Field::Confidence => &values.confidence,
        Field::Accessibility => &values.accessibility,
        _ => return Known::new(std::iter::empty()),
    };
    Known::new(map.keys().map(|name| &**name))
}
