//! The definition on the page: which one, its rules, and what a change would
//! move.

use leptos::prelude::*;

use crate::compare::{Moved, MovedRow, Moves};
use crate::document::form_number;
use crate::locale::{self, Language, fill};
use crate::page::later::{Fetched, Part};
use crate::page::state::State;
use crate::report::Report;

use super::drafting::Drafting;
use super::files::DefinitionFiles;
use super::rules::DefinitionRules;
use super::terms::DefinitionTerms;

/// How many rows of a table are named that move.
const NAMED: usize = 6;

/// All of the definition, folded away until it is asked for.
#[component]
pub(in crate::page) fn DefinitionPanel() -> impl IntoView {
    let state = expect_context::<State>();
    // What is rare is made only when it is asked for.
    let opened = RwSignal::new(false);
    let drafting = expect_context::<Drafting>();
    let is_drafted = Signal::derive(move || drafting.draft.with(Option::is_some));
    let toggle = move |event: leptos::ev::Event| {
        let details: web_sys::HtmlDetailsElement = event_target(&event);
        if details.open() {
            opened.set(true);
        }
    };
    view! {
        <details class="definition" id="definition" on:toggle=toggle>
            <summary>{move || state.text().more().edit_definition}</summary>
            <Fetched part=Part::Definition wanted=opened />
        </details>
        <Fetched part=Part::Pending wanted=is_drafted />
    }
}

/// What is in the panel.
#[component]
pub(in crate::page) fn DefinitionBody() -> impl IntoView {
    view! {
        <div class="definition__body">
            <DefinitionFiles />
            <DefinitionRules />
            <DefinitionTerms />
        </div>
    }
}

/// The change that is not kept yet.
#[component]
pub(in crate::page) fn Pending() -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let is_drafted = move || drafting.draft.with(Option::is_some);
    view! {
        <Show when=is_drafted>
            <div class="pending" role="region" aria-label=move || state.text().more().pending>
                <p class="pending__head">
                    <strong>{move || state.text().more().pending}</strong>
                    <button type="button" id="census-keep-change" on:click=move |_| drafting.keep(state)>
                        {move || state.text().more().keep_change}
                    </button>
                    <button type="button" id="census-discard-change" on:click=move |_| drafting.discard()>
                        {move || state.text().more().discard_change}
                    </button>
                </p>
                <div role="status" class="pending__moves">
                    {move || {
                        let report = state.report.get()?;
                        let language = state.language.get();
                        let text = language.text();
                        Some(
                            match drafting.moved.get() {
                                None => view! { <p>{text.computing}</p> }.into_any(),
                                Some(Err(_)) => {
                                    let again = move |_| drafting.preview(state);
                                    view! {
                                        <p>
                                            {text.not_answered}
                                            " "
                                            <button type="button" on:click=again>
                                                {text.try_again}
                                            </button>
                                        </p>
                                    }
                                    .into_any()
                                }
                                Some(Ok(moved)) if moved.is_empty() => {
                                    view! { <p>{text.more().nothing_moves}</p> }.into_any()
                                }
                                Some(Ok(moved)) => moves(&moved, &report, language),
                            },
                        )
                    }}
                </div>
            </div>
        </Show>
    }
}

fn moves(moves: &Moves, report: &Report, language: Language) -> AnyView {
    let text = language.text();
    let tables: Vec<AnyView> = moves
        .tables
        .iter()
        .map(|moved| {
            let breakdown = moved.breakdown;
            let title = report.title(breakdown, language);
            let cells: usize = moved.rows.iter().map(|row| row.cells.len()).sum();
            let cells = fill(text.more().cells_move, &[("n", &locale::count(cells))]);
            let rows: Vec<_> = moved
                .rows
                .iter()
                .take(NAMED)
                .map(|row| view! { <li>{move_words(row, moved, report, language)}</li> })
                .collect();
            let otherwise = moved.shown_otherwise;
            let otherwise = (otherwise > 0).then(|| {
                view! { <li>{fill(text.more().rows_shown, &[("n", &locale::count(otherwise))])}</li> }
            });
            let more = moved.rows.len().saturating_sub(NAMED);
            let more = (more > 0).then(|| {
                view! { <li>{fill(text.more().rows_more, &[("n", &locale::count(more))])}</li> }
            });
            view! {
                <li>
                    <span class="section__number">{form_number(breakdown.form, language)}</span>
                    {format!(" {title}: {cells}")}
                    <ul>
                        {rows} {more} {otherwise}
                    </ul>
                </li>
            }
            .into_any()
        })
        .collect();
    let lists: Vec<AnyView> = moves
        .lists
        .iter()
        .map(|moved| {
            let title = report.list_title(moved.list, language);
            let [come, gone] = [&moved.come, &moved.gone].map(|all| locale::count(all.len()));
            let counts = fill(text.more().models_move, &[("come", &come), ("gone", &gone)]);
            let some = |sign: &str, names: &[String]| {
                let some: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
                (!some.is_empty()).then(|| format!("{sign} {}", some.join(", ")))
            };
            let names = [some("+", &moved.come), some("−", &moved.gone)];
            let names: Vec<_> = names
                .into_iter()
                .flatten()
                .map(|own| view! { <li>{own}</li> })
                .collect();
            view! {
                <li>
                    <span class="section__number">{form_number(moved.list.form(), language)}</span>
                    {format!(" {title}: {counts}")}
                    <ul>{names}</ul>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="pending__tables">{tables} {lists}</ul> }.into_any()
}

/// `미국 64 → 66(+2), 1위`.
fn move_words(row: &MovedRow, moved: &Moved, report: &Report, language: Language) -> String {
    let text = language.text();
    let labels = moved.breakdown.dimension.labels;
    let name = report.labels.name(labels, &row.key, language);
    let (before, after) = row.total;
    let by = if after >= before {
        format!("+{}", locale::count(after - before))
    } else {
        format!("−{}", locale::count(before - after))
    };
    let mut said = format!(
        "{name} {} → {} ({by})",
        locale::count(before),
        locale::count(after)
    );
    if let (Some(before), Some(after)) = row.rank
        && before != after
    {
        let [before, after] = [before, after].map(|rank| rank.to_string());
        let values = [("before", &*before), ("after", &*after)];
        said.push_str(&fill(text.more().rank_moves, &values));
    }
    said
}
