//! Why numbers moved, as sentences and tables.
//!
//! In: an [`Explained`], names. Out: what the page shows and files hold.
//! Leaves out: which cell is looked at; it is handed in.

use crate::breakdown::{BREAKDOWNS, Breakdown};
use crate::comparison::{ComparedRow, ComparedTable, Explained, Side};
use crate::labels::Labels;
use crate::language::{Language, fill};
use crate::locale::{self, count, date, moved, rank, span};

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

pub(super) fn at(numbers: &[usize], column: usize) -> usize {
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
    let said = fill(template, &values);
    // What a list does not cover whole is not compared in silence.
    let last = explained.comparison.columns.last().copied();
    let reached = explained.comparison.columns.get(column).copied().or(last);
    let lacks = |side: &&Side| {
        let whole = side.source.last_whole_year();
        reached.is_some_and(|span| whole.is_some_and(|whole| span.year() > whole))
    };
    let lacking = [&explained.old, &explained.new].into_iter().find(lacks);
    match lacking.and_then(|side| side.source.snapshot_date()) {
        Some(day) => fill(text.not_whole, &[("said", &said), ("day", &date(day))]),
        None => said,
    }
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
    match breakdown(table) {
        // Its one row is of all models.
        Some(own) if own.id != "year" => own.dimension.name(language).to_owned(),
        _ => language.text().more().number_of_models.to_owned(),
    }
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
