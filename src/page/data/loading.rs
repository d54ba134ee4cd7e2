//! Gets data: the bundled files, and files that the reader picks or drops.
//!
//! Long because every way by which data comes is one order of steps.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;

use crate::dataset::tidy;
use crate::definition::{Bilingual, Countries, Definition};
use crate::engine::View;
use crate::locale::{Labels, Language, NotHanded, definition_error, fill, read_error};
use crate::page::address::{BUNDLED, COUNTRIES, DEFINITION, LABELS, Link};
use crate::page::browser::{blob, fetch, text};
use crate::page::engine::{NotRead, announce_error, client};
use crate::page::frame;
use crate::page::history::arrive;
use crate::page::state::{
    Basis, Notice, Origin, OwnFile, Progress, Shared, Shown, State, UNNOTICED_MS,
};

use super::handed::Kind;
use super::{definitions, handed, keep};

/// Loads definition, names, and the data that a link names or that are kept;
/// the first bundled snapshot where there are none.
pub(in crate::page) fn start(state: State) {
    spawn_local(async move {
        if let Err(reason) = begin(state).await {
            announce_error("", &said_twice(reason.clone()));
            state.notice.set(Some(Notice::NotStarted { reason }));
        }
    });
}

async fn begin(state: State) -> Result<(), String> {
    let link = Link::here();
    state.view.set(link.view.clone());
    state.came_by.set(Some(link.clone()));
    let [first, _] = BUNDLED;
    let named = BUNDLED
        .into_iter()
        .find(|own| link.data.as_deref() == Some(*own));
    let first = named.unwrap_or(first);
    // The browser starts all three before it waits for one.
    let definition = fetch(DEFINITION);
    let labels = fetch(LABELS);
    let csv = match &link.src {
        _ if Kind::Data.is_awaited() => None,
        Some(address) => Some(handed::of_site(address)),
        None => Some(handed::of_site(&format!("data/{first}"))),
    };
    let (definition_json, labels_json) = (text(definition).await?, text(labels).await?);
    let definition = Definition::parse(&definition_json).map_err(|error| {
        let language = state.language.get_untracked();
        format!("{DEFINITION}: {}", definition_error(&error, language))
    })?;
    let labels = Labels::parse(&labels_json).map_err(|error| format!("{LABELS}: {error}"))?;
    client::connect(&definition_json, &labels_json);
    let definition = Shared(Arc::new(definition));
    state.built_in.set(vec![definition.clone()]);
    state.basis.set(Some(Basis {
        definition,
        labels: Shared(Arc::new(labels)),
    }));
    // A link to other data is followed; what is kept stays for the next time.
    let earlier = if frame::is_embedded() {
        None
    } else {
        keep::earlier().await
    };
    let earlier = earlier.filter(|own| link.data.as_ref().is_none_or(|name| *name == own.name));
    let mut file = None;
    if let Some(earlier) = earlier {
        if let Some(definition) = earlier.definition {
            state.take(definition);
        }
        file = earlier.file.map(|file| (file, earlier.name));
    }
    // What nobody hands over is told, and nothing is shown in its place.
    let missing = |problem: NotHanded| {
        let said = problem.said();
        Turn::begin(state, problem.address()).refuse(said);
        arrive(state, Link::default());
        Ok(())
    };
    match definitions::given(state, &link).await {
        Ok(Some(given)) => state.take(given),
        Ok(None) => take_definition(state, &link).await,
        Err(problem) => return missing(problem),
    }
    let bundled = file.is_none() && link.src.is_none() && csv.is_some();
    let given = match (file, csv) {
        (Some((blob, name)), _) => Ok((blob, name, None)),
        (None, Some(csv)) => csv.await.map(|own| (own.blob, own.name, Some(own.origin))),
        (None, None) => {
            let given = handed::from_host(Kind::Data).await;
            given.map(|own| (own.blob, own.name, Some(own.origin)))
        }
    };
    let (blob, name, origin) = match given {
        Ok(given) => given,
        Err(problem) => return missing(problem),
    };
    if !bundled {
        know_countries(state).await;
    }
    let choice = ReadAs {
        view: link.view.clone(),
        origin: origin.filter(|_| !bundled),
        ..ReadAs::default()
    };
    let turn = Turn::begin(state, &name);
    turn.say(Notice::Starting);
    turn.read(blob, choice, bundled).await;
    if (!bundled || state.has_own_definition()) && !frame::is_embedded() {
        state.kept.set(state.to_be_kept());
    }
    arrive(state, link);
    if matches!(state.notice.get_untracked(), Some(Notice::Read { .. })) {
        state.notice.set(None);
    }
    Ok(())
}

/// Shows a snapshot that comes with the page, all that it covers.
pub(in crate::page) fn show_bundled(state: State, name: &'static str) {
    let ReadAs { view, .. } = ReadAs::anew(state);
    spawn_local(show_bundled_as(state, name, view));
}

/// Shows a snapshot that comes with the page, looked at this way.
pub(super) async fn show_bundled_as(state: State, name: &'static str, view: View) {
    let turn = Turn::begin(state, name);
    let choice = ReadAs {
        view,
        ..ReadAs::default()
    };
    match blob(fetch(&format!("data/{name}"))).await {
        Ok(blob) => turn.read(blob, choice, true).await,
        Err(reason) => turn.refuse(said_twice(reason)),
    }
}

/// Shows a file of the page's own site, looked at this way.
pub(super) async fn show_file_at(state: State, address: &str, view: View) {
    let turn = Turn::begin(state, address);
    match handed::of_site(address).await {
        Ok(given) => {
            know_countries(state).await;
            let choice = ReadAs {
                view,
                origin: Some(given.origin),
                ..ReadAs::default()
            };
            Turn::begin(state, &given.name)
                .read(given.blob, choice, false)
                .await;
        }
        Err(problem) => turn.refuse(problem.said()),
    }
}

/// Counts by the definition that a link names, from the next numbers on.
pub(super) async fn take_definition(state: State, link: &Link) {
    if let Some(definition) = definitions::named(state, link).await {
        state.take(definition);
    }
}

/// Reads a file that the reader picked or dropped.
pub(in crate::page) fn open(state: State, file: web_sys::File) {
    let turn = Turn::begin(state, &tidy(&file.name()));
    spawn_local(async move {
        know_countries(state).await;
        turn.read(file.into(), ReadAs::anew(state), false).await;
    });
}

/// What the reader chose of how a file is read; otherwise the file tells.
#[derive(Debug, Default)]
pub(super) struct ReadAs {
    /// The label of an encoding.
    pub encoding: Option<String>,
    /// A table of an archive.
    pub entry: Option<usize>,
    /// How the data is looked at.
    pub view: View,
    /// Where the file came from, where an address named it.
    pub origin: Option<Origin>,
}

impl ReadAs {
    /// For other data: all that they cover, of what the reader looked at.
    fn anew(state: State) -> Self {
        let view = View {
            period: None,
            ..state.view.get_untracked()
        };
        Self {
            view,
            ..Self::default()
        }
    }
}

/// Reads the shown file again, as the reader chose.
pub(super) fn open_again(state: State, choice: ReadAs) {
    if let Some(shown) = state.shown.get_untracked() {
        let turn = Turn::begin(state, &shown.name);
        let view = state.view.get_untracked();
        spawn_local(async move {
            if let Some(own) = shown.own {
                let origin = own.origin.clone();
                let choice = ReadAs {
                    view,
                    origin,
                    ..choice
                };
                turn.read(own.file, choice, false).await;
            }
        });
    }
}

/// Ends the read that goes on; what is shown stays. The engine has the last
/// word: a file that it has read already is shown.
pub(in crate::page) fn cancel(state: State) {
    state.cancelled.set(state.turn.get_untracked());
    spawn_local(client::cancel());
}

/// Gets ready for a file of the reader's own, which is about to come.
pub(in crate::page) fn expect_file(state: State) {
    spawn_local(know_countries(state));
}

/// Countries that the definition does not know come with files of the reader's
/// own, so their names are fetched with the first of these.
async fn know_countries(state: State) {
    let known = state.basis.with_untracked(|basis| {
        basis
            .as_ref()
            .is_none_or(|basis| basis.labels.knows_countries())
    });
    if known {
        return;
    }
    // Without the names, those countries are reported as unknown.
    let Ok(json) = text(fetch(COUNTRIES)).await else {
        return;
    };
    if let Ok(countries) = Countries::parse(&json) {
        client::know(&json).await;
        state.basis.update(|basis| {
            if let Some(basis) = basis {
                let labels = Labels::clone(&basis.labels).with_countries(countries);
                basis.labels = Shared(Arc::new(labels));
            }
        });
    }
}

/// The reading of one file. Where the reader asks for another meanwhile, this
/// one says nothing any more.
#[derive(Clone)]
struct Turn {
    state: State,
    name: String,
    number: u32,
    /// Whether it was said already how it goes or ended.
    is_answered: Rc<Cell<bool>>,
}

impl Turn {
    fn begin(state: State, name: &str) -> Self {
        state.turn.update(|turn| *turn = turn.wrapping_add(1));
        let turn = Self {
            state,
            name: name.to_owned(),
            number: state.turn.get_untracked(),
            is_answered: Rc::default(),
        };
        // What takes no time needs no word, and saying it takes some.
        let later = turn.clone();
        spawn_local(async move {
            TimeoutFuture::new(UNNOTICED_MS).await;
            later.say_begun();
        });
        turn
    }

    fn say_begun(&self) {
        if !self.is_answered.get() {
            self.say(Notice::Reading {
                name: self.name.clone(),
                progress: Progress::default(),
            });
        }
    }

    fn is_over(&self) -> bool {
        self.state.turn.get_untracked() != self.number
    }

    fn say(&self, notice: Notice) {
        self.is_answered.set(true);
        if !self.is_over() {
            self.state.notice.set(Some(notice));
        }
    }

    fn refuse(&self, reason: Bilingual) {
        if !self.is_over() {
            announce_error(&self.name, &reason);
            let name = self.name.clone();
            self.say(Notice::Unusable { name, reason });
        }
    }

    async fn read(&self, file: web_sys::Blob, choice: ReadAs, bundled: bool) {
        // Cancelled before it began.
        if self.state.cancelled.get_untracked() == self.number {
            let name = self.name.clone();
            return self.say(Notice::Cancelled { name });
        }
        let reader = self.clone();
        let progress = Closure::new(move |bytes, total, records: f64, bytes_per_second| {
            reader.say(Notice::Reading {
                name: reader.name.clone(),
                progress: Progress {
                    bytes,
                    total,
                    records: records as u64,
                    bytes_per_second,
                },
            });
        });
        let ReadAs {
            encoding,
            entry,
            view,
            origin,
        } = choice;
        let kept = view.clone();
        let answer = client::read(&file, &self.name, encoding, entry, view, &progress).await;
        let answer = match answer {
            Ok(answer) => answer,
            Err(NotRead::Cancelled) => {
                let name = self.name.clone();
                return self.say(Notice::Cancelled { name });
            }
            Err(NotRead::Unusable(error)) => {
                return self.refuse(Bilingual::of(|language| read_error(&error, language)));
            }
            Err(NotRead::Failed(reason)) => {
                let said = |language: Language| {
                    fill(language.text().not_handed_out, &[("reason", &reason)])
                };
                return self.refuse(Bilingual::of(said));
            }
        };
        // Shown even where another file was asked for meanwhile: it is what
        // the engine keeps until that one is read.
        self.state.shown.set(Some(Shown {
            name: self.name.clone(),
            own: (!bundled).then_some(OwnFile {
                file,
                table: answer.table,
                packed: answer.packed,
                origin,
            }),
        }));
        self.state.view.set(kept);
        self.state.show(answer.findings);
        let name = self.name.clone();
        self.say(Notice::Read { name });
    }
}

fn said_twice(reason: String) -> Bilingual {
    Bilingual {
        ko: reason.clone(),
        en: reason,
    }
}
