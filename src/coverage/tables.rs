//! Which lists have a model of the one that is shown.

use serde::{Deserialize, Serialize};

use crate::comparison::Matching;
use crate::dataset::{Dataset, ListKind};
use crate::definition::Definition;

/// A list that has a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InList {
    /// The list's name.
    pub name: String,
    /// Which of Epoch AI's lists it is.
    pub kind: ListKind,
    /// The model's row in it, as a spreadsheet counts.
    pub record: u32,
}

/// The lists that have the model of a row of the first one, that one first.
#[must_use]
pub fn lists_with<'a>(
    shown: &'a Dataset,
    others: impl IntoIterator<Item = &'a Dataset>,
    definition: &Definition,
    record: u32,
) -> Vec<InList> {
    let in_list = |list: &Dataset, at: usize| {
        let model = list.models.get(at)?;
        Some(InList {
            name: list.source.name.clone(),
            kind: list.source.list.kind,
            record: model.place.record,
        })
    };
    let mut models = shown.models.iter();
    let Some(at) = models.position(|model| model.place.record == record) else {
        return Vec::new();
    };
    let others = others.into_iter().filter_map(|other| {
        let pairs = Matching::pairs_of(shown, other, definition);
        let pair = pairs.iter().find(|pair| pair.old == at)?;
        in_list(other, pair.new)
    });
    in_list(shown, at).into_iter().chain(others).collect()
}
