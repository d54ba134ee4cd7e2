//! Questions to an engine and their answers, as bytes: how the page asks its
//! worker. Both run the same build, so that the form needs no version.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::definition::Definition;
use crate::document::About;
use crate::evidence::Meant;
use crate::export::{models_csv, models_jsonl};

use super::{Against, Engine, View};

/// What can be asked of an engine that keeps data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// `()`: count by this definition, as JSON, from now on.
    Define(String),
    /// [`Findings`](crate::report::Findings), looking at the data this way from
    /// now on.
    Findings(View),
    /// [`Findings`](crate::report::Findings) by another definition, as JSON,
    /// which is not kept.
    Preview(String),
    /// [`Evidence`](crate::evidence::Evidence).
    Evidence(Meant),
    /// `Option<`[`Cross`](crate::explore::Cross)`>` of two dimensions' ids.
    Cross {
        /// That of the rows.
        rows: String,
        /// That of the columns.
        columns: String,
    },
    /// `Option<`[`Statistics`](crate::explore::Statistics)`>` by a dimension's
    /// id.
    Statistics(String),
    /// [`Frontier`](crate::explore::Frontier).
    Frontier,
    /// [`Sensitivity`](crate::sensitivity::Sensitivity) of a dimension's row.
    Sensitivity {
        /// The dimension's id.
        dimension: String,
        /// The row's key.
        key: String,
    },
    /// `Vec<`[`Term`](crate::vocabulary::Term)`>`: the exported values of a
    /// dimension.
    Vocabulary(String),
    /// `Vec<(String, usize)>`: the values of a dimension to choose from, with
    /// how many models have each.
    Values(String),
    /// `String`: the kept models, whatever the view.
    Models {
        /// In which form.
        form: ModelsAs,
        /// The day on which they are written.
        written: About,
    },
    /// [`Verification`](crate::verification::Verification) of published figures,
    /// as JSON, in their own period, whatever the view.
    Verify(String),
    /// `Option<`[`Explained`](crate::comparison::Explained)`>`: why the numbers
    /// moved between the kept list and another.
    Compare(Against),
    /// `Option<`[`History`](crate::comparison::History)`>` of a breakdown's
    /// id: how the list grew over all days that are known.
    History(String),
    /// `Option<`[`Witness`](crate::evidence::Witness)`>`: the model of a record.
    Model(u32),
}

/// A form of the models themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ModelsAs {
    /// As an export again.
    Csv,
    /// An object a line.
    JsonLines,
}

impl Question {
    /// As bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        bytes(self)
    }
}

/// The answer to a question that was asked as bytes; `None` before any data is
/// kept, and for what is no question.
#[must_use]
pub fn answer(engine: &mut Engine, question: &[u8]) -> Option<Vec<u8>> {
    match postcard::from_bytes(question).ok()? {
        Question::Define(definition) => {
            engine.define(parse(&definition)?);
            Some(bytes(&()))
        }
        Question::Findings(view) => {
            engine.look(view);
            Some(bytes(&engine.findings()?))
        }
        Question::Preview(definition) => engine
            .preview(parse(&definition)?)
            .map(|findings| bytes(&findings)),
        Question::Evidence(meant) => engine.evidence(&meant).map(|evidence| bytes(&evidence)),
        Question::Cross { rows, columns } => Some(bytes(&engine.cross(&rows, &columns))),
        Question::Statistics(by) => Some(bytes(&engine.statistics(&by))),
        Question::Frontier => engine.frontier().map(|frontier| bytes(&frontier)),
        Question::Sensitivity { dimension, key } => engine
            .sensitivity(&dimension, &key)
            .map(|sensitivity| bytes(&sensitivity)),
        Question::Vocabulary(dimension) => engine.vocabulary(&dimension).map(|terms| bytes(&terms)),
        Question::Values(dimension) => engine.values(&dimension).map(|values| bytes(&values)),
        Question::Models { form, written } => engine.dataset().map(|dataset| {
            bytes(&match form {
                ModelsAs::Csv => models_csv(dataset, &written),
                ModelsAs::JsonLines => models_jsonl(dataset, &written),
            })
        }),
        Question::Verify(published) => {
            let published = serde_json::from_str(&published).ok()?;
            engine.verify(&published).map(|found| bytes(&found))
        }
        Question::Compare(against) => Some(bytes(&engine.compare(&against))),
        Question::History(by) => {
            let lists = engine.lists();
            let history = (!lists.is_empty()).then(|| engine.history(&lists, &by));
            Some(bytes(&history))
        }
        Question::Model(record) => Some(bytes(&engine.model(record))),
    }
}

/// An answer as the value that it is; `None` for other bytes.
#[must_use]
pub fn understand<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

fn parse(definition: &str) -> Option<Arc<Definition>> {
    Definition::parse(definition).ok().map(Arc::new)
}

pub(super) fn bytes(value: &impl Serialize) -> Vec<u8> {
    // Plain data: serialising it to memory cannot fail.
    postcard::to_allocvec(value).unwrap_or_default()
}
