//! The section of a list of models: the focus country's, the largest, and all
//! of known training compute.

use gloo::events::EventListener;
use leptos::prelude::*;

use crate::chart::{self, ColourBy, MarkKey};
use crate::document::{Kind, list_note};
use crate::list::{Entry, ListId};
use crate::locale::{self, Attribute, Language, attributes, fill, missing_columns};
use crate::page::address::Opened;
use crate::page::chart::ChartView;
use crate::page::numbers::model_button;
use crate::page::state::{Shared, State};
use crate::report::Report;

use super::section_frame::SectionFrame;

/// How many models of a list are shown at first.
fn shown_at_first(list: ListId) -> usize {
    match list {
        ListId::TrainingCompute => 15,
        ListId::FocusCountry | ListId::TopModels => 50,
    }
}

/// A list's section.
#[component]
pub(in crate::page) fn ListSection(list: ListId) -> impl IntoView {
    let state = expect_context::<State>();
    let shown = state.in_turn();
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
    let paper = Callback::new(move |()| {
        let report = shown.get_untracked()?;
        report.list(list).filter(|models| models.count > 0)?;
        let colour_by = state.colour_by.get_untracked();
        Some(chart::list(&report, list, colour_by, state.paper_look()))
    });
    let missing = move || {
        let report = shown.get()?;
        let missing = report.missing_list(list)?;
        Some(missing_columns(missing, state.language.get()))
    };
    let all = RwSignal::new(false);
    // Paper has no button to press.
    let printed = EventListener::once(&window(), "beforeprint", move |_| {
        all.try_set(true);
    });
    printed.forget();
    // The record of the model whose mark was clicked last.
    let marked: RwSignal<Option<u32>> = RwSignal::new(None);
    let on_mark = Callback::new(move |mark: MarkKey| {
        let report = shown.get_untracked();
        let record = report.and_then(|report| {
            let entries = report.list(list)?.entries.iter();
            let mut records = entries.map(|entry| entry.place.record);
            records.find(|record| record.to_string() == mark.row)
        });
        if let Some(record) = record {
            state.open(Opened::Model(record.into()));
        }
        marked.set(record);
        all.set(true);
    });
    let table = move || {
        let report = shown.get()?;
        report.list(list)?;
        let most = if all.get() {
            usize::MAX
        } else {
            shown_at_first(list)
        };
        Some(list_table(
            &report,
            list,
            most,
            marked,
            state.language.get(),
        ))
    };
    let more = move || {
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
    };
    let notes = move || {
        let report = shown.get()?;
        list_note(&report, list, state.language.get()).map(|note| view! { <li>{note}</li> })
    };
    let colours = move || (list == ListId::TrainingCompute).then(|| view! { <ColourSwitch /> });
    view! {
        <SectionFrame
            id=list.id()
            class="section section--list"
            form=list.form()
            shown
            title=Signal::derive(title)
            missing=Signal::derive(missing)
            switch=colours
            notes
        >
            <div class="section__body section__body--stacked">
                <ChartView drawing id=list.id() paper on_mark />
                {table}
                {more}
            </div>
        </SectionFrame>
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

fn list_table(
    report: &Report,
    list: ListId,
    most: usize,
    marked: RwSignal<Option<u32>>,
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
    marked: RwSignal<Option<u32>>,
    language: Language,
) -> AnyView {
    let head = attributes
        .iter()
        .map(|attribute| {
            view! { <th scope="col" class=class(attribute, language)>{attribute.heading}</th> }
        })
        .collect_view();
    let rows = entries
        .iter()
        .map(|entry| {
            let cells = attributes
                .iter()
                .map(|attribute| {
                    let value = (attribute.text)(report, entry, language);
                    let value = if attribute.kind == Kind::Label {
                        model_button(value, entry.place.record.into())
                    } else {
                        value.into_any()
                    };
                    view! { <td class=class(attribute, language)>{value}</td> }
                })
                .collect_view();
            let record = entry.place.record;
            let is_marked = move || marked.get() == Some(record);
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
            let value = (name.text)(report, entry, language);
            view! { <th scope="col">{model_button(value, entry.place.record.into())}</th> }
        })
        .collect_view();
    let rows = others
        .iter()
        .map(|attribute| {
            let cells = entries
                .iter()
                .map(|entry| view! { <td>{(attribute.text)(report, entry, language)}</td> })
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

/// How cells are set, as a class of src/page/report/table.css.
fn class(attribute: &Attribute, language: Language) -> &'static str {
    match attribute.kind {
        Kind::Number => "number",
        _ if attribute.heading == language.text().publication_date => "date",
        _ => "words",
    }
}
