//! Which models of two lists are the same.
//!
//! In: two datasets, the groups of their organisations, and what a reader said
//! of single models. Out: [`Matching`]: pairs, each with how it was told, and
//! what only one list has.
//! Leaves out: what follows for any number.
//!
//! The order of rows plays no part: where two pairs are equally good, what the
//! models are called decides.

use crate::dataset::Dataset;
use crate::definition::Definition;

use super::known::{Groups, known};
use super::matched::{Match, Matching};
use super::open::{Apart, Open};

impl Matching {
    /// Matches two lists; both definitions say which organisations are one
    /// group.
    #[must_use]
    pub fn of(old: &Dataset, new: &Dataset, definition: &Definition) -> Self {
        matched(old, new, definition).close(old, new, definition)
    }

    /// The pairs alone, without what is said of models that only one list has.
    #[must_use]
    pub fn pairs_of(old: &Dataset, new: &Dataset, definition: &Definition) -> Vec<Match> {
        matched(old, new, definition).pairs
    }
}

fn matched<'a>(old: &'a Dataset, new: &'a Dataset, definition: &Definition) -> Open<'a> {
    let mut open = Open {
        old: known(old),
        new: known(new),
        pairs: Vec::new(),
    };
    let (apart, joined): (Vec<_>, Vec<_>) =
        definition.same_models.iter().partition(|said| said.apart);
    open.join(&joined);
    open.equal();
    open.take_apart(&mut Groups::of(definition));
    let apart = Apart::of(&apart);
    open.same_name(&apart);
    open.renamed(&apart);
    open
}
