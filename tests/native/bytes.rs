//! Files as spreadsheets and people leave them.

use model_census::census::Status;
use model_census::dataset::{Code, LONGEST_CELL, ReadError};

use crate::support::{NAME, at, census, census_of, dataset, dataset_of, problems, read, texts};

const PLAIN: &str = "Model,Publication date,Domain\n\
                     A,2022-01-01,\"Language,Vision\"\n\
                     B,2023-01-01,Vision\n";

#[track_caller]
fn check_same_as_plain(bytes: &[u8]) {
    let (plain, other) = (dataset(PLAIN), dataset_of(bytes, NAME));
    assert_eq!(other.problems, []);
    assert_eq!(other.models.len(), plain.models.len());
    for (one, other) in plain.models.iter().zip(&other.models) {
        assert_eq!(one.name, other.name);
        assert_eq!(one.published, other.published);
        assert_eq!(texts(&one.domains), texts(&other.domains));
        assert_eq!(one.place, other.place);
    }
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    check_same_as_plain(format!("\u{feff}{PLAIN}").as_bytes());
}

#[test]
fn line_ends_of_windows_change_nothing() {
    check_same_as_plain(PLAIN.replace('\n', "\r\n").as_bytes());
    let both = format!("\u{feff}{}", PLAIN.replace('\n', "\r\n"));
    check_same_as_plain(both.as_bytes());
}

#[test]
fn a_missing_last_line_end_and_blank_last_lines_change_nothing() {
    check_same_as_plain(PLAIN.trim_end().as_bytes());
    check_same_as_plain(format!("{PLAIN}\n\n\n").as_bytes());
    check_same_as_plain(format!("{PLAIN},,\n , ,\n").as_bytes());
}

#[test]
fn semicolons_and_tabs_may_separate() {
    for separator in [";", "\t"] {
        let lines = [
            ["Model", "Publication date", "Domain"],
            ["A", "2022-01-01", "Language,Vision"],
            ["B", "2023-01-01", "Vision"],
        ];
        let lines = lines.map(|cells| cells.join(separator));
        check_same_as_plain(lines.join("\n").as_bytes());
    }
}

#[test]
fn rows_count_records_and_lines_count_line_ends() {
    let csv = "Model,Abstract,Publication date\n\
               A,\"one\n\ntwo\n\",2022-01-01\n\
               B,\"\"\"quoted\"\", three\nlines\n\",2022-01-02\n\
               C,,2022-01-03\n";
    for csv in [csv.to_owned(), csv.replace('\n', "\r\n")] {
        let dataset = dataset(&csv);
        let places: Vec<_> = dataset
            .models
            .iter()
            .map(|model| (&*model.name, model.place))
            .collect();
        let expected = [("A", at(2, 2)), ("B", at(3, 6)), ("C", at(4, 9))];
        assert_eq!(places, expected);
    }
}

#[test]
fn a_blank_line_between_records_is_a_row_but_no_record() {
    let dataset = dataset("Model,Publication date\nA,2022\n\nB,2023\n");
    assert_eq!(dataset.source.records, 2);
    let places: Vec<_> = dataset.models.iter().map(|model| model.place).collect();
    assert_eq!(places, [at(2, 2), at(4, 4)]);
}

#[test]
fn blank_lines_above_the_header_are_skipped() {
    let dataset = dataset("\n\n,,\nModel,Publication date\nA,2022\n");
    assert_eq!(dataset.models.len(), 1);
}

#[test]
fn records_of_another_length_are_read_as_far_as_they_go_and_reported() {
    let csv = "Model,Publication date,Domain\n\
               Short,2022\n\
               Long,2022-01-01,Vision,more,and more\n\
               Right,2023,Vision\n";
    let census = census(csv);
    assert_eq!(census.rows.counted, 3);
    let found: Vec<_> = problems(&census.problems, Code::RaggedRecord)
        .iter()
        .map(|problem| (problem.first(), &*problem.value))
        .collect();
    let expected = [(Some(at(2, 2)), "2 / 3"), (Some(at(3, 3)), "5 / 3")];
    assert_eq!(found, expected);
    assert_eq!(texts(&census.dataset.models[1].domains), ["Vision"]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_ends_the_records_there_and_is_reported() {
    // With the mark as text the last row were too short.
    let csv = "Model,Publication date,Abstract,Organization\n\
               A,2022,fine,NVIDIA\n\
               B,2023,\"never closed,NVIDIA\nC,2023,fine\n";
    let census = census(csv);
    assert_eq!((census.dataset.source.records, census.rows.counted), (2, 2));
    let [problem] = &*problems(&census.problems, Code::UnclosedQuote) else {
        panic!("{:?}", census.problems);
    };
    assert_eq!((problem.count, problem.first()), (1, Some(at(3, 3))));
    assert_eq!(problems(&census.problems, Code::RaggedRecord).len(), 1);
}

#[test]
fn of_a_used_cell_that_is_too_long_to_be_one_the_beginning_is_kept() {
    let long = "모".repeat(LONGEST_CELL);
    let csv = format!("Model,Publication date,Abstract\nA,2022,\n{long},2023,\nC,2023,{long}\n");
    let census = census(&csv);
    assert_eq!(census.rows.counted, 3);
    let name = &census.dataset.models[1].name;
    assert!(long.starts_with(&**name) && name.len() > LONGEST_CELL - 4);
    // Not a word of bytes that are no text, nor of a column that nobody uses.
    let [problem] = &*census.dataset.problems else {
        panic!("{:?}", census.dataset.problems);
    };
    assert_eq!((problem.code, problem.count), (Code::OverlongCell, 1));
    assert_eq!(problem.first(), Some(at(3, 3)));
}

#[track_caller]
fn check_refused(bytes: &[u8], expected: ReadError) {
    assert_eq!(read(bytes, NAME).expect_err("refused"), expected);
}

#[test]
fn a_file_without_anything_in_it_is_refused_as_empty() {
    for bytes in ["", "\n\n", "\u{feff}", "\r\n", ",,\n,\n"] {
        check_refused(bytes.as_bytes(), ReadError::Empty);
    }
}

#[test]
fn a_header_alone_is_refused_as_without_records() {
    for rest in ["", "\n", "\n\n\n", "\n,\n"] {
        let csv = format!("Model,Publication date{rest}");
        check_refused(csv.as_bytes(), ReadError::NoRecords);
    }
}

#[test]
fn files_of_other_programs_are_refused_by_name() {
    let cases: [(&[u8], &str); 5] = [
        (b"PK\x03\x04rest", "XLSX, ZIP"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1", "XLS"),
        (b"\x1F\x8B\x08", "GZIP"),
        (b"%PDF-1.7", "PDF"),
        (b"Model,Publication date\nA\0,2023\n", "binary"),
    ];
    for (bytes, format) in cases {
        let format = format.to_owned();
        check_refused(bytes, ReadError::NotText { format });
    }
}

#[test]
fn bytes_that_are_not_utf8_spoil_one_cell_and_are_reported_with_their_place() {
    let mut csv = "Model,Publication date,Organization\nA,2022,네이버 클라우드\n"
        .as_bytes()
        .to_vec();
    csv.extend(b"B,2023,Universit\xE9\n");
    let census = census_of(dataset_of(&csv, NAME), |_| {});
    assert_eq!(census.rows.counted, 2);
    assert_eq!(census.dataset.source.encoding, "utf-8");
    assert_eq!(
        texts(&census.dataset.models[1].organizations),
        ["Universit\u{fffd}"]
    );
    let [problem] = &*problems(&census.problems, Code::UndecodableText) else {
        panic!("{:?}", census.problems);
    };
    assert_eq!((problem.count, problem.first()), (1, Some(at(3, 3))));
    assert_eq!(problem.column, "Organization");
    assert_eq!(problem.value, "Universit\u{fffd}");
}

#[test]
fn bytes_that_are_not_utf8_in_an_unused_column_are_nobodys_business() {
    let mut csv = "Model,Publication date,Abstract\n에이닷엑스,2022,"
        .as_bytes()
        .to_vec();
    csv.extend(b"caf\xE9\n");
    let dataset = dataset_of(&csv, NAME);
    assert_eq!(
        (&*dataset.source.encoding, dataset.problems.len()),
        ("utf-8", 0)
    );
    let csv = b"Model,Publication date,Abstract\nA,2022,caf\xE9\n";
    assert_eq!(dataset_of(csv, NAME).problems, []);
}

#[test]
fn the_same_model_twice_counts_once() {
    let csv = "Model,Publication date,Organization\n\
               A,2023-01-01,Meta AI\n\
               A,2023-01-01,Meta AI\n\
               A,2023-01-02,Meta AI\n\
               A,2023-01-01,NVIDIA\n\
               A,2023-01-01,Meta AI\n";
    let census = census(csv);
    assert_eq!((census.rows.counted, census.rows.duplicate), (3, 2));
    assert_eq!(census.models[1].status, Status::Duplicate);
    let [problem] = &*problems(&census.problems, Code::DuplicateModel) else {
        panic!("{:?}", census.problems);
    };
    assert_eq!((&*problem.value, problem.count), ("A", 2));
    assert_eq!(problem.places, [at(3, 3), at(6, 6)]);
}

#[test]
fn a_record_without_a_name_is_no_model_and_is_reported() {
    let csv = "Model,Publication date,Domain\nA,2023,Vision\n,2023,Vision\n \u{200b},2023,\n";
    let census = census(csv);
    assert_eq!((census.rows.counted, census.rows.unreadable), (1, 2));
    let [problem] = &*problems(&census.problems, Code::MissingName) else {
        panic!("{:?}", census.problems);
    };
    assert_eq!((&*problem.column, problem.count), ("Model", 2));
    assert_eq!(problem.places, [at(3, 3), at(4, 4)]);
}
