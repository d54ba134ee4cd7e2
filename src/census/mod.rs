//! A dataset under a definition: which models count, and as what.
//!
//! In: a [`Dataset`] and a [`Definition`].
//! Out: a [`Census`]: for every model whether it counts, in which year, and
//! its values per dimension, each with the reason why it stands there.
//! Leaves out: adding up, languages.

mod account;
mod country;
mod suggestion;
mod value;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::dataset::{COLUMNS, Code, Dataset, Field, List, Model, Problem};
use crate::definition::{
    Countries, CountryRule, Definition, Period, TopModelsYear, UnknownCompute,
};

pub use account::RowAccount;
pub use suggestion::Suggestions;
use value::{Noted, Unmapped, map_values};
pub use value::{Reason, Value, Values};

/// What becomes of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It counts.
    Counted,
    /// It was published before or after the period.
    OutsidePeriod,
    /// Its training compute is known and below the threshold.
    BelowThreshold,
    /// Its training compute is unknown, and the definition leaves those out.
    UnknownComputeLeftOut,
    /// It has no readable publication date.
    Undated,
    /// An earlier record has the same name, date and organisations.
    Duplicate,
}

/// A model under the definition. Models with equal cells share their values.
#[derive(Clone, Debug)]
pub struct Placed {
    /// What becomes of it.
    pub status: Status,
    /// The year of its publication.
    pub year: Option<i16>,
    /// Its countries, each once.
    pub countries: Values,
    /// Its domains, each once, without the multimodal tag.
    pub domains: Values,
    /// Whether it bears the multimodal tag.
    pub multimodal: bool,
    /// Its tasks, each once.
    pub tasks: Values,
    /// Its developers' categories, each once.
    pub categories: Values,
    /// The groups of its developers, each once.
    pub groups: Values,
    /// How many developers it has, units of one group being one.
    pub developers: usize,
}

/// A dataset under a definition.
#[derive(Clone, Debug)]
pub struct Census {
    /// The dataset.
    pub dataset: Arc<Dataset>,
    /// The definition.
    pub definition: Arc<Definition>,
    /// The period that is counted: the definition's, or one asked for.
    pub period: Period,
    /// One for each model of the dataset, in its order.
    pub models: Vec<Placed>,
    /// Where every record went.
    pub rows: RowAccount,
    /// The dataset's problems and those met here.
    pub problems: Vec<Problem>,
}

impl Census {
    /// Applies a definition, over its own period.
    ///
    /// `countries` tells those that the definition does not know.
    #[must_use]
    pub fn take(dataset: Arc<Dataset>, definition: Arc<Definition>, countries: &Countries) -> Self {
        let period = definition.period;
        Self::take_over(dataset, definition, countries, period)
    }

    /// Applies a definition over another period than its own.
    #[must_use]
    pub fn take_over(
        dataset: Arc<Dataset>,
        definition: Arc<Definition>,
        countries: &Countries,
        period: Period,
    ) -> Self {
        let mut placing = Placing {
            dataset: &dataset,
            definition: &definition,
            countries,
            period,
            keep_unknown: keeps_unknown_compute(&dataset, &definition),
            known: Known::default(),
            unmapped: Unmapped::default(),
            problems: dataset.problems.clone(),
        };
        placing.missing_columns();
        let models: Vec<Placed> = dataset
            .models
            .iter()
            .map(|model| placing.place(model))
            .collect();
        let Placing {
            unmapped,
            mut problems,
            ..
        } = placing;
        problems.extend(unmapped.into_problems(&dataset));
        let rows = RowAccount::of(&models, dataset.unreadable);
        Self {
            dataset,
            definition,
            period,
            models,
            rows,
            problems,
        }
    }

    /// The models that count, each with its position in the dataset and the
    /// position of its year in the period.
    pub fn counted(&self) -> impl Iterator<Item = (usize, usize, &Placed)> {
        self.models.iter().enumerate().filter_map(|(at, placed)| {
            let column = self.period.position(placed.year?)?;
            (placed.status == Status::Counted).then_some((at, column, placed))
        })
    }

    /// The year whose largest models the definition asks for.
    #[must_use]
    pub fn top_models_year(&self) -> i16 {
        let after = self.period.last().saturating_add(1);
        match self.definition.top_models.year {
            TopModelsYear::Year(year) => year,
            TopModelsYear::AfterPeriod => {
                let any = self.models.iter().any(|placed| placed.year == Some(after));
                if any { after } else { self.period.last() }
            }
        }
    }
}

/// The period to show for an export newer than the definition: from the
/// definition's first year to the last that the export covers whole, never
/// ending before the definition does.
#[must_use]
pub fn period_covered(dataset: &Dataset, definition: &Definition) -> Period {
    let own = definition.period;
    dataset
        .source
        .last_whole_year()
        .filter(|whole| *whole > own.last())
        .and_then(|whole| Period::new(own.first(), whole).ok())
        .unwrap_or(own)
}

fn keeps_unknown_compute(dataset: &Dataset, definition: &Definition) -> bool {
    match definition.compute.unknown {
        UnknownCompute::Keep => true,
        UnknownCompute::LeaveOut => false,
        UnknownCompute::KeepIfExportIsFiltered => !dataset.models.iter().any(|model| {
            model
                .training_compute_flop
                .is_some_and(|flop| flop < definition.compute.threshold_flop)
        }),
    }
}

struct Placing<'a> {
    dataset: &'a Dataset,
    definition: &'a Definition,
    countries: &'a Countries,
    period: Period,
    keep_unknown: bool,
    known: Known,
    unmapped: Unmapped,
    problems: Vec<Problem>,
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
}

type Found = HashMap<(usize, usize), (Values, Vec<Noted>), FixedState>;

fn address(list: &List) -> usize {
    Arc::as_ptr(list).cast::<()>().addr()
}

impl Placing<'_> {
    fn missing_columns(&mut self) {
        let by_home = self.definition.count_countries_by == CountryRule::HomeCountry;
        let organizations = self.dataset.has(Field::Organization);
        for column in COLUMNS
            .iter()
            .filter(|column| !self.dataset.has(column.field))
        {
            let code = match column.field {
                Field::OrganizationCategory if organizations => Code::ColumnReplaced,
                Field::Country if organizations && by_home => Code::ColumnReplaced,
                Field::Organization
                | Field::Country
                | Field::OrganizationCategory
                | Field::Domain
                | Field::Task
                | Field::TrainingCompute => Code::MissingColumn,
                Field::Parameters | Field::DatasetSize | Field::TrainingHardware => {
                    Code::MissingAttribute
                }
                // Required, or not shown yet.
                Field::Name
                | Field::PublicationDate
                | Field::HardwareQuantity
                | Field::Confidence
                | Field::Accessibility => continue,
            };
            self.problems
                .push(Problem::of_file(code, column.header, ""));
        }
    }

    fn place(&mut self, model: &Model) -> Placed {
        let definition = self.definition;
        let values = &definition.values;
        let tag = &definition.multimodal_tag;
        let domains = self.found(
            |known| &mut known.domains,
            (address(&model.domains), 0),
            model,
            |_, noted| {
                let domains = model.domains.iter().filter(|domain| *domain != tag);
                map_values(domains, &values.domain, Code::UnmappedDomain, noted)
            },
        );
        let tasks = self.found(
            |known| &mut known.tasks,
            (address(&model.tasks), 0),
            model,
            |_, noted| map_values(model.tasks.iter(), &values.task, Code::UnmappedTask, noted),
        );
        let organizations = address(&model.organizations);
        let categories = self.found(
            |known| &mut known.categories,
            (organizations, address(&model.categories)),
            model,
            |_, noted| {
                let exported = model.categories.iter();
                let map = &values.organization_category;
                let code = Code::UnmappedOrganizationCategory;
                let categories = map_values(exported, map, code, noted);
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
            |placing, noted| placing.countries(model, noted),
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
            status: self.status(model),
            year: model.published.map(|date| date.year),
            countries,
            domains,
            multimodal: model.domains.contains(tag),
            tasks,
            categories,
            groups,
            developers,
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
            self.unmapped.note(noted, model);
            return Arc::clone(values);
        }
        let mut noted = Vec::new();
        let values: Values = find(self, &mut noted).into();
        // A record that states a value twice is one record with it.
        noted.sort_unstable();
        noted.dedup();
        self.unmapped.note(&noted, model);
        of(&mut self.known).insert(lists, (Arc::clone(&values), noted));
        values
    }

    fn status(&self, model: &Model) -> Status {
        let Some(published) = model.published else {
            return Status::Undated;
        };
        if model.is_duplicate {
            return Status::Duplicate;
        }
        if self.period.position(published.year).is_none() {
            return Status::OutsidePeriod;
        }
        match model.training_compute_flop {
            Some(flop) if flop < self.definition.compute.threshold_flop => Status::BelowThreshold,
            None if !self.keep_unknown => Status::UnknownComputeLeftOut,
            _ => Status::Counted,
        }
    }
}

fn groups(model: &Model, definition: &Definition, noted: &mut Vec<Noted>) -> Vec<Value> {
    let mut groups: Vec<Value> = Vec::new();
    for organization in model.organizations.iter() {
        if !definition.organizations.contains_key(organization) {
            noted.push((Code::UnmappedOrganization, Arc::clone(organization)));
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

/// The header that the export gives a field, else the usual one.
fn header_of(dataset: &Dataset, field: Field) -> &str {
    dataset
        .columns
        .iter()
        .find(|(present, _)| *present == field)
        .map_or_else(|| field.header(), |(_, header)| header)
}

fn categories_by_definition(model: &Model, definition: &Definition) -> Vec<Value> {
    let mut categories = Vec::new();
    for organization in model.organizations.iter() {
        let Some(known) = definition.organizations.get(organization) else {
            continue;
        };
        for category in &known.categories {
            let reason = Reason::CategoryOf(Arc::clone(organization));
            Value::add(&mut categories, Arc::clone(category), reason);
        }
    }
    categories
}
