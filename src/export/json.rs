//! The JSON contract, described in docs/json.md and docs/json.schema.json.
//!
//! The same bytes for the same input: keys in the order of the fields below,
//! no clock, no hash order. Shares and rates are rounded to four decimals.
//!
//! Long because the whole contract stands here, in the order in which it is written.

use std::sync::Arc;

use serde::Serialize;

use crate::breakdown::{BREAKDOWNS, Breakdown, Cell, Growth, ShareOf, Table};
use crate::coverage::Coverage;
use crate::dataset::{self, Certainty, Code, ListKind, PartialDate, Problem, Severity, Why};
use crate::definition::{Bilingual, Period, Span, Wholeness};
use crate::dimension::Conditions;
use crate::document::About;
use crate::list::{Entry, ListId};
use crate::locale::{missing_columns, problem_message};
use crate::report::{Findings, Report};

use super::contract::{self, Attribution, both, four_decimals};
use super::coverage::CoverageOut;

/// The name and version of the contract.
pub const SCHEMA: &str = "model-census/1";

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    source: Source<'a>,
    definition: Definition<'a>,
    period: Period,
    rows: Rows,
    problems: Vec<ProblemOut<'a>>,
    models: u64,
    growth: Option<GrowthOut>,
    breakdowns: Vec<BreakdownOut>,
    unavailable: Vec<UnavailableOut>,
    lists: Vec<ListOut<'a>>,
    #[serde(skip_serializing_if = "Conditions::is_empty")]
    filter: &'a Conditions,
    attribution: Attribution,
    #[serde(skip_serializing_if = "str::is_empty")]
    written: &'a str,
    /// Only where other lists were read beside this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<CoverageOut<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    name: &'a str,
    sha256: Option<&'a str>,
    encoding: &'a str,
    records: u64,
    latest_publication: Option<String>,
    snapshot_date: Option<String>,
    list: ListKind,
    list_certainty: Certainty,
    list_why: &'a [Why],
}

#[derive(Serialize)]
struct Definition<'a> {
    id: &'a str,
    title: &'a Bilingual,
    sha256: String,
}

#[derive(Serialize)]
struct Rows {
    counted: u64,
    outside_period: u64,
    below_threshold: u64,
    unknown_compute_left_out: u64,
    undated: u64,
    duplicate: u64,
    unreadable: u64,
    /// Only where there is a filter.
    #[serde(skip_serializing_if = "Option::is_none")]
    filtered_out: Option<u64>,
    /// Only where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    derived: Option<u64>,
}

impl Rows {
    fn of(findings: &Findings) -> Self {
        let rows = findings.rows;
        Self {
            counted: rows.counted,
            outside_period: rows.outside_period,
            below_threshold: rows.below_threshold,
            unknown_compute_left_out: rows.unknown_compute_left_out,
            undated: rows.undated,
            duplicate: rows.duplicate,
            unreadable: rows.unreadable,
            filtered_out: (!findings.filter.is_empty()).then_some(rows.filtered_out),
            derived: (rows.derived > 0).then_some(rows.derived),
        }
    }
}

#[derive(Serialize)]
struct ProblemOut<'a> {
    severity: Severity,
    code: Code,
    record: Option<u32>,
    line: Option<u32>,
    column: &'a str,
    value: &'a str,
    message: Bilingual,
    count: u64,
    records: Vec<u32>,
    suggestion: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read_as: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<u64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    uncounted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    like: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    differing: &'a [String],
}

#[derive(Serialize)]
struct GrowthOut {
    cagr: Option<f64>,
    first: (String, usize),
    last: (String, usize),
    year_on_year: Vec<Option<f64>>,
}

#[derive(Serialize)]
struct BreakdownOut {
    id: &'static str,
    title: Bilingual,
    columns: Vec<String>,
    known: usize,
    of: usize,
    rows: Vec<RowOut>,
    share_of: &'static str,
    partial: Vec<String>,
    minimum: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_begun: Vec<String>,
}

#[derive(Serialize)]
struct RowOut {
    key: String,
    label: Bilingual,
    counts: Vec<usize>,
    shared: Vec<usize>,
    total: usize,
    total_shared: usize,
    share: Option<f64>,
    rank: usize,
}

#[derive(Serialize)]
struct UnavailableOut {
    id: &'static str,
    reason: Bilingual,
}

#[derive(Serialize)]
struct ListOut<'a> {
    id: &'static str,
    models: Vec<ModelOut<'a>>,
    of: usize,
}

#[derive(Serialize)]
struct ModelOut<'a> {
    name: &'a str,
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    may_lack: Option<&'static str>,
    organizations: &'a [Arc<str>],
    countries: &'a [Arc<str>],
    domains: &'a [Arc<str>],
    multimodal: bool,
    training_compute_flop: Option<f64>,
    tasks: &'a [Arc<str>],
    parameters: Option<f64>,
    dataset_size_datapoints: Option<f64>,
    training_hardware: &'a [Arc<str>],
    confidence: Option<&'a str>,
    accessibility: Option<&'a str>,
}

/// The report as a JSON document, ending in a line break.
#[must_use]
pub fn json(report: &Report) -> String {
    json_written(report, &About::default())
}

/// The same with the day of writing, for a file that someone keeps.
#[must_use]
pub fn json_written(report: &Report, written: &About) -> String {
    json_covered(report, written, None)
}

/// The same with what other lists know.
#[must_use]
pub fn json_covered(report: &Report, written: &About, coverage: Option<&Coverage>) -> String {
    let findings = &report.findings;
    let source = &findings.source;
    let document = Document {
        schema: SCHEMA,
        source: Source {
            name: &source.name,
            sha256: source.sha256.as_deref(),
            encoding: &source.encoding,
            records: source.records,
            latest_publication: source.latest_publication.map(|date| date.to_string()),
            snapshot_date: source.snapshot_date().map(|date| date.to_string()),
            list: source.list.kind,
            list_certainty: source.list.certainty,
            list_why: &source.list.why,
        },
        definition: Definition {
            id: &report.definition.id,
            title: &report.definition.title,
            sha256: report.definition.sha256(),
        },
        period: findings.period,
        rows: Rows::of(findings),
        problems: findings.problems.iter().map(problem_out).collect(),
        models: findings.rows.counted,
        growth: findings.growth.as_ref().map(growth_out),
        breakdowns: report
            .tables()
            .filter_map(|(breakdown, table)| Some(breakdown_out(report, breakdown, table?)))
            .collect(),
        unavailable: unavailable(report),
        lists: ListId::ALL
            .into_iter()
            .filter_map(|list| {
                let models = report.list(list)?;
                Some(ListOut {
                    id: list.id(),
                    models: models.entries.iter().map(model_out).collect(),
                    of: models.count,
                })
            })
            .collect(),
        filter: &findings.filter,
        attribution: Attribution::told(),
        written: &written.written,
        coverage: coverage.map(|coverage| CoverageOut::of(coverage, &report.labels)),
    };
    contract::written(&document)
}

fn problem_out(problem: &Problem) -> ProblemOut<'_> {
    ProblemOut {
        severity: problem.severity(),
        code: problem.code,
        record: problem.first().map(|place| place.record),
        line: problem.first().map(|place| place.line),
        column: &problem.column,
        value: &problem.value,
        message: both(|language| problem_message(problem, language)),
        count: problem.count,
        records: problem.places.iter().map(|place| place.record).collect(),
        suggestion: problem.suggestion.as_deref(),
        lines: Some(problem.lines()).filter(|lines| *lines > 0),
        read_as: Some(problem.read_as()).filter(|value| !value.is_empty()),
        like: Some(problem.like()).filter(|value| !value.is_empty()),
        differing: problem.differing(),
        of: Some(problem.of()).filter(|records| *records > 0),
        values: Some(problem.values()).filter(|values| *values > 0),
        uncounted: problem.uncounted,
    }
}

fn growth_out(growth: &Growth) -> GrowthOut {
    GrowthOut {
        cagr: growth.cagr.map(four_decimals),
        first: (growth.first.0.to_string(), growth.first.1),
        last: (growth.last.0.to_string(), growth.last.1),
        year_on_year: growth
            .year_on_year
            .iter()
            .map(|rate| rate.map(four_decimals))
            .collect(),
    }
}

fn breakdown_out(report: &Report, breakdown: &Breakdown, table: &Table) -> BreakdownOut {
    let counts = |cells: &[Cell]| cells.iter().map(|cell| cell.models).collect();
    let rows = table
        .rows
        .iter()
        .zip(table.ranks())
        .map(|(row, rank)| RowOut {
            key: row.key.clone(),
            label: both(|language| {
                let labels = &report.labels;
                labels
                    .name(breakdown.dimension.labels, &row.key, language)
                    .to_owned()
            }),
            counts: counts(&row.cells),
            shared: row.cells.iter().map(|cell| cell.shared).collect(),
            total: row.total.models,
            total_shared: row.total.shared,
            share: table.share(row.total.models).map(four_decimals),
            rank,
        })
        .collect();
    let columns = |is_meant: fn(Span, &dataset::Source) -> bool| {
        let source = &report.findings.source;
        let columns = table.columns.iter();
        let columns = columns.filter(|own| is_meant(**own, source));
        columns.map(ToString::to_string).collect()
    };
    BreakdownOut {
        id: breakdown.id,
        title: title(report, breakdown),
        columns: table.columns.iter().map(ToString::to_string).collect(),
        known: table.known(),
        of: table.counted,
        rows,
        share_of: match table.share_of {
            ShareOf::Counted => "of",
            ShareOf::Known => "known",
        },
        partial: columns(Span::is_partial),
        minimum: table.minimum,
        not_begun: columns(|own, source| own.wholeness(source) == Wholeness::NotBegun),
    }
}

fn title(report: &Report, breakdown: &Breakdown) -> Bilingual {
    both(|language| report.title(breakdown, language))
}

fn unavailable(report: &Report) -> Vec<UnavailableOut> {
    let breakdowns = BREAKDOWNS
        .iter()
        .filter_map(|breakdown| Some((breakdown.id, report.missing(breakdown)?)));
    let lists = ListId::ALL
        .into_iter()
        .filter_map(|list| Some((list.id(), report.missing_list(list)?)));
    breakdowns
        .chain(lists)
        .map(|(id, missing)| UnavailableOut {
            id,
            reason: both(|language| missing_columns(missing, language)),
        })
        .collect()
}

fn model_out(entry: &Entry) -> ModelOut<'_> {
    ModelOut {
        name: &entry.name,
        published: entry.published.map(|date| date.to_string()),
        may_lack: entry.published.and_then(may_lack),
        organizations: &entry.organizations,
        countries: &entry.countries,
        domains: &entry.domains,
        multimodal: entry.multimodal,
        training_compute_flop: entry.training_compute_flop,
        tasks: &entry.tasks,
        parameters: entry.parameters,
        dataset_size_datapoints: entry.dataset_size_datapoints,
        training_hardware: &entry.hardware,
        confidence: entry.confidence.as_deref(),
        accessibility: entry.accessibility.as_deref(),
    }
}

/// What of a date the exporter may have filled in.
fn may_lack(date: PartialDate) -> Option<&'static str> {
    if date.may_lack_month() {
        Some("month")
    } else if date.may_lack_day() {
        Some("day")
    } else {
        None
    }
}
