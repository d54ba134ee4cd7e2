//! Which models other lists know, in the JSON contract.

use std::sync::Arc;

use serde::Serialize;

use crate::coverage::{Coverage, Covered, Query, Stated, Why, untold};
use crate::dataset::ListKind;
use crate::definition::{Bilingual, Period};
use crate::labels::Labels;
use crate::locale;

use super::contract::both;

#[derive(Serialize)]
pub(super) struct CoverageOut<'a> {
    /// The country, where the models of one are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    focus: Option<&'a str>,
    of: OfOut<'a>,
    period: Period,
    tables: Vec<TableOut<'a>>,
    models: Vec<CoveredOut<'a>>,
    /// The models of the period that any list knows.
    known: usize,
    counted: usize,
    /// How many for each reason, those without any left out.
    left_out: Vec<LeftOut>,
    columns: Vec<String>,
    /// The same of each column, counted ones first.
    counts: Vec<CountsOut>,
    /// The least and the most that may be large-scale.
    range: [usize; 2],
    /// Lists that would tell more and were not there.
    lacking: Vec<ListKind>,
    /// The reasons that cannot be told of all models without them.
    untold: Vec<Why>,
    /// Whether the lists are of more than one day.
    days_differ: bool,
    sentence: Bilingual,
}

#[derive(Serialize)]
struct OfOut<'a> {
    kind: &'static str,
    key: &'a str,
}

#[derive(Serialize)]
struct CountsOut {
    why: Option<Why>,
    counts: Vec<usize>,
    total: usize,
}

#[derive(Serialize)]
struct TableOut<'a> {
    id: ListKind,
    name: &'a str,
    records: u64,
    snapshot_date: Option<String>,
}

#[derive(Serialize)]
struct CoveredOut<'a> {
    name: &'a str,
    published: Option<String>,
    organizations: &'a [Arc<str>],
    tables: Vec<ListKind>,
    counted: bool,
    why: Option<Why>,
    /// The list, row and cell that decide.
    by: Option<ListKind>,
    file: &'a str,
    record: u32,
    column: &'a str,
    value: Option<ValueOut<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueOut<'a> {
    Number(f64),
    Text(&'a str),
}

#[derive(Serialize)]
struct LeftOut {
    why: Why,
    models: usize,
}

impl<'a> CoverageOut<'a> {
    pub fn of(coverage: &'a Coverage, labels: &Labels) -> Self {
        let (least, most) = coverage.range();
        let left_out = Why::ALL.into_iter().map(|why| LeftOut {
            why,
            models: coverage.left_out(why),
        });
        Self {
            focus: match &coverage.query {
                Query::Country(key) => Some(key),
                Query::Organization(_) | Query::Text(_) => None,
            },
            of: OfOut {
                kind: coverage.query.kind(),
                key: coverage.query.key(),
            },
            period: coverage.period,
            tables: coverage
                .lists
                .iter()
                .map(|list| TableOut {
                    id: list.kind,
                    name: &list.name,
                    records: list.records,
                    snapshot_date: list.snapshot_date.map(|date| date.to_string()),
                })
                .collect(),
            models: coverage
                .models
                .iter()
                .map(|model| covered(coverage, model))
                .collect(),
            known: coverage.of_period(),
            counted: coverage.counted(),
            left_out: left_out.filter(|own| own.models > 0).collect(),
            columns: coverage.period.spans().map(|own| own.to_string()).collect(),
            counts: coverage
                .counts()
                .into_iter()
                .map(|row| CountsOut {
                    why: row.why,
                    total: row.total(),
                    counts: row.cells,
                })
                .collect(),
            range: [least, most],
            lacking: coverage.lacking().collect(),
            untold: reasons_untold(coverage),
            days_differ: coverage.is_of_days(),
            sentence: both(|language| locale::coverage(coverage, labels, language)),
        }
    }
}

fn covered<'a>(coverage: &'a Coverage, model: &'a Covered) -> CoveredOut<'a> {
    let kind = |list: usize| coverage.lists.get(list).map(|list| list.kind);
    CoveredOut {
        name: &model.name,
        published: model.published.map(|date| date.to_string()),
        organizations: &model.organizations,
        tables: model.lists.iter().copied().filter_map(kind).collect(),
        counted: model.why.is_none(),
        why: model.why,
        by: kind(model.by),
        file: coverage.lists.get(model.by).map_or("", |list| &list.name),
        record: model.record,
        column: &model.cell.column,
        value: match &model.cell.stated {
            Stated::Nothing => None,
            Stated::Flop(flop) => Some(ValueOut::Number(*flop)),
            Stated::Text(text) => Some(ValueOut::Text(text)),
        },
    }
}

fn reasons_untold(coverage: &Coverage) -> Vec<Why> {
    let mut reasons: Vec<Why> = coverage.lacking().flat_map(untold).copied().collect();
    reasons.sort_unstable();
    reasons.dedup();
    reasons
}
