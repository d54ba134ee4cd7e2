//! Which models other lists know, in the JSON contract.

use std::sync::Arc;

use serde::Serialize;

use crate::coverage::{Coverage, Covered, Why};
use crate::dataset::ListKind;
use crate::definition::Bilingual;
use crate::locale;
use crate::report::Report;

use super::contract::both;

#[derive(Serialize)]
pub(super) struct CoverageOut<'a> {
    focus: &'a str,
    tables: Vec<TableOut<'a>>,
    models: Vec<CoveredOut<'a>>,
    /// The models of the period that any list knows.
    known: usize,
    counted: usize,
    /// How many for each reason, those without any left out.
    left_out: Vec<LeftOut>,
    /// The least and the most that may be large-scale.
    range: [usize; 2],
    /// Lists that would tell more and were not there.
    lacking: Vec<ListKind>,
    sentence: Bilingual,
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
    /// The list and row that decide.
    by: Option<ListKind>,
    record: u32,
}

#[derive(Serialize)]
struct LeftOut {
    why: Why,
    models: usize,
}

impl<'a> CoverageOut<'a> {
    pub fn of(coverage: &'a Coverage, report: &Report) -> Self {
        let (least, most) = coverage.range();
        let left_out = Why::ALL.into_iter().map(|why| LeftOut {
            why,
            models: coverage.left_out(why),
        });
        Self {
            focus: &coverage.country,
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
            range: [least, most],
            lacking: coverage.lacking().collect(),
            sentence: both(|language| locale::coverage(coverage, report, language)),
        }
    }
}

fn covered<'a>(coverage: &Coverage, model: &'a Covered) -> CoveredOut<'a> {
    let kind = |list: usize| coverage.lists.get(list).map(|list| list.kind);
    CoveredOut {
        name: &model.name,
        published: model.published.map(|date| date.to_string()),
        organizations: &model.organizations,
        tables: model.lists.iter().copied().filter_map(kind).collect(),
        counted: model.why.is_none(),
        why: model.why,
        by: kind(model.by),
        record: model.record,
    }
}
