//! Files for offices, written by a module of its own; `office.js` fetches it.

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/src/page/files/office.js")]
extern "C" {
    #[wasm_bindgen(js_name = write, catch)]
    async fn write_file(kind: &str, input: &[u8]) -> Result<JsValue, JsValue>;
}

/// A file of a kind, a function of office/src/browser.rs, from its input.
///
/// # Errors
/// That the module cannot be fetched, or what it says.
pub(super) async fn write(kind: &str, input: &impl Serialize) -> Result<Vec<u8>, JsValue> {
    // Plain data: serialising it to memory cannot fail.
    let input = postcard::to_allocvec(input).unwrap_or_default();
    let file = write_file(kind, &input).await?;
    Ok(Uint8Array::from(file).to_vec())
}
