//! Changes of the definition: drafted first, with what they would move, then
//! kept or discarded; kept ones can be undone.

use std::sync::Arc;

use leptos::prelude::*;

use crate::acts::Wanted;
use crate::compare::Moves;
use crate::definition::Definition;
use crate::engine::ask;
use crate::page::data::asking::ask_by;
use crate::page::engine::{NotAnswered, client};
use crate::page::later::{Act, act};
use crate::page::state::{Counting, Page, Shared, State};

/// What a draft would move, or that this could not be computed.
type Moved = Result<Shared<Moves>, NotAnswered>;

/// How the definition that is counted by is to become another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// To the draft.
    Keep,
    /// To one that was chosen.
    Switch,
    Undo,
    Redo,
}

/// What is drafted, and what was kept before and after.
///
/// Nothing is taken over that was not computed: a step is asked for, and taken
/// once the numbers are shown that it leads to.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Drafting {
    /// The definition as the reader is changing it.
    pub draft: RwSignal<Option<Shared<Definition>>>,
    /// What the draft would move; `None` while that is computed.
    pub moved: RwSignal<Option<Moved>>,
    /// The step that is asked for, and what it leads to.
    step: StoredValue<Option<(Step, Counting)>>,
    past: RwSignal<Vec<Shared<Definition>>>,
    future: RwSignal<Vec<Shared<Definition>>>,
}

impl Drafting {
    pub fn new() -> Self {
        Self {
            draft: RwSignal::new(None),
            moved: RwSignal::new(None),
            step: StoredValue::new(None),
            past: RwSignal::new(Vec::new()),
            future: RwSignal::new(Vec::new()),
        }
    }

    /// Takes the steps that lead to what is shown, from now on.
    pub fn follow(self, state: State) {
        Effect::new(move |before: Option<Option<Shared<Definition>>>| {
            state.asked.rests.track();
            let now = untrack(|| state.definition());
            let before = before.flatten();
            if state.asked.waited_for().is_some() {
                return now;
            }
            if let Some((step, to)) = self.step.get_value() {
                // What failed may be tried again.
                let is_shown = state.asked.shown().definition == to;
                let may_come = state.asked.failed().is_some_and(|own| own.definition == to);
                if !may_come {
                    self.step.set_value(None);
                }
                if is_shown {
                    self.take(step, before.filter(|before| now.as_ref() != Some(before)));
                    if step == Step::Keep && self.draft.get_untracked() != now {
                        // The reader went on changing it meanwhile.
                        self.preview(state);
                    } else {
                        self.discard();
                    }
                }
            }
            now
        });
    }

    fn take(self, step: Step, before: Option<Shared<Definition>>) {
        let Some(before) = before else {
            return;
        };
        let to = match step {
            Step::Keep | Step::Switch => {
                self.future.update(Vec::clear);
                self.past
            }
            Step::Undo => {
                self.past.update(|past| drop(past.pop()));
                self.future
            }
            Step::Redo => {
                self.future.update(|future| drop(future.pop()));
                self.past
            }
        };
        to.update(|to| to.push(before));
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
        self.draft.set(Some(Shared(Arc::new(definition))));
        self.preview(state);
    }

    /// Asks what the draft would move.
    pub fn preview(self, state: State) {
        let Some(draft) = self.draft.get_untracked() else {
            return;
        };
        self.moved.set(None);
        leptos::task::spawn_local(async move {
            // Plain data: serialising it cannot fail.
            let json = serde_json::to_string(&*draft).unwrap_or_default();
            let after = client::ask(ask::Preview(json)).await;
            // Another change may have come meanwhile.
            if self.draft.get_untracked() != Some(draft) {
                return;
            }
            if let Some(before) = state.report.get_untracked() {
                let moved = after.map(|after| Moves::between(&before.findings, &after));
                self.moved
                    .set(Some(moved.map(|moved| Shared(Arc::new(moved)))));
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
        if let Some(draft) = self.draft.get_untracked() {
            self.ask(state, Step::Keep, Counting::By(draft));
        }
    }

    /// Counts by another definition, such as one that was chosen.
    pub fn switch(self, state: State, definition: Arc<Definition>) {
        self.ask(state, Step::Switch, Counting::By(Shared(definition)));
    }

    /// Reads a list by another definition, which says what its columns mean.
    pub fn read_by(self, state: State, wanted: Wanted<Page>) {
        self.step
            .set_value(Some((Step::Switch, wanted.definition.clone())));
        ask_by(state, wanted, None);
    }

    /// Counts by one that comes with the page, by its id.
    pub fn choose(self, state: State, id: String) {
        let changes = None;
        self.ask(state, Step::Switch, Counting::Named { id, changes });
    }

    pub fn can_undo(self) -> bool {
        !self.past.with(Vec::is_empty)
    }

    pub fn can_redo(self) -> bool {
        !self.future.with(Vec::is_empty)
    }

    pub fn undo(self, state: State) {
        if let Some(last) = self.past.with_untracked(|past| past.last().cloned()) {
            self.ask(state, Step::Undo, Counting::By(last));
        }
    }

    pub fn redo(self, state: State) {
        if let Some(next) = self.future.with_untracked(|future| future.last().cloned()) {
            self.ask(state, Step::Redo, Counting::By(next));
        }
    }

    fn ask(self, state: State, step: Step, to: Counting) {
        self.step.set_value(Some((step, to.clone())));
        act(state, Act::Count(to));
    }
}
