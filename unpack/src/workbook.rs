//! The table of an Excel workbook, as CSV.

use std::io::Cursor;

use calamine::{Cell, DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};
use model_census_dataset::{Columns, Header, tidy};
use serde::Serialize;

use crate::bounded::Bounded;
use crate::error::{of_io, of_zip, some_names};
use crate::{PackedError, TABLE_LIMIT, WORKBOOK_LIMIT, archive, guard};

/// How many rows are looked at for the header.
const SEARCHED_ROWS: u32 = 20;
/// The days that a workbook can name, as it counts them: to the year 9999.
const DAYS: std::ops::Range<f64> = 0.0..2_957_004.0;

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its cells as CSV: UTF-8, commas, each row of the sheet one record, blank
    /// ones too, so that rows keep their numbers.
    pub csv: Vec<u8>,
}

/// The first sheet that has a header with the columns of an export.
///
/// # Errors
///
/// [`PackedError::NoHeader`] where no sheet has one; otherwise what kept the
/// workbook or the sheet from being read.
pub fn sheet_as_csv(bytes: &[u8]) -> Result<Sheet, PackedError> {
    sheet_as_csv_within(bytes, WORKBOOK_LIMIT, TABLE_LIMIT)
}

/// [`sheet_as_csv`] with other limits: of what the workbook unpacks to, and of
/// the CSV.
///
/// # Errors
///
/// Those of [`sheet_as_csv`].
pub fn sheet_as_csv_within(
    bytes: &[u8],
    workbook_limit: u64,
    table_limit: u64,
) -> Result<Sheet, PackedError> {
    guard::check(&mut archive::open(bytes)?, workbook_limit)?;
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| of_workbook(&error))?;
    let sheets: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut damage = None;
    for name in &sheets {
        match table(&mut workbook, name) {
            Ok(Some(table)) => {
                let name = name.clone();
                return match table.write(table_limit) {
                    Ok(csv) => Ok(Sheet { name, csv }),
                    Err(_error) => Err(PackedError::TooLarge {
                        name,
                        limit: table_limit,
                    }),
                };
            }
            Ok(None) => {}
            // Another sheet may be the one that is meant.
            Err(error) => {
                damage.get_or_insert(of_sheet(&error, name));
            }
        }
    }
    Err(damage.unwrap_or(PackedError::NoHeader {
        sheets: some_names(sheets.into_iter()),
    }))
}

/// The used cells of a sheet, row by row, and how many columns its header has.
struct Table<'a> {
    cells: Vec<Cell<DataRef<'a>>>,
    width: usize,
}

/// The cells of a sheet, if it has the header.
fn table<'a>(
    workbook: &'a mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
) -> Result<Option<Table<'a>>, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(sheet)?;
    let mut cells: Vec<Cell<DataRef<'a>>> = Vec::new();
    let mut width = None;
    // Not calamine's own range of cells: that has a place for every cell
    // between two used ones, and two can be billions apart.
    while let Some(cell) = reader.next_cell()? {
        if is_blank(cell.get_value()) {
            continue;
        }
        if width.is_none() && cell.get_position().0 >= SEARCHED_ROWS {
            width = header_width(&cells);
            if width.is_none() {
                return Ok(None);
            }
        }
        cells.push(cell);
    }
    // Rows should come in order, and do not have to.
    cells.sort_by_key(Cell::get_position);
    Ok(width
        .or_else(|| header_width(&cells))
        .map(|width| Table { cells, width }))
}

/// The columns of the first row that is a header.
fn header_width(cells: &[Cell<DataRef<'_>>]) -> Option<usize> {
    (0..SEARCHED_ROWS).find_map(|row| {
        let cells = cells.iter().filter(|cell| cell.get_position().0 == row);
        let width = cells.clone().map(|cell| cell.get_position().1).max();
        let cells: Vec<String> = cells
            .map(|cell| tidy(&text(cell.get_value())).into_owned())
            .collect();
        let is_header = Header::of(&cells, &Columns::default()).lacks().is_none();
        width.filter(|_| is_header).map(|width| width as usize + 1)
    })
}

impl Table<'_> {
    /// Fails only where the CSV grows beyond the limit: nothing else can go
    /// wrong with writing to memory.
    fn write(&self, limit: u64) -> csv::Result<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .from_writer(Bounded::new(limit));
        let mut written = 0;
        let rows = self
            .cells
            .chunk_by(|one, next| one.get_position().0 == next.get_position().0);
        for cells in rows {
            let row = cells.first().map_or(written, |cell| cell.get_position().0);
            // A blank row is a record of the header's width, as Excel has it.
            for _ in written..row {
                writer.write_record((0..self.width).map(|_| ""))?;
            }
            self.write_row(&mut writer, cells)?;
            written = row.saturating_add(1);
        }
        let bounded = writer
            .into_inner()
            .map_err(csv::IntoInnerError::into_error)?;
        Ok(bounded.bytes)
    }

    fn write_row(
        &self,
        writer: &mut csv::Writer<Bounded>,
        cells: &[Cell<DataRef<'_>>],
    ) -> csv::Result<()> {
        let mut column = 0;
        for (at, cell) in cells.iter().enumerate() {
            let next = cells.get(at + 1).map(Cell::get_position);
            // A place that is used twice: the later one, as Excel has it.
            if next == Some(cell.get_position()) {
                continue;
            }
            let own = cell.get_position().1 as usize;
            for _ in column..own {
                writer.write_field("")?;
            }
            writer.write_field(text(cell.get_value()))?;
            column = own + 1;
        }
        for _ in column..self.width {
            writer.write_field("")?;
        }
        writer.write_record(None::<&[u8]>)
    }
}

fn is_blank(value: &DataRef<'_>) -> bool {
    match value {
        DataRef::Empty => true,
        DataRef::String(text) => text.is_empty(),
        DataRef::SharedString(text) => text.is_empty(),
        _ => false,
    }
}

/// A cell as an export would have it.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "True".to_owned(),
        DataRef::Bool(false) => "False".to_owned(),
        DataRef::DateTime(date) => date_text(date),
        DataRef::DateTimeIso(date) => iso_text(date),
        DataRef::DurationIso(duration) => duration.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The shortest digits that give the number back: `12`, `0.5`, `3.8e25`.
fn number_text(number: f64) -> String {
    let text = format!("{number:?}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn date_text(date: &ExcelDateTime) -> String {
    let days = date.as_f64();
    // A format of dates on what is none: calamine would say the last date.
    if !DAYS.contains(&days) {
        return number_text(days);
    }
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    let mut time = format!("{hour:02}:{minute:02}:{second:02}");
    if milli > 0 {
        time = format!("{time}.{milli:03}");
    }
    if date.is_duration() {
        let hours = days.trunc() * 24.0 + f64::from(hour);
        return format!("{hours}{}", time.get(2..).unwrap_or_default());
    }
    match (days < 1.0, time == "00:00:00") {
        (true, _) => time,
        (false, true) => format!("{year:04}-{month:02}-{day:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}

/// Midnight says nothing here either.
fn iso_text(date: &str) -> String {
    match date.split_once('T') {
        Some((day, time)) if time.chars().all(|letter| "0:.Z".contains(letter)) => day.to_owned(),
        _ => date.to_owned(),
    }
}

fn of_workbook(error: &XlsxError) -> PackedError {
    match error {
        XlsxError::Zip(error) => of_zip(error, "xl/workbook.xml"),
        XlsxError::Io(error) => of_io(error, "xl/workbook.xml"),
        other => PackedError::Damaged {
            detail: other.to_string(),
        },
    }
}

fn of_sheet(error: &XlsxError, sheet: &str) -> PackedError {
    match error {
        XlsxError::Zip(error) => of_zip(error, sheet),
        other => PackedError::DamagedSheet {
            sheet: sheet.to_owned(),
            detail: other.to_string(),
        },
    }
}
