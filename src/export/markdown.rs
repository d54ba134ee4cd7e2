//! All tables for reading.

use std::fmt::Write as _;

use crate::breakdown::{Breakdown, Cell, Form, Table};
use crate::dataset::Field;
use crate::list::{Entry, ListId};
use crate::locale::{self, Language, fill};
use crate::report::Report;

/// The report's tables as Markdown.
#[must_use]
pub fn markdown(report: &Report, language: Language) -> String {
    let text = language.text();
    let period = locale::period(report.findings.period, language);
    let mut out = format!("# {} ({period})\n", text.page_title);
    let counted = locale::count(usize::try_from(report.findings.rows.counted).unwrap_or(0));
    // Writing to a String cannot fail: the results below say nothing.
    let _ = write!(out, "\n{}: {counted}\n", text.models);
    if let Some(cagr) = report
        .findings
        .growth
        .as_ref()
        .and_then(|growth| growth.cagr)
    {
        let _ = write!(out, "\n{}: {}\n", text.cagr, locale::percent(cagr));
    }
    for (breakdown, table) in report.tables() {
        let title = report.title(breakdown, language);
        let _ = write!(out, "\n## {} {title}\n\n", number(breakdown.form, language));
        match table {
            Some(table) => write_table(&mut out, report, breakdown, table, language),
            None => {
                let missing = breakdown.missing(&report.findings.columns);
                write_missing(&mut out, missing, language);
            }
        }
    }
    for list in [ListId::FocusCountry, ListId::TopModels] {
        let _ = write!(out, "\n## {}\n\n", report.list_title(list, language));
        match report.list(list) {
            Some(models) => write_list(&mut out, report, &models.entries, language),
            None => {
                let missing = list.missing(&report.findings.columns);
                write_missing(&mut out, missing, language);
            }
        }
    }
    let date = report.findings.source.snapshot_date();
    let date = date.map(|date| date.to_string()).unwrap_or_default();
    let source = fill(text.source_line, &[("date", &date)]);
    let _ = write!(out, "\n{}: {source}\n{}\n", text.source, text.credit_frame);
    out
}

fn write_missing(out: &mut String, missing: Option<&[Field]>, language: Language) {
    let sentence = super::json::missing_columns(missing.unwrap_or_default(), language);
    let _ = writeln!(out, "{sentence}");
}

fn number(form: Form, language: Language) -> String {
    let text = language.text();
    match form {
        Form::Table(n) => fill(text.table_number, &[("n", &n.to_string())]).replace('<', "\\<"),
        Form::Figure(n) => fill(text.figure_number, &[("n", &n.to_string())]),
    }
}

fn write_table(
    out: &mut String,
    report: &Report,
    breakdown: &Breakdown,
    table: &Table,
    language: Language,
) {
    let text = language.text();
    let mut header = vec![breakdown.dimension.name.get(language).to_owned()];
    header.extend(table.columns.iter().map(|year| {
        let mark = if year.is_partial(&report.findings.source) {
            format!(" ({})", text.partial_year)
        } else {
            String::new()
        };
        locale::span(*year, language) + &mark
    }));
    header.extend([text.total, text.share, text.rank].map(str::to_owned));
    write_line(out, &header);
    write_line(out, &vec!["---".to_owned(); header.len()]);
    let cell_text = |cell: &Cell| match cell.shared {
        0 => cell.models.to_string(),
        shared if breakdown.says_shared => {
            let shared = fill(text.shared, &[("n", &shared.to_string())]);
            format!("{} {shared}", cell.models)
        }
        _ => cell.models.to_string(),
    };
    for (row, rank) in table.rows.iter().zip(table.ranks()) {
        if row.total.models < table.minimum {
            continue;
        }
        let label = report
            .labels
            .name(breakdown.dimension.labels, &row.key, language);
        let mut line = vec![label.to_owned()];
        line.extend(row.cells.iter().chain([&row.total]).map(cell_text));
        let share = table.share(row.total.models);
        line.push(share.map(locale::percent).unwrap_or_default());
        line.push(rank.to_string());
        write_line(out, &line);
    }
}

fn write_list(out: &mut String, report: &Report, entries: &[Entry], language: Language) {
    let text = language.text();
    let header = [
        text.publication_date,
        text.model,
        text.developer,
        text.domain,
        text.training_compute,
    ];
    write_line(out, &header.map(str::to_owned));
    write_line(out, &vec!["---".to_owned(); header.len()]);
    for entry in entries {
        let names = |dimension: &str, keys: Vec<&str>| {
            keys.iter()
                .map(|key| report.labels.name(dimension, key, language))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let organizations = entry.organizations.iter().map(|name| &**name).collect();
        let domains = entry.domains.iter().map(|key| &**key).collect();
        write_line(
            out,
            &[
                entry.published.map(locale::date).unwrap_or_default(),
                entry.name.to_string(),
                names("organization", organizations),
                names("domain", domains),
                entry
                    .training_compute_flop
                    .map(locale::flop)
                    .unwrap_or_default(),
            ],
        );
    }
}

fn write_line(out: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}
