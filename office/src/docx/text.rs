//! Text as Word takes it.

use docx_rs::Run;

use crate::xml::allowed;

/// A run of one text.
pub(super) fn run(text: &str) -> Run {
    Run::new().add_text(allowed(text))
}
