//! Places each model: whether it counts, in which year, and its values.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::dataset::{Dataset, List, Model, Problem};
use crate::definition::{Countries, Definition, Period, ValueMap};

use super::country::CountriesOf;
use super::fate::{Fate, imprecise};
use super::unmapped::{Noted, Unknown, Unmapped, map_values};
use super::{Placed, Reason, Status, Value, Values};

/// Places every model of a dataset, in its order; also the problems met here.
pub(crate) fn place(
    dataset: &Dataset,
    definition: &Definition,
    countries: &Countries,
    period: Period,
) -> (Vec<Placed>, Vec<Problem>) {
    let mut placing = Placing {
        definition,
        countries,
        period,
        fate: Fate::new(dataset, definition, period),
        tags: tags(definition),
        counts: false,
        known: Known::default(),
        unmapped: Unmapped::default(),
    };
    let models = dataset
        .models
        .iter()
        .map(|model| placing.place(model))
        .collect();
    let imprecise = imprecise(dataset, period).into_iter();
    let unmapped = placing.unmapped.into_problems(dataset);
    (models, imprecise.chain(unmapped).collect())
}

struct Placing<'a> {
    definition: &'a Definition,
    countries: &'a Countries,
    period: Period,
    fate: Fate<'a>,
    /// The exported domains that are the multimodal tag.
    tags: Vec<&'a Arc<str>>,
    /// Whether the model that is placed counts.
    counts: bool,
    known: Known,
    unmapped: Unmapped,
}

/// What was found for the lists met so far: models with the same cells have
/// the same values. Equal lists of a dataset are one list, so that its address
/// stands for what it holds.
#[derive(Default)]
struct Known {
    domains: Found,
    tasks: Found,
    countries: Found,
    categories: Found,
    groups: Found,
    developers: HashMap<usize, usize, FixedState>,
    hardware: HashMap<usize, Values, FixedState>,
    one: HashMap<(One, usize), (Values, Option<Noted>), FixedState>,
    none: Values,
}

/// A column whose cells hold one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum One {
    Confidence,
    Accessibility,
}

impl One {
    /// What a value is that the definition does not know.
    fn unmapped(self) -> Unknown {
        match self {
            Self::Confidence => Unknown::Confidence,
            Self::Accessibility => Unknown::Accessibility,
        }
    }

    /// What the definition counts its values as.
    fn map(self, definition: &Definition) -> &ValueMap {
        match self {
            Self::Confidence => &definition.values.confidence,
            Self::Accessibility => &definition.values.accessibility,
        }
    }
}

type Found = HashMap<(usize, usize), (Values, Vec<Noted>), FixedState>;

fn address(list: &List) -> usize {
    Arc::as_ptr(list).cast::<()>().addr()
}

impl Placing<'_> {
    fn place(&mut self, model: &Model) -> Placed {
        let definition = self.definition;
        let values = &definition.values;
        let status = self.fate.of(model);
        self.counts = status == Status::Counted;
        let domains = self.found(
            |known| &mut known.domains,
            (address(&model.domains), 0),
            model,
            |placing, noted| {
                let is_domain = |domain: &&Arc<str>| !placing.tags.contains(domain);
                let domains = model.domains.iter().filter(is_domain);
                map_values(domains, &values.domain, Unknown::Domain, noted)
            },
        );
        let tasks = self.found(
            |known| &mut known.tasks,
            (address(&model.tasks), 0),
            model,
            |_, noted| map_values(model.tasks.iter(), &values.task, Unknown::Task, noted),
        );
        let organizations = address(&model.organizations);
        let categories = self.found(
            |known| &mut known.categories,
            (organizations, address(&model.categories)),
            model,
            |_, noted| {
                let exported = model.categories.iter();
                let map = &values.organization_category;
                let unknown = Unknown::OrganizationCategory;
                let categories = map_values(exported, map, unknown, noted);
                if categories.is_empty() {
                    categories_by_definition(model, definition)
                } else {
                    categories
                }
            },
        );
        let countries = self.found(
            |known| &mut known.countries,
            (organizations, address(&model.countries)),
            model,
            |placing, noted| {
                let (definition, iso) = (placing.definition, placing.countries);
                CountriesOf { definition, iso }.model(model, noted)
            },
        );
        let groups = self.found(
            |known| &mut known.groups,
            (organizations, 0),
            model,
            |_, noted| groups(model, definition, noted),
        );
        let developers = self.known.developers.entry(organizations);
        let developers = *developers.or_insert_with(|| {
            let developers: BTreeSet<_> = model
                .organizations
                .iter()
                .map(|organization| definition.developer_of(organization))
                .collect();
            developers.len()
        });
        Placed {
            status,
            year: model.published.map(|date| date.year),
            span: model.published.and_then(|date| self.period.span_of(date)),
            countries,
            domains,
            multimodal: model.domains.iter().any(|own| self.tags.contains(&own)),
            tasks,
            categories,
            groups,
            developers,
            confidence: self.one(One::Confidence, model.confidence.as_ref(), model),
            accessibility: self.one(One::Accessibility, model.accessibility.as_ref(), model),
            hardware: self.hardware(&model.hardware),
            training_compute_flop: model.training_compute_flop,
        }
    }

    /// The values found before for the same lists, else those that `find`
    /// finds; what they leave unmapped is noted for this model either way.
    fn found(
        &mut self,
        of: fn(&mut Known) -> &mut Found,
        lists: (usize, usize),
        model: &Model,
        find: impl FnOnce(&Self, &mut Vec<Noted>) -> Vec<Value>,
    ) -> Values {
        if let Some((values, noted)) = of(&mut self.known).get(&lists) {
            self.unmapped.note(noted, model, self.counts);
            return Arc::clone(values);
        }
        let mut noted = Vec::new();
        let values: Values = find(self, &mut noted).into();
        // A record that states a value twice is one record with it.
        noted.sort_unstable();
        noted.dedup();
        self.unmapped.note(&noted, model, self.counts);
        of(&mut self.known).insert(lists, (Arc::clone(&values), noted));
        values
    }

    /// The value of a cell that holds one.
    fn one(&mut self, of: One, exported: Option<&Arc<str>>, model: &Model) -> Values {
        let Some(exported) = exported else {
            return Arc::clone(&self.known.none);
        };
        let map = of.map(self.definition);
        let key = (of, Arc::as_ptr(exported).cast::<()>().addr());
        let made = self.known.one.entry(key).or_insert_with(|| {
            let value = match map.get(exported) {
                Some(key) if key != exported => Value {
                    key: Arc::clone(key),
                    reason: Reason::MergedFrom(Arc::clone(exported)),
                },
                _ => Value {
                    key: Arc::clone(exported),
                    reason: Reason::Exported,
                },
            };
            let is_known = map.get(exported).is_some();
            let noted = (!is_known).then(|| (of.unmapped(), Arc::clone(exported)));
            (Arc::new([value]), noted)
        });
        self.unmapped.note(made.1.as_slice(), model, self.counts);
        Arc::clone(&made.0)
    }

    fn hardware(&mut self, exported: &List) -> Values {
        let made = self.known.hardware.entry(address(exported));
        let made = made.or_insert_with(|| {
            let value = |key: &Arc<str>| Value {
                key: Arc::clone(key),
                reason: Reason::Exported,
            };
            exported.iter().map(value).collect()
        });
        Arc::clone(made)
    }
}

/// The multimodal tag, and what counts as it.
fn tags(definition: &Definition) -> Vec<&Arc<str>> {
    let tag = &definition.multimodal_tag;
    let merged = definition.values.domain.iter();
    let merged = merged.filter(|(value, key)| *key == tag && *value != tag);
    std::iter::once(tag)
        .chain(merged.map(|(value, _)| value))
        .collect()
}

fn groups(model: &Model, definition: &Definition, noted: &mut Vec<Noted>) -> Vec<Value> {
    let mut groups: Vec<Value> = Vec::new();
    for organization in model.organizations.iter() {
        if definition.organization(organization).is_none() {
            noted.push((Unknown::Organization, Arc::clone(organization)));
        }
        let group = definition.group_of(organization);
        let reason = if group == *organization {
            Reason::Exported
        } else {
            Reason::GroupOf(Arc::clone(organization))
        };
        Value::add(&mut groups, group, reason);
    }
    groups
}

fn categories_by_definition(model: &Model, definition: &Definition) -> Vec<Value> {
    let mut categories = Vec::new();
    for organization in model.organizations.iter() {
        let Some((_, known)) = definition.organization(organization) else {
            continue;
        };
        for category in &known.categories {
            let reason = Reason::CategoryOf(Arc::clone(organization));
            Value::add(&mut categories, Arc::clone(category), reason);
        }
    }
    categories
}
