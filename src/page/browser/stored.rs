//! Short words that this browser keeps for the next visit, such as the
//! language. Storage may be forbidden: then nothing is kept.

use leptos::prelude::window;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The word kept under a key.
pub(in crate::page) fn word(key: &str) -> Option<String> {
    let word = storage()?.get_item(key).ok().flatten()?;
    // Earlier versions kept JSON.
    Some(word.trim_matches('"').to_owned())
}

/// Keeps a word.
pub(in crate::page) fn keep_word(key: &str, word: &str) {
    if let Some(storage) = storage() {
        // Refused where storage is full: nothing depends on it.
        let _ = storage.set_item(key, word);
    }
}
