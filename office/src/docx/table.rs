//! Tables as Word has them.

use docx_rs::{
    AlignmentType, HeightRule, Paragraph, Run, Shading, Table, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, VMergeType,
    WidthType,
};
use model_census::paper::{Column, Grid, Kind};

use super::pages::TEXT_WIDTH;
use super::text::run;
use crate::columns::{Fit, WHOLE, unbroken};

/// The height that marks a line of headings: `finish.rs` makes those repeat.
pub(super) const HEADING_HEIGHT: u16 = 341;

const GREY: &str = "E7EBF0";

/// The letters of names and values, in half points.
const SIZE: usize = 18;

/// Of a longer one this many stand together where it begins and ends.
const TOGETHER: usize = 3;

/// Whether a row stands on the page of what follows it: the next row, or the
/// notes below the last.
fn keeps(at: usize, of: usize, has_notes: bool) -> bool {
    if at + 1 == of {
        return has_notes;
    }
    of <= WHOLE || at + 1 < TOGETHER || at + TOGETHER >= of
}

/// A table with its headings, which repeat on each page.
pub(super) fn table(grid: &Grid, fit: Fit) -> Table {
    let mut rows = headings(grid, &fit);
    let has_notes = !grid.notes.is_empty();
    rows.extend(grid.rows.iter().enumerate().map(|(at, cells)| {
        let cells = cells.iter().zip(&grid.columns).zip(&fit.widths);
        let cells = cells.map(|((own, column), width)| {
            let text = unbroken(&own.text, column.kind);
            let text = line(&text, fit.size, alignment(column.kind), false);
            let text = text.keep_next(keeps(at, grid.rows.len(), has_notes));
            boxed(text).width(*width, WidthType::Dxa)
        });
        TableRow::new(cells.collect()).cant_split()
    }));
    framed(rows, fit.widths)
}

/// Names and values.
pub(super) fn pairs(pairs: &[(String, String)]) -> Table {
    let name = TEXT_WIDTH / 4;
    let widths = vec![name, TEXT_WIDTH - name];
    let rows = pairs.iter().enumerate().map(|(at, (name, value))| {
        let keep = keeps(at, pairs.len(), false);
        let cell = |text: &str, bold: bool| {
            boxed(line(text, SIZE, AlignmentType::Left, bold).keep_next(keep))
        };
        let cells = [shaded(cell(name, true)), cell(value, false)];
        let cells = cells.into_iter().zip(&widths);
        let cells = cells.map(|(cell, width)| cell.width(*width, WidthType::Dxa));
        TableRow::new(cells.collect()).cant_split()
    });
    framed(rows.collect(), widths.clone())
}

fn framed(rows: Vec<TableRow>, widths: Vec<usize>) -> Table {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    let borders = [Top, Bottom, Left, Right, InsideH, InsideV];
    let borders = borders
        .into_iter()
        .fold(TableBorders::new(), |all, position| {
            all.set(TableBorder::new(position).size(4).color("8C8C8C"))
        });
    let width = widths.iter().sum();
    Table::new(rows)
        .set_grid(widths)
        .width(width, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(30, 80, 30, 80))
        .set_borders(borders)
}

/// Groups above their columns; columns without one go over both lines.
fn headings(grid: &Grid, fit: &Fit) -> Vec<TableRow> {
    let heading = |text: &str| heading_cell(text, fit.size);
    let grouped = grid.has_groups();
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    let mut columns = grid.columns.iter().zip(&fit.widths).peekable();
    while let Some((column, width)) = columns.next() {
        let mut width = *width;
        let own = heading(&column.heading).width(width, WidthType::Dxa);
        match &column.group {
            Some(group) => {
                lower.push(own);
                let mut span = 1;
                let same = |next: &(&Column, &usize)| next.0.group.as_ref() == Some(group);
                while let Some((next, more)) = columns.next_if(same) {
                    lower.push(heading(&next.heading).width(*more, WidthType::Dxa));
                    (span, width) = (span + 1, width + more);
                }
                let above = heading(group).grid_span(span);
                upper.push(above.width(width, WidthType::Dxa));
            }
            None if grouped => {
                upper.push(own.vertical_merge(VMergeType::Restart));
                let below = heading("").width(width, WidthType::Dxa);
                lower.push(below.vertical_merge(VMergeType::Continue));
            }
            None => upper.push(own),
        }
    }
    [upper, lower]
        .into_iter()
        .filter(|cells| !cells.is_empty())
        .map(|cells| {
            TableRow::new(cells)
                .cant_split()
                .row_height(f32::from(HEADING_HEIGHT))
                .height_rule(HeightRule::AtLeast)
        })
        .collect()
}

fn shaded(cell: TableCell) -> TableCell {
    cell.shading(Shading::new().fill(GREY))
}

fn heading_cell(text: &str, size: usize) -> TableCell {
    shaded(boxed(
        line(text, size, AlignmentType::Center, true).keep_next(true),
    ))
}

fn line(text: &str, size: usize, align: AlignmentType, bold: bool) -> Paragraph {
    let text = run(text).size(size);
    let text: Run = if bold { text.bold() } else { text };
    Paragraph::new().align(align).add_run(text)
}

fn boxed(line: Paragraph) -> TableCell {
    TableCell::new()
        .vertical_align(VAlignType::Center)
        .add_paragraph(line)
}

fn alignment(kind: Kind) -> AlignmentType {
    match kind {
        Kind::Label | Kind::Text => AlignmentType::Left,
        Kind::Rank => AlignmentType::Center,
        Kind::Count | Kind::Total | Kind::Share | Kind::Number => AlignmentType::Right,
    }
}
