//! What is computed only once the reader comes near.

use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/src/page/browser/near.js")]
extern "C" {
    #[wasm_bindgen(js_name = whenNear)]
    fn when_near(element: &web_sys::HtmlElement, then: &Closure<dyn FnMut()>);
    #[wasm_bindgen(js_name = whenIdle)]
    fn when_idle(then: &Closure<dyn FnMut()>);
    /// Comes to a section, by its id, and stays there while what is above it comes.
    #[wasm_bindgen(js_name = comeTo)]
    pub(in crate::page) fn come_to(id: &str);
    #[wasm_bindgen(js_name = printWhole, catch)]
    async fn print_whole() -> Result<(), JsValue>;
}

/// Does something once the page has nothing else to do, unless the reader
/// spares data.
pub(in crate::page) fn idle(act: impl FnOnce() + 'static) {
    let mut act = Some(act);
    let then = Closure::new(move || {
        if let Some(act) = act.take() {
            act();
        }
    });
    when_idle(&then);
    // Called once, at any time.
    then.forget();
}

/// Prints the page with all of its sections, near or not.
pub(in crate::page) async fn print() {
    // A browser that prints nothing says so itself.
    let _ = print_whole().await;
}

/// A place for a section, and whether the reader was ever near it.
pub(in crate::page) fn near() -> (NodeRef<Section>, RwSignal<bool>) {
    let place: NodeRef<Section> = NodeRef::new();
    let near = RwSignal::new(false);
    Effect::new(move || {
        if let Some(section) = place.get() {
            let then = Closure::new(move || {
                near.try_set(true);
            });
            when_near(&section, &then);
            // Called once, at any time while the page lasts.
            then.forget();
        }
    });
    (place, near)
}

/// Whether the reader was ever near a section, for the parts of it.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Near(pub RwSignal<bool>);
