//! Excel workbooks, as Excel writes them and as nobody should.

use crate::support::{sheet_with, workbook_of, zip};
use model_census_dataset::{Code, Columns, Field};
use model_census_unpack::{
    PackedError, Sheet, entries, is_workbook, sheet_as_csv, sheet_as_csv_within, sheet_by,
    sheet_named,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

fn date(text: &str) -> ExcelDateTime {
    ExcelDateTime::parse_from_str(text).unwrap()
}

fn header(sheet: &mut Worksheet, row: u32) {
    for (column, text) in ["Model", "Publication date", "Training compute (FLOP)"]
        .into_iter()
        .enumerate()
    {
        sheet
            .write(row, u16::try_from(column).unwrap(), text)
            .unwrap();
    }
}

fn lines(sheet: &Sheet) -> Vec<&str> {
    std::str::from_utf8(&sheet.csv).unwrap().lines().collect()
}

#[test]
fn cells_come_as_an_export_has_them() {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let time = Format::new().set_num_format("d mmm yyyy hh:mm");
    let power = Format::new().set_num_format("0.00E+00");
    let red = Format::new().set_num_format("[Red]#,##0.0\"days\"");
    let sheet = book.add_worksheet().set_name("모델").unwrap();
    header(sheet, 0);
    sheet.write(1, 0, "한국어, \"모델\"\n둘째 줄").unwrap();
    sheet
        .write_with_format(1, 1, date("2024-07-16"), &day)
        .unwrap();
    sheet.write_with_format(1, 2, 3.8e25, &power).unwrap();
    sheet.write(1, 3, true).unwrap();
    sheet
        .write_with_format(2, 1, date("2024-07-16T13:30:00"), &time)
        .unwrap();
    sheet
        .write_with_format(2, 2, 175_000_000_000_i64, &red)
        .unwrap();
    sheet.write(2, 3, false).unwrap();
    sheet
        .write_with_format(3, 1, date("1900-03-01"), &day)
        .unwrap();
    sheet.write(3, 2, 0.1 + 0.2).unwrap();
    sheet
        .write_formula(
            3,
            3,
            rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"),
        )
        .unwrap();
    // A format of dates on what is none.
    sheet.write_with_format(4, 1, 3.8e25, &day).unwrap();
    sheet.write_with_format(4, 2, -1, &day).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert!(is_workbook(&bytes));
    let sheet = sheet_as_csv(&bytes).unwrap();
    assert_eq!(sheet.name, "모델");
    assert_eq!(
        std::str::from_utf8(&sheet.csv).unwrap(),
        "Model,Publication date,Training compute (FLOP)\n\
         \"한국어, \"\"모델\"\"\n둘째 줄\",2024-07-16,3.8e25,True\n\
         ,2024-07-16 13:30:00,175000000000,False\n\
         ,1900-03-01,0.30000000000000004,#DIV/0!\n\
         ,3.8e25,-1\n"
    );
}

#[test]
fn rows_keep_their_numbers() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "About this file").unwrap();
    let sheet = book.add_worksheet().set_name("Data").unwrap();
    sheet.write(1, 0, "Large-scale models").unwrap();
    header(sheet, 4);
    sheet.write(6, 0, "GPT-3").unwrap();
    let sheet = sheet_as_csv(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(sheet.name, "Data");
    assert_eq!(
        lines(&sheet),
        [
            ",,",
            "Large-scale models,,",
            ",,",
            ",,",
            "Model,Publication date,Training compute (FLOP)",
            ",,",
            "GPT-3,,"
        ]
    );
}

#[test]
fn any_spelling_of_the_header_is_known_in_the_first_rows_only() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, " SYSTEM ").unwrap();
    sheet.write(0, 5, "publication Date").unwrap();
    assert!(sheet_as_csv(&book.save_to_buffer().unwrap()).is_ok());

    let mut book = Workbook::new();
    header(book.add_worksheet(), 20);
    book.add_worksheet().set_name("Empty").unwrap();
    assert_eq!(
        sheet_as_csv(&book.save_to_buffer().unwrap()),
        Err(PackedError::NoHeader {
            sheets: vec!["Sheet1".to_owned(), "Empty".to_owned()]
        })
    );
}

#[test]
fn sheets_of_other_programs_are_read() {
    let more = r#"<row r="9"><c r="A9" t="b"><v>1</v></c><c r="B9" t="d"><v>2024-07-16T00:00:00</v></c></row>
        <row r="3"><c r="B3"><v>1e3</v></c><c r="A3" t="e"><v>#N/A</v></c><c r="D3"><v>7</v></c></row>"#;
    let sheet = sheet_as_csv(&workbook_of(&sheet_with(more), "<sst/>")).unwrap();
    // Cells and rows out of order, and one beyond the header.
    assert_eq!(
        lines(&sheet),
        [
            "Model,Publication date",
            "GPT-3,2020-05-28",
            "#N/A,1000,,7",
            ",",
            ",",
            ",",
            ",",
            ",",
            "True,2024-07-16"
        ]
    );
}

#[test]
fn impossible_places_and_counts_are_refused() {
    for cell in [
        r#"<row r="4294967297"/>"#,
        r#"<row r="99999999999999999999"/>"#,
        r#"<row><c r="AAAAAAAAAAAAAAAA1"><v>1</v></c></row>"#,
        r#"<row><c r="A1048577"><v>1</v></c></row>"#,
        r#"<row><c  x='r="' r = 'A0'><v>1</v></c></row>"#,
    ] {
        let result = sheet_as_csv(&workbook_of(&sheet_with(cell), "<sst/>"));
        assert!(
            matches!(result, Err(PackedError::Damaged { .. })),
            "{cell}: {result:?}"
        );
    }
    for strings in [
        r#"<sst uniqueCount="18446744073709551615"></sst>"#,
        r#"<sst uniqueCount="4000000000"></sst>"#,
        r#"<x:sst uniqueCount = '0000000000000004000000000'/>"#,
    ] {
        let result = sheet_as_csv(&workbook_of(&sheet_with(""), strings));
        assert!(
            matches!(result, Err(PackedError::Damaged { .. })),
            "{strings}: {result:?}"
        );
    }
    for range in ["ZZZZZZZ1", "B2:A1", "A1:A99999999999"] {
        let sheet = sheet_with("").replace(
            "<sheetData>",
            &format!(r#"<dimension ref="{range}"/><sheetData>"#),
        );
        let result = sheet_as_csv(&workbook_of(&sheet, "<sst/>"));
        assert!(
            matches!(result, Err(PackedError::Damaged { .. })),
            "{range}: {result:?}"
        );
    }
    // Two cells far apart take no room between them.
    let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let sheet = sheet_as_csv(&workbook_of(&sheet_with(far), "<sst/>")).unwrap();
    assert_eq!(lines(&sheet).len(), 1 << 20);
}

#[test]
fn bombs_are_stopped_at_the_limits() {
    let long = format!(
        "<row><c t=\"inlineStr\"><is><t>{}</t></is></c></row>",
        "x".repeat(1 << 20)
    );
    let bytes = workbook_of(&sheet_with(&long), "<sst/>");
    assert_eq!(
        sheet_as_csv_within(&bytes, 1 << 16, 1 << 30),
        Err(PackedError::TooLarge {
            name: String::new(),
            limit: 1 << 16
        })
    );
    // A long shared string in many cells: small in XML, large in CSV.
    let cells = r#"<c t="s"><v>0</v></c>"#.repeat(1000);
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(10_000));
    let bytes = workbook_of(&sheet_with(&format!("<row>{cells}</row>")), &strings);
    assert_eq!(
        sheet_as_csv_within(&bytes, 1 << 20, 1 << 20),
        Err(PackedError::TooLarge {
            name: "One".to_owned(),
            limit: 1 << 20
        })
    );
    assert!(sheet_as_csv_within(&bytes, 1 << 20, 1 << 24).is_ok());
}

#[test]
fn a_damaged_sheet_is_named() {
    let result = sheet_as_csv(&workbook_of(
        &sheet_with("<row><c t=\"z\"><v>1</v></c></row>"),
        "",
    ));
    assert!(
        matches!(
            &result,
            Err(PackedError::Damaged { .. } | PackedError::DamagedSheet { .. })
        ),
        "{result:?}"
    );
    let cut = sheet_with("").replace("</sheetData></worksheet>", "");
    let result = sheet_as_csv(&workbook_of(&cut, "<sst/>"));
    assert!(
        matches!(&result, Err(PackedError::DamagedSheet { sheet, .. }) if sheet == "One"),
        "{result:?}"
    );
}

#[test]
fn a_workbook_is_no_archive_of_tables() {
    let bytes = Workbook::new().save_to_buffer().unwrap();
    assert!(matches!(entries(&bytes), Err(PackedError::NoTable { .. })));
    assert!(sheet_as_csv(&zip(&[("a.csv", "")])).is_err());
    assert!(!is_workbook(b""));
}

fn row(sheet: &mut Worksheet, at: u32, cells: [&str; 2]) {
    for (column, text) in (0..).zip(cells) {
        sheet.write(at, column, text).unwrap();
    }
}

/// A book of sheets with a header each and one row, named by its sheet.
fn book_of(names: &[&str]) -> Workbook {
    let mut book = Workbook::new();
    for name in names {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        header(sheet, 0);
        row(sheet, 1, [name, "2023-01-01"]);
    }
    book
}

fn notes(sheet: &Sheet) -> Vec<(Code, &str, &str)> {
    let notes = sheet.notes.iter();
    notes
        .map(|note| (note.code, &*note.value, note.read_as()))
        .collect()
}

#[test]
fn the_sheet_seen_first_is_read_hidden_ones_are_not_and_others_are_told() {
    let mut book = book_of(&["hidden", "one", "seen", "three"]);
    book.worksheet_from_index(2).unwrap().set_active(true);
    book.worksheet_from_index(0).unwrap().set_hidden(true);
    let bytes = book.save_to_buffer().unwrap();
    let sheet = sheet_as_csv(&bytes).unwrap();
    assert_eq!(
        (&*sheet.name, lines(&sheet)[1]),
        ("seen", "seen,2023-01-01,")
    );
    let told = [
        (Code::OtherSheets, "one, three", "seen"),
        (Code::HiddenSheets, "hidden", "seen"),
    ];
    assert_eq!(notes(&sheet), told);
    // In the workbook's order, for who wants another.
    assert_eq!(sheet.sheets, ["one", "seen", "three"]);
    // Any can be asked for.
    for name in ["hidden", "three"] {
        let sheet = sheet_named(&bytes, name).unwrap();
        assert_eq!((&*sheet.name, notes(&sheet)), (name, vec![]));
    }
    let Err(PackedError::NoSuchTable { tables, .. }) = sheet_named(&bytes, "four") else {
        panic!("there is no such sheet");
    };
    assert_eq!(tables, ["hidden", "one", "seen", "three"]);
    // A sheet that is seen first and is no table is passed over.
    let mut book = book_of(&["models"]);
    let other = book.add_worksheet().set_name("notes").unwrap();
    other.set_active(true);
    let sheet = sheet_as_csv(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!((&*sheet.name, sheet.notes.len()), ("models", 0));
}

#[test]
fn a_header_that_the_reader_explains_makes_a_sheet_a_table() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "Notes").unwrap();
    let sheet = book.add_worksheet().set_name("자료").unwrap();
    row(sheet, 1, ["모델", "발표일"]);
    row(sheet, 2, ["A", "2023-01-01"]);
    let bytes = book.save_to_buffer().unwrap();
    assert!(matches!(
        sheet_as_csv(&bytes),
        Err(PackedError::NoHeader { .. })
    ));
    let said = [("모델", Field::Name), ("발표일", Field::PublicationDate)];
    let sheet = sheet_by(&bytes, None, &Columns::new(said)).unwrap();
    assert_eq!(lines(&sheet), [",", "모델,발표일", "A,2023-01-01"]);
}

#[test]
fn formulas_of_which_no_value_is_kept_are_told() {
    let cell = |at: &str, inside: &str| format!(r#"<c r="{at}">{inside}</c>"#);
    let text = r#"<c r="B4" t="str"><f>""</f><v></v></c>"#;
    let cells = [
        cell("A3", "<f>B3</f><v>1</v>"),
        cell("B3", "<f>A3</f><v></v>"),
        cell("C3", "<f>A3</f>"),
        cell("D3", "<v/>"),
    ];
    let more = format!(
        r#"<row r="3">{}</row><row r="4">{text}</row>"#,
        cells.concat()
    );
    let sheet = sheet_as_csv(&workbook_of(&sheet_with(&more), "<sst/>")).unwrap();
    assert_eq!(notes(&sheet), [(Code::UncomputedFormulas, "", "")]);
    assert_eq!(sheet.notes[0].count, 2);
}

#[test]
fn a_merged_cell_holds_for_all_its_rows_and_that_is_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .merge_range(0, 0, 1, 3, "A title", &Format::new())
        .unwrap();
    header(sheet, 2);
    for (at, name) in (3..7).zip(["A", "B", "C", "D"]) {
        sheet.write(at, 0, name).unwrap();
        sheet.write(at, 2, 1e24).unwrap();
    }
    sheet
        .merge_range(3, 1, 5, 1, "2023-01-01", &Format::new())
        .unwrap();
    sheet.write(6, 1, "2022-02-02").unwrap();
    // Beyond the last row nothing is made up.
    sheet
        .merge_range(6, 3, 9_000, 3, "far", &Format::new())
        .unwrap();
    let sheet = sheet_as_csv(&book.save_to_buffer().unwrap()).unwrap();
    let expected = [
        "A,2023-01-01,1e24",
        "B,2023-01-01,1e24",
        "C,2023-01-01,1e24",
        "D,2022-02-02,1e24,far",
    ];
    assert_eq!(lines(&sheet)[3..7], expected);
    assert_eq!(notes(&sheet), [(Code::MergedCells, "2023-01-01", "")]);
    assert_eq!(sheet.notes[0].count, 1);
}

#[test]
fn plain_numbers_of_a_workbook_that_counts_from_1904_are_its_days() {
    let sheet = sheet_with(
        r#"<row r="3"><c r="A3" t="inlineStr"><is><t>A</t></is></c><c r="B3"><v>43661</v></c></row>"#,
    );
    let bytes = workbook_of(&sheet, "<sst/>");
    let last = |bytes: &[u8]| {
        let sheet = sheet_as_csv(bytes).unwrap();
        (*lines(&sheet).last().unwrap()).to_owned()
    };
    assert!(last(&bytes).starts_with("A,43661"), "{}", last(&bytes));
    let bytes = with_part(&bytes, "xl/workbook.xml", |xml| {
        xml.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>")
    });
    assert!(last(&bytes).starts_with("A,45123"), "{}", last(&bytes));
}

/// An archive with one of its parts changed.
fn with_part(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ::zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let parts: Vec<(String, String)> = (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            std::io::Read::read_to_string(&mut file, &mut text).unwrap();
            let name = file.name().unwrap().into_owned();
            let text = if name == part { change(&text) } else { text };
            (name, text)
        })
        .collect();
    let parts = parts.iter().map(|(name, text)| (&**name, &**text));
    zip(&parts.collect::<Vec<_>>())
}
