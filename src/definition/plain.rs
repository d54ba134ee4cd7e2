//! A [`Definition`] for forms that name no fields, such as postcard: nothing
//! is left out because it is empty, as JSON does.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::dataset::Field;

use super::{
    Bilingual, ComputeRule, CountryRule, Data, Definition, DerivedModels, MinimumModels,
    Organization, PeriodRule, Relation, SameModels, TopModels, Values,
};

/// The group, how it belongs to it, its home, and its categories.
type Known = (Option<Arc<str>>, Relation, Option<Arc<str>>, Vec<Arc<str>>);

#[derive(Serialize, Deserialize)]
struct Plain {
    schema: String,
    id: String,
    title: Bilingual,
    author: String,
    date: String,
    notes: Bilingual,
    implications: Bilingual,
    data: Option<Data>,
    columns: BTreeMap<Arc<str>, Field>,
    period: PeriodRule,
    compute: ComputeRule,
    derived_models: DerivedModels,
    growth_may_end_in_partial_year: bool,
    focus_country: Arc<str>,
    count_countries_by: CountryRule,
    no_country: Vec<Arc<str>>,
    multimodal_tag: Arc<str>,
    one_developer_relations: Vec<Relation>,
    minimum_models: MinimumModels,
    top_models: TopModels,
    values: Values,
    organizations: BTreeMap<Arc<str>, Known>,
    same_models: Vec<([Arc<str>; 2], bool)>,
}

/// For `#[serde(with)]`.
pub(crate) fn serialize<S: Serializer>(own: &Definition, to: S) -> Result<S::Ok, S::Error> {
    let own = own.clone();
    let known = |own: Organization| (own.group, own.relation, own.home, own.categories);
    let organizations = own.organizations.into_iter();
    Plain {
        schema: own.schema,
        id: own.id,
        title: own.title,
        author: own.author,
        date: own.date,
        notes: own.notes,
        implications: own.implications,
        data: own.data,
        columns: own.columns,
        period: own.period,
        compute: own.compute,
        derived_models: own.derived_models,
        growth_may_end_in_partial_year: own.growth_may_end_in_partial_year,
        focus_country: own.focus_country,
        count_countries_by: own.count_countries_by,
        no_country: own.no_country,
        multimodal_tag: own.multimodal_tag,
        one_developer_relations: own.one_developer_relations,
        minimum_models: own.minimum_models,
        top_models: own.top_models,
        values: own.values,
        organizations: organizations
            .map(|(name, own)| (name, known(own)))
            .collect(),
        same_models: own
            .same_models
            .into_iter()
            .map(|said| (said.names, said.apart))
            .collect(),
    }
    .serialize(to)
}

/// For `#[serde(with)]`.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Definition, D::Error> {
    let own = Plain::deserialize(from)?;
    let organization = |(group, relation, home, categories): Known| Organization {
        group,
        relation,
        home,
        categories,
    };
    let organizations = own.organizations.into_iter();
    Ok(Definition {
        schema: own.schema,
        id: own.id,
        title: own.title,
        author: own.author,
        date: own.date,
        notes: own.notes,
        implications: own.implications,
        data: own.data,
        columns: own.columns,
        period: own.period,
        compute: own.compute,
        derived_models: own.derived_models,
        growth_may_end_in_partial_year: own.growth_may_end_in_partial_year,
        focus_country: own.focus_country,
        count_countries_by: own.count_countries_by,
        no_country: own.no_country,
        multimodal_tag: own.multimodal_tag,
        one_developer_relations: own.one_developer_relations,
        minimum_models: own.minimum_models,
        top_models: own.top_models,
        values: own.values,
        organizations: organizations
            .map(|(name, known)| (name, organization(known)))
            .collect(),
        same_models: own
            .same_models
            .into_iter()
            .map(|(names, apart)| SameModels { names, apart })
            .collect(),
    })
}
