//! Numbers that open the models behind them.

use leptos::prelude::*;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

use crate::coverage::Row;
use crate::dimension::Conditions;
use crate::evidence::Meant;
use crate::page::address::Opened;
use crate::page::later::{Act, act};
use crate::page::state::State;

#[wasm_bindgen(module = "/src/page/numbers/cells.js")]
extern "C" {
    fn watch(open: &Closure<dyn FnMut(String)>);
}

/// Opens whatever number is pressed, anywhere in the page.
pub(in crate::page) fn open_pressed(state: State) {
    let open = Closure::new(move |meant: String| act(state, Act::LookBehind(meant)));
    watch(&open);
    // As long as the page.
    open.forget();
}

/// Opens what a number or name bears as its meaning.
pub(in crate::page) fn open(state: State, meant: &str) {
    let row = meant
        .strip_prefix("record=")
        .and_then(|row| row.parse().ok());
    if let Some(row) = row {
        state.open(Opened::Model(row));
    } else if let Ok(meant) = Meant::parse(meant) {
        state.open(Opened::Number(meant));
    }
}

/// A number in a table. The first of a table is its stop of the Tab key.
pub(in crate::page) fn in_table(text: String, conditions: Conditions, first: bool) -> AnyView {
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
pub(in crate::page) fn model_button(name: String, row: Row) -> AnyView {
    view! {
        <button type="button" class="n" translate="no" data-meant=format!("record={row}")>
            {name}
        </button>
    }
    .into_any()
}

/// A number in a sentence.
pub(in crate::page) fn in_sentence(text: String, meant: &Meant) -> AnyView {
    view! {
        <button type="button" class="n" data-meant=meant.to_string()>
            {text}
        </button>
    }
    .into_any()
}

/// A sentence with values put in the places marked `{name}`, as
/// [`crate::locale::fill`] does; those that are meant can be opened.
pub(in crate::page) fn sentence(text: &str, values: &[(&str, String, Option<Meant>)]) -> AnyView {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once('{') {
        let Some((name, after)) = marked.split_once('}') else {
            break;
        };
        runs.push((before, None));
        if let Some((_, value, meant)) = values.iter().find(|(own, _, _)| *own == name) {
            runs.push((&**value, meant.as_ref()));
        }
        rest = after;
    }
    runs.push((rest, None));
    run_on(runs)
}

/// Longer words may be broken: on a phone they would not fit.
const LONGEST_WORD: usize = 18;

/// Texts and numbers one after the other. A line breaks beside a button, but
/// not within a word: so what a number touches stays with it.
pub(super) fn run_on<'a>(runs: impl IntoIterator<Item = (&'a str, Option<&'a Meant>)>) -> AnyView {
    let mut views: Vec<AnyView> = Vec::new();
    let mut word = Word::default();
    for (text, meant) in runs {
        let spaces = (meant.is_none())
            .then(|| Some((text.find(' ')?, text.rfind(' ')?)))
            .flatten();
        let Some((first, last)) = spaces else {
            word.add(text, meant);
            continue;
        };
        let (head, rest) = text.split_at(first);
        let (middle, tail) = rest.split_at(last + 1 - first);
        word.add(head, None);
        word.end(&mut views);
        views.push(middle.to_owned().into_any());
        word.add(tail, None);
    }
    word.end(&mut views);
    views.into_any()
}

#[derive(Default)]
struct Word {
    views: Vec<AnyView>,
    chars: usize,
    has_number: bool,
}

impl Word {
    fn add(&mut self, text: &str, meant: Option<&Meant>) {
        if text.is_empty() {
            return;
        }
        self.chars += text.chars().count();
        self.has_number |= meant.is_some();
        self.views.push(match meant {
            Some(meant) => in_sentence(text.to_owned(), meant),
            None => text.to_owned().into_any(),
        });
    }

    fn end(&mut self, into: &mut Vec<AnyView>) {
        let Self {
            views,
            chars,
            has_number,
        } = std::mem::take(self);
        if has_number && chars <= LONGEST_WORD && views.len() > 1 {
            into.push(view! { <span class="word">{views}</span> }.into_any());
        } else {
            into.extend(views);
        }
    }
}
