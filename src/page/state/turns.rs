//! Parts of the page that are made one after the other: to make them all at
//! once would block the page for longer than a reader's hand takes to notice.

use std::collections::VecDeque;

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whose turn it is.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Turns {
    waiting: StoredValue<VecDeque<RwSignal<bool>>>,
    /// Whether anybody waits.
    pub are_on: RwSignal<bool>,
}

impl Turns {
    pub fn new() -> Self {
        Self {
            waiting: StoredValue::new(VecDeque::new()),
            are_on: RwSignal::new(false),
        }
    }

    /// Becomes true in turn: at once where nobody waits for the page.
    pub fn turn(self) -> RwSignal<bool> {
        let mine = RwSignal::new(cfg!(not(feature = "csr")));
        if !mine.get_untracked() {
            self.wait(mine);
        }
        mine
    }

    /// The same before all who wait already: for the second half of a piece.
    pub fn next(self) -> RwSignal<bool> {
        let mine = RwSignal::new(false);
        self.waiting.update_value(|all| all.push_front(mine));
        self.begin();
        mine
    }

    /// Sets a signal to true in turn.
    pub fn wait(self, mine: RwSignal<bool>) {
        self.waiting.update_value(|all| all.push_back(mine));
        self.begin();
    }

    fn begin(self) {
        if self.are_on.get_untracked() {
            return;
        }
        self.are_on.set(true);
        spawn_local(async move {
            loop {
                TimeoutFuture::new(0).await;
                let next = self.waiting.try_update_value(VecDeque::pop_front);
                let Some(next) = next.flatten() else {
                    break;
                };
                // What waited may be gone.
                next.try_set(true);
            }
            self.are_on.set(false);
        });
    }
}
