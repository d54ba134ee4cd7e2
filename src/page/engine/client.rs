//! Questions to the engine, wherever it runs. `client.js` knows where.

use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

use crate::dataset::ReadError;
use crate::engine::{Ask, Question, View, ask as asked, understand};
use crate::page::browser::{get, said};
use crate::report::Findings;

#[wasm_bindgen(module = "/src/page/engine/client.js")]
extern "C" {
    /// Begins with a definition and the names of values, both as JSON.
    pub(in crate::page) fn connect(definition: &str, labels: &str);

    #[wasm_bindgen(js_name = connectLater)]
    fn connect_later_with(definition: &str, labels: &str, data: &str, question: &[u8]);

    /// Begins now what the next question would wait for.
    pub(in crate::page) fn awake();

    #[wasm_bindgen(catch)]
    async fn begin() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = read, catch)]
    async fn read_file(
        blob: &web_sys::Blob,
        name: &str,
        encoding: Option<String>,
        entry: Option<u32>,
        question: &[u8],
        progress: &OnProgress,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = cancel, catch)]
    async fn cancel_read() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = know, catch)]
    async fn know_countries(countries: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = knowLists, catch)]
    async fn know_packed(lists: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = readBeside, catch)]
    async fn read_file_beside(
        blob: &web_sys::Blob,
        name: &str,
        question: &[u8],
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = findings, catch)]
    async fn ask_findings(question: &[u8]) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = answer, catch)]
    async fn ask_answer(question: &[u8]) -> Result<JsValue, JsValue>;
}

/// Begins when something is asked, with what stands at these addresses, looking
/// at the data as a first visit does.
pub(in crate::page) fn connect_later(definition: &str, labels: &str, data: &str) {
    let question = Question::from(asked::Findings(View::default()));
    connect_later_with(definition, labels, data, &question.to_bytes());
}

/// Told bytes read, bytes in all, records read, and bytes a second.
pub(super) type OnProgress = Closure<dyn FnMut(f64, f64, f64, f64)>;

/// Why a read gave no findings.
#[derive(Clone, Debug)]
pub(in crate::page) enum NotRead {
    /// Someone asked for another file, or for none.
    Cancelled,
    /// Nothing can be shown of the file.
    Unusable(ReadError),
    /// The browser could not hand out the file; in its words.
    Failed(String),
}

/// What a file gave.
#[derive(Debug)]
pub(in crate::page) struct Answer {
    pub findings: Findings,
    /// The bytes that were read: the file itself, or the table out of it.
    pub table: web_sys::Blob,
    /// Where the table was taken out of.
    pub packed: Option<Packed>,
}

/// A packed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::page) enum Packed {
    /// An archive, the paths of its tables, and which was taken.
    Archive { entries: Vec<String>, entry: usize },
    /// A workbook, and the sheet that was taken.
    Workbook { sheet: String },
}

/// Reads a file and computes everything, looking at it this way. `entry`
/// chooses a table of an archive.
pub(in crate::page) async fn read(
    blob: &web_sys::Blob,
    name: &str,
    encoding: Option<String>,
    entry: Option<usize>,
    view: View,
    progress: &OnProgress,
) -> Result<Answer, NotRead> {
    let entry = entry.and_then(|entry| u32::try_from(entry).ok());
    let question = Question::from(asked::Findings(view));
    let answer = read_file(blob, name, encoding, entry, &question.to_bytes(), progress)
        .await
        .map_err(|error| NotRead::Failed(said(&error)))?;
    if let Some(findings) = get(&answer, "findings") {
        let findings = parse(&findings).ok_or_else(|| NotRead::Failed("findings".to_owned()))?;
        let table = get(&answer, "table");
        let part = |key| get(table.as_ref()?, key);
        let of_table = part("blob").and_then(|table| table.dyn_into().ok());
        return Ok(Answer {
            findings,
            table: of_table.unwrap_or_else(|| blob.clone()),
            packed: packed(part("entries"), part("entry"), part("sheet")),
        });
    }
    Err(not_read(&answer))
}

/// Why an answer has no findings.
fn not_read(answer: &JsValue) -> NotRead {
    let error = get(answer, "error").and_then(|error| error.as_string());
    match error {
        None => NotRead::Cancelled,
        Some(error) => match serde_json::from_str::<Thrown>(&error) {
            Ok(Thrown::Failed { reason }) => NotRead::Failed(reason),
            Err(_) => match serde_json::from_str(&error) {
                Ok(error) => NotRead::Unusable(error),
                Err(_) => NotRead::Failed(error),
            },
        },
    }
}

/// Reads a file to compare with, which changes nothing that is shown. Gives the
/// name that the engine knows it by.
pub(in crate::page) async fn read_beside(
    blob: &web_sys::Blob,
    name: &str,
) -> Result<String, NotRead> {
    let question = Question::from(asked::Findings(View::default()));
    let answer = read_file_beside(blob, name, &question.to_bytes())
        .await
        .map_err(|error| NotRead::Failed(said(&error)))?;
    let known = get(&answer, "name").and_then(|name| name.as_string());
    known.ok_or_else(|| not_read(&answer))
}

/// Knows the lists of other days, as JSON.
pub(in crate::page) async fn know_lists(lists: &str) -> bool {
    know_packed(lists).await.is_ok()
}

fn packed(
    entries: Option<JsValue>,
    entry: Option<JsValue>,
    sheet: Option<JsValue>,
) -> Option<Packed> {
    if let Some(sheet) = sheet {
        let sheet = sheet.as_string()?;
        return Some(Packed::Workbook { sheet });
    }
    let entries: js_sys::Array = entries?.dyn_into().ok()?;
    Some(Packed::Archive {
        entries: entries.iter().filter_map(|name| name.as_string()).collect(),
        entry: entry?.as_f64()? as usize,
    })
}

/// What the reading loop says of anything but the file's contents.
#[derive(serde::Deserialize)]
enum Thrown {
    Failed { reason: String },
}

/// Ends the read that goes on.
pub(in crate::page) async fn cancel() {
    // There is nothing left to end where this fails.
    let _ = cancel_read().await;
}

/// Counts by another definition, as JSON, from the next question on.
pub(in crate::page) async fn define(definition: String) {
    // An engine that takes none has said why in the console.
    let _ = ask(asked::Define(definition)).await;
}

/// Names the countries that the definition does not know.
pub(in crate::page) async fn know(countries: &str) {
    // Without them those countries are reported as unknown.
    let _ = know_countries(countries).await;
}

/// Computes everything from what is kept, looking at it this way, and
/// publishes it.
pub(in crate::page) async fn findings(view: View) -> Result<Findings, NotAnswered> {
    let question = Question::from(asked::Findings(view)).to_bytes();
    begun().await?;
    let answer = ask_findings(&question).await;
    understood(&answer.map_err(|error| NotAnswered::Failed(said(&error)))?)
}

/// The answer to a question that publishes nothing.
pub(in crate::page) async fn ask<Q: Ask + Into<Question>>(
    question: Q,
) -> Result<Q::Answer, NotAnswered> {
    understood(&answer(question.into()).await?)
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::page) enum NotAnswered {
    /// The engine did not begin, as where its code did not come; in the
    /// browser's words.
    NotBegun(String),
    /// It ended before it answered; in its words.
    Failed(String),
    /// It keeps no data yet, or knows of nothing that was meant.
    Nothing,
    /// What came is no answer to this question.
    NotUnderstood,
}

async fn answer(question: Question) -> Result<JsValue, NotAnswered> {
    // What was meant when it was asked.
    let question = question.to_bytes();
    begun().await?;
    let answer = ask_answer(&question).await;
    answer.map_err(|error| NotAnswered::Failed(said(&error)))
}

async fn begun() -> Result<(), NotAnswered> {
    match begin().await {
        Ok(_) => Ok(()),
        Err(error) => Err(NotAnswered::NotBegun(said(&error))),
    }
}

fn understood<T: DeserializeOwned>(answer: &JsValue) -> Result<T, NotAnswered> {
    if answer.is_undefined() {
        return Err(NotAnswered::Nothing);
    }
    parse(answer).ok_or(NotAnswered::NotUnderstood)
}

fn parse<T: DeserializeOwned>(bytes: &JsValue) -> Option<T> {
    let bytes: &js_sys::Uint8Array = bytes.dyn_ref()?;
    understand(&bytes.to_vec())
}
