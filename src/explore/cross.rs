//! One dimension by another.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::dimension::{Condition, Conditions, Dimension, YEAR};
use crate::labels::Labels;
use crate::language::Language;

/// How many rows and columns are kept at most, those of most models.
pub const MOST: usize = 100;

/// Counted models by two dimensions. A cell counts distinct models; totals are
/// sizes of unions, since a model may be in several rows and columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cross {
    /// The ids of the dimensions of rows and columns.
    pub dimensions: (String, String),
    /// The keys of the columns.
    pub columns: Vec<String>,
    /// In order.
    pub rows: Vec<CrossRow>,
    /// The models of each column that have any value in the rows' dimension.
    pub column_totals: Vec<usize>,
    /// The models that have a value in both dimensions.
    pub total: usize,
    /// The counted models that lack a value in either.
    pub without: usize,
    /// How many rows and columns are not kept.
    pub left_out: (usize, usize),
}

/// A row of a [`Cross`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrossRow {
    /// Its key.
    pub key: String,
    /// A count for each column.
    pub cells: Vec<usize>,
    /// Its models that have any value in the columns' dimension.
    pub total: usize,
}

impl Cross {
    /// The conditions that the models of a cell meet; [`ANY`](crate::dimension::ANY)
    /// for a total.
    #[must_use]
    pub fn conditions(
        rows: &Dimension,
        columns: &Dimension,
        row: &str,
        column: &str,
    ) -> Conditions {
        let both = [(rows, row), (columns, column)];
        Conditions(both.map(|(of, key)| Condition::value(of, key)).into())
    }

    /// The largest cell.
    #[must_use]
    pub fn largest(&self) -> usize {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.copied().max().unwrap_or(0)
    }
}

/// Divides the counted models by two dimensions; `None` where the export lacks
/// a column for either, or they are the same.
#[must_use]
pub fn cross(
    census: &Census,
    labels: &Labels,
    rows: &Dimension,
    columns: &Dimension,
) -> Option<Cross> {
    let lacks = |own: &Dimension| {
        let present = &census.dataset.columns;
        own.missing(present, &census.definition).is_some()
    };
    if rows.id == columns.id || lacks(rows) || lacks(columns) {
        return None;
    }
    let mut cells: BTreeMap<(String, String), usize> = BTreeMap::new();
    let (mut of_rows, mut of_columns) = (BTreeMap::new(), BTreeMap::new());
    let (mut total, mut without) = (0, 0);
    let (mut across, mut down) = (Vec::new(), Vec::new());
    for (_, _, placed) in census.counted() {
        across.clear();
        down.clear();
        rows.keys(placed, &mut down);
        columns.keys(placed, &mut across);
        if down.is_empty() || across.is_empty() {
            without += 1;
            continue;
        }
        total += 1;
        for row in &down {
            *of_rows.entry(row.to_string()).or_insert(0) += 1;
            for column in &across {
                let cell = (row.to_string(), column.to_string());
                *cells.entry(cell).or_insert(0) += 1;
            }
        }
        for column in &across {
            *of_columns.entry(column.to_string()).or_insert(0) += 1;
        }
    }
    if columns.id == YEAR.id {
        for span in census.period.spans() {
            of_columns.entry(span.to_string()).or_insert(0);
        }
    }
    let (row_keys, rows_out) = ordered(rows, of_rows, labels);
    let (column_keys, columns_out) = ordered(columns, of_columns, labels);
    let count = |row: &str, column: &str| {
        let cell = cells.get(&(row.to_owned(), column.to_owned()));
        cell.copied().unwrap_or(0)
    };
    let rows_kept = row_keys
        .into_iter()
        .map(|(key, total)| CrossRow {
            cells: column_keys
                .iter()
                .map(|(column, _)| count(&key, column))
                .collect(),
            total,
            key,
        })
        .collect();
    let (column_keys, column_totals) = column_keys.into_iter().unzip();
    Some(Cross {
        dimensions: (rows.id.to_owned(), columns.id.to_owned()),
        columns: column_keys,
        rows: rows_kept,
        column_totals,
        total,
        without,
        left_out: (rows_out, columns_out),
    })
}

/// By total from high to low, then by English label; what has an order of its
/// own keeps it. Of many, those of most models.
fn ordered(
    dimension: &Dimension,
    totals: BTreeMap<String, usize>,
    labels: &Labels,
) -> (Vec<(String, usize)>, usize) {
    let label = |key: &str| {
        labels
            .name(dimension.labels, key, Language::En)
            .to_lowercase()
    };
    let mut all: Vec<(String, usize)> = totals.into_iter().collect();
    all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| label(&a.0).cmp(&label(&b.0))));
    let left_out = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    if matches!(dimension.id, "year" | "task-count" | "compute-decade") {
        all.sort_by(|a, b| natural(&a.0, &b.0));
    }
    (all, left_out)
}

/// `1E+9` before `1E+10`.
fn natural(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}
