//! Hands texts, files and pictures to the reader: to save, or to paste.

use gloo::file::{Blob, ObjectUrl};
use js_sys::{Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/src/page/browser/clipboard.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy, catch)]
    async fn copy_forms(text: &str, html: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = copyPicture, catch)]
    async fn copy_png(bytes: &Promise) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen(module = "/src/page/browser/raster.js")]
extern "C" {
    #[wasm_bindgen(js_name = toPng, catch)]
    async fn to_png(svg: &str, width: u32, height: u32, scale: f64) -> Result<JsValue, JsValue>;
}

/// Saves a text as a file.
pub(in crate::page) fn save_as(text: &str, kind: &str, name: &str) {
    save(Blob::new_with_options(text, Some(kind)), name);
}

/// Saves bytes as a file.
pub(in crate::page) fn save_bytes(bytes: &[u8], kind: &str, name: &str) {
    save(Blob::new_with_options(bytes, Some(kind)), name);
}

fn save(blob: Blob, name: &str) {
    let address = ObjectUrl::from(blob);
    let Ok(link) = document().create_element("a") else {
        return;
    };
    // Plain attributes: setting them does not fail.
    let _ = link.set_attribute("href", &address);
    let _ = link.set_attribute("download", name);
    let link: web_sys::HtmlElement = link.unchecked_into();
    link.click();
    // The browser has taken the bytes by the time the page is idle again.
    set_timeout(move || drop(address), std::time::Duration::from_secs(60));
}

/// Puts a text on the clipboard; whether the browser let it.
pub(in crate::page) async fn copy(text: &str) -> bool {
    copy_table(text, "").await
}

/// The same with HTML, which offices paste as a table.
pub(in crate::page) async fn copy_table(text: &str, html: &str) -> bool {
    let done = copy_forms(text, html).await;
    done.is_ok_and(|done| done.is_truthy())
}

/// Puts a picture on the clipboard once it is there; whether the browser let
/// it.
pub(in crate::page) async fn copy_picture(png: &Promise) -> bool {
    let done = copy_png(png).await;
    done.is_ok_and(|done| done.is_truthy())
}

/// An SVG document as a PNG file, `scale` pixels for each CSS pixel.
pub(in crate::page) async fn png(
    svg: &str,
    (width, height): (u32, u32),
    scale: f64,
) -> Result<Vec<u8>, JsValue> {
    let bytes = to_png(svg, width, height, scale).await?;
    Ok(Uint8Array::from(bytes).to_vec())
}
