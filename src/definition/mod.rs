//! Every judgement call of a report, as data.
//!
//! In: JSON such as `public/definitions/is-178.json`.
//! Out: a [`Definition`] that [`crate::census`] applies.
//! Leaves out: anything computed; no rule of a report is in code.

mod check;
mod columns;
mod compute;
mod countries;
mod error;
mod fold;
mod home;
mod likeness;
mod migrate;
mod naming;
mod nearest;
mod organization;
mod patch;
mod period;
pub(crate) mod plain;
mod read;
mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::dataset::Field;
pub use crate::language::Bilingual;
pub use compute::{ComputeRule, DerivedModels, UnknownCompute};
pub use countries::Countries;
pub use error::{DefinitionError, Fault};
pub use naming::{Naming, meant};
pub use nearest::{Known, nearest};
use organization::renamed;
pub use organization::{Organization, Relation};
pub use patch::{apply, difference};
pub use period::{Period, PeriodError, PeriodRule, Span, Wholeness};
pub use values::{ValueDimension, ValueMap, Values};

/// The schema that this version reads and writes.
pub const SCHEMA: &str = "model-census-definition/3";

/// All choices behind a report's numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// [`SCHEMA`].
    pub schema: String,
    /// A short name for links and file names.
    pub id: String,
    /// The name shown to readers.
    pub title: Bilingual,
    /// Who made it.
    pub author: String,
    /// When, as an ISO date.
    pub date: String,
    /// What it is for.
    pub notes: Bilingual,
    /// The author's own chapter on what the numbers mean for policy, a paragraph
    /// a line; no choice, so that it enters no digest.
    #[serde(default, skip_serializing_if = "Bilingual::is_empty")]
    pub implications: Bilingual,
    /// The data that it was saved with; no choice, so that it enters no digest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Data>,
    /// Headers that are not recognised, each with the fact that the reader says
    /// it names; no choice, so that it enters no digest.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "columns")]
    pub columns: BTreeMap<Arc<str>, Field>,
    /// What is counted.
    pub period: PeriodRule,
    /// Which models are large enough.
    pub compute: ComputeRule,
    /// How models that were made from others count.
    #[serde(default)]
    pub derived_models: DerivedModels,
    /// Whether a last year that the export does not cover whole may end the
    /// compound annual growth rate.
    pub growth_may_end_in_partial_year: bool,
    /// The country with a section of its own, as a key of `values.country`'s
    /// targets (ISO 3166-1 alpha-3).
    pub focus_country: Arc<str>,
    /// How a model gets its countries.
    pub count_countries_by: CountryRule,
    /// Country values that are none, such as "Multinational".
    pub no_country: Vec<Arc<str>>,
    /// The domain value that marks a multimodal model and is no domain itself.
    pub multimodal_tag: Arc<str>,
    /// The relations to a parent group that make organisations one developer
    /// when joint development is counted.
    pub one_developer_relations: Vec<Relation>,
    /// From how many models on a value is shown.
    pub minimum_models: MinimumModels,
    /// Which models the attribute table of the largest shows.
    pub top_models: TopModels,
    /// For each dimension, exported value → value it counts as. A value that
    /// is no key here is kept as it is and reported as unmapped.
    pub values: Values,
    /// What is known of each organisation, by its exported name.
    pub organizations: BTreeMap<Arc<str>, Organization>,
    /// What the reader said of models of two lists that facts alone do not
    /// tell to be one, or do so wrongly.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_models: Vec<SameModels>,
}

/// Two names, of models of two lists, and whether they are one model.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SameModels {
    /// The names as the lists have them, in either order.
    pub names: [Arc<str>; 2],
    /// Whether they are two models, whatever facts they share; one otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub apart: bool,
}

/// The fingerprint of a file, so that others can tell whether they have the
/// same one before they expect the same numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// The file's name without its folder.
    pub name: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// How many records it has.
    pub records: u64,
}

/// How a model gets its countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountryRule {
    /// Each organisation's one home country.
    HomeCountry,
    /// The country cell's values.
    AsExported,
}

/// From how many models on a value is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinimumModels {
    /// For tasks.
    pub task: u32,
    /// For organisations.
    pub organization: u32,
}

/// Which models the attribute table of the largest shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopModels {
    /// Of which year.
    pub year: TopModelsYear,
    /// How many.
    pub count: u32,
}

/// The year of the largest models: in JSON a year such as "2024", or
/// "after-period".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum TopModelsYear {
    /// The year after the period where the export has models of it, else the
    /// last of the period.
    AfterPeriod,
    /// This year.
    Year(i16),
}

impl TryFrom<String> for TopModelsYear {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, PeriodError> {
        if text == "after-period" {
            return Ok(Self::AfterPeriod);
        }
        Period::parse(&text)
            .ok()
            .filter(|period| period.first() == period.last() && !period.is_by_half())
            .map(|period| Self::Year(period.first().year()))
            .ok_or(PeriodError::NotYears)
    }
}

impl From<TopModelsYear> for String {
    fn from(year: TopModelsYear) -> Self {
        match year {
            TopModelsYear::AfterPeriod => "after-period".to_owned(),
            TopModelsYear::Year(year) => format!("{year:04}"),
        }
    }
}

impl Definition {
    /// SHA-256 of the definition's compact JSON without `data` and
    /// `implications`, in
    /// hexadecimal: equal for equal choices however the file was laid out,
    /// whatever schema it was of, and whatever data it was saved with.
    #[must_use]
    pub fn sha256(&self) -> String {
        let choices = Self {
            data: None,
            implications: Bilingual::default(),
            columns: BTreeMap::new(),
            ..self.clone()
        };
        crate::dataset::sha256(&serde_json::to_vec(&choices).unwrap_or_default())
    }

    /// What is known of an organisation, and the name by which it is known: its
    /// own, or, of `Name (formerly Other)`, either of these.
    #[must_use]
    pub fn organization(&self, name: &Arc<str>) -> Option<(&Arc<str>, &Organization)> {
        self.organizations.get_key_value(name).or_else(|| {
            let (present, former) = renamed(name)?;
            let known = |name| self.organizations.get_key_value(name);
            known(present).or_else(|| known(former))
        })
    }

    /// The group that an organisation is counted with.
    #[must_use]
    pub fn group_of(&self, organization: &Arc<str>) -> Arc<str> {
        let group = match self.organization(organization) {
            Some((name, known)) => known.group.as_ref().unwrap_or(name),
            None => organization,
        };
        Arc::clone(group)
    }

    /// The developer that an organisation is, where joint development is
    /// counted: its group for the relations named, else itself.
    #[must_use]
    pub fn developer_of(&self, organization: &Arc<str>) -> Arc<str> {
        match self.organization(organization) {
            Some((_, known)) if self.one_developer_relations.contains(&known.relation) => {
                self.group_of(organization)
            }
            Some((name, _)) => Arc::clone(name),
            None => Arc::clone(organization),
        }
    }
}
