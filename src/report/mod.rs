//! Everything computed from one census: what page, files and programs show.
//!
//! In: a [`Census`] and [`Labels`]. Out: a [`Report`].

mod focus;
mod meant;
mod missing;
mod problems;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::breakdown::{BREAKDOWNS, Breakdown, Growth, Table};
use crate::census::{Census, RowAccount};
use crate::dataset::{Code, Field, Problem, Severity, Source};
use crate::definition::{Definition, Period, Span, Wholeness};
use crate::dimension::Conditions;
use crate::labels::Labels;
use crate::list::{ListId, ModelList};

pub use focus::Focus;
pub use meant::meant;

/// What was computed from a census, without its models: small enough to be
/// handed from a worker to the page whatever the size of the export.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// Where the data comes from.
    pub source: Source,
    /// The facts that the export has columns for, with the header of each.
    pub columns: Vec<(Field, String)>,
    /// The period that is counted.
    pub period: Period,
    /// Which of the counted models are looked at.
    pub filter: Conditions,
    /// Where every record went.
    pub rows: RowAccount,
    /// What was wrong with the file, and what the definition does not know.
    pub problems: Vec<Problem>,
    /// One for each of [`BREAKDOWNS`]; `None` where the export lacks a column.
    tables: Vec<Option<Table>>,
    /// One for each of [`ListId::ALL`]; `None` where the export lacks a column.
    lists: Vec<Option<ModelList>>,
    /// Growth of the counted models.
    pub growth: Option<Growth>,
    /// The year whose largest models are listed.
    pub top_models_year: i16,
    /// The focus country's models by other dimensions; `None` where the export
    /// has no countries.
    pub focus: Option<Focus>,
}

/// Findings, the definition they come from, and the names to show them with.
#[derive(Clone, Debug)]
pub struct Report {
    /// What was computed.
    pub findings: Findings,
    /// The definition.
    pub definition: Arc<Definition>,
    /// The names of values.
    pub labels: Arc<Labels>,
}

/// Where the focus country stands among the countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FocusRank {
    /// Its competition rank by models over the period.
    pub rank: usize,
    /// Whether another country has the same.
    pub tied: bool,
    /// Its models.
    pub models: usize,
    /// How many countries have any model.
    pub countries: usize,
}

impl Findings {
    /// The table of a breakdown, where the export supports it.
    #[must_use]
    pub fn table(&self, id: &str) -> Option<&Table> {
        BREAKDOWNS
            .iter()
            .zip(&self.tables)
            .find(|(breakdown, _)| breakdown.id == id)
            .and_then(|(_, table)| table.as_ref())
    }

    /// A list, where the export supports it.
    #[must_use]
    pub fn list(&self, list: ListId) -> Option<&ModelList> {
        let at = ListId::ALL.iter().position(|own| *own == list)?;
        self.lists.get(at)?.as_ref()
    }

    /// Computes everything. `labels` only break ties between rows.
    #[must_use]
    pub fn of(census: &Census, labels: &Labels, filter: &Conditions) -> Self {
        let tables: Vec<Option<Table>> = BREAKDOWNS
            .iter()
            .map(|breakdown| Some(breakdown.count(census)?.ordered(breakdown, labels)))
            .collect();
        let growth = BREAKDOWNS
            .iter()
            .zip(&tables)
            .find(|(breakdown, _)| breakdown.id == "year")
            .and_then(|(_, table)| table.as_ref()?.growth(census));
        Self {
            source: census.dataset.source.clone(),
            columns: census.dataset.columns.clone(),
            period: census.period,
            filter: filter.clone(),
            rows: census.rows,
            problems: problems::problems(census, labels, filter),
            tables,
            lists: ListId::ALL.map(|list| list.of(census)).into(),
            growth,
            top_models_year: census.top_models_year(),
            focus: Focus::of(census),
        }
    }
}

impl Report {
    /// Computes everything.
    #[must_use]
    pub fn compute(census: &Census, labels: Arc<Labels>) -> Self {
        Self {
            findings: Findings::of(census, &labels, &Conditions::default()),
            definition: Arc::clone(&census.definition),
            labels,
        }
    }

    /// Every breakdown with its table, where the export supports it.
    pub fn tables(&self) -> impl Iterator<Item = (&'static Breakdown, Option<&Table>)> {
        let tables = self.findings.tables.iter().map(Option::as_ref);
        BREAKDOWNS.iter().copied().zip(tables)
    }

    /// A list, where the export supports it.
    #[must_use]
    pub fn list(&self, list: ListId) -> Option<&ModelList> {
        self.findings.list(list)
    }

    /// The columns that the export lacks for a breakdown.
    #[must_use]
    pub fn missing(&self, breakdown: &Breakdown) -> Option<&'static [Field]> {
        breakdown.missing(&self.findings.columns, &self.definition)
    }

    /// The columns that the export lacks for a list.
    #[must_use]
    pub fn missing_list(&self, list: ListId) -> Option<&'static [Field]> {
        list.missing(&self.findings.columns, &self.definition)
    }

    /// How many warnings concern what is counted, and how many values of counted
    /// models the definition does not know.
    #[must_use]
    pub fn to_look_at(&self) -> (usize, u64) {
        let problems = &self.findings.problems;
        let counted = || problems.iter().filter(|own| !own.uncounted);
        let warnings = counted().filter(|own| own.severity() == Severity::Warning);
        let unknown = counted().filter(|own| own.code.is_unmapped());
        let unknown = unknown.map(|own| own.values().max(1)).sum();
        (warnings.count(), unknown)
    }

    /// The headers of the columns that the export lacks and the report uses.
    #[must_use]
    pub fn missing_columns(&self) -> Vec<&str> {
        let is_missing = |code| {
            matches!(
                code,
                Code::MissingColumn | Code::ColumnReplaced | Code::MissingAttribute
            )
        };
        self.findings
            .problems
            .iter()
            .filter(|problem| is_missing(problem.code))
            .map(|problem| &*problem.column)
            .collect()
    }

    /// The table of a breakdown, where the export supports it.
    #[must_use]
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.findings.table(id)
    }

    /// How many models a row of a breakdown holds, and as what share.
    #[must_use]
    pub fn share_of(&self, id: &str, key: &str) -> Option<(usize, f64)> {
        let table = self.table(id)?;
        let count = table.row(key).map_or(0, |row| row.total.models);
        Some((count, table.share(count)?))
    }

    /// Growth over the column before, where the data cover both whole: of a
    /// part of a year nothing is said against a whole one.
    #[must_use]
    pub fn year_on_year(&self) -> Vec<Option<f64>> {
        let source = &self.findings.source;
        let is_whole = |span: Span| span.wholeness(source) == Wholeness::Whole;
        let rates = self.findings.growth.iter();
        let rates = rates.flat_map(|growth| &growth.year_on_year);
        let columns = self.findings.period.spans();
        // The column before one that is whole is so too.
        let rates = rates.zip(columns);
        rates
            .map(|(rate, span)| rate.filter(|_| is_whole(span)))
            .collect()
    }

    /// Where the focus country stands among the countries.
    #[must_use]
    pub fn focus_rank(&self) -> Option<FocusRank> {
        let table = self.table("country")?;
        let focus = &*self.definition.focus_country;
        let ranks = table.ranks();
        let at = table.rows.iter().position(|row| row.key == focus)?;
        let rank = *ranks.get(at)?;
        Some(FocusRank {
            rank,
            tied: ranks.iter().filter(|other| **other == rank).count() > 1,
            models: table.rows.get(at)?.total.models,
            countries: table.rows.len(),
        })
    }
}
