//! The section of a list of models: the focus country's, the largest, and all
//! of known training compute.

use leptos::prelude::*;

use crate::chart::{self, ColourBy};
use crate::export::missing_columns;
use crate::list::{Entry, ListId};
use crate::locale::{self, Language, fill};
use crate::report::Report;

use super::chart_view::ChartView;
use super::number::model_button;
use super::section::{number, source};
use super::state::{Opened, Shared, State};

/// How many models of a list are shown at first.
fn shown_at_first(list: ListId) -> usize {
    match list {
        ListId::TrainingCompute => 15,
        ListId::FocusCountry | ListId::TopModels => 50,
    }
}

/// A list's section.
#[component]
pub(super) fn ListSection(list: ListId) -> impl IntoView {
    let state = expect_context::<State>();
    let shown = state.in_turn();
    let heading = format!("{}-title", list.id());
    let title = move || {
        let report = shown.get();
        report.map(|report| report.list_title(list, state.language.get()))
    };
    let drawing = Memo::new(move |_| {
        let report = shown.get()?;
        report.list(list).filter(|models| models.count > 0)?;
        let drawing = chart::list(&report, list, state.colour_by.get(), state.look());
        Some(Shared(std::sync::Arc::new(drawing)))
    });
    let reason = move || {
        let report = shown.get()?;
        let missing = list.missing(&report.findings.columns)?;
        Some(missing_columns(missing, state.language.get()))
    };
    let all = RwSignal::new(false);
    // A mark's name goes on with developers and date where there is room.
    let marked: RwSignal<Option<String>> = RwSignal::new(None);
    let on_mark = Callback::new(move |(name, _): (String, String)| {
        let model = name.lines().next().unwrap_or_default();
        let report = shown.get_untracked();
        let entry = report.and_then(|report| {
            let entries = &report.list(list)?.entries;
            let entry = entries.iter().find(|entry| *entry.name == *model)?;
            Some(entry.place.record)
        });
        if let Some(record) = entry {
            state.open(Opened::Model(record));
        }
        marked.set(Some(model.to_owned()));
        all.set(true);
    });
    view! {
        <section class="section section--list" id=list.id() aria-labelledby=heading.clone()>
            <h2 class="section__title" id=heading.clone()>
                <span class="section__number">
                    {move || number(list.form(), state.text())}
                </span>
                " "
                {title}
            </h2>
            {move || reason().map(|reason| view! { <p class="section__missing">{reason}</p> })}
            {(list == ListId::TrainingCompute).then(|| view! { <ColourSwitch /> })}
            <div class="section__body section__body--stacked">
                <ChartView drawing id=list.id() on_mark />
                {move || {
                    let report = shown.get()?;
                    report.list(list)?;
                    let most = if all.get() {
                        usize::MAX
                    } else {
                        shown_at_first(list)
                    };
                    Some(list_table(&report, list, most, marked, state.language.get()))
                }}
                {move || {
                    let report = shown.get()?;
                    let count = report.list(list)?.entries.len();
                    let more = count > shown_at_first(list) && !all.get();
                    let label = fill(state.text().show_all, &[("n", &locale::count(count))]);
                    more.then(|| {
                        view! {
                            <button class="more" type="button" on:click=move |_| all.set(true)>
                                {label}
                            </button>
                        }
                    })
                }}
            </div>
            <ul class="section__notes">
                {move || {
                    let report = shown.get()?;
                    note(&report, list, state.language.get()).map(|note| view! { <li>{note}</li> })
                }}
                {move || view! { <li>{source(state)}</li> }}
            </ul>
        </section>
    }
}

/// What the colours of the training compute chart mean.
#[component]
fn ColourSwitch() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <div class="switch" role="group" aria-label=move || state.text().colour_by>
            <span>{move || state.text().colour_by}</span>
            {[ColourBy::Country, ColourBy::Domain]
                .map(|colour_by| {
                    let label = move || match colour_by {
                        ColourBy::Country => state.text().country,
                        ColourBy::Domain => state.text().domain,
                    };
                    view! {
                        <button
                            type="button"
                            aria-pressed=move || (state.colour_by.get() == colour_by).to_string()
                            on:click=move |_| state.colour_by.set(colour_by)
                        >
                            {label}
                        </button>
                    }
                })}
        </div>
    }
}

fn note(report: &Report, list: ListId, language: Language) -> Option<String> {
    let text = language.text();
    let models = report.list(list)?;
    let count = locale::count(models.count);
    let note = match list {
        ListId::FocusCountry => return None,
        ListId::TopModels => fill(text.top_note, &[("n", &count)]),
        ListId::TrainingCompute => {
            let threshold = locale::significant(report.definition.compute.threshold_flop);
            let values = [("threshold", &*threshold), ("n", &*count)];
            fill(text.compute_note, &values)
        }
    };
    Some(format!("{}: {note}", text.note))
}

fn list_table(
    report: &Report,
    list: ListId,
    most: usize,
    marked: RwSignal<Option<String>>,
    language: Language,
) -> AnyView {
    let text = language.text();
    let models = report.list(list);
    let mut entries: Vec<&Entry> = models.iter().flat_map(|models| &models.entries).collect();
    if list == ListId::TrainingCompute {
        // Newest first: what a reader looks for stands on top.
        entries.reverse();
    }
    entries.truncate(most);
    let attributes = attributes(list, language);
    let caption = report.list_title(list, language);
    let frame = fill(text.region_hint, &[("title", &caption)]);
    let body = if entries.is_empty() {
        view! {
            <p class="section__missing">{text.empty}</p>
        }
        .into_any()
    } else if list == ListId::TopModels {
        turned(report, &entries, &attributes, language)
    } else {
        upright(report, &entries, &attributes, marked, language)
    };
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=frame>
            {body}
        </div>
    }
    .into_any()
}

/// One line for each model.
fn upright(
    report: &Report,
    entries: &[&Entry],
    attributes: &[Attribute],
    marked: RwSignal<Option<String>>,
    language: Language,
) -> AnyView {
    let head = attributes
        .iter()
        .map(|attribute| {
            view! { <th scope="col" class=attribute.class>{attribute.heading}</th> }
        })
        .collect_view();
    let rows = entries
        .iter()
        .map(|entry| {
            let cells = attributes
                .iter()
                .map(|attribute| {
                    let value = (attribute.value)(report, entry, language);
                    let value = if attribute.is_name {
                        model_button(value, entry.place.record)
                    } else {
                        value.into_any()
                    };
                    view! { <td class=attribute.class>{value}</td> }
                })
                .collect_view();
            let name = entry.name.to_string();
            let is_marked = move || marked.with(|marked| marked.as_ref() == Some(&name));
            view! { <tr class:marked=is_marked>{cells}</tr> }
        })
        .collect_view();
    view! {
        <table class="models">
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// One column for each model, as in the report's attribute table.
fn turned(
    report: &Report,
    entries: &[&Entry],
    attributes: &[Attribute],
    language: Language,
) -> AnyView {
    let Some((name, others)) = attributes.split_first() else {
        return ().into_any();
    };
    let head = entries
        .iter()
        .map(|entry| {
            let value = (name.value)(report, entry, language);
            view! { <th scope="col">{model_button(value, entry.place.record)}</th> }
        })
        .collect_view();
    let rows = others
        .iter()
        .map(|attribute| {
            let cells = entries
                .iter()
                .map(|entry| view! { <td>{(attribute.value)(report, entry, language)}</td> })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{attribute.heading}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="models models--turned">
            <thead>
                <tr>
                    <th scope="col">{name.heading}</th>
                    {head}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

struct Attribute {
    heading: &'static str,
    /// How its cells are set, as a class of style/table.css.
    class: &'static str,
    value: fn(&Report, &Entry, Language) -> String,
    /// Whether it names the model, which opens then.
    is_name: bool,
}

fn attributes(list: ListId, language: Language) -> Vec<Attribute> {
    let text = language.text();
    let words = |heading, value| Attribute {
        heading,
        class: "words",
        value,
        is_name: false,
    };
    let name = Attribute {
        is_name: true,
        ..words(text.model, model)
    };
    let number = |heading, value| Attribute {
        heading,
        class: "number",
        value,
        is_name: false,
    };
    let date = Attribute {
        heading: text.publication_date,
        class: "date",
        value: published,
        is_name: false,
    };
    let compute = number(text.training_compute, |_, entry, _| {
        let flop = entry.training_compute_flop;
        flop.map(locale::flop).unwrap_or_default()
    });
    match list {
        ListId::FocusCountry => vec![
            words(text.released, |_, entry, _| {
                let year = entry.published.map(|date| date.year.to_string());
                year.unwrap_or_default()
            }),
            name,
            words(text.developer, developers),
            words(text.domain, domains),
            words(text.is_multimodal, |_, entry, language| {
                let mark = entry.multimodal.then(|| language.text().multimodal_mark);
                mark.unwrap_or_default().to_owned()
            }),
            date,
        ],
        ListId::TopModels => vec![
            name,
            words(text.domain, domains),
            words(text.task, tasks),
            words(text.parameters, |_, entry, _| {
                let parameters = entry.parameters;
                parameters.map(locale::significant).unwrap_or_default()
            }),
            compute,
            words(text.dataset_size, |_, entry, _| {
                let size = entry.dataset_size_datapoints;
                size.map(locale::significant).unwrap_or_default()
            }),
            words(text.hardware, |_, entry, _| entry.hardware.join(", ")),
            words(text.country, countries),
            words(text.developer, developers),
            date,
        ],
        ListId::TrainingCompute => vec![
            date,
            name,
            words(text.developer, developers),
            words(text.country, countries),
            words(text.domain, domains),
            compute,
        ],
    }
}

fn model(_: &Report, entry: &Entry, _: Language) -> String {
    entry.name.to_string()
}

fn published(_: &Report, entry: &Entry, _: Language) -> String {
    entry.published.map(locale::date).unwrap_or_default()
}

fn developers(report: &Report, entry: &Entry, language: Language) -> String {
    let names = entry.organizations.iter().map(|name| &**name);
    join(report, "organization", names, language)
}

fn domains(report: &Report, entry: &Entry, language: Language) -> String {
    let keys = entry.domains.iter().map(|key| &**key);
    join(report, "domain", keys, language)
}

fn tasks(report: &Report, entry: &Entry, language: Language) -> String {
    let keys = entry.tasks.iter().map(|key| &**key);
    join(report, "task", keys, language)
}

fn countries(report: &Report, entry: &Entry, language: Language) -> String {
    let keys = entry.countries.iter().map(|key| &**key);
    join(report, "country", keys, language)
}

fn join<'a>(
    report: &Report,
    dimension: &str,
    keys: impl Iterator<Item = &'a str>,
    language: Language,
) -> String {
    let names: Vec<&str> = keys
        .map(|key| report.labels.name(dimension, key, language))
        .collect();
    names.join(", ")
}
