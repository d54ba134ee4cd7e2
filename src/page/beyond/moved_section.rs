//! Why the numbers moved: the shown list against that of another day, or a
//! file.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::{self, Drawing, Look};
use crate::comparison::Explained;
use crate::dataset::PartialDate;
use crate::document::{
    Cell, Grid, MovedAt, moved_causes, moved_column, moved_days, moved_grid, moved_sentences,
    signed,
};
use crate::engine::{Against, ask};
use crate::language::{Language, fill};
use crate::locale::{moved, records};
use crate::page::browser::{near, save_as};
use crate::page::chart::ChartView;
use crate::page::data::other_lists;
use crate::page::engine::client;
use crate::page::later::{GridOf, Missing};
use crate::page::report::GridTools;
use crate::page::state::{Shared, State};

use super::grid_view::{grid_view, said_lines};
use super::moved_choice::{Others, Places, compared_with, lists, read_beside};
use super::moved_matches::Matches;
use super::moved_models::{Models, Sought};

/// What was found, where of it the reader looks, and what could not be done.
#[derive(Clone, Copy)]
struct Comparing {
    others: Others,
    found: RwSignal<Option<Shared<Explained>>>,
    at: RwSignal<Option<MovedAt>>,
    wanted: RwSignal<Sought>,
    said: RwSignal<Option<String>>,
    /// Whether the lists of other days did not come.
    is_missing: RwSignal<bool>,
    /// How often they were asked for again.
    tries: RwSignal<u32>,
}

impl Comparing {
    fn new(state: State) -> Self {
        Self {
            others: Others::new(state),
            found: RwSignal::new(None),
            at: RwSignal::new(None),
            wanted: RwSignal::new(Sought::default()),
            said: RwSignal::new(None),
            is_missing: RwSignal::new(false),
            tries: RwSignal::new(0),
        }
    }

    /// Compares what is shown, of this day, with the chosen list.
    async fn find(self, chosen: String, shown: Option<PartialDate>) {
        let names = other_lists().await;
        self.is_missing.try_set(names.is_none());
        let Some(names) = names else { return };
        self.others.add(names);
        let names = self.others.names.try_get_untracked().unwrap_or_default();
        let list = compared_with(&names, &chosen, shown);
        let against = Against {
            list: list.clone(),
            definition: None,
        };
        let answer = client::ask(ask::Compare(against)).await;
        // Another list may have been chosen meanwhile.
        if self.others.chosen.try_get_untracked() != Some(chosen) {
            return;
        }
        self.others.compared.try_set(list);
        let found = answer.ok().flatten().map(|own| Shared(Arc::new(own)));
        self.found.try_set(found);
    }

    /// The comparison, and the table and column of it that the reader looks at.
    fn place(self) -> Option<(Shared<Explained>, MovedAt)> {
        let found = self.found.get()?;
        let fits = |own: &MovedAt| found.comparison.table(&own.table).is_some();
        let chosen = self.at.get().filter(fits);
        let mut own = chosen.unwrap_or_else(|| MovedAt::whole(&found));
        own.column = own.column.min(found.comparison.columns.len());
        Some((found, own))
    }

    /// The waterfall of all models.
    fn drawing(self, language: Language, look: Look) -> Option<Drawing> {
        let (found, own) = self.place()?;
        let row = found.comparison.all()?;
        let column = moved_column(&found, own.column, language);
        let title = fill(moved(language).chart, &[("column", &column)]);
        let [old, new] = moved_days(&found);
        let days: [&str; 2] = [&old, &new];
        Some(chart::waterfall(row, own.column, days, title, signed, look))
    }

    fn grid(self, state: State) -> Option<Grid> {
        let (found, own) = self.place()?;
        let labels = state.labels()?;
        moved_grid(&found, &own, &labels, state.language.get())
    }

    fn sentences(self, state: State) -> Option<AnyView> {
        let (found, labels) = self.found.get().zip(state.labels())?;
        let focus = state.report.with(|report| {
            let report = report.as_ref()?;
            Some(report.definition.focus_country.to_string())
        })?;
        let said = moved_sentences(&found, &focus, &labels, state.language.get());
        Some(said_lines(said).into_any())
    }

    /// The table; a number of a cause opens its models below.
    fn table(self, state: State) -> Option<AnyView> {
        let (grid, (found, own)) = self.grid(state).zip(self.place())?;
        let table = found.comparison.table(&own.table)?;
        let causes = moved_causes(table);
        let keys: Vec<String> = table.rows.iter().map(|row| row.key.clone()).collect();
        let open = move |row: String, cause| {
            self.wanted.set(Sought {
                row: Some(row),
                cause: Some(cause),
                ..Sought::default()
            });
        };
        let cell = move |row: usize, column: usize, cell: &Cell| {
            let cause = column
                .checked_sub(FIRST_CAUSE)
                .and_then(|at| causes.get(at).copied());
            let number = cell.text.clone();
            match (cause, keys.get(row).cloned()) {
                (Some(cause), Some(key)) if !number.is_empty() => view! {
                    <button type="button" class="n" on:click=move |_| open(key.clone(), cause)>
                        {number}
                    </button>
                }
                .into_any(),
                _ => number.into_any(),
            }
        };
        Some(grid_view(&grid, cell).into_any())
    }

    /// What there is to say where the two lists are of very different lengths.
    fn warning(self, language: Language) -> Option<AnyView> {
        let found = self.found.get()?;
        let sizes = [&found.old, &found.new].map(|side| side.source.records);
        let is_other = sizes[0].max(sizes[1]) > 4 * sizes[0].min(sizes[1]);
        let [old, new] = sizes.map(records);
        let values = [("old", &*old), ("new", &*new)];
        let said = fill(moved(language).other_kind, &values);
        is_other.then(|| view! { <p class="warning">{said}</p> }.into_any())
    }

    fn save(self, state: State) -> Option<()> {
        let found = self.found.get_untracked()?;
        let labels = untrack(|| state.labels())?;
        let json = crate::export::comparison_json(&found, &labels);
        save_as(&json, "application/json", "comparison.json");
        Some(())
    }
}

/// The causes stand behind the row's name, both numbers and the change.
const FIRST_CAUSE: usize = 4;

/// Choice of a list, what moved in sentences, chart, table and models.
#[component]
pub(in crate::page) fn MovedSection() -> impl IntoView {
    let state = expect_context::<State>();
    let (place, near) = near();
    let comparing = Comparing::new(state);
    Effect::new(move || {
        comparing.tries.track();
        let Some(report) = state.report.get().filter(|_| near.get()) else {
            return;
        };
        let shown = report.findings.source.snapshot_date();
        let found = comparing.find(comparing.others.chosen.get(), shown);
        leptos::task::spawn_local(found);
    });
    let drawing = Memo::new(move |_| {
        let drawing = comparing.drawing(state.language.get(), state.look())?;
        Some(Shared(Arc::new(drawing)))
    });
    let paper = Callback::new(move |()| {
        untrack(|| comparing.drawing(state.language.get(), state.paper_look()))
    });
    let on_mark = Callback::new(move |mark: chart::MarkKey| {
        let cause = Sought::cause_of(&mark.row);
        comparing.wanted.update(|own| own.cause = cause);
    });
    let grid = Callback::new(move |()| untrack(|| comparing.grid(state)));
    let notes = move || {
        let notes = comparing.grid(state)?.notes.into_iter();
        Some(notes.map(|own| view! { <li>{own}</li> }).collect_view())
    };
    view! {
        <section node_ref=place class="section moved" id="comparison" aria-labelledby="comparison-title">
            <h2 class="section__title" id="comparison-title">
                {move || state.text().moved_title}
            </h2>
            <p>{move || moved(state.language.get()).lead}</p>
            <Choices comparing />
            <p class="definition__refused" role="alert">{move || comparing.said.get()}</p>
            <Show when=move || comparing.is_missing.get()>
                <Missing
                    what=Signal::derive(move || state.text().more().data_not_fetched)
                    again=Callback::new(move |()| comparing.tries.update(|own| *own += 1))
                />
            </Show>
            {move || comparing.warning(state.language.get())}
            {move || comparing.sentences(state)}
            <ChartView drawing id="comparison" paper on_mark />
            <div class="table-frame" role="region" tabindex="0" aria-label=move || state.text().moved_title>
                {move || comparing.table(state)}
            </div>
            <GridTools grid=GridOf::Own(grid) id="comparison" />
            <Models place=Signal::derive(move || comparing.place()) wanted=comparing.wanted />
            <Matches found=comparing.found />
            <ul class="section__notes">{notes}</ul>
        </section>
    }
}

/// Against which list, and which table and column of it.
#[component]
fn Choices(comparing: Comparing) -> impl IntoView {
    let state = expect_context::<State>();
    let text = move || moved(state.language.get());
    let Comparing {
        others,
        found,
        at,
        said,
        ..
    } = comparing;
    let load = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        input.set_value("");
        read_beside(state, file, others, said);
    };
    view! {
        <p class="tools">
            <label class="field">
                <span>{move || text().against}</span>
                <select
                    id="census-against"
                    on:change=move |event| {
                        others.choose(&event_target_value(&event));
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
            <button
                type="button"
                id="census-comparison-json"
                on:click=move |_| {
                    comparing.save(state);
                }
            >
                {move || text().save_json}
            </button>
        </p>
    }
}
