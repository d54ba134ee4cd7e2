//! Which countries a model counts for.
//!
//! The country cell of an export is the organisations' own lists, one after
//! the other: an organisation may add none, one or several, so the cell alone
//! does not say which country is whose.

use std::sync::Arc;

use crate::dataset::Model;
use crate::definition::{Countries, CountryRule, Definition};

use super::unmapped::{Noted, Unknown};
use super::{Reason, Value};

/// What tells countries: the definition first, then ISO 3166.
#[derive(Clone, Copy, Debug)]
pub(super) struct CountriesOf<'a> {
    pub definition: &'a Definition,
    pub iso: &'a Countries,
}

impl CountriesOf<'_> {
    pub(super) fn model(self, model: &Model, noted: &mut Vec<Noted>) -> Vec<Value> {
        let definition = self.definition;
        let mut countries: Vec<Value> = Vec::new();
        let by_cell = definition.count_countries_by == CountryRule::AsExported
            || model.organizations.is_empty();
        if by_cell {
            for country in model.countries.iter() {
                self.add_exported(&mut countries, country, noted);
            }
            return countries;
        }
        for (at, organization) in model.organizations.iter().enumerate() {
            let known = definition.organization(organization);
            match known.and_then(|(_, known)| known.home()) {
                Some(home) => {
                    let is_country = |home: &&Arc<str>| !definition.no_country.contains(home);
                    if let Some(home) = home.filter(is_country) {
                        let reason = Reason::HomeOf(Arc::clone(organization));
                        Value::add(&mut countries, Arc::clone(home), reason);
                    }
                }
                // Of one whose home is not said the file tells the country,
                // whatever else is said of it.
                None => {
                    for country in self.cell_part(model, at, organization, noted) {
                        self.add_exported(&mut countries, country, noted);
                    }
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
        self,
        model: &'m Model,
        at: usize,
        organization: &Arc<str>,
        noted: &mut Vec<Noted>,
    ) -> Vec<&'m Arc<str>> {
        let cell = &model.countries;
        if model.organizations.len() == 1 {
            let country = cell.iter().find(|country| !self.is_none(country));
            return country.into_iter().collect();
        }
        if model.organizations.len() == cell.len() {
            return cell.get(at).into_iter().collect();
        }
        if !cell.is_empty() {
            noted.push((Unknown::CountryOf, Arc::clone(organization)));
        }
        cell.iter().collect()
    }

    /// Whether a value is no country, or counts as one that is none.
    fn is_none(self, exported: &Arc<str>) -> bool {
        let none = &self.definition.no_country;
        let counts_as = self.definition.values.country.get(exported);
        none.contains(exported) || counts_as.is_some_and(|key| none.contains(key))
    }

    /// Adds a country as the definition spells it, else as ISO 3166 does, else
    /// as it stands.
    fn add_exported(self, countries: &mut Vec<Value>, exported: &Arc<str>, noted: &mut Vec<Noted>) {
        if self.is_none(exported) {
            return;
        }
        let by_definition = self.definition.values.country.get(exported);
        let key = match by_definition.or_else(|| self.iso.key_of(exported)) {
            Some(key) => {
                if by_definition.is_none() {
                    noted.push((Unknown::CountryByIso, Arc::clone(exported)));
                }
                key
            }
            None => {
                noted.push((Unknown::Country, Arc::clone(exported)));
                exported
            }
        };
        let reason = if key == exported {
            Reason::Exported
        } else {
            Reason::MergedFrom(Arc::clone(exported))
        };
        Value::add(countries, Arc::clone(key), reason);
    }
}
