//! The contract of a history, described in docs/json.md and
//! docs/history.schema.json.

use serde::Serialize;

use crate::breakdown::BREAKDOWNS;
use crate::comparison::History;
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
    })
}
