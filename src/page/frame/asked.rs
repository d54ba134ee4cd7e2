//! What the address of a frame in another page asks for. What is shown stands
//! in the query, so that a plain frame needs no script; nothing is kept and no
//! address is written.

use leptos::prelude::window;
use web_sys::UrlSearchParams;

/// The values of a key of the page's query.
pub(in crate::page) fn all_asked(key: &str) -> Vec<String> {
    let search = window().location().search().unwrap_or_default();
    let params = UrlSearchParams::new_with_str(&search);
    let values = params.map(|params| params.get_all(key)).unwrap_or_default();
    values
        .iter()
        .filter_map(|value| value.as_string())
        .collect()
}

pub(in crate::page) fn asked(key: &str) -> Option<String> {
    all_asked(key).into_iter().next()
}

/// Whether the page is to show one part, for a frame.
pub(in crate::page) fn is_embedded() -> bool {
    // What is written when the page is built is in no frame.
    cfg!(feature = "csr") && asked("embed").is_some()
}

/// Whether a key of the query is about the frame and not about the data.
pub(in crate::page) fn is_own(key: &str) -> bool {
    matches!(key, "embed" | "parts" | "plain" | "id" | "await")
}
