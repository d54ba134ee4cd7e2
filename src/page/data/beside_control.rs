//! The files that were dropped together with the one that is read: none is left
//! out without a word.

use leptos::prelude::*;

use crate::dataset::tidy;
use crate::locale::fill;
use crate::page::state::{ListOf, OwnList, State};

use super::asking;

/// Says which of several files is read and which are not, and lets another be.
#[component]
pub(in crate::page) fn BesideControl() -> impl IntoView {
    let state = expect_context::<State>();
    let list = move || {
        state.asked.rests.track();
        // One that cannot be read is no reason to leave out the others.
        let last = state.asked.failed().unwrap_or_else(|| state.asked.shown());
        match last.list {
            Some(ListOf::Own(own)) if !own.beside.is_empty() => Some(own),
            _ => None,
        }
    };
    move || {
        let OwnList { name, beside, .. } = list()?;
        let names: Vec<String> = beside
            .iter()
            .map(|file| tidy(&file.name()).into_owned())
            .collect();
        let said = {
            let values = [("name", name), ("others", names.join(", "))];
            move || {
                let values = values.each_ref().map(|(key, value)| (*key, &**value));
                fill(state.text().more().read_alone, &values)
            }
        };
        let others = names.into_iter().enumerate().map(|(at, name)| {
            let read = move |_| {
                let Some(OwnList {
                    file, mut beside, ..
                }) = list()
                else {
                    return;
                };
                if at < beside.len() {
                    let other = beside.remove(at);
                    beside.push(wasm_bindgen::JsCast::unchecked_into(file));
                    asking::open_of(state, other, beside);
                }
            };
            view! {
                <button type="button" class="beside" on:click=read>
                    {move || fill(state.text().more().read_other, &[("name", &name)])}
                </button>
            }
        });
        Some(view! {
            <p class="control__hint warning" role="status" id="census-beside">
                {said}
            </p>
            {others.collect_view()}
        })
    }
}
