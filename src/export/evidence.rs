//! The models behind a number, as a table for spreadsheets.

use crate::document::source_line;
use crate::evidence::Evidence;
use crate::locale::{self, Labels, Language, reason};
use crate::report::Report;

use super::csv::guard;

/// The heading and a line for each model, as cells of text.
#[must_use]
pub fn evidence_rows(evidence: &Evidence, labels: &Labels, language: Language) -> Vec<Vec<String>> {
    let text = language.text();
    let heading = [
        text.model,
        text.publication_date,
        text.developer,
        text.country,
        text.domain,
        text.task,
        text.training_compute,
        text.parameters,
        text.confidence,
        text.accessibility,
        text.why_here,
    ];
    let names = |dimension: &str, keys: &[std::sync::Arc<str>]| {
        let names: Vec<&str> = keys
            .iter()
            .map(|key| labels.name(dimension, key, language))
            .collect();
        names.join(", ")
    };
    let lines = evidence.models.iter().map(|witness| {
        let entry = &witness.entry;
        let why: Vec<String> = witness
            .places
            .iter()
            .map(|place| reason(place, witness, labels, language))
            .collect();
        let one = |dimension: &str, key: Option<&std::sync::Arc<str>>| {
            key.map(|key| labels.name(dimension, key, language).to_owned())
                .unwrap_or_default()
        };
        vec![
            entry.name.to_string(),
            entry.published.map(locale::date).unwrap_or_default(),
            names("organization", &entry.organizations),
            names("country", &entry.countries),
            names("domain", &entry.domains),
            names("task", &entry.tasks),
            entry
                .training_compute_flop
                .map(locale::flop)
                .unwrap_or_default(),
            entry
                .parameters
                .map(locale::significant)
                .unwrap_or_default(),
            one("confidence", entry.confidence.as_ref()),
            one("accessibility", entry.accessibility.as_ref()),
            why.join("; "),
        ]
    });
    std::iter::once(heading.map(str::to_owned).to_vec())
        .chain(lines)
        .collect()
}

/// The table as CSV that spreadsheets open: a byte order mark, cells guarded
/// against formulas; what number they are behind, and what the file states about
/// itself, in the last lines.
#[must_use]
pub fn evidence_csv(
    report: &Report,
    evidence: &Evidence,
    title: &str,
    about: &[(String, String)],
    language: Language,
) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut write = |cells: &[String]| {
        let guarded: Vec<String> = cells.iter().map(|cell| guard(cell)).collect();
        // Writing to memory cannot fail.
        let _infallible = writer.write_record(&guarded);
    };
    for line in evidence_rows(evidence, &report.labels, language) {
        write(&line);
    }
    write(&[title.to_owned()]);
    write(&[source_line(report, language)]);
    for (name, value) in about {
        write(&[name.clone(), value.clone()]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
