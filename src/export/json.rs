//! The JSON contract, described in docs/json.md and docs/json.schema.json.
//!
//! The same bytes for the same input: keys in the order of the fields below,
//! no clock, no hash order. Shares and rates are rounded to four decimals.

use serde::Serialize;

use crate::breakdown::{Breakdown, Cell, Growth, ShareOf, Table};
use crate::census::{RowAccount, Value};
use crate::dataset::{Code, Field, Problem, Severity};
use crate::definition::Bilingual;
use crate::list::{Entry, ListId};
use crate::locale::{Language, fill, problem_message};
use crate::report::Report;

/// The name and version of the contract.
pub const SCHEMA: &str = "model-census/1";

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    source: Source<'a>,
    definition: Definition<'a>,
    period: [String; 2],
    rows: RowAccount,
    problems: Vec<ProblemOut<'a>>,
    models: u64,
    growth: Option<GrowthOut>,
    breakdowns: Vec<BreakdownOut>,
    unavailable: Vec<UnavailableOut>,
    lists: Vec<ListOut>,
}

#[derive(Serialize)]
struct Source<'a> {
    name: &'a str,
    sha256: &'a str,
    encoding: &'a str,
    records: u64,
    latest_publication: Option<String>,
    snapshot_date: Option<String>,
}

#[derive(Serialize)]
struct Definition<'a> {
    id: &'a str,
    title: &'a Bilingual,
    sha256: String,
}

#[derive(Serialize)]
struct ProblemOut<'a> {
    severity: Severity,
    code: Code,
    record: Option<u64>,
    line: Option<u64>,
    column: &'a str,
    value: &'a str,
    message: Bilingual,
    count: u64,
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
struct ListOut {
    id: &'static str,
    models: Vec<ModelOut>,
}

#[derive(Serialize)]
struct ModelOut {
    name: String,
    published: Option<String>,
    organizations: Vec<String>,
    countries: Vec<String>,
    domains: Vec<String>,
    multimodal: bool,
    training_compute_flop: Option<f64>,
    tasks: Vec<String>,
    parameters: Option<f64>,
    dataset_size_datapoints: Option<f64>,
    training_hardware: Vec<String>,
    confidence: Option<String>,
    accessibility: Option<String>,
}

/// The report as a JSON document, ending in a line break.
#[must_use]
pub fn json(report: &Report) -> String {
    let census = &report.census;
    let source = &census.dataset.source;
    let document = Document {
        schema: SCHEMA,
        source: Source {
            name: &source.name,
            sha256: &source.sha256,
            encoding: source.encoding,
            records: source.records,
            latest_publication: census
                .dataset
                .latest_publication()
                .map(|date| date.to_string()),
            snapshot_date: census.dataset.snapshot_date().map(|date| date.to_string()),
        },
        definition: Definition {
            id: &census.definition.id,
            title: &census.definition.title,
            sha256: census.definition.sha256(),
        },
        period: census.period.into(),
        rows: census.rows,
        problems: census.problems.iter().map(problem_out).collect(),
        models: census.rows.counted,
        growth: report.growth.as_ref().map(growth_out),
        breakdowns: report
            .tables
            .iter()
            .filter_map(|(breakdown, table)| {
                Some(breakdown_out(report, breakdown, table.as_ref().ok()?))
            })
            .collect(),
        unavailable: unavailable(report),
        lists: ListId::ALL
            .into_iter()
            .filter(|list| list.missing(census).is_none())
            .map(|list| ListOut {
                id: list.id(),
                models: list.entries(census).iter().map(model_out).collect(),
            })
            .collect(),
    };
    // Serialising plain structs to memory cannot fail; an empty text would
    // break every reader loudly if it ever did.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn problem_out(problem: &Problem) -> ProblemOut<'_> {
    ProblemOut {
        severity: problem.code.severity(),
        code: problem.code,
        record: problem.record,
        line: problem.line,
        column: &problem.column,
        value: &problem.value,
        message: both(|language| problem_message(problem, language)),
        count: problem.count,
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
    let counts = |cells: &[Cell]| cells.iter().map(Cell::count).collect();
    let rows = table
        .rows
        .iter()
        .zip(table.ranks())
        .map(|(row, rank)| RowOut {
            key: row.key.clone(),
            label: both(|language| {
                let labels = &report.labels;
                labels.name(breakdown.labels, &row.key, language).to_owned()
            }),
            counts: counts(&row.cells),
            shared: row.cells.iter().map(|cell| cell.shared.len()).collect(),
            total: row.total.count(),
            total_shared: row.total.shared.len(),
            share: table.share(row.total.count()).map(four_decimals),
            rank,
        })
        .collect();
    BreakdownOut {
        id: breakdown.id,
        title: title(report, breakdown),
        columns: table.years.iter().map(ToString::to_string).collect(),
        known: table.known(),
        of: table.counted,
        rows,
        share_of: match table.share_of {
            ShareOf::Counted => "of",
            ShareOf::Known => "known",
        },
        partial: table
            .years
            .iter()
            .filter(|year| report.census.is_partial(**year))
            .map(ToString::to_string)
            .collect(),
        minimum: table.minimum,
    }
}

fn title(report: &Report, breakdown: &Breakdown) -> Bilingual {
    both(|language| report.title(breakdown, language))
}

fn unavailable(report: &Report) -> Vec<UnavailableOut> {
    let breakdowns = report.tables.iter().filter_map(|(breakdown, table)| {
        let missing = table.as_ref().err()?.missing;
        Some((breakdown.id, missing))
    });
    let lists = ListId::ALL
        .into_iter()
        .filter_map(|list| Some((list.id(), list.missing(&report.census)?)));
    breakdowns
        .chain(lists)
        .map(|(id, missing)| UnavailableOut {
            id,
            reason: both(|language| missing_columns(missing, language)),
        })
        .collect()
}

/// The sentence that says which columns are missing.
pub(crate) fn missing_columns(missing: &[Field], language: Language) -> String {
    let text = language.text();
    let (open, close) = match language {
        Language::Ko => ('‘', '’'),
        Language::En => ('“', '”'),
    };
    let columns: Vec<String> = missing
        .iter()
        .map(|field| format!("{open}{}{close}", field.header()))
        .collect();
    let columns = columns.join(&format!(" {} ", text.or));
    fill(text.unavailable, &[("columns", &columns)])
}

fn model_out(entry: &Entry<'_>) -> ModelOut {
    let keys = |values: &[Value]| values.iter().map(|value| value.key.to_string()).collect();
    let Entry { model, placed } = entry;
    ModelOut {
        name: model.name.to_string(),
        published: model.published.map(|date| date.to_string()),
        organizations: model
            .organizations
            .iter()
            .map(ToString::to_string)
            .collect(),
        countries: keys(&placed.countries),
        domains: keys(&placed.domains),
        multimodal: placed.multimodal,
        training_compute_flop: model.training_compute_flop,
        tasks: keys(&placed.tasks),
        parameters: model.parameters,
        dataset_size_datapoints: model.dataset_size_datapoints,
        training_hardware: model.hardware.iter().map(ToString::to_string).collect(),
        confidence: model.confidence.as_deref().map(str::to_owned),
        accessibility: model.accessibility.as_deref().map(str::to_owned),
    }
}

fn both(text: impl Fn(Language) -> String) -> Bilingual {
    Bilingual {
        ko: text(Language::Ko),
        en: text(Language::En),
    }
}

fn four_decimals(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}
