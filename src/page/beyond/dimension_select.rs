//! A choice of a dimension, for what goes beyond the report.

use leptos::prelude::*;

use crate::dimension::{DIMENSIONS, Dimension, dimension};
use crate::page::state::State;

/// A choice of a dimension.
#[component]
pub(super) fn DimensionSelect(
    id: &'static str,
    label: fn(State) -> &'static str,
    chosen: RwSignal<&'static Dimension>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let options = move || {
        let language = state.language.get();
        let now = chosen.get();
        DIMENSIONS
            .iter()
            .map(|own| {
                view! {
                    <option value=own.id selected=own.id == now.id>
                        {own.name(language)}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <label class="field">
            <span>{move || label(state)}</span>
            <select
                id=id
                on:change=move |event| {
                    if let Some(own) = dimension(&event_target_value(&event)) {
                        chosen.set(own);
                    }
                }
            >
                {options}
            </select>
        </label>
    }
}
