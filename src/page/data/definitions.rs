//! The definitions that come with the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::definition::{Definition, DefinitionError};
use crate::locale::NotHanded;
use crate::page::address::{BUILT_IN, Link, is_address};
use crate::page::browser::{fetch, text};
use crate::page::state::{Counting, Shared, State};

use super::handed;
use super::handed::Kind;

/// The definition of an id, fetched where it is not there yet.
pub(in crate::page) async fn built_in(state: State, id: &str) -> Option<Arc<Definition>> {
    let known = |all: &Vec<Shared<Definition>>| all.iter().find(|own| own.id == id).cloned();
    if let Some(definition) = state.built_in.with_untracked(known) {
        return Some(definition.0);
    }
    let id = BUILT_IN.into_iter().find(|own| *own == id)?;
    let json = text(fetch(&format!("definitions/{id}.json"))).await.ok()?;
    let definition = Arc::new(parse(state, &json).await.ok()?);
    let kept = Shared(Arc::clone(&definition));
    state.built_in.update(|all| all.push(kept));
    Some(definition)
}

/// What a link counts by; the first of the page's definitions where it names
/// none, and nothing where it leaves open what is kept.
pub(super) fn counting(state: State, link: &Link) -> Option<Counting> {
    let [first, _] = BUILT_IN;
    let id = match (&link.definition, link.says_nothing_of_data()) {
        (Some(id), _) => id,
        // A plain address leaves what is kept.
        (None, true) if !state.is_started() => return None,
        (None, _) => first,
    };
    let (id, changes) = (id.to_owned(), link.changes.clone());
    Some(Counting::Named { id, changes })
}

/// Whether a link, or the page around the frame, gives a definition's file.
pub(super) fn is_given(link: &Link) -> bool {
    Kind::Definition.is_awaited() || link.definition.as_deref().is_some_and(is_address)
}

/// The definition of an address, or the one that the page around the frame
/// hands over.
pub(super) async fn given(state: State, link: &Link) -> Result<Option<Arc<Definition>>, NotHanded> {
    let named = link.definition.as_deref();
    let given = match named.filter(|named| is_address(named)) {
        _ if Kind::Definition.is_awaited() => handed::from_host(Kind::Definition).await?,
        Some(address) => handed::of_site(address).await?,
        None => return Ok(None),
    };
    let json = handed::text_of(&given.blob).await;
    match parse(state, &json).await {
        Ok(definition) => Ok(Some(Arc::new(definition))),
        Err(error) => Err(NotHanded::NoDefinition {
            address: given.name,
            error,
        }),
    }
}

/// Reads a definition's file, which may build on one that comes with the page.
pub(in crate::page) async fn parse(
    state: State,
    json: &str,
) -> Result<Definition, DefinitionError> {
    if let Some(id) = named_in(json) {
        // What cannot be fetched is told as unknown.
        let _ = Box::pin(built_in(state, id)).await;
    }
    let built_in = |id: &str| {
        state.built_in.with_untracked(|all| {
            let own = all.iter().find(|own| own.id == id);
            own.map(|own| Definition::clone(own))
        })
    };
    match state.labels_untracked() {
        Some(labels) => Definition::parse_named(json, &built_in, &*labels),
        None => Definition::parse_on(json, &built_in),
    }
}

/// The definition that a file builds on, if it is one of the page's.
fn named_in(json: &str) -> Option<&'static str> {
    let file: serde_json::Value = serde_json::from_str(json).ok()?;
    let extends = file.get("extends")?.as_str()?;
    BUILT_IN.into_iter().find(|id| *id == extends)
}
