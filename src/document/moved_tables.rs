//! Why numbers moved, as tables: rows by cause, models, pairs that are one.

use crate::comparison::{Cause, ComparedRow, ComparedTable, Explained, Mover};
use crate::dimension::ORGANIZATION;
use crate::labels::Labels;
use crate::language::{Language, fill};
use crate::locale::{count, moved};
use crate::paper::{Cell, Column, Grid, Kind, Value};
use crate::spelling::{Names, Sought};

use super::moved::{
    MovedAt, at, moved_column, moved_days, moved_row_name, moved_source, moved_table_name, signed,
};

/// The causes that a table has, in their order.
#[must_use]
pub fn moved_causes(table: &ComparedTable) -> Vec<Cause> {
    let shares = table.rows.iter().flat_map(|row| &row.causes);
    let mut causes: Vec<Cause> = shares.map(|share| share.cause).collect();
    causes.sort_unstable();
    causes.dedup();
    causes
}

/// A column of a table: what was, what is, the change, and each cause's part.
#[must_use]
pub fn moved_grid(
    explained: &Explained,
    place: &MovedAt,
    labels: &Labels,
    language: Language,
) -> Option<Grid> {
    let text = moved(language);
    let table = explained.comparison.table(&place.table)?;
    let causes = moved_causes(table);
    let days = moved_days(explained);
    let whole = place.column == explained.comparison.columns.len();
    let name = moved_table_name(table, language);
    let mut columns = vec![heading(name.clone(), Kind::Label)];
    columns.extend(days.iter().map(|day| heading(day.clone(), Kind::Number)));
    columns.push(heading(text.change, Kind::Number));
    columns.extend(
        causes
            .iter()
            .map(|cause| heading(text.cause(*cause), Kind::Number)),
    );
    if whole {
        columns.push(heading(text.old_rank, Kind::Rank));
        columns.push(heading(text.new_rank, Kind::Rank));
    }
    let rows = table.rows.iter().map(|row| {
        let mut cells = vec![Cell::words(moved_row_name(
            table, &row.key, labels, language,
        ))];
        for numbers in [&row.old, &row.new] {
            cells.push(number(at(numbers, place.column)));
        }
        cells.push(change(row.change().get(place.column).copied().unwrap_or(0)));
        for cause in &causes {
            let share = row.causes.iter().find(|share| share.cause == *cause);
            let own = share.and_then(|share| share.change.get(place.column).copied());
            cells.push(own.map_or_else(Cell::default, change));
        }
        if whole {
            for own in [row.old_rank, row.new_rank] {
                cells.push(own.map_or_else(|| Cell::words("–"), number));
            }
        }
        cells
    });
    let column = moved_column(explained, place.column, language);
    let [old, new] = &days;
    let values = [
        ("table", &*name),
        ("old", &**old),
        ("new", &**new),
        ("column", &*column),
    ];
    Some(Grid {
        id: format!("comparison-{}", table.id),
        title: fill(text.grid, &values),
        unit: language.text().unit_models.to_owned(),
        columns,
        rows: rows.collect(),
        notes: vec![text.note.to_owned(), moved_source(explained, language)],
        ..Grid::default()
    })
}

/// The models that moved in a column of a table: those of a row and of a cause
/// where these are named, and who are called as `search` says, they or their
/// developers.
#[must_use]
pub fn movers<'a>(
    explained: &'a Explained,
    place: &MovedAt,
    row: Option<&str>,
    cause: Option<Cause>,
    search: &str,
) -> Vec<(&'a ComparedRow, Cause, &'a Mover)> {
    let sought = Sought::of(search);
    let Some(table) = explained.comparison.table(&place.table) else {
        return Vec::new();
    };
    let rows = table.rows.iter();
    let rows = rows.filter(|own| row.is_none_or(|row| row == own.key));
    let shares = rows.flat_map(|row| row.causes.iter().map(move |share| (row, share)));
    let shares = shares.filter(|(_, share)| cause.is_none_or(|cause| cause == share.cause));
    let all = shares.flat_map(|(row, share)| {
        let movers = share.movers.iter();
        movers.map(move |mover| (row, share.cause, mover))
    });
    let is_meant = |mover: &Mover| {
        let stated = explained.stated(mover);
        mover.column == place.column
            && stated.is_some_and(|own| {
                let developers = own.organizations.iter().map(String::as_str);
                sought.is_among(&Names::of(developers.chain([&*own.name])))
            })
    };
    let mut all: Vec<_> = all.filter(|(_, _, mover)| is_meant(mover)).collect();
    all.sort_by_key(|(_, cause, mover)| (*cause, explained.stated(mover).map(|own| &own.name)));
    all
}

/// The models of [`movers`] as a table.
#[must_use]
pub fn movers_grid(
    explained: &Explained,
    place: &MovedAt,
    found: &[(&ComparedRow, Cause, &Mover)],
    labels: &Labels,
    language: Language,
) -> Option<Grid> {
    let text = moved(language);
    let table = explained.comparison.table(&place.table)?;
    let columns = vec![
        heading(language.text().model, Kind::Label),
        heading(text.change, Kind::Text),
        heading(text.row, Kind::Text),
        heading(text.cause, Kind::Text),
        heading(text.before, Kind::Text),
        heading(text.after, Kind::Text),
        heading(ORGANIZATION.name(language), Kind::Text),
    ];
    let rows = found.iter().filter_map(|(row, cause, mover)| {
        let stated = explained.stated(mover)?;
        let fact = |fact: &Option<String>| Cell::words(fact.clone().unwrap_or_default());
        Some(vec![
            Cell::words(&stated.name),
            Cell::words(if mover.came { text.came } else { text.went }),
            Cell::words(moved_row_name(table, &row.key, labels, language)),
            Cell::words(text.cause(*cause)),
            fact(&mover.before),
            fact(&mover.after),
            Cell::words(stated.organizations.join(", ")),
        ])
    });
    Some(Grid {
        id: format!("comparison-models-{}", table.id),
        title: text.models.to_owned(),
        columns,
        rows: rows.collect(),
        notes: vec![moved_source(explained, language)],
        ..Grid::default()
    })
}

/// Every pair of models that is taken for one though it is written differently.
#[must_use]
pub fn matches_grid(explained: &Explained, language: Language) -> Grid {
    let text = moved(language);
    let pairs = &explained.comparison.matching.pairs;
    let rows = pairs.iter().filter_map(|pair| {
        let grounds: Vec<&str> = pair.why.iter().map(|own| text.ground(*own)).collect();
        let how = format!(
            "{} ({})",
            text.how(pair.how),
            text.certainty(pair.certainty)
        );
        Some(vec![
            Cell::words(&explained.old.model(pair.old)?.name),
            Cell::words(&explained.new.model(pair.new)?.name),
            Cell::words(how),
            Cell::words(grounds.join(", ")),
        ])
    });
    Grid {
        id: "comparison-matches".to_owned(),
        title: fill(text.matches, &[("n", &count(pairs.len()))]),
        columns: vec![
            heading(text.match_old, Kind::Label),
            heading(text.match_new, Kind::Text),
            heading(text.how, Kind::Text),
            heading(text.why, Kind::Text),
        ],
        rows: rows.collect(),
        notes: vec![moved_source(explained, language)],
        ..Grid::default()
    }
}

pub(super) fn heading(heading: impl Into<String>, kind: Kind) -> Column {
    Column {
        heading: heading.into(),
        group: None,
        kind,
    }
}

pub(super) fn number(number: usize) -> Cell {
    let value = u32::try_from(number).ok().map(f64::from);
    Cell {
        text: count(number),
        value: value.map(Value::Number),
    }
}

pub(super) fn change(change: i64) -> Cell {
    let value = i32::try_from(change).ok().map(f64::from);
    Cell {
        text: signed(change),
        value: value.map(Value::Number),
    }
}
