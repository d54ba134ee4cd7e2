//! Why the numbers moved: the shown list against that of another day, or a
//! file.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart;
use crate::comparison::Explained;
use crate::document::{
    MovedAt, moved_causes, moved_column, moved_days, moved_grid, moved_sentences, signed,
};
use crate::engine::{Against, ask};
use crate::language::fill;
use crate::locale::{moved, records};
use crate::page::browser::{near, save_as};
use crate::page::chart::ChartView;
use crate::page::engine::client;
use crate::page::later::{GridOf, Missing};
use crate::page::report::GridTools;
use crate::page::state::{Shared, State};

use super::grid_view::{grid_view, said_lines};
use super::moved_choice::{Others, Places, first_choice, lists, read_beside};
use super::moved_models::{Matches, Models, Wanted};
use super::other_lists::other_lists;

/// Choice of a list, what moved in sentences, chart, table and models.
#[component]
pub(in crate::page) fn MovedSection() -> impl IntoView {
    let state = expect_context::<State>();
    let (place, near) = near();
    let others = Others::new();
    let found: RwSignal<Option<Shared<Explained>>> = RwSignal::new(None);
    let at: RwSignal<Option<MovedAt>> = RwSignal::new(None);
    let wanted: RwSignal<Wanted> = RwSignal::new(Wanted::default());
    let said: RwSignal<Option<String>> = RwSignal::new(None);
    let is_missing = RwSignal::new(false);
    let tries = RwSignal::new(0_u32);
    Effect::new(move || {
        tries.track();
        let Some(report) = state.report.get().filter(|_| near.get()) else {
            return;
        };
        let chosen = others.chosen.get();
        let shown = report.findings.source.snapshot_date();
        leptos::task::spawn_local(async move {
            let names = other_lists().await;
            is_missing.try_set(names.is_none());
            let Some(names) = names else { return };
            others.add(names);
            let names = others.names.try_get_untracked().unwrap_or_default();
            let list = chosen.clone().or_else(|| first_choice(&names, shown));
            let against = Against {
                list: list.clone(),
                definition: None,
            };
            let answer = client::ask(ask::Compare(against)).await;
            // Another list may have been chosen meanwhile.
            if others.chosen.try_get_untracked() != Some(chosen) {
                return;
            }
            others.compared.try_set(list);
            found.try_set(answer.ok().flatten().map(|own| Shared(Arc::new(own))));
        });
    });
    let place_of = move || {
        let found = found.get()?;
        let fits = |own: &MovedAt| found.comparison.table(&own.table).is_some();
        let chosen = at.get().filter(fits);
        let mut own = chosen.unwrap_or_else(|| MovedAt::whole(&found));
        own.column = own.column.min(found.comparison.columns.len());
        Some((found, own))
    };
    let drawing_of = move |found: &Explained, own: &MovedAt, look| {
        let row = found.comparison.all()?;
        let language = state.language.get();
        let column = moved_column(found, own.column, language);
        let title = fill(moved(language).chart, &[("column", &column)]);
        let [old, new] = moved_days(found);
        Some(chart::waterfall(
            row,
            own.column,
            [&old, &new],
            title,
            signed,
            look,
        ))
    };
    let drawing = Memo::new(move |_| {
        let (found, own) = place_of()?;
        drawing_of(&found, &own, state.look()).map(|own| Shared(Arc::new(own)))
    });
    let paper = Callback::new(move |()| {
        let (found, own) = untrack(place_of)?;
        untrack(|| drawing_of(&found, &own, state.paper_look()))
    });
    let on_mark = Callback::new(move |mark: chart::MarkKey| {
        wanted.update(|own| own.cause = Wanted::cause_of(&mark.row));
    });
    let grid = move || {
        let (found, own) = place_of()?;
        let labels = state.labels()?;
        moved_grid(&found, &own, &labels, state.language.get())
    };
    let own_grid = Callback::new(move |()| untrack(grid));
    let sentences = move || {
        let (found, labels) = found.get().zip(state.labels())?;
        let focus = state.report.with(|report| {
            let report = report.as_ref()?;
            Some(report.definition.focus_country.to_string())
        })?;
        let said = moved_sentences(&found, &focus, &labels, state.language.get());
        Some(said_lines(said))
    };
    let table = move || {
        let (grid, (found, own)) = grid().zip(place_of())?;
        let causes = found.comparison.table(&own.table).map(moved_causes)?;
        let keys: Vec<String> = found
            .comparison
            .table(&own.table)?
            .rows
            .iter()
            .map(|row| row.key.clone())
            .collect();
        // The causes stand behind the row's name, both numbers and the change.
        const FIRST_CAUSE: usize = 4;
        Some(grid_view(&grid, move |row, column, cell| {
            let cause = column
                .checked_sub(FIRST_CAUSE)
                .and_then(|at| causes.get(at).copied());
            let number = cell.text.clone();
            match (cause, keys.get(row).cloned()) {
                (Some(cause), Some(key)) if !number.is_empty() => view! {
                    <button
                        type="button"
                        class="n"
                        on:click=move |_| wanted.set(Wanted {
                            row: Some(key.clone()),
                            cause: Some(cause),
                            ..Wanted::default()
                        })
                    >
                        {number}
                    </button>
                }
                .into_any(),
                _ => number.into_any(),
            }
        }))
    };
    let load = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        input.set_value("");
        read_beside(state, file, others, said);
    };
    let text = move || moved(state.language.get());
    let save = move |_| {
        if let Some((found, labels)) = found.get_untracked().zip(untrack(|| state.labels())) {
            let json = crate::export::comparison_json(&found, &labels);
            save_as(&json, "application/json", "comparison.json");
        }
    };
    view! {
        <section node_ref=place class="section moved" id="comparison" aria-labelledby="comparison-title">
            <h2 class="section__title" id="comparison-title">
                {move || state.text().moved_title}
            </h2>
            <p>{move || text().lead}</p>
            <p class="tools">
                <label class="field">
                    <span>{move || text().against}</span>
                    <select
                        id="census-against"
                        on:change=move |event| {
                            others.chosen.set(Some(event_target_value(&event)));
                        }
                        prop:value=move || others.shown().unwrap_or_default()>
                        {move || lists(others, state)}
                    </select>
                </label>
                <span class="file-button">
                    <input type="file" id="census-against-file" on:change=load />
                    <label for="census-against-file">{move || text().choose_file}</label>
                </span>
                <Places found at />
                <button type="button" id="census-comparison-json" on:click=save>
                    {move || text().save_json}
                </button>
            </p>
            <p class="definition__refused" role="alert">{move || said.get()}</p>
            <Show when=move || is_missing.get()>
                <Missing
                    what=Signal::derive(move || state.text().more().data_not_fetched)
                    again=Callback::new(move |()| tries.update(|own| *own += 1))
                />
            </Show>
            {move || {
                let found = found.get()?;
                let sizes = [&found.old, &found.new].map(|side| side.source.records);
                let is_other = sizes[0].max(sizes[1]) > 4 * sizes[0].min(sizes[1]);
                let [old, new] = sizes.map(records);
                let values = [("old", &*old), ("new", &*new)];
                is_other.then(|| view! { <p class="warning">{fill(text().other_kind, &values)}</p> })
            }}
            {sentences}
            <ChartView drawing id="comparison" paper on_mark />
            <div class="table-frame" role="region" tabindex="0" aria-label=move || state.text().moved_title>
                {table}
            </div>
            <GridTools grid=GridOf::Own(own_grid) id="comparison" />
            <Models place=Signal::derive(place_of) wanted />
            <Matches found />
            <ul class="section__notes">
                {move || grid().map(|grid| {
                    grid.notes.into_iter().map(|own| view! { <li>{own}</li> }).collect_view()
                })}
            </ul>
        </section>
    }
}
