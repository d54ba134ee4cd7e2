//! How a list grew, as sentences and a table.
//!
//! In: a [`History`], names. Out: what the page shows and files hold.

use crate::breakdown::BREAKDOWNS;
use crate::comparison::{Completeness, History, completeness};
use crate::labels::Labels;
use crate::language::{Language, fill};
use crate::locale::{count, date, moved, year};
use crate::paper::{Cell, Grid, Kind, Value};

use super::moved_tables::{change, heading, number};

/// What a row of a history is called: a year, a country.
#[must_use]
pub fn history_row_name(
    history: &History,
    key: &str,
    labels: &Labels,
    language: Language,
) -> String {
    let found = BREAKDOWNS.iter().find(|own| own.id == history.breakdown);
    match found.filter(|own| own.id != "year") {
        Some(own) => labels.name(own.dimension.labels, key, language).to_owned(),
        None => key
            .parse()
            .map_or_else(|_| key.to_owned(), |own| year(own, language)),
    }
}

fn days(history: &History) -> Vec<String> {
    let days = history.snapshots.iter();
    days.map(|list| list.date.map_or_else(|| list.name.clone(), date))
        .collect()
}

/// The numbers of every list, or their changes on the list before, with the
/// mean revisions.
#[must_use]
pub fn history_grid(
    history: &History,
    is_of_changes: bool,
    labels: &Labels,
    language: Language,
) -> Grid {
    let text = moved(language);
    let days = days(history);
    let is_of_years = history.breakdown == "year";
    let found = BREAKDOWNS.iter().find(|own| own.id == history.breakdown);
    let first = match found.filter(|_| !is_of_years) {
        Some(own) => own.dimension.name(language),
        None => text.publication_year,
    };
    let mut columns = vec![heading(first, Kind::Label)];
    columns.extend(days.iter().map(|day| heading(day.clone(), Kind::Number)));
    columns.push(heading(text.mean_revision, Kind::Number));
    columns.push(heading(text.mean_absolute_revision, Kind::Number));
    let rows = history.rows.iter().map(|row| {
        let name = history_row_name(history, &row.key, labels, language);
        let mut cells = vec![Cell::words(name)];
        let none = || Cell::words("–");
        if is_of_changes {
            let changes = row.revisions().into_iter();
            cells.extend(changes.map(|own| own.map_or_else(none, change)));
        } else {
            let counts = row.counts.iter();
            cells.extend(counts.map(|own| own.map_or_else(none, number)));
        }
        for mean in [row.mean_revision(), row.mean_absolute_revision()] {
            cells.push(mean.map_or_else(none, decimal));
        }
        cells
    });
    Grid {
        id: match is_of_changes {
            true => format!("history-{}-changes", history.breakdown),
            false => format!("history-{}", history.breakdown),
        },
        title: match is_of_changes {
            true => format!("{}: {}", language.text().history_title, text.revisions),
            false => language.text().history_title.to_owned(),
        },
        unit: language.text().unit_models.to_owned(),
        columns,
        rows: rows.collect(),
        notes: vec![text.history_note.to_owned(), source(&days, language)],
        ..Grid::default()
    }
}

fn source(days: &[String], language: Language) -> String {
    let ends = (days.first(), days.last());
    let (Some(old), Some(new)) = ends else {
        return String::new();
    };
    let line = fill(moved(language).source, &[("old", old), ("new", new)]);
    format!("{}: {line}", language.text().source)
}

/// A number with one decimal, halves away from zero.
fn one(number: f64) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    format!("{tenths:.1}").replace('-', "−")
}

fn decimal(number: f64) -> Cell {
    Cell {
        text: one(number),
        value: Some(Value::Number(number)),
    }
}

/// How the last year grows, case by case, with the estimate where there is one.
#[must_use]
pub fn growing_sentences(history: &History, language: Language) -> Vec<String> {
    let text = moved(language);
    let of_years = (history.breakdown == "year").then_some(history);
    let Some(known) = of_years.and_then(completeness) else {
        return Vec::new();
    };
    let newest = history.snapshots.last().and_then(|list| list.date);
    let values = [
        ("year", &*year(known.year, language)),
        ("day", &*newest.map(date).unwrap_or_default()),
        ("models", &*count(known.models)),
        ("age", &*one(known.age)),
    ];
    let mut said = vec![fill(text.growing, &values)];
    if known.cases.is_empty() {
        said.push(text.no_case.to_owned());
    }
    for case in &known.cases {
        let values = [
            ("year", &*year(case.year, language)),
            ("then", &*one(case.then)),
            ("now", &*count(case.now)),
            ("factor", &*format!("{:.2}", case.factor())),
        ];
        said.push(fill(text.grown_case, &values));
    }
    said.push(estimate(&known, language));
    said
}

fn estimate(known: &Completeness, language: Language) -> String {
    let text = moved(language);
    let Some(own) = &known.estimate else {
        return text.no_estimate.to_owned();
    };
    let whole = |number: f64| format!("{number:.0}");
    let values = [
        ("age", &*whole(own.age)),
        ("models", &*whole(own.models)),
        ("low", &*whole(own.low)),
        ("high", &*whole(own.high)),
    ];
    fill(text.estimate, &values)
}
