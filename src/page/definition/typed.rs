//! Values as they are typed: names become their keys, and what names nothing is
//! refused with the nearest.

use std::sync::Arc;

use leptos::prelude::*;

use crate::definition::{DefinitionError, Fault, ValueDimension, meant};
use crate::locale;
use crate::page::state::State;

use super::drafting::Drafting;

/// The key that a typed text means, or why it means none.
pub(super) fn meant_by(
    state: State,
    drafting: Drafting,
    of: ValueDimension,
    typed: &str,
) -> Result<Arc<str>, String> {
    let latest = untrack(|| drafting.latest(state));
    let (Some(labels), Some(latest)) = (state.labels_untracked(), latest) else {
        return Ok(typed.into());
    };
    meant(&latest, &*labels, of, typed).map_err(|nearest| {
        let error = DefinitionError::Faulty {
            path: typed.to_owned(),
            fault: Fault::UnknownValue {
                value: typed.into(),
                nearest,
            },
        };
        locale::definition_error(&error, state.language.get_untracked())
    })
}

/// A text that is changed when it is left; what is refused stays to be
/// corrected, with the reason below it.
pub(super) fn field(
    value: String,
    label: String,
    list: &'static str,
    change: impl Fn(String) -> Result<(), String> + 'static,
) -> impl IntoView {
    let refused: RwSignal<Option<String>> = RwSignal::new(None);
    view! {
        <input
            type="text"
            list=list
            aria-label=label
            aria-invalid=move || refused.with(Option::is_some).to_string()
            prop:value=value
            on:change=move |event| {
                let typed = event_target_value(&event).trim().to_owned();
                // Where the change was taken, the row is made anew.
                let _made_anew = refused.try_set(change(typed).err());
            }
        />
        <small role="status">{move || refused.get()}</small>
    }
}
