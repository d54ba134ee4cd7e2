//! The contract of a history, described in docs/json.md and
//! docs/history.schema.json.

use serde::Serialize;

use crate::breakdown::BREAKDOWNS;
use crate::comparison::{Completeness, History, completeness, hindcasts};
use crate::definition::{Bilingual, Definition};
use crate::dimension::Conditions;
use crate::labels::Labels;

use super::contract::{Attribution, CountedBy, both, four_decimals, written};

/// The name and version of the contract.
pub const HISTORY_SCHEMA: &str = "model-census-history/1";

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    definition: CountedBy<'a>,
    snapshots: Vec<SnapshotOut<'a>>,
    breakdown: &'a str,
    rows: Vec<RowOut<'a>>,
    #[serde(skip_serializing_if = "Conditions::is_empty")]
    filter: &'a Conditions,
    attribution: Attribution,
    /// Only of years.
    #[serde(skip_serializing_if = "Option::is_none")]
    completeness: Option<CompletenessOut>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hindcasts: Vec<HindcastOut>,
}

#[derive(Serialize)]
struct CompletenessOut {
    year: String,
    age_months: f64,
    models: usize,
    cases: Vec<CaseOut>,
    estimate: Option<EstimateOut>,
}

#[derive(Serialize)]
struct CaseOut {
    year: String,
    then: f64,
    now: usize,
    age_months: f64,
    factor: f64,
}

#[derive(Serialize)]
struct EstimateOut {
    age_months: f64,
    models: f64,
    low: f64,
    high: f64,
    years: usize,
}

#[derive(Serialize)]
struct HindcastOut {
    snapshot_date: String,
    said: CompletenessOut,
    came: usize,
}

impl CompletenessOut {
    fn of(own: &Completeness) -> Self {
        let cases = own.cases.iter().map(|case| CaseOut {
            year: case.year.to_string(),
            then: four_decimals(case.then),
            now: case.now,
            age_months: four_decimals(case.age),
            factor: four_decimals(case.factor()),
        });
        let estimate = own.estimate.as_ref().map(|estimate| EstimateOut {
            age_months: four_decimals(estimate.age),
            models: four_decimals(estimate.models),
            low: four_decimals(estimate.low),
            high: four_decimals(estimate.high),
            years: estimate.years,
        });
        Self {
            year: own.year.to_string(),
            age_months: four_decimals(own.age),
            models: own.models,
            cases: cases.collect(),
            estimate,
        }
    }
}

#[derive(Serialize)]
struct SnapshotOut<'a> {
    name: &'a str,
    snapshot_date: Option<String>,
    records: u64,
}

#[derive(Serialize)]
struct RowOut<'a> {
    key: &'a str,
    counts: &'a [Option<usize>],
    label: Bilingual,
    revisions: Vec<Option<i64>>,
    mean_revision: Option<f64>,
    mean_absolute_revision: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ranks: Option<&'a [Option<usize>]>,
}

/// How the list grew, as a JSON document that ends in a line break.
#[must_use]
pub fn history_json(history: &History, definition: &Definition, labels: &Labels) -> String {
    let breakdown = BREAKDOWNS.iter().find(|own| own.id == history.breakdown);
    let dimension = breakdown.map_or("year", |own| own.dimension.labels);
    let rows = history.rows.iter().map(|row| RowOut {
        key: &row.key,
        counts: &row.counts,
        label: both(|language| labels.name(dimension, &row.key, language).to_owned()),
        revisions: row.revisions(),
        mean_revision: row.mean_revision().map(four_decimals),
        mean_absolute_revision: row.mean_absolute_revision().map(four_decimals),
        ranks: (!row.ranks.is_empty()).then_some(&row.ranks),
    });
    let snapshots = history.snapshots.iter().map(|snapshot| SnapshotOut {
        name: &snapshot.name,
        snapshot_date: snapshot.date.map(|date| date.to_string()),
        records: snapshot.records,
    });
    let is_of_years = history.breakdown == "year";
    let known = is_of_years.then(|| completeness(history)).flatten();
    let hindcasts = if is_of_years {
        hindcasts(history)
    } else {
        Vec::new()
    };
    let hindcasts = hindcasts.iter().map(|own| HindcastOut {
        snapshot_date: own.day.to_string(),
        said: CompletenessOut::of(&own.said),
        came: own.came,
    });
    written(&Document {
        schema: HISTORY_SCHEMA,
        definition: CountedBy {
            id: &definition.id,
            sha256: &definition.sha256(),
        },
        snapshots: snapshots.collect(),
        breakdown: &history.breakdown,
        rows: rows.collect(),
        filter: &history.filter,
        attribution: Attribution::told(),
        completeness: known.as_ref().map(CompletenessOut::of),
        hindcasts: hindcasts.collect(),
    })
}
