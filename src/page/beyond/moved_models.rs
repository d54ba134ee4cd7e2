//! The models that moved numbers.

use leptos::prelude::*;

use crate::comparison::{Cause, Explained};
use crate::document::{MovedAt, moved_causes, moved_row_name, movers, movers_grid};
use crate::locale::moved;
use crate::page::later::GridOf;
use crate::page::report::GridTools;
use crate::page::state::{Shared, State};

use super::grid_view::{grid_view, plain};

/// Which models are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sought {
    /// Those of a row.
    pub row: Option<String>,
    /// Those of a cause.
    pub cause: Option<Cause>,
    /// Those whose name holds this.
    pub search: String,
}

impl Sought {
    /// The cause of an id; `None` for what is none.
    pub fn cause_of(id: &str) -> Option<Cause> {
        Cause::ALL.into_iter().find(|cause| cause.id() == id)
    }
}

/// A comparison and what of it is looked at.
type Place = Option<(Shared<Explained>, MovedAt)>;

/// The models by cause: chosen, searched, copied.
#[component]
pub(super) fn Models(place: Signal<Place>, wanted: RwSignal<Sought>) -> impl IntoView {
    let state = expect_context::<State>();
    let text = move || moved(state.language.get());
    let grid = move || {
        let ((found, own), labels) = place.get().zip(state.labels())?;
        let wanted = wanted.get();
        let row = wanted.row.as_deref();
        let models = movers(&found, &own, row, wanted.cause, &wanted.search);
        movers_grid(&found, &own, &models, &labels, state.language.get())
    };
    let own_grid = Callback::new(move |()| untrack(grid));
    view! {
        <h3 id="comparison-models">{move || text().models}</h3>
        <p class="tools">
            <Rows place wanted />
            <Causes place wanted />
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

/// Of which row.
#[component]
fn Rows(place: Signal<Place>, wanted: RwSignal<Sought>) -> impl IntoView {
    let state = expect_context::<State>();
    let text = move || moved(state.language.get());
    let options = move || {
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
    let choose = move |event: leptos::ev::Event| {
        let key = event_target_value(&event);
        wanted.update(|own| own.row = (!key.is_empty()).then_some(key));
    };
    view! {
        <label class="field">
            <span>{move || text().row}</span>
            <select id="census-comparison-row" on:change=choose>
                {options}
            </select>
        </label>
    }
}

/// Of which cause.
#[component]
fn Causes(place: Signal<Place>, wanted: RwSignal<Sought>) -> impl IntoView {
    let state = expect_context::<State>();
    let text = move || moved(state.language.get());
    let options = move || {
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
    let choose = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        wanted.update(|own| own.cause = Sought::cause_of(&id));
    };
    view! {
        <label class="field">
            <span>{move || text().cause}</span>
            <select id="census-comparison-cause" on:change=choose>
                {options}
            </select>
        </label>
    }
}
