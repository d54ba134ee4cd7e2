//! Keeps what was read, and answers from it.
//!
//! In: a definition, names, a [`Dataset`]. Out: [`Findings`] for any period,
//! without reading again. The command line, the page's worker and, where no
//! worker can start, the page itself all ask here, so that their numbers
//! cannot differ.

use std::sync::Arc;

use crate::census::{Census, Suggestions, period_covered};
use crate::dataset::{Dataset, Decoders, Options, PartialDate};
use crate::definition::{Countries, Definition, Period};
use crate::locale::Labels;
use crate::report::{Findings, Report};

/// A dataset under a definition, kept for questions.
#[derive(Debug)]
pub struct Engine {
    definition: Arc<Definition>,
    labels: Arc<Labels>,
    countries: Countries,
    suggestions: Suggestions,
    dataset: Option<Arc<Dataset>>,
}

impl Engine {
    /// Begins without any data.
    #[must_use]
    pub fn new(definition: Arc<Definition>, labels: Labels) -> Self {
        Self {
            definition,
            labels: Arc::new(labels),
            countries: Countries::default(),
            suggestions: Suggestions::default(),
            dataset: None,
        }
    }

    /// How a file is to be read for this definition.
    #[must_use]
    pub fn options(&self, today: Option<PartialDate>, decoders: Decoders) -> Options {
        let names = self.definition.organizations.keys();
        Options {
            today,
            whole_names: names.filter(|name| name.contains(',')).cloned().collect(),
            ..Options::new(decoders)
        }
    }

    /// Names the countries that the definition does not know.
    pub fn know(&mut self, countries: Countries) {
        let labels = Labels::clone(&self.labels).with_countries(countries.clone());
        self.labels = Arc::new(labels);
        self.countries = countries;
        self.suggestions = Suggestions::default();
    }

    /// Keeps a dataset, and nothing of the one before.
    pub fn keep(&mut self, dataset: Dataset) {
        self.dataset = Some(Arc::new(dataset));
    }

    /// What is kept.
    #[must_use]
    pub fn dataset(&self) -> Option<&Dataset> {
        self.dataset.as_deref()
    }

    /// Says what the fingerprint of the kept file is.
    pub fn set_sha256(&mut self, sha256: &str) {
        if let Some(dataset) = self.dataset.as_mut().and_then(Arc::get_mut) {
            dataset.source.sha256 = Some(sha256.to_owned());
        }
    }

    /// Computes everything over a period; without one, over the definition's,
    /// lengthened to the last year that the data covers whole. `None` before
    /// any data is kept.
    pub fn findings(&mut self, period: Option<Period>) -> Option<Findings> {
        let dataset = Arc::clone(self.dataset.as_ref()?);
        let period = period.unwrap_or_else(|| period_covered(&dataset, &self.definition));
        let definition = Arc::clone(&self.definition);
        let census = Census::take_over(dataset, definition, &self.countries, period);
        let mut findings = Findings::of(&census, &self.labels);
        self.suggestions
            .fill(&mut findings.problems, &self.definition, &self.countries);
        Some(findings)
    }

    /// [`Self::findings`] with what is needed to show them.
    pub fn report(&mut self, period: Option<Period>) -> Option<Report> {
        Some(Report {
            findings: self.findings(period)?,
            definition: Arc::clone(&self.definition),
            labels: Arc::clone(&self.labels),
        })
    }
}
