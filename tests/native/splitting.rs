//! Records of a text, however it is cut.

use model_census::dataset::{LONGEST_CELL, Place, Splitter};
use proptest::prelude::*;
use proptest::sample::select;

use crate::random_export::{bytes, check_often, lengths};
use crate::support::at;

/// What the splitter says of a record.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    cells: Vec<(usize, Vec<u8>)>,
    columns: usize,
    place: Place,
    is_blank: bool,
    was_cut: bool,
    is_unclosed: bool,
}

fn found(splitter: &Splitter) -> Found {
    let record = splitter.record();
    let cells = record.cells();
    Found {
        cells: cells
            .map(|(column, cell)| (column, cell.to_vec()))
            .collect(),
        columns: record.columns(),
        place: record.place(),
        is_blank: record.is_blank(),
        was_cut: record.was_cut(),
        is_unclosed: record.is_unclosed(),
    }
}

/// Splits a text that comes in pieces of these lengths, over and over.
fn split(text: &[u8], delimiter: u8, wanted: Option<&[bool]>, lengths: &[usize]) -> Vec<Found> {
    let mut splitter = Splitter::new(delimiter);
    if let Some(wanted) = wanted {
        splitter.want(wanted.iter().copied());
    }
    let (mut records, mut rest) = (Vec::new(), text);
    for length in lengths.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (mut piece, after) = rest.split_at((*length).min(rest.len()));
        while splitter.next(&mut piece) {
            records.push(found(&splitter));
        }
        assert!(piece.is_empty(), "what is not a record yet is taken too");
        rest = after;
    }
    if splitter.finish() {
        records.push(found(&splitter));
    }
    assert!(!splitter.finish(), "a text ends once");
    records
}

fn whole(text: &[u8], delimiter: u8) -> Vec<Found> {
    split(text, delimiter, None, &[usize::MAX])
}

/// The cells of each record, as the csv crate gives them.
fn by_csv_crate(text: &[u8], delimiter: u8) -> Vec<Vec<Vec<u8>>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text)
        .into_byte_records()
        .map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect())
        .collect()
}

fn delimiters() -> impl Strategy<Value = u8> {
    select(b",;\t|".to_vec())
}

#[test]
fn records_are_those_of_the_csv_crate_however_the_text_is_cut() {
    check_often(
        (bytes(), delimiters(), lengths()),
        |(text, delimiter, lengths)| {
            // The csv crate takes a byte order mark off, which is not our splitter's.
            if text.starts_with("\u{feff}".as_bytes()) {
                return;
            }
            let records = split(&text, delimiter, None, &lengths);
            let columns = records.iter().map(|record| record.columns);
            assert!(columns.eq(records.iter().map(|record| record.cells.len())));
            let cells = |record: Found| record.cells.into_iter().map(|(_, cell)| cell).collect();
            let cells: Vec<Vec<Vec<u8>>> = records.into_iter().map(cells).collect();
            assert_eq!(cells, by_csv_crate(&text, delimiter));
        },
    );
}

#[test]
fn how_a_text_is_cut_changes_nothing() {
    check_often(
        (bytes(), delimiters(), lengths()),
        |(text, delimiter, lengths)| {
            let pieces = split(&text, delimiter, None, &lengths);
            assert_eq!(pieces, whole(&text, delimiter));
        },
    );
}

#[test]
fn cells_of_wanted_columns_are_the_same_as_if_all_were_wanted() {
    let wanted = proptest::collection::vec(any::<bool>(), 0..5);
    check_often((bytes(), wanted, lengths()), |(text, wanted, lengths)| {
        let some = split(&text, b',', Some(&wanted), &lengths);
        let mut all = whole(&text, b',');
        for record in &mut all {
            let is_wanted = |column: usize| wanted.get(column).copied().unwrap_or(false);
            record.cells.retain(|(column, _)| is_wanted(*column));
        }
        assert_eq!(some, all);
    });
}

#[test]
fn without_quotes_a_row_is_a_line_and_the_rows_are_those_that_are_not_empty() {
    check_often((bytes(), lengths()), |(mut text, lengths)| {
        text.retain(|byte| *byte != b'"');
        let places: Vec<Place> = split(&text, b',', None, &lengths)
            .iter()
            .map(|record| record.place)
            .collect();
        let text = String::from_utf8_lossy(&text).replace("\r\n", "\n");
        let lines = text.split(['\n', '\r']).zip(1..);
        let lines = lines.filter(|(line, _)| !line.is_empty());
        let expected: Vec<Place> = lines.map(|(_, line)| at(line, line)).collect();
        assert_eq!(places, expected);
    });
}

#[track_caller]
fn check_places(text: &str, expected: &[(&str, Place)]) {
    let records = whole(text.as_bytes(), b',');
    let found: Vec<(&str, Place)> = records
        .iter()
        .map(|record| (str::from_utf8(&record.cells[0].1).unwrap(), record.place))
        .collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn rows_count_records_and_blank_lines_and_lines_count_line_ends() {
    check_places("a\nb\n", &[("a", at(1, 1)), ("b", at(2, 2))]);
    check_places("a\r\nb", &[("a", at(1, 1)), ("b", at(2, 2))]);
    check_places("a\rb\r", &[("a", at(1, 1)), ("b", at(2, 2))]);
    check_places("\n\r\n\ra\n\nb", &[("a", at(4, 4)), ("b", at(6, 6))]);
    check_places("a\r\n\r\nb", &[("a", at(1, 1)), ("b", at(3, 3))]);
    check_places("a\n\rb", &[("a", at(1, 1)), ("b", at(3, 3))]);
    check_places(
        "\"a\n\n1\",\"\r\n\"\nb\n\n\"c\n\"\n\nd",
        &[
            ("a\n\n1", at(1, 1)),
            ("b", at(2, 5)),
            ("c\n", at(4, 7)),
            ("d", at(6, 10)),
        ],
    );
    check_places("", &[]);
    check_places("\n\n", &[]);
}

#[test]
fn quotes_mean_something_at_a_cells_beginning_only() {
    let cases: [(&str, &[&str]); 8] = [
        ("\"a,b\",c", &["a,b", "c"]),
        ("\"a\"\"b\"", &["a\"b"]),
        ("a\"b\",c", &["a\"b\"", "c"]),
        (" \"a\",c", &[" \"a\"", "c"]),
        ("\"a\"b\"c,d", &["ab\"c", "d"]),
        ("\"\"", &[""]),
        ("\"\"\"\",", &["\"", ""]),
        (",", &["", ""]),
    ];
    for (text, expected) in cases {
        let [record] = &*whole(text.as_bytes(), b',') else {
            panic!("{text:?}");
        };
        let cells: Vec<&str> = record
            .cells
            .iter()
            .map(|(_, cell)| str::from_utf8(cell).unwrap())
            .collect();
        assert_eq!(cells, expected, "{text:?}");
        assert!(!record.is_unclosed);
    }
}

#[test]
fn a_record_is_blank_if_no_cell_wanted_or_not_has_more_than_white_space() {
    let cases = [
        (",,", true),
        (" ,\t, ", true),
        ("\"\",\"\n\"", true),
        (",x,", false),
        (",\"\"\"\",", false),
        ("\u{200b}", false),
    ];
    for (text, expected) in cases {
        for wanted in [[false; 3], [true; 3]] {
            let records = split(text.as_bytes(), b',', Some(&wanted), &[1]);
            assert_eq!(records[0].is_blank, expected, "{text:?}");
        }
    }
}

#[test]
fn a_long_cell_is_cut_and_the_next_one_is_whole() {
    for (length, cut) in [
        (LONGEST_CELL - 1, false),
        (LONGEST_CELL, false),
        (LONGEST_CELL + 1, true),
    ] {
        let long = "x".repeat(length);
        for text in [format!("a,{long},b\nc"), format!("a,\"{long}\",b\nc")] {
            for lengths in [&[usize::MAX][..], &[1000, 1], &[LONGEST_CELL]] {
                let records = split(text.as_bytes(), b',', None, lengths);
                let cells: Vec<usize> = records[0].cells.iter().map(|(_, c)| c.len()).collect();
                assert_eq!(cells, [1, length.min(LONGEST_CELL), 1]);
                assert_eq!((records[0].was_cut, records[1].was_cut), (cut, false));
            }
            let wanted = [true, false, true];
            let records = split(text.as_bytes(), b',', Some(&wanted), &[usize::MAX]);
            assert!(!records[0].was_cut, "the long cell is not wanted");
            assert_eq!(records[0].columns, 3);
        }
    }
}

#[test]
fn a_long_cell_is_cut_between_characters() {
    for before in ["", "x", "xx", "xxx"] {
        for character in ["é", "한", "😀"] {
            let cell = before.to_owned() + &character.repeat(LONGEST_CELL / 2 + 1);
            let records = split(cell.as_bytes(), b',', None, &[7, 1000]);
            assert!(records[0].was_cut);
            let kept = str::from_utf8(&records[0].cells[0].1).expect("whole characters");
            assert!(cell.starts_with(kept) && kept.len() > LONGEST_CELL - 4);
        }
    }
}

#[test]
fn an_unclosed_quotation_mark_makes_one_cell_of_the_rest_and_is_told() {
    let text = "a,b\nc,\"d\ne,f\n";
    let records = split(text.as_bytes(), b',', None, &[3]);
    let [closed, unclosed] = &*records else {
        panic!("{records:?}");
    };
    assert_eq!((closed.is_unclosed, unclosed.is_unclosed), (false, true));
    assert_eq!(unclosed.cells[1], (1, b"d\ne,f\n".to_vec()));
    assert_eq!(unclosed.place, at(2, 2));
    // A mark that closes at the very end is closed.
    assert!(!whole(b"\"a\"", b',')[0].is_unclosed);
}
