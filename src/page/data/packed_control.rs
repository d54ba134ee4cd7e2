//! Which table was taken out of a packed file, and how to take another.

use leptos::prelude::*;

use crate::locale::{coverage_text, fill};
use crate::page::engine::Packed;
use crate::page::state::{State, keep_at};

use super::asking;

/// Names the table of a packed file, and lets another be taken.
#[component]
pub(in crate::page) fn PackedControl() -> impl IntoView {
    let state = expect_context::<State>();
    let packed = Memo::new(move |_| {
        state
            .shown
            .with(|shown| shown.as_ref()?.own.as_ref()?.packed.clone())
    });
    let choose = move |event: leptos::ev::Event| {
        if let Ok(entry) = event_target_value(&event).parse() {
            asking::read_again(state, None, Some(entry));
        }
    };
    let table = NodeRef::new();
    keep_at(state, table, move || match packed.get()? {
        Packed::Archive { entry, .. } => Some(entry.to_string()),
        Packed::Workbook { .. } => None,
    });
    move || {
        Some(match packed.get()? {
            Packed::Workbook { sheet } => view! {
                <span class="control__hint">
                    {move || fill(state.text().more().sheet_is, &[("sheet", &sheet)])}
                </span>
            }
            .into_any(),
            Packed::Archive { entries, .. } if entries.len() < 2 => {
                let entry = entries.into_iter().next().unwrap_or_default();
                view! {
                    <span class="control__hint">
                        {move || fill(state.text().more().entry_is, &[("entry", &entry)])}
                    </span>
                }
                .into_any()
            }
            Packed::Archive {
                entries,
                entry,
                rivals,
            } => view! {
                {rivals_said(state, &entries, entry, &rivals)}
                <label class="control__hint" for="census-entry">
                    {move || state.text().more().entry}
                </label>
                <select id="census-entry" node_ref=table on:change=choose>
                    {entries
                        .into_iter()
                        .enumerate()
                        .map(|(index, name)| {
                            view! {
                                <option value=index.to_string() selected=index == entry>
                                    {name}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            }
            .into_any(),
        })
    }
}

/// Asks which of several lists of large-scale models is meant.
fn rivals_said(
    state: State,
    entries: &[String],
    entry: usize,
    rivals: &[usize],
) -> Option<AnyView> {
    if rivals.is_empty() {
        return None;
    }
    let all = std::iter::once(&entry).chain(rivals);
    let names: Vec<&str> = all
        .filter_map(|at| entries.get(*at).map(String::as_str))
        .collect();
    let names = names.join(", ");
    let said = move || {
        let text = coverage_text(state.language.get());
        fill(text.rivals, &[("names", &names)])
    };
    Some(
        view! {
            <span class="control__hint warning" role="alert" id="census-rivals">
                {said}
            </span>
        }
        .into_any(),
    )
}
