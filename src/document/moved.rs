//! Why numbers moved, as sentences and tables.
//!
//! In: an [`Explained`], names. Out: what the page shows and files hold.
//! Leaves out: which cell is looked at; it is handed in.

use crate::breakdown::{BREAKDOWNS, Breakdown};
use crate::comparison::{Cause, ComparedRow, ComparedTable, Explained, Mover};
use crate::dimension::ORGANIZATION;
use crate::labels::Labels;
use crate::language::{Language, fill};
use crate::locale::{self, count, date, moved, rank, span};
use crate::paper::{Cell, Column, Grid, Kind, Value};

/// The cells of a comparison that are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedAt {
    /// The id of the breakdown.
    pub table: String,
    /// The position of the column; the total is one past the last.
    pub column: usize,
}

impl MovedAt {
    /// All counted models, in all years.
    #[must_use]
    pub fn whole(explained: &Explained) -> Self {
        Self {
            table: "year".to_owned(),
            column: explained.comparison.columns.len(),
        }
    }
}

/// A change with its sign: `+3`, `−1`, `0`.
#[must_use]
pub fn signed(change: i64) -> String {
    let size = count(usize::try_from(change.unsigned_abs()).unwrap_or(usize::MAX));
    match change {
        0 => size,
        1.. => format!("+{size}"),
        _ => format!("−{size}"),
    }
}

/// What a column is called: a year, or the whole period.
#[must_use]
pub fn moved_column(explained: &Explained, column: usize, language: Language) -> String {
    match explained.comparison.columns.get(column) {
        Some(own) => span(*own, language),
        None => locale::period(explained.period, language),
    }
}

/// The days of both lists, the old one first; a file's name where it has none.
#[must_use]
pub fn moved_days(explained: &Explained) -> [String; 2] {
    [&explained.old, &explained.new].map(|side| {
        let day = side.source.snapshot_date().map(date);
        day.unwrap_or_else(|| side.source.name.clone())
    })
}

/// The line that says whose data these are.
#[must_use]
pub fn moved_source(explained: &Explained, language: Language) -> String {
    let [old, new] = moved_days(explained);
    let line = fill(moved(language).source, &[("old", &old), ("new", &new)]);
    format!("{}: {line}", language.text().source)
}

fn at(numbers: &[usize], column: usize) -> usize {
    numbers.get(column).copied().unwrap_or(0)
}

/// A heading's words within a sentence.
fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// What one column of a row did, in a sentence.
fn column_sentence(
    explained: &Explained,
    row: &ComparedRow,
    column: usize,
    language: Language,
) -> String {
    let text = moved(language);
    let name = moved_column(explained, column, language);
    let [old, new] = [&row.old, &row.new].map(|numbers| count(at(numbers, column)));
    let change = row.change().get(column).copied().unwrap_or(0);
    let causes: Vec<String> = row
        .causes
        .iter()
        .filter_map(|share| {
            let change = share.change.get(column).copied()?;
            let name = || uncapitalised(text.cause(share.cause));
            (change != 0).then(|| format!("{} {}", name(), signed(change)))
        })
        .collect();
    let template = match causes.is_empty() {
        true => text.column_same,
        false => text.column_moved,
    };
    let values = [
        ("column", &*name),
        ("old", &*old),
        ("new", &*new),
        ("change", &*signed(change)),
        ("causes", &*causes.join(", ")),
    ];
    fill(template, &values)
}

/// The whole, each column that moved, the focus country, and what stayed.
#[must_use]
pub fn moved_sentences(
    explained: &Explained,
    focus: &str,
    labels: &Labels,
    language: Language,
) -> Vec<String> {
    let text = moved(language);
    let comparison = &explained.comparison;
    let rows = || comparison.tables.iter().flat_map(|table| &table.rows);
    if rows().all(|row| row.causes.is_empty()) {
        return vec![text.all_same.to_owned()];
    }
    let mut said = Vec::new();
    if let Some(row) = comparison.all() {
        let whole = comparison.columns.len();
        said.push(column_sentence(explained, row, whole, language));
        let columns = row.causes.iter().flat_map(|share| {
            let moved = share.change.iter().enumerate();
            moved.filter(|(at, change)| *at < whole && **change != 0)
        });
        let mut columns: Vec<usize> = columns.map(|(at, _)| at).collect();
        columns.sort_unstable();
        columns.dedup();
        // The latest first: it is what is asked about.
        for column in columns.into_iter().rev() {
            said.push(column_sentence(explained, row, column, language));
        }
    }
    said.extend(focus_sentence(explained, focus, labels, language));
    let same = rows().filter(|row| row.causes.is_empty()).count();
    let [tables, all, same] = [comparison.tables.len(), rows().count(), same].map(count);
    let values = [("tables", &*tables), ("rows", &*all), ("same", &*same)];
    said.push(fill(text.unmoved, &values));
    said
}

fn focus_sentence(
    explained: &Explained,
    focus: &str,
    labels: &Labels,
    language: Language,
) -> Option<String> {
    let text = moved(language);
    let table = explained.comparison.table("country")?;
    let row = table.rows.iter().find(|row| row.key == focus)?;
    let whole = explained.comparison.columns.len();
    let [old, new] = [at(&row.old, whole), at(&row.new, whole)];
    let ranks = [row.old_rank, row.new_rank];
    let template = match old == new && ranks[0] == ranks[1] {
        true => text.rank_same,
        false => text.rank_moved,
    };
    let [old, new] = [old, new].map(count);
    let [old_rank, new_rank] = ranks.map(|own| rank(own, false, language));
    let values = [
        ("name", labels.name("country", focus, language)),
        ("old", &*old),
        ("new", &*new),
        ("old_rank", &*old_rank),
        ("new_rank", &*new_rank),
    ];
    Some(fill(template, &values))
}

/// The breakdown of a compared table.
fn breakdown(table: &ComparedTable) -> Option<&'static Breakdown> {
    BREAKDOWNS.iter().copied().find(|own| own.id == table.id)
}

/// What a compared table is called.
#[must_use]
pub fn moved_table_name(table: &ComparedTable, language: Language) -> String {
    let own = breakdown(table);
    own.map_or_else(String::new, |own| own.dimension.name(language).to_owned())
}

/// What a row of a compared table is called.
#[must_use]
pub fn moved_row_name(
    table: &ComparedTable,
    key: &str,
    labels: &Labels,
    language: Language,
) -> String {
    match breakdown(table) {
        Some(own) if own.id != "year" => {
            labels.name(own.dimension.labels, key, language).to_owned()
        }
        _ => moved(language).whole.to_owned(),
    }
}

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
/// where these are named, and whose name holds `search`.
#[must_use]
pub fn movers<'a>(
    explained: &'a Explained,
    place: &MovedAt,
    row: Option<&str>,
    cause: Option<Cause>,
    search: &str,
) -> Vec<(&'a ComparedRow, Cause, &'a Mover)> {
    let search = search.to_lowercase();
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
            && stated.is_some_and(|own| own.name.to_lowercase().contains(&search))
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
