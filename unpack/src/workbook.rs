//! The table of an Excel workbook, as CSV.
//!
//! Long because what a sheet's cells become stands together.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Cell, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use model_census_dataset::{
    Code, Columns, Detail, Field, Header, Problem, recognise, some_names, tidy,
};
use serde::Serialize;

use crate::book::Book;
use crate::bounded::Bounded;
use crate::error::{of_io, of_zip};
use crate::{PackedError, TABLE_LIMIT, WORKBOOK_LIMIT, archive, guard};

/// How many rows are looked at for the header.
const SEARCHED_ROWS: u32 = 20;
/// The days that a workbook can name, as it counts them: to the year 9999.
const DAYS: std::ops::Range<f64> = 0.0..2_957_004.0;

/// How many days the count from 1904 on is behind the usual one.
const DAYS_TO_1904: f64 = 1462.0;
/// The most cells that merged ones are filled into.
const MOST_FILLED: usize = 1 << 20;

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its cells as CSV: UTF-8, commas, each row of the sheet one record, blank
    /// ones too, so that rows keep their numbers.
    pub csv: Vec<u8>,
    /// What was chosen and filled in, to be told with what is read of it.
    pub notes: Vec<Problem>,
    /// All sheets that are seen and have such a header, in the workbook's order.
    pub sheets: Vec<String>,
}

/// The sheet with a header with the columns of an export: the one that is seen
/// first, else the first one that is not hidden.
///
/// # Errors
///
/// [`PackedError::NoHeader`] where no sheet has one; otherwise what kept the
/// workbook or the sheet from being read.
pub fn sheet_as_csv(bytes: &[u8]) -> Result<Sheet, PackedError> {
    sheet_as_csv_within(bytes, WORKBOOK_LIMIT, TABLE_LIMIT)
}

/// The sheet of a name, hidden or not.
///
/// # Errors
///
/// [`PackedError::NoSuchTable`] where there is none; else those of
/// [`sheet_as_csv`].
pub fn sheet_named(bytes: &[u8], name: &str) -> Result<Sheet, PackedError> {
    sheet_by(bytes, Some(name), &Columns::default())
}

/// The sheet of a name, or the one that [`sheet_as_csv`] chooses, where the
/// reader says what headers mean.
///
/// # Errors
///
/// Those of [`sheet_named`] and [`sheet_as_csv`].
pub fn sheet_by(bytes: &[u8], name: Option<&str>, columns: &Columns) -> Result<Sheet, PackedError> {
    find(bytes, name, columns, WORKBOOK_LIMIT, TABLE_LIMIT)
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
    let columns = Columns::default();
    find(bytes, None, &columns, workbook_limit, table_limit)
}

fn find(
    bytes: &[u8],
    wanted: Option<&str>,
    columns: &Columns,
    workbook_limit: u64,
    table_limit: u64,
) -> Result<Sheet, PackedError> {
    let mut archive = archive::open(bytes)?;
    let formulas = guard::check(&mut archive, workbook_limit)?;
    let book = Book::of(&mut archive);
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| of_workbook(&error))?;
    let sheets = sheets(&workbook, book, wanted)?;
    let mut damage = None;
    let mut found: Option<Sheet> = None;
    let (mut seen, mut hidden) = (Vec::new(), Vec::new());
    for own in &sheets {
        let Named {
            name, is_hidden, ..
        } = own;
        let may_be_read = match wanted {
            Some(wanted) => wanted == name,
            None => !is_hidden && found.is_none(),
        };
        let merged = merged(&mut workbook, name);
        match table(&mut workbook, name, columns, book.is_1904) {
            Ok(Some(mut table)) => {
                if *is_hidden {
                    hidden.push(name.clone());
                } else {
                    seen.push((own.at, name.clone()));
                }
                if !may_be_read {
                    continue;
                }
                let notes = table.fill(&merged).into_iter().collect();
                let name = name.clone();
                found = Some(match table.write(table_limit) {
                    Ok(csv) => Sheet {
                        name,
                        csv,
                        notes,
                        sheets: Vec::new(),
                    },
                    Err(_error) => {
                        return Err(PackedError::TooLarge {
                            name,
                            limit: table_limit,
                        });
                    }
                });
            }
            // Another sheet may be the one that is meant.
            Err(error) if may_be_read => {
                damage.get_or_insert(of_sheet(&error, name));
            }
            Ok(None) | Err(_) => {}
        }
    }
    let Some(mut sheet) = found else {
        let tried = sheets.into_iter().filter(|own| match wanted {
            Some(wanted) => own.name == wanted,
            None => !own.is_hidden,
        });
        return Err(damage.unwrap_or(PackedError::NoHeader {
            sheets: some_names(tried.map(|own| own.name)),
        }));
    };
    seen.sort_unstable();
    sheet.sheets = seen.into_iter().map(|(_, name)| name).collect();
    let is_other = |name: &&String| **name != sheet.name;
    let others: Vec<String> = sheet.sheets.iter().filter(is_other).cloned().collect();
    // What was asked for by its name is no choice of ours.
    let passed_over = [(Code::OtherSheets, others), (Code::HiddenSheets, hidden)];
    let passed_over = passed_over.iter().filter(|_| wanted.is_none());
    for (code, names) in passed_over.filter(|(_, names)| !names.is_empty()) {
        let mut note = Problem::of_file(*code, "", &names.join(", "));
        note.detail = Some(Detail::ReadAs(sheet.name.clone()));
        sheet.notes.push(note);
    }
    if formulas > 0 {
        let code = Code::UncomputedFormulas;
        let note = Problem::of_records(code, "", "", &[], formulas);
        sheet.notes.push(note);
    }
    Ok(sheet)
}

/// A sheet, before it is read.
struct Named {
    name: String,
    /// Its place in the workbook.
    at: usize,
    is_hidden: bool,
}

/// The sheets, the one that is seen first in front.
fn sheets(
    workbook: &Xlsx<Cursor<&[u8]>>,
    book: Book,
    wanted: Option<&str>,
) -> Result<Vec<Named>, PackedError> {
    let all = workbook.sheets_metadata().iter().enumerate();
    let all = all.filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet);
    let mut all: Vec<Named> = all
        .map(|(at, sheet)| Named {
            name: sheet.name.clone(),
            at,
            is_hidden: sheet.visible != SheetVisible::Visible,
        })
        .collect();
    if let Some(wanted) = wanted
        && !all.iter().any(|own| own.name == wanted)
    {
        return Err(PackedError::NoSuchTable {
            name: wanted.to_owned(),
            tables: all.into_iter().map(|own| own.name).collect(),
        });
    }
    all.sort_by_key(|own| own.at != book.active);
    Ok(all)
}

/// The merged cells of a sheet that span rows: first row and column, last row.
fn merged(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Vec<(u32, u32, u32)> {
    let merged = workbook.merge_cells_by_sheet_name(sheet);
    let merged = merged.unwrap_or_default().into_iter();
    merged
        .filter(|cells| cells.end.0 > cells.start.0)
        .map(|cells| (cells.start.0, cells.start.1, cells.end.0))
        .collect()
}

/// The used cells of a sheet, row by row, and how many columns its header has.
struct Table<'a> {
    cells: Vec<Cell<DataRef<'a>>>,
    width: usize,
    header_row: u32,
    /// The column of dates where its plain numbers are days since 1904.
    days_since_1904: Option<u32>,
}

/// The cells of a sheet, if it has the header.
fn table<'a>(
    workbook: &'a mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    columns: &Columns,
    is_1904: bool,
) -> Result<Option<Table<'a>>, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(sheet)?;
    let mut cells: Vec<Cell<DataRef<'a>>> = Vec::new();
    let mut found = None;
    // Not calamine's own range of cells: that has a place for every cell
    // between two used ones, and two can be billions apart.
    while let Some(cell) = reader.next_cell()? {
        if is_blank(cell.get_value()) {
            continue;
        }
        if found.is_none() && cell.get_position().0 >= SEARCHED_ROWS {
            found = header(&cells, columns);
            if found.is_none() {
                return Ok(None);
            }
        }
        cells.push(cell);
    }
    // Rows should come in order, and do not have to.
    cells.sort_by_key(Cell::get_position);
    let found = found.or_else(|| header(&cells, columns));
    Ok(found.map(|(header_row, width)| {
        let mut headers = cells
            .iter()
            .filter(|cell| cell.get_position().0 == header_row);
        let dates = headers.find(|cell| {
            let header = text(cell.get_value());
            let field = columns.get(&header).or_else(|| recognise(&header));
            field == Some(Field::PublicationDate)
        });
        let days_since_1904 = dates.map(|cell| cell.get_position().1).filter(|_| is_1904);
        Table {
            cells,
            width,
            header_row,
            days_since_1904,
        }
    }))
}

/// The first row that is a header, and its columns.
fn header(cells: &[Cell<DataRef<'_>>], columns: &Columns) -> Option<(u32, usize)> {
    (0..SEARCHED_ROWS).find_map(|row| {
        let cells = cells.iter().filter(|cell| cell.get_position().0 == row);
        let width = cells.clone().map(|cell| cell.get_position().1).max();
        let cells: Vec<String> = cells
            .map(|cell| tidy(&text(cell.get_value())).into_owned())
            .collect();
        let header = Header::of(&cells, columns);
        let is_header = header.lacks().is_none();
        width
            .filter(|_| is_header)
            .map(|width| (row, width as usize + 1))
    })
}

impl Table<'_> {
    /// Gives all rows of merged cells their value, as far as the rows have
    /// other cells; says of how many, if of any.
    fn fill(&mut self, merged: &[(u32, u32, u32)]) -> Option<Problem> {
        let rows: BTreeSet<u32> = self
            .cells
            .iter()
            .map(|cell| cell.get_position().0)
            .collect();
        let (mut filled, mut count, mut first) = (Vec::new(), 0, None);
        for (row, column, last) in merged {
            let at = self
                .cells
                .binary_search_by_key(&(*row, *column), Cell::get_position);
            let value = at
                .ok()
                .and_then(|at| self.cells.get(at))
                .map(Cell::get_value);
            let Some(value) = value.filter(|_| *row > self.header_row) else {
                continue;
            };
            let before = filled.len();
            let room = MOST_FILLED.saturating_sub(before);
            let below = rows.range(row + 1..=*last).take(room);
            filled.extend(below.map(|row| Cell::new((*row, *column), value.clone())));
            if filled.len() > before {
                count += 1;
                first.get_or_insert_with(|| text(value));
            }
        }
        self.cells.extend(filled);
        self.cells.sort_by_key(Cell::get_position);
        let first = first?;
        Some(Problem::of_records(
            Code::MergedCells,
            "",
            &first,
            &[],
            count,
        ))
    }

    /// A cell as an export would have it.
    fn text(&self, cell: &Cell<DataRef<'_>>) -> String {
        let is_day = self.days_since_1904 == Some(cell.get_position().1);
        #[allow(
            clippy::cast_precision_loss,
            reason = "a day that a workbook can name has seven digits at most"
        )]
        match cell.get_value() {
            DataRef::Float(days) if is_day => number_text(days + DAYS_TO_1904),
            DataRef::Int(days) if is_day => number_text(*days as f64 + DAYS_TO_1904),
            value => text(value),
        }
    }

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
            writer.write_field(self.text(cell))?;
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
