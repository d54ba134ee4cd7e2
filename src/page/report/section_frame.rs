//! What every section of the report has around its chart and table: heading,
//! reason where there is nothing, sentences, files of the table, notes.

use leptos::prelude::*;

use crate::breakdown::Form;
use crate::document::form_number;
use crate::locale;
use crate::page::later::GridOf;
use crate::page::numbers::sentences;
use crate::page::state::{Shared, State};
use crate::prose;
use crate::report::Report;

use super::grid_tools::GridTools;

/// A section; its chart and table are its children.
#[component]
pub(super) fn SectionFrame(
    /// Of a breakdown or list.
    id: &'static str,
    class: &'static str,
    form: Form,
    shown: RwSignal<Option<Shared<Report>>>,
    #[prop(into)] title: Signal<Option<String>>,
    /// Why the data do not give it.
    #[prop(into)]
    missing: Signal<Option<String>>,
    /// What stands above the chart.
    #[prop(optional, into)]
    switch: ViewFn,
    /// The notes above the source.
    #[prop(into)]
    notes: ViewFn,
    children: Children,
) -> impl IntoView {
    let state = expect_context::<State>();
    let heading = format!("{id}-title");
    let said = move || {
        let report = shown.get()?;
        sentences(&prose::section(&report, id, state.language.get()))
    };
    view! {
        <section class=class id=id aria-labelledby=heading.clone()>
            <h2 class="section__title" id=heading.clone()>
                <span class="section__number">
                    {move || form_number(form, state.language.get())}
                </span>
                " "
                {move || title.get()}
            </h2>
            {move || missing.get().map(|missing| view! { <p class="section__missing">{missing}</p> })}
            {said}
            {move || switch.run()}
            {children()}
            <GridTools grid=GridOf::Section(id) id=id />
            <ul class="section__notes">
                {move || notes.run()}
                {move || view! { <li>{source(state)}</li> }}
            </ul>
        </section>
    }
}

/// The source line of every table and figure.
pub(in crate::page) fn source(state: State) -> String {
    let language = state.language.get();
    let line = state.report.with(|report| {
        let report = report.as_ref()?;
        Some(locale::source_line(report, language))
    });
    line.unwrap_or_default()
}
