//! The rules of a definition: what counts, by which country, from how many
//! models on.
//!
//! Long because each rule of a definition has its field here.

use leptos::prelude::*;

use crate::definition::{
    CountryRule, Definition, DerivedModels, Period, PeriodRule, Relation, TopModelsYear,
    UnknownCompute,
};
use crate::dimension::exponential;
use crate::locale::Text;
use crate::page::state::State;

use super::drafting::Drafting;

/// A field for each rule.
#[component]
pub(super) fn DefinitionRules() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <fieldset class="definition__rules">
            <legend>{move || state.text().more().rules.title}</legend>
            <WhatCounts />
            <WhichCountry />
            <WhatIsShown />
            <WhatBelongsTogether />
        </fieldset>
    }
}

/// When a model counts.
#[component]
fn WhatCounts() -> impl IntoView {
    view! {
            <Typed
                id="census-rule-period"
                label=|text| text.more().rules.period
                get=|own| match own.period.fixed() {
                    Some(period) => period.to_string(),
                    None => WHOLE.to_owned(),
                }
                set=|own, value| {
                    own.period = if value == WHOLE {
                        PeriodRule::Whole
                    } else {
                        PeriodRule::Fixed(Period::parse(value).ok()?)
                    };
                    Some(())
                }
            />
            <Typed
                id="census-rule-threshold"
                label=|text| text.more().rules.threshold
                get=|own| exponential(own.compute.threshold_flop)
                set=|own, value| {
                    let flop = value.parse::<f64>().ok();
                    let flop = flop.filter(|flop| flop.is_finite() && *flop >= 0.0)?;
                    own.compute.threshold_flop = flop;
                    Some(())
                }
            />
            <Chosen
                id="census-rule-unknown"
                label=|text| text.more().rules.unknown
                choices=|text| {
                    vec![
                        ("keep-if-export-is-filtered", text.more().rules.unknown_keep_if_filtered),
                        ("keep", text.more().rules.unknown_keep),
                        ("leave-out", text.more().rules.unknown_leave_out),
                    ]
                }
                get=|own| match own.compute.unknown {
                    UnknownCompute::Keep => "keep",
                    UnknownCompute::LeaveOut => "leave-out",
                    UnknownCompute::KeepIfExportIsFiltered => "keep-if-export-is-filtered",
                }
                set=|own, value| {
                    own.compute.unknown = match value {
                        "keep" => UnknownCompute::Keep,
                        "leave-out" => UnknownCompute::LeaveOut,
                        _ => UnknownCompute::KeepIfExportIsFiltered,
                    };
                }
            />
            <Chosen
                id="census-rule-derived"
                label=|text| text.more().rules.derived
                choices=|text| {
                    vec![
                        ("by-own-compute", text.more().rules.derived_by_own),
                        ("as-exported", text.more().rules.derived_as_exported),
                        ("leave-out", text.more().rules.derived_left_out),
                    ]
                }
                get=|own| match own.derived_models {
                    DerivedModels::ByOwnCompute => "by-own-compute",
                    DerivedModels::AsExported => "as-exported",
                    DerivedModels::LeaveOut => "leave-out",
                }
                set=|own, value| {
                    own.derived_models = match value {
                        "as-exported" => DerivedModels::AsExported,
                        "leave-out" => DerivedModels::LeaveOut,
                        _ => DerivedModels::ByOwnCompute,
                    };
                }
            />
    }
}

/// Whose a model is.
#[component]
fn WhichCountry() -> impl IntoView {
    view! {
            <Chosen
                id="census-rule-country"
                label=|text| text.more().rules.country
                choices=|text| {
                    vec![("home", text.more().rules.country_home), ("exported", text.more().rules.country_exported)]
                }
                get=|own| match own.count_countries_by {
                    CountryRule::HomeCountry => "home",
                    CountryRule::AsExported => "exported",
                }
                set=|own, value| {
                    own.count_countries_by = match value {
                        "exported" => CountryRule::AsExported,
                        _ => CountryRule::HomeCountry,
                    };
                }
            />
            <Focus />
    }
}

/// What tables show, and which values have a meaning of their own.
#[component]
fn WhatIsShown() -> impl IntoView {
    view! {
            <Typed
                id="census-rule-minimum-task"
                label=|text| text.more().rules.minimum_task
                get=|own| own.minimum_models.task.to_string()
                set=|own, value| {
                    own.minimum_models.task = value.parse().ok().filter(|n| *n > 0)?;
                    Some(())
                }
            />
            <Typed
                id="census-rule-minimum-organization"
                label=|text| text.more().rules.minimum_organization
                get=|own| own.minimum_models.organization.to_string()
                set=|own, value| {
                    own.minimum_models.organization = value.parse().ok().filter(|n| *n > 0)?;
                    Some(())
                }
            />
            <Typed
                id="census-rule-top-year"
                label=|text| text.more().rules.top_year
                get=|own| own.top_models.year.into()
                set=|own, value| {
                    own.top_models.year = TopModelsYear::try_from(value.to_owned()).ok()?;
                    Some(())
                }
            />
            <Typed
                id="census-rule-top-count"
                label=|text| text.more().rules.top_count
                get=|own| own.top_models.count.to_string()
                set=|own, value| {
                    own.top_models.count = value.parse().ok().filter(|n| *n > 0)?;
                    Some(())
                }
            />
            <Typed
                id="census-rule-no-country"
                label=|text| text.more().rules.no_country
                get=|own| own.no_country.join(", ")
                set=|own, value| {
                    let all = value.split(',').map(str::trim).filter(|part| !part.is_empty());
                    own.no_country = all.map(Into::into).collect();
                    Some(())
                }
            />
            <Typed
                id="census-rule-multimodal"
                label=|text| text.more().rules.multimodal
                get=|own| own.multimodal_tag.to_string()
                set=|own, value| {
                    own.multimodal_tag = Some(value).filter(|tag| !tag.is_empty())?.into();
                    Some(())
                }
            />
    }
}

/// What a growth ends in, and which developers are one.
#[component]
fn WhatBelongsTogether() -> impl IntoView {
    view! {
            <Checked
                id="census-rule-partial"
                label=|text| text.more().rules.partial
                get=|own| own.growth_may_end_in_partial_year
                set=|own, on| own.growth_may_end_in_partial_year = on
            />
            <Checked
                id="census-rule-unit"
                label=|text| text.more().rules.unit
                get=|own| own.one_developer_relations.contains(&Relation::Unit)
                set=|own, on| relate(own, Relation::Unit, on)
            />
            <Checked
                id="census-rule-alias"
                label=|text| text.more().rules.alias
                get=|own| own.one_developer_relations.contains(&Relation::Alias)
                set=|own, on| relate(own, Relation::Alias, on)
            />
            <Checked
                id="census-rule-affiliate"
                label=|text| text.more().rules.affiliate
                get=|own| own.one_developer_relations.contains(&Relation::Affiliate)
                set=|own, on| relate(own, Relation::Affiliate, on)
            />
    }
}

const WHOLE: &str = "whole-export";

fn relate(definition: &mut Definition, relation: Relation, on: bool) {
    let relations = &mut definition.one_developer_relations;
    relations.retain(|own| *own != relation);
    if on {
        relations.push(relation);
    }
}

/// A rule that is typed; what cannot be one is marked and changes nothing.
#[component]
fn Typed(
    id: &'static str,
    label: fn(&Text) -> &'static str,
    get: fn(&Definition) -> String,
    set: fn(&mut Definition, &str) -> Option<()>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let faulty = RwSignal::new(false);
    let change = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        let value = value.trim();
        drafting.change(state, |own| {
            faulty.set(set(own, value).is_none());
        });
    };
    view! {
        <label class="field">
            <span>{move || label(state.text())}</span>
            <input
                type="text"
                id=id
                aria-invalid=move || faulty.get().to_string()
                prop:value=move || drafting.latest(state).map(|own| get(&own)).unwrap_or_default()
                on:change=change
            />
            <small role="status">
                {move || faulty.get().then(|| state.text().more().rules.faulty)}
            </small>
        </label>
    }
}

#[component]
fn Chosen(
    id: &'static str,
    label: fn(&Text) -> &'static str,
    choices: fn(&Text) -> Vec<(&'static str, &'static str)>,
    get: fn(&Definition) -> &'static str,
    set: fn(&mut Definition, &str),
) -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let now = move || drafting.latest(state).map(|own| get(&own));
    view! {
        <label class="field">
            <span>{move || label(state.text())}</span>
            <select
                id=id
                on:change=move |event| {
                    let value = event_target_value(&event);
                    drafting.change(state, |own| set(own, &value));
                }
            >
                {move || {
                    choices(state.text())
                        .into_iter()
                        .map(|(value, name)| {
                            view! {
                                <option value=value selected=now() == Some(value)>
                                    {name}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </label>
    }
}

#[component]
fn Checked(
    id: &'static str,
    label: fn(&Text) -> &'static str,
    get: fn(&Definition) -> bool,
    set: fn(&mut Definition, bool),
) -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    view! {
        <label class="field field--check">
            <input
                type="checkbox"
                id=id
                prop:checked=move || drafting.latest(state).is_some_and(|own| get(&own))
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    drafting.change(state, |own| set(own, on));
                }
            />
            <span>{move || label(state.text())}</span>
        </label>
    }
}

/// The country with a section of its own.
#[component]
fn Focus() -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let options = move || {
        let labels = state.labels()?;
        let language = state.language.get();
        let latest = drafting.latest(state)?;
        let mut keys: Vec<_> = latest.values.country.values().cloned().collect();
        keys.sort_unstable_by_key(|key| labels.name("country", key, language).to_owned());
        keys.dedup();
        let options: Vec<_> = keys
            .into_iter()
            .map(|key| {
                let name = labels.name("country", &key, language).to_owned();
                let selected = key == latest.focus_country;
                view! {
                    <option value=key.to_string() selected=selected>
                        {name}
                    </option>
                }
            })
            .collect();
        Some(options)
    };
    view! {
        <label class="field">
            <span>{move || state.text().more().rules.focus}</span>
            <select
                id="census-rule-focus"
                on:change=move |event| {
                    let key = event_target_value(&event);
                    drafting.change(state, |own| own.focus_country = key.into());
                }
            >
                {options}
            </select>
        </label>
    }
}
