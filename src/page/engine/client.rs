//! Questions to the engine, wherever it runs. `client.js` knows where.
//!
//! Long because whatever `client.js` does is declared and given its types here.

use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

use crate::coverage::Row;
use crate::dataset::{ReadError, Statement};
use crate::engine::{Ask, Offer, Question, View, understand};
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

    /// Whether there is an engine to ask; its code may be on its way.
    #[wasm_bindgen(js_name = hasBegun)]
    pub(in crate::page) fn has_begun() -> bool;

    #[wasm_bindgen(js_name = whenItTakesLong)]
    fn when_it_takes_long_call(then: &Closure<dyn FnMut(bool)>);

    /// Ends the wait for all answers.
    #[wasm_bindgen(js_name = stopWaiting)]
    pub(in crate::page) fn stop_waiting();

    #[wasm_bindgen(js_name = whenItEnds)]
    fn when_it_ends_call(then: &Closure<dyn FnMut(String)>);

    #[wasm_bindgen(js_name = read, catch)]
    async fn read_file(
        number: u32,
        blob: &web_sys::Blob,
        name: &str,
        encoding: Option<String>,
        entry: Option<u32>,
        definition: Option<String>,
        progress: &OnProgress,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = giveUp, catch)]
    async fn give_up_read(number: u32) -> Result<JsValue, JsValue>;

    /// Shows what was offered by this number, for all questions that follow.
    pub(in crate::page) fn take(number: u32);

    #[wasm_bindgen(js_name = know, catch)]
    async fn know_countries(countries: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = knowLists, catch)]
    async fn know_packed(lists: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = readBeside, catch)]
    async fn read_file_beside(blob: &web_sys::Blob, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = offer, catch)]
    async fn ask_offer(
        number: u32,
        list: Option<u32>,
        question: &[u8],
        definition: Option<String>,
        again: &[u8],
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = answer, catch)]
    async fn ask_answer(question: &[u8]) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = statements, catch)]
    async fn ask_statements(list: u32, record: u32) -> Result<JsValue, JsValue>;
}

/// Begins when something is asked, with what stands at these addresses, looking
/// at the data as a first visit does.
pub(in crate::page) fn connect_later(definition: &str, labels: &str, data: &str) {
    let question = anew(View::default());
    connect_later_with(definition, labels, data, &question.to_bytes());
}

/// The question for a list that was just read.
fn anew(view: View) -> Question {
    Question::from(Offer {
        anew: true,
        definition: None,
        view,
    })
}

/// Calls `then` with the reason whenever the engine ends, as for want of memory.
pub(in crate::page) fn when_it_ends(then: impl FnMut(String) + 'static) {
    let then = Closure::new(then);
    when_it_ends_call(&then);
    // Called as long as the page lasts.
    then.forget();
}

/// Calls `then` with true where an answer takes long, with false once none does.
pub(in crate::page) fn when_it_takes_long(then: impl FnMut(bool) + 'static) {
    let then = Closure::new(then);
    when_it_takes_long_call(&then);
    // Called as long as the page lasts.
    then.forget();
}

/// Told bytes read, bytes in all, records read, and bytes a second.
pub(super) type OnProgress = Closure<dyn FnMut(f64, f64, f64, f64)>;

/// Why a read gave no findings.
#[derive(Clone, Debug)]
pub(in crate::page) enum NotRead {
    /// The engine did not begin, as where its code did not come.
    NotBegun,
    /// Someone asked for another file, or for none.
    Cancelled,
    /// Nothing can be shown of the file.
    Unusable(ReadError),
    /// The browser could not hand out the file; in its words.
    Failed(String),
}

/// What was read.
#[derive(Debug)]
pub(in crate::page) struct Table {
    /// The bytes that were read: the file itself, or the table out of it.
    pub bytes: web_sys::Blob,
    /// Where the table was taken out of.
    pub packed: Option<Packed>,
}

/// A packed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::page) enum Packed {
    /// An archive, the paths of its tables, which was taken, and which others
    /// claim to be the same list.
    Archive {
        entries: Vec<String>,
        entry: usize,
        rivals: Vec<usize>,
    },
    /// A workbook, and the sheet that was taken.
    Workbook { sheet: String },
}

/// How a file is read.
#[derive(Debug, Default)]
pub(in crate::page) struct ReadAs {
    /// The label of an encoding; the bytes tell where there is none.
    pub encoding: Option<String>,
    /// A table of an archive; the best match where there is none.
    pub entry: Option<usize>,
    /// The definition, as JSON, that its columns are understood by, where that is
    /// not the one that is counted by.
    pub definition: Option<String>,
}

/// Reads a file by a number, beside what is shown, which stays.
pub(in crate::page) async fn read(
    number: u32,
    blob: &web_sys::Blob,
    name: &str,
    read_as: ReadAs,
    progress: &OnProgress,
) -> Result<Table, NotRead> {
    let ReadAs {
        encoding,
        entry,
        definition,
    } = read_as;
    let entry = entry.and_then(|entry| u32::try_from(entry).ok());
    if begun().await.is_err() {
        return Err(NotRead::NotBegun);
    }
    let answer = read_file(number, blob, name, encoding, entry, definition, progress)
        .await
        .map_err(|error| NotRead::Failed(said(&error)))?;
    let Some(table) = get(&answer, "table") else {
        return Err(not_read(&answer));
    };
    let part = |key| get(&table, key);
    let bytes = part("blob").and_then(|table| table.dyn_into().ok());
    Ok(Table {
        bytes: bytes.unwrap_or_else(|| blob.clone()),
        packed: packed(&table),
    })
}

/// Why nothing was read.
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
    let answer = read_file_beside(blob, name)
        .await
        .map_err(|error| NotRead::Failed(said(&error)))?;
    let known = get(&answer, "name").and_then(|name| name.as_string());
    known.ok_or_else(|| not_read(&answer))
}

/// Knows packed lists, of other days or of other models, as JSON.
pub(in crate::page) async fn know_lists(lists: &str) -> bool {
    know_packed(lists).await.is_ok()
}

fn packed(table: &JsValue) -> Option<Packed> {
    let part = |key| get(table, key);
    if let Some(sheet) = part("sheet") {
        let sheet = sheet.as_string()?;
        return Some(Packed::Workbook { sheet });
    }
    let array = |key| part(key)?.dyn_into::<js_sys::Array>().ok();
    let position = |own: JsValue| own.as_f64().map(|own| own as usize);
    let rivals = array("rivals")?;
    Some(Packed::Archive {
        entries: array("entries")?
            .iter()
            .filter_map(|name| name.as_string())
            .collect(),
        entry: position(part("entry")?)?,
        rivals: rivals.iter().filter_map(position).collect(),
    })
}

/// What the reading loop says of anything but the file's contents.
#[derive(serde::Deserialize)]
enum Thrown {
    Failed { reason: String },
}

/// Says that nobody waits for the list of this number any longer.
pub(in crate::page) async fn give_up(number: u32) {
    // There is nothing left to give up where this fails.
    let _ = give_up_read(number).await;
}

/// Names the countries that the definition does not know.
pub(in crate::page) async fn know(countries: &str) {
    // Without them those countries are reported as unknown.
    let _ = know_countries(countries).await;
}

/// Everything of the list that was read by a number, or of the shown one, as it
/// would be shown next; by another definition where JSON of one is given.
pub(in crate::page) async fn offer(
    number: u32,
    list: Option<u32>,
    definition: Option<String>,
    view: View,
) -> Result<Findings, NotAnswered> {
    let again = anew(view.clone()).to_bytes();
    let question = Question::from(Offer {
        anew: list.is_some(),
        definition: definition.clone(),
        view,
    });
    begun().await?;
    let answer = ask_offer(number, list, &question.to_bytes(), definition, &again).await;
    understood(&answer.map_err(|error| NotAnswered::Failed(said(&error)))?)
}

/// The answer to a question of what is shown.
pub(in crate::page) async fn ask<Q: Ask + Into<Question>>(
    question: Q,
) -> Result<Q::Answer, NotAnswered> {
    understood(&answer(question.into()).await?)
}

/// All that the shown file, or a table that came with it, says of a model, read
/// from it again.
pub(in crate::page) async fn statements(row: Row) -> Result<Vec<Statement>, NotAnswered> {
    begun().await?;
    let answer = ask_statements(row.list, row.record).await;
    understood(&answer.map_err(|error| NotAnswered::Failed(said(&error)))?)
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
