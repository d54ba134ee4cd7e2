//! Numbers that open the models behind them.

use leptos::prelude::*;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

use crate::dimension::Conditions;
use crate::evidence::Meant;

use super::rest::{self, Act};
use super::state::{Opened, State};

#[wasm_bindgen(module = "/src/page/cells.js")]
extern "C" {
    fn watch(open: &Closure<dyn FnMut(String)>);
}

/// Opens whatever number is pressed, anywhere in the page.
pub(super) fn open_pressed(state: State) {
    let open = Closure::new(move |meant: String| rest::act(state, Act::LookBehind(meant)));
    watch(&open);
    // As long as the page.
    open.forget();
}

/// Opens what a number or name bears as its meaning.
pub(super) fn open(state: State, meant: &str) {
    let record = meant
        .strip_prefix("record=")
        .and_then(|record| record.parse().ok());
    if let Some(record) = record {
        state.open(Opened::Model(record));
    } else if let Ok(meant) = Meant::parse(meant) {
        state.open(Opened::Number(meant));
    }
}

/// A number in a table. The first of a table is its stop of the Tab key.
pub(super) fn in_table(text: String, conditions: Conditions, first: bool) -> AnyView {
    let meant = Meant::counted(conditions).to_string();
    let tab = if first { "0" } else { "-1" };
    view! {
        <button type="button" class="n" data-meant=meant tabindex=tab>
            {text}
        </button>
    }
    .into_any()
}

/// A model's name, which opens the numbers that count it.
pub(super) fn model_button(name: String, record: u32) -> AnyView {
    view! {
        <button type="button" class="n" data-meant=format!("record={record}")>
            {name}
        </button>
    }
    .into_any()
}

/// A number in a sentence.
pub(super) fn in_sentence(text: String, meant: &Meant) -> AnyView {
    view! {
        <button type="button" class="n" data-meant=meant.to_string()>
            {text}
        </button>
    }
    .into_any()
}

/// A sentence with values put in the places marked `{name}`, as
/// [`crate::locale::fill`] does; those that are meant can be opened.
pub(super) fn sentence(text: &str, values: &[(&str, String, Option<Meant>)]) -> AnyView {
    let mut views: Vec<AnyView> = Vec::new();
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once('{') {
        let Some((name, after)) = marked.split_once('}') else {
            break;
        };
        views.push(before.to_owned().into_any());
        if let Some((_, value, meant)) = values.iter().find(|(own, _, _)| *own == name) {
            views.push(match meant {
                Some(meant) => in_sentence(value.clone(), meant),
                None => value.clone().into_any(),
            });
        }
        rest = after;
    }
    views.push(rest.to_owned().into_any());
    views.into_any()
}
