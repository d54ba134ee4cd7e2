//! Which countries a model counts for.
//!
//! The country cell of an export is the organisations' own lists, one after
//! the other: an organisation may add none, one or several, so the cell alone
//! does not say which country is whose.

use std::sync::Arc;

use crate::dataset::{Code, Model};
use crate::definition::CountryRule;

use super::value::map_values;
use super::{Placing, Reason, Value};

impl Placing<'_> {
    pub(super) fn countries(&mut self, model: &Model) -> Vec<Value> {
        let definition = self.definition;
        let mut countries: Vec<Value> = Vec::new();
        let by_cell = definition.count_countries_by == CountryRule::AsExported
            || model.organizations.is_empty();
        if by_cell {
            let cell: Vec<_> = model.countries.iter().collect();
            self.add_exported(&mut countries, &cell, model);
            return countries;
        }
        for (at, organization) in model.organizations.iter().enumerate() {
            match definition.organizations.get(organization) {
                Some(known) => {
                    if let Some(home) = &known.home {
                        let reason = Reason::HomeOf(Arc::clone(organization));
                        Value::add(&mut countries, Arc::clone(home), reason);
                    }
                }
                None => {
                    let own = self.cell_part(model, at, organization);
                    self.add_exported(&mut countries, &own, model);
                }
            }
        }
        countries
    }

    /// The part of the country cell that belongs to an organisation which the
    /// definition does not know: its position where the lists are equally
    /// long, the first country where it is alone, else the whole cell, and
    /// that is reported.
    fn cell_part<'m>(
        &mut self,
        model: &'m Model,
        at: usize,
        organization: &Arc<str>,
    ) -> Vec<&'m Arc<str>> {
        let cell = &model.countries;
        if model.organizations.len() == 1 {
            let country = cell
                .iter()
                .find(|country| !self.definition.no_country.contains(country));
            return country.into_iter().collect();
        }
        if model.organizations.len() == cell.len() {
            return cell.get(at).into_iter().collect();
        }
        if !cell.is_empty() {
            self.unmapped
                .note(Code::AmbiguousCountry, organization, model);
        }
        cell.iter().collect()
    }

    fn add_exported(&mut self, countries: &mut Vec<Value>, cell: &[&Arc<str>], model: &Model) {
        let definition = self.definition;
        let cell: Vec<_> = cell
            .iter()
            .copied()
            .filter(|country| !definition.no_country.contains(country))
            .collect();
        let values = map_values(&cell, &definition.values.country, |unknown| {
            self.unmapped.note(Code::UnmappedCountry, unknown, model);
        });
        for value in values {
            Value::add(countries, value.key, value.reason);
        }
    }
}
