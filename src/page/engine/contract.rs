//! What the page hands to other programs. `client.js` publishes the numbers as
//! soon as they are computed; refusals come from here.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::definition::Bilingual;

#[wasm_bindgen(module = "/src/page/engine/contract.js")]
extern "C" {
    fn refuse(json: &str);
}

/// Dispatches `census:error` with the reason in both languages.
pub(in crate::page) fn announce_error(name: &str, reason: &Bilingual) {
    let problem = serde_json::json!({ "code": "unusable-file", "value": name, "message": reason });
    refuse(&problem.to_string());
}
