//! How the document looks and which language it says that it speaks, in step
//! with what the reader chose.

use gloo::events::EventListener;
use leptos::prelude::*;

use crate::locale::{self, Language};
use crate::page::address::Theme;
use crate::page::browser::stored;
use crate::page::frame;
use crate::page::state::State;

const LANGUAGE_KEY: &str = "model-census-language";
const THEME_KEY: &str = "model-census-theme";

/// The theme that was chosen at an earlier visit.
pub(super) fn kept_theme() -> Theme {
    if frame::is_embedded() {
        return Theme::default();
    }
    let kept = stored::word(THEME_KEY);
    kept.and_then(|id| Theme::from_id(&id)).unwrap_or_default()
}

/// The language that was chosen at an earlier visit.
pub(super) fn kept_language() -> Language {
    // Storage may be forbidden, as in a sandboxed frame: then nothing is kept.
    (!frame::is_embedded())
        .then(|| stored::word(LANGUAGE_KEY))
        .flatten()
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or_default()
}

/// Keeps `state.dark` and the document's theme in step with choice and system.
pub(super) fn follow_theme(state: State) {
    let system = RwSignal::new(false);
    if let Ok(Some(list)) = window().match_media("(prefers-color-scheme: dark)") {
        system.set(list.matches());
        EventListener::new(&list.clone(), "change", move |_| system.set(list.matches())).forget();
    }
    // Paper is white, whatever was chosen.
    let on_paper = RwSignal::new(false);
    for (event, is_paper) in [("beforeprint", true), ("afterprint", false)] {
        EventListener::new(&window(), event, move |_| on_paper.set(is_paper)).forget();
    }
    Effect::new(move || {
        let theme = if on_paper.get() {
            Theme::Light
        } else {
            state.theme.get()
        };
        state.dark.set(match theme {
            Theme::System => system.get(),
            Theme::Light => false,
            Theme::Dark => true,
        });
        if let Some(root) = document().document_element() {
            // A plain attribute: setting it does not fail.
            let _ = root.set_attribute("data-theme", theme.id());
        }
        // Storage may be forbidden, as in a sandboxed frame: nothing is kept.
        if frame::is_embedded() {
            return;
        }
        stored::keep_word(THEME_KEY, state.theme.get().id());
    });
}

/// Keeps `state.narrow` in step with the window.
pub(super) fn follow_width(state: State) {
    follow_media(state.narrow, "(max-width: 560px)");
}

/// Keeps a signal equal to a media query.
fn follow_media(signal: RwSignal<bool>, query: &str) {
    let Ok(Some(list)) = window().match_media(query) else {
        return;
    };
    signal.set(list.matches());
    EventListener::new(&list.clone(), "change", move |_| signal.set(list.matches())).forget();
}

/// Tells the document its language and title, and remembers the choice.
pub(super) fn say_language(state: State) {
    Effect::new(move || {
        let language = state.language.get();
        let title = match state.report.get() {
            Some(report) => {
                let title = locale::report_title(&report, language);
                let period = locale::period(report.findings.period, language);
                format!("{title} ({period}) - Model Census")
            }
            None => format!("{} - Model Census", language.text().page_title),
        };
        document().set_title(&title);
        if let Some(root) = document().document_element() {
            // Setting a plain attribute does not fail.
            let _ = root.set_attribute("lang", language.tag());
        }
        if frame::is_embedded() {
            return;
        }
        stored::keep_word(LANGUAGE_KEY, language.tag());
    });
}
