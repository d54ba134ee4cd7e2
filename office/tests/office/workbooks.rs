//! Workbooks, read back by calamine.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use model_census::document::{Cell, Column, Grid, Kind, Sheet};
use model_census::locale::Language;
use model_census_office::xlsx;

use crate::support::{HARMLESS, HOSTILE, keep, part, workbook};

#[test]
fn every_cell_is_the_tables_own() {
    for language in Language::ALL {
        let workbook = workbook(language);
        let bytes = xlsx(&workbook).unwrap();
        keep(&format!("tables-{}.xlsx", language.tag()), &bytes);
        assert_eq!(bytes, xlsx(&workbook).unwrap(), "the same bytes");
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(read.sheet_names().len(), workbook.sheets.len() + 1);
        let mut numbers = 0;
        for sheet in &workbook.sheets {
            let range = read.worksheet_range(&sheet.name).unwrap();
            let at = |row: usize, column: usize| {
                let place = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
                range.get_value(place).cloned().unwrap_or(Data::Empty)
            };
            assert_eq!(at(0, 0), Data::String(sheet.grid.caption()));
            let first = 2 + if sheet.grid.has_groups() { 2 } else { 1 };
            for (row, cells) in sheet.grid.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let read = at(first + row, column);
                    match cell.number {
                        Some(number) => {
                            assert_eq!(read, Data::Float(number), "{}", sheet.name);
                            numbers += 1;
                        }
                        None if cell.text.is_empty() => assert_eq!(read, Data::Empty),
                        None => assert_eq!(read, Data::String(cell.text.clone())),
                    }
                }
            }
            let note = first + sheet.grid.rows.len();
            let note = at(note, 0).to_string();
            assert!(note.starts_with("* "), "{note}");
        }
        assert!(numbers > 300, "{numbers}");
    }
}

#[test]
fn headings_stay_in_view_and_charts_are_native() {
    let workbook = workbook(Language::Ko);
    let bytes = xlsx(&workbook).unwrap();
    // The second sheet is the first table's.
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("state=\"frozen\""), "{sheet}");
    for number in 1..=workbook.sheets.len() {
        let chart = part(&bytes, &format!("xl/charts/chart{number}.xml"));
        assert!(chart.contains("<c:barChart>"), "{chart}");
    }
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("(중복 1)"), "what stands behind a number");
}

#[test]
fn hostile_text_stays_text() {
    let mut workbook = workbook(Language::Ko);
    workbook.about = vec![(HOSTILE.to_owned(), HOSTILE.to_owned())];
    workbook.sheets = vec![Sheet {
        name: "a/b".to_owned(),
        grid: Grid {
            title: HOSTILE.to_owned(),
            columns: vec![Column {
                heading: HOSTILE.to_owned(),
                group: Some(HOSTILE.to_owned()),
                kind: Kind::Label,
            }],
            rows: vec![vec![Cell::words(HOSTILE)]],
            notes: vec![HOSTILE.to_owned()],
            ..Grid::default()
        },
        chart: None,
    }];
    let bytes = xlsx(&workbook).unwrap();
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    let range = read.worksheet_range("a b").unwrap();
    let cell = range.get_value((4, 0)).unwrap();
    assert_eq!(*cell, Data::String(HARMLESS.to_owned()));
    assert!(!part(&bytes, "xl/worksheets/sheet2.xml").contains("<f>"));
}
