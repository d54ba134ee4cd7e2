//! Which models of two lists are one: parted and joined by the reader.

use leptos::prelude::*;

use crate::comparison::{Explained, How};
use crate::definition::SameModels;
use crate::document::{Cell, matches_grid};
use crate::locale::moved;
use crate::page::definition::Drafting;
use crate::page::state::{Shared, State};

use super::grid_view::grid_view;

/// Keeps in the definition that two names are one model, or that they are not.
fn judge(state: State, drafting: Drafting, names: [String; 2], apart: bool) {
    let names = names.map(Into::into);
    drafting.change(state, move |definition| {
        definition.same_models.retain(|own| {
            let is_this = own.names.iter().all(|name| names.contains(name));
            !is_this
        });
        definition.same_models.push(SameModels { names, apart });
    });
    drafting.keep(state);
}

/// Pairs that are one model, to be parted; and two names to be joined.
#[component]
pub(super) fn Matches(found: RwSignal<Option<Shared<Explained>>>) -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    view! {
        {move || pairs(&*found.get()?, state, drafting)}
        <Join found />
    }
}

/// The pairs whose names differ or are told apart by more than their name.
fn pairs(found: &Explained, state: State, drafting: Drafting) -> Option<AnyView> {
    let text = moved(state.language.get());
    let grid = matches_grid(found, state.language.get());
    if grid.rows.is_empty() {
        return None;
    }
    let names_of = |row: &Vec<Cell>| Some([row.first()?.text.clone(), row.get(1)?.text.clone()]);
    let names: Vec<[String; 2]> = grid.rows.iter().filter_map(names_of).collect();
    let matched = found.comparison.matching.pairs.iter();
    let how: Vec<How> = matched.map(|own| own.how).collect();
    let table = grid_view(&grid, move |row, column, cell| {
        // Equal spellings are no judgement that could be another's.
        let may_part = how.get(row).is_some_and(|how| *how != How::SameName);
        match names.get(row).cloned() {
            Some(pair) if column == 2 && may_part => view! {
                {cell.text.clone()}
                " "
                <button
                    type="button"
                    class="moved__part"
                    on:click=move |_| judge(state, drafting, pair.clone(), true)
                >
                    {text.part}
                </button>
            }
            .into_any(),
            _ => cell.text.clone().into_any(),
        }
    });
    let pairs = view! {
        <details class="moved__matches">
            <summary>{grid.title.clone()}</summary>
            <div class="table-frame" role="region" tabindex="0" aria-label=text.matches>
                {table}
            </div>
        </details>
    };
    Some(pairs.into_any())
}

/// Which of two lists.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Old,
    New,
}

/// The models of a side that have none in the other, by their names.
fn singles(found: &Explained, side: Side) -> Vec<String> {
    let matching = &found.comparison.matching;
    let (singles, side) = match side {
        Side::Old => (&matching.left, &found.old),
        Side::New => (&matching.entered, &found.new),
    };
    let name = |at| Some(side.model(at)?.name.clone());
    let mut names: Vec<String> = singles.iter().filter_map(|own| name(own.at)).collect();
    names.sort();
    names.dedup();
    names
}

/// Two names, one of each list, to be one model.
#[component]
fn Join(found: RwSignal<Option<Shared<Explained>>>) -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let text = move || moved(state.language.get());
    let chosen = [RwSignal::new(String::new()), RwSignal::new(String::new())];
    let [old, new] = chosen;
    let join = move |_| {
        let names = chosen.map(|own| own.get_untracked());
        if names.iter().all(|name| !name.is_empty()) {
            judge(state, drafting, names, false);
        }
    };
    view! {
        <details class="moved__join">
            <summary>{move || text().join}</summary>
            <p>{move || text().join_note}</p>
            <p class="tools">
                <Single found side=Side::Old chosen=old />
                <Single found side=Side::New chosen=new />
                <button
                    type="button"
                    id="census-join"
                    disabled=move || chosen.iter().any(|own| own.with(String::is_empty))
                    on:click=join
                >
                    {move || text().join}
                </button>
            </p>
        </details>
    }
}

/// A name of one side.
#[component]
fn Single(
    found: RwSignal<Option<Shared<Explained>>>,
    side: Side,
    chosen: RwSignal<String>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let id = match side {
        Side::Old => "census-join-old",
        Side::New => "census-join-new",
    };
    let label = move || match side {
        Side::Old => moved(state.language.get()).match_old,
        Side::New => moved(state.language.get()).match_new,
    };
    let options = move || {
        let names = found.with(|found| found.as_ref().map(|own| singles(own, side)));
        let option = |name: String| view! { <option value=name.clone()>{name.clone()}</option> };
        let names = names.into_iter().flatten().map(option);
        view! { <option value="">"–"</option> {names.collect_view()} }
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <select id=id on:change=move |event| chosen.set(event_target_value(&event))>
                {options}
            </select>
        </label>
    }
}
