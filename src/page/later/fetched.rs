//! The rest of the page's code: fetched when the reader comes near or asks for
//! what it does, and kept.
//!
//! In: a [`Part`] to be shown, an [`Act`], a [`Tool`]. Out: what the code does
//! with it, or that it did not come.
//! Leaves out: what does it; rest.rs registers that.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;

use crate::page::browser::{NotFetched, idle};
use crate::page::engine::client;
use crate::page::state::{Notice, State, WORTH_A_WORD_MS};

use super::parts::{Act, Part, Tool, ToolNote};

/// What the fetched code does.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Rest {
    /// Shows a part.
    pub show: fn(Part) -> AnyView,
    /// Uses a tool.
    pub apply: fn(State, Tool, ToolNote),
    /// Does what concerns data.
    pub act: fn(State, Act),
    /// Keeps address and page in step.
    pub follow: fn(State),
}

/// The code on its way.
pub(super) type Coming = Pin<Box<dyn Future<Output = Result<Rest, NotFetched>>>>;

thread_local! {
    static FETCH: Cell<Option<fn() -> Coming>> = const { Cell::new(None) };
    static REST: Cell<Option<Rest>> = const { Cell::new(None) };
    /// Counts what was asked of the code before it was there, and how much of that
    /// the reader does not wait for any more.
    static ACTS: Cell<u32> = const { Cell::new(0) };
    static WAITED_FROM: Cell<u32> = const { Cell::new(0) };
    /// What was asked last of code that did not come.
    static UNDONE: Cell<Option<Act>> = const { Cell::new(None) };
}

/// Says what fetches the code.
pub(in crate::page) fn come_by(fetch: fn() -> Coming) {
    FETCH.set(Some(fetch));
}

/// The code, where it is there; asked for again when it comes.
fn once_there(state: State) -> Option<Rest> {
    state.rest.track();
    REST.get()
}

/// Fetches the rest, unless it is there.
async fn fetched(state: State) -> Result<Rest, NotFetched> {
    if let Some(rest) = REST.get() {
        return Ok(rest);
    }
    let fetch = FETCH.get().ok_or(NotFetched)?;
    let fetched = fetch().await;
    // Whoever waited for it too may have set it.
    if let Some(rest) = REST.get() {
        return Ok(rest);
    }
    REST.set(fetched.ok());
    state.rest.set(Some(fetched.map(|_| ())));
    fetched
}

/// Begins to fetch the rest, unless it is there.
pub(super) fn fetch(state: State) {
    spawn_local(async move {
        // Where it fails, the parts that are missing say so.
        let _ = fetched(state).await;
    });
}

/// A part, where its code is there.
pub(in crate::page) fn part_once_there(state: State, part: Part) -> Option<AnyView> {
    once_there(state).map(|rest| (rest.show)(part))
}

/// Keeps address and page in step as soon as the code is there.
pub(in crate::page) fn follow_once_there(state: State) {
    Effect::new(move || {
        if let Some(rest) = once_there(state) {
            (rest.follow)(state);
        }
    });
}

/// Does what concerns data, once its code is there. Where it does not come, the
/// act is not lost: [`try_again`].
pub(in crate::page) fn act(state: State, act: Act) {
    if let Some(rest) = REST.get() {
        return (rest.act)(state, act);
    }
    let number = ACTS.get().wrapping_add(1);
    ACTS.set(number);
    UNDONE.set(None);
    let is_there = Rc::new(Cell::new(false));
    let waits = Rc::clone(&is_there);
    spawn_local(async move {
        TimeoutFuture::new(WORTH_A_WORD_MS).await;
        if !waits.get() && ACTS.get() == number {
            state.said.say(Notice::AwaitingEngine);
        }
    });
    spawn_local(async move {
        let fetched = fetched(state).await;
        is_there.set(true);
        match fetched {
            Ok(rest) if WAITED_FROM.get() < number => (rest.act)(state, act),
            Err(NotFetched) if ACTS.get() == number => {
                UNDONE.set(Some(act));
                state.said.say(Notice::NotFetched(None));
                state.asked.give_way();
            }
            Ok(_) | Err(NotFetched) => {}
        }
    });
}

/// Waits no longer for what was asked for; what is shown stays.
pub(in crate::page) fn cancel(state: State) {
    match REST.get() {
        Some(rest) => (rest.act)(state, Act::Cancel),
        None => {
            WAITED_FROM.set(ACTS.get());
            state.said.hush();
            state.asked.give_way();
        }
    }
}

/// Tries again what failed last.
pub(in crate::page) fn try_again(state: State) {
    act(state, UNDONE.take().unwrap_or(Act::Again));
}

/// The file that was to be opened by code that did not come.
pub(in crate::page) fn undone_file() -> Option<web_sys::File> {
    let undone = UNDONE.take()?;
    let file = match &undone {
        Act::Open(files) => files.get(0).dyn_into().ok(),
        _ => None,
    };
    UNDONE.set(Some(undone));
    file
}

/// Uses a tool, once its code is there.
pub(in crate::page) fn use_tool(state: State, tool: Tool, said: ToolNote) {
    spawn_local(async move {
        match fetched(state).await {
            Ok(rest) => (rest.apply)(state, tool, said),
            Err(NotFetched) => said.set(Some(
                state.language.get_untracked().text().not_fetched.to_owned(),
            )),
        }
    });
}

/// Fetches the rest and the engine at the reader's first act: whoever acts will
/// soon want them, and whoever only looks need not pay for them.
pub(in crate::page) fn fetch_at_first_act(state: State) {
    const ACTS: [&str; 5] = ["pointerdown", "keydown", "wheel", "touchstart", "dragenter"];
    for act in ACTS {
        gloo::events::EventListener::once(&window(), act, move |_| {
            fetch(state);
            client::awake();
        })
        .forget();
    }
}

/// Fetches the rest once the page has nothing to do, so that it is whole for
/// whoever searches it, prints it or has it read aloud.
pub(in crate::page) fn fetch_when_idle(state: State) {
    idle(move || fetch(state));
}
