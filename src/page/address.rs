//! Keeps the address in step with the page, and the page with the address.

use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen::prelude::JsValue;
use web_sys::{ScrollBehavior, ScrollIntoViewOptions};

use super::link::{Link, Names, Said, current, own_address};
use super::loading::{self, BUNDLED};
use super::state::State;
use super::{embed, english};

const SOON_MS: u32 = 20;

/// Looks as the link says that the reader came by; what it says of data is
/// understood later.
pub(super) fn come(state: State) {
    let said = Said::here();
    state.section.set(said.section.clone());
    let Link { theme, shape, .. } = said.dress();
    if let Some(theme) = theme {
        state.theme.set(theme);
    }
    state.shape.set(shape);
    // A frame has no address of its own to keep.
    if !embed::is_embedded() {
        leptos::task::spawn_local(async {
            // Not before anything is shown: it takes its time.
            TimeoutFuture::new(SOON_MS).await;
            if history_state().is_falsy() {
                mark(&hash(), false);
            }
        });
    }
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Does so from now on.
pub(super) fn follow(state: State) {
    if embed::is_embedded() {
        return;
    }
    // A link to a section may have been pressed before this was there.
    if history_state().is_falsy() {
        mark_section(state, Link::here().section);
    }
    Effect::new(move || {
        let current = current(state, Names::Whole);
        // What a link asks for is on its way.
        if state.is_following.get() {
            return;
        }
        let Some(current) = current else {
            return;
        };
        let hash = current.write();
        let settled = state.settled.get_value();
        if settled.as_ref() == Some(&hash) {
            return;
        }
        let changed = settled.is_some();
        state.settled.set_value(Some(hash.clone()));
        // What a link led to stands as the link has it, even where it does not
        // hold; only what the reader changes is written.
        if changed {
            state.came_by.set(None);
            if hash != self::hash() {
                mark(&hash, true);
            }
        }
    });
    EventListener::new(&window(), "popstate", move |_| {
        let own = history_state();
        let link = Link::here();
        // A plain link to a section bears no mark and says nothing else.
        if own.is_falsy() && link.write() == format!("#{}", link.section) {
            mark_section(state, link.section);
            return;
        }
        apply(state, link);
    })
    .forget();
}

fn mark_section(state: State, section: String) {
    state.section.set(section);
    let hash = untrack(|| current(state, Names::Whole)).map(|link| link.write());
    mark(&hash.unwrap_or_default(), false);
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

/// Shows what a link says, in a page that shows something else.
fn apply(state: State, link: Link) {
    state.is_following.set(true);
    // What an address of ours leaves out is what a first visit shows.
    english::speak(state, link.language.unwrap_or_default());
    state.theme.set(link.theme.unwrap_or_default());
    state.shape.set(link.shape);
    state.section.set(link.section.clone());
    leptos::task::spawn_local(async move {
        loading::take_definition(state, &link).await;
        let name = state
            .report
            .with_untracked(|report| Some(report.as_ref()?.findings.source.name.clone()));
        let wanted = link
            .data
            .clone()
            .or_else(|| BUNDLED.first().map(|name| (*name).to_owned()));
        let bundled = BUNDLED
            .into_iter()
            .find(|own| wanted.as_deref() == Some(*own));
        let src = untrack(|| own_address(state));
        if let Some(address) = link.src.clone().filter(|own| src.as_ref() != Some(own)) {
            loading::show_file_at(state, &address, link.view.clone()).await;
            return arrive(state, link);
        }
        let bundled = bundled.filter(|_| name != wanted && link.src.is_none());
        match bundled {
            Some(bundled) => loading::show_bundled_as(state, bundled, link.view.clone()).await,
            None => state.look_at_now(link.view.clone()).await,
        }
        arrive(state, link);
    });
}

/// The same for what a first visit shows: the address says so already.
pub(super) fn arrive_at_opening(state: State, link: Link) {
    arrive(state, link);
    state.settled.set_value(Some(hash()));
}

/// Once the numbers are there: the section, the dialog, and what differs.
pub(super) fn arrive(state: State, link: Link) {
    state.opened.set(link.opened.clone());
    let section = link.section.clone();
    let target = move || document().get_element_by_id(&section);
    state.came_by.set(Some(link));
    state.settled.set_value(None);
    state.is_following.set(false);
    // What is above the section has its height only once it is shown.
    leptos::task::spawn_local(async move {
        while untrack(|| state.is_busy()) && (state.is_updating() || target().is_none()) {
            TimeoutFuture::new(SOON_MS).await;
        }
        // Who comes by a link comes to the section, not past all before it.
        let at_once = ScrollIntoViewOptions::new();
        at_once.set_behavior(ScrollBehavior::Instant);
        let come = || {
            if let Some(target) = target() {
                target.scroll_into_view_with_scroll_into_view_options(&at_once);
            }
        };
        come();
        // Where the page had not enough below it, it comes to its place later,
        // unless the reader went on.
        let place = window().scroll_y().ok();
        while untrack(|| state.is_busy()) {
            TimeoutFuture::new(SOON_MS).await;
        }
        if window().scroll_y().ok() == place {
            come();
        }
    });
}
