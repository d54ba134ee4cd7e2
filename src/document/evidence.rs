//! The models behind a number, as cells of text.

use crate::evidence::Evidence;
use crate::labels::Labels;
use crate::language::Language;
use crate::locale::{self, reason};

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
        text.more().confidence,
        text.more().accessibility,
        text.more().why_here,
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
