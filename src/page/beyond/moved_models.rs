//! The models that moved numbers, and which of two lists are one.

use leptos::prelude::*;

use crate::comparison::{Cause, Explained, How};
use crate::definition::SameModels;
use crate::document::{MovedAt, matches_grid, moved_causes, moved_row_name, movers, movers_grid};
use crate::locale::moved;
use crate::page::definition::Drafting;
use crate::page::later::GridOf;
use crate::page::report::GridTools;
use crate::page::state::{Shared, State};

use super::grid_view::{grid_view, plain};

/// Which models are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Those of a row.
    pub row: Option<String>,
    /// Those of a cause.
    pub cause: Option<Cause>,
    /// Those whose name holds this.
    pub search: String,
}

impl Wanted {
    /// The cause of an id; `None` for what is none.
    pub fn cause_of(id: &str) -> Option<Cause> {
        Cause::ALL.into_iter().find(|cause| cause.id() == id)
    }
}

/// A comparison and what of it is looked at.
type Place = Option<(Shared<Explained>, MovedAt)>;

/// The models by cause: chosen, searched, copied.
#[component]
pub(super) fn Models(place: Signal<Place>, wanted: RwSignal<Wanted>) -> impl IntoView {
    let state = expect_context::<State>();
    let text = move || moved(state.language.get());
    let grid = move || {
        let ((found, own), labels) = place.get().zip(state.labels())?;
        let wanted = wanted.get();
        let models = movers(
            &found,
            &own,
            wanted.row.as_deref(),
            wanted.cause,
            &wanted.search,
        );
        movers_grid(&found, &own, &models, &labels, state.language.get())
    };
    let own_grid = Callback::new(move |()| untrack(grid));
    let causes = move || {
        let (found, own) = place.get()?;
        let text = text();
        let chosen = wanted.get().cause;
        let all = found.comparison.table(&own.table).map(moved_causes)?;
        let option = |cause: Cause| {
            view! {
                <option value=cause.id() selected=chosen == Some(cause)>
                    {text.cause(cause)}
                </option>
            }
        };
        let options = all.into_iter().map(option).collect_view();
        Some(view! {
            <option value="" selected=chosen.is_none()>
                {text.all_causes}
            </option>
            {options}
        })
    };
    let rows = move || {
        let ((found, own), labels) = place.get().zip(state.labels())?;
        let table = found.comparison.table(&own.table)?;
        let language = state.language.get();
        let chosen = wanted.get().row;
        let moved_rows = table.rows.iter().filter(|row| !row.causes.is_empty());
        let options = moved_rows.map(|row| {
            let name = moved_row_name(table, &row.key, &labels, language);
            let is_chosen = chosen.as_ref() == Some(&row.key);
            view! {
                <option value=row.key.clone() selected=is_chosen>
                    {name}
                </option>
            }
        });
        Some(view! {
            <option value="" selected=chosen.is_none()>
                {text().all_rows}
            </option>
            {options.collect_view()}
        })
    };
    view! {
        <h3 id="comparison-models">{move || text().models}</h3>
        <p class="tools">
            <label class="field">
                <span>{move || text().row}</span>
                <select
                    id="census-comparison-row"
                    on:change=move |event| {
                        let key = event_target_value(&event);
                        wanted.update(|own| own.row = (!key.is_empty()).then_some(key));
                    }
                >
                    {rows}
                </select>
            </label>
            <label class="field">
                <span>{move || text().cause}</span>
                <select
                    id="census-comparison-cause"
                    on:change=move |event| {
                        let id = event_target_value(&event);
                        wanted.update(|own| own.cause = Wanted::cause_of(&id));
                    }
                >
                    {causes}
                </select>
            </label>
            <label class="field">
                <span>{move || text().search}</span>
                <input
                    type="search"
                    id="census-comparison-search"
                    on:input=move |event| {
                        let search = event_target_value(&event);
                        wanted.update(|own| own.search = search);
                    }
                    prop:value=move || wanted.get().search
                />
            </label>
        </p>
        <div class="table-frame" role="region" tabindex="0" aria-labelledby="comparison-models">
            {move || {
                let grid = grid()?;
                Some(match grid.rows.is_empty() {
                    true => view! { <p class="section__missing">{state.text().more().nothing_here}</p> }.into_any(),
                    false => grid_view(&grid, plain),
                })
            }}
        </div>
        <GridTools grid=GridOf::Own(own_grid) id="comparison-models" />
    }
}

/// Pairs that are one model, to be parted; and two names to be joined.
#[component]
pub(super) fn Matches(found: RwSignal<Option<Shared<Explained>>>) -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let text = move || moved(state.language.get());
    let grid = move || Some(matches_grid(&*found.get()?, state.language.get()));
    let say = move |names: [String; 2], apart: bool| {
        let names = names.map(Into::into);
        drafting.change(state, move |definition| {
            definition.same_models.retain(|own| {
                let is_this = own.names.iter().all(|name| names.contains(name));
                !is_this
            });
            definition.same_models.push(SameModels { names, apart });
        });
        drafting.keep(state);
    };
    let list = move || {
        let (grid, found) = grid().zip(found.get())?;
        if grid.rows.is_empty() {
            return None;
        }
        let pairs: Vec<[String; 2]> = grid
            .rows
            .iter()
            .filter_map(|row| Some([row.first()?.text.clone(), row.get(1)?.text.clone()]))
            .collect();
        let how: Vec<How> = found
            .comparison
            .matching
            .pairs
            .iter()
            .map(|own| own.how)
            .collect();
        let title = grid.title.clone();
        let table = grid_view(&grid, move |row, column, cell| {
            // Equal spellings are no judgement that could be another's.
            let may_part = how.get(row).is_some_and(|how| *how != How::SameName);
            match pairs.get(row).cloned() {
                Some(pair) if column == 2 && may_part => view! {
                    {cell.text.clone()}
                    " "
                    <button type="button" class="moved__part" on:click=move |_| say(pair.clone(), true)>
                        {text().part}
                    </button>
                }
                .into_any(),
                _ => cell.text.clone().into_any(),
            }
        });
        Some(view! {
            <details class="moved__matches">
                <summary>{title}</summary>
                <div class="table-frame" role="region" tabindex="0" aria-label=text().matches>
                    {table}
                </div>
            </details>
        })
    };
    let names = move |left: bool| {
        let Some(found) = found.get() else {
            return Vec::new();
        };
        let matching = &found.comparison.matching;
        let (singles, side) = match left {
            true => (&matching.left, &found.old),
            false => (&matching.entered, &found.new),
        };
        let names = singles
            .iter()
            .filter_map(|own| Some(side.model(own.at)?.name.clone()));
        let mut names: Vec<String> = names.collect();
        names.sort();
        names.dedup();
        names
    };
    let chosen = [RwSignal::new(String::new()), RwSignal::new(String::new())];
    let choice = move |left: bool| {
        let [old, new] = chosen;
        let own = if left { old } else { new };
        let id = if left {
            "census-join-old"
        } else {
            "census-join-new"
        };
        let options = move || {
            let names = names(left).into_iter();
            let names =
                names.map(|name| view! { <option value=name.clone()>{name.clone()}</option> });
            view! { <option value="">"–"</option> {names.collect_view()} }
        };
        view! {
            <label class="field">
                <span>{move || if left { text().match_old } else { text().match_new }}</span>
                <select id=id on:change=move |event| own.set(event_target_value(&event))>
                    {options}
                </select>
            </label>
        }
    };
    let join = move |_| {
        let names = chosen.map(|own| own.get_untracked());
        if names.iter().all(|name| !name.is_empty()) {
            say(names, false);
        }
    };
    view! {
        {list}
        <details class="moved__join">
            <summary>{move || text().join}</summary>
            <p>{move || text().join_note}</p>
            <p class="tools">
                {choice(true)}
                {choice(false)}
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
