//! The buttons that open the dialog for sharing and embedding.

use leptos::prelude::*;

use crate::page::frame;
use crate::page::state::State;

/// The view that is to be shared; `None` while nobody wants to.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Sharing(pub RwSignal<Option<&'static str>>);

impl Sharing {
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Whether somebody wants to share something.
    pub fn is_wanted(self) -> Signal<bool> {
        Signal::derive(move || self.0.with(Option::is_some))
    }
}

/// Opens the dialog for a view; what is in a frame already has none.
#[component]
pub(in crate::page) fn ShareButton(view: &'static str) -> impl IntoView {
    let state = expect_context::<State>();
    if frame::is_embedded() {
        return None;
    }
    let Sharing(wanted) = expect_context();
    Some(view! {
        <button
            type="button"
            class="share-button"
            aria-haspopup="dialog"
            on:click=move |_| wanted.set(Some(view))
        >
            {move || state.text().share_button}
        </button>
    })
}
