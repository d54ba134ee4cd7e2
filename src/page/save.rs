//! Hands texts to the reader: as a file, or to paste.

use gloo::file::{Blob, ObjectUrl};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// Saves a text as a file.
pub(super) fn save_as(text: &str, kind: &str, name: &str) {
    let address = ObjectUrl::from(Blob::new_with_options(text, Some(kind)));
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
pub(super) async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    // Over plain http: there is none.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
