//! Keeps the reader's file and definition in this browser, if asked to.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::definition::Definition;
use crate::locale::fill;
use crate::page::state::{Kept, State};

#[wasm_bindgen(module = "/src/page/data/keep.js")]
extern "C" {
    #[wasm_bindgen(js_name = keep, catch)]
    async fn put(name: &str, file: JsValue, definition: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = kept, catch)]
    async fn get() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = forget, catch)]
    async fn remove() -> Result<JsValue, JsValue>;
}

/// What was kept at an earlier visit.
#[derive(Debug)]
pub(super) struct Earlier {
    pub name: String,
    /// The file; `None` where the data came with the page.
    pub file: Option<web_sys::Blob>,
    pub definition: Option<Arc<Definition>>,
}

/// Whether anything was kept at an earlier visit.
pub(in crate::page) async fn is_any() -> bool {
    get().await.is_ok_and(|kept| kept.is_object())
}

/// What was kept at an earlier visit, if anything.
pub(super) async fn earlier() -> Option<Earlier> {
    // Storage may be forbidden, as in a sandboxed frame: nothing is kept then.
    let kept = get().await.ok()?;
    let part = |key: &str| js_sys::Reflect::get(&kept, &key.into()).ok();
    let definition = part("definition")?.as_string()?;
    Some(Earlier {
        name: part("name")?.as_string()?,
        file: part("file").and_then(|file| file.dyn_into().ok()),
        definition: Definition::parse(&definition).ok().map(Arc::new),
    })
}

/// Asks whether to keep what is shown, says that it is kept, and forgets it.
#[component]
pub(in crate::page) fn KeepControl() -> impl IntoView {
    let state = expect_context::<State>();
    let failed = RwSignal::new(false);
    let own = move || {
        let own_file = state
            .shown
            .with(|shown| shown.as_ref().is_some_and(|shown| !shown.is_bundled()));
        own_file || state.has_own_definition()
    };
    let is_kept = move || state.kept.with(|kept| *kept == state.to_be_kept());
    let keep = move |_| {
        let Some((shown, definition)) = state.shown.get_untracked().zip(state.definition_json())
        else {
            return;
        };
        leptos::task::spawn_local(async move {
            let file = shown.own.map_or(JsValue::UNDEFINED, |own| own.file.into());
            let done = put(&shown.name, file, &definition).await.is_ok();
            failed.try_set(!done);
            if done {
                state.kept.set(state.to_be_kept());
            }
        });
    };
    let forget = move |_| {
        leptos::task::spawn_local(async move {
            if remove().await.is_ok() {
                state.kept.set(None);
            }
        });
    };
    view! {
        <div class="keep">
            <Show when=move || own() && !is_kept()>
                <span class="control__hint">{move || state.text().keep_asked}</span>
                <button type="button" id="census-keep" on:click=keep>
                    {move || state.text().keep}
                </button>
            </Show>
            <Show when=move || state.kept.with(Option::is_some)>
                <span class="control__hint">
                    {move || {
                        let kept: Option<Kept> = state.kept.get();
                        kept.map(|kept| fill(state.text().kept, &[("name", &kept.name)]))
                    }}
                </span>
                <button type="button" id="census-forget" on:click=forget>
                    {move || state.text().forget}
                </button>
            </Show>
            <span role="status">
                {move || failed.get().then(|| state.text().not_kept)}
            </span>
        </div>
    }
}
