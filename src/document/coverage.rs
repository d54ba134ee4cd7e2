//! Models that are not in the list, as tables.
//!
//! In: a [`Coverage`], names. Out: what the page shows and files hold.

use crate::coverage::{Coverage, Covered, Stated, Why};
use crate::labels::Labels;
use crate::language::{Language, fill};
use crate::locale::{coverage_text, covered_lists, covered_of, date, flop, span};
use crate::paper::{Cell, Grid, Kind};

use super::moved_tables::{heading, number};

/// What becomes of a model: `집계됨`, or why it is not counted.
#[must_use]
pub fn covered_fate(why: Option<Why>, language: Language) -> &'static str {
    let text = coverage_text(language);
    why.map_or(text.counted, text.whys)
}

/// Counted models and those that are not, by reason and year.
#[must_use]
pub fn coverage_counts_grid(coverage: &Coverage, labels: &Labels, language: Language) -> Grid {
    let text = coverage_text(language);
    let of = covered_of(&coverage.query, labels, language);
    let spans = coverage.period.spans().map(|own| span(own, language));
    let mut columns = vec![heading(text.fate, Kind::Label)];
    columns.extend(spans.map(|own| heading(own, Kind::Number)));
    columns.push(heading(text.total, Kind::Number));
    let rows = coverage.counts().into_iter().map(|row| {
        let mut cells = vec![Cell::words(covered_fate(row.why, language))];
        cells.extend(row.cells.iter().copied().map(number));
        cells.push(number(row.total()));
        cells
    });
    Grid {
        id: "coverage".to_owned(),
        title: fill(text.counts, &[("of", &of)]),
        unit: language.text().unit_models.to_owned(),
        columns,
        rows: rows.collect(),
        notes: notes(coverage, language),
        ..Grid::default()
    }
}

/// The models, each with what decides; `models` are those of the coverage that
/// are wanted.
#[must_use]
pub fn coverage_grid<'a>(
    coverage: &Coverage,
    models: impl IntoIterator<Item = &'a Covered>,
    labels: &Labels,
    language: Language,
) -> Grid {
    let text = coverage_text(language);
    let of = covered_of(&coverage.query, labels, language);
    let page = language.text();
    let columns = vec![
        heading(text.model, Kind::Label),
        heading(page.publication_date, Kind::Text),
        heading(text.developers, Kind::Text),
        heading(text.fate, Kind::Text),
        heading(text.decided_by, Kind::Text),
        heading(text.cell, Kind::Text),
    ];
    let rows = models.into_iter().map(|model| {
        let developers: Vec<&str> = model
            .organizations
            .iter()
            .map(|own| labels.name("organization", own, language))
            .collect();
        vec![
            Cell::words(&*model.name),
            Cell::words(model.published.map(date).unwrap_or_default()),
            Cell::words(developers.join(", ")),
            Cell::words(covered_fate(model.why, language)),
            Cell::words(row_of(coverage, model, language)),
            Cell::words(covered_cell(model, language)),
        ]
    });
    Grid {
        id: "coverage-models".to_owned(),
        title: fill(text.models, &[("of", &of)]),
        columns,
        rows: rows.collect(),
        notes: notes(coverage, language),
        ..Grid::default()
    }
}

/// The list and row that decide.
fn row_of(coverage: &Coverage, model: &Covered, language: Language) -> String {
    let text = coverage_text(language);
    let list = coverage.lists.get(model.by);
    let list = list.map(|list| (text.lists)(list.kind)).unwrap_or_default();
    let row = model.record.to_string();
    fill(text.row_of, &[("list", list), ("row", &row)])
}

/// The cell that decides: its header and what stands in it.
#[must_use]
pub fn covered_cell(model: &Covered, language: Language) -> String {
    let text = coverage_text(language);
    let column = ("column", &*model.cell.column);
    let value = match &model.cell.stated {
        Stated::Nothing => return fill(text.cell_blank, &[column]),
        Stated::Flop(operations) => flop(*operations),
        Stated::Text(words) => words.clone(),
    };
    fill(text.cell_is, &[column, ("value", &value)])
}

fn notes(coverage: &Coverage, language: Language) -> Vec<String> {
    let text = coverage_text(language);
    let mut notes = vec![text.note.to_owned()];
    if coverage.is_by_bundled {
        notes.push(text.bundled.to_owned());
    }
    let lists = covered_lists(coverage, language);
    let source = fill(text.source, &[("lists", &lists)]);
    notes.push(format!("{}: {source}", language.text().source));
    notes
}
