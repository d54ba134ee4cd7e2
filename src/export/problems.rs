//! What was wrong with a file, as a table.

use crate::dataset::{Problem, Severity};
use crate::language::Language;
use crate::locale::{problem_kind, problem_message};
use crate::report::Report;

use super::csv::guard;

/// How many cells a line has.
const COLUMNS: usize = 8;

/// The problems as a reader wants them: what concerns the counted models first,
/// of that what matters more, each kind together, in the order in which they
/// were met.
#[must_use]
pub fn sorted_problems(report: &Report) -> Vec<&Problem> {
    let mut problems: Vec<&Problem> = report.findings.problems.iter().collect();
    problems.sort_by_key(|problem| (problem.uncounted, problem.severity(), problem.code));
    problems
}

/// A line for each problem as CSV for spreadsheets, and below them what the file
/// states about itself: with a byte order mark, no cell that a spreadsheet would
/// take for a formula, and as many cells in each line as the header has, for
/// readers that look for the header by these.
#[must_use]
pub fn problems_csv(report: &Report, about: &[(String, String)], language: Language) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for line in lines(report, language) {
        // Writing to memory cannot fail.
        let _infallible = writer.write_record(line.iter().map(|cell| guard(cell)));
    }
    for (name, value) in about {
        let mut line = [const { String::new() }; COLUMNS];
        let [first, second, ..] = &mut line;
        (*first, *second) = (guard(name), guard(value));
        let _infallible = writer.write_record(line);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8(bytes).unwrap_or_default())
}

/// The same parted by tabs, to be pasted into a spreadsheet.
#[must_use]
pub fn problems_text(report: &Report, language: Language) -> String {
    let line = |cells: &[String; COLUMNS]| {
        let cells = cells
            .each_ref()
            .map(|cell| guard(&crate::dataset::tidy(cell)));
        cells.join("\t") + "\n"
    };
    lines(report, language).iter().map(line).collect()
}

fn lines(report: &Report, language: Language) -> Vec<[String; COLUMNS]> {
    let text = language.text();
    let header = [
        text.more().problem_severity,
        text.more().problem_kind,
        text.more().problem_column,
        text.more().problem_value,
        text.more().problem_count,
        text.more().problem_rows,
        text.more().problem_suggestion,
        text.more().problem_message,
    ];
    let mut lines = vec![header.map(str::to_owned)];
    lines.extend(sorted_problems(report).into_iter().map(|problem| {
        let rows = problem.places.iter().map(|place| place.record.to_string());
        let severity = match problem.severity() {
            Severity::Warning => text.more().warning,
            Severity::Info => text.more().info,
        };
        [
            severity.to_owned(),
            problem_kind(problem.code, language).to_owned(),
            problem.column.clone(),
            problem.value.clone(),
            problem.count.to_string(),
            rows.collect::<Vec<_>>().join(" "),
            problem.suggestion.clone().unwrap_or_default(),
            problem_message(problem, language),
        ]
    }));
    lines
}
