//! All tables in one, long: a line for each cell.

use crate::dataset::starts_formula;
use crate::language::Language;
use crate::report::Report;

/// Breakdown, key, labels, year ("total" for the row's total), models, shared,
/// and whether the year is partial.
///
/// UTF-8 without a byte order mark, for programs; a cell that a spreadsheet
/// would take for a formula begins with an apostrophe.
#[must_use]
pub fn csv(report: &Report) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut write = |cells: &[&str]| {
        // Writing to memory cannot fail.
        let _infallible = writer.write_record(cells);
    };
    write(&[
        "breakdown",
        "key",
        "label_ko",
        "label_en",
        "year",
        "models",
        "shared",
        "partial",
    ]);
    for (breakdown, table) in report.tables() {
        let Some(table) = table else { continue };
        for row in &table.rows {
            let label = |language| {
                guard(
                    report
                        .labels
                        .name(breakdown.dimension.labels, &row.key, language),
                )
            };
            let (key, ko, en) = (guard(&row.key), label(Language::Ko), label(Language::En));
            let years = table.columns.iter().copied().map(Some);
            for (year, cell) in years.zip(&row.cells).chain([(None, &row.total)]) {
                let partial = match year {
                    Some(year) => year.is_partial(&report.findings.source),
                    None => table
                        .columns
                        .iter()
                        .any(|year| year.is_partial(&report.findings.source)),
                };
                let year = year.map_or_else(|| "total".to_owned(), |year| year.to_string());
                let models = cell.models.to_string();
                let shared = cell.shared.to_string();
                let partial = if partial { "yes" } else { "no" };
                write(&[
                    breakdown.id,
                    &key,
                    &ko,
                    &en,
                    &year,
                    &models,
                    &shared,
                    partial,
                ]);
            }
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Keeps a spreadsheet from taking data for a formula; a number with its sign
/// is none.
pub(super) fn guard(text: &str) -> String {
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%');
    let is_number = |text: &str| {
        text.strip_prefix(['+', '-'])
            .is_some_and(|rest| !rest.is_empty() && rest.chars().all(digits))
    };
    if (starts_formula(text) && !is_number(text)) || text.starts_with(['\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
