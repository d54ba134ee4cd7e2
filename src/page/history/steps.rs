//! Keeps the address in step with the page, and the page with the address.

use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen::prelude::JsValue;

use crate::page::address::{Address, Link, hash};
use crate::page::browser::near;
use crate::page::frame;
use crate::page::state::{State, speak};

use super::current::{Names, current};

const SOON_MS: u32 = 20;

/// Looks as the link says that the reader came by; what it says of data is
/// understood later.
pub(in crate::page) fn come(state: State) {
    let said = Address::here();
    state.section.set(said.section.clone());
    let Link { theme, shape, .. } = said.dress();
    if let Some(theme) = theme {
        state.theme.set(theme);
    }
    state.shape.set(shape);
    // A frame has no address of its own to keep.
    if !frame::is_embedded() {
        leptos::task::spawn_local(async {
            // Not before anything is shown: it takes its time.
            TimeoutFuture::new(SOON_MS).await;
            if history_state().is_falsy() {
                mark(&hash(), false);
            }
        });
    }
}

/// Keeps both in step from now on: writes what the reader changes, and where the
/// reader goes back or forth has what a link says shown by `apply`.
pub(in crate::page) fn follow(state: State, apply: fn(State, Link)) {
    if frame::is_embedded() {
        return;
    }
    // A link may have been pressed before this was there.
    if history_state().is_falsy() {
        lead(state, Link::here(), apply);
    }
    Effect::new(move || {
        let current = current(state, Names::Whole);
        // What a link asks for is on its way.
        if state.asked.is_following.get() {
            return;
        }
        let Some(current) = current else {
            return;
        };
        let written = current.write();
        let settled = state.settled.get_value();
        if settled.as_ref() == Some(&written) {
            return;
        }
        let changed = settled.is_some();
        state.settled.set_value(Some(written.clone()));
        // What a link led to stands as the link has it, even where it does not
        // hold; only what the reader changes is written.
        if changed {
            state.came_by.set(None);
            if written != hash() {
                mark(&written, true);
            }
        }
    });
    EventListener::new(&window(), "popstate", move |_| {
        let link = Link::here();
        if history_state().is_falsy() {
            lead(state, link, apply);
        } else {
            apply(state, link);
        }
    })
    .forget();
}

/// Follows a link that is none of ours: one to a section bears no mark and says
/// nothing else.
fn lead(state: State, link: Link, apply: fn(State, Link)) {
    let written = link.write();
    if written.is_empty() || written == format!("#{}", link.section) {
        mark_section(state, link.section);
    } else {
        apply(state, link);
    }
}

/// Looks as a link says that the reader went back or forth to.
pub(in crate::page) fn dress(state: State, link: &Link) {
    // What an address of ours leaves out is what a first visit shows.
    speak(state, link.language.unwrap_or_default());
    state.theme.set(link.theme.unwrap_or_default());
    state.shape.set(link.shape);
    state.section.set(link.section.clone());
}

/// The reader went on before a link was shown that the address has already:
/// what is shown instead is written.
pub(in crate::page) fn depart(state: State) {
    state.settled.set_value(Some(hash()));
}

/// What a link asks for could not be shown: the address says again what is.
pub(in crate::page) fn stay(state: State) {
    let shown = untrack(|| current(state, Names::Whole)).map(|link| link.write());
    let shown = shown.unwrap_or_default();
    if shown != hash() {
        mark(&shown, false);
    }
    state.settled.set_value(Some(shown));
}

fn mark_section(state: State, section: String) {
    // What is on its way will be shown there, and the address says so already.
    let coming = state.asked.lead_on(&section);
    near::come_to(&section);
    state.section.set(section);
    let link = coming.or_else(|| untrack(|| current(state, Names::Whole)));
    mark(&link.map(|link| link.write()).unwrap_or_default(), false);
}

/// Writes an address and marks it as one of ours.
fn mark(hash: &str, push: bool) {
    let Ok(history) = window().history() else {
        return;
    };
    let location = window().location();
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let address = format!("{path}{hash}");
    let ours = JsValue::TRUE;
    // Refused where there is no history, as in a frame of no origin.
    let _ = if push {
        history.push_state_with_url(&ours, "", Some(&address))
    } else {
        history.replace_state_with_url(&ours, "", Some(&address))
    };
}

fn history_state() -> JsValue {
    let history = window().history();
    history
        .and_then(|history| history.state())
        .unwrap_or(JsValue::NULL)
}
