//! Which edition the computed figures are held against.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::dataset::tidy;
use crate::locale::Language;
use crate::page::address::EDITIONS;
use crate::page::browser::{fetch, text};
use crate::page::state::State;
use crate::verification::{Published, Unreadable};

/// The published figures of an edition, as JSON.
pub(in crate::page) async fn edition(id: &str) -> Option<String> {
    text(fetch(&format!("published/{id}.json"))).await.ok()
}

/// What a reader brought: its name and its figures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Brought {
    name: String,
    pub json: String,
}

/// What was refused, and why.
pub(super) type Refused = RwSignal<Option<(String, Unreadable)>>;

/// Which edition: one that comes with the page, or a file.
#[component]
pub(super) fn Edition(
    chosen: RwSignal<usize>,
    brought: RwSignal<Option<Brought>>,
    refused: Refused,
) -> impl IntoView {
    let state = expect_context::<State>();
    let choose = move |event: leptos::ev::Event| {
        chosen.set(event_target_value(&event).parse().unwrap_or(0));
    };
    let load = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        input.set_value("");
        leptos::task::spawn_local(async move {
            match figures(&file).await {
                Ok(own) => {
                    refused.set(None);
                    brought.set(Some(own));
                    chosen.set(EDITIONS.len());
                }
                Err(why) => refused.set(why),
            }
        });
    };
    view! {
        <p class="tools">
            <label class="field">
                <span>{move || state.text().more().edition}</span>
                <select
                    id="census-edition"
                    on:change=choose
                    prop:value=move || chosen.get().to_string()
                >
                    {move || options(brought.get(), state.language.get())}
                </select>
            </label>
            <span class="file-button">
                <input type="file" id="census-published-file" accept=".json,application/json" on:change=load />
                <label for="census-published-file">{move || state.text().more().edition_load}</label>
            </span>
        </p>
    }
}

/// The figures of a file, or why there are none; nothing where the browser does
/// not read it.
async fn figures(file: &web_sys::File) -> Result<Brought, Option<(String, Unreadable)>> {
    let Ok(text) = JsFuture::from(file.text()).await else {
        return Err(None);
    };
    let json = text.as_string().unwrap_or_default();
    let name = tidy(&file.name()).into_owned();
    match Published::parse(&json) {
        Ok(_) => Ok(Brought { name, json }),
        Err(reason) => Err(Some((name, reason))),
    }
}

fn options(brought: Option<Brought>, language: Language) -> AnyView {
    let names = EDITIONS.map(|own| (own.name)(language.text()));
    let brought = brought.map(|own| own.name);
    let names = names.into_iter().map(str::to_owned).chain(brought);
    names
        .enumerate()
        .map(|(at, name)| view! { <option value=at.to_string()>{name}</option> })
        .collect_view()
        .into_any()
}
