//! Values that JavaScript hands over.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::JsValue;

/// A value of an object.
pub(in crate::page) fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    let value = js_sys::Reflect::get(object, &JsValue::from_str(key)).ok();
    value.filter(|value| !value.is_undefined())
}

/// What a thrown value says.
pub(in crate::page) fn said(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(|| format!("{error:?}"), |error| error.message().into())
}
