//! Gets what an act asks for: a list, read beside the one that is shown, and the
//! answer by a definition and a view.
//!
//! In: which. Out: that, or what is to be said instead.
//! Leaves out: which act is the latest, and what becomes of it (`carrying`).

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;

use crate::acts::Wanted;
use crate::definition::{Bilingual, Definition};
use crate::dimension::{ANY, COUNTRY, Condition, Conditions};
use crate::locale::{Language, fill, read_error};
use crate::page::address::BUILT_IN;
use crate::page::browser::{blob, fetch};
use crate::page::engine::{NotAnswered, NotRead, ReadAs, client};
use crate::page::state::{
    Answered, Counting, ListOf, Notice, OwnFile, Page, Progress, Shown, State,
};

use super::countries::know_countries;
use super::{definitions, handed};

/// Gets a list and reads it beside the one that is shown.
pub(super) async fn get(
    state: State,
    number: u32,
    list: ListOf,
    counting: Counting,
) -> Result<Shown, Notice> {
    let asked_for = list.name().to_owned();
    let refused = |reason| Notice::Unusable {
        name: asked_for.clone(),
        reason,
    };
    let is_bundled = matches!(list, ListOf::Bundled(_));
    let mut read_as = ReadAs::default();
    let (file, name, origin) = match list {
        ListOf::Bundled(name) => {
            let file = blob(fetch(&format!("data/{name}"))).await;
            let file = file.map_err(|reason| refused(said_twice(reason)))?;
            (file, name.to_owned(), None)
        }
        ListOf::Site(address) => {
            let given = handed::of_site(&address).await;
            let given = given.map_err(|problem| refused(problem.said()))?;
            (given.blob, given.name, Some(given.origin))
        }
        ListOf::Own(own) => {
            (read_as.encoding, read_as.entry) = (own.encoding, own.entry);
            (own.file, own.name, own.origin)
        }
    };
    if !is_bundled {
        know_countries(state).await;
    }
    let definition = definition(state, &counting).await?;
    read_as.definition = json_if_other(state, &definition);
    let (of, reader) = (name.clone(), state);
    let progress = Closure::new(move |bytes, total, records: f64, bytes_per_second| {
        if reader.asked.is_coming(number) {
            reader.said.say(Notice::Reading {
                name: of.clone(),
                progress: Progress {
                    bytes,
                    total,
                    records: records as u64,
                    bytes_per_second,
                },
            });
        }
    });
    match client::read(number, &file, &name, read_as, &progress).await {
        Ok(table) => Ok(Shown {
            name,
            own: (!is_bundled).then_some(OwnFile {
                file,
                table: table.bytes,
                packed: table.packed,
                origin,
            }),
        }),
        // Whoever asked for something else does not wait for it.
        Err(NotRead::Cancelled) => Err(Notice::Cancelled { name }),
        Err(NotRead::NotBegun) => Err(Notice::NotFetched(None)),
        Err(NotRead::Unusable(error)) => Err(Notice::Unusable {
            name,
            reason: Bilingual::of(|language| read_error(&error, language)),
        }),
        Err(NotRead::Failed(reason)) => {
            let said =
                |language: Language| fill(language.text().not_handed_out, &[("reason", &reason)]);
            Err(Notice::Unusable {
                name,
                reason: Bilingual::of(said),
            })
        }
    }
}

pub(super) async fn answer(
    state: State,
    number: u32,
    list: Option<u32>,
    wanted: Wanted<Page>,
) -> Result<Answered, Option<Notice>> {
    if names_country(state, &wanted.view.filter) {
        know_countries(state).await;
    }
    let definition = definition(state, &wanted.definition).await.map_err(Some)?;
    // The engine answers by what was offered to it last.
    if state.asked.waited_for() != Some(number) {
        return Err(None);
    }
    let json = json_if_other(state, &definition);
    match client::offer(number, list, json, wanted.view).await {
        Ok(findings) => Ok(Answered {
            findings,
            definition,
        }),
        Err(NotAnswered::NotBegun(_)) => Err(Some(Notice::NotFetched(None))),
        Err(NotAnswered::Failed(_) | NotAnswered::Nothing | NotAnswered::NotUnderstood) => {
            Err(Some(Notice::NotAnswered))
        }
    }
}

/// Whether a filter asks for a country by what the definition's labels do not
/// know, as by an ISO code.
fn names_country(state: State, filter: &Conditions) -> bool {
    let Some(labels) = state.labels_untracked() else {
        return false;
    };
    filter.0.iter().any(|condition| match condition {
        Condition::Value { dimension, key } => {
            let is_known = key == ANY || labels.key_of(COUNTRY.labels, key).is_some();
            *dimension == COUNTRY.id && !is_known
        }
        _ => false,
    })
}

/// A definition as JSON where it is not the one that is counted by.
fn json_if_other(state: State, definition: &Arc<Definition>) -> Option<String> {
    let shown = untrack(|| state.definition());
    let is_shown = shown.is_some_and(|shown| Arc::ptr_eq(&shown.0, definition));
    // Plain data: serialising it cannot fail.
    (!is_shown).then(|| serde_json::to_string(&**definition).unwrap_or_default())
}

/// The definition that is meant, fetched where it is not there yet.
async fn definition(state: State, counting: &Counting) -> Result<Arc<Definition>, Notice> {
    let (id, changes) = match counting {
        Counting::By(definition) => return Ok(Arc::clone(&definition.0)),
        Counting::Named { id, changes } => (id, changes),
    };
    let shown = untrack(|| state.definition());
    let is_shown = state.asked.shown().definition == *counting;
    let is_known = BUILT_IN.contains(&&**id);
    if let Some(shown) = shown.filter(|_| is_shown || !is_known) {
        // Of one that the page does not know what is shown differs, which is told.
        return Ok(shown.0);
    }
    let base = definitions::built_in(state, id).await;
    let base = base.ok_or(Notice::NotFetched(None))?;
    let Some(changes) = changes else {
        return Ok(base);
    };
    // Changes that do not fit are told by the fingerprint that then differs.
    Ok(base.with_changes(changes).map_or(base, Arc::new))
}

/// What a browser said, which has no language of ours.
pub(super) fn said_twice(reason: String) -> Bilingual {
    Bilingual {
        ko: reason.clone(),
        en: reason,
    }
}
