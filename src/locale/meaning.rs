//! Conditions and reasons in words.

use crate::census::Reason;
use crate::definition::Span;
use crate::dimension::{ANY, Condition, Conditions, Dimension, dimension};
use crate::evidence::{Membership, Witness};

use crate::labels::Labels;
use crate::language::{Language, fill};

use super::{date, flop, significant, span};

/// The name of a value of a dimension.
#[must_use]
pub fn value_name(of: &Dimension, key: &str, labels: &Labels, language: Language) -> String {
    if of.id == "year" {
        return Span::parse(key).map_or_else(|| key.to_owned(), |own| span(own, language));
    }
    if key == ANY {
        return language.text().any_value.to_owned();
    }
    labels.name(of.labels, key, language).to_owned()
}

/// One condition: `국가명: 한국`, `Country: South Korea`.
#[must_use]
pub fn condition(condition: &Condition, labels: &Labels, language: Language) -> String {
    let text = language.text();
    match condition {
        Condition::Value { dimension: id, key } => match dimension(id) {
            Some(of) => {
                let value = value_name(of, key, labels, language);
                let is_half =
                    of.id == "year" && Span::parse(key).is_some_and(|own| own.half().is_some());
                let name = if is_half {
                    text.half_heading
                } else {
                    of.name(language)
                };
                format!("{name}: {value}")
            }
            None => format!("{id}: {key}"),
        },
        Condition::Compute { from, below } => {
            let [from, below] = [from, below].map(|end| end.map(significant));
            let values = [
                ("from", from.as_deref().unwrap_or_default()),
                ("below", below.as_deref().unwrap_or_default()),
            ];
            let words = match (&from, &below) {
                (Some(_), Some(_)) => text.compute_between,
                (_, None) => text.compute_from,
                (None, Some(_)) => text.compute_below,
            };
            fill(words, &values)
        }
        Condition::Text(words) => fill(text.holds_text, &[("text", words.typed())]),
    }
}

/// Conditions together: `국가명: 한국 · 연도: 2021년`; empty for none.
#[must_use]
pub fn conditions(all: &Conditions, labels: &Labels, language: Language) -> String {
    let said: Vec<String> = all
        .0
        .iter()
        .filter(|own| !matches!(own, Condition::Value { dimension, .. } if dimension == "all"))
        .map(|own| condition(own, labels, language))
        .collect();
    said.join(" · ")
}

/// Why a model has a value: `home country of Google DeepMind by definition:
/// United States`.
#[must_use]
pub fn reason(
    place: &Membership,
    witness: &Witness,
    labels: &Labels,
    language: Language,
) -> String {
    let text = language.text();
    let entry = &witness.entry;
    let Some(of) = dimension(&place.dimension) else {
        return String::new();
    };
    let value = value_name(of, &place.key, labels, language);
    let named = |words: &str, from: &str| fill(words, &[("from", from), ("value", &value)]);
    let organization = |name: &str| labels.name("organization", name, language).to_owned();
    match &place.reason {
        Some(Reason::Exported) => named(text.more().because_exported, &value),
        Some(Reason::MergedFrom(from)) => named(text.more().because_merged, from),
        Some(Reason::HomeOf(from)) => named(text.more().because_home, &organization(from)),
        Some(Reason::GroupOf(from)) => named(text.more().because_group, &organization(from)),
        Some(Reason::CategoryOf(from)) => named(text.more().because_category, &organization(from)),
        None => match of.id {
            "year" => {
                let published = entry.published.map(date).unwrap_or_default();
                named(text.more().because_published, &published)
            }
            "development" => {
                let names: Vec<String> = entry
                    .organizations
                    .iter()
                    .map(|name| organization(name))
                    .collect();
                let n = witness.developers.to_string();
                fill(
                    text.more().because_developers,
                    &[("n", &n), ("names", &names.join(", "))],
                )
            }
            "task-count" => fill(
                text.more().because_tasks,
                &[("n", &entry.tasks.len().to_string())],
            ),
            "multimodal" => text.more().because_tagged.to_owned(),
            "compute-decade" => {
                let compute = entry.training_compute_flop.map(flop).unwrap_or_default();
                named(text.more().because_compute, &compute)
            }
            _ => String::new(),
        },
    }
}
