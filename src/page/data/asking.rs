//! The reader's acts, as what they ask for of what was asked for last.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::acts::{Change, Event, Wanted};
use crate::dataset::tidy;
use crate::page::engine::client;
use crate::page::state::{Counting, ListOf, Notice, OwnList, Page, State, Way};

use super::carrying::{carry_out, hear};
use super::countries::know_countries;

/// Asks for what is changed of what was asked for last.
pub(super) fn ask(state: State, change: impl FnOnce(&mut Wanted<Page>)) {
    let mut wanted = state.asked.latest();
    change(&mut wanted);
    ask_by(state, wanted, None);
}

/// Asks for a whole, which a link may lead to.
pub(in crate::page) fn ask_by(state: State, wanted: Wanted<Page>, way: Option<Way>) {
    carry_out(state, state.asked.ask(wanted, way));
}

/// Files that the reader picked or dropped together: all that the first covers,
/// of what the reader looked at. The others can be read in its place.
pub(in crate::page) fn open(state: State, files: &js_sys::Array) {
    let files = files.iter().filter_map(|file| file.dyn_into().ok());
    let mut files: Vec<web_sys::File> = files.collect();
    if !files.is_empty() {
        let first = files.remove(0);
        open_of(state, first, files);
    }
}

/// A file of several that came together.
pub(super) fn open_of(state: State, file: web_sys::File, beside: Vec<web_sys::File>) {
    let own = OwnList {
        name: tidy(&file.name()).into_owned(),
        file: file.into(),
        encoding: None,
        entry: None,
        beside,
        origin: None,
    };
    ask(state, |wanted| {
        wanted.list = Some(ListOf::Own(own));
        wanted.view.period = None;
    });
}

/// A snapshot that comes with the page, all that it covers.
pub(in crate::page) fn show_bundled(state: State, name: &'static str) {
    ask(state, |wanted| {
        wanted.list = Some(ListOf::Bundled(name));
        wanted.view.period = None;
    });
}

/// The shown file again, read in this encoding or from this table of it.
pub(super) fn read_again(state: State, encoding: Option<String>, entry: Option<usize>) {
    let Some(shown) = state.shown.get_untracked() else {
        return;
    };
    let Some(own) = shown.own else {
        return;
    };
    ask(state, |wanted| {
        let beside = match wanted.list.take() {
            Some(ListOf::Own(list)) => list.beside,
            _ => Vec::new(),
        };
        wanted.list = Some(ListOf::Own(OwnList {
            file: own.file,
            name: shown.name,
            encoding,
            entry,
            beside,
            origin: own.origin,
        }));
    });
}

/// The data looked at another way.
pub(in crate::page) fn look(state: State, change: Change) {
    let shown = state.report.with_untracked(|report| {
        let findings = &report.as_ref()?.findings;
        Some((findings.period, findings.filter.clone()))
    });
    if let Some((period, filter)) = shown {
        let asked_for = state.asked.shown().view.filter;
        ask(state, |wanted| {
            // A control changes what it shows: keys for what a link says by names.
            if wanted.view.filter == asked_for {
                wanted.view.filter = filter;
            }
            change.apply(&mut wanted.view, period);
        });
    }
}

/// The data counted by another definition.
pub(in crate::page) fn count(state: State, by: Counting) {
    ask(state, |wanted| wanted.definition = by);
}

/// Ends what goes on; what is shown stays.
pub(in crate::page) fn cancel(state: State) {
    let wanted = state.asked.latest();
    let shown = state.asked.shown();
    let name = wanted.list.filter(|list| Some(list) != shown.list.as_ref());
    let notice = name.map(|list| Notice::Cancelled {
        name: list.name().to_owned(),
    });
    hear(state, Event::Cancelled(notice));
    client::stop_waiting();
}

/// What failed last, again.
pub(in crate::page) fn again(state: State) {
    if let Some(wanted) = state.asked.failed() {
        ask_by(state, wanted, None);
    }
}

/// Gets ready for a file of the reader's own, which is about to come.
pub(in crate::page) fn expect_file(state: State) {
    leptos::task::spawn_local(know_countries(state));
}
