//! What the reader asks for, ahead of what is shown: the acts in their order,
//! with what lists and definitions are in a page.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::acts::{Acts, Event, Kinds, Todo, Wanted};
use crate::definition::Definition;
use crate::engine::View;
use crate::page::address::Link;
use crate::report::Findings;

use super::shared::Shared;
use super::shown::{Kept, Notice, Origin, Shown};

/// A list that can be asked for.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) enum ListOf {
    /// One that comes with the page.
    Bundled(&'static str),
    /// A file of the page's own site, by its address.
    Site(String),
    /// A file that is at hand.
    Own(OwnList),
}

/// A file of the reader's own, and what the reader chose of how it is read;
/// otherwise the file tells.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) struct OwnList {
    pub file: web_sys::Blob,
    pub name: String,
    /// The label of an encoding.
    pub encoding: Option<String>,
    /// A table of an archive.
    pub entry: Option<usize>,
    /// The files that were dropped with it.
    pub beside: Vec<web_sys::File>,
    /// Where the file came from, where an address named it.
    pub origin: Option<Origin>,
}

impl ListOf {
    /// What it is called until it is there.
    pub fn name(&self) -> &str {
        match self {
            Self::Bundled(name) => name,
            Self::Site(address) => address,
            Self::Own(own) => &own.name,
        }
    }
}

/// What is counted by.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) enum Counting {
    /// A definition that is at hand.
    By(Shared<Definition>),
    /// One that comes with the page, by its id, with changes.
    Named { id: String, changes: Option<String> },
}

impl Counting {
    /// What it says of headers: the id of a fact for each.
    fn columns(&self) -> BTreeMap<String, String> {
        match self {
            Self::By(definition) => {
                let said = definition.columns.iter();
                said.map(|(header, field)| (header.to_string(), field.id().to_owned()))
                    .collect()
            }
            // None that comes with the page says anything of them.
            Self::Named { changes, .. } => {
                let changes = changes.as_deref().unwrap_or_default();
                let said = serde_json::from_str::<SaidOfColumns>(changes);
                said.map(|own| own.columns).unwrap_or_default()
            }
        }
    }
}

/// What changes of a definition say of headers.
#[derive(serde::Deserialize)]
struct SaidOfColumns {
    #[serde(default)]
    columns: BTreeMap<String, String>,
}

/// An answer: the numbers, and what they were computed by.
#[derive(Debug)]
pub(in crate::page) struct Answered {
    pub findings: Findings,
    pub definition: Arc<Definition>,
}

/// What the page's acts are about.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::page) struct Page;

impl Kinds for Page {
    type List = ListOf;
    type Definition = Counting;
    type Read = Shown;
    type Answer = Answered;
    /// What there is to say; nothing where the reader has ended the wait.
    type Why = Option<Notice>;

    fn reads_alike(one: &Counting, other: &Counting) -> bool {
        one == other || one.columns() == other.columns()
    }
}

/// The link that an act follows.
#[derive(Clone, Debug)]
pub(in crate::page) struct Way {
    pub link: Link,
    /// Whether the page begins with it.
    pub is_first: bool,
    /// What is to be said once it is shown.
    pub said: Option<Notice>,
    /// What of it is kept in this browser.
    pub kept: Option<Kept>,
}

/// What is asked for. Only this changes what is waited for; what is shown is
/// changed by its answers.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Asked {
    acts: StoredValue<Acts<Page>, LocalStorage>,
    /// The link that an act follows, by its number.
    way: StoredValue<Option<(u32, Way)>>,
    /// Whether what a link asks for is on its way.
    pub is_following: ReadSignal<bool>,
    set_following: WriteSignal<bool>,
    /// Counts how often it came to rest: controls show what is shown again.
    pub rests: ReadSignal<u32>,
    set_rests: WriteSignal<u32>,
    /// Whether what failed can be tried again.
    pub can_retry: ReadSignal<bool>,
    set_retry: WriteSignal<bool>,
}

impl Asked {
    pub(super) fn new() -> Self {
        let (is_following, set_following) = signal(true);
        let (rests, set_rests) = signal(0);
        let (can_retry, set_retry) = signal(false);
        let nothing = Wanted {
            list: None,
            definition: Counting::Named {
                id: String::new(),
                changes: None,
            },
            view: View::default(),
        };
        Self {
            acts: StoredValue::new_local(Acts::new(nothing)),
            way: StoredValue::new(None),
            is_following,
            set_following,
            rests,
            set_rests,
            can_retry,
            set_retry,
        }
    }

    /// Begins with a definition, and with what is shown, if anything.
    pub fn begin(self, list: Option<ListOf>, definition: Shared<Definition>) {
        let count = self.count();
        // Whoever was quicker than the page is answered by what was asked for.
        if count == 0 {
            self.acts.set_value(Acts::new(Wanted {
                list,
                definition: Counting::By(definition),
                view: View::default(),
            }));
        }
    }

    /// How many acts there were.
    pub fn count(self) -> u32 {
        self.acts.with_value(Acts::count)
    }

    /// What was asked for last, or is shown.
    pub fn latest(self) -> Wanted<Page> {
        self.acts.with_value(|acts| acts.latest().clone())
    }

    /// What the numbers that are shown were asked for by.
    pub fn shown(self) -> Wanted<Page> {
        self.acts.with_value(|acts| acts.shown().clone())
    }

    /// What failed last.
    pub fn failed(self) -> Option<Wanted<Page>> {
        self.acts.with_value(|acts| acts.failed().cloned())
    }

    /// The act that is waited for, by its number.
    pub fn waited_for(self) -> Option<u32> {
        self.acts.with_value(Acts::waited_for)
    }

    /// Whether the list of this number is still waited for.
    pub fn is_coming(self, number: u32) -> bool {
        self.acts.with_value(|acts| acts.is_coming(number))
    }

    /// An act: asks for this, which a link may lead to.
    pub fn ask(self, wanted: Wanted<Page>, way: Option<Way>) -> Vec<Todo<Page>> {
        self.set_retry.set(false);
        if way.is_some() {
            self.set_following.set(true);
        }
        let todo = self.acts.try_update_value(|acts| {
            let todo = acts.ask(wanted);
            self.way.set_value(way.map(|way| (acts.count(), way)));
            todo
        });
        todo.unwrap_or_default()
    }

    /// Something came of an act.
    pub fn hear(self, event: Event<Page>) -> Vec<Todo<Page>> {
        let todo = self.acts.try_update_value(|acts| acts.hear(event));
        todo.unwrap_or_default()
    }

    /// The link that this act follows.
    pub fn way(self, number: u32) -> Option<Way> {
        let way = self.way.get_value().filter(|(of, _)| *of == number);
        way.map(|(_, way)| way)
    }

    /// The link that is on its way leads to this section now; what it says, if one
    /// is.
    pub fn lead_on(self, section: &str) -> Option<Link> {
        if !self.is_following.get_untracked() {
            return None;
        }
        self.way.try_update_value(|way| {
            let (_, way) = way.as_mut()?;
            section.clone_into(&mut way.link.section);
            Some(way.link.clone())
        })?
    }

    /// What was asked for was never begun: controls go back, and it can be tried
    /// again.
    pub fn give_way(self) {
        self.set_retry.set(true);
        self.set_rests
            .update(|rests| *rests = rests.wrapping_add(1));
    }

    /// Nothing is on its way any more.
    pub fn rest(self) {
        self.set_following.set(false);
        self.set_retry.set(self.failed().is_some());
        self.set_rests
            .update(|rests| *rests = rests.wrapping_add(1));
    }
}
