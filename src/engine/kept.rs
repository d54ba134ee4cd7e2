//! A dataset under a definition, kept for questions.
//!
//! Long because what answers each question of one list is a line or two here.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::{Census, Suggestions};
use crate::comparison::PackedLists;
use crate::coverage::Row;
use crate::dataset::{Columns, Dataset, Decoders, Encoding, Options, PartialDate, Reading};
use crate::definition::{Countries, Definition, Period};
use crate::dimension::{Conditions, dimension};
use crate::evidence::{Evidence, Meant, Witness, counted, evidence, model, values};
use crate::explore::{Cross, Frontier, Statistics, cross, frontier, statistics};
use crate::labels::Labels;
use crate::report::{Findings, Report, meant};
use crate::sensitivity::{Sensitivity, sensitivity};
use crate::vocabulary::{Term, vocabulary};

use crate::verification::{Published, Verification, verify};

use super::joined::Joined;

/// What of the data is looked at; the definition says the rest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// `None`: the definition's period, lengthened to the last year that the
    /// data covers whole.
    pub period: Option<Period>,
    /// Which of the counted models.
    pub filter: Conditions,
}

/// What would be shown next.
#[derive(Debug)]
pub(super) struct Offered {
    /// The list, where it is not the kept one.
    pub dataset: Option<Arc<Dataset>>,
    /// The other lists that came with it.
    pub with: Vec<Arc<Dataset>>,
    pub definition: Arc<Definition>,
    pub view: View,
    pub findings: Findings,
}

/// A dataset under a definition, kept for questions.
#[derive(Debug)]
pub struct Engine {
    pub(super) view: View,
    pub(super) definition: Arc<Definition>,
    pub(super) labels: Arc<Labels>,
    pub(super) countries: Countries,
    suggestions: Suggestions,
    pub(super) dataset: Option<Arc<Dataset>>,
    /// Lists of other days, to compare with, and of other models.
    pub(super) packed: Vec<(PackedLists, Options)>,
    /// Other lists that were read, by their names.
    pub(super) beside: Vec<Arc<Dataset>>,
    /// The other lists that came with the dataset, as tables of one archive.
    pub(super) with: Vec<Arc<Dataset>>,
    pub(super) latest: Option<Findings>,
    /// A list that was read and is not shown yet.
    pub(super) aside: Option<Arc<Dataset>>,
    /// The lists that were joined last.
    pub(super) joined: Option<Joined>,
    /// The other lists that came with that.
    pub(super) aside_with: Vec<Arc<Dataset>>,
    /// What would be shown next.
    pub(super) offered: Option<Offered>,
}

impl Engine {
    /// Begins without any data.
    #[must_use]
    pub fn new(definition: Arc<Definition>, labels: Labels) -> Self {
        Self {
            view: View::default(),
            definition,
            labels: Arc::new(labels),
            countries: Countries::default(),
            suggestions: Suggestions::default(),
            dataset: None,
            packed: Vec::new(),
            beside: Vec::new(),
            with: Vec::new(),
            latest: None,
            aside: None,
            joined: None,
            aside_with: Vec::new(),
            offered: None,
        }
    }

    /// How a file is to be read for this definition.
    #[must_use]
    pub fn options(&self, today: Option<PartialDate>, decoders: Decoders) -> Options {
        self.options_by(&self.definition, today, decoders)
    }

    /// The same for a definition that is not counted by yet.
    #[must_use]
    pub fn options_by(
        &self,
        definition: &Definition,
        today: Option<PartialDate>,
        decoders: Decoders,
    ) -> Options {
        let names = definition.organizations.keys();
        let columns = definition.columns.iter();
        Options {
            today,
            columns: Columns::new(columns.map(|(header, field)| (&**header, *field))),
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
        self.with.clear();
        self.joined = None;
    }

    /// What is kept.
    #[must_use]
    pub fn dataset(&self) -> Option<&Dataset> {
        self.dataset.as_deref()
    }

    /// Says what the fingerprint of the kept file is.
    pub fn set_sha256(&mut self, sha256: &str) {
        // Nobody else may hold the list that is changed.
        self.joined = None;
        if let Some(dataset) = self.dataset.as_mut().and_then(Arc::get_mut) {
            dataset.source.sha256 = Some(sha256.to_owned());
        }
        if let Some(findings) = &mut self.latest {
            findings.source.sha256 = Some(sha256.to_owned());
        }
    }

    /// What is counted by.
    #[must_use]
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// The names of values.
    #[must_use]
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    /// Counts by another definition from now on. Suggestions for unknown values
    /// are made anew.
    pub fn define(&mut self, definition: Arc<Definition>) {
        if self.definition != definition {
            self.suggestions = Suggestions::default();
        }
        self.definition = definition;
    }

    /// Looks at the data another way from now on.
    pub fn look(&mut self, view: View) {
        self.view = view;
    }

    /// The way that the data is looked at.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The census behind all answers; `None` before any data is kept.
    fn census(&self) -> Option<Census> {
        let dataset = Arc::clone(self.dataset.as_ref()?);
        Some(self.census_by(dataset, Arc::clone(&self.definition)))
    }

    fn census_by(&self, dataset: Arc<Dataset>, definition: Arc<Definition>) -> Census {
        self.filtered(self.unfiltered(dataset, definition), &self.view.filter)
    }

    /// A census looked at through a filter, whose conditions may say names for
    /// keys.
    pub(super) fn filtered(&self, census: Census, filter: &Conditions) -> Census {
        let filter = meant(&census, &self.labels, filter);
        census.filtered(&filter)
    }

    pub(super) fn unfiltered(&self, dataset: Arc<Dataset>, definition: Arc<Definition>) -> Census {
        let period = self.view.period;
        let period = period.unwrap_or_else(|| definition.period.covered(&dataset));
        Census::take_over(dataset, definition, &self.countries, period)
    }

    /// Computes everything. `None` before any data is kept.
    pub fn findings(&mut self) -> Option<Findings> {
        let dataset = Arc::clone(self.dataset.as_ref()?);
        let (definition, view) = (Arc::clone(&self.definition), self.view.clone());
        let findings = self.findings_of(dataset, definition, &view);
        self.latest = Some(findings.clone());
        Some(findings)
    }

    pub(super) fn findings_of(
        &mut self,
        dataset: Arc<Dataset>,
        definition: Arc<Definition>,
        view: &View,
    ) -> Findings {
        let suggests_as_before = definition == self.definition;
        let period = view.period;
        let period = period.unwrap_or_else(|| definition.period.covered(&dataset));
        let census = Census::take_over(dataset, Arc::clone(&definition), &self.countries, period);
        let census = self.filtered(census, &view.filter);
        let mut findings = Findings::of(&census, &self.labels, &census.filter);
        let mut anew = Suggestions::default();
        let suggestions = if suggests_as_before {
            &mut self.suggestions
        } else {
            &mut anew
        };
        suggestions.fill(&mut findings.problems, &definition, &self.countries);
        findings
    }

    /// What the same view would show by another definition.
    #[must_use]
    pub fn preview(&self, definition: Arc<Definition>) -> Option<Findings> {
        let dataset = Arc::clone(self.dataset.as_ref()?);
        let census = self.census_by(dataset, definition);
        Some(Findings::of(&census, &self.labels, &census.filter))
    }

    /// The models behind a number.
    #[must_use]
    pub fn evidence(&self, meant: &Meant) -> Option<Evidence> {
        let dataset = Arc::clone(self.dataset.as_ref()?);
        let definition = meant.under.made_in(&self.definition);
        Some(evidence(&self.census_by(dataset, definition), meant))
    }

    /// All counted models with why each is counted as what.
    #[must_use]
    pub fn counted(&self) -> Option<Evidence> {
        let dataset = Arc::clone(self.dataset.as_ref()?);
        let definition = Arc::clone(&self.definition);
        Some(counted(&self.census_by(dataset, definition)))
    }

    /// The values of a dimension to choose from, whatever the filter.
    #[must_use]
    pub fn values(&self, dimension: &str) -> Option<Vec<(String, usize)>> {
        let dataset = Arc::clone(self.dataset.as_ref()?);
        let definition = Arc::clone(&self.definition);
        let census = self.unfiltered(dataset, definition);
        Some(values(&census, dimension))
    }

    /// The values of a dimension as exported, and what they count as.
    #[must_use]
    pub fn vocabulary(&self, dimension: &str) -> Option<Vec<Term>> {
        Some(vocabulary(&self.census()?, &self.countries, dimension))
    }

    /// One dimension by another; `None` for what is no dimension or what the
    /// export cannot support.
    #[must_use]
    pub fn cross(&self, rows: &str, columns: &str) -> Option<Cross> {
        cross(
            &self.census()?,
            &self.labels,
            dimension(rows)?,
            dimension(columns)?,
        )
    }

    /// Medians and maxima by a dimension.
    #[must_use]
    pub fn statistics(&self, by: &str) -> Option<Statistics> {
        statistics(&self.census()?, &self.labels, dimension(by)?)
    }

    /// The frontier of training compute.
    #[must_use]
    pub fn frontier(&self) -> Option<Frontier> {
        Some(frontier(&self.census()?))
    }

    /// A row under every defensible choice, as the data is looked at; `None`
    /// for what is no dimension.
    #[must_use]
    pub fn sensitivity(&self, id: &str, key: &str) -> Option<Sensitivity> {
        let dataset = self.dataset.as_ref()?;
        let look = |definition| self.census_by(Arc::clone(dataset), definition);
        let dimension = dimension(id)?;
        Some(sensitivity(
            dataset,
            &self.definition,
            &look,
            dimension,
            key,
        ))
    }

    /// Published figures beside the computed ones, in their own period,
    /// whatever the view.
    #[must_use]
    pub fn verify(&self, published: &Published) -> Option<Verification> {
        let dataset = Arc::clone(self.dataset.as_ref()?);
        let definition = Arc::clone(&self.definition);
        let census = Census::take_over(dataset, definition, &self.countries, published.period);
        Some(verify(&census, &self.labels, published))
    }

    /// The model of a record, with every cell it is counted in.
    #[must_use]
    pub fn model(&self, record: u32) -> Option<Witness> {
        model(&self.census()?, record)
    }

    /// Begins to read the kept file, or a table that came with it, again for all
    /// that it says of one record. What is kept of a file is what counts; the
    /// rest is read on request.
    #[must_use]
    pub fn look_again(&self, row: Row, mut options: Options) -> Option<Reading> {
        let list = match usize::try_from(row.list).ok()?.checked_sub(1) {
            None => self.dataset.as_ref()?,
            Some(at) => self.with.get(at)?,
        };
        options.encoding = Encoding::from_label(&list.source.encoding);
        Some(Reading::look(&list.source.name, &options, row.record))
    }

    /// The findings that were computed last, with what is needed to show them.
    #[must_use]
    pub fn latest(&self) -> Option<Report> {
        Some(self.report_of(self.latest.clone()?))
    }

    fn report_of(&self, findings: Findings) -> Report {
        Report {
            findings,
            definition: Arc::clone(&self.definition),
            labels: Arc::clone(&self.labels),
        }
    }

    /// [`Self::findings`] with what is needed to show them.
    pub fn report(&mut self) -> Option<Report> {
        let findings = self.findings()?;
        Some(self.report_of(findings))
    }
}
