//! Everything that is said to people, in Korean and English.
//!
//! In: languages, labels, problems. Out: text.
//! Leaves out: which number is meant; it is handed in.
//!
//! A language is a folder: `text.rs` for the page's texts, `phrases.rs` for the
//! report's, `problem.rs` for what is wrong with a file, `mod.rs` for the rest.
//! To add one, copy `en/`, add its arms below and its variant to [`Language`];
//! what it lacks does not compile. To name a value, add a line to
//! `public/data/labels.json`.

mod attributes;
mod choice;
mod columns;
mod coverage;
mod en;
mod files;
mod format;
mod handed;
mod ko;
mod meaning;
mod more;
mod moved;
mod number;
mod phrases;
mod report;
mod rules;
mod share;
mod shortened;
mod text;
mod verification;

pub use crate::labels::Labels;
pub use crate::language::{Language, fill};
pub use attributes::{Attribute, attributes};
pub use choice::{rank, sensitivity};
pub use coverage::{coverage, coverage_sentences, covered_lists, covered_of};
pub use files::FileTexts;
pub use format::{date, encoding_name, period, shape, status};
pub use handed::NotHanded;
pub(crate) use ko::is_particle;
pub use ko::particle;
pub use meaning::{
    condition as condition_words, conditions as conditions_words, reason, value_name,
};
pub use more::MoreText;
pub use moved::{CoverageText, MovedText};
pub use number::{count, flop, megabytes, percent, records, signed_percent, significant};
pub(crate) use phrases::Phrases;
pub use report::{
    as_of, each, growth_heading, missing_columns, partial, report_lead, report_title,
    share_heading, source_line, source_words, year_name,
};
pub use rules::RuleTexts;
pub use share::ShareText;
pub use text::Text;
pub(crate) use verification::VerificationText;

use crate::dataset::{Code, ListKind, Problem, ReadError};
use crate::definition::{DefinitionError, Period, Span};
use crate::language::{Bilingual, Later};
use crate::sensitivity::Choice;

impl Language {
    /// The page's texts.
    #[must_use]
    pub fn text(self) -> &'static Text {
        match self {
            Self::Ko => &ko::TEXT,
            Self::En => ENGLISH.or(&ko::TEXT),
        }
    }
}

#[cfg(not(feature = "csr"))]
static ENGLISH: Later<Text> = Later::new(&en::TEXT);
#[cfg(not(feature = "csr"))]
static ENGLISH_MORE: Later<MoreText> = Later::new(&en::MORE);
#[cfg(feature = "csr")]
static ENGLISH_MORE: Later<MoreText> = Later::unlearned();
#[cfg(not(feature = "csr"))]
static ENGLISH_PHRASES: Later<Phrases> = Later::new(&en::PHRASES);
#[cfg(feature = "csr")]
static ENGLISH_PHRASES: Later<Phrases> = Later::unlearned();
#[cfg(feature = "csr")]
static ENGLISH: Later<Text> = Later::unlearned();

/// Makes English known; where this is called, its texts are.
#[cfg(feature = "csr")]
pub(crate) fn learn_english() {
    ENGLISH.learn(&en::TEXT);
    ENGLISH_MORE.learn(&en::MORE);
    ENGLISH_PHRASES.learn(&en::PHRASES);
}

impl Text {
    /// The texts of parts that are fetched later: what asks for them brings them.
    #[must_use]
    pub fn more(&self) -> &'static MoreText {
        match self.language_of {
            Language::Ko => &ko::MORE,
            Language::En => ENGLISH_MORE.or(&ko::MORE),
        }
    }
}

/// The report's sentences; `prose` puts them together.
pub(crate) fn phrases(language: Language) -> &'static Phrases {
    match language {
        Language::Ko => &ko::PHRASES,
        Language::En => ENGLISH_PHRASES.or(&ko::PHRASES),
    }
}

/// What every language has under the same name, each in its own module, so that
/// only what is asked for comes with a part of the page.
macro_rules! in_each_language {
    ($(
        $(#[$said:meta])*
        $seen:vis fn $name:ident($($own:ident: $type:ty)?) -> $out:ty = $path:ident;
    )*) => {$(
        $(#[$said])*
        #[must_use]
        $seen fn $name($($own: $type,)? language: Language) -> $out {
            in_each_language!(@ match language, $path $(, $own)?)
        }
    )*};
    (@ match $language:ident, $path:ident, $own:ident) => {
        match $language {
            Language::Ko => ko::$path($own),
            Language::En => en::$path($own),
        }
    };
    (@ match $language:ident, $path:ident) => {
        match $language {
            Language::Ko => &ko::$path,
            Language::En => &en::$path,
        }
    };
}

in_each_language! {
    /// A year as a column heading: `2020년`, `2020`.
    pub fn year(year: i16) -> String = year;
    /// A column: `2020년`, `2020`, `2023년 상반기`, `2023 H1`.
    pub fn span(span: Span) -> String = span;
    fn whole_period(own: Period) -> String = whole_period;
    /// A problem as a sentence: what, where, what to do.
    pub fn problem_message(problem: &Problem) -> String = problem_message;
    /// What problems of a kind have in common.
    pub fn problem_kind(code: Code) -> &'static str = problem_kind;
    /// Why a file cannot be used, as a sentence.
    pub fn read_error(error: &ReadError) -> String = read_error;
    /// What is wrong with a definition, where, and what to do.
    pub fn definition_error(error: &DefinitionError) -> String = definition_error;
    /// What serde says of a JSON text.
    pub(crate) fn json_reason(said: &str) -> String = json_reason;
    fn not_handed(problem: &NotHanded) -> String = not_handed;
    /// A list of models of any size; `None` for the one that the report is about,
    /// and where none is told.
    pub fn list_name(kind: ListKind) -> Option<&'static str> = list_name;
    /// What is said of models that are not in the list.
    pub fn coverage_text() -> &'static CoverageText = COVERAGE;
    /// The name of a choice.
    pub fn choice(choice: Choice) -> &'static str = choice;
    /// What the dialog for sharing says.
    pub fn share() -> &'static ShareText = SHARE;
    /// What is said of why numbers moved.
    pub fn moved() -> &'static MovedText = MOVED;
    /// What is said of published figures.
    pub(crate) fn verification() -> &'static VerificationText = VERIFICATION;
}

impl NotHanded {
    /// The sentence in both languages.
    #[must_use]
    pub fn said(&self) -> Bilingual {
        Bilingual::of(|language| not_handed(self, language))
    }
}
