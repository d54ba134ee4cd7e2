//! The page's second language, whose texts are a part of the module that is
//! fetched when they are wanted.

use leptos::wasm_split::wasm_split;

use super::fetching::NotFetched;

/// Fetches what makes English known.
#[wasm_split(english, wasm_split_path = leptos::wasm_split, fallible)]
pub(in crate::page) fn english() -> Result<fn(), NotFetched> {
    Ok(learn)
}

/// Makes English known. What is fetched and speaks both languages calls it too.
#[cfg(feature = "csr")]
pub(in crate::page) fn learn() {
    crate::locale::learn_english();
}

/// Where the page is written as HTML, English is known.
#[cfg(not(feature = "csr"))]
pub(in crate::page) fn learn() {}
