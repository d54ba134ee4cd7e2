//! Does what the order of acts says: gets lists, asks for answers, shows them.
//! What comes of it goes back to that order, which knows what is late.

use std::sync::Arc;

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::acts::{Event, Todo, Wanted};
use crate::definition::Definition;
use crate::engine::View;
use crate::page::engine::{announce_error, client};
use crate::page::history::{arrive, steps};
use crate::page::state::{
    Answered, Next, Notice, Page, Progress, Shared, Shown, State, UNNOTICED_MS, WORTH_A_WORD_MS,
    Way,
};

use super::getting::{answer, get};

/// Tells the order of acts what came, and does what follows.
pub(super) fn hear(state: State, event: Event<Page>) {
    carry_out(state, state.asked.hear(event));
}

/// Hears of the engine's end from now on, and of answers that take long.
pub(in crate::page) fn listen(state: State) {
    client::when_it_ends(move |_| hear(state, Event::Died(Some(Notice::EngineEnded))));
    client::when_it_takes_long(move |takes_long| {
        // Of acts it is said already.
        if state.asked.waited_for().is_some() {
            return;
        }
        if takes_long {
            state.said.say(awaited());
        } else if state.said.is_awaiting() {
            state.said.hush();
        }
    });
}

/// What takes so long.
fn awaited() -> Notice {
    if client::has_begun() {
        Notice::AwaitingAnswer
    } else {
        Notice::AwaitingEngine
    }
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
                        Err(why) => Event::Failed(number, Some(why)),
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
            state.said.say(awaited());
        }
    });
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
        // With keys for what was typed by names.
        view: View {
            filter: answer.findings.filter.clone(),
            ..wanted.view
        },
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
        Some(Way {
            link,
            is_first,
            said,
            kept,
        }) => {
            if let Some(said) = said {
                state.said.say(said);
            }
            if is_first {
                state.kept.set(kept);
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

/// An act failed: all goes back to what is shown, the address too.
fn back(state: State, number: u32, why: Option<Notice>) {
    if let Some(Notice::Unusable { name, reason }) = &why {
        announce_error(name, reason);
    }
    match why {
        Some(why) => state.said.say(why),
        None => state.said.hush(),
    }
    if state.report.with_untracked(Option::is_some) {
        if state.asked.is_following.get_untracked() {
            steps::stay(state);
        }
    } else if let Some(way) = state.asked.way(number) {
        arrive(state, way.link);
        // Nothing is shown of the link: what is, later, is written.
        steps::depart(state);
    }
    state.asked.rest();
}
