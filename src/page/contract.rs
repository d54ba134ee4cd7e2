//! What the page hands to other programs: the JSON of the command line.

use js_sys::{JSON, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::{Closure, JsValue};

use crate::definition::Bilingual;
use crate::export;

use super::state::State;

/// Sets `window.modelCensus` and speaks up after each computation.
pub(super) fn publish(state: State) {
    let breakdowns = Closure::<dyn Fn() -> JsValue>::new(move || {
        state
            .report
            .get_untracked()
            .map_or(JsValue::NULL, |report| parse(&export::json(&report)))
    });
    let api = Object::new();
    set(&api, "breakdowns", breakdowns.as_ref());
    // It lives as long as the page.
    breakdowns.forget();
    set(&window(), "modelCensus", &api);

    Effect::new(move || {
        if state.report.with(Option::is_none) {
            return;
        }
        // After the next frame the numbers are on the screen.
        request_animation_frame(move || {
            if let Some(report) = state.report.get_untracked() {
                if let Some(performance) = window().performance() {
                    // A mark that cannot be set harms nothing.
                    let _ = performance.mark("breakdowns-ready");
                }
                announce("census:ready", &parse(&export::json(&report)));
            }
        });
    });
}

/// Dispatches `census:error` with the reason in both languages.
pub(super) fn announce_error(name: &str, reason: &Bilingual) {
    let problem = serde_json::json!({ "code": "unusable-file", "value": name, "message": reason });
    announce("census:error", &parse(&problem.to_string()));
}

fn announce(event: &str, detail: &JsValue) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(detail);
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(event, &init) {
        // False only says that a listener called preventDefault.
        let _ = window().dispatch_event(&event);
    }
}

fn parse(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or(JsValue::NULL)
}

fn set(target: &JsValue, name: &str, value: &JsValue) {
    // Fails only on frozen objects; window and a fresh object are none.
    let _ = Reflect::set(target, &JsValue::from_str(name), value);
}
