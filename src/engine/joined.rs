//! Lists joined model by model: that takes longer than asking them, and many
//! questions are asked of the same ones.

use std::sync::Arc;

use crate::coverage::Known;
use crate::dataset::Dataset;
use crate::definition::Definition;

/// Lists, joined by a definition.
#[derive(Debug)]
pub(super) struct Joined {
    lists: Vec<Arc<Dataset>>,
    definition: Arc<Definition>,
    known: Known,
}

impl Joined {
    pub fn of(lists: Vec<Arc<Dataset>>, definition: Arc<Definition>) -> Self {
        Self {
            known: Known::of(&lists, &definition),
            lists,
            definition,
        }
    }

    /// The models of all of them.
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// Whether these lists were joined by this definition.
    pub fn is_of(&self, lists: &[Arc<Dataset>], definition: &Arc<Definition>) -> bool {
        let own = self.lists.iter().map(Arc::as_ptr);
        Arc::ptr_eq(&self.definition, definition) && own.eq(lists.iter().map(Arc::as_ptr))
    }
}
