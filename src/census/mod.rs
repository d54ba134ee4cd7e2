//! A dataset under a definition: which models count, and as what.
//!
//! In: a [`Dataset`] and a [`Definition`].
//! Out: a [`Census`]: for every model whether it counts, in which year, and
//! its values per dimension, each with the reason why it stands there.
//! Leaves out: adding up, languages.

mod account;
mod country;
mod value;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::dataset::{COLUMNS, Code, Dataset, Field, Model, PartialDate, Problem};
use crate::definition::{CountryRule, Definition, Period, TopModelsYear, UnknownCompute};

pub use account::RowAccount;
pub use value::{Reason, Value};
use value::{Unmapped, map_values};

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

/// A model under the definition.
#[derive(Clone, Debug)]
pub struct Placed {
    /// What becomes of it.
    pub status: Status,
    /// The year of its publication.
    pub year: Option<i16>,
    /// Its countries, each once.
    pub countries: Vec<Value>,
    /// Its domains, each once, without the multimodal tag.
    pub domains: Vec<Value>,
    /// Whether it bears the multimodal tag.
    pub multimodal: bool,
    /// Its tasks, each once.
    pub tasks: Vec<Value>,
    /// Its developers' categories, each once.
    pub categories: Vec<Value>,
    /// The groups of its developers, each once.
    pub groups: Vec<Value>,
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
    #[must_use]
    pub fn take(dataset: Arc<Dataset>, definition: Arc<Definition>) -> Self {
        let period = definition.period;
        Self::take_over(dataset, definition, period)
    }

    /// Applies a definition over another period than its own.
    #[must_use]
    pub fn take_over(dataset: Arc<Dataset>, definition: Arc<Definition>, period: Period) -> Self {
        let mut placing = Placing {
            dataset: &dataset,
            definition: &definition,
            period,
            keep_unknown: keeps_unknown_compute(&dataset, &definition),
            seen: BTreeSet::new(),
            unmapped: Unmapped::default(),
            unreadable_dates: dataset
                .problems
                .iter()
                .filter(|problem| problem.code == Code::UnreadableDate)
                .filter_map(|problem| problem.record)
                .collect(),
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

    /// The headers of the columns that the export lacks and the report uses.
    #[must_use]
    pub fn missing_columns(&self) -> Vec<&str> {
        let is_missing = |code| {
            matches!(
                code,
                Code::MissingColumn | Code::ColumnReplaced | Code::MissingAttribute
            )
        };
        self.problems
            .iter()
            .filter(|problem| is_missing(problem.code))
            .map(|problem| &*problem.column)
            .collect()
    }

    /// Whether a year of the period is not covered whole by the export.
    #[must_use]
    pub fn is_partial(&self, year: i16) -> bool {
        self.dataset
            .last_whole_year()
            .is_none_or(|whole| year > whole)
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
    period: Period,
    keep_unknown: bool,
    seen: BTreeSet<(&'a str, PartialDate, &'a [Arc<str>])>,
    unmapped: Unmapped,
    /// The records whose date the dataset reports as unreadable.
    unreadable_dates: BTreeSet<u64>,
    problems: Vec<Problem>,
}

impl<'a> Placing<'a> {
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

    fn place(&mut self, model: &'a Model) -> Placed {
        let definition = self.definition;
        let status = self.status(model);
        let values = &definition.values;
        let tag = &definition.multimodal_tag;
        let multimodal = model.domains.contains(tag);
        let domains: Vec<_> = model
            .domains
            .iter()
            .filter(|domain| *domain != tag)
            .collect();
        let mut map = |exported: &[&Arc<str>], map, code| {
            map_values(exported, map, |unknown| {
                self.unmapped.note(code, unknown, model)
            })
        };
        let domains = map(&domains, &values.domain, Code::UnmappedDomain);
        let tasks: Vec<_> = model.tasks.iter().collect();
        let tasks = map(&tasks, &values.task, Code::UnmappedTask);
        let exported: Vec<_> = model.categories.iter().collect();
        let mut categories = map(
            &exported,
            &values.organization_category,
            Code::UnmappedOrganizationCategory,
        );
        if categories.is_empty() {
            categories = categories_by_definition(model, definition);
        }
        let countries = self.countries(model);
        for organization in model.organizations.iter() {
            if !definition.organizations.contains_key(organization) {
                self.unmapped
                    .note(Code::UnmappedOrganization, organization, model);
            }
        }
        let mut groups: Vec<Value> = Vec::new();
        for organization in model.organizations.iter() {
            let group = definition.group_of(organization);
            let reason = if group == *organization {
                Reason::Exported
            } else {
                Reason::GroupOf(Arc::clone(organization))
            };
            Value::add(&mut groups, group, reason);
        }
        let developers: BTreeSet<_> = model
            .organizations
            .iter()
            .map(|organization| definition.developer_of(organization))
            .collect();
        Placed {
            status,
            year: model.published.map(|date| date.year),
            countries,
            domains,
            multimodal,
            tasks,
            categories,
            groups,
            developers: developers.len(),
        }
    }

    fn status(&mut self, model: &'a Model) -> Status {
        let Some(published) = model.published else {
            // A date that stands there but cannot be read is reported already.
            if !self.unreadable_dates.contains(&model.record) {
                self.report(Code::MissingDate, model, Field::PublicationDate);
            }
            return Status::Undated;
        };
        if !self
            .seen
            .insert((&model.name, published, &model.organizations))
        {
            self.report(Code::DuplicateModel, model, Field::Name);
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

    fn report(&mut self, code: Code, model: &Model, field: Field) {
        self.problems.push(Problem {
            code,
            record: Some(model.record),
            line: Some(model.line),
            column: header_of(self.dataset, field).to_owned(),
            value: model.name.to_string(),
            count: 1,
        });
    }
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
