//! Does what the order of acts says: gets lists, asks for answers, shows them.
//! What comes of it goes back to that order, which knows what is late.

use std::sync::Arc;

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;

use crate::acts::{Event, Todo, Wanted};
use crate::definition::{Bilingual, Definition};
use crate::locale::{Language, fill, read_error};
use crate::page::address::BUILT_IN;
use crate::page::browser::{blob, fetch};
use crate::page::engine::{NotAnswered, NotRead, ReadAs, announce_error, client};
use crate::page::history::{arrive, steps};
use crate::page::state::{
    Answered, Counting, ListOf, Next, Notice, OwnFile, Page, Progress, Shared, Shown, State,
    UNNOTICED_MS, WORTH_A_WORD_MS, Way,
};

use super::countries::know_countries;
use super::{definitions, handed};

/// Tells the order of acts what came, and does what follows.
pub(super) fn hear(state: State, event: Event<Page>) {
    carry_out(state, state.asked.hear(event));
}

/// Hears of the engine's end from now on.
pub(in crate::page) fn listen(state: State) {
    client::when_it_ends(move |_| hear(state, Event::Died(Notice::EngineEnded)));
}

/// Does what is to be done.
pub(super) fn carry_out(state: State, all: Vec<Todo<Page>>) {
    for todo in all {
        match todo {
            Todo::Get(number, list, definition) => {
                say_waiting(state);
                spawn_local(async move {
                    let event = match get(state, number, list, definition).await {
                        Ok(shown) => Event::Read(number, shown),
                        Err(why) => Event::Failed(number, why),
                    };
                    hear(state, event);
                });
            }
            Todo::GiveUp(number) => spawn_local(client::give_up(number)),
            Todo::Ask {
                number,
                list,
                wanted,
            } => {
                say_waiting(state);
                spawn_local(async move {
                    let event = match answer(state, number, list, wanted).await {
                        Ok(answered) => Event::Answered(number, answered),
                        Err(why) => Event::Failed(number, why),
                    };
                    hear(state, event);
                });
            }
            Todo::Show {
                number,
                wanted,
                read,
                answer,
            } => show(state, number, wanted, read, answer),
            Todo::Stay(number) => {
                state.said.hush_waiting();
                arrived(state, number);
            }
            Todo::Back(number, why) => back(state, number, why),
            Todo::Restart => {
                state.said.say(Notice::EngineEnded);
                client::awake();
            }
        }
    }
}

/// Says what is waited for, once it takes its time; what takes none needs no
/// word, and saying it takes some.
fn say_waiting(state: State) {
    spawn_local(async move {
        let waited_for = state.asked.waited_for();
        let is_waiting = move || waited_for.is_some() && state.asked.waited_for() == waited_for;
        TimeoutFuture::new(UNNOTICED_MS).await;
        if !is_waiting() {
            return;
        }
        let wanted = state.asked.latest();
        let shown = state.asked.shown();
        let is_reading = |notice: &Option<Notice>| matches!(notice, Some(Notice::Reading { .. }));
        if let Some(list) = wanted.list.filter(|list| Some(list) != shown.list.as_ref()) {
            let name = list.name();
            let is_said = state.said.notice.with_untracked(
                |notice| matches!(notice, Some(Notice::Reading { name: own, .. }) if own == name),
            );
            let begins = state.report.with_untracked(Option::is_none);
            if !is_said && !begins {
                state.said.say(Notice::Reading {
                    name: name.to_owned(),
                    progress: Progress::default(),
                });
            }
        } else {
            state.said.say(Notice::Computing);
        }
        TimeoutFuture::new(WORTH_A_WORD_MS - UNNOTICED_MS).await;
        if is_waiting() && !state.said.notice.with_untracked(is_reading) {
            state.said.say(if client::has_begun() {
                Notice::AwaitingAnswer
            } else {
                Notice::AwaitingEngine
            });
        }
    });
}

/// Gets a list and reads it beside the one that is shown.
async fn get(state: State, number: u32, list: ListOf, counting: Counting) -> Result<Shown, Notice> {
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

async fn answer(
    state: State,
    number: u32,
    list: Option<u32>,
    wanted: Wanted<Page>,
) -> Result<Answered, Notice> {
    let definition = definition(state, &wanted.definition).await?;
    // The engine answers by what was offered to it last.
    if state.asked.waited_for() != Some(number) {
        return Err(Notice::Stopped);
    }
    let json = json_if_other(state, &definition);
    match client::offer(number, list, json, wanted.view).await {
        Ok(findings) => Ok(Answered {
            findings,
            definition,
        }),
        Err(NotAnswered::NotBegun(_)) => Err(Notice::NotFetched(None)),
        Err(NotAnswered::Failed(_) | NotAnswered::Nothing | NotAnswered::NotUnderstood) => {
            Err(Notice::NotAnswered)
        }
    }
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

fn show(state: State, number: u32, wanted: Wanted<Page>, read: Option<Shown>, answer: Answered) {
    client::take(number);
    let begins = state.report.with_untracked(Option::is_none);
    let name = read.as_ref().map(|shown| shown.name.clone());
    let shown = untrack(|| state.definition());
    let is_shown = |shown: &Shared<Definition>| Arc::ptr_eq(&shown.0, &answer.definition);
    let definition = shown.filter(is_shown);
    let definition = definition.unwrap_or(Shared(answer.definition));
    state.show(Next {
        file: read,
        definition,
        view: wanted.view,
        findings: answer.findings,
    });
    match name.filter(|_| !begins) {
        Some(name) => state.said.say(Notice::Read { name }),
        None => state.said.hush_waiting(),
    }
    arrived(state, number);
}

/// What was asked for is shown: the address follows, or was followed.
fn arrived(state: State, number: u32) {
    match state.asked.way(number) {
        Some(Way { link, is_first }) => {
            if is_first {
                keep_in_mind(state);
            } else {
                steps::dress(state, &link);
            }
            arrive(state, link);
        }
        // The reader went on before a link was shown.
        None if state.asked.is_following.get_untracked() => steps::depart(state),
        None => {}
    }
    state.asked.rest();
}

/// What is kept in this browser is shown now.
fn keep_in_mind(state: State) {
    let is_own = state
        .shown
        .with_untracked(|shown| shown.as_ref().is_some_and(|shown| !shown.is_bundled()));
    if (is_own || untrack(|| state.has_own_definition())) && !crate::page::frame::is_embedded() {
        state.kept.set(untrack(|| state.to_be_kept()));
    }
}

/// An act failed: all goes back to what is shown, the address too.
fn back(state: State, number: u32, why: Notice) {
    if let Notice::Unusable { name, reason } = &why {
        announce_error(name, reason);
    }
    state.said.say(why);
    if state.report.with_untracked(Option::is_some) {
        if state.asked.is_following.get_untracked() {
            steps::stay(state);
        }
    } else if let Some(way) = state.asked.way(number) {
        arrive(state, way.link);
    }
    state.asked.rest();
}

/// What a browser said, which has no language of ours.
pub(super) fn said_twice(reason: String) -> Bilingual {
    Bilingual {
        ko: reason.clone(),
        en: reason,
    }
}
