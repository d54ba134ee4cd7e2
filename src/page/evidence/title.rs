//! What a number counts, in words.

use crate::census::Status;
use crate::evidence::Meant;
use crate::locale::{self, Labels, Language, conditions_words};
use crate::sensitivity::Choice;

/// What a number counts: `국가명: 한국 · 연도: 2021년`.
pub(super) fn title(meant: &Meant, labels: &Labels, language: Language) -> String {
    let text = language.text();
    let status = locale::status(meant.status, language);
    let mut said = conditions_words(&meant.conditions, labels, language);
    if meant.under != Choice::Definition {
        said = format!("{said} · {}", locale::choice(meant.under, language));
    }
    match (meant.status, said.is_empty()) {
        (Status::Counted, true) => text.more().all_counted.to_owned(),
        (Status::Counted, false) => said,
        (_, true) => status.to_owned(),
        (_, false) => format!("{status} · {said}"),
    }
}
