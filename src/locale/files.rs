//! What is said of the files that a report is handed on as.

/// Their names, and what one of a package holds.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct FileTexts {
    pub lead: &'static str,
    pub reports: &'static str,
    pub numbers: &'static str,
    pub docx: &'static str,
    pub hwpx: &'static str,
    pub html: &'static str,
    pub print: &'static str,
    pub xlsx: &'static str,
    pub json: &'static str,
    pub models_csv: &'static str,
    pub models_jsonl: &'static str,
    pub package: &'static str,
    /// Of chapters that a report has where the reader asks for them.
    pub annexes: &'static str,
    /// The heading of such a chapter: `{n}`, `{title}`.
    pub annex: &'static str,
    pub making: &'static str,
    pub made: &'static str,
    pub failed: &'static str,
    /// Above the list of what the files of a package hold.
    pub package_about: &'static str,
    pub holds_report: &'static str,
    pub holds_workbook: &'static str,
    pub holds_json: &'static str,
    pub holds_cells: &'static str,
    pub holds_models: &'static str,
    pub holds_model_lines: &'static str,
    pub holds_definition: &'static str,
    pub holds_verification: &'static str,
    pub holds_diagnostics: &'static str,
    pub holds_figure: &'static str,
}
