//! What the browser calls (src/page/engine/unpack.js). Errors are thrown as JSON text:
//! a [`ReadError`].

use js_sys::{Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use model_census_dataset::ReadError;

use crate::{Entry, PackedError};

#[derive(Serialize)]
struct Contents {
    workbook: bool,
    entries: Vec<Entry>,
    best: Option<usize>,
}

fn json(value: &impl Serialize) -> Result<String, JsValue> {
    serde_json::to_string(value).map_err(|error| JsValue::from(error.to_string()))
}

fn thrown(error: PackedError) -> JsValue {
    json(&ReadError::Packed(error)).map_or_else(|error| error, JsValue::from)
}

/// What is inside, as JSON: `{workbook, entries: [{name, size}], best}`.
///
/// # Errors
///
/// As [`crate::entries`].
#[wasm_bindgen]
pub fn entries(bytes: &[u8]) -> Result<String, JsValue> {
    let workbook = crate::is_workbook(bytes);
    let entries = if workbook {
        Vec::new()
    } else {
        crate::entries(bytes).map_err(thrown)?
    };
    let best = crate::best_match(&entries);
    json(&Contents {
        workbook,
        entries,
        best,
    })
}

/// The table at `index` of the entries.
///
/// # Errors
///
/// As [`crate::extract`].
#[wasm_bindgen]
pub fn extract(bytes: &[u8], index: usize) -> Result<Vec<u8>, JsValue> {
    crate::extract(bytes, index).map_err(thrown)
}

/// What a .gz holds, of several members too.
///
/// # Errors
///
/// As [`crate::gunzip`].
#[wasm_bindgen]
pub fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    crate::gunzip(bytes).map_err(thrown)
}

/// The table of a workbook: `{name, csv, notes}`; `notes` are problems as JSON.
///
/// # Errors
///
/// As [`crate::sheet_as_csv`].
#[wasm_bindgen]
pub fn sheet(bytes: &[u8]) -> Result<Object, JsValue> {
    let sheet = crate::sheet_as_csv(bytes).map_err(thrown)?;
    let object = Object::new();
    Reflect::set(&object, &"name".into(), &sheet.name.into())?;
    Reflect::set(&object, &"notes".into(), &json(&sheet.notes)?.into())?;
    Reflect::set(&object, &"csv".into(), &Uint8Array::from(&*sheet.csv))?;
    Ok(object)
}
