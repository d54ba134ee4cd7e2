//! Light or dark: as the system prefers, or as the reader chose.

use gloo::events::EventListener;
use leptos::prelude::*;

use crate::locale::Text;

use super::embed;
use super::state::State;
use super::stored;

const KEY: &str = "model-census-theme";

/// What the reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Theme {
    /// Nothing: the system's.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name in links and in storage.
    pub fn id(self) -> &'static str {
        match self {
            Self::System => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What it is called.
    pub fn name(self, text: &Text) -> &'static str {
        match self {
            Self::System => text.theme_system,
            Self::Light => text.theme_light,
            Self::Dark => text.theme_dark,
        }
    }

    /// Finds one by its name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }

    /// What was chosen at an earlier visit.
    pub fn kept() -> Self {
        if embed::is_embedded() {
            return Self::default();
        }
        let kept = stored::word(KEY);
        kept.and_then(|id| Self::from_id(&id)).unwrap_or_default()
    }
}

/// Keeps `state.dark` and the document's theme in step with choice and system.
pub(super) fn follow(state: State) {
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
        if embed::is_embedded() {
            return;
        }
        stored::keep_word(KEY, state.theme.get().id());
    });
}

/// The choice.
#[component]
pub(super) fn ThemeSwitch() -> impl IntoView {
    let state = expect_context::<State>();
    let choose = move |event: leptos::ev::Event| {
        if let Some(theme) = Theme::from_id(&event_target_value(&event)) {
            state.theme.set(theme);
        }
    };
    view! {
        <select
            id="census-theme"
            aria-label=move || state.text().theme
            on:change=choose
            prop:value=move || state.theme.get().id()
        >
            {Theme::ALL
                .map(|theme| {
                    let label = move || theme.name(state.text());
                    view! { <option value=theme.id()>{label}</option> }
                })}
        </select>
    }
}
