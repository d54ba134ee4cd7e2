//! Sentences of the report, whose numbers open their models.

use leptos::prelude::*;

use crate::document::Item;

use super::number::in_sentence;

/// A list of sentences; nothing for none.
pub(super) fn sentences(items: &[Item]) -> Option<AnyView> {
    let lines = items
        .iter()
        .map(|item| {
            let runs = item
                .runs
                .iter()
                .map(|run| match &run.meant {
                    Some(meant) => in_sentence(run.text.clone(), meant),
                    None => run.text.clone().into_any(),
                })
                .collect_view();
            let class = format!("prose__line prose__line--{}", item.mark.depth());
            view! { <li class=class>{runs}</li> }
        })
        .collect_view();
    (!items.is_empty()).then(|| view! { <ul class="prose">{lines}</ul> }.into_any())
}
