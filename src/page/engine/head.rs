//! The first bytes of a file's table, for people to look at.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/src/page/engine/unpack.js")]
extern "C" {
    #[wasm_bindgen(js_name = headOf, catch)]
    async fn head_of(
        blob: &web_sys::Blob,
        name: &str,
        entry: Option<u32>,
        most: f64,
    ) -> Result<JsValue, JsValue>;
}

/// How much of a file is looked at.
const HEAD_BYTES: f64 = 65_536.0;

/// The first bytes of a file, or of its table where it is packed; `None` where
/// that cannot be unpacked.
pub(in crate::page) async fn head(
    blob: &web_sys::Blob,
    name: &str,
    entry: Option<usize>,
) -> Option<Vec<u8>> {
    let entry = entry.and_then(|entry| u32::try_from(entry).ok());
    let head = head_of(blob, name, entry, HEAD_BYTES).await.ok()?;
    let head: js_sys::Uint8Array = head.dyn_into().ok()?;
    Some(head.to_vec())
}
