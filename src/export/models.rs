//! The models themselves, as an export again.

use serde::{Deserialize, Serialize};

use crate::dataset::{COLUMNS, Dataset, Field, List, Model};
use crate::document::About;

use super::csv::guard;

/// The header of the column that says where a model comes from. No export has
/// it, so that reading passes over it.
const SOURCE: &str = "Source";

/// Data, licence, file, its date and fingerprint, and the day of writing where
/// that is known, said with every model: a row that is copied elsewhere keeps
/// its credit.
fn source(dataset: &Dataset, written: &About) -> String {
    let source = &dataset.source;
    let date = source.snapshot_date().map(|date| date.to_string());
    let mut said = format!(
        "Epoch AI, Data on AI Models, CC BY 4.0; {} ({}); SHA-256 {}",
        source.name,
        date.unwrap_or_default(),
        source.sha256.as_deref().unwrap_or_default()
    );
    if !written.written.is_empty() {
        said += "; written ";
        said += &written.written;
    }
    said
}

/// A form of the models themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ModelsAs {
    /// As an export again.
    Csv,
    /// An object a line.
    JsonLines,
}

impl ModelsAs {
    /// The models in this form.
    #[must_use]
    pub fn write(self, dataset: &Dataset, written: &About) -> String {
        match self {
            Self::Csv => models_csv(dataset, written),
            Self::JsonLines => models_jsonl(dataset, written),
        }
    }
}

/// What was kept of an export: a row for each model, duplicates left out, under
/// the newest headers, with the columns that the export has.
///
/// UTF-8 with a byte order mark, for spreadsheets; a cell that one would take
/// for a formula begins with an apostrophe. Read again, it gives equal numbers.
#[must_use]
pub fn models_csv(dataset: &Dataset, written: &About) -> String {
    let columns: Vec<_> = COLUMNS
        .iter()
        .filter(|column| dataset.has(column.field))
        .collect();
    let mut writer = ::csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory cannot fail.
    let headers = columns.iter().map(|column| column.header);
    let _infallible = writer.write_record(headers.chain([SOURCE]));
    let source = source(dataset, written);
    for model in dataset.models.iter().filter(|model| !model.is_duplicate) {
        let cells = columns.iter().map(|column| cell(model, column.field));
        let cells = cells.chain([source.clone()]);
        let _infallible = writer.write_record(cells.map(|cell| guard(&cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// The same, a JSON object for each model on a line of its own: keys are the
/// newest headers, lists are arrays, what is unknown is left out.
#[must_use]
pub fn models_jsonl(dataset: &Dataset, written: &About) -> String {
    let mut out = String::new();
    let source = source(dataset, written);
    for model in dataset.models.iter().filter(|model| !model.is_duplicate) {
        let columns = COLUMNS.iter().filter(|column| dataset.has(column.field));
        let mut object: serde_json::Map<String, serde_json::Value> = columns
            .filter_map(|column| {
                let value = value(model, column.field)?;
                Some((column.header.to_owned(), value))
            })
            .collect();
        object.insert(SOURCE.to_owned(), source.clone().into());
        // Plain data: serialising it cannot fail.
        out += &serde_json::to_string(&object).unwrap_or_default();
        out.push('\n');
    }
    out
}

fn value(model: &Model, field: Field) -> Option<serde_json::Value> {
    let list = |list: &List| {
        let list: Vec<&str> = list.iter().map(|own| &**own).collect();
        (!list.is_empty()).then(|| list.into())
    };
    let number = |number: Option<f64>| number.map(Into::into);
    match field {
        Field::Organization => list(&model.organizations),
        Field::Country => list(&model.countries),
        Field::OrganizationCategory => list(&model.categories),
        Field::Domain => list(&model.domains),
        Field::Task => list(&model.tasks),
        Field::TrainingHardware => list(&model.hardware),
        Field::Parameters => number(model.parameters),
        Field::TrainingCompute => number(model.training_compute_flop),
        Field::DatasetSize => number(model.dataset_size_datapoints),
        Field::HardwareQuantity => number(model.hardware_quantity),
        Field::FinetuneCompute => number(model.finetune_compute_flop),
        Field::Name
        | Field::PublicationDate
        | Field::Confidence
        | Field::Accessibility
        | Field::BaseModel => {
            let text = cell(model, field);
            (!text.is_empty()).then(|| text.into())
        }
    }
}

fn cell(model: &Model, field: Field) -> String {
    let list = |list: &List| list.join(",");
    // The shortest digits that give the number back.
    let number = |number: Option<f64>| number.map_or(String::new(), |number| format!("{number:?}"));
    let text = |text: &Option<std::sync::Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
    match field {
        Field::Name => model.name.to_string(),
        Field::PublicationDate => model
            .published
            .map_or(String::new(), |date| date.to_string()),
        Field::Organization => list(&model.organizations),
        Field::Country => list(&model.countries),
        Field::OrganizationCategory => list(&model.categories),
        Field::Domain => list(&model.domains),
        Field::Task => list(&model.tasks),
        Field::Parameters => number(model.parameters),
        Field::TrainingCompute => number(model.training_compute_flop),
        Field::DatasetSize => number(model.dataset_size_datapoints),
        Field::TrainingHardware => list(&model.hardware),
        Field::HardwareQuantity => number(model.hardware_quantity),
        Field::Confidence => text(&model.confidence),
        Field::Accessibility => text(&model.accessibility),
        Field::BaseModel => text(&model.base_model),
        Field::FinetuneCompute => number(model.finetune_compute_flop),
    }
}
