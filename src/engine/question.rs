//! Questions to an engine and their answers, as bytes: how the page asks its
//! worker. Both run the same build, so that the form needs no version.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::ask::{
    Ask, Compare, Counted, Covered, Cross, Evidence, Frontier, History, InLists, Model, ModelsFile,
    OfOtherList, Preview, Sensitivity, Statistics, Values, Verify, Vocabulary,
};
use super::kept::Engine;
use super::offering::Offer;

/// One list gives [`Question`], what becomes one, and how one is answered.
macro_rules! questions {
    ($($own:ident),* $(,)?) => {
        /// Any of the questions of [`super::ask`].
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "each is named for the question that it holds")]
        pub enum Question {
            $($own($own)),*
        }

        $(impl From<$own> for Question {
            fn from(own: $own) -> Self {
                Self::$own(own)
            }
        })*

        /// The answer to a question that was asked as bytes; `None` before any
        /// data is kept, and for what is no question.
        #[must_use]
        pub fn answer(engine: &mut Engine, question: &[u8]) -> Option<Vec<u8>> {
            match postcard::from_bytes(question).ok()? {
                $(Question::$own(own) => own.answer(engine).map(|answer| bytes(&answer)),)*
            }
        }
    };
}

questions! {
    Offer,
    Preview,
    Evidence,
    Counted,
    Cross,
    Statistics,
    Frontier,
    Sensitivity,
    Vocabulary,
    Values,
    ModelsFile,
    Verify,
    Compare,
    History,
    Covered,
    Model,
    InLists,
    OfOtherList,
}

impl Question {
    /// As bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        bytes(self)
    }
}

/// An answer as the value that it is; `None` for other bytes.
#[must_use]
pub fn understand<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// A value as the bytes that [`understand`] reads.
#[must_use]
pub fn bytes<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    // Plain data: serialising it to memory cannot fail.
    postcard::to_allocvec(value).unwrap_or_default()
}
