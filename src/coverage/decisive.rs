//! The cell of a list that decides why a model is not counted.

use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::dataset::{Field, Model};

use super::why::Why;

/// A cell of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisiveCell {
    /// The column's header, as the list spells it.
    pub column: String,
    /// What stands in it.
    pub stated: Stated,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Stated {
    /// It is blank, unreadable, or the list has no such column.
    Nothing,
    /// Operations.
    Flop(f64),
    /// Words, names or a date.
    Text(String),
}

impl Stated {
    fn flop(flop: Option<f64>) -> Self {
        flop.map_or(Self::Nothing, Self::Flop)
    }

    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text)
        }
    }
}

impl DecisiveCell {
    /// The cell that decides of a model of a list; what counts it where nothing
    /// speaks against it.
    pub(super) fn of(why: Option<Why>, model: &Model, list: &Census) -> Self {
        let own = model.finetune_compute_flop;
        let (field, stated) = match why {
            None
            | Some(Why::NoCompute | Why::BelowThreshold | Why::NotListed | Why::FilteredOut) => (
                Field::TrainingCompute,
                Stated::flop(model.training_compute_flop),
            ),
            // Where all that are made from others are left out, their own compute
            // may be large enough.
            Some(Why::Derived)
                if own.is_some_and(|own| own >= list.definition.compute.threshold_flop) =>
            {
                let base = model.base_model.as_deref();
                (Field::BaseModel, Stated::text(base.unwrap_or_default()))
            }
            Some(Why::Derived) => (Field::FinetuneCompute, Stated::flop(own)),
            Some(Why::OutsidePeriod | Why::Undated) => {
                let date = model.published.map(|date| date.to_string());
                let date = date.unwrap_or_default();
                (Field::PublicationDate, Stated::text(date))
            }
            Some(Why::OtherCountry) => {
                let names: Vec<&str> = model.organizations.iter().map(|name| &**name).collect();
                (Field::Organization, Stated::text(names.join(", ")))
            }
            Some(Why::Duplicate) => (Field::Name, Stated::text(&*model.name)),
        };
        let mut columns = list.dataset.columns.iter();
        let header = columns.find(|(own, _)| *own == field);
        let column = header.map_or(field.header(), |(_, header)| header);
        Self {
            column: column.to_owned(),
            stated,
        }
    }
}
