//! The engine as JavaScript sees it: in the worker, and in the page where no
//! worker can start. Its code is a part of the module of its own
//! (tools/build-wasm.sh): a first visit is shown without it.
//!
//! In: texts and bytes. Out: texts, which `client.rs` turns into values again.
//! Long because every question that JavaScript can ask is answered here.

use std::cell::OnceCell;
use std::fmt;

use leptos::wasm_split::wasm_split;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::comparison::PackedLists;
use crate::coverage::Row;
use crate::dataset::{Dataset, Encoding, Fed, PartialDate, ReadError, Reading};
use crate::definition::{Countries, Definition};
use crate::document::About;
use crate::engine::{self, Beside, Engine, answer};
use crate::export::json_covered;
use crate::locale::{Labels, Language, definition_error};
use crate::page::browser::{NotFetched, english};

use super::decoding::{composed, decoders};

/// What the fetched code does for a [`Host`]. Only there is anything that
/// implements it, so that a first visit does not pay for it.
trait Kept {
    fn know(&mut self, countries: &str) -> Result<(), String>;
    fn know_lists(&mut self, lists: &str, today: &str) -> Result<(), String>;
    fn adopt(&mut self, list: Option<Dataset>);
    fn adopt_aside(&mut self, list: Option<Dataset>) -> Option<bool>;
    fn give_up_list(&mut self) -> Option<Dataset>;
    fn begin(&mut self, name: &str, today: &str, read_as: ReadAs<'_>);
    fn feed(&mut self, bytes: &[u8]) -> Result<Fed, ReadError>;
    fn end(&mut self) -> Result<Fed, ReadError>;
    fn records(&self) -> u64;
    fn keep(&mut self, sha256: Option<String>) -> Result<(), ReadError>;
    fn give_up(&mut self);
    fn take(&mut self);
    fn forget(&mut self);
    fn set_sha256(&mut self, sha256: &str);
    fn answer(&mut self, question: &[u8]) -> Option<Vec<u8>>;
    fn contract(&mut self) -> Option<String>;
    fn look(&mut self, row: Row);
    fn look_at(&mut self, bytes: &[u8], last: bool) -> Result<Option<Vec<u8>>, ReadError>;
    /// A [`ReadError`] as JSON.
    fn written(&self, error: &ReadError) -> String;
}

/// How a file is to be read.
struct ReadAs<'a> {
    /// A label; the bytes tell where there is none.
    encoding: Option<String>,
    /// What was met while unpacking, problems as JSON.
    notes: &'a str,
    /// The definition, as JSON, that its columns are understood by; the one that
    /// is counted by where there is none.
    definition: Option<String>,
}

/// An engine, the file that it reads, and the shown file that it reads again for
/// one record.
struct Keeper {
    engine: Engine,
    reading: Option<Reading>,
    looking: Option<Reading>,
}

impl Kept for Keeper {
    fn know(&mut self, countries: &str) -> Result<(), String> {
        let countries = Countries::parse(countries).map_err(|error| error.to_string())?;
        self.engine.know(countries);
        Ok(())
    }

    fn know_lists(&mut self, lists: &str, today: &str) -> Result<(), String> {
        let lists = PackedLists::parse(lists).map_err(|error| error.to_string())?;
        let mut options = self.engine.options(PartialDate::parse(today), decoders);
        options.composed = composed;
        self.engine.know_lists(lists, options);
        Ok(())
    }

    fn adopt(&mut self, list: Option<Dataset>) {
        if let Some(list) = list {
            self.engine.keep_beside(list);
        }
    }

    fn adopt_aside(&mut self, list: Option<Dataset>) -> Option<bool> {
        match self.engine.keep_with_aside(list?) {
            Beside::Kept => Some(true),
            Beside::Rival => Some(false),
            Beside::NoList => None,
        }
    }

    fn give_up_list(&mut self) -> Option<Dataset> {
        self.engine.give_up_aside()
    }

    fn begin(&mut self, name: &str, today: &str, read_as: ReadAs<'_>) {
        let today = PartialDate::parse(today);
        let definition = read_as.definition.as_deref();
        let mut options = match definition.and_then(|json| Definition::parse(json).ok()) {
            Some(definition) => self.engine.options_by(&definition, today, decoders),
            None => self.engine.options(today, decoders),
        };
        let encoding = read_as.encoding.as_deref();
        options.encoding = encoding.and_then(Encoding::from_label);
        options.composed = composed;
        // What unpacks is of the same build, and writes them so.
        options.notes = serde_json::from_str(read_as.notes).unwrap_or_default();
        self.reading = Some(Reading::begin(name, &options));
    }

    fn feed(&mut self, bytes: &[u8]) -> Result<Fed, ReadError> {
        let reading = self.reading.as_mut();
        reading.map_or(Ok(Fed::Well), |reading| reading.feed(bytes))
    }

    fn end(&mut self) -> Result<Fed, ReadError> {
        let reading = self.reading.as_mut();
        reading.map_or(Ok(Fed::Well), Reading::end)
    }

    fn records(&self) -> u64 {
        self.reading.as_ref().map_or(0, Reading::records)
    }

    fn keep(&mut self, sha256: Option<String>) -> Result<(), ReadError> {
        if let Some(reading) = self.reading.take() {
            self.engine.set_aside(reading.finish(sha256)?);
        }
        Ok(())
    }

    fn give_up(&mut self) {
        self.reading = None;
    }

    fn take(&mut self) {
        self.engine.take();
    }

    fn forget(&mut self) {
        self.engine.forget_offered();
    }

    fn set_sha256(&mut self, sha256: &str) {
        self.engine.set_sha256(sha256);
    }

    fn answer(&mut self, question: &[u8]) -> Option<Vec<u8>> {
        answer(&mut self.engine, question)
    }

    fn contract(&mut self) -> Option<String> {
        let report = self.engine.latest()?;
        let coverage = self.engine.coverage("");
        Some(json_covered(&report, &About::default(), coverage.as_ref()))
    }

    fn look(&mut self, row: Row) {
        let mut options = self.engine.options(None, decoders);
        options.composed = composed;
        self.looking = self.engine.look_again(row, options);
    }

    fn look_at(&mut self, bytes: &[u8], last: bool) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(looking) = &mut self.looking else {
            return Ok(None);
        };
        if last {
            looking.end()?;
        } else {
            looking.feed(bytes)?;
        }
        Ok(looking.statements().map(engine::bytes))
    }

    fn written(&self, error: &ReadError) -> String {
        serde_json::to_string(error).unwrap_or_default()
    }
}

/// Begins with a definition and the names of values, both as JSON.
type Begin = fn(&str, &str) -> Result<Box<dyn Kept>, String>;

fn begin(definition: &str, labels: &str) -> Result<Box<dyn Kept>, String> {
    let definition =
        Definition::parse(definition).map_err(|error| definition_error(&error, Language::En))?;
    let labels = Labels::parse(labels).map_err(|error| error.to_string())?;
    Ok(Box::new(Keeper {
        engine: Engine::new(definition.into(), labels),
        reading: None,
        looking: None,
    }))
}

thread_local! {
    static BEGIN: OnceCell<Begin> = const { OnceCell::new() };
}

#[wasm_split(engine, wasm_split_path = leptos::wasm_split, fallible)]
fn engine() -> Result<Begin, NotFetched> {
    english::learn();
    Ok(begin)
}

const NOT_FETCHED: &str = "The code that counts could not be fetched.";

/// Fetches the code that a [`Host`] runs, unless it is there.
///
/// # Errors
/// That it did not come; why is in the console.
#[wasm_bindgen(js_name = fetchEngine)]
pub async fn fetch_engine() -> Result<(), JsError> {
    let fetched = engine()
        .await
        .map_err(|NotFetched| JsError::new(NOT_FETCHED))?;
    BEGIN.with(|begin| {
        // Set already by whoever waited for it too.
        let _ = begin.set(fetched);
    });
    Ok(())
}

/// An engine, and the file that it reads, once [`fetch_engine`] has ended.
#[wasm_bindgen]
pub struct Host(Box<dyn Kept>);

impl fmt::Debug for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Host")
    }
}

#[wasm_bindgen]
impl Host {
    /// Begins with a definition and the names of values, both as JSON.
    ///
    /// # Errors
    /// What is malformed, for the console.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: &str, labels: &str) -> Result<Host, JsError> {
        let begin = BEGIN.with(|begin| begin.get().copied());
        let begin = begin.ok_or_else(|| JsError::new(NOT_FETCHED))?;
        begin(definition, labels)
            .map(Self)
            .map_err(|reason| JsError::new(&reason))
    }

    /// Names the countries that the definition does not know, as JSON.
    ///
    /// # Errors
    /// What is malformed.
    pub fn know(&mut self, countries: &str) -> Result<(), JsError> {
        self.0
            .know(countries)
            .map_err(|reason| JsError::new(&reason))
    }

    /// Names the lists of other days, as JSON, to compare with; `today` is an
    /// ISO date.
    ///
    /// # Errors
    /// What is malformed.
    #[wasm_bindgen(js_name = knowLists)]
    pub fn know_lists(&mut self, lists: &str, today: &str) -> Result<(), JsError> {
        let known = self.0.know_lists(lists, today);
        known.map_err(|reason| JsError::new(&reason))
    }

    /// Keeps the list of another host beside its own, to compare with.
    pub fn adopt(&mut self, mut other: Host) {
        self.0.adopt(other.0.give_up_list());
    }

    /// Keeps the list of another host beside the one that is set aside, as a
    /// table of the same archive. Whether it is kept: not where both are lists of
    /// large-scale models; `None` for what is no list of models.
    #[wasm_bindgen(js_name = adoptAside)]
    pub fn adopt_aside(&mut self, mut other: Host) -> Option<bool> {
        self.0.adopt_aside(other.0.give_up_list())
    }

    /// Begins to read a file. `today` is an ISO date; `encoding` a label, or
    /// absent where the bytes are to tell; `notes` what was met while unpacking,
    /// problems as JSON; `definition`, as JSON, what its columns are understood
    /// by where that is not what is counted by.
    pub fn begin(
        &mut self,
        name: &str,
        today: &str,
        encoding: Option<String>,
        notes: Option<String>,
        definition: Option<String>,
    ) {
        let read_as = ReadAs {
            encoding,
            notes: notes.as_deref().unwrap_or("[]"),
            definition,
        };
        self.0.begin(name, today, read_as);
    }

    /// Reads the next bytes. An encoding's label means that the file is to be
    /// read again from its beginning in that one.
    ///
    /// # Errors
    /// A [`ReadError`] as JSON.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<Option<String>, JsValue> {
        let fed = self.0.feed(bytes);
        self.said(fed)
    }

    /// Reads what is left of the bytes fed; otherwise as [`Self::feed`].
    ///
    /// # Errors
    /// A [`ReadError`] as JSON.
    pub fn end(&mut self) -> Result<Option<String>, JsValue> {
        let fed = self.0.end();
        self.said(fed)
    }

    /// How many records were read so far.
    pub fn records(&self) -> f64 {
        f64::from(u32::try_from(self.0.records()).unwrap_or(u32::MAX))
    }

    /// Sets aside what was read; what is shown stays. `sha256` is the file's
    /// fingerprint, where it is known.
    ///
    /// # Errors
    /// A [`ReadError`] as JSON.
    pub fn keep(&mut self, sha256: Option<String>) -> Result<(), JsValue> {
        let kept = self.0.keep(sha256);
        kept.map_err(|error| self.0.written(&error).into())
    }

    /// Forgets the file that is being read.
    #[wasm_bindgen(js_name = giveUp)]
    pub fn give_up(&mut self) {
        self.0.give_up();
    }

    /// Shows what was offered last, for all questions that follow.
    pub fn take(&mut self) {
        self.0.take();
    }

    /// Forgets what was set aside and offered.
    pub fn forget(&mut self) {
        self.0.forget();
    }

    /// Says the fingerprint of the shown file.
    #[wasm_bindgen(js_name = setSha256)]
    pub fn set_sha256(&mut self, sha256: &str) {
        self.0.set_sha256(sha256);
    }

    /// The answer to a [`Question`](crate::engine::Question) as bytes.
    pub fn answer(&mut self, question: &[u8]) -> Option<Vec<u8>> {
        self.0.answer(question)
    }

    /// Begins to read the shown file again, or the table `list` that came with it,
    /// of which 1 is the first, for all that it says of a record.
    pub fn look(&mut self, list: u32, record: u32) {
        self.0.look(Row { list, record });
    }

    /// Reads its next bytes, or what is left of them, until the record is come by
    /// and what it says is answered, as bytes.
    ///
    /// # Errors
    /// A [`ReadError`] as JSON.
    #[wasm_bindgen(js_name = lookAt)]
    pub fn look_at(&mut self, bytes: &[u8], last: bool) -> Result<Option<Vec<u8>>, JsValue> {
        let found = self.0.look_at(bytes, last);
        found.map_err(|error| self.0.written(&error).into())
    }

    /// The JSON contract of the findings that were handed out last.
    pub fn contract(&mut self) -> Option<String> {
        self.0.contract()
    }

    fn said(&self, fed: Result<Fed, ReadError>) -> Result<Option<String>, JsValue> {
        match fed {
            Ok(Fed::Well) => Ok(None),
            Ok(Fed::OtherEncoding(encoding)) => Ok(Some(encoding.label().to_owned())),
            Err(error) => Err(self.0.written(&error).into()),
        }
    }
}
