//! Shows what a first visit shows, which was computed when the page was built:
//! the code that computes is fetched when the reader acts.

use std::sync::Arc;

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::engine::Opening;

use super::client;
use super::contract::announce;
use super::link::{self, Link};
use super::loading::{BUNDLED, DEFINITION, LABELS};
use super::rest::{self, Act};
use super::state::{Basis, Shared, Shown, State};
use super::{embed, keep};

#[wasm_bindgen(module = "/src/page/opening.js")]
extern "C" {
    #[wasm_bindgen(js_name = fetchOpening, catch)]
    async fn fetch() -> Result<JsValue, JsValue>;
}

/// Shows what a first visit shows, or what a link asks for or was kept.
pub(super) fn show(state: State) {
    spawn_local(async move {
        let link = Link::here();
        let is_first = link.is_to_opening() && (embed::is_embedded() || !keep::is_any().await);
        match is_first.then_some(opening()) {
            Some(opening) => match opening.await {
                Some(opening) => open(state, opening, link).await,
                // Everything can be computed anew.
                None => rest::act(state, Act::Begin),
            },
            None => rest::act(state, Act::Begin),
        }
    });
}

async fn opening() -> Option<Opening> {
    let bytes = fetch().await.ok()?;
    let bytes: &js_sys::Uint8Array = bytes.dyn_ref()?;
    Opening::from_bytes(&bytes.to_vec())
}

async fn open(state: State, opening: Opening, link: Link) {
    let [first, _] = BUNDLED;
    let definition = Shared(Arc::new(opening.definition));
    state.built_in.set(vec![definition.clone()]);
    state.basis.set(Some(Basis {
        definition,
        labels: Shared(Arc::new(opening.labels)),
    }));
    state.shown.set(Some(Shown {
        name: first.to_owned(),
        own: None,
    }));
    client::connect_later(DEFINITION, LABELS, &format!("data/{first}"));
    state.notice.set(None);
    state.show(opening.findings);
    link::arrive_at_opening(state, link);
    // What is seen comes first.
    TimeoutFuture::new(0).await;
    if let Some(report) = state.report.get_untracked() {
        announce(&report);
    }
}
