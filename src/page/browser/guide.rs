//! The guides beside the page (tools/guides.js).

use leptos::prelude::*;

use crate::locale::Language;

/// The address of a guide in a language; `None` where the page is a file by
/// itself, with nothing beside it.
pub(in crate::page) fn guide(name: &str, language: Language) -> Option<String> {
    let protocol = window().location().protocol().unwrap_or_default();
    let ending = language.of_two(".ko", "");
    protocol
        .starts_with("http")
        .then(|| format!("docs/{name}{ending}.html"))
}
