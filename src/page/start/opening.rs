//! Shows what a first visit shows, which was computed when the page was built:
//! the code that computes is fetched when the reader acts.

use std::sync::Arc;

use gloo::timers::future::TimeoutFuture;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::engine::{Opening, View};
use crate::locale::Language;
use crate::page::address::{Address, BUNDLED, DEFINITION, LABELS, Link};
use crate::page::data::keep;
use crate::page::engine::client;
use crate::page::frame;
use crate::page::history::arrive_at_opening;
use crate::page::later::{Act, act, fetch_when_idle};
use crate::page::state::{ListOf, Next, Shared, Shown, State, speak_now};

#[wasm_bindgen(module = "/src/page/start/opening.js")]
extern "C" {
    #[wasm_bindgen(js_name = fetchOpening, catch)]
    async fn fetch() -> Result<JsValue, JsValue>;

    /// Fetches and publishes the JSON contract of it.
    #[wasm_bindgen(js_name = publishOpening)]
    fn publish();
}

/// Shows what a first visit shows, or what a link asks for or was kept.
/// In this language where the link names none.
pub(super) fn show(state: State, language: Language) {
    spawn_local(async move {
        // What the page begins with has taken its time already.
        TimeoutFuture::new(0).await;
        let said = Address::here();
        speak_now(state, said.dress().language.unwrap_or(language)).await;
        if let Some(link) = said.to_opening()
            && (frame::is_embedded() || !keep::is_any().await)
            && let Some(opening) = opening().await
        {
            return open(state, opening, link).await;
        }
        // Everything can be computed anew.
        act(state, Act::Begin);
    });
}

async fn opening() -> Option<Opening> {
    let bytes = fetch().await.ok()?;
    let bytes: &js_sys::Uint8Array = bytes.dyn_ref()?;
    let opening = Opening::from_bytes(&bytes.to_vec());
    // Reading it took its time.
    TimeoutFuture::new(0).await;
    opening
}

/// Takes what a first visit is shown by; what it shows is left to be shown.
pub(super) fn take(state: State, opening: Opening) -> Next {
    let [first, ..] = BUNDLED;
    let definition = Shared(Arc::new(opening.definition));
    state.begin(definition.clone(), opening.labels);
    let list = Some(ListOf::Bundled(first));
    state.asked.begin(list, definition.clone());
    state.said.hush();
    Next {
        file: Some(Shown {
            name: first.to_owned(),
            own: None,
        }),
        definition,
        view: View::default(),
        findings: opening.findings,
    }
}

async fn open(state: State, opening: Opening, link: Link) {
    let [first, ..] = BUNDLED;
    let next = take(state, opening);
    client::connect_later(DEFINITION, LABELS, &format!("data/{first}"));
    // The page's parts take theirs.
    TimeoutFuture::new(0).await;
    state.show(next);
    arrive_at_opening(state, link);
    // What is seen comes first.
    TimeoutFuture::new(0).await;
    publish();
    if !frame::is_embedded() {
        fetch_when_idle(state);
    }
}
