//! The columns an export may have, and every header they were ever given.
//!
//! To add a column: a variant of [`Field`], its line in [`COLUMNS`] and its
//! place in [`super::Model`]. The compiler then names all that has to say
//! something of it: [`Field::kind`] and [`Field::plausible`] here, where
//! `intake.rs` keeps a cell of that kind, and what a census does without it.

use serde::{Deserialize, Serialize};

/// A fact about a model that the census uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// The model's name.
    Name,
    /// The date on which the model was published.
    PublicationDate,
    /// The organisations that developed it.
    Organization,
    /// Their countries, one list after the other.
    Country,
    /// Their categories (industry, academia, government …).
    OrganizationCategory,
    /// The modalities it works in.
    Domain,
    /// The tasks it was made for.
    Task,
    /// The number of its parameters.
    Parameters,
    /// The compute its training took, in FLOP (a count of operations).
    TrainingCompute,
    /// The size of its training dataset, in datapoints.
    DatasetSize,
    /// The hardware it was trained on.
    TrainingHardware,
    /// How many chips of it.
    HardwareQuantity,
    /// How sure Epoch AI is of the compute estimate.
    Confidence,
    /// Under which terms the model can be had.
    Accessibility,
    /// The model that it was made from by training on.
    BaseModel,
    /// The compute that training on took, in FLOP: its own, where the training
    /// compute has that of the base model in it.
    FinetuneCompute,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The model's name: no text that could be one is taken for anything else.
    Name,
    /// A date.
    Date,
    /// A number.
    Number,
    /// One word or phrase.
    Word,
    /// Any number of names.
    List,
}

/// One column: the fact, the header of the newest exports, older headers.
#[derive(Debug)]
pub struct ColumnSpec {
    /// The fact that the column holds.
    pub field: Field,
    /// The header in the newest export.
    pub header: &'static str,
    /// Other headers seen, as [`super::recognise`] compares them.
    pub aliases: &'static [&'static str],
    /// Whether nothing can be computed without it.
    pub required: bool,
}

/// Every column the census reads. To add a spelling, add it to `aliases`.
pub const COLUMNS: &[ColumnSpec] = &[
    column(Field::Name, "Model", &["System"], true),
    column(Field::PublicationDate, "Publication date", &[], true),
    column(
        Field::Organization,
        "Organization",
        &["Organisation"],
        false,
    ),
    column(
        Field::Country,
        "Country (of organization)",
        &["Country", "Org country", "Organization country"],
        false,
    ),
    column(
        Field::OrganizationCategory,
        "Organization categorization",
        &["Organisation categorisation"],
        false,
    ),
    column(Field::Domain, "Domain", &[], false),
    column(Field::Task, "Task", &[], false),
    column(Field::Parameters, "Parameters", &[], false),
    column(
        Field::TrainingCompute,
        "Training compute (FLOP)",
        &["Training compute (FLOPs)"],
        false,
    ),
    column(
        Field::DatasetSize,
        "Training dataset size (datapoints)",
        &[
            "Training dataset size (gradients)",
            "Training dataset size (total)",
        ],
        false,
    ),
    column(Field::TrainingHardware, "Training hardware", &[], false),
    column(Field::HardwareQuantity, "Hardware quantity", &[], false),
    column(Field::Confidence, "Confidence", &[], false),
    column(Field::Accessibility, "Model accessibility", &[], false),
    column(Field::BaseModel, "Base model", &[], false),
    column(
        Field::FinetuneCompute,
        "Finetune compute (FLOP)",
        &["Finetune compute (FLOPs)"],
        false,
    ),
];

const fn column(
    field: Field,
    header: &'static str,
    aliases: &'static [&'static str],
    required: bool,
) -> ColumnSpec {
    ColumnSpec {
        field,
        header,
        aliases,
        required,
    }
}

impl Field {
    /// Every fact that a column can hold.
    pub fn all() -> impl Iterator<Item = Self> {
        COLUMNS.iter().map(|column| column.field)
    }

    /// What definitions and the command line call it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::PublicationDate => "publication-date",
            Self::Organization => "organization",
            Self::Country => "country",
            Self::OrganizationCategory => "organization-category",
            Self::Domain => "domain",
            Self::Task => "task",
            Self::Parameters => "parameters",
            Self::TrainingCompute => "training-compute",
            Self::DatasetSize => "dataset-size",
            Self::TrainingHardware => "training-hardware",
            Self::HardwareQuantity => "hardware-quantity",
            Self::Confidence => "confidence",
            Self::Accessibility => "accessibility",
            Self::BaseModel => "base-model",
            Self::FinetuneCompute => "finetune-compute",
        }
    }

    /// The fact of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|field| field.id() == id)
    }

    /// The header that the newest exports give this column.
    #[must_use]
    pub fn header(self) -> &'static str {
        COLUMNS
            .iter()
            .find(|column| column.field == self)
            .map_or("", |column| column.header)
    }

    /// What the column's cells hold.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Name => Kind::Name,
            Self::PublicationDate => Kind::Date,
            Self::Parameters
            | Self::TrainingCompute
            | Self::DatasetSize
            | Self::HardwareQuantity
            | Self::FinetuneCompute => Kind::Number,
            Self::Confidence | Self::Accessibility | Self::BaseModel => Kind::Word,
            Self::Organization
            | Self::Country
            | Self::OrganizationCategory
            | Self::Domain
            | Self::Task
            | Self::TrainingHardware => Kind::List,
        }
    }

    /// The numbers that a model of today can have here; what lies beyond is
    /// read and reported. The exports of 2024 to 2026 stay within a hundredth
    /// of the upper bounds: 1.7e14 parameters, 5e26 FLOP, 9e15 datapoints, 2e5
    /// chips.
    #[must_use]
    pub fn plausible(self) -> std::ops::RangeInclusive<f64> {
        match self {
            Self::Parameters => 1.0..=1e16,
            Self::TrainingCompute => 1.0..=1e29,
            Self::FinetuneCompute => 0.0..=1e29,
            Self::DatasetSize => 0.0..=1e18,
            Self::HardwareQuantity => 1.0..=1e8,
            Self::Name
            | Self::PublicationDate
            | Self::Organization
            | Self::Country
            | Self::OrganizationCategory
            | Self::Domain
            | Self::Task
            | Self::TrainingHardware
            | Self::Confidence
            | Self::Accessibility
            | Self::BaseModel => 0.0..=f64::MAX,
        }
    }
}
