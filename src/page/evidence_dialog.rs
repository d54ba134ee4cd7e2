//! What stands behind a number or a model, over the page.

use std::cmp::Ordering;

use leptos::html::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::document::Grid;
use crate::evidence::{Evidence, MOST, Meant, Witness};
use crate::export::{evidence_csv, evidence_rows, grid_clipboard_html, grid_text};
use crate::locale::{self, Labels, Language, conditions_words, fill, reason};
use crate::sensitivity::Choice;

use super::client;
use super::model_card::ModelCard;
use super::save::{copy_table, save_as};
use super::state::{Opened, Shared, State};
use crate::engine::Question;

/// How many rows are added as the reader goes on.
const PAGE: usize = 100;

/// The dialog; it is closed where nothing is opened.
#[component]
pub(super) fn EvidenceDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let dialog: NodeRef<Dialog> = NodeRef::new();
    let shown = Memo::new(move |_| state.opened.with(|opened| opened.last().cloned()));
    Effect::new(move || {
        let Some(dialog) = dialog.get() else {
            return;
        };
        match (shown.get(), dialog.open()) {
            (Some(_), is_open) => {
                if !is_open {
                    // Fails only where the dialog is in no document.
                    let _ = dialog.show_modal();
                }
                request_animation_frame(focus_heading);
            }
            (None, true) => dialog.close(),
            _ => {}
        }
    });
    let close = move |_: leptos::ev::MouseEvent| state.opened.update(Vec::clear);
    // By Escape, say: then it is open no more.
    let closed = move |_: leptos::ev::Event| state.opened.update(Vec::clear);
    let back = move |_| {
        state.opened.update(|opened| {
            opened.pop();
        });
    };
    let is_further = move || state.opened.with(|opened| opened.len() > 1);
    // A press beside the dialog's content is one on the dialog itself.
    let beside = move |event: leptos::ev::MouseEvent| {
        let target = event.target().map(wasm_bindgen::JsValue::from);
        let own = dialog.get_untracked().map(wasm_bindgen::JsValue::from);
        if target == own {
            state.opened.update(Vec::clear);
        }
    };
    view! {
        <dialog
            class="behind"
            node_ref=dialog
            aria-labelledby="behind-title"
            on:close=closed
            on:click=beside
        >
            <div class="behind__body">
                <p class="behind__ways">
                    <Show when=is_further>
                        <button type="button" on:click=back>
                            {move || state.text().back}
                        </button>
                    </Show>
                    <button type="button" class="behind__close" on:click=close>
                        {move || state.text().close}
                    </button>
                </p>
                {move || match shown.get()? {
                    Opened::Number(meant) => Some(view! { <Models meant /> }.into_any()),
                    Opened::Model(record) => Some(view! { <ModelCard record /> }.into_any()),
                }}
            </div>
        </dialog>
    }
}

/// Where a reader begins. Not by `autofocus`, which browsers refuse in frames
/// of other origins.
fn focus_heading() {
    let heading = document().get_element_by_id("behind-title");
    let heading = heading.and_then(|own| own.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(heading) = heading {
        // Fails only where the element is in no document.
        let _ = heading.focus();
    }
}

/// What a number counts: `국가명: 한국 · 연도: 2021년`.
pub(super) fn title(meant: &Meant, labels: &Labels, language: Language) -> String {
    let text = language.text();
    let status = locale::status(meant.status, language);
    let mut said = conditions_words(&meant.conditions, labels, language);
    if meant.under != Choice::Definition {
        said = format!("{said} · {}", locale::choice(meant.under, language));
    }
    match (meant.status, said.is_empty()) {
        (crate::census::Status::Counted, true) => text.all_counted.to_owned(),
        (crate::census::Status::Counted, false) => said,
        (_, true) => status.to_owned(),
        (_, false) => format!("{status} · {said}"),
    }
}

struct Column {
    heading: fn(Language) -> &'static str,
    class: &'static str,
    compare: fn(&Witness, &Witness) -> Ordering,
}

const COLUMNS: [Column; 8] = [
    Column {
        heading: |language| language.text().model,
        class: "words",
        compare: |a, b| folded(&a.entry.name).cmp(&folded(&b.entry.name)),
    },
    Column {
        heading: |language| language.text().publication_date,
        class: "date",
        compare: |a, b| a.entry.published.cmp(&b.entry.published),
    },
    Column {
        heading: |language| language.text().developer,
        class: "words",
        compare: |a, b| a.entry.organizations.cmp(&b.entry.organizations),
    },
    Column {
        heading: |language| language.text().country,
        class: "words",
        compare: |a, b| a.entry.countries.cmp(&b.entry.countries),
    },
    Column {
        heading: |language| language.text().domain,
        class: "words",
        compare: |a, b| a.entry.domains.cmp(&b.entry.domains),
    },
    Column {
        heading: |language| language.text().task,
        class: "words",
        compare: |a, b| a.entry.tasks.cmp(&b.entry.tasks),
    },
    Column {
        heading: |language| language.text().training_compute,
        class: "number",
        compare: |a, b| {
            let flop = |witness: &Witness| witness.entry.training_compute_flop.unwrap_or(-1.0);
            flop(a).total_cmp(&flop(b))
        },
    },
    Column {
        heading: |language| language.text().confidence,
        class: "words",
        compare: |a, b| a.entry.confidence.cmp(&b.entry.confidence),
    },
];

fn folded(name: &str) -> String {
    name.to_lowercase()
}

/// The models of a number.
#[component]
fn Models(meant: Meant) -> impl IntoView {
    let state = expect_context::<State>();
    let found: RwSignal<Option<Shared<Evidence>>> = RwSignal::new(None);
    let asked = meant.clone();
    leptos::task::spawn_local(async move {
        let evidence = client::ask(Question::Evidence(asked)).await;
        found.try_set(evidence.map(|evidence| Shared(std::sync::Arc::new(evidence))));
    });
    let search = RwSignal::new(String::new());
    let sorted: RwSignal<Option<(usize, bool)>> = RwSignal::new(None);
    let most = RwSignal::new(PAGE);
    let order = Memo::new(move |_| {
        let Some(evidence) = found.get() else {
            return Vec::new();
        };
        let words = search.get().to_lowercase();
        let mut order: Vec<usize> = evidence
            .models
            .iter()
            .enumerate()
            .filter(|(_, witness)| {
                let names = witness.entry.organizations.iter();
                names
                    .chain([&witness.entry.name])
                    .any(|name| name.to_lowercase().contains(&words))
            })
            .map(|(at, _)| at)
            .collect();
        if let Some((column, down)) = sorted.get()
            && let Some(column) = COLUMNS.get(column)
        {
            order.sort_by(
                |a, b| match (evidence.models.get(*a), evidence.models.get(*b)) {
                    (Some(a), Some(b)) if down => (column.compare)(b, a),
                    (Some(a), Some(b)) => (column.compare)(a, b),
                    _ => Ordering::Equal,
                },
            );
        }
        order
    });
    let heading = {
        let meant = meant.clone();
        move || {
            let labels = state.labels()?;
            Some(title(&meant, &labels, state.language.get()))
        }
    };
    let count = move || {
        let evidence = found.get()?;
        let text = state.text();
        let n = locale::count(evidence.count);
        let said = fill(text.models_behind, &[("n", &n)]);
        let cut = (evidence.count > evidence.models.len())
            .then(|| fill(text.models_cut, &[("most", &locale::count(MOST))]));
        Some(match cut {
            Some(cut) => format!("{said} ({cut})"),
            None => said,
        })
    };
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
            let csv = evidence_csv(&report, &evidence, &title, language);
            save_as(&csv, "text/csv", "model-census-models.csv");
        }
    };
    let scroll = move |event: leptos::ev::Event| {
        let frame: web_sys::Element = event_target(&event);
        let left = frame.scroll_height() - frame.scroll_top() - frame.client_height();
        if left < 400 && most.get_untracked() < order.with_untracked(Vec::len) {
            most.update(|most| *most += PAGE);
        }
    };
    view! {
        <h2 id="behind-title" tabindex="-1">{heading}</h2>
        <p class="behind__count" role="status">
            {move || count().unwrap_or_else(|| state.text().loading_models.to_owned())}
        </p>
        <p class="behind__tools">
            <input
                type="search"
                aria-label=move || state.text().search_models
                placeholder=move || state.text().search_models
                on:input=move |event| {
                    search.set(event_target_value(&event));
                    most.set(PAGE);
                }
            />
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
        </p>
        <div class="table-frame behind__table" role="region" tabindex="0" aria-label=move || state.text().models on:scroll=scroll>
            <table class="models">
                <thead>
                    <tr>
                        {(0..COLUMNS.len()).map(|at| view! { <Heading at sorted /> }).collect_view()}
                        <th scope="col" class="words">{move || state.text().why_here}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        let evidence = found.get()?;
                        let labels = state.labels()?;
                        let language = state.language.get();
                        let rows = order.with(|order| {
                            order
                                .iter()
                                .take(most.get())
                                .filter_map(|at| evidence.models.get(*at))
                                .map(|witness| row(witness, &labels, language))
                                .collect_view()
                        });
                        Some(rows)
                    }}
                </tbody>
            </table>
        </div>
    }
}

/// A column's heading, which sorts by it: up, then down, then as in the file.
#[component]
fn Heading(at: usize, sorted: RwSignal<Option<(usize, bool)>>) -> impl IntoView {
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

fn row(witness: &Witness, labels: &Labels, language: Language) -> AnyView {
    let entry = &witness.entry;
    let names = |dimension: &str, keys: &[std::sync::Arc<str>]| {
        let names: Vec<&str> = keys
            .iter()
            .map(|key| labels.name(dimension, key, language))
            .collect();
        names.join(", ")
    };
    let confidence = entry.confidence.as_ref();
    let confidence = confidence.map(|key| labels.name("confidence", key, language).to_owned());
    let why: Vec<_> = witness
        .places
        .iter()
        .map(|place| view! { <li>{reason(place, witness, labels, language)}</li> })
        .collect();
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="n" data-meant=format!("record={}", entry.place.record)>
                    {entry.name.to_string()}
                </button>
            </th>
            <td class="date">{entry.published.map(locale::date)}</td>
            <td>{names("organization", &entry.organizations)}</td>
            <td>{names("country", &entry.countries)}</td>
            <td>{names("domain", &entry.domains)}</td>
            <td>{names("task", &entry.tasks)}</td>
            <td class="number">{entry.training_compute_flop.map(locale::flop)}</td>
            <td>{confidence}</td>
            <td>
                <ul class="why">{why}</ul>
            </td>
        </tr>
    }
    .into_any()
}
