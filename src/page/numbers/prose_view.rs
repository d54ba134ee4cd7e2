//! Sentences of the report, whose numbers open their models.

use leptos::prelude::*;

use crate::document::Item;

use super::number::run_on;

/// A list of sentences; nothing for none.
pub(in crate::page) fn sentences(items: &[Item]) -> Option<AnyView> {
    let lines = items
        .iter()
        .map(|item| {
            let runs = item.runs.iter();
            let runs = run_on(runs.map(|run| (&*run.text, run.meant.as_ref())));
            let class = format!("prose__line prose__line--{}", item.mark.depth());
            view! { <li class=class>{runs}</li> }
        })
        .collect_view();
    (!items.is_empty()).then(|| view! { <ul class="prose">{lines}</ul> }.into_any())
}
