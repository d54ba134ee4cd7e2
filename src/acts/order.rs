//! The acts in their order: what was asked for last, what is shown, and what
//! becomes of everything that comes in between.
//!
//! An act gets a number and asks for a whole: a list, a definition and a view.
//! What it does not name is what was asked for before it, so that a period that
//! is changed while a file is read holds for that file. Two things are waited
//! for: a list that is not shown, and then one answer by all three. Whatever
//! comes for an act that is not the latest is dropped.

use std::fmt::Debug;

use crate::engine::View;

/// What stands for lists, definitions, answers and reasons.
pub trait Kinds: Clone + Debug + PartialEq {
    /// Which list; equal ones are not read twice.
    type List: Clone + Debug + PartialEq;
    /// A definition, or the name of one.
    type Definition: Clone + Debug + PartialEq;
    /// What is known of a list once it is read.
    type Read: Debug;
    /// Everything that is shown of a list, a definition and a view.
    type Answer: Debug;
    /// Why there is none.
    type Why: Debug;

    /// Whether a list that was read by one definition needs not be read again to
    /// be counted by the other, as where only one says what a column means.
    fn reads_alike(_one: &Self::Definition, _other: &Self::Definition) -> bool {
        true
    }
}

/// A whole that can be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted<K: Kinds> {
    /// The list; `None` before there is any.
    pub list: Option<K::List>,
    /// What it is counted by.
    pub definition: K::Definition,
    /// How it is looked at.
    pub view: View,
}

/// What comes of acts.
#[derive(Debug)]
pub enum Event<K: Kinds> {
    /// The list that was got by this number is read.
    Read(u32, K::Read),
    /// The answer to the question of this number.
    Answered(u32, K::Answer),
    /// What was got or asked by this number failed.
    Failed(u32, K::Why),
    /// The reader waits no longer.
    Cancelled(K::Why),
    /// The engine ended, and all that it had with it.
    Died(K::Why),
}

/// What is to be done next.
#[derive(Debug)]
pub enum Todo<K: Kinds> {
    /// Get and read a list, beside the one that is shown; by which definition its
    /// columns are understood.
    Get(u32, K::List, K::Definition),
    /// Nobody waits any longer for the list of this number, or needs it.
    GiveUp(u32),
    /// Ask for the answer: of the list that was got by a number, or of the shown
    /// one.
    Ask {
        /// The act's number.
        number: u32,
        /// The number of the list.
        list: Option<u32>,
        /// By what.
        wanted: Wanted<K>,
    },
    /// Show this, all at once.
    Show {
        /// The act's number.
        number: u32,
        /// By what it was asked for.
        wanted: Wanted<K>,
        /// What is known of its list, where that is another one.
        read: Option<K::Read>,
        /// What it is.
        answer: K::Answer,
    },
    /// What is asked for is shown already.
    Stay(u32),
    /// The act failed: what is shown stays, and every control goes back to it.
    Back(u32, K::Why),
    /// Start another engine with what is shown.
    Restart,
}

/// How far the list of an act has come.
#[derive(Debug)]
enum List<K: Kinds> {
    /// It is the one that is shown.
    Shown,
    /// It is being read, by this number.
    Coming(u32),
    /// It is read.
    Read(u32, K::Read),
}

#[derive(Debug)]
struct UnderWay<K: Kinds> {
    number: u32,
    wanted: Wanted<K>,
    list: List<K>,
}

/// The order of acts.
#[derive(Debug)]
pub struct Acts<K: Kinds> {
    shown: Wanted<K>,
    under_way: Option<UnderWay<K>>,
    /// What failed last, to be tried again.
    failed: Option<Wanted<K>>,
    count: u32,
}

impl<K: Kinds> Acts<K> {
    /// Begins with what is shown.
    pub fn new(shown: Wanted<K>) -> Self {
        Self {
            shown,
            under_way: None,
            failed: None,
            count: 0,
        }
    }

    /// What is shown.
    pub fn shown(&self) -> &Wanted<K> {
        &self.shown
    }

    /// What was asked for last: what the next act changes.
    pub fn latest(&self) -> &Wanted<K> {
        self.under_way
            .as_ref()
            .map_or(&self.shown, |own| &own.wanted)
    }

    /// The number of the act that is waited for, if any.
    pub fn waited_for(&self) -> Option<u32> {
        self.under_way.as_ref().map(|own| own.number)
    }

    /// Whether the list of this number is still waited for.
    pub fn is_coming(&self, number: u32) -> bool {
        let list = self.under_way.as_ref().map(|own| &own.list);
        matches!(list, Some(List::Coming(own)) if *own == number)
    }

    /// How many acts there were.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// What failed last and was not followed by anything.
    pub fn failed(&self) -> Option<&Wanted<K>> {
        self.failed.as_ref()
    }

    /// An act: asks for this.
    pub fn ask(&mut self, wanted: Wanted<K>) -> Vec<Todo<K>> {
        self.count = self.count.wrapping_add(1);
        self.failed = None;
        let number = self.count;
        let mut todo = Vec::new();
        let before = self.under_way.take().map(|own| (own.wanted, own.list));
        let is_read_by = |own: &Wanted<K>| {
            own.list == wanted.list && K::reads_alike(&own.definition, &wanted.definition)
        };
        let list = match before {
            _ if is_read_by(&self.shown) => {
                todo.extend(given_up(before.map(|(_, list)| list)));
                List::Shown
            }
            Some((of, list)) if is_read_by(&of) => list,
            before => {
                todo.extend(given_up(before.map(|(_, list)| list)));
                List::Coming(number)
            }
        };
        if matches!(list, List::Shown) && wanted == self.shown {
            todo.push(Todo::Stay(number));
            return todo;
        }
        match &list {
            List::Shown => todo.push(Todo::Ask {
                number,
                list: None,
                wanted: wanted.clone(),
            }),
            List::Read(of, _) => todo.push(Todo::Ask {
                number,
                list: Some(*of),
                wanted: wanted.clone(),
            }),
            List::Coming(of) if *of == number => {
                let definition = wanted.definition.clone();
                let get = wanted.list.clone();
                todo.extend(get.map(|list| Todo::Get(number, list, definition)));
            }
            List::Coming(_) => {}
        }
        self.under_way = Some(UnderWay {
            number,
            wanted,
            list,
        });
        todo
    }

    /// Something came of an act.
    pub fn hear(&mut self, event: Event<K>) -> Vec<Todo<K>> {
        match event {
            Event::Read(of, read) => self.read(of, read),
            Event::Answered(number, answer) => self.answered(number, answer),
            Event::Failed(of, why) => {
                let is_latest = self.waited_for() == Some(of) || self.is_coming(of);
                if is_latest {
                    self.back(why)
                } else {
                    Vec::new()
                }
            }
            Event::Cancelled(why) => self.back(why),
            Event::Died(why) => {
                let mut todo = self.back(why);
                // What it had read went with it.
                todo.retain(|own| !matches!(own, Todo::GiveUp(_)));
                todo.push(Todo::Restart);
                todo
            }
        }
    }

    fn read(&mut self, of: u32, read: K::Read) -> Vec<Todo<K>> {
        if !self.is_coming(of) {
            return Vec::new();
        }
        let own = self.under_way.as_mut();
        let asked = own.map(|own| {
            own.list = List::Read(of, read);
            Todo::Ask {
                number: own.number,
                list: Some(of),
                wanted: own.wanted.clone(),
            }
        });
        asked.into_iter().collect()
    }

    fn answered(&mut self, number: u32, answer: K::Answer) -> Vec<Todo<K>> {
        let Some(own) = self.under_way.take_if(|own| own.number == number) else {
            return Vec::new();
        };
        self.shown = own.wanted.clone();
        let read = match own.list {
            List::Read(_, read) => Some(read),
            List::Shown | List::Coming(_) => None,
        };
        vec![Todo::Show {
            number,
            wanted: own.wanted,
            read,
            answer,
        }]
    }

    fn back(&mut self, why: K::Why) -> Vec<Todo<K>> {
        let Some(own) = self.under_way.take() else {
            return Vec::new();
        };
        self.failed = Some(own.wanted);
        let mut todo: Vec<_> = given_up(Some(own.list)).into_iter().collect();
        todo.push(Todo::Back(own.number, why));
        todo
    }
}

fn given_up<K: Kinds>(list: Option<List<K>>) -> Option<Todo<K>> {
    match list? {
        List::Shown => None,
        List::Coming(of) | List::Read(of, _) => Some(Todo::GiveUp(of)),
    }
}
