//! The definitions that come with the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::definition::Definition;

use super::link::Link;
use super::loading::bundled_text;
use super::state::{Shared, State};

/// Their ids, the first counted by at first.
pub(super) const BUILT_IN: [&str; 2] = ["is-178", "current"];

/// The definition of an id, fetched where it is not there yet.
pub(super) async fn built_in(state: State, id: &str) -> Option<Arc<Definition>> {
    let known = |all: &Vec<Shared<Definition>>| all.iter().find(|own| own.id == id).cloned();
    if let Some(definition) = state.built_in.with_untracked(known) {
        return Some(definition.0);
    }
    let id = BUILT_IN.into_iter().find(|own| *own == id)?;
    let json = bundled_text(&format!("definitions/{id}.json")).await.ok()?;
    let definition = Arc::new(Definition::parse(&json).ok()?);
    let kept = Shared(Arc::clone(&definition));
    state.built_in.update(|all| all.push(kept));
    Some(definition)
}

/// The definition that a link names; the first of the page's where it names
/// none.
pub(super) async fn named(state: State, link: &Link) -> Option<Arc<Definition>> {
    let [first, _] = BUILT_IN;
    let id = match (&link.definition, link.says_nothing_of_data()) {
        (Some(id), _) => id,
        // A plain address leaves what is kept.
        (None, true) if !state.is_started() => return None,
        (None, _) => first,
    };
    built_in(state, id).await
}
