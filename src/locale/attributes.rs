//! What a list says of its models, column by column.

use crate::language::Language;
use crate::list::{Entry, ListId};
use crate::paper::{Kind, Value};
use crate::report::Report;

use super::{date, flop, significant};

/// A column of a list of models.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// Its heading.
    pub heading: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// What it says of a model.
    pub text: fn(&Report, &Entry, Language) -> String,
    /// The number or day that it says, where it is one.
    pub value: Option<fn(&Entry) -> Option<Value>>,
}

/// The columns of a list; that of kind [`Kind::Label`] names the model.
#[must_use]
pub fn attributes(list: ListId, language: Language) -> Vec<Attribute> {
    let text = language.text();
    let words = |heading, text| Attribute {
        heading,
        kind: Kind::Text,
        text,
        value: None,
    };
    let name = Attribute {
        kind: Kind::Label,
        ..words(text.model, |_, entry, _| entry.name.to_string())
    };
    let number = |heading, text, value| Attribute {
        heading,
        kind: Kind::Number,
        text,
        value: Some(value),
    };
    let date = Attribute {
        value: Some(|entry| entry.published.and_then(Value::date)),
        ..words(text.publication_date, |_, entry, _| {
            entry.published.map(self::date).unwrap_or_default()
        })
    };
    let compute = number(
        text.training_compute,
        |_, entry, _| {
            let compute = entry.training_compute_flop;
            compute.map(flop).unwrap_or_default()
        },
        |entry| entry.training_compute_flop.map(Value::Large),
    );
    let developer = words(text.developer, |report, entry, language| {
        names(report, "organization", &entry.organizations, language)
    });
    let domain = words(text.domain, |report, entry, language| {
        names(report, "domain", &entry.domains, language)
    });
    let country = words(text.country, |report, entry, language| {
        names(report, "country", &entry.countries, language)
    });
    match list {
        ListId::FocusCountry => vec![
            Attribute {
                value: Some(|entry| entry.published.map(|date| Value::Year(date.year))),
                ..words(text.released, |_, entry, _| {
                    let year = entry.published.map(|date| date.year.to_string());
                    year.unwrap_or_default()
                })
            },
            name,
            developer,
            domain,
            words(text.is_multimodal, |_, entry, language| {
                let mark = entry.multimodal.then(|| language.text().multimodal_mark);
                mark.unwrap_or_default().to_owned()
            }),
            date,
        ],
        ListId::TopModels => vec![
            name,
            domain,
            words(text.task, |report, entry, language| {
                names(report, "task", &entry.tasks, language)
            }),
            number(
                text.parameters,
                |_, entry, _| entry.parameters.map(significant).unwrap_or_default(),
                |entry| entry.parameters.map(Value::Large),
            ),
            compute,
            number(
                text.dataset_size,
                |_, entry, _| {
                    let size = entry.dataset_size_datapoints;
                    size.map(significant).unwrap_or_default()
                },
                |entry| entry.dataset_size_datapoints.map(Value::Large),
            ),
            words(text.hardware, |_, entry, _| entry.hardware.join(", ")),
            country,
            developer,
            date,
        ],
        ListId::TrainingCompute => vec![date, name, developer, country, domain, compute],
    }
}

fn names(
    report: &Report,
    dimension: &str,
    keys: &[std::sync::Arc<str>],
    language: Language,
) -> String {
    let names: Vec<&str> = keys
        .iter()
        .map(|key| report.labels.name(dimension, key, language))
        .collect();
    names.join(", ")
}
