//! Keeps the reader's file and definition in this browser, if asked to.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::definition::{Bilingual, Definition};
use crate::locale::{definition_error, fill};
use crate::page::state::{Kept, Notice, State};

#[wasm_bindgen(module = "/src/page/data/keep.js")]
extern "C" {
    #[wasm_bindgen(js_name = keep, catch)]
    async fn put(name: &str, file: JsValue, definition: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = kept, catch)]
    async fn get() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = forget, catch)]
    async fn remove() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = forgetCarried, catch)]
    async fn remove_carried() -> Result<JsValue, JsValue>;
}

/// What was kept at an earlier visit.
#[derive(Debug)]
pub(super) struct Earlier {
    pub name: String,
    /// The file; `None` where the data came with the page.
    pub file: Option<web_sys::Blob>,
    pub definition: Option<Arc<Definition>>,
    /// What of it is there no more.
    pub lacks: Option<Notice>,
    /// Whether it is not kept, but came over from an older version of the page.
    pub is_carried: bool,
}

impl Earlier {
    /// What it is known by; `None` where the browser has it no more.
    pub fn kept(&self, state: State) -> Option<Kept> {
        if self.is_carried || matches!(self.lacks, Some(Notice::KeptLost { .. })) {
            return None;
        }
        // Whose definition cannot be read is like none that is shown.
        let definition = self.definition.as_ref().map(|own| state.kept_as(own));
        Some(Kept {
            name: self.name.clone(),
            definition: definition.unwrap_or_default(),
        })
    }
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
    let name = part("name")?.as_string()?;
    let is_lost = part("isLost").is_some_and(|is_lost| is_lost.is_truthy());
    let lost = is_lost.then(|| Notice::KeptLost { name: name.clone() });
    let is_carried = part("isCarried").is_some_and(|is_carried| is_carried.is_truthy());
    if is_carried {
        // Once; where that fails it comes again.
        let _ = remove_carried().await;
        return Some(Earlier {
            name,
            file: part("file").and_then(|file| file.dyn_into().ok()),
            definition: None,
            lacks: lost,
            is_carried,
        });
    }
    // What was kept without any is as unreadable as a newer version's.
    let json = part("definition").and_then(|json| json.as_string());
    let (definition, unread) = match Definition::parse(&json.unwrap_or_default()) {
        Ok(definition) => (Some(Arc::new(definition)), None),
        Err(error) => {
            let reason = Bilingual::of(|language| definition_error(&error, language));
            (None, Some(Notice::KeptUnread { reason }))
        }
    };
    Some(Earlier {
        name,
        file: part("file").and_then(|file| file.dyn_into().ok()),
        definition,
        lacks: lost.or(unread),
        is_carried,
    })
}

/// Why a file is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
enum NotKept {
    /// It was moved or changed since it was read; in the browser's words.
    File(String),
    /// The browser refuses.
    Refused,
}

/// Asks whether to keep what is shown, says that it is kept, and forgets it.
#[component]
pub(in crate::page) fn KeepControl() -> impl IntoView {
    let state = expect_context::<State>();
    let failed: RwSignal<Option<NotKept>> = RwSignal::new(None);
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
            let done = put(&shown.name, file, &definition).await;
            if done.is_ok() {
                state.kept.set(untrack(|| state.to_be_kept()));
            }
            failed.try_set(done.err().map(|error| match error.as_string() {
                Some(reason) => NotKept::File(reason),
                None => NotKept::Refused,
            }));
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
                {move || {
                    let text = state.text();
                    failed.get().map(|why| match why {
                        NotKept::File(reason) => {
                            fill(text.not_handed_out, &[("reason", &reason)])
                        }
                        NotKept::Refused => text.not_kept.to_owned(),
                    })
                }}
            </span>
        </div>
    }
}
