//! A comparison with what is needed to read it: names, days and rows of the
//! models, and where both sides come from.
//!
//! In: a [`Comparison`] and its censuses. Out: an [`Explained`], small enough
//! to be handed from a worker to the page.
//! Leaves out: words.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::dataset::{PartialDate, Source};
use crate::definition::Period;
use crate::dimension::Conditions;
use crate::labels::Labels;

use super::compared::{Comparison, Mover};
use super::matched::How;
use super::moving::Sides;

/// Why the numbers moved, as it is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explained {
    /// What was.
    pub old: Side,
    /// What is.
    pub new: Side,
    /// The period of both sides.
    pub period: Period,
    /// Which of the counted models are looked at, on both sides.
    pub filter: Conditions,
    /// Every change and its causes. Of pairs of models it has those that are
    /// not equal in name, date and organisations.
    pub comparison: Comparison,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// The list that was read.
    pub source: Source,
    /// The id of the definition it was counted by.
    pub definition: String,
    /// The definition's fingerprint.
    pub definition_sha256: String,
    /// The models that are spoken of, by their position in the list.
    models: BTreeMap<usize, Stated>,
}

/// What a list states of a model that is spoken of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// Its name.
    pub name: String,
    /// Its row in the file, as a spreadsheet numbers it.
    pub record: u32,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Its developers.
    pub organizations: Vec<String>,
}

impl Side {
    fn of(census: &Census, spoken_of: &BTreeSet<usize>) -> Self {
        let stated = |at: &usize| {
            let model = census.dataset.models.get(*at)?;
            let organizations = model.organizations.iter();
            let stated = Stated {
                name: model.name.to_string(),
                record: model.place.record,
                published: model.published,
                organizations: organizations.map(ToString::to_string).collect(),
            };
            Some((*at, stated))
        };
        Self {
            source: census.dataset.source.clone(),
            definition: census.definition.id.clone(),
            definition_sha256: census.definition.sha256(),
            models: spoken_of.iter().filter_map(stated).collect(),
        }
    }

    /// What this side's list states of the model at a position.
    #[must_use]
    pub fn model(&self, at: usize) -> Option<&Stated> {
        self.models.get(&at)
    }
}

impl Explained {
    /// Compares both sides. Labels only put rows in order.
    #[must_use]
    pub fn of(sides: Sides<'_>, labels: &Labels) -> Self {
        let mut comparison = Comparison::of(sides, labels);
        let pairs = &mut comparison.matching.pairs;
        pairs.retain(|pair| pair.how != How::Equal);
        let (mut old, mut new) = (BTreeSet::new(), BTreeSet::new());
        for pair in pairs {
            old.insert(pair.old);
            new.insert(pair.new);
        }
        for mover in comparison.movers() {
            old.extend(mover.old);
            new.extend(mover.new);
        }
        Self {
            old: Side::of(sides.old, &old),
            new: Side::of(sides.new, &new),
            period: sides.new.period,
            filter: sides.new.filter.clone(),
            comparison,
        }
    }

    /// What is stated of a model that moved: by the new list, where that has
    /// it, else by the old one.
    #[must_use]
    pub fn stated(&self, mover: &Mover) -> Option<&Stated> {
        let new = mover.new.and_then(|at| self.new.model(at));
        new.or_else(|| self.old.model(mover.old?))
    }
}
