//! The choice of the page's language.

use leptos::prelude::*;

use crate::locale::Language;
use crate::page::state::{State, speak};

/// A button for every language.
#[component]
pub(super) fn LanguageSwitch() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <div class="languages" role="group" aria-label=move || state.text().language>
            {Language::ALL
                .map(|language| {
                    view! {
                        <button
                            type="button"
                            lang=language.tag()
                            aria-pressed=move || (state.language.get() == language).to_string()
                            on:click=move |_| speak(state, language)
                        >
                            {language.name()}
                        </button>
                    }
                })}
        </div>
    }
}
