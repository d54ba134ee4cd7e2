//! Models that are not in the list: which any list knows, which of them count,
//! and why the others do not.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart;
use crate::coverage::{Coverage, Query};
use crate::document::coverage_counts_grid;
use crate::engine::ask;
use crate::locale::{coverage_sentences, coverage_text};
use crate::page::browser::near;
use crate::page::chart::ChartView;
use crate::page::data::knows_other_models;
use crate::page::engine::client;
use crate::page::later::{GridOf, Missing};
use crate::page::report::GridTools;
use crate::page::share::ShareButton;
use crate::page::state::{Shared, State};

use super::coverage_models::{CoveredModels, Wanted};
use super::grid_view::{grid_view, said_lines};

/// Whose models, what is said of them, chart, counts and models.
#[component]
pub(in crate::page) fn CoverageSection() -> impl IntoView {
    let state = expect_context::<State>();
    let (place, near) = near();
    let found: RwSignal<Option<Shared<Coverage>>> = RwSignal::new(None);
    let wanted: RwSignal<Wanted> = RwSignal::new(Wanted::default());
    let is_missing = RwSignal::new(false);
    let tries = RwSignal::new(0_u32);
    Effect::new(move || {
        state.report.track();
        tries.track();
        let typed = state.covered.get();
        if !near.get() {
            return;
        }
        leptos::task::spawn_local(async move {
            // Where they do not come the shown list alone is asked, which is said.
            is_missing.try_set(!knows_other_models().await);
            let answer = client::ask(ask::Covered(typed.clone())).await;
            // Another one may have been typed meanwhile.
            if state.covered.try_get_untracked() == Some(typed) {
                wanted.try_set(Wanted::default());
                found.try_set(answer.ok().map(|own| Shared(Arc::new(own))));
            }
        });
    });
    let with_names = move || found.get().zip(state.labels());
    let drawing = Memo::new(move |_| {
        let (found, labels) = with_names()?;
        let drawing = chart::coverage(&found, &labels, state.look());
        (found.of_period() > 0).then(|| Shared(Arc::new(drawing)))
    });
    let paper = Callback::new(move |()| {
        let (found, labels) = untrack(with_names)?;
        Some(chart::coverage(&found, &labels, state.paper_look()))
    });
    let on_mark = Callback::new(move |mark: chart::MarkKey| {
        wanted.set(Wanted::of(mark.row, mark.column));
    });
    let grid = move || {
        let (found, labels) = with_names()?;
        Some(coverage_counts_grid(&found, &labels, state.language.get()))
    };
    let own_grid = Callback::new(move |()| untrack(grid));
    let table = move || {
        let (grid, found) = grid().zip(found.get())?;
        if found.of_period() == 0 {
            return None;
        }
        let fates: Vec<String> = found
            .counts()
            .into_iter()
            .map(|row| Wanted::fate_of(row.why).to_owned())
            .collect();
        let spans: Vec<String> = found.period.spans().map(|own| own.to_string()).collect();
        let view = grid_view(&grid, move |row, column, cell| {
            let number = cell.text.clone();
            let fate = fates.get(row).cloned();
            match fate.filter(|_| column > 0 && number != "0") {
                Some(fate) => {
                    // One past the last is all of them.
                    let span = spans.get(column - 1).cloned().unwrap_or_default();
                    let chosen = Wanted::of(fate, span);
                    view! {
                        <button type="button" class="n" on:click=move |_| wanted.set(chosen.clone())>
                            {number}
                        </button>
                    }
                    .into_any()
                }
                None => number.into_any(),
            }
        });
        Some(view)
    };
    let sentences = move || {
        let (found, labels) = with_names()?;
        let said = coverage_sentences(&found, &labels, state.language.get());
        Some(said_lines(said))
    };
    let is_alone =
        move || found.with(|found| found.as_ref().is_some_and(|own| own.lists.len() < 2));
    let text = move || coverage_text(state.language.get());
    view! {
        <section node_ref=place class="section coverage" id="coverage" aria-labelledby="coverage-title">
            <h2 class="section__title" id="coverage-title">
                {move || state.text().coverage_title}
            </h2>
            <p>{move || text().lead}</p>
            <Asking found />
            <Show when=move || is_missing.get()>
                <Missing
                    what=Signal::derive(move || state.text().more().data_not_fetched)
                    again=Callback::new(move |()| tries.update(|own| *own += 1))
                />
            </Show>
            <Show when=is_alone>
                <p role="alert">{move || text().no_facts}</p>
            </Show>
            {sentences}
            <ChartView drawing id="coverage" paper on_mark />
            <div class="table-frame" role="region" tabindex="0" aria-label=move || state.text().coverage_title>
                {table}
            </div>
            <GridTools grid=GridOf::Own(own_grid) id="coverage" />
            <CoveredModels found wanted />
            <p class="tools">
                <ShareButton view="coverage" />
            </p>
            <ul class="section__notes">
                {move || grid().map(|grid| {
                    grid.notes.into_iter().map(|own| view! { <li>{own}</li> }).collect_view()
                })}
            </ul>
        </section>
    }
}

/// Whose models: a country of the list, or what the reader types.
#[component]
fn Asking(found: RwSignal<Option<Shared<Coverage>>>) -> impl IntoView {
    let state = expect_context::<State>();
    let countries: RwSignal<Vec<String>> = RwSignal::new(Vec::new());
    Effect::new(move || {
        if found.with(Option::is_none) {
            return;
        }
        leptos::task::spawn_local(async move {
            if let Ok(values) = client::ask(ask::Values("country".to_owned())).await {
                countries.try_set(values.into_iter().map(|(key, _)| key).collect());
            }
        });
    });
    let text = move || coverage_text(state.language.get());
    let country = move || {
        found.with(|found| match &found.as_ref()?.query {
            Query::Country(key) => Some(key.to_string()),
            Query::Organization(_) | Query::Text(_) => None,
        })
    };
    let options = move || {
        let labels = state.labels()?;
        let language = state.language.get();
        let chosen = country();
        let mut keys = countries.get();
        // Of the focus country no model may count.
        let focus = state.report.with(|report| {
            let report = report.as_ref()?;
            Some(report.definition.focus_country.to_string())
        });
        for key in chosen.iter().chain(&focus) {
            if !keys.contains(key) {
                keys.push(key.clone());
            }
        }
        let options = keys.into_iter().map(|key| {
            let name = labels.name("country", &key, language).to_owned();
            let is_chosen = chosen.as_ref() == Some(&key);
            view! { <option value=key selected=is_chosen>{name}</option> }
        });
        let other = chosen.is_none().then(|| {
            view! { <option value="" selected=true>{text().other}</option> }
        });
        Some(view! { {other} {options.collect_view()} })
    };
    let typed = move || match country() {
        Some(_) => String::new(),
        None => state.covered.get(),
    };
    view! {
        <p class="tools">
            <label class="field">
                <span>{move || text().country}</span>
                <select
                    id="census-coverage-country"
                    on:change=move |event| {
                        let key = event_target_value(&event);
                        if !key.is_empty() {
                            state.covered.set(key);
                        }
                    }
                >
                    {options}
                </select>
            </label>
            <label class="field">
                <span>{move || text().search}</span>
                <input
                    type="search"
                    id="census-coverage-search"
                    size="26"
                    placeholder=move || text().search_hint
                    on:change=move |event| {
                        let typed = event_target_value(&event);
                        state.covered.set(typed.trim().to_owned());
                    }
                    prop:value=typed
                />
            </label>
        </p>
    }
}
