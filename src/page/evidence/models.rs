//! The models behind a number: a table to search, sort, copy and save.
//!
//! Long because the table, its order and its search share their columns.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::document::{Grid, about};
use crate::engine::ask;
use crate::evidence::{Evidence, MOST, Meant};
use crate::export::{evidence_csv, evidence_rows, grid_clipboard_html, grid_text};
use crate::locale::{self, Labels, Language, fill, reason};
use crate::page::browser::{copy_table, save_as, today};
use crate::page::engine::client;
use crate::page::state::{Shared, State};

use super::long_rows::{Item, LongRows};
use super::order::{COLUMNS, Line, Sorted, ordered};
use super::title::title;

/// How the reader left the tables of numbers, for the way back to them.
pub(super) type Seen = HashMap<String, Look>;

/// How a table is looked at; it outlives the table.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    search: ArcRwSignal<String>,
    sorted: ArcRwSignal<Sorted>,
    row: ArcRwSignal<usize>,
}

/// The models of a number.
#[component]
pub(super) fn Models(meant: Meant, seen: StoredValue<Seen>) -> impl IntoView {
    let state = expect_context::<State>();
    let key = meant.to_string();
    let left = seen.with_value(|seen| seen.get(&key).cloned());
    let is_back = left.is_some();
    let look = left.unwrap_or_default();
    seen.update_value(|seen| {
        seen.insert(key, look.clone());
    });
    let search = RwSignal::from(look.search);
    let sorted = RwSignal::from(look.sorted);
    let found: RwSignal<Option<Shared<Evidence>>> = RwSignal::new(None);
    let lines = Memo::new(move |_| {
        let (evidence, labels) = found.get().zip(state.labels())?;
        let language = state.language.get();
        let models = evidence.models.iter();
        let lines: Vec<Line> = models
            .map(|witness| Line::of(&witness.entry, &labels, language))
            .collect();
        Some(Shared(Arc::new(lines)))
    });
    let order = Memo::new(move |_| match found.get().zip(lines.get()) {
        Some((evidence, lines)) => {
            search.with(|search| ordered(&evidence.models, &lines, search, sorted.get()))
        }
        None => Vec::new(),
    });
    let count = Signal::derive(move || order.with(Vec::len));
    let rows = LongRows::new(count, RwSignal::from(look.row));
    let asked = meant.clone();
    let failed = RwSignal::new(false);
    let look_up = move || {
        let asked = asked.clone();
        leptos::task::spawn_local(async move {
            failed.try_set(false);
            let evidence = client::ask(ask::Evidence(asked)).await;
            failed.try_set(evidence.is_err());
            found.try_set(evidence.ok().map(|evidence| Shared(Arc::new(evidence))));
            if is_back {
                rows.return_to_current();
            }
        });
    };
    look_up();
    let heading = {
        let meant = meant.clone();
        move || {
            let labels = state.labels()?;
            Some(title(&meant, &labels, state.language.get()))
        }
    };
    view! {
        <h2 id="behind-title" tabindex="-1">{heading}</h2>
        <p class="behind__count" role="status">
            {move || match found.get() {
                Some(evidence) => {
                    let shown = order.with(Vec::len);
                    how_many(&evidence, shown, state.language.get())
                }
                None if failed.get() => state.text().not_answered.to_owned(),
                None => state.text().more().loading_models.to_owned(),
            }}
            " "
            {move || {
                let look_up = look_up.clone();
                failed.get().then(|| {
                    view! {
                        <button type="button" on:click=move |_| look_up()>
                            {state.text().try_again}
                        </button>
                    }
                })
            }}
        </p>
        <p class="behind__tools">
            <input
                type="search"
                aria-label=move || state.text().search_models
                placeholder=move || state.text().search_models
                prop:value=move || search.get()
                on:input=move |event| {
                    search.set(event_target_value(&event));
                    rows.restart();
                }
            />
            <Taking meant found />
        </p>
        <div
            class="table-frame behind__table"
            role="region"
            tabindex="0"
            aria-label=move || state.text().models
            node_ref=rows.frame
            on:scroll=move |_| rows.scrolled()
            on:keydown=move |event| rows.walk(&event)
            on:focusin=move |event| rows.focused(&event)
        >
            <table
                class="models"
                class:models--long=move || rows.is_long.get()
                aria-rowcount=move || (order.with(Vec::len) + 1).to_string()
            >
                <thead>
                    <tr aria-rowindex="1">
                        {(0..COLUMNS.len())
                            .map(|at| view! { <Heading at sorted rows /> })
                            .collect_view()}
                        <th scope="col" class="words">
                            {move || state.text().more().why_here}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        let (evidence, lines) = found.get().zip(lines.get())?;
                        let body = Body {
                            evidence,
                            lines,
                            labels: state.labels()?,
                            language: state.language.get(),
                            rows,
                            is_long: rows.is_long.get(),
                        };
                        Some(body.view(order))
                    }}
                </tbody>
            </table>
        </div>
    }
}

/// How many models there are, and how many of them are not shown and why.
fn how_many(evidence: &Evidence, shown: usize, language: Language) -> String {
    let text = language.text();
    let count = locale::count(evidence.count);
    let mut said = fill(text.more().models_behind, &[("n", &count)]);
    if evidence.count > evidence.models.len() {
        let cut = fill(text.more().models_cut, &[("most", &locale::count(MOST))]);
        said = format!("{said} ({cut})");
    }
    if shown < evidence.models.len() {
        let shown = locale::count(shown);
        let of = fill(text.of_models, &[("of", &count), ("n", &shown)]);
        said = format!("{said} · {of}");
    }
    said
}

/// Buttons that copy and save all of the models.
#[component]
fn Taking(meant: Meant, found: RwSignal<Option<Shared<Evidence>>>) -> impl IntoView {
    let state = expect_context::<State>();
    let copied: RwSignal<Option<bool>> = RwSignal::new(None);
    let copied_meant = meant.clone();
    let copy_all = move |_| {
        if let Some((evidence, labels)) = found.get_untracked().zip(state.labels_untracked()) {
            let language = state.language.get_untracked();
            let rows = evidence_rows(&evidence, &labels, language);
            let grid = Grid::of_texts(title(&copied_meant, &labels, language), rows);
            let (text, html) = (grid_text(&grid), grid_clipboard_html(&grid));
            leptos::task::spawn_local(async move {
                let done = copy_table(&text, &html).await;
                copied.try_set(Some(done));
            });
        }
    };
    let save_all = move |_| {
        let report = state.report.get_untracked();
        if let Some((evidence, report)) = found.get_untracked().zip(report) {
            let language = state.language.get_untracked();
            let title = title(&meant, &report.labels, language);
            let about = about(&report, &today(), language);
            let csv = evidence_csv(&report, &evidence, &title, &about, language);
            save_as(&csv, "text/csv", "model-census-models.csv");
        }
    };
    view! {
        <button type="button" on:click=copy_all>
            {move || state.text().copy_table}
        </button>
        <button type="button" on:click=save_all>
            {move || state.text().save_csv}
        </button>
        <span role="status">
            {move || {
                let text = state.text();
                copied.get().map(|done| if done { text.copied } else { text.not_copied })
            }}
        </span>
    }
}

/// A column's heading, which sorts by it: up, then down, then as in the file.
#[component]
fn Heading(at: usize, sorted: RwSignal<Sorted>, rows: LongRows) -> impl IntoView {
    let state = expect_context::<State>();
    let column = COLUMNS.get(at)?;
    let own = move || sorted.get().filter(|(column, _)| *column == at);
    let sort = move |_| {
        sorted.update(|sorted| {
            *sorted = match *sorted {
                Some((column, false)) if column == at => Some((at, true)),
                Some((column, true)) if column == at => None,
                _ => Some((at, false)),
            };
        });
        rows.restart();
    };
    let direction = move || match own() {
        None => "none",
        Some((_, false)) => "ascending",
        Some((_, true)) => "descending",
    };
    let mark = move || match own() {
        None => "",
        Some((_, false)) => " ↑",
        Some((_, true)) => " ↓",
    };
    Some(view! {
        <th scope="col" class=column.class aria-sort=direction>
            <button type="button" class="sort" on:click=sort>
                {move || (column.heading)(state.language.get())}
                <span aria-hidden="true">{mark}</span>
            </button>
        </th>
    })
}

/// What the rows are made of.
#[derive(Clone)]
struct Body {
    evidence: Shared<Evidence>,
    lines: Shared<Vec<Line>>,
    labels: Shared<Labels>,
    language: Language,
    rows: LongRows,
    is_long: bool,
}

impl Body {
    fn view(self, order: Memo<Vec<usize>>) -> AnyView {
        let items = self.rows.items();
        // A row is another one where another model stands in it.
        let each = move || {
            let with_model = |item| {
                let at = match item {
                    Item::Row(row) => order.with(|order| order.get(row).copied()),
                    Item::Gap(_) => None,
                };
                (item, at)
            };
            items.get().into_iter().map(with_model).collect::<Vec<_>>()
        };
        let show = move |(item, at): (Item, Option<usize>)| match (item, at) {
            (Item::Row(row), Some(at)) => self.row(row, at),
            (Item::Row(_), None) => ().into_any(),
            (Item::Gap(rows), _) => self.gap(rows),
        };
        view! { <For each key=Clone::clone children=show /> }.into_any()
    }

    fn gap(&self, of: std::ops::Range<usize>) -> AnyView {
        let rows = self.rows;
        let height = move || rows.height(&of);
        view! {
            <tr class="gap" aria-hidden="true">
                <td colspan="9" style:height=height></td>
            </tr>
        }
        .into_any()
    }

    fn row(&self, row: usize, at: usize) -> AnyView {
        let Some((witness, line)) = self.evidence.models.get(at).zip(self.lines.get(at)) else {
            return ().into_any();
        };
        let entry = &witness.entry;
        let why: Vec<String> = witness
            .places
            .iter()
            .map(|place| reason(place, witness, &self.labels, self.language))
            .collect();
        let rows = self.rows;
        let tab = move || if rows.is_current(row) { "0" } else { "-1" };
        let name = entry.name.to_string();
        // Rows of one height cut long texts off: these can be pointed at, and
        // the model's own card has all.
        let hint = |text: &str| self.is_long.then(|| text.to_owned());
        let words = |text: &String| {
            view! {
                <td>
                    <div class="clip" title=hint(text)>
                        {text.clone()}
                    </div>
                </td>
            }
        };
        let all_why = hint(&why.join("\n"));
        let why: Vec<_> = why
            .into_iter()
            .map(|why| view! { <li>{why}</li> })
            .collect();
        view! {
            <tr aria-rowindex=(row + 2).to_string()>
                <th scope="row" translate="no">
                    <div class="clip" title=hint(&name)>
                        <button
                            type="button"
                            class="n"
                            data-meant=format!("record={}", entry.place.record)
                            tabindex=tab
                        >
                            {name.clone()}
                        </button>
                    </div>
                </th>
                <td class="date">{entry.published.map(locale::date)}</td>
                {words(&line.organizations)}
                {words(&line.countries)}
                {words(&line.domains)}
                {words(&line.tasks)}
                <td class="number">{entry.training_compute_flop.map(locale::flop)}</td>
                {words(&line.confidence)}
                <td>
                    <div class="clip" title=all_why>
                        <ul class="why">{why}</ul>
                    </div>
                </td>
            </tr>
        }
        .into_any()
    }
}
