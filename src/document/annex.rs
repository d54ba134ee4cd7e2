//! Chapters that a report has where they are asked for: what goes beyond IS-178.
//!
//! In: what was found of other lists. Out: the same chapters as blocks of a
//! document, as sheets of a workbook, as tables.
//! Leaves out: finding it.

use crate::chart::{self, Drawing, Look};
use crate::comparison::{Explained, History};
use crate::coverage::Coverage;
use crate::language::{Language, fill};
use crate::locale::{coverage_sentences, moved};
use crate::paper::{Block, Grid, Mark, Sheet};
use crate::report::Report;

use super::blocks::{figure, item};
use super::coverage::{coverage_counts_grid, coverage_grid};
use super::history::{growing_sentences, history_grid};
use super::moved::{MovedAt, moved_column, moved_days, moved_sentences, signed};
use super::moved_tables::{moved_grid, movers, movers_grid};

/// A chapter that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Annex {
    /// Why the numbers moved since the list of another day.
    Comparison,
    /// How the list grew.
    History,
    /// Models that are not in the list.
    Coverage,
}

impl Annex {
    /// All of them, in the order that they stand in.
    pub const ALL: [Self; 3] = [Self::Comparison, Self::History, Self::Coverage];

    /// Its id: that of its section on the page.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Comparison => "comparison",
            Self::History => "history",
            Self::Coverage => "coverage",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn title(self, language: Language) -> &'static str {
        let text = language.text();
        match self {
            Self::Comparison => text.moved_title,
            Self::History => text.history_title,
            Self::Coverage => text.coverage_title,
        }
    }
}

/// What was found for the chapters that were asked for.
#[derive(Clone, Debug, Default)]
pub struct Annexes {
    /// For why the numbers moved.
    pub comparison: Option<Explained>,
    /// For how the list grew.
    pub history: Option<History>,
    /// For models that are not in the list.
    pub coverage: Option<Coverage>,
}

/// A chapter: what is said, a chart of the first table, and the tables.
struct Chapter {
    annex: Annex,
    sentences: Vec<String>,
    drawing: Option<Drawing>,
    grids: Vec<Grid>,
}

impl Annexes {
    fn chapters(&self, report: &Report, language: Language) -> Vec<Chapter> {
        let comparison = self.comparison.as_ref();
        let history = self.history.as_ref();
        let coverage = self.coverage.as_ref();
        let chapters = [
            comparison.map(|own| of_comparison(own, report, language)),
            history.map(|own| of_history(own, report, language)),
            coverage.map(|own| of_coverage(own, report, language)),
        ];
        chapters.into_iter().flatten().collect()
    }

    /// As the last chapters of a document, numbered from one.
    pub(super) fn blocks(&self, report: &Report, language: Language) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (at, chapter) in self.chapters(report, language).into_iter().enumerate() {
            let number = (at + 1).to_string();
            let values = [("n", &*number), ("title", chapter.annex.title(language))];
            let text = fill(language.text().more().files.annex, &values);
            blocks.push(Block::Heading { level: 1, text });
            let said = chapter.sentences.iter();
            blocks.extend(said.map(|own| item(Mark::Circle, own)));
            // The chart shows what the first table says in full.
            let drawn = chapter.grids.first().zip(chapter.drawing);
            blocks.extend(drawn.map(|(grid, drawing)| {
                let id = chart_of(&grid.id);
                let grid = Grid { id, ..grid.clone() };
                Block::Figure(figure(grid, Some(drawing), language))
            }));
            blocks.extend(chapter.grids.into_iter().map(Block::Grid));
        }
        blocks
    }

    /// Their charts, by the ids of their figures.
    #[must_use]
    pub fn drawings(&self, report: &Report, language: Language) -> Vec<(String, Drawing)> {
        let chapters = self.chapters(report, language).into_iter();
        let drawn = chapters.filter_map(|own| {
            let id = chart_of(&own.grids.first()?.id);
            Some((id, own.drawing?))
        });
        drawn.collect()
    }

    /// Their tables.
    #[must_use]
    pub fn grids(&self, report: &Report, language: Language) -> Vec<Grid> {
        let chapters = self.chapters(report, language).into_iter();
        chapters.flat_map(|own| own.grids).collect()
    }

    /// As sheets of a workbook, one for each table.
    pub(super) fn sheets(&self, report: &Report, language: Language) -> Vec<Sheet> {
        let chapters = self.chapters(report, language).into_iter();
        let sheets = chapters.flat_map(|own| {
            let title = own.annex.title(language);
            own.grids.into_iter().enumerate().map(move |(at, grid)| {
                let name = match at {
                    0 => title.to_owned(),
                    _ => format!("{title} {}", at + 1),
                };
                Sheet {
                    name,
                    grid,
                    chart: None,
                    names: String::new(),
                }
            })
        });
        sheets.collect()
    }
}

/// The id of the figure of a table.
fn chart_of(grid: &str) -> String {
    format!("{grid}-chart")
}

/// As on paper.
fn look(language: Language) -> Look {
    Look {
        language,
        ..Look::default()
    }
}

/// Every table over the whole period, and the models that moved.
fn of_comparison(found: &Explained, report: &Report, language: Language) -> Chapter {
    let labels = &report.labels;
    let whole = MovedAt::whole(found);
    let place = |table: &str| MovedAt {
        table: table.to_owned(),
        ..whole.clone()
    };
    // The table of all comes first: the chart is of it.
    let others = found.comparison.tables.iter().map(|own| &*own.id);
    let others = others.filter(|id| *id != whole.table);
    let tables = std::iter::once(&*whole.table).chain(others);
    let grids = tables.filter_map(|id| moved_grid(found, &place(id), labels, language));
    let moving = movers(found, &whole, None, None, "");
    let models = movers_grid(found, &whole, &moving, labels, language);
    let drawing = found.comparison.all().map(|row| {
        let column = moved_column(found, whole.column, language);
        let title = fill(moved(language).chart, &[("column", &column)]);
        let [old, new] = moved_days(found);
        chart::waterfall(
            row,
            whole.column,
            [&old, &new],
            title,
            signed,
            look(language),
        )
    });
    let focus = &report.definition.focus_country;
    Chapter {
        annex: Annex::Comparison,
        sentences: moved_sentences(found, focus, labels, language),
        drawing,
        grids: grids.chain(models).collect(),
    }
}

/// Counts, and differences to the day before.
fn of_history(found: &History, report: &Report, language: Language) -> Chapter {
    let grid = |is_of_changes| history_grid(found, is_of_changes, &report.labels, language);
    Chapter {
        annex: Annex::History,
        sentences: growing_sentences(found, language),
        drawing: Some(chart::growing(found, look(language))),
        grids: vec![grid(false), grid(true)],
    }
}

/// Counts by reason and year, and every model, the newest first.
fn of_coverage(found: &Coverage, report: &Report, language: Language) -> Chapter {
    let labels = &report.labels;
    let models = found.models.iter().rev();
    let drawing = chart::coverage(found, labels, look(language));
    Chapter {
        annex: Annex::Coverage,
        sentences: coverage_sentences(found, labels, language),
        drawing: (found.of_period() > 0).then_some(drawing),
        grids: vec![
            coverage_counts_grid(found, labels, language),
            coverage_grid(found, models, labels, language),
        ],
    }
}
