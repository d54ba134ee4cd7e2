//! What a document says of itself: its title, source, licence and date.

use serde::{Deserialize, Serialize};

use crate::language::{Language, fill};
use crate::locale::{self, Text};
use crate::report::Report;

/// What only those who ask for a document know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The day on which it is written, as an ISO date; blank where that is not
    /// said.
    pub written: String,
}

/// The report's title, with its period.
#[must_use]
pub fn title(report: &Report, language: Language) -> String {
    let period = locale::period(report.findings.period, language);
    let text = language.text();
    let title = locale::report_title(report, language);
    let values = [("title", &*title), ("period", &*period)];
    fill(text.more().titled_period, &values)
}

/// Whose facts and whose frame a report has, each after what it is.
#[must_use]
pub fn credits(text: &Text) -> [(&'static str, &'static str); 2] {
    [
        (text.snapshot, text.credit_data),
        (text.frame, text.credit_frame),
    ]
}

/// Source, licence, snapshot, definition and date: what every file states.
#[must_use]
pub fn about(report: &Report, written: &About, language: Language) -> Vec<(String, String)> {
    let text = language.text();
    let source = &report.findings.source;
    let definition = &report.definition;
    let snapshot = match source.snapshot_date().map(locale::date) {
        Some(date) => format!("{} ({date})", source.name),
        None => source.name.clone(),
    };
    let list = locale::list_name(source.list.kind, language).unwrap_or_default();
    let filter = locale::conditions_words(&report.findings.filter, &report.labels, language);
    let rows = [
        (
            text.period,
            locale::period(report.findings.period, language),
        ),
        (text.filter, filter),
        (text.snapshot, snapshot),
        (text.more().list_of_data, list.to_owned()),
        (
            text.more().fingerprint,
            source.sha256.clone().unwrap_or_default(),
        ),
        (
            text.definition,
            named(definition.title.get(language), &definition.id),
        ),
        (text.more().definition_fingerprint, definition.sha256()),
        (text.more().written, written.written.clone()),
        (text.credit, text.credit_data.to_owned()),
        (text.frame, text.credit_frame.to_owned()),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// A title and the id behind it, in the title's own brackets where it ends with
/// such: `IS-178 (as published, is-178)`.
fn named(title: &str, id: &str) -> String {
    match title.strip_suffix(')') {
        Some(open) if open.contains('(') => format!("{open}, {id})"),
        _ => format!("{title} ({id})"),
    }
}
