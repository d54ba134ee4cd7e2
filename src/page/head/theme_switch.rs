//! The choice between light and dark.

use leptos::prelude::*;

use crate::page::address::Theme;
use crate::page::state::State;

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
