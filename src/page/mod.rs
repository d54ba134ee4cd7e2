//! The page.
use leptos::prelude::*;

#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    mount_to_body(|| view! { <p>"Model Census"</p> });
}
