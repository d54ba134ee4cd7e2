//! What a file is that states no training compute: nothing of it counts until
//! the reader says that all its models are large.

use leptos::prelude::*;

use crate::dataset::{Field, ListKind};
use crate::definition::{Definition, UnknownCompute};
use crate::page::later::{Act, act};
use crate::page::state::{Counting, Shared, State};

/// Says that nothing counts, and lets the reader say that all of it is to count,
/// which the definition keeps from then on, and so does a link.
#[component]
pub(in crate::page) fn ComputeControl() -> impl IntoView {
    let state = expect_context::<State>();
    let is_asked = Memo::new(move |_| {
        state.report.with(|report| {
            report.as_ref().is_some_and(|report| {
                let source = &report.findings.source;
                let columns = &report.findings.columns;
                let is_stated = columns
                    .iter()
                    .any(|(own, _)| *own == Field::TrainingCompute);
                let is_open = report.definition.compute.unknown != UnknownCompute::Keep;
                source.list.kind == ListKind::Unknown
                    && source.lacks_compute()
                    && !is_stated
                    && is_open
            })
        })
    });
    let count_all = move |_| {
        let definition = state.report.with_untracked(|report| {
            let mut own = Definition::clone(&report.as_ref()?.definition);
            own.compute.unknown = UnknownCompute::Keep;
            Some(own)
        });
        if let Some(definition) = definition {
            let by = Counting::By(Shared(std::sync::Arc::new(definition)));
            act(state, Act::Count(by));
        }
    };
    view! {
        <Show when=move || is_asked.get()>
            <span class="control__hint">{move || state.text().more().no_compute_here}</span>
            <button type="button" id="census-all-are-large" on:click=count_all>
                {move || state.text().more().all_are_large}
            </button>
        </Show>
    }
}
