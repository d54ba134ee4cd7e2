//! What the browser calls: bytes of postcard in, a file out.

use model_census::paper::{Illustrated, Workbook};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use crate::NotWritten;

fn write<T: DeserializeOwned>(
    bytes: &[u8],
    write: impl FnOnce(&T) -> Result<Vec<u8>, NotWritten>,
) -> Result<Vec<u8>, JsError> {
    let input = postcard::from_bytes(bytes)?;
    Ok(write(&input)?)
}

/// Says in the console where a writer fails.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// A report as DOCX.
///
/// # Errors
/// Why none was written.
#[wasm_bindgen]
pub fn docx(illustrated: &[u8]) -> Result<Vec<u8>, JsError> {
    write(illustrated, |own: &Illustrated| {
        crate::docx(&own.document, &own.pictures)
    })
}

/// A report as HWPX.
///
/// # Errors
/// Why none was written.
#[wasm_bindgen]
pub fn hwpx(illustrated: &[u8]) -> Result<Vec<u8>, JsError> {
    write(illustrated, |own: &Illustrated| {
        crate::hwpx(&own.document, &own.pictures)
    })
}

/// All tables as XLSX.
///
/// # Errors
/// Why none was written.
#[wasm_bindgen]
pub fn xlsx(workbook: &[u8]) -> Result<Vec<u8>, JsError> {
    write(workbook, |own: &Workbook| crate::xlsx(own))
}

/// Files as a zip with their checksums.
///
/// # Errors
/// Why none was written.
#[wasm_bindgen]
pub fn archive(files: &[u8]) -> Result<Vec<u8>, JsError> {
    write(files, |own: &Vec<(String, Vec<u8>)>| crate::package(own))
}
