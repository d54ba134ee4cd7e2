//! All tables as one workbook.

mod chart;
mod exact;
mod look;
mod names;

use model_census::dataset::PartialDate;
use model_census::paper::{Cell, Grid, Kind, Sheet, Value, Workbook};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, IgnoreError, Url, Worksheet, XlsxError};

use crate::NotWritten;
use crate::xml::allowed;
use chart::Anchor;
use look::Look;

/// The longest text that a cell holds.
const LONGEST: usize = 32_767;

/// A sheet for each table, with its chart, and one that says where all comes
/// from. Equal workbooks give equal bytes.
///
/// # Errors
/// What could not be written.
pub fn xlsx(workbook: &Workbook) -> Result<Vec<u8>, NotWritten> {
    exact::exponents(&write(workbook).map_err(NotWritten::because)?)
}

fn write(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    // No clock: equal workbooks give equal files.
    let made = match PartialDate::parse(&workbook.written).and_then(excel_day) {
        Some(day) => day,
        None => ExcelDateTime::from_ymd(2000, 1, 1)?,
    };
    book.set_properties(
        &DocProperties::new()
            .set_title(allowed(&workbook.title))
            .set_author("Model Census")
            .set_creation_datetime(&made),
    );
    let look = Look::of(workbook.language);
    let mut names = names::Names::default();
    let about = names.take(&workbook.about_heading);
    let sheets: Vec<(String, &Sheet)> = workbook
        .sheets
        .iter()
        .map(|sheet| (names.take(&sheet.name), sheet))
        .collect();
    write_about(book.add_worksheet(), workbook, &about, &sheets, &look)?;
    for (name, sheet) in &sheets {
        let page = book.add_worksheet();
        page.set_name(name)?;
        let table = write_grid(page, &sheet.grid, &look)?;
        if let Some(kind) = sheet.chart {
            chart::insert(page, name, sheet, kind, table)?;
        }
    }
    book.save_to_buffer()
}

fn write_about(
    page: &mut Worksheet,
    workbook: &Workbook,
    name: &str,
    sheets: &[(String, &Sheet)],
    look: &Look,
) -> Result<(), XlsxError> {
    page.set_name(name)?;
    page.set_column_width(0, 24)?;
    page.set_column_width(1, 90)?;
    on_a4(page);
    text(page, 0, 0, &workbook.title, &look.title)?;
    let mut row = 2;
    for (name, value) in &workbook.about {
        text(page, row, 0, name, &look.head_left)?;
        text(page, row, 1, value, &look.wrapped)?;
        row += 1;
    }
    row += 1;
    for (name, sheet) in sheets {
        let address = format!("internal:'{}'!A1", name.replace('\'', "''"));
        let link = Url::new(address).set_text(allowed(name));
        page.write_url_with_format(row, 0, link, &look.link)?;
        text(page, row, 1, &sheet.grid.caption(), &look.plain)?;
        row += 1;
    }
    Ok(())
}

fn write_grid(page: &mut Worksheet, grid: &Grid, look: &Look) -> Result<Anchor, XlsxError> {
    text(page, 0, 0, &grid.caption(), &look.title)?;
    text(page, 1, 0, &grid.unit, &look.plain)?;
    let first = write_head(page, grid, 2, look)?;
    // Years are headings like others, which Excel would mark as numbers that
    // are stored as text.
    let last = u16::try_from(grid.columns.len().saturating_sub(1)).unwrap_or(0);
    page.ignore_error_range(2, 0, first - 1, last, IgnoreError::NumberStoredAsText)?;
    let mut row = first;
    for cells in &grid.rows {
        for ((at, cell), column) in (0..).zip(cells).zip(&grid.columns) {
            write_cell(page, row, at, cell, column.kind, look)?;
        }
        let most = cells.iter().map(lines).max().unwrap_or(1);
        if most > 1 {
            page.set_row_height(row, most * LINE)?;
        }
        row += 1;
    }
    for note in &grid.notes {
        text(page, row, 0, &format!("* {note}"), &look.note)?;
        row += 1;
    }
    for (at, width) in (0..).zip(widths(grid)) {
        page.set_column_width(at, width)?;
    }
    page.set_freeze_panes(first, 1)?;
    page.set_repeat_rows(2, first - 1)?;
    on_a4(page);
    Ok(Anchor { first, end: row })
}

/// Printed lying, as wide as its columns.
fn on_a4(page: &mut Worksheet) {
    const A4: u8 = 9;
    page.set_landscape();
    page.set_paper_size(A4);
    page.set_print_fit_to_pages(1, 0);
}

/// The headings, groups above their columns; the row below them.
fn write_head(page: &mut Worksheet, grid: &Grid, row: u32, look: &Look) -> Result<u32, XlsxError> {
    let grouped = grid.has_groups();
    let mut columns = (0_u16..).zip(&grid.columns).peekable();
    while let Some((at, column)) = columns.next() {
        let heading = allowed(&column.heading);
        match &column.group {
            Some(group) => {
                let mut last = at;
                text(page, row + 1, at, &heading, &look.head)?;
                while let Some((next, column)) =
                    columns.next_if(|(_, next)| next.group.as_ref() == Some(group))
                {
                    text(page, row + 1, next, &column.heading, &look.head)?;
                    last = next;
                }
                if last > at {
                    page.merge_range(row, at, row, last, &allowed(group), &look.head)?;
                } else {
                    text(page, row, at, group, &look.head)?;
                }
            }
            None if grouped => {
                page.merge_range(row, at, row + 1, at, &heading, &look.head)?;
            }
            None => text(page, row, at, &heading, &look.head)?,
        }
    }
    Ok(row + if grouped { 2 } else { 1 })
}

fn write_cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    kind: Kind,
    look: &Look,
) -> Result<(), XlsxError> {
    let Some(value) = cell.value else {
        let format = match lines(cell) {
            1 => look.words(kind),
            _ => &look.wrapped,
        };
        return text(page, row, column, &cell.text, format);
    };
    let format = look.value(kind, cell, value);
    match value {
        Value::Number(number) | Value::Share(number) | Value::Large(number)
            if number.is_finite() =>
        {
            page.write_number_with_format(row, column, number, &format)?;
        }
        Value::Year(year) => {
            page.write_number_with_format(row, column, year, &format)?;
        }
        Value::Day(day) => match excel_day(day) {
            Some(day) => {
                page.write_datetime_with_format(row, column, day, &format)?;
            }
            None => text(page, row, column, &cell.text, look.words(kind))?,
        },
        _ => text(page, row, column, &cell.text, look.words(kind))?,
    }
    Ok(())
}

/// The day as Excel counts it, from 1900 on.
fn excel_day(day: PartialDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year).ok().filter(|year| *year >= 1_900)?;
    let [month, day] = [day.month?, day.day?].map(i8::unsigned_abs);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Never as a formula, whatever it begins with.
fn text(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &rust_xlsxwriter::Format,
) -> Result<(), XlsxError> {
    let text = allowed(text);
    let cut: String = if text.chars().count() > LONGEST {
        text.chars().take(LONGEST - 1).chain(['…']).collect()
    } else {
        text
    };
    if cut.is_empty() {
        page.write_blank(row, column, format)?;
    } else {
        page.write_string_with_format(row, column, cut, format)?;
    }
    Ok(())
}

/// As wide as a column may be, in letters.
const WIDEST: u32 = 48;

/// What a text takes; Hangul and the like are twice as wide.
fn width(text: &str) -> u32 {
    let letters = text.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 });
    letters.sum::<u32>() + 2
}

/// The height of a line, in points.
const LINE: u32 = 15;

/// A sentence that its column has no room for goes on below.
fn lines(cell: &Cell) -> u32 {
    let is_sentence = cell.value.is_none() && cell.text.contains(' ');
    if is_sentence {
        // Words leave a little of each line empty.
        width(&cell.text).div_ceil(WIDEST - 4).max(1)
    } else {
        1
    }
}

/// Of the longest text in each column.
fn widths(grid: &Grid) -> Vec<f64> {
    const NARROWEST: u32 = 8;
    grid.columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = grid.rows.iter().filter_map(|row| row.get(at));
            let widest = cells.map(|cell| width(&cell.text)).max().unwrap_or(0);
            f64::from(widest.max(width(&column.heading)).clamp(NARROWEST, WIDEST))
        })
        .collect()
}
