//! Breakdowns and lists as tables that are read.

use crate::breakdown::{Breakdown, Draw, Form, PerYear, Shape, Table, Unit, ratio};
use crate::language::{Language, fill};
use crate::list::{Entry, ListId};
use crate::locale::{self, Attribute, attributes, partial, source_line, year_name};
use crate::paper::{Cell, Column, Grid, Kind, Value};
use crate::report::Report;

use super::list_note::list_note;

/// The number of a table or figure as the report writes it.
#[must_use]
pub fn form_number(form: Form, language: Language) -> String {
    let text = language.text();
    match form {
        Form::Table(n) => fill(text.table_number, &[("n", &n.to_string())]),
        Form::Figure(n) => fill(text.figure_number, &[("n", &n.to_string())]),
    }
}

/// A breakdown's table as the report prints it: the rows that reach the
/// minimum, years in a shape, total, share and rank.
#[must_use]
pub fn table_grid(
    report: &Report,
    breakdown: &Breakdown,
    table: &Table,
    shape: Shape,
    language: Language,
) -> Grid {
    let text = language.text();
    // All models are all of themselves, and few rows need no ranks.
    let has_share = breakdown.per_year != PerYear::Growth;
    let has_rank = breakdown.draw == Draw::Bars;
    let column = |heading: &str, kind, group: Option<&str>| Column {
        heading: heading.to_owned(),
        group: group.map(str::to_owned),
        kind,
    };
    let mut columns = vec![column(
        breakdown.dimension.name(language),
        Kind::Label,
        None,
    )];
    let group = Some(text.more().number_of_models);
    columns.extend(table.columns.iter().map(|span| {
        let name = year_name(report, *span, language);
        column(&name, Kind::Count, group)
    }));
    columns.push(column(text.total, Kind::Total, group));
    if has_share {
        columns.push(column(text.share, Kind::Share, None));
    }
    if has_rank {
        columns.push(column(text.rank, Kind::Rank, None));
    }
    let count = |models: usize, shared: usize| Cell {
        text: if breakdown.says_shared && shared > 0 {
            let shared = fill(text.shared, &[("n", &locale::count(shared))]);
            format!("{} {shared}", locale::count(models))
        } else {
            locale::count(models)
        },
        value: number(models).map(Value::Number),
    };
    let share = |share: Option<f64>| Cell {
        text: share.map(locale::percent).unwrap_or_default(),
        value: share.map(Value::Share),
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (row, rank) in table.rows.iter().zip(table.ranks()) {
        if row.total.models < table.minimum {
            continue;
        }
        let mut cells = vec![Cell::words(report.labels.both(
            breakdown.dimension.labels,
            &row.key,
            language,
        ))];
        let counts = table.cells_in(row, shape);
        let shares = table.shares_in(row, shape);
        cells.extend(counts.iter().zip(shares).map(|(cell, own)| {
            if shape.share {
                share(own)
            } else {
                count(cell.models, cell.shared)
            }
        }));
        cells.push(count(row.total.models, row.total.shared));
        if has_share {
            cells.push(share(table.share(row.total.models)));
        }
        if has_rank {
            cells.push(count(rank, 0));
        }
        rows.push(cells);
    }
    rows.extend(per_year(report, breakdown, table, columns.len(), language));
    Grid {
        id: breakdown.id.to_owned(),
        number: form_number(breakdown.form, language),
        title: report.title(breakdown, language),
        unit: unit(breakdown.unit, shape, language),
        columns,
        rows,
        notes: notes(report, breakdown, table, language),
    }
}

/// The unit line above a table, with how its numbers are shown.
#[must_use]
pub fn unit(unit: Unit, shape: Shape, language: Language) -> String {
    let text = language.text();
    let unit = match unit {
        Unit::Models => text.unit_models,
        Unit::ModelsShared => text.unit_models_shared,
    };
    if shape == Shape::default() {
        format!("({unit})")
    } else {
        format!("({unit}; {})", locale::shape(shape, language))
    }
}

/// The line below the rows: growth or share, year by year.
fn per_year(
    report: &Report,
    breakdown: &Breakdown,
    table: &Table,
    width: usize,
    language: Language,
) -> Option<Vec<Cell>> {
    let (heading, mut cells): (String, Vec<Cell>) = match breakdown.per_year {
        PerYear::Nothing => return None,
        PerYear::Growth => {
            let rates = report.year_on_year().into_iter();
            let cells = rates.map(|rate| Cell {
                text: rate.map_or_else(|| "–".to_owned(), locale::signed_percent),
                value: rate.map(Value::Share),
            });
            (
                locale::growth_heading(report, language).to_owned(),
                cells.collect(),
            )
        }
        PerYear::Share => {
            let row = table.rows.first()?;
            let of = table.counted_by_column.iter().chain([&table.counted]);
            let counts = row.cells.iter().chain([&row.total]);
            let cells = counts.zip(of).map(|(cell, of)| {
                let share = ratio(cell.models, *of);
                Cell {
                    text: share.map_or_else(|| "–".to_owned(), locale::percent),
                    value: share.map(Value::Share),
                }
            });
            (locale::share_heading(report, language), cells.collect())
        }
    };
    cells.insert(0, Cell::words(heading));
    cells.resize(width, Cell::default());
    Some(cells)
}

fn number(count: usize) -> Option<f64> {
    u32::try_from(count).ok().map(f64::from)
}

fn notes(report: &Report, breakdown: &Breakdown, table: &Table, language: Language) -> Vec<String> {
    let text = language.text();
    let note = |words: &str| format!("{}: {words}", text.note);
    let mut notes: Vec<String> = Vec::new();
    if breakdown.says_shared {
        notes.extend(breakdown.text(language).notes.iter().map(|own| note(own)));
    }
    let hidden = table.rows.len() - table.shown().count();
    if hidden > 0 {
        let [n, minimum] = [hidden, table.minimum].map(locale::count);
        let values = [("n", &*n), ("minimum", &*minimum)];
        notes.push(note(&fill(text.hidden_rows, &values)));
    }
    let partial = partial(report, table, language);
    notes.extend(partial.iter().map(|words| note(words)));
    notes.push(source_line(report, language));
    notes
}

/// A list of models as a table: a row for each, or, for the largest, a column
/// for each, as the report has them.
#[must_use]
pub fn list_grid(report: &Report, list: ListId, language: Language) -> Option<Grid> {
    let models = report.list(list)?;
    let attributes = attributes(list, language);
    let cell = |entry: &Entry, at: usize| {
        attributes.get(at).map_or_else(Cell::default, |own| Cell {
            text: (own.text)(report, entry, language),
            value: own.value.and_then(|value| value(entry)),
        })
    };
    let (columns, rows) = if list == ListId::TopModels {
        turned(&models.entries, &attributes, cell)
    } else {
        upright(&models.entries, &attributes, cell)
    };
    let note = list_note(report, list, language);
    Some(Grid {
        id: list.id().to_owned(),
        number: form_number(list.form(), language),
        title: report.list_title(list, language),
        unit: String::new(),
        columns,
        rows,
        notes: note
            .into_iter()
            .chain([source_line(report, language)])
            .collect(),
    })
}

fn upright(
    entries: &[Entry],
    attributes: &[Attribute],
    cell: impl Fn(&Entry, usize) -> Cell,
) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let columns = attributes.iter().map(|own| Column {
        heading: own.heading.to_owned(),
        group: None,
        kind: own.kind,
    });
    let rows = entries
        .iter()
        .map(|entry| (0..attributes.len()).map(|at| cell(entry, at)).collect());
    (columns.collect(), rows.collect())
}

fn turned(
    entries: &[Entry],
    attributes: &[Attribute],
    cell: impl Fn(&Entry, usize) -> Cell,
) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let heading = attributes.first().map_or("", |own| own.heading);
    let first = Column {
        heading: heading.to_owned(),
        group: None,
        kind: Kind::Label,
    };
    let names = entries.iter().map(|entry| Column {
        heading: cell(entry, 0).text,
        group: None,
        kind: Kind::Text,
    });
    let rows = attributes.iter().enumerate().skip(1).map(|(at, own)| {
        let values = entries.iter().map(|entry| cell(entry, at));
        std::iter::once(Cell::words(own.heading))
            .chain(values)
            .collect()
    });
    (
        std::iter::once(first).chain(names).collect(),
        rows.collect(),
    )
}
