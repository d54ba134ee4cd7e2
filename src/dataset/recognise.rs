//! Which fact a header names: by its spelling, or because the reader says so.

use super::{COLUMNS, Field, tidy};

/// The fact that a header names, if it is one the census uses.
///
/// Compared by their letters and digits alone, without case, since programs join
/// the words of a column's name in their own ways (`publication_date`,
/// `Publication.date`, `PublicationDate`); without a leading "(DEPRECATED)" and a
/// trailing "(from Organization)" or "(of organization)"; never by prefix, since
/// "Training dataset" and "Training dataset notes" are different columns.
///
/// ```
/// use model_census_dataset::{Field, recognise};
/// assert_eq!(recognise(" SYSTEM "), Some(Field::Name));
/// assert_eq!(recognise("publicationDate"), Some(Field::PublicationDate));
/// assert_eq!(recognise("Country (from Organization)"), Some(Field::Country));
/// assert_eq!(recognise("Training dataset notes"), None);
/// ```
#[must_use]
pub fn recognise(header: &str) -> Option<Field> {
    let wanted = joined(header);
    COLUMNS
        .iter()
        .find(|column| {
            joined(column.header) == wanted
                || column.aliases.iter().any(|alias| joined(alias) == wanted)
        })
        .map(|column| column.field)
}

/// A header's letters and digits, without what only says where a value is from.
fn joined(header: &str) -> String {
    let words = tidy(header).to_lowercase();
    // "FLOP/s" is another unit than "FLOPs".
    let letters: String = words
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '/')
        .collect();
    // R puts an x before a name that begins with a bracket.
    let unmarked = letters.strip_prefix("xdeprecated");
    let unmarked = unmarked.or_else(|| letters.strip_prefix("deprecated"));
    let letters = unmarked.unwrap_or(&letters);
    let ends = ["organization", "organisation"];
    let of = ends.iter().find_map(|end| {
        let before = letters.strip_suffix(end)?;
        before
            .strip_suffix("from")
            .or_else(|| before.strip_suffix("of"))
    });
    of.unwrap_or(letters).to_owned()
}

pub(super) fn simplify(header: &str) -> String {
    let words = tidy(header).to_lowercase();
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
            ("Publication-date", Some(Field::PublicationDate)),
            ("PublicationDate", Some(Field::PublicationDate)),
            ("publicationDate", Some(Field::PublicationDate)),
            ("\"Publication date\"", Some(Field::PublicationDate)),
            ("Publication date:", Some(Field::PublicationDate)),
            ("Training compute (FLOP/s)", None),
            ("trainingComputeFlop", Some(Field::TrainingCompute)),
            ("Training compute (FLOPs)", Some(Field::TrainingCompute)),
            ("CountryOfOrganization", Some(Field::Country)),
            ("Country (of organisation)", Some(Field::Country)),
            ("Training-dataset-notes", None),
            ("모델", None),
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
