//! What stands behind a number or a model, over the page.

use leptos::html::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::page::address::Opened;
use crate::page::head::NoticeLine;
use crate::page::state::{Notice, State};

use super::model_card::ModelCard;
use super::models::{Models, Seen};
use super::other_card::OtherCard;

/// The dialog; it is closed where nothing is opened.
#[component]
pub(in crate::page) fn EvidenceDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let dialog: NodeRef<Dialog> = NodeRef::new();
    let seen: StoredValue<Seen> = StoredValue::new(Seen::default());
    let shown = Memo::new(move |_| state.opened.with(|opened| opened.last().cloned()));
    Effect::new(move || {
        let Some(dialog) = dialog.get() else {
            return;
        };
        match (shown.get(), dialog.open()) {
            (Some(_), is_open) => {
                if !is_open {
                    // Fails only where the dialog is in no document.
                    let _ = dialog.show_modal();
                }
                // What had the focus may be gone with what was shown before.
                request_animation_frame(focus_heading);
            }
            (None, is_open) => {
                seen.set_value(Seen::default());
                if is_open {
                    dialog.close();
                }
            }
        }
    });
    let close = move |_: leptos::ev::MouseEvent| state.opened.update(Vec::clear);
    // By Escape, say: then it is open no more.
    let closed = move |_: leptos::ev::Event| state.opened.update(Vec::clear);
    let back = move |_| {
        state.opened.update(|opened| {
            opened.pop();
        });
    };
    let is_further = move || state.opened.with(|opened| opened.len() > 1);
    // A press beside the dialog's content is one on the dialog itself.
    let beside = move |event: leptos::ev::MouseEvent| {
        let target = event.target().map(wasm_bindgen::JsValue::from);
        let own = dialog.get_untracked().map(wasm_bindgen::JsValue::from);
        if target == own {
            state.opened.update(Vec::clear);
        }
    };
    // What is waited for is said behind the dialog, where nobody can end it.
    let is_waiting = move || {
        let notice = state.said.notice;
        notice.with(|notice| notice.as_ref().is_some_and(Notice::is_waiting))
    };
    let is_waiting = Memo::new(move |_| is_waiting());
    view! {
        <dialog
            class="behind"
            node_ref=dialog
            aria-labelledby="behind-title"
            on:close=closed
            on:click=beside
        >
            <div class="behind__body">
                <p class="behind__ways">
                    <Show when=is_further>
                        <button type="button" on:click=back>
                            {move || state.text().more().back}
                        </button>
                    </Show>
                    <button type="button" class="behind__close" on:click=close>
                        {move || state.text().more().close}
                    </button>
                </p>
                <Show when=move || is_waiting.get()>
                    <NoticeLine />
                </Show>
                {move || match shown.get()? {
                    Opened::Number(meant) => Some(view! { <Models meant seen /> }.into_any()),
                    Opened::Model(row) if row.list == 0 => {
                        Some(view! { <ModelCard record=row.record /> }.into_any())
                    }
                    Opened::Model(row) => Some(view! { <OtherCard row /> }.into_any()),
                }}
            </div>
        </dialog>
    }
}

/// Where a reader begins. Not by `autofocus`, which browsers refuse in frames
/// of other origins.
fn focus_heading() {
    let heading = document().get_element_by_id("behind-title");
    let heading = heading.and_then(|own| own.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(heading) = heading {
        // Fails only where the element is in no document.
        let _ = heading.focus();
    }
}
