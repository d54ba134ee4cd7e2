//! What is said of what happens.

use leptos::prelude::*;

use super::shown::Notice;

/// The notice. Whatever happens is said here and nowhere else set.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Said {
    /// What is said last.
    pub notice: ReadSignal<Option<Notice>>,
    set: WriteSignal<Option<Notice>>,
}

impl Said {
    pub(super) fn new() -> Self {
        let (notice, set) = signal(Some(Notice::Starting));
        Self { notice, set }
    }

    /// Says this.
    pub fn say(self, notice: Notice) {
        self.set.set(Some(notice));
    }

    /// Says nothing any more.
    pub fn hush(self) {
        self.set.set(None);
    }

    /// Takes back what does not hold once other numbers are shown: what was read
    /// is still there.
    pub fn hush_waiting(self) {
        let is_read = |notice: &Option<Notice>| matches!(notice, None | Some(Notice::Read { .. }));
        if !self.notice.with_untracked(is_read) {
            self.hush();
        }
    }
}
