//! The models behind a number, as a table for spreadsheets.

use crate::document::evidence_rows;
use crate::evidence::Evidence;
use crate::language::Language;
use crate::locale::source_line;
use crate::report::Report;

use super::csv::guard;

/// The table as CSV that spreadsheets open: a byte order mark, cells guarded
/// against formulas; what number they are behind, and what the file states about
/// itself, in the last lines.
#[must_use]
pub fn evidence_csv(
    report: &Report,
    evidence: &Evidence,
    title: &str,
    about: &[(String, String)],
    language: Language,
) -> String {
    let mut writer = ::csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let rows = evidence_rows(evidence, &report.labels, language);
    let width = rows.first().map_or(0, Vec::len);
    let mut write = |cells: &[String]| {
        let mut guarded: Vec<String> = cells.iter().map(|cell| guard(cell)).collect();
        // As many in each line: readers look for the header by these.
        guarded.resize(width, String::new());
        // Writing to memory cannot fail.
        let _infallible = writer.write_record(&guarded);
    };
    for line in rows {
        write(&line);
    }
    write(&[title.to_owned()]);
    write(&[source_line(report, language)]);
    for (name, value) in about {
        write(&[name.clone(), value.clone()]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
