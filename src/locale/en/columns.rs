//! English: saying what a column means.

use crate::dataset::Field;
use crate::locale::columns::ColumnTexts;

pub(super) const COLUMNS: ColumnTexts = ColumnTexts {
    title: "Say what {n} unused columns mean",
    lead: "Choose what a column means that was not recognised, and the file is read again so. The choice stays in the definition and in links",
    lacks: "Not found in this file: {facts}",
    header: "Header and first values",
    meaning: "Meaning",
    nothing: "Not used",
    taken: "{fact} (now from “{header}”)",
    no_values: "no values",
    read: "Read the file again so",
    fact,
};

/// What a fact is called that a column can hold.
fn fact(field: Field) -> &'static str {
    match field {
        Field::Name => "Model name",
        Field::PublicationDate => "Publication date",
        Field::Organization => "Organisation",
        Field::Country => "Country of the organisation",
        Field::OrganizationCategory => "Organisation category",
        Field::Domain => "Domain",
        Field::Task => "Task",
        Field::Parameters => "Parameters",
        Field::TrainingCompute => "Training compute (FLOP)",
        Field::DatasetSize => "Training dataset size",
        Field::TrainingHardware => "Training hardware",
        Field::HardwareQuantity => "Number of chips",
        Field::Confidence => "Confidence",
        Field::Accessibility => "Accessibility",
        Field::BaseModel => "Base model",
        Field::FinetuneCompute => "Finetune compute (FLOP)",
    }
}
