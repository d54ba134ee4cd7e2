//! The contract of a comparison, described in docs/json.md and
//! docs/comparison.schema.json.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::breakdown::{BREAKDOWNS, Breakdown};
use crate::comparison::{
    Certainty, ComparedRow, ComparedTable, Explained, Ground, How, Match, Mover, Share, Side,
};
use crate::definition::{Bilingual, Period};
use crate::dimension::Conditions;
use crate::labels::Labels;

use super::contract::{Attribution, CountedBy, List, both, written};

/// The name and version of the contract.
pub const COMPARISON_SCHEMA: &str = "model-census-comparison/1";

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    old: List<'a>,
    new: List<'a>,
    definition: CountedBy<'a>,
    period: Period,
    models: Models,
    breakdowns: Vec<BreakdownOut<'a>>,
    matches: Vec<MatchOut<'a>>,
    /// Only where the old side is counted by another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    old_definition: Option<CountedBy<'a>>,
    #[serde(skip_serializing_if = "Conditions::is_empty")]
    filter: &'a Conditions,
    attribution: Attribution,
}

/// All counted models.
#[derive(Default, Serialize)]
struct Models {
    old: usize,
    new: usize,
    change: i64,
    causes: BTreeMap<&'static str, i64>,
}

#[derive(Serialize)]
struct BreakdownOut<'a> {
    id: &'a str,
    columns: Vec<String>,
    rows: Vec<RowOut<'a>>,
}

#[derive(Serialize)]
struct RowOut<'a> {
    key: &'a str,
    label: Bilingual,
    old: &'a [usize],
    new: &'a [usize],
    change: Vec<i64>,
    old_rank: Option<usize>,
    new_rank: Option<usize>,
    causes: Vec<CauseOut<'a>>,
}

#[derive(Serialize)]
struct CauseOut<'a> {
    cause: &'static str,
    change: &'a [i64],
    models: Vec<ModelOut<'a>>,
}

#[derive(Serialize)]
struct ModelOut<'a> {
    name: &'a str,
    column: &'a str,
    sign: i8,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

#[derive(Serialize)]
struct MatchOut<'a> {
    old: &'a str,
    new: &'a str,
    how: How,
    certainty: Certainty,
    why: &'a [Ground],
}

/// Why the numbers moved, as a JSON document that ends in a line break.
#[must_use]
pub fn comparison_json(explained: &Explained, labels: &Labels) -> String {
    let columns = columns(explained);
    let comparison = &explained.comparison;
    let tables = comparison.tables.iter().filter_map(|table| {
        let breakdown = BREAKDOWNS.iter().find(|own| own.id == table.id)?;
        Some(table_out(explained, labels, breakdown, table, &columns))
    });
    let matches = comparison.matching.pairs.iter();
    let old_definition = (explained.old.definition_sha256 != explained.new.definition_sha256)
        .then(|| counted_by(&explained.old));
    written(&Document {
        schema: COMPARISON_SCHEMA,
        old: List::of(&explained.old.source),
        new: List::of(&explained.new.source),
        definition: counted_by(&explained.new),
        period: explained.period,
        models: models(comparison.all()),
        breakdowns: tables.collect(),
        matches: matches
            .filter_map(|pair| match_out(explained, pair))
            .collect(),
        old_definition,
        filter: &explained.filter,
        attribution: Attribution::told(),
    })
}

fn counted_by(side: &Side) -> CountedBy<'_> {
    CountedBy {
        id: &side.definition,
        sha256: &side.definition_sha256,
    }
}

/// The spans, and `total` after them.
fn columns(explained: &Explained) -> Vec<String> {
    let spans = explained.comparison.columns.iter();
    let spans = spans.map(ToString::to_string);
    spans.chain(["total".to_owned()]).collect()
}

fn models(all: Option<&ComparedRow>) -> Models {
    let Some(row) = all else {
        return Models::default();
    };
    let total = |numbers: &[usize]| numbers.last().copied().unwrap_or(0);
    let causes = row.causes.iter().filter_map(|share| {
        let change = *share.change.last()?;
        (change != 0).then(|| (share.cause.id(), change))
    });
    Models {
        old: total(&row.old),
        new: total(&row.new),
        change: row.change().last().copied().unwrap_or(0),
        causes: causes.collect(),
    }
}

fn table_out<'a>(
    explained: &'a Explained,
    labels: &Labels,
    breakdown: &Breakdown,
    table: &'a ComparedTable,
    columns: &'a [String],
) -> BreakdownOut<'a> {
    let rows = table.rows.iter().map(|row| RowOut {
        key: &row.key,
        label: both(|language| {
            let dimension = breakdown.dimension.labels;
            labels.name(dimension, &row.key, language).to_owned()
        }),
        old: &row.old,
        new: &row.new,
        change: row.change(),
        old_rank: row.old_rank,
        new_rank: row.new_rank,
        causes: row
            .causes
            .iter()
            .map(|share| cause_out(explained, share, columns))
            .collect(),
    });
    BreakdownOut {
        id: &table.id,
        columns: columns.to_vec(),
        rows: rows.collect(),
    }
}

fn cause_out<'a>(
    explained: &'a Explained,
    share: &'a Share,
    columns: &'a [String],
) -> CauseOut<'a> {
    let models = share.movers.iter();
    CauseOut {
        cause: share.cause.id(),
        change: &share.change,
        models: models
            .filter_map(|mover| model_out(explained, mover, columns))
            .collect(),
    }
}

fn model_out<'a>(
    explained: &'a Explained,
    mover: &'a Mover,
    columns: &'a [String],
) -> Option<ModelOut<'a>> {
    Some(ModelOut {
        name: &explained.stated(mover)?.name,
        column: columns.get(mover.column)?,
        sign: if mover.came { 1 } else { -1 },
        before: mover.before.as_deref(),
        after: mover.after.as_deref(),
    })
}

fn match_out<'a>(explained: &'a Explained, pair: &'a Match) -> Option<MatchOut<'a>> {
    Some(MatchOut {
        old: &explained.old.model(pair.old)?.name,
        new: &explained.new.model(pair.new)?.name,
        how: pair.how,
        certainty: pair.certainty,
        why: &pair.why,
    })
}
