//! Brings the reader to what a link leads to.

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use web_sys::{ScrollBehavior, ScrollIntoViewOptions};

use crate::page::address::{Link, hash};
use crate::page::browser::near;
use crate::page::state::State;

const SOON_MS: u32 = 20;

/// Arrives at what a first visit shows: the address says so already.
pub(in crate::page) fn arrive_at_opening(state: State, link: Link) {
    arrive(state, link);
    state.settled.set_value(Some(hash()));
    state.asked.rest();
}

/// Once the numbers are there: the section, the dialog, and what differs.
pub(in crate::page) fn arrive(state: State, link: Link) {
    state.opened.set(link.opened.clone());
    state.covered.set(link.covered.clone());
    state.against.set(link.against.clone());
    let section = link.section.clone();
    let id = section.clone();
    let target = move || document().get_element_by_id(&id);
    state.came_by.set(Some(link));
    state.settled.set_value(None);
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
        if window().scroll_y().ok() == place && target().is_some() {
            near::come_to(&section);
        }
    });
}
