//! Where the module begins.

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use super::app::App;

/// Mounts the page, which takes the place of what waits in `#app` once there is
/// something to show.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    // The same module also runs where there is no page, as in a worker.
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let Some(waiting) = document.get_element_by_id("app") else {
        return;
    };
    let Ok(place) = document.create_element("div") else {
        return;
    };
    place.set_id("app");
    let show = UnsyncCallback::new({
        let place = place.clone();
        move |()| {
            // An element of this document: nothing forbids it.
            let _ = waiting.replace_with_with_node_1(&place);
        }
    });
    let place: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(place);
    // Not Leptos' own, which is there only once something is mounted.
    wasm_bindgen_futures::spawn_local(async move {
        // What brought the module here took its time.
        gloo::timers::future::TimeoutFuture::new(0).await;
        mount_to(place, move || view! { <App show /> }).forget();
    });
}
