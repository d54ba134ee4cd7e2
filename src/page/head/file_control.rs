//! The choice of the data: a snapshot that comes with the page, or a file of
//! the reader's own.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::page::address::{BUNDLED, snapshot_label};
use crate::page::later::{Act, Fetched, Part, act};
use crate::page::state::{State, keep_at};

/// The list of snapshots, the button for a file, and what there is to say of
/// one.
#[component]
pub(super) fn FileControl() -> impl IntoView {
    let state = expect_context::<State>();
    let pick = move |event: leptos::ev::Event| {
        let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
        else {
            return;
        };
        if let Some(files) = input.files().filter(|files| files.length() > 0) {
            act(state, Act::Open(js_sys::Array::from(&files)));
        }
        // So that the same file, edited meanwhile, can be picked again.
        input.set_value("");
    };
    let shown = move || {
        let bundled = state
            .shown
            .with(|shown| Some(shown.as_ref()?.is_bundled()))?;
        state.report.with(|report| {
            let name = report.as_ref()?.findings.source.name.clone();
            Some((name, bundled))
        })
    };
    // What there is to say of a file or definition of the reader's own.
    let own = Signal::derive(move || {
        shown().is_some_and(|(_, bundled)| !bundled)
            || state.kept.with(Option::is_some)
            || state.has_own_definition()
            // One that was refused may only need its columns named.
            || (state.asked.can_retry.get() && state.asked.failed().is_some())
    });
    let list = NodeRef::new();
    keep_at(state, list, move || shown().map(|(name, _)| name));
    let choose = move |event: leptos::ev::Event| {
        let name = event_target_value(&event);
        if let Some(name) = BUNDLED.into_iter().find(|bundled| *bundled == name) {
            act(state, Act::ShowBundled(name));
        }
    };
    view! {
        <div class="control control--data">
            <label class="control__label" for="census-snapshot">
                {move || state.text().snapshot}
            </label>
            <select
                id="census-snapshot"
                node_ref=list
                on:change=choose
            >
                {move || {
                    let own = shown().filter(|(_, bundled)| !bundled);
                    own.map(|(name, _)| {
                        view! { <option value=name.clone() selected>{name.clone()}</option> }
                    })
                }}
                {BUNDLED
                    .map(|name| {
                        let label = move || snapshot_label(name, state.text());
                        let selected = move || shown().is_some_and(|(shown, _)| shown == name);
                        view! { <option value=name selected=selected>{label}</option> }
                    })}
            </select>
            <span class="file-button">
                <input
                    type="file"
                    id="census-file"
                    multiple
                    accept=".csv,.tsv,.txt,.zip,.gz,.xlsx,text/csv"
                    on:click=move |_| act(state, Act::ExpectFile)
                    on:change=pick
                    aria-describedby="census-file-hint"
                />
                <label for="census-file">{move || state.text().choose_file}</label>
            </span>
            <span class="control__hint" id="census-file-hint">
                {move || state.text().drop_hint}
                ". "
                {move || state.text().stays_here}
            </span>
            <Fetched part=Part::FileControls wanted=own />
        </div>
    }
}
