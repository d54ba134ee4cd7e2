//! Exported values and what they count as: merges, groups, home countries,
//! types. What the definition does not know stands first.
//!
//! Long because the terms of every dimension are edited by one table.

use std::sync::Arc;

use leptos::prelude::*;

use crate::definition::{Definition, Organization, Relation, ValueDimension};
use crate::dimension::dimension;
use crate::engine::ask;
use crate::locale::{self, Labels, Language, Text, fill};
use crate::page::engine::client;
use crate::page::state::State;
use crate::spelling::{Names, Sought};
use crate::vocabulary::{DIMENSIONS, Term, merge};

use super::drafting::Drafting;
use super::typed::{field, meant_by};

/// How many values are shown at first; a search finds the others.
const SHOWN: usize = 60;

/// The values of one dimension at a time.
#[component]
pub(super) fn DefinitionTerms() -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let [first, ..] = DIMENSIONS;
    let chosen = RwSignal::new(first);
    let search = RwSignal::new(String::new());
    let terms: RwSignal<Vec<Term>> = RwSignal::new(Vec::new());
    Effect::new(move || {
        let dimension = chosen.get();
        // Other data or another definition have other terms.
        state.report.track();
        leptos::task::spawn_local(async move {
            let found = client::ask(ask::Vocabulary(dimension.to_owned())).await;
            if chosen.try_get_untracked() == Some(dimension) {
                terms.set(found.unwrap_or_default());
            }
        });
    });
    let unknown = move || {
        let count = terms.with(|terms| terms.iter().filter(|term| !term.known).count());
        (count > 0).then(|| {
            fill(
                state.text().more().terms_unknown,
                &[("n", &locale::count(count))],
            )
        })
    };
    let choices = move || {
        let language = state.language.get();
        let option = |id: &'static str| {
            let name = dimension(id).map_or(id, |own| own.name(language));
            view! { <option value=id>{name}</option> }
        };
        DIMENSIONS.map(option).collect_view()
    };
    let rows = move || {
        let labels = state.labels()?;
        let language = state.language.get();
        let latest = drafting.latest(state)?;
        let of = chosen.get();
        let sought = Sought::of(&search.get());
        let names = |term: &Term| {
            let shown = labels.name(of, &term.value, language);
            Names::of([&*term.value, shown])
        };
        let rows = terms.with(|terms| {
            terms
                .iter()
                .filter(|term| sought.is_among(&names(term)))
                .take(SHOWN)
                .map(|term| row(of, term, &latest, &labels, language, (state, drafting)))
                .collect_view()
        });
        Some(rows)
    };
    let is_organization = move || chosen.get() == "organization";
    view! {
        <fieldset class="definition__terms">
            <legend>{move || state.text().more().terms}</legend>
            <p class="definition__choose">
                <label class="field">
                    <span>{move || state.text().filter_by}</span>
                    <select
                        id="census-terms-dimension"
                        on:change=move |event| {
                            let id = event_target_value(&event);
                            if let Some(id) = DIMENSIONS.into_iter().find(|own| *own == id) {
                                chosen.set(id);
                            }
                        }
                    >
                        {choices}
                    </select>
                </label>
                <label class="field">
                    <span>{move || state.text().more().term_value}</span>
                    <input
                        type="search"
                        id="census-terms-search"
                        on:input=move |event| search.set(event_target_value(&event))
                    />
                </label>
                <strong role="status">{unknown}</strong>
            </p>
            <Keys chosen />
            <div
                class="table-frame definition__table"
                role="region"
                tabindex="0"
                aria-label=move || state.text().more().terms
            >
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{move || state.text().more().term_value}</th>
                            <th scope="col" class="number">{move || state.text().more().term_models}</th>
                            <Show
                                when=is_organization
                                fallback=move || {
                                    view! { <th scope="col">{move || state.text().more().term_counts_as}</th> }
                                }
                            >
                                <th scope="col">{move || state.text().more().term_group}</th>
                                <th scope="col">{move || state.text().more().term_relation}</th>
                                <th scope="col">{move || state.text().more().term_home}</th>
                                <th scope="col">{move || state.text().more().term_categories}</th>
                            </Show>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </fieldset>
    }
}

/// What values can count as, for the fields to offer.
#[component]
fn Keys(chosen: RwSignal<&'static str>) -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let list =
        move |id: &'static str, keys: fn(&Definition, &str) -> Vec<Arc<str>>, of: &'static str| {
            let options = move || {
                let latest = drafting.latest(state)?;
                let labels = state.labels()?;
                let language = state.language.get();
                let dimension = if of.is_empty() { chosen.get() } else { of };
                let mut keys = keys(&latest, dimension);
                keys.sort_unstable();
                keys.dedup();
                let options: Vec<_> = keys
                    .into_iter()
                    .map(|key| {
                        let name = labels.name(dimension, &key, language).to_owned();
                        view! { <option value=key.to_string()>{name}</option> }
                    })
                    .collect();
                Some(options)
            };
            view! { <datalist id=id>{options}</datalist> }
        };
    view! {
        {list(KEYS, targets, "")}
        {list(HOMES, targets, "country")}
        {list(CATEGORIES, targets, "organization-category")}
    }
}

const KEYS: &str = "census-keys";
const HOMES: &str = "census-homes";
const CATEGORIES: &str = "census-categories";

fn targets(definition: &Definition, dimension: &str) -> Vec<Arc<str>> {
    let Some(of) = ValueDimension::from_id(dimension) else {
        let groups = definition.organizations.iter();
        let groups = groups.map(|(name, own)| own.group.as_ref().unwrap_or(name));
        return groups.cloned().collect();
    };
    let map = definition.values.of(of);
    map.values().cloned().collect()
}

fn row(
    of: &'static str,
    term: &Term,
    latest: &Definition,
    labels: &Labels,
    language: Language,
    handles: (State, Drafting),
) -> AnyView {
    let text = language.text();
    let (state, drafting) = handles;
    let value = term.value.clone();
    let models = match term.models {
        0 => text.more().term_absent.to_owned(),
        models => format!(
            "{} / {}",
            locale::count(term.counted),
            locale::count(models)
        ),
    };
    let suggested = term.suggestion.clone().map(|key| {
        let label = fill(
            text.more().term_accept,
            &[("value", labels.name(of, &key, language))],
        );
        let value = value.clone();
        let accept = move |_| {
            let (value, key) = (value.clone(), key.clone());
            drafting.change(state, |own| count_as(own, of, &value, &key));
        };
        view! { <button type="button" class="accept" on:click=accept>{label}</button> }
    });
    let cells = if of == "organization" {
        organization(&value, latest, text, handles)
    } else {
        let own = latest_key(latest, of, &value);
        let label = format!("{}: {value}", text.more().term_counts_as);
        let written = value.clone();
        let change = move |typed: String| {
            let key = match ValueDimension::from_id(of) {
                Some(of) => meant_by(state, drafting, of, &typed)?,
                None => typed.into(),
            };
            drafting.change(state, |own| count_as(own, of, &written, &key));
            Ok(())
        };
        view! { <td>{field(own, label, KEYS, change)}</td> }.into_any()
    };
    view! {
        <tr class:unknown=!term.known>
            <th scope="row">{value.clone()} {suggested}</th>
            <td class="number">{models}</td>
            {cells}
        </tr>
    }
    .into_any()
}

fn latest_key(latest: &Definition, of: &str, value: &str) -> String {
    let map = ValueDimension::from_id(of).map(|of| latest.values.of(of));
    let key = map.and_then(|map| map.get(value));
    key.map_or(value, |key| &**key).to_owned()
}

fn count_as(definition: &mut Definition, of: &str, value: &str, key: &str) {
    if of == "organization" {
        let like = known(definition, key);
        let own = definition.organizations.entry(value.into());
        let own = own.or_insert(like);
        own.group = (key != value).then(|| key.into());
        own.relation = Relation::Alias;
    } else {
        merge(definition, of, value, key);
    }
}

/// What is known of an organisation, or nothing.
fn known(definition: &Definition, name: &str) -> Organization {
    let known = definition.organizations.get(name).cloned();
    known.unwrap_or_else(Organization::unsaid)
}

type Word = fn(&Text) -> &'static str;

const RELATIONS: [(Relation, Word); 4] = [
    (Relation::Itself, |text| text.more().relation_self),
    (Relation::Unit, |text| text.more().relation_unit),
    (Relation::Alias, |text| text.more().relation_alias),
    (Relation::Affiliate, |text| text.more().relation_affiliate),
];

/// What there is to decide of an organisation.
fn organization(
    name: &str,
    latest: &Definition,
    text: &'static Text,
    (state, drafting): (State, Drafting),
) -> AnyView {
    let own = known(latest, name);
    let change = move |name: &str| {
        let name = name.to_owned();
        move |set: &dyn Fn(&mut Organization)| {
            drafting.change(state, |definition| {
                let known = known(definition, &name);
                let entry = definition.organizations.entry(name.as_str().into());
                set(entry.or_insert(known));
            });
        }
    };
    let label = |what: &str| format!("{what}: {name}");
    let group = {
        let change = change(name);
        let own_name = name.to_owned();
        move |value: String| {
            let none = value.is_empty() || value == own_name;
            change(&|own| own.group = (!none).then(|| value.as_str().into()));
            Ok(())
        }
    };
    let home = {
        let change = change(name);
        move |value: String| {
            match meant_by(state, drafting, ValueDimension::Country, &value) {
                _ if value.is_empty() => change(&|own| own.home = None),
                Ok(home) => change(&|own| own.home = Some(Arc::clone(&home))),
                Err(refused) => return Err(refused),
            }
            Ok(())
        }
    };
    let categories = {
        let change = change(name);
        move |value: String| {
            let all = value
                .split(',')
                .map(str::trim)
                .filter(|part| !part.is_empty());
            let of = ValueDimension::OrganizationCategory;
            let all = all.map(|typed| meant_by(state, drafting, of, typed));
            let all = all.collect::<Result<Vec<Arc<str>>, String>>()?;
            change(&|own| own.categories.clone_from(&all));
            Ok(())
        }
    };
    let relate = {
        let change = change(name);
        move |event: leptos::ev::Event| {
            let at = event_target_value(&event).parse::<usize>().ok();
            if let Some((relation, _)) = at.and_then(|at| RELATIONS.get(at)) {
                change(&|own| own.relation = *relation);
            }
        }
    };
    let relations = RELATIONS
        .iter()
        .enumerate()
        .map(|(at, (relation, words))| {
            view! {
                <option value=at.to_string() selected=*relation == own.relation>
                    {words(text)}
                </option>
            }
        })
        .collect_view();
    let shown_group = own.group.as_deref().unwrap_or(name).to_owned();
    view! {
        <td>{field(shown_group, label(text.more().term_group), KEYS, group)}</td>
        <td>
            <select aria-label=label(text.more().term_relation) on:change=relate>
                {relations}
            </select>
        </td>
        <td>
            {field(
                own.home.as_deref().unwrap_or_default().to_owned(),
                label(text.more().term_home),
                HOMES,
                home,
            )}
        </td>
        <td>{field(own.categories.join(", "), label(text.more().term_categories), CATEGORIES, categories)}</td>
    }
    .into_any()
}
