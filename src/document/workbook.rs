//! All tables as a workbook, with their charts.

use crate::breakdown::{Draw, Shape};
use crate::evidence::Evidence;
use crate::labels::Labels;
use crate::language::Language;
use crate::list::ListId;
use crate::paper::{ChartKind, Grid, Kind, Sheet, Value, Workbook};
use crate::report::Report;
use crate::verification::Verification;

use super::about::{About, about, title};
use super::annex::Annexes;
use super::evidence::evidence_rows;
use super::grid::{list_grid, table_grid};
use super::verification::verification_grid;

/// A sheet for each table and list, for an edition beside the data, for all
/// counted models, as far as these are handed in, and for further chapters.
#[must_use]
pub fn workbook(
    report: &Report,
    written: &About,
    found: Option<&Verification>,
    all: Option<&Evidence>,
    annexes: &Annexes,
    language: Language,
) -> Workbook {
    let text = language.text();
    let shape = Shape::default();
    let mut sheets: Vec<Sheet> = Vec::new();
    for (breakdown, table) in report.tables() {
        let Some(table) = table else { continue };
        let grid = table_grid(report, breakdown, table, shape, language);
        let chart = match breakdown.draw {
            Draw::Columns => ChartKind::Columns,
            Draw::Bars => ChartKind::Bars,
        };
        let names = match chart {
            ChartKind::Columns => time(report, language).to_owned(),
            ChartKind::Bars => breakdown.dimension.name(language).to_owned(),
        };
        sheets.push(Sheet {
            chart: Some(chart),
            names,
            ..sheet(grid)
        });
    }
    for list in ListId::ALL {
        sheets.extend(list_grid(report, list, language).map(sheet));
    }
    sheets.extend(found.map(|found| Sheet {
        name: text.verification_title.to_owned(),
        grid: verification_grid(report, found, None, language),
        chart: None,
        names: String::new(),
    }));
    sheets.extend(annexes.sheets(report, language));
    sheets.extend(all.map(|all| Sheet {
        name: text.more().models_sheet.to_owned(),
        grid: models(all, &report.labels, language),
        chart: None,
        names: String::new(),
    }));
    Workbook {
        language,
        title: title(report, language),
        written: written.written.clone(),
        about: about(report, written, language),
        about_heading: text.data_title.to_owned(),
        sheets,
    }
}

/// What a chart's columns are, one for each.
fn time(report: &Report, language: Language) -> &'static str {
    let text = language.text();
    if report.findings.period.is_by_half() {
        text.half_heading
    } else {
        text.year_heading
    }
}

fn sheet(grid: Grid) -> Sheet {
    // `<표 1>` and `[그림 2]` without what a sheet's name may not have.
    let name = grid.number.trim_matches(['<', '>', '[', ']']).to_owned();
    Sheet {
        name,
        grid,
        chart: None,
        names: String::new(),
    }
}

/// As many models as an evidence names, with days and large numbers as what
/// they are.
fn models(all: &Evidence, labels: &Labels, language: Language) -> Grid {
    let text = language.text();
    let rows = evidence_rows(all, labels, language);
    let mut grid = Grid::of_texts(text.more().models_sheet, rows);
    grid.id = "models".to_owned();
    let numbers = [text.training_compute, text.parameters];
    for (at, column) in grid.columns.iter_mut().enumerate() {
        let is_number = numbers.contains(&&*column.heading);
        if is_number {
            column.kind = Kind::Number;
        }
        if is_number || column.heading == text.publication_date {
            let cells = grid.rows.iter_mut().filter_map(|row| row.get_mut(at));
            // A date that is known to its month or year stays a text.
            for cell in cells {
                cell.value = match Value::read(&cell.text) {
                    Some(Value::Number(_)) if !is_number => None,
                    value => value,
                };
            }
        }
    }
    grid
}
