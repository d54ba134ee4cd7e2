//! The engine as JavaScript sees it: in the worker, and in the page where no
//! worker can start.
//!
//! In: texts and bytes. Out: texts, which `client.rs` turns into values again.

use std::cell::OnceCell;

use js_sys::Uint8Array;
use leptos::wasm_split::wasm_split;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use web_sys::{TextDecodeOptions, TextDecoder};

use crate::dataset::{
    Decode, Encoding, Fed, Fingerprint, Options, PartialDate, ReadError, Reading,
};
use crate::definition::{Countries, Definition};
use crate::engine::{Engine, FirstAnswer, Question, answer_first, answer_later};
use crate::locale::{Labels, Language, definition_error};

use super::rest::NotFetched;

/// An engine, and the file that it reads.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Host {
    engine: Engine,
    reading: Option<Reading>,
}

#[wasm_bindgen]
impl Host {
    /// Begins with a definition and the names of values, both as JSON.
    ///
    /// # Errors
    /// What is malformed, for the console.
    #[wasm_bindgen(constructor)]
    pub fn new(definition: &str, labels: &str) -> Result<Host, JsError> {
        let definition = Definition::parse(definition)
            .map_err(|error| JsError::new(&definition_error(&error, Language::En)))?;
        let labels = Labels::parse(labels)?;
        Ok(Self {
            engine: Engine::new(definition.into(), labels),
            reading: None,
        })
    }

    /// Names the countries that the definition does not know, as JSON.
    ///
    /// # Errors
    /// What is malformed.
    pub fn know(&mut self, countries: &str) -> Result<(), JsError> {
        self.engine.know(Countries::parse(countries)?);
        Ok(())
    }

    /// Begins to read a file. `today` is an ISO date; `encoding` a label, or
    /// absent where the bytes are to tell.
    #[wasm_bindgen(js_name = begin)]
    pub fn begin(&mut self, name: &str, today: &str, encoding: Option<String>) {
        let mut options = self.engine.options(PartialDate::parse(today), decoders);
        options.encoding = encoding.as_deref().and_then(Encoding::from_label);
        self.reading = Some(Reading::begin(name, &options));
    }

    /// Reads the next bytes. An encoding's label means that the file is to be
    /// read again from its beginning in that one.
    ///
    /// # Errors
    /// A [`ReadError`] as JSON.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<Option<String>, JsValue> {
        match &mut self.reading {
            Some(reading) => said(reading.feed(bytes)),
            None => Ok(None),
        }
    }

    /// Reads what is left of the bytes fed; otherwise as [`Self::feed`].
    ///
    /// # Errors
    /// A [`ReadError`] as JSON.
    pub fn end(&mut self) -> Result<Option<String>, JsValue> {
        match &mut self.reading {
            Some(reading) => said(reading.end()),
            None => Ok(None),
        }
    }

    /// How many records were read so far.
    pub fn records(&self) -> f64 {
        let records = self.reading.as_ref().map_or(0, Reading::records);
        f64::from(u32::try_from(records).unwrap_or(u32::MAX))
    }

    /// Keeps what was read in place of what was kept before. `sha256` is the
    /// file's fingerprint, where it is known.
    ///
    /// # Errors
    /// A [`ReadError`] as JSON; what was kept before stays.
    pub fn keep(&mut self, sha256: Option<String>) -> Result<(), JsValue> {
        if let Some(reading) = self.reading.take() {
            let dataset = reading.finish(sha256).map_err(|error| json_of(&error))?;
            self.engine.keep(dataset);
        }
        Ok(())
    }

    /// Forgets the file that is being read.
    #[wasm_bindgen(js_name = giveUp)]
    pub fn give_up(&mut self) {
        self.reading = None;
    }

    /// Says the fingerprint of the kept file.
    #[wasm_bindgen(js_name = setSha256)]
    pub fn set_sha256(&mut self, sha256: &str) {
        self.engine.set_sha256(sha256);
    }

    /// Whether [`fetch_answers`] must end before a question can be answered.
    #[wasm_bindgen(js_name = isLater)]
    pub fn is_later(question: &[u8]) -> bool {
        Question::from_bytes(question).is_some_and(|question| question.is_later())
    }

    /// The answer to a [`Question`] as bytes.
    pub fn answer(&mut self, question: &[u8]) -> Option<Vec<u8>> {
        match answer_first(&mut self.engine, question)? {
            FirstAnswer::Given(answer) => Some(answer),
            FirstAnswer::Later(question) => {
                let later = LATER.with(|later| later.get().copied())?;
                later(&mut self.engine, question)
            }
        }
    }

    /// The JSON contract of the findings that were handed out last.
    pub fn contract(&self) -> Option<String> {
        self.engine.latest().as_ref().map(crate::export::json)
    }
}

type AnswerLater = fn(&mut Engine, Question) -> Option<Vec<u8>>;

thread_local! {
    static LATER: OnceCell<AnswerLater> = const { OnceCell::new() };
}

#[wasm_split(answers, wasm_split_path = leptos::wasm_split, fallible)]
fn later() -> Result<AnswerLater, NotFetched> {
    Ok(answer_later)
}

/// Fetches the code that answers what no first view asks, unless it is there.
///
/// # Errors
/// That it did not come; why is in the console.
#[wasm_bindgen(js_name = fetchAnswers)]
pub async fn fetch_answers() -> Result<(), JsError> {
    let answers = later()
        .await
        .map_err(|NotFetched| JsError::new("The code that answers could not be fetched."))?;
    LATER.with(|later| {
        // Set already by whoever waited for it too.
        let _ = later.set(answers);
    });
    Ok(())
}

fn said(fed: Result<Fed, ReadError>) -> Result<Option<String>, JsValue> {
    match fed {
        Ok(Fed::Well) => Ok(None),
        Ok(Fed::OtherEncoding(encoding)) => Ok(Some(encoding.label().to_owned())),
        Err(error) => Err(json_of(&error)),
    }
}

fn json_of(error: &ReadError) -> JsValue {
    serde_json::to_string(error).unwrap_or_default().into()
}

/// The browser's decoders: tables that nobody has to download.
pub(super) fn decoders(encoding: Encoding) -> Box<dyn Decode> {
    struct Browser(Option<TextDecoder>);
    impl Decode for Browser {
        fn decode(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) {
            let options = TextDecodeOptions::new();
            options.set_stream(!last);
            let bytes = Uint8Array::from(bytes);
            let text = self.0.as_ref().and_then(|decoder| {
                decoder
                    .decode_with_buffer_source_and_options(&bytes, &options)
                    .ok()
            });
            out.extend_from_slice(text.unwrap_or_default().as_bytes());
        }
    }
    // Every label of ours is one of the Encoding Standard.
    Box::new(Browser(TextDecoder::new_with_label(encoding.label()).ok()))
}

/// The first rows of a file for people to judge its encoding by, as JSON
/// `{suggested, encoding, rows}`.
pub(super) fn preview(
    head: &[u8],
    encoding: Option<Encoding>,
    rows: usize,
) -> crate::dataset::Preview {
    let mut options = Options::new(decoders);
    options.encoding = encoding;
    crate::dataset::preview(head, &options, rows)
}

/// SHA-256 of bytes that come in parts.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Hasher(Fingerprint);

#[wasm_bindgen]
impl Hasher {
    /// Begins.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Hasher {
        Self::default()
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// 64 hexadecimal digits.
    pub fn finish(self) -> String {
        self.0.finish()
    }
}
