//! Workbooks, read back by calamine.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use model_census::dataset::PartialDate;
use model_census::document::{Cell, Column, Grid, Kind, Sheet, Value};
use model_census::language::Language;
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
        let (mut numbers, mut days, mut years) = (0, 0, 0);
        let names = read.sheet_names()[1..].to_vec();
        for (sheet, name) in workbook.sheets.iter().zip(&names) {
            let range = read.worksheet_range(name).unwrap();
            let at = |row: usize, column: usize| {
                let place = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
                range.get_value(place).cloned().unwrap_or(Data::Empty)
            };
            assert_eq!(at(0, 0), Data::String(sheet.grid.caption()));
            let first = 2 + if sheet.grid.has_groups() { 2 } else { 1 };
            for (row, cells) in sheet.grid.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let read = at(first + row, column);
                    match cell.value {
                        Some(Value::Day(day)) => {
                            let Data::DateTime(read) = read else {
                                panic!("{}: {read:?}", sheet.name);
                            };
                            let (year, month, own, ..) = read.to_ymd_hms_milli();
                            assert_eq!(format!("{year}-{month:02}-{own:02}"), day.to_string());
                            days += 1;
                        }
                        Some(value) => {
                            let number = value.number().unwrap();
                            assert_eq!(read, Data::Float(number), "{}", sheet.name);
                            numbers += 1;
                            years += usize::from(matches!(value, Value::Year(_)));
                        }
                        None if cell.text.is_empty() => assert_eq!(read, Data::Empty),
                        None => assert_eq!(read, Data::String(cell.text.clone())),
                    }
                }
            }
            if let Some(own) = sheet.grid.notes.first() {
                let note = at(first + sheet.grid.rows.len(), 0);
                assert_eq!(note, Data::String(format!("* {own}")));
            }
        }
        assert!(numbers > 1_000, "{numbers}");
        assert!(days > 250, "{days}");
        // A year is told for each model of the focus country, published and
        // computed too.
        assert!(years > 20, "{years}");
        let core = part(&bytes, "docProps/core.xml");
        assert!(core.contains(">2026-11-24T00:00:00Z<"), "{core}");
    }
}

#[test]
fn headings_stay_in_view_and_charts_are_native() {
    let workbook = workbook(Language::Ko);
    let bytes = xlsx(&workbook).unwrap();
    // The second sheet is the first table's.
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("state=\"frozen\""), "{sheet}");
    let charts = workbook.sheets.iter().filter(|own| own.chart.is_some());
    for number in 1..=charts.count() {
        let chart = part(&bytes, &format!("xl/charts/chart{number}.xml"));
        assert!(chart.contains("<c:barChart>"), "{chart}");
        // Its own title, that of the counts, that of what is counted.
        assert_eq!(chart.matches("<c:title>").count(), 3, "{chart}");
        assert!(chart.contains(">모델 수</a:t>"), "{chart}");
    }
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("(중복 1)"), "what stands behind a number");
}

/// Where this is not said, LibreOffice leaves out names that might touch.
#[test]
fn no_name_of_a_chart_is_left_out() {
    let workbook = workbook(Language::Ko);
    let bytes = xlsx(&workbook).unwrap();
    let charts = workbook.sheets.iter().filter(|own| own.chart.is_some());
    for number in 1..=charts.count() {
        let chart = part(&bytes, &format!("xl/charts/chart{number}.xml"));
        let names = chart.split("<c:catAx>").nth(1).unwrap();
        let names = names.split("</c:catAx>").next().unwrap();
        assert!(
            names.contains("<a:bodyPr rot=\"0\" vert=\"horz\"/>"),
            "{names}"
        );
    }
}

#[test]
fn every_model_says_why_it_is_counted_as_what() {
    for (language, home) in [(Language::Ko, "본국"), (Language::En, "home country of")] {
        let workbook = workbook(language);
        let sheet = workbook
            .sheets
            .iter()
            .find(|own| own.grid.id == "models")
            .unwrap();
        let why = language.text().more().why_here;
        let at = sheet
            .grid
            .columns
            .iter()
            .position(|own| own.heading == why)
            .unwrap();
        let told: Vec<&str> = sheet.grid.rows.iter().map(|row| &*row[at].text).collect();
        assert_eq!(told.len(), 144);
        assert!(told.iter().all(|own| own.contains(home)), "{told:?}");
    }
}

#[test]
fn a_number_beyond_integers_is_written_with_an_exponent() {
    let bytes = xlsx(&workbook(Language::Ko)).unwrap();
    let archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut large = 0;
    for name in archive.file_names().map(|name| name.unwrap().into_owned()) {
        if !name.starts_with("xl/worksheets/sheet") {
            continue;
        }
        for value in part(&bytes, &name).split("<v>").skip(1) {
            let value = value.split('<').next().unwrap();
            large += usize::from(value.contains("E+"));
            let is_whole = value.bytes().all(|c| c.is_ascii_digit());
            assert!(!is_whole || value.len() <= 15, "{value}");
        }
    }
    assert!(large > 100, "{large}");
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
        names: String::new(),
    }];
    let bytes = xlsx(&workbook).unwrap();
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    let range = read.worksheet_range("a b").unwrap();
    let cell = range.get_value((4, 0)).unwrap();
    assert_eq!(*cell, Data::String(HARMLESS.to_owned()));
    assert!(!part(&bytes, "xl/worksheets/sheet2.xml").contains("<f>"));
}

#[test]
fn what_is_known_to_its_month_stays_a_text_and_each_number_its_form() {
    let day = |text| PartialDate::parse(text).and_then(Value::date);
    let cells = [
        ("2024-07-16", day("2024-07-16")),
        ("2024-07", day("2024-07")),
        ("1899-12-31", day("1899-12-31")),
        ("2024", day("2024")),
        ("86.2", Value::read("86.2")),
        ("+12.5%", Value::read("+12.5%")),
        ("3.80E+25", Value::read("3.80E+25")),
    ];
    let mut workbook = workbook(Language::En);
    workbook.sheets = vec![Sheet {
        name: "values".to_owned(),
        grid: Grid {
            columns: vec![Column {
                heading: "2024".to_owned(),
                group: None,
                kind: Kind::Text,
            }],
            rows: cells
                .map(|(text, value)| {
                    vec![Cell {
                        text: text.to_owned(),
                        value,
                    }]
                })
                .to_vec(),
            ..Grid::default()
        },
        chart: None,
        names: String::new(),
    }];
    let bytes = xlsx(&workbook).unwrap();
    let mut read: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    let range = read.worksheet_range("values").unwrap();
    let read: Vec<String> = (3..10)
        .map(|row| match range.get_value((row, 0)).unwrap() {
            Data::DateTime(_) => "day".to_owned(),
            Data::Float(number) => format!("{number:e}"),
            Data::String(text) => format!("text {text}"),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(
        read,
        [
            "day",
            "text 2024-07",
            "text 1899-12-31",
            "2.024e3",
            "8.62e1",
            "1.25e-1",
            "3.8e25"
        ]
    );
    let styles = part(&bytes, "xl/styles.xml");
    for form in ["yyyy\\-mm\\-dd", "#,##0.0", "+0.0%;-0.0%;0.0%"] {
        let plain = form.replace('\\', "");
        assert!(styles.contains(form) || styles.contains(&plain), "{form}");
    }
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("numberStoredAsText"), "years as headings");
}
