//! What is said of what happens.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::browser::site;

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

    /// Says this; where code did not come also why, once that is known.
    pub fn say(self, notice: Notice) {
        let asks_why = notice == Notice::NotFetched(None);
        self.set.set(Some(notice));
        if asks_why {
            spawn_local(async move {
                let site = site().await;
                let is_said = |said: &Option<Notice>| *said == Some(Notice::NotFetched(None));
                if self.notice.with_untracked(is_said) {
                    self.set.set(Some(Notice::NotFetched(Some(site))));
                }
            });
        }
    }

    /// Says nothing any more.
    pub fn hush(self) {
        self.set.set(None);
    }

    /// Whether it says what takes long.
    pub fn is_awaiting(self) -> bool {
        self.notice
            .with_untracked(|notice| notice.as_ref().is_some_and(Notice::takes_long))
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
