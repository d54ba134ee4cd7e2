//! Quotation marks that are none: no row is swallowed without a word.

use model_census::dataset::{Code, Dataset};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::random_export::{check, check_often, lengths, lines, whole};
use crate::support::{NAME, at, dataset, options, problems, read_in_pieces, said};

const HEADER: &str = "Model,Publication date,Organization,Abstract\n";

fn names(dataset: &Dataset) -> Vec<&str> {
    dataset.models.iter().map(|model| &*model.name).collect()
}

/// What was told of marks: kind, column, value, lines and row.
fn told(dataset: &Dataset) -> Vec<(Code, &str, &str, Option<u32>, u32)> {
    let of_marks = [
        Code::StrayQuote,
        Code::EscapedQuote,
        Code::SwallowedLines,
        Code::UnclosedQuote,
    ];
    let problems = dataset.problems.iter();
    problems
        .filter(|problem| of_marks.contains(&problem.code))
        .map(|problem| {
            let row = problem.first().map_or(0, |place| place.record);
            let (column, value) = (&*problem.column, &*problem.value);
            let lines = Some(problem.lines()).filter(|lines| *lines > 0);
            (problem.code, column, value, lines, row)
        })
        .collect()
}

#[test]
fn a_mark_that_closes_in_another_row_is_text_where_all_rows_are_whole_then() {
    let dataset = dataset(&format!(
        "{HEADER}A,2021-01-01,NAVER,\"Fine.\"\n\
         B,2021-02-01,OpenAI,\"Opened and not closed\n\
         C,2021-03-01,NAVER,\"Another.\"\n\
         D,2021-04-01,\"Google,DeepMind\",\"Two\nlines.\"\n"
    ));
    assert_eq!(names(&dataset), ["A", "B", "C", "D"]);
    let lines = Some(1);
    let begins = "\"Opened and not closed";
    assert_eq!(
        told(&dataset),
        [(Code::StrayQuote, "Abstract", begins, lines, 3)]
    );
    assert_eq!(dataset.problems.len(), 1);
    let places: Vec<_> = dataset.models.iter().map(|model| model.place).collect();
    assert_eq!(places, [at(2, 2), at(3, 3), at(4, 4), at(5, 5)]);
}

#[test]
fn so_is_one_that_closes_nowhere_however_many_rows_follow() {
    for rows in [1, 2, 50] {
        let rows: String = (0..rows)
            .map(|row| format!("M{row},2022-01-01,NAVER,plain\n"))
            .collect();
        let dataset = dataset(&format!("{HEADER}A,2021-01-01,\"Open AI,text\n{rows}"));
        assert_eq!(dataset.models.len(), rows.lines().count() + 1);
        assert_eq!(&*dataset.models[0].organizations[0], "\"Open AI");
        let [(Code::StrayQuote, "Organization", "\"Open AI", _, 2)] = *told(&dataset) else {
            panic!("{:?}", dataset.problems);
        };
    }
}

#[test]
fn two_in_one_row_and_two_in_a_row_are_taken_back() {
    let csv = format!(
        "{HEADER}A,2021-01-01,\"NAVER,\"x\nB,2021-02-01,\"Google,\"y\n\
         C,2021-03-01,OpenAI,\"a cell\nof two lines\"\n"
    );
    let dataset = dataset(&csv);
    assert_eq!(names(&dataset), ["A", "B", "C"]);
    assert_eq!(dataset.source.records, 3);
    assert!(told(&dataset).iter().all(|told| told.0 == Code::StrayQuote));
}

#[test]
fn where_no_row_would_be_whole_it_is_told_what_a_cell_took() {
    let csv = format!(
        "{HEADER}A,2021-01-01,NAVER,\"One\ntwo \"quoted\" and\nthree\"\nB,2021-02-01,NAVER,x\n"
    );
    let dataset = dataset(&csv);
    let lines = Some(1);
    let expected = (Code::SwallowedLines, "Abstract", "\"One", lines, 2);
    assert_eq!(told(&dataset), [expected]);
}

#[test]
fn marks_behind_a_backslash_are_text_where_that_makes_their_row_whole() {
    let csv = "Model,Abstract,Publication date,Organization\n\
               A,\"It says \\\"hello, world\\\" twice\",2021-01-01,NAVER\n\
               B,\"It ends with \\\"one\\\"\",2021-02-01,NAVER\n\
               C,\"A path \\\\\",2021-03-01,NAVER\n\
               D,\"G\\\"\"odel\",2021-04-01,OpenAI\n";
    let dataset = dataset(csv);
    assert_eq!(names(&dataset), ["A", "B", "C", "D"]);
    let dated = dataset
        .models
        .iter()
        .filter(|model| model.published.is_some());
    assert_eq!(dated.count(), 4, "{:?}", dataset.problems);
    let codes: Vec<Code> = dataset
        .problems
        .iter()
        .map(|problem| problem.code)
        .collect();
    assert_eq!(codes, [Code::EscapedQuote]);
}

#[test]
fn a_mark_that_meets_a_stray_one_takes_no_row_that_is_one() {
    let rows = [
        "A,2021-01-01,NAVER,\"Opened",
        "B,2021-02-01,OpenAI,plain",
        "C,2021-03-01,\"Google,DeepMind\",15\"",
        "D,2021-04-01,NAVER,\"Two\nlines.\"",
    ];
    let found = dataset(&format!("{HEADER}{}\n", rows.join("\n")));
    assert_eq!(names(&found), ["A", "B", "C", "D"]);
    let expected = (Code::StrayQuote, "Abstract", "\"Opened", Some(2), 2);
    assert_eq!(told(&found), [expected]);
    // Without a date it is no row, but what somebody wrote.
    let csv = format!("{HEADER}A,2021-01-01,NAVER,\"See\nB,C,D,E\"\nF,2021-02-01,,x\n");
    let found = dataset(&csv);
    assert_eq!((names(&found), told(&found)), (vec!["A", "F"], vec![]));
}

#[test]
fn two_stray_marks_read_as_text_wherever_they_stand() {
    let cases = (lines(), any::<Index>(), any::<Index>(), lengths());
    check(cases, |(lines, one, other, lengths)| {
        let (one, other) = (one.index(lines.len()), other.index(lines.len()));
        let (first, last) = (one.min(other), one.max(other));
        let texts = |opens: &str, closes: &str| -> Vec<String> {
            let rows = 0..lines.len();
            rows.map(|row| {
                let opens = if row == first { opens } else { "" };
                let closes = if row == last { closes } else { "" };
                format!("{opens}text{closes}")
            })
            .collect()
        };
        let with = |texts: Vec<String>| {
            let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
            with_a_mark(&lines, &texts, None)
        };
        let csv = with(texts("\"", "\""));
        let found = dataset(&csv);
        let many = read_in_pieces(csv.as_bytes(), NAME, &options(), &lengths);
        assert_eq!(said(Ok(found.clone())), said(many), "in pieces too");
        let expected = dataset(&with(texts("", "")));
        // A cell between a pair of marks is one.
        let told = problems(&found.problems, Code::StrayQuote).len();
        assert_eq!(told, usize::from(first < last), "{csv}");
        assert_eq!(found.source.records, expected.source.records, "{csv}");
        assert_eq!(names(&found), names(&expected), "{csv}");
    });
}

#[test]
fn proper_cells_of_many_lines_are_left_alone() {
    let csv = format!(
        "{HEADER}A,2021-01-01,NAVER,\"a,b\n\nc \"\"d\"\"\n,,,\n\"\nB,2021-02-01,\"\",\"\"\"\"\n"
    );
    assert_eq!(dataset(&csv).problems, []);
}

/// Rows with a last column of text, as an export has them, and one of them
/// whose text begins with a mark.
fn with_a_mark(lines: &[[String; 7]], texts: &[&str], mark: Option<usize>) -> String {
    let export = whole(lines);
    let mut rows = export.lines();
    let mut csv = format!("{},Abstract\n", rows.next().unwrap());
    for (at, row) in rows.enumerate() {
        let text = texts[at % texts.len()];
        let begins = if mark == Some(at) { "\"Opened, " } else { "" };
        // A comma of the marked row's text would be one cell more.
        let begins = begins.replace(',', "");
        csv += &format!("{row},{begins}{text}\n");
    }
    csv
}

#[test]
fn an_export_with_a_mark_that_is_none_reads_as_without_it() {
    let texts = vec![
        "plain",
        "\"quoted\"",
        "\"two\nlines, \"\"one\"\"\"",
        "",
        "x",
    ];
    let cases = (
        lines(),
        prop::collection::vec(select(texts), 1..5),
        any::<Index>(),
        lengths(),
    );
    check(cases, |(lines, mut texts, row, lengths)| {
        let row = row.index(lines.len());
        // The marked row's own text is plain.
        let own = row % texts.len();
        texts[own] = "plain";
        let csv = with_a_mark(&lines, &texts, Some(row));
        let mut found = dataset(&csv);
        let many = read_in_pieces(csv.as_bytes(), NAME, &options(), &lengths);
        assert_eq!(said(Ok(found.clone())), said(many), "in pieces too");
        let mut expected = dataset(&with_a_mark(&lines, &texts, None));
        let told = problems(&found.problems, Code::StrayQuote).len();
        assert_eq!(told, 1, "{csv}");
        found
            .problems
            .retain(|problem| problem.code != Code::StrayQuote);
        expected.source.sha256 = None;
        found.source.sha256 = None;
        assert_eq!(said(Ok(found)), said(Ok(expected)), "{csv}");
    });
}

#[test]
fn of_any_bytes_each_line_that_a_cell_took_oddly_is_told() {
    // As many rows as lines, or something is told, where all cells are of one
    // line and a mark stands before one of them.
    let cells = prop::collection::vec(select(vec!["a", "\"b\"", "c d", "\"e,f\""]), 3..40);
    check_often((cells, any::<Index>()), |(cells, at)| {
        let at = at.index(cells.len() / 3);
        let rows: Vec<String> = cells
            .chunks_exact(3)
            .enumerate()
            .map(|(row, cells)| {
                let mark = if row == at { "\"" } else { "" };
                format!(
                    "M{row},2021-01-01,{},{},{mark}{}",
                    cells[0], cells[1], cells[2]
                )
            })
            .collect();
        let csv = format!(
            "Model,Publication date,Organization,Task,Notes\n{}\n",
            rows.join("\n")
        );
        let dataset = dataset(&csv);
        let is_whole = dataset.source.records == rows.len() as u64;
        assert!(is_whole || !told(&dataset).is_empty(), "{csv}");
    });
}
