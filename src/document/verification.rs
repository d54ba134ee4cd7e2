//! Published figures beside computed ones, as a table.

use crate::language::Language;
use crate::locale::source_line;
use crate::paper::{Cell, Column, Grid, Kind, Value};
use crate::report::Report;
use crate::verification::{self, Verdict, Verification};

/// The figures of some verdict, or all.
#[must_use]
pub fn verification_grid(
    report: &Report,
    found: &Verification,
    only: Option<Verdict>,
    language: Language,
) -> Grid {
    let text = language.text();
    let headings = [
        (text.more().place, Kind::Label),
        (text.more().item, Kind::Text),
        (text.more().column, Kind::Text),
        (text.more().printed, Kind::Number),
        (text.more().computed_value, Kind::Number),
        (text.more().verdict, Kind::Text),
        (text.more().because, Kind::Text),
    ];
    let columns = headings.map(|(heading, kind)| Column {
        heading: heading.to_owned(),
        group: None,
        kind,
    });
    let figures = found
        .figures
        .iter()
        .filter(|own| only.is_none_or(|only| only == own.verdict));
    let rows = figures.map(|own| {
        let number = |text: &str| Cell {
            text: text.to_owned(),
            value: match Value::read(text) {
                Some(Value::Number(_)) if own.column == "year" => {
                    text.parse().ok().map(Value::Year)
                }
                value => value,
            },
        };
        let because = own.because.as_ref().map(|because| because.get(language));
        vec![
            Cell::words(own.table.get(language)),
            Cell::words(own.row.get(language)),
            Cell::words(own.heading.get(language)),
            number(&own.printed),
            number(own.computed.as_deref().unwrap_or("–")),
            Cell::words(verification::verdict(own.verdict, language)),
            Cell::words(because.unwrap_or_default()),
        ]
    });
    let older = found
        .days_older
        .and_then(|days| verification::days_older(days, language));
    Grid {
        id: "verification".to_owned(),
        number: String::new(),
        title: found.title.get(language).to_owned(),
        unit: String::new(),
        columns: columns.to_vec(),
        rows: rows.collect(),
        notes: older
            .into_iter()
            .chain(
                found
                    .data_note
                    .as_ref()
                    .map(|own| own.get(language).to_owned()),
            )
            .chain([found.source.get(language).to_owned()])
            .chain([source_line(report, language)])
            .collect(),
    }
}
