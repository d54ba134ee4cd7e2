//! Which language's sentences are meant.

use crate::language::{Language, Later};

use super::phrases::Phrases;
use super::{en, ko};

pub(super) fn phrases(language: Language) -> &'static Phrases {
    match language {
        Language::Ko => &ko::KO,
        Language::En => ENGLISH.or(&ko::KO),
    }
}

#[cfg(not(feature = "csr"))]
static ENGLISH: Later<Phrases> = Later::new(&en::EN);
#[cfg(feature = "csr")]
static ENGLISH: Later<Phrases> = Later::unlearned();

/// Makes English known; where this is called, its phrases are.
#[cfg(feature = "csr")]
pub(crate) fn learn_english() {
    ENGLISH.learn(&en::EN);
}
