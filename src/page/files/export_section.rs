//! Files of what is shown.

use leptos::prelude::*;

use crate::document::Annex;
use crate::export::{FORMATS, Format, Group};
use crate::locale::fill;
use crate::page::beyond::annexes;
use crate::page::browser::{near, said, save_bytes};
use crate::page::state::State;

use super::making::made;

/// What goes on with a file.
#[derive(Clone, Debug)]
enum Saving {
    Making(&'static Format),
    Made(&'static Format),
    Failed(&'static Format, String),
}

/// The buttons, and what became of the last.
#[component]
pub(in crate::page) fn ExportSection() -> impl IntoView {
    let state = expect_context::<State>();
    let progress: RwSignal<Option<Saving>> = RwSignal::new(None);
    let wanted: RwSignal<Vec<Annex>> = RwSignal::new(Vec::new());
    let make = move |format: &'static Format| {
        let busy = matches!(progress.get_untracked(), Some(Saving::Making(_)));
        let Some(report) = state.report.get_untracked().filter(|_| !busy) else {
            return;
        };
        let language = state.language.get_untracked();
        progress.set(Some(Saving::Making(format)));
        leptos::task::spawn_local(async move {
            let Some(annexes) = annexes(state, &wanted.get_untracked()).await else {
                let reason = language.text().more().data_not_fetched.to_owned();
                return progress.set(Some(Saving::Failed(format, reason)));
            };
            progress.set(Some(
                match made(format, report.0, annexes, language).await {
                    Ok(file) => {
                        save_bytes(&file.bytes, file.media, &file.name);
                        Saving::Made(format)
                    }
                    Err(error) => Saving::Failed(format, said(&error)),
                },
            ));
        });
    };
    let button = move |format: &'static Format| {
        view! {
            <button
                type="button"
                id=format!("census-export-{}", format.id)
                on:click=move |_| make(format)
            >
                {move || format.name(&state.text().more().files)}
            </button>
        }
    };
    let offered = move |group: Group| {
        let offered = FORMATS.iter().filter(move |format| format.group == group);
        offered.map(button).collect_view()
    };
    let said = move || {
        let text = state.text();
        let name = |format: &'static Format| format.name(&text.more().files);
        Some(match progress.get()? {
            Saving::Making(format) => fill(text.more().files.making, &[("name", name(format))]),
            Saving::Made(format) => fill(text.more().files.made, &[("name", name(format))]),
            Saving::Failed(format, reason) => {
                let values = [("name", name(format)), ("reason", &*reason)];
                fill(text.more().files.failed, &values)
            }
        })
    };
    let annex = move |annex: Annex| {
        let choose = move |event: leptos::ev::Event| {
            let is_wanted = event_target_checked(&event);
            wanted.update(|own| {
                own.retain(|other| *other != annex);
                own.extend(is_wanted.then_some(annex));
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" id=format!("census-annex-{}", annex.id()) on:change=choose />
                <span>{move || annex.title(state.language.get())}</span>
            </label>
        }
    };
    let print = move |_| leptos::task::spawn_local(near::print());
    view! {
        <section class="section exports" id="export" aria-labelledby="export-title">
            <h2 class="section__title" id="export-title">
                {move || state.text().export_title}
            </h2>
            <p>{move || state.text().more().files.lead}</p>
            <fieldset class="tools exports__annexes">
                <legend>{move || state.text().more().files.annexes}</legend>
                {Annex::ALL.map(annex)}
            </fieldset>
            <h3>{move || state.text().more().files.reports}</h3>
            <p class="exports__buttons">
                {offered(Group::Report)}
                <button type="button" id="census-print" on:click=print>
                    {move || state.text().more().files.print}
                </button>
            </p>
            <h3>{move || state.text().more().files.numbers}</h3>
            <p class="exports__buttons">{offered(Group::Numbers)}</p>
            <p class="exports__said" role="status">{said}</p>
        </section>
    }
}
