//! The columns an export may have, and every header they were ever given.
//!
//! To add a column: a variant of [`Field`], its line in [`COLUMNS`] and its
//! place in [`super::Model`]. The compiler then names all that has to say
//! something of it: [`Field::kind`] and [`Field::plausible`] here, where
//! `intake.rs` keeps a cell of that kind, and what a census does without it.
//!
//! Long because its tests stand below.

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
    /// Other headers seen, after [`recognise`]'s simplification.
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
        &[],
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
        &[],
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

/// The fact that a header names, if it is one the census uses.
///
/// Compared without case, brackets, outer or repeated white space, where `_`
/// and `.` are spaces too, as in other programs' names of columns; without a leading
/// "(DEPRECATED)" and a trailing "(from Organization)" or "(of organization)";
/// never by prefix, since "Training dataset" and "Training dataset notes" are
/// different columns.
///
/// ```
/// use model_census_dataset::{Field, recognise};
/// assert_eq!(recognise(" SYSTEM "), Some(Field::Name));
/// assert_eq!(recognise("Country (from Organization)"), Some(Field::Country));
/// assert_eq!(recognise("Training dataset notes"), None);
/// ```
#[must_use]
pub fn recognise(header: &str) -> Option<Field> {
    let wanted = simplify(header);
    COLUMNS
        .iter()
        .find(|column| {
            simplify(column.header) == wanted
                || column.aliases.iter().any(|alias| simplify(alias) == wanted)
        })
        .map(|column| column.field)
}

pub(super) fn simplify(header: &str) -> String {
    let words = super::tidy(header).to_lowercase();
    let words: Vec<&str> = words
        .split(|c: char| c.is_whitespace() || matches!(c, '_' | '.' | '(' | ')' | '[' | ']'))
        .filter(|word| !word.is_empty())
        .collect();
    let words = words.join(" ");
    // R puts an x before a name that begins with a bracket.
    let unmarked = words.strip_prefix("x deprecated ");
    let unmarked = unmarked.or_else(|| words.strip_prefix("deprecated "));
    let words = unmarked.unwrap_or(&words);
    words
        .strip_suffix(" from organization")
        .or_else(|| words.strip_suffix(" of organization"))
        .unwrap_or(words)
        .to_owned()
}

/// Headers whose meaning the reader says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns(Vec<(String, Field)>);

impl Columns {
    /// Says what headers mean.
    pub fn new<'a>(said: impl IntoIterator<Item = (&'a str, Field)>) -> Self {
        let said = said.into_iter();
        Self(
            said.map(|(header, field)| (simplify(header), field))
                .collect(),
        )
    }

    /// What a header was said to mean.
    #[must_use]
    pub fn get(&self, header: &str) -> Option<Field> {
        if self.0.is_empty() {
            return None;
        }
        let wanted = simplify(header);
        let mut said = self.0.iter();
        said.find(|(header, _)| *header == wanted)
            .map(|(_, field)| *field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_seen_in_nine_exports_is_recognised() {
        let cases = [
            ("System", Some(Field::Name)),
            ("Model", Some(Field::Name)),
            ("Country (from Organization)", Some(Field::Country)),
            ("Country (of organization)", Some(Field::Country)),
            (
                "Organization categorization (from Organization)",
                Some(Field::OrganizationCategory),
            ),
            (
                "Organization categorization",
                Some(Field::OrganizationCategory),
            ),
            (
                "Training dataset size (datapoints)",
                Some(Field::DatasetSize),
            ),
            (
                "(DEPRECATED) Training dataset size (datapoints)",
                Some(Field::DatasetSize),
            ),
            ("\u{feff}Model", Some(Field::Name)),
            ("publication  DATE", Some(Field::PublicationDate)),
            (
                "Training dataset size (gradients)",
                Some(Field::DatasetSize),
            ),
            ("Training dataset size (total)", Some(Field::DatasetSize)),
            // In exports of frontier models it holds names.
            ("Training dataset size", None),
            ("publication_date", Some(Field::PublicationDate)),
            ("training_compute_flop", Some(Field::TrainingCompute)),
            ("org_country", Some(Field::Country)),
            (
                "organization_categorization",
                Some(Field::OrganizationCategory),
            ),
            // As R makes names of headers.
            ("Training.compute..FLOP.", Some(Field::TrainingCompute)),
            ("Country..of.organization.", Some(Field::Country)),
            (
                "X.DEPRECATED..Training.dataset.size..datapoints.",
                Some(Field::DatasetSize),
            ),
            (
                "Training.dataset.size..datapoints.",
                Some(Field::DatasetSize),
            ),
            // Of which unit is not said.
            ("Training compute", None),
            ("Training dataset", None),
            ("Training compute notes", None),
            ("Finetune compute (FLOP)", Some(Field::FinetuneCompute)),
            ("Hardware utilization (MFU)", None),
            ("Base model", Some(Field::BaseModel)),
            ("Base model compute", None),
            ("Finetune compute notes", None),
            ("", None),
        ];
        for (header, expected) in cases {
            assert_eq!(recognise(header), expected, "{header:?}");
        }
    }
}
