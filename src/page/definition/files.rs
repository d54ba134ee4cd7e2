//! Definitions as files and from the page; undo, redo, reset.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::dataset::tidy;
use crate::definition::{Data, Definition, DefinitionError};
use crate::locale::{Language, definition_error, fill};
use crate::page::address::BUILT_IN;
use crate::page::browser::save_as;
use crate::page::data::definitions;
use crate::page::state::{State, keep_at};

use super::drafting::Drafting;

/// What was refused, and why.
type Refused = RwSignal<Option<(String, DefinitionError)>>;

/// Choose, load, save; title, author and notes; undo, redo, reset.
#[component]
pub(super) fn DefinitionFiles() -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let refused: Refused = RwSignal::new(None);
    view! {
        <div class="definition__files">
            <BuiltIn refused />
            <span class="file-button">
                <input
                    type="file"
                    id="census-definition-file"
                    accept=".json,application/json"
                    on:change=move |event| {
                        leptos::task::spawn_local(load(state, drafting, refused, event_target(&event)));
                    }
                />
                <label for="census-definition-file">{move || state.text().more().load_definition}</label>
            </span>
            <button
                type="button"
                id="census-save-definition"
                on:click=move |_| {
                    save(state, drafting);
                }
            >
                {move || state.text().more().save_definition}
            </button>
            <Steps />
        </div>
        <p class="definition__refused" role="alert">
            {move || {
                let (name, error) = refused.get()?;
                let reason = definition_error(&error, state.language.get());
                let values = [("name", &*name), ("reason", &*reason)];
                Some(fill(state.text().more().definition_refused, &values))
            }}
        </p>
        <div class="definition__fields">
            <Named
                id="census-definition-title"
                label=|state| state.text().more().definition_title
                get=|own, language| own.title.get(language).to_owned()
                set=|own, language, value| *own.title.get_mut(language) = value
            />
            <Named
                id="census-definition-author"
                label=|state| state.text().more().definition_author
                get=|own, _| own.author.clone()
                set=|own, _, value| own.author = value
            />
            <Named
                id="census-definition-date"
                label=|state| state.text().more().definition_date
                get=|own, _| own.date.clone()
                set=|own, _, value| own.date = value
            />
            <Named
                id="census-definition-notes"
                label=|state| state.text().more().definition_notes
                get=|own, language| own.notes.get(language).to_owned()
                set=|own, language, value| *own.notes.get_mut(language) = value
            />
        </div>
    }
}

/// The definitions that come with the page.
#[component]
fn BuiltIn(refused: Refused) -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    for id in BUILT_IN {
        leptos::task::spawn_local(async move {
            // One that cannot be fetched is not offered.
            let _ = definitions::built_in(state, id).await;
        });
    }
    let chosen = NodeRef::new();
    keep_at(state, chosen, move || {
        // What is offered may come later.
        state.built_in.track();
        state.definition().map(|own| own.id.clone())
    });
    let choose = move |event: leptos::ev::Event| {
        refused.set(None);
        drafting.choose(state, event_target_value(&event));
    };
    let options = move || {
        let language = state.language.get();
        let options: Vec<_> = state
            .built_in
            .get()
            .into_iter()
            .map(|own| {
                let name = own.title.get(language).to_owned();
                view! { <option value=own.id.clone()>{name}</option> }
            })
            .collect();
        options
    };
    view! {
        <label class="field">
            <span>{move || state.text().definition}</span>
            <select id="census-definition" node_ref=chosen on:change=choose>
                {options}
            </select>
        </label>
    }
}

/// Undo, redo, reset.
#[component]
fn Steps() -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    view! {
        <button
            type="button"
            id="census-undo"
            disabled=move || !drafting.can_undo()
            on:click=move |_| drafting.undo(state)
        >
            {move || state.text().more().undo}
        </button>
        <button
            type="button"
            id="census-redo"
            disabled=move || !drafting.can_redo()
            on:click=move |_| drafting.redo(state)
        >
            {move || state.text().more().redo}
        </button>
        <button
            type="button"
            id="census-reset"
            on:click=move |_| {
                let [first, _] = BUILT_IN;
                drafting.choose(state, first.to_owned());
            }
        >
            {move || state.text().more().reset}
        </button>
    }
}

/// What a definition is called and said to be, in the language of the page.
#[component]
fn Named(
    id: &'static str,
    label: fn(State) -> &'static str,
    get: fn(&Definition, Language) -> String,
    set: fn(&mut Definition, Language, String),
) -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    view! {
        <label class="field">
            <span>{move || label(state)}</span>
            <input
                type="text"
                id=id
                prop:value=move || {
                    let language = state.language.get();
                    drafting.latest(state).map(|own| get(&own, language)).unwrap_or_default()
                }
                on:change=move |event| {
                    let value = event_target_value(&event);
                    let language = state.language.get_untracked();
                    drafting.change(state, |own| set(own, language, value));
                }
            />
        </label>
    }
}

/// Takes the definition of a file as a draft.
async fn load(
    state: State,
    drafting: Drafting,
    refused: Refused,
    input: web_sys::HtmlInputElement,
) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    input.set_value("");
    let Ok(text) = JsFuture::from(file.text()).await else {
        return;
    };
    let text = text.as_string().unwrap_or_default();
    match definitions::parse(state, &text).await {
        Ok(definition) => {
            refused.set(None);
            drafting.draft_as(state, definition);
        }
        Err(error) => refused.set(Some((tidy(&file.name()).into_owned(), error))),
    }
}

/// Saves the latest draft, with the data that it was made for; `None` where
/// there are none yet.
fn save(state: State, drafting: Drafting) -> Option<()> {
    let latest = untrack(|| drafting.latest(state))?;
    let report = state.report.get_untracked()?;
    let mut definition = Definition::clone(&latest);
    let source = &report.findings.source;
    definition.data = source.sha256.as_ref().map(|sha256| Data {
        name: source.name.clone(),
        sha256: sha256.clone(),
        records: source.records,
    });
    let name = format!("model-census-definition-{}.json", definition.id);
    save_as(&definition.to_json(), "application/json", &name);
    Some(())
}
