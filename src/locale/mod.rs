//! Everything that is said to people, in Korean and English.
//!
//! In: languages, labels, problems. Out: text.
//! Leaves out: which number is meant; it is handed in.
//!
//! To add a language, add its file beside `ko.rs`, its arm in
//! [`Language::text`] and a field to [`Words`]; what is missing does not
//! compile. To name a value, add a line to `public/data/labels.json`.

mod attributes;
mod choice;
mod definition_error;
mod en;
mod format;
mod handed;
mod json_reason;
mod ko;
mod meaning;
mod particle;
mod problem;
mod problem_kind;
mod read_error;
mod report;
mod share;
mod text;

pub use crate::labels::Labels;
pub use crate::language::{Language, Words, fill};
pub use attributes::{Attribute, attributes};
pub use choice::{choice, rank, sensitivity};
pub use definition_error::definition_error;
pub use format::{
    count, date, encoding_name, flop, percent, period, records, shape, signed_percent, significant,
    span, status, year,
};
pub use handed::NotHanded;
pub(crate) use json_reason::korean_json_reason;
pub use meaning::{
    condition as condition_words, conditions as conditions_words, reason, value_name,
};
pub(crate) use particle::is_particle;
pub use particle::particle;
pub use problem::problem as problem_message;
pub use problem_kind::problem_kind;
pub use read_error::read_error;
pub use report::{missing_columns, partial, source_line, year_name};
pub use share::{SHARE, ShareText, share};
pub use text::Text;

use crate::language::Later;

impl Language {
    /// The page's texts.
    #[must_use]
    pub fn text(self) -> &'static Text {
        match self {
            Self::Ko => &ko::KO,
            Self::En => ENGLISH.or(&ko::KO),
        }
    }
}

#[cfg(not(feature = "csr"))]
static ENGLISH: Later<Text> = Later::new(&en::EN);
#[cfg(feature = "csr")]
static ENGLISH: Later<Text> = Later::unlearned();

/// Makes English known; where this is called, its texts are.
#[cfg(feature = "csr")]
pub(crate) fn learn_english() {
    ENGLISH.learn(&en::EN);
}
