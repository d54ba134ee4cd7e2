//! What the page hands to other programs. `client.js` publishes the numbers as
//! soon as they are computed; refusals come from here.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::definition::Bilingual;
use crate::report::Report;

#[wasm_bindgen(module = "/src/page/contract.js")]
extern "C" {
    fn publish(json: &str);
    fn refuse(json: &str);
}

/// Publishes what the page shows without having asked the engine.
pub(super) fn announce(report: &Report) {
    publish(&crate::export::json(report));
}

/// Dispatches `census:error` with the reason in both languages.
pub(super) fn announce_error(name: &str, reason: &Bilingual) {
    let problem = serde_json::json!({ "code": "unusable-file", "value": name, "message": reason });
    refuse(&problem.to_string());
}
