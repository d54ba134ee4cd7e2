//! Changes of the definition: drafted first, with what they would move, then
//! kept or discarded; kept ones can be undone.

use std::sync::Arc;

use leptos::prelude::*;

use crate::compare::Moves;
use crate::definition::Definition;
use crate::engine::ask;
use crate::page::engine::client;
use crate::page::state::{Shared, State};

/// What is drafted, and what was kept before and after.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Drafting {
    /// The definition as the reader is changing it.
    pub draft: RwSignal<Option<Shared<Definition>>>,
    /// What the draft would move; `None` while that is computed.
    pub moved: RwSignal<Option<Shared<Moves>>>,
    past: RwSignal<Vec<Shared<Definition>>>,
    future: RwSignal<Vec<Shared<Definition>>>,
}

impl Drafting {
    pub fn new() -> Self {
        Self {
            draft: RwSignal::new(None),
            moved: RwSignal::new(None),
            past: RwSignal::new(Vec::new()),
            future: RwSignal::new(Vec::new()),
        }
    }

    /// The definition with what is drafted.
    pub fn latest(self, state: State) -> Option<Shared<Definition>> {
        self.draft.get().or_else(|| state.definition())
    }

    /// Drafts a change, and asks what it would move.
    pub fn change(self, state: State, change: impl FnOnce(&mut Definition)) {
        let Some(latest) = untrack(|| self.latest(state)) else {
            return;
        };
        let mut definition = Definition::clone(&latest);
        change(&mut definition);
        self.draft_as(state, definition);
    }

    /// Drafts another definition in place of this one.
    pub fn draft_as(self, state: State, definition: Definition) {
        let kept = untrack(|| state.definition());
        if kept.is_none_or(|kept| *kept.0 == definition) {
            return self.discard();
        }
        let draft = Shared(Arc::new(definition));
        self.draft.set(Some(draft.clone()));
        self.moved.set(None);
        leptos::task::spawn_local(async move {
            // Plain data: serialising it cannot fail.
            let json = serde_json::to_string(&*draft).unwrap_or_default();
            let after = client::ask(ask::Preview(json)).await.ok();
            // Another change may have come meanwhile.
            if self.draft.get_untracked() != Some(draft) {
                return;
            }
            let before = state.report.get_untracked();
            if let Some((before, after)) = before.zip(after) {
                let moved = Moves::between(&before.findings, &after);
                self.moved.set(Some(Shared(Arc::new(moved))));
            }
        });
    }

    /// Drops the draft.
    pub fn discard(self) {
        self.draft.set(None);
        self.moved.set(None);
    }

    /// Counts by the draft from now on.
    pub fn keep(self, state: State) {
        let Some(draft) = self.draft.get_untracked() else {
            return;
        };
        if let Some(before) = untrack(|| state.definition()) {
            self.past.update(|past| past.push(before));
        }
        self.future.update(Vec::clear);
        self.discard();
        state.define(draft.0);
    }

    /// Counts by another definition at once, such as one that was chosen.
    pub fn switch(self, state: State, definition: Arc<Definition>) {
        let draft = Shared(definition);
        self.draft.set(Some(draft));
        self.keep(state);
    }

    pub fn can_undo(self) -> bool {
        !self.past.with(Vec::is_empty)
    }

    pub fn can_redo(self) -> bool {
        !self.future.with(Vec::is_empty)
    }

    pub fn undo(self, state: State) {
        self.step(state, self.past, self.future);
    }

    pub fn redo(self, state: State) {
        self.step(state, self.future, self.past);
    }

    fn step(
        self,
        state: State,
        from: RwSignal<Vec<Shared<Definition>>>,
        to: RwSignal<Vec<Shared<Definition>>>,
    ) {
        let now = untrack(|| state.definition());
        let next = from.try_update(Vec::pop).flatten();
        if let Some((now, next)) = now.zip(next) {
            to.update(|to| to.push(now));
            self.discard();
            state.define(next.0);
        }
    }
}
