//! How the list grew: a row a year or a country, a column a list's day, and how
//! much the last year may yet grow.

use std::sync::Arc;

use leptos::prelude::*;

use crate::breakdown::BREAKDOWNS;
use crate::chart;
use crate::comparison::History;
use crate::document::{growing_sentences, history_grid};
use crate::engine::ask;
use crate::locale::moved;
use crate::page::browser::near;
use crate::page::chart::ChartView;
use crate::page::data::other_lists;
use crate::page::engine::client;
use crate::page::later::{GridOf, Missing};
use crate::page::report::GridTools;
use crate::page::state::{Shared, State};

use super::grid_view::{grid_view, plain, said_lines};

/// The table, its chart, and what they say of the last year.
#[component]
pub(in crate::page) fn HistorySection() -> impl IntoView {
    let state = expect_context::<State>();
    let (place, near) = near();
    let by: RwSignal<String> = RwSignal::new("year".to_owned());
    let is_of_changes = RwSignal::new(false);
    let found: RwSignal<Option<Shared<History>>> = RwSignal::new(None);
    let is_missing = RwSignal::new(false);
    let tries = RwSignal::new(0_u32);
    Effect::new(move || {
        state.report.track();
        tries.track();
        let by = by.get();
        if !near.get() {
            return;
        }
        leptos::task::spawn_local(async move {
            let lists = other_lists().await;
            is_missing.try_set(lists.is_none());
            let answer = client::ask(ask::History(by)).await;
            found.try_set(answer.ok().map(|own| Shared(Arc::new(own))));
        });
    });
    let of_years = move || found.get().filter(|own| own.breakdown == "year");
    let drawing = Memo::new(move |_| {
        let found = of_years()?;
        Some(Shared(Arc::new(chart::growing(&found, state.look()))))
    });
    let paper = Callback::new(move |()| {
        let found = found
            .get_untracked()
            .filter(|own| own.breakdown == "year")?;
        Some(chart::growing(&found, state.paper_look()))
    });
    let on_mark = Callback::new(move |_| {});
    let grid = move || {
        let (found, labels) = found.get().zip(state.labels())?;
        let language = state.language.get();
        Some(history_grid(&found, is_of_changes.get(), &labels, language))
    };
    let own_grid = Callback::new(move |()| untrack(grid));
    let sentences = move || {
        let found = found.get()?;
        let said = growing_sentences(&found, state.language.get());
        Some(said_lines(said))
    };
    let options = move || {
        let language = state.language.get();
        BREAKDOWNS
            .iter()
            .map(|own| {
                let name = match own.id {
                    "year" => moved(language).publication_year,
                    _ => own.dimension.name(language),
                };
                view! { <option value=own.id>{name}</option> }
            })
            .collect_view()
    };
    let text = move || moved(state.language.get());
    view! {
        <section node_ref=place class="section" id="history" aria-labelledby="history-title">
            <h2 class="section__title" id="history-title">
                {move || state.text().history_title}
            </h2>
            <p class="tools">
                <label class="field">
                    <span>{move || text().history_of}</span>
                    <select
                        id="census-history-by"
                        on:change=move |event| by.set(event_target_value(&event))
                        prop:value=move || by.get()
                    >
                        {options}
                    </select>
                </label>
                <label class="check">
                    <input
                        type="checkbox"
                        id="census-history-changes"
                        on:change=move |event| is_of_changes.set(event_target_checked(&event))
                    />
                    <span>{move || text().revisions}</span>
                </label>
            </p>
            <Show when=move || is_missing.get()>
                <Missing
                    what=Signal::derive(move || state.text().more().data_not_fetched)
                    again=Callback::new(move |()| tries.update(|own| *own += 1))
                />
            </Show>
            {sentences}
            <Show when=move || of_years().is_some()>
                <ChartView drawing id="history" paper on_mark />
            </Show>
            <div class="table-frame" role="region" tabindex="0" aria-label=move || state.text().history_title>
                {move || grid().map(|grid| grid_view(&grid, plain))}
            </div>
            <GridTools grid=GridOf::Own(own_grid) id="history" />
            <ul class="section__notes">
                <li>{move || text().estimate_note}</li>
                {move || {
                    let notes = grid()?.notes;
                    Some(notes.into_iter().map(|own| view! { <li>{own}</li> }).collect_view())
                }}
            </ul>
        </section>
    }
}
