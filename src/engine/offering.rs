//! What is asked for and not shown yet stands beside what is shown: an answer
//! that comes too late changes nothing.
//!
//! In: a list that was read, a definition, a view. Out: findings, and once they
//! are taken the engine that answers by them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::dataset::Dataset;
use crate::definition::Definition;
use crate::report::Findings;

use super::ask::Ask;
use super::kept::{Engine, Offered, View};

/// Everything of a list by a definition, looked at one way, as it would be shown
/// next; all other questions are answered by what is shown until it is taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Whether the list is the one that was set aside.
    pub anew: bool,
    /// The definition, as JSON; the one that is counted by where there is none.
    pub definition: Option<String>,
    /// How the data is looked at.
    pub view: View,
}

impl Ask for Offer {
    type Answer = Findings;

    fn answer(self, engine: &mut Engine) -> Option<Findings> {
        let definition = match &self.definition {
            Some(json) => Arc::new(Definition::parse(json).ok()?),
            None => Arc::clone(&engine.definition),
        };
        engine.offer(self.anew, definition, self.view)
    }
}

impl Engine {
    /// Sets a list aside that was read, in place of any other.
    pub fn set_aside(&mut self, dataset: Dataset) {
        self.aside = Some(Arc::new(dataset));
        self.aside_with.clear();
    }

    /// Gives the list away that is set aside.
    pub fn give_up_aside(&mut self) -> Option<Dataset> {
        self.offered = None;
        Arc::into_inner(self.aside.take()?)
    }

    /// Forgets what is set aside and offered; what is shown stays.
    pub fn forget_offered(&mut self) {
        (self.aside, self.offered) = (None, None);
        self.aside_with.clear();
    }

    /// Computes what would be shown next, of the list set aside or of the kept
    /// one. `None` where there is no such list.
    pub fn offer(
        &mut self,
        anew: bool,
        definition: Arc<Definition>,
        view: View,
    ) -> Option<Findings> {
        self.offered = None;
        let aside = self.aside.clone().filter(|_| anew);
        let dataset = if anew {
            aside.as_ref()
        } else {
            self.dataset.as_ref()
        };
        let dataset = Arc::clone(dataset?);
        let findings = self.findings_of(dataset, Arc::clone(&definition), &view);
        let with = match aside {
            Some(_) => self.aside_with.clone(),
            None => Vec::new(),
        };
        self.offered = Some(Offered {
            dataset: aside,
            with,
            definition,
            view,
            findings: findings.clone(),
        });
        Some(findings)
    }

    /// Shows what was offered last; whether there was anything.
    pub fn take(&mut self) -> bool {
        let Some(offered) = self.offered.take() else {
            return false;
        };
        if let Some(dataset) = offered.dataset {
            self.dataset = Some(dataset);
            self.with = offered.with;
            self.joined = None;
            self.aside = None;
            self.aside_with.clear();
        }
        self.define(offered.definition);
        self.look(offered.view);
        self.latest = Some(offered.findings);
        true
    }
}
