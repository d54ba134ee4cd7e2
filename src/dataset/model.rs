//! The models of an export, as it states them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Field, Listed, PartialDate, Place, Problem};

/// The values of a multi-valued cell; equal cells share one list.
pub type List = Arc<[Arc<str>]>;

/// One record of an export.
#[derive(Clone, Debug)]
pub struct Model {
    /// Where it stands in the file.
    pub place: Place,
    /// The name, tidied. Compared with case: CALM and CaLM are two models.
    pub name: Arc<str>,
    /// `None` where blank or unreadable.
    pub published: Option<PartialDate>,
    /// Developers, each once.
    pub organizations: List,
    /// The organisations' countries, one list after the other, repeats kept
    /// because their order says which belongs to whom.
    pub countries: List,
    /// The organisations' categories, likewise.
    pub categories: List,
    /// Domains, each once, the multimodal tag among them.
    pub domains: List,
    /// Tasks, each once.
    pub tasks: List,
    /// Training hardware, each once.
    pub hardware: List,
    /// Number of parameters; `None` where unknown.
    pub parameters: Option<f64>,
    /// Training compute in FLOP; `None` where unknown.
    pub training_compute_flop: Option<f64>,
    /// Size of the training dataset in datapoints; `None` where unknown.
    pub dataset_size_datapoints: Option<f64>,
    /// Number of chips; `None` where unknown.
    pub hardware_quantity: Option<f64>,
    /// How sure the compute estimate is, as exported.
    pub confidence: Option<Arc<str>>,
    /// The terms of access, as exported.
    pub accessibility: Option<Arc<str>>,
    /// The model it was made from, as exported; `None` where it is no derived one.
    pub base_model: Option<Arc<str>>,
    /// The compute of training on, in FLOP; `None` where unknown.
    pub finetune_compute_flop: Option<f64>,
    /// Whether an earlier record has the same name, date and organisations.
    pub is_duplicate: bool,
}

impl Model {
    /// A model of which nothing is known; `none` is the list without values.
    pub(super) fn blank(place: Place, none: &List) -> Self {
        Self {
            place,
            name: Arc::from(""),
            published: None,
            organizations: Arc::clone(none),
            countries: Arc::clone(none),
            categories: Arc::clone(none),
            domains: Arc::clone(none),
            tasks: Arc::clone(none),
            hardware: Arc::clone(none),
            parameters: None,
            training_compute_flop: None,
            dataset_size_datapoints: None,
            hardware_quantity: None,
            confidence: None,
            accessibility: None,
            base_model: None,
            finetune_compute_flop: None,
            is_duplicate: false,
        }
    }

    /// Where the number of a column is kept.
    pub(super) fn number_mut(&mut self, field: Field) -> Option<&mut Option<f64>> {
        match field {
            Field::Parameters => Some(&mut self.parameters),
            Field::TrainingCompute => Some(&mut self.training_compute_flop),
            Field::DatasetSize => Some(&mut self.dataset_size_datapoints),
            Field::HardwareQuantity => Some(&mut self.hardware_quantity),
            Field::FinetuneCompute => Some(&mut self.finetune_compute_flop),
            _ => None,
        }
    }

    /// Where the values of a list column are kept.
    pub(super) fn list_mut(&mut self, field: Field) -> Option<&mut List> {
        match field {
            Field::Organization => Some(&mut self.organizations),
            Field::Country => Some(&mut self.countries),
            Field::OrganizationCategory => Some(&mut self.categories),
            Field::Domain => Some(&mut self.domains),
            Field::Task => Some(&mut self.tasks),
            Field::TrainingHardware => Some(&mut self.hardware),
            Field::Name
            | Field::PublicationDate
            | Field::Parameters
            | Field::TrainingCompute
            | Field::DatasetSize
            | Field::HardwareQuantity
            | Field::Confidence
            | Field::Accessibility
            | Field::BaseModel
            | Field::FinetuneCompute => None,
        }
    }
}

/// The model of a row; models stand in the order of their rows.
pub(super) fn model_at(models: &mut [Model], place: Place) -> Option<&mut Model> {
    let at = models
        .binary_search_by_key(&place, |model| model.place)
        .ok()?;
    models.get_mut(at)
}

/// Where a dataset comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file's name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal; `None` while it is being computed.
    pub sha256: Option<String>,
    /// The encoding it was read with, as [`super::Encoding::label`] names it.
    pub encoding: String,
    /// Data records in the file, the header not among them.
    pub records: u64,
    /// The latest plausible publication date of any model.
    pub latest_publication: Option<PartialDate>,
    /// Which of Epoch AI's lists it is.
    pub list: Listed,
    /// The date in the file's name, where it is believed.
    pub named: Option<PartialDate>,
    /// The first and last year of which the file has a model, implausible ones
    /// left aside.
    pub years: Option<(i16, i16)>,
}

impl Source {
    /// The day up to which the export can be taken to be whole: the date in
    /// the file's name where there is one that is believed, else the latest
    /// publication date.
    #[must_use]
    pub fn snapshot_date(&self) -> Option<PartialDate> {
        self.named.or(self.latest_publication)
    }

    /// Whether nothing of it can be said to be above a threshold of training
    /// compute.
    #[must_use]
    pub fn lacks_compute(&self) -> bool {
        self.list.lacks_compute(self.records)
    }

    /// The last year that the export covers whole, if any.
    #[must_use]
    pub fn last_whole_year(&self) -> Option<i16> {
        let date = self.snapshot_date()?;
        Some(if date.covers_year(date.year) {
            date.year
        } else {
            date.year - 1
        })
    }
}

/// An export, read.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// Where it comes from.
    pub source: Source,
    /// The facts that the export has columns for, with the header of each.
    pub columns: Vec<(Field, String)>,
    /// Every record with a name, in the file's order.
    pub models: Vec<Model>,
    /// Records without a name.
    pub unreadable: u64,
    /// What was wrong with the file itself.
    pub problems: Vec<Problem>,
}

impl Dataset {
    /// Whether the export has a column for a fact.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|(present, _)| *present == field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::MULTI_VALUED;
    use crate::{COLUMNS, Kind};

    #[test]
    fn every_list_column_has_one_place_of_its_own() {
        let of_lists = COLUMNS.iter().map(|column| column.field);
        let of_lists: Vec<Field> = of_lists
            .filter(|field| field.kind() == Kind::List)
            .collect();
        assert_eq!(of_lists, MULTI_VALUED);
        let place = Place { record: 2, line: 2 };
        let mut model = Model::blank(place, &Arc::from([]));
        for field in of_lists {
            *model.list_mut(field).unwrap() = Arc::from([Arc::from(field.header())]);
        }
        for field in MULTI_VALUED {
            let kept = model.list_mut(field).unwrap();
            assert_eq!(&*kept[0], field.header());
        }
    }
}
