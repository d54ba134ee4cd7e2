//! The page without a network, and its newer versions; `offline.js` keeps it.

use leptos::prelude::*;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

use crate::locale::fill;
use crate::page::state::State;

#[wasm_bindgen(module = "/src/page/start/offline.js")]
extern "C" {
    #[wasm_bindgen(js_name = follow)]
    fn follow_versions(newer: &Closure<dyn FnMut()>);
    fn renew();
}

/// Keeps the page for use without a network; the signal says that a newer
/// version is there.
pub(super) fn follow() -> RwSignal<bool> {
    let is_newer = RwSignal::new(false);
    let newer = Closure::new(move || is_newer.set(true));
    follow_versions(&newer);
    newer.forget();
    is_newer
}

/// Offers the newer version, and says what would be lost.
#[component]
pub(super) fn NewVersion() -> impl IntoView {
    let state = expect_context::<State>();
    let is_put_off = RwSignal::new(false);
    // A status that is there with its text already is not said aloud.
    let is_there = RwSignal::new(false);
    request_animation_frame(move || is_there.set(true));
    let is_kept = move || state.kept.with(|kept| *kept == state.to_be_kept());
    let lost = move || {
        let text = state.text();
        let file = state.shown.with(|shown| {
            let own = shown.as_ref().filter(|shown| !shown.is_bundled());
            own.map(|own| own.name.clone())
        });
        // What the address holds is there again after it.
        let definition = (state.has_own_definition() && state.definition_in_link().1.is_none())
            .then(|| text.definition.to_owned());
        let lost: Vec<_> = file.into_iter().chain(definition).collect();
        (!lost.is_empty() && !is_kept())
            .then(|| fill(text.reload_drops, &[("what", &lost.join(", "))]))
    };
    view! {
        <Show when=move || !is_put_off.get()>
            <div class="new-version">
                <p role="status">
                    {move || is_there.get().then(|| (state.text().new_version, " ", lost()))}
                </p>
                <button type="button" id="census-reload" on:click=move |_| renew()>
                    {move || state.text().reload}
                </button>
                <button type="button" on:click=move |_| is_put_off.set(true)>
                    {move || state.text().dismiss}
                </button>
            </div>
        </Show>
    }
}
