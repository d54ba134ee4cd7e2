//! In which language the page speaks.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::locale::Language;
use crate::page::browser::{NotFetched, english};

use super::shown::Notice;
use super::whole::State;

/// Speaks a language from now on, once its texts are there.
pub(in crate::page) fn speak(state: State, language: Language) {
    spawn_local(speak_now(state, language));
}

/// The same, until it speaks; where another language is chosen meanwhile, that
/// one is spoken.
pub(in crate::page) async fn speak_now(state: State, language: Language) {
    let number = state.words.with_value(|number| number.wrapping_add(1));
    state.words.set_value(number);
    if language != Language::default() {
        match english().await {
            Ok(learn) => learn(),
            Err(NotFetched) if state.words.get_value() == number => {
                return state.said.say(Notice::NotFetched(None));
            }
            Err(NotFetched) => return,
        }
    }
    if state.words.get_value() == number && state.language.get_untracked() != language {
        state.language.set(language);
    }
}
