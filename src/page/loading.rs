//! Gets data: the bundled files, and files that the reader picks or drops.

use std::sync::Arc;

use gloo::file::Blob;
use gloo::file::futures::read_as_bytes;
use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::dataset::{Dataset, ReadError, Reading};
use crate::definition::{Bilingual, Definition, DefinitionError};
use crate::locale::{Labels, Language, read_error};

use super::contract::announce_error;
use super::state::{Basis, Notice, Shared, State};

/// The snapshots that come with the page, the first shown first.
pub(super) const BUNDLED: [&str; 2] = [
    "large-scale-models-2024-07-16.csv",
    "large-scale-models-2026-02-16.csv",
];
const DEFINITION: &str = "definitions/is-178.json";
const LABELS: &str = "data/labels.json";

/// How many records are read before the page may do something else.
const SLICE: usize = 400;

/// Loads definition, names and the first bundled snapshot.
pub(super) fn start(state: State) {
    spawn_local(async move {
        match first_basis().await {
            Ok(basis) => {
                state.notice.set(None);
                state.show(basis);
            }
            Err(reason) => state.notice.set(Some(Notice::NotStarted { reason })),
        }
    });
}

async fn first_basis() -> Result<Basis, String> {
    let [first, _] = BUNDLED;
    let address = format!("data/{first}");
    let (definition, labels, csv) = futures_join(
        fetch(DEFINITION.to_owned()),
        fetch(LABELS.to_owned()),
        fetch(address),
    )
    .await?;
    let definition = Definition::parse(&text_of(&definition)).map_err(|error| match error {
        DefinitionError::Malformed { reason } => format!("{DEFINITION}: {reason}"),
        DefinitionError::UnknownSchema { found } => format!("{DEFINITION}: {found}"),
    })?;
    let labels = Labels::parse(&text_of(&labels)).map_err(|error| format!("{LABELS}: {error}"))?;
    let dataset = crate::dataset::read(&csv, first)
        .map_err(|error| format!("{first}: {}", read_error(&error, Language::En)))?;
    Ok(Basis {
        dataset: Shared(Arc::new(dataset)),
        definition: Shared(Arc::new(definition)),
        labels: Shared(Arc::new(labels)),
        bundled: true,
    })
}

/// Three fetches at once: the browser starts them all before it waits.
async fn futures_join(
    a: JsFuture,
    b: JsFuture,
    c: JsFuture,
) -> Result<(Vec<u8>, Vec<u8>, Vec<u8>), String> {
    Ok((bytes_of(a).await?, bytes_of(b).await?, bytes_of(c).await?))
}

fn fetch(address: String) -> JsFuture {
    JsFuture::from(window().fetch_with_str(&address))
}

async fn bytes_of(response: JsFuture) -> Result<Vec<u8>, String> {
    let response = response.await.map_err(|error| said(&error))?;
    let response: web_sys::Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("{}: HTTP {}", response.url(), response.status()));
    }
    let buffer = response.array_buffer().map_err(|error| said(&error))?;
    let buffer = JsFuture::from(buffer).await.map_err(|error| said(&error))?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

fn said(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(|| format!("{error:?}"), |error| error.message().into())
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Shows a snapshot that comes with the page.
pub(super) fn show_bundled(state: State, name: &'static str) {
    let turn = Turn::begin(state, name);
    spawn_local(async move {
        match bytes_of(fetch(format!("data/{name}"))).await {
            Ok(bytes) => take(turn, bytes, name, true).await,
            Err(reason) => turn.refuse(name, said_twice(reason)),
        }
    });
}

/// Reads a file that the reader picked or dropped.
pub(super) fn open(state: State, file: web_sys::File) {
    let name = file.name();
    let turn = Turn::begin(state, &name);
    spawn_local(async move {
        match read_as_bytes(&Blob::from(web_sys::Blob::from(file))).await {
            Ok(bytes) => take(turn, bytes, &name, false).await,
            Err(error) => turn.refuse(&name, said_twice(error.to_string())),
        }
    });
}

/// The reading of one file. Where the reader asks for another meanwhile, this
/// one says nothing any more.
#[derive(Clone, Copy)]
struct Turn {
    state: State,
    number: u32,
}

impl Turn {
    fn begin(state: State, name: &str) -> Self {
        state.turn.update(|turn| *turn = turn.wrapping_add(1));
        let turn = Self {
            state,
            number: state.turn.get_untracked(),
        };
        turn.say(Notice::Reading {
            name: name.to_owned(),
            rows: 0,
        });
        turn
    }

    fn is_over(self) -> bool {
        self.state.turn.get_untracked() != self.number
    }

    fn say(self, notice: Notice) {
        if !self.is_over() {
            self.state.notice.set(Some(notice));
        }
    }

    fn refuse(self, name: &str, reason: Bilingual) {
        if !self.is_over() {
            announce_error(name, &reason);
            let name = name.to_owned();
            self.say(Notice::Unusable { name, reason });
        }
    }
}

fn said_twice(reason: String) -> Bilingual {
    Bilingual {
        ko: reason.clone(),
        en: reason,
    }
}

async fn take(turn: Turn, bytes: Vec<u8>, name: &str, bundled: bool) {
    let dataset = match read_in_slices(turn, &bytes, name).await {
        Ok(dataset) => dataset,
        Err(error) => {
            let [ko, en] = Language::ALL.map(|language| read_error(&error, language));
            return turn.refuse(name, Bilingual { ko, en });
        }
    };
    let Some(basis) = turn.state.basis.get_untracked() else {
        // Without definition and names there is nothing to compute with.
        let reason = format!("{DEFINITION}, {LABELS}");
        return turn.say(Notice::NotStarted { reason });
    };
    if turn.is_over() {
        return;
    }
    let rows = dataset.source.records;
    turn.state.show(Basis {
        dataset: Shared(Arc::new(dataset)),
        bundled,
        ..basis
    });
    let name = name.to_owned();
    turn.say(Notice::Read { name, rows });
}

async fn read_in_slices(turn: Turn, bytes: &[u8], name: &str) -> Result<Dataset, ReadError> {
    let mut reading = Reading::begin(bytes, name)?;
    while reading.advance(SLICE)? {
        turn.say(Notice::Reading {
            name: name.to_owned(),
            rows: reading.records(),
        });
        TimeoutFuture::new(0).await;
    }
    reading.finish()
}
