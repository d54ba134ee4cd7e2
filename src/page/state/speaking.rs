//! In which language the page speaks.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::locale::Language;
use crate::page::browser::{NotFetched, english};

use super::shown::Notice;
use super::whole::State;

/// Speaks a language from now on, once its texts are there.
pub(in crate::page) fn speak(state: State, language: Language) {
    if language == Language::default() {
        state.language.set(language);
    } else {
        spawn_local(speak_now(state, language));
    }
}

/// The same, until it speaks.
pub(in crate::page) async fn speak_now(state: State, language: Language) {
    if language != Language::default() {
        match english().await {
            Ok(learn) => learn(),
            Err(NotFetched) => return state.notice.set(Some(Notice::NotFetched)),
        }
    }
    state.language.set(language);
}
