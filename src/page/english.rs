//! The page's second language, whose texts are a part of the module that is
//! fetched when they are wanted.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

use crate::locale::Language;
use crate::{locale, prose};

use super::rest::NotFetched;
use super::shown::Notice;
use super::state::State;

#[wasm_split(english, wasm_split_path = leptos::wasm_split, fallible)]
fn english() -> Result<fn(), NotFetched> {
    Ok(learn)
}

/// Makes English known. What is fetched and speaks both languages calls it too.
pub(super) fn learn() {
    locale::learn_english();
    prose::learn_english();
}

/// Speaks a language from now on, once its texts are there.
pub(super) fn speak(state: State, language: Language) {
    if language == Language::default() {
        state.language.set(language);
    } else {
        spawn_local(speak_now(state, language));
    }
}

/// The same, until it speaks.
pub(super) async fn speak_now(state: State, language: Language) {
    if language != Language::default() {
        match english().await {
            Ok(learn) => learn(),
            Err(NotFetched) => return state.notice.set(Some(Notice::NotFetched)),
        }
    }
    state.language.set(language);
}
