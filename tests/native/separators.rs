//! What separates cells, where the header stands, and rows of other lengths.

use model_census::dataset::{Code, Field, ReadError};

use crate::support::{NAME, at, census, dataset, problems, read, texts};

const ROWS: [[&str; 4]; 4] = [
    ["Model", "Publication date", "Organization", "Domain"],
    ["A", "2022-01-01", "Acme; Sons", "Language,Vision"],
    ["B | two", "2023-01-01", "NVIDIA,OpenAI", "Vision"],
    ["C\tthree", "2023-02-01", "Umbrella \"X\"", ""],
];

/// The rows above, quoted only where the separator makes it necessary.
fn rows(separator: u8) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .from_writer(Vec::new());
    for row in ROWS {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[track_caller]
fn check_read(csv: &str, above: u64) {
    let dataset = dataset(csv);
    let found: Vec<_> = dataset
        .models
        .iter()
        .map(|model| {
            (
                &*model.name,
                texts(&model.organizations),
                model.domains.len(),
            )
        })
        .collect();
    let expected = [
        ("A", vec!["Acme; Sons"], 2),
        ("B | two", vec!["NVIDIA", "OpenAI"], 1),
        ("C three", vec!["Umbrella \"X\""], 0),
    ];
    assert_eq!(found, expected, "{csv}");
    let above_header = problems(&dataset.problems, Code::LinesAboveHeader);
    let lines = above_header.first().map_or(0, |problem| problem.count);
    assert_eq!(lines, above, "{csv}");
    assert_eq!(
        dataset.problems.len(),
        above_header.len(),
        "{:?}",
        dataset.problems
    );
    assert_eq!(dataset.source.records, 3);
}

#[test]
fn commas_semicolons_tabs_and_strokes_may_separate() {
    for separator in *b",;\t|" {
        check_read(&rows(separator), 0);
        check_read(&rows(separator).replace('\n', "\r\n"), 0);
    }
}

#[test]
fn a_line_that_names_the_separator_is_passed_over() {
    for separator in *b",;\t|" {
        let line = format!("sep={}\r\n", char::from(separator));
        check_read(&(line + &rows(separator)), 1);
    }
}

#[test]
fn up_to_nineteen_lines_may_stand_above_the_header_whatever_they_hold() {
    let titles = [
        "Epoch AI, models; exported | by hand",
        "\"Source: epoch.ai, CC BY\"",
        "a,b,c,d,e,f",
        "Organization,Domain,Task",
        "x;y;z",
    ];
    for separator in *b",;\t|" {
        for lines in [1, 2, 5, 19] {
            let titles: String = titles
                .iter()
                .cycle()
                .take(lines)
                .map(|t| format!("{t}\n"))
                .collect();
            let lines = u64::try_from(lines).unwrap();
            check_read(&(titles.clone() + &rows(separator)), lines);
            // Blank lines are no lines of the twenty.
            check_read(&(titles + &"\n".repeat(30) + &rows(separator)), lines);
        }
    }
}

#[test]
fn rows_keep_their_numbers_below_lines_above_the_header() {
    let dataset = dataset(&format!("Title\n\n\"of two\nlines\"\n{}", rows(b',')));
    let places: Vec<_> = dataset.models.iter().map(|model| model.place).collect();
    assert_eq!(places, [at(5, 6), at(6, 7), at(7, 8)]);
    let [problem] = &*problems(&dataset.problems, Code::LinesAboveHeader) else {
        panic!("{:?}", dataset.problems);
    };
    let told = (&*problem.column, &*problem.value, problem.count);
    assert_eq!(
        told,
        ("", "Title", 2),
        "a column is a header, never a count"
    );
}

#[track_caller]
fn check_no_header(csv: &str, expected: Field, named: &[&str]) {
    match read(csv.as_bytes(), NAME) {
        Err(ReadError::MissingColumn { field, found }) => {
            assert_eq!((field, found.len()), (expected, named.len()), "{csv}");
            assert_eq!(found, named);
        }
        other => panic!("{csv}: {other:?}"),
    }
}

#[test]
fn a_file_without_a_header_among_its_first_twenty_rows_is_refused() {
    let twenty = "Title, of the file\n".repeat(20);
    check_no_header(
        &(twenty + &rows(b',')),
        Field::Name,
        &["Title", "of the file"],
    );
    check_no_header("just,some\nother,table\n", Field::Name, &["just", "some"]);
    // Of several rows the one that looks most like a header is named.
    let csv = "Title\nModel;Domain;Year\nA;Vision;2023\n";
    check_no_header(csv, Field::PublicationDate, &["Model", "Domain", "Year"]);
}

#[test]
fn records_of_other_lengths_are_reported_once_for_each_length() {
    let csv = "Model,Publication date,Domain\n\
               A,2022\nB,2022-01-01,Vision,more,and more\nC,2022,Vision\nD,2023\n\
               E,2023\nF\n";
    let census = census(csv);
    let found: Vec<_> = problems(&census.problems, Code::RaggedRecord)
        .iter()
        .map(|problem| (&*problem.value, problem.places.clone()))
        .collect();
    let expected = [
        ("2 / 3", vec![at(2, 2), at(5, 5), at(6, 6)]),
        ("5 / 3", vec![at(3, 3)]),
        ("1 / 3", vec![at(7, 7)]),
    ];
    assert_eq!(found, expected);
    assert_eq!((census.rows.counted, census.rows.undated), (5, 1));
}

#[test]
fn blank_rows_are_no_records_wherever_they_stand() {
    let csv = rows(b',');
    let (header, records) = csv.split_once('\n').unwrap();
    for blank in [
        "\n",
        ",,,\n",
        " , ,\t, \n",
        ",,,,,,,,\n",
        "\"\",\n",
        "\r\n\r\n",
    ] {
        let csv = format!("{blank}{header}\n{blank}{records}{blank}{blank}");
        check_read(&csv, 0);
    }
}

#[test]
fn a_header_wider_than_any_export_is_read() {
    let wide = ",x".repeat(5000);
    let csv = format!(
        "Model,Publication date{wide}\nA,2023{}\n",
        ",y".repeat(5000)
    );
    let dataset = dataset(&csv);
    assert_eq!(dataset.models.len(), 1);
    assert_eq!(dataset.problems, []);
}
