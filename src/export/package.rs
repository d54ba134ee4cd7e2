//! What a package of files says of itself: for people, and for programs
//! (Frictionless Data Package, <https://specs.frictionlessdata.io>).

use std::fmt::Write as _;

use serde_json::json;

use crate::language::Language;
use crate::locale::source_words;
use crate::paper::Document;
use crate::report::Report;

/// The media type of DOCX.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// The media type of HWPX.
pub const HWPX: &str = "application/hwp+zip";
/// The media type of XLSX.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What `datapackage.json` keeps to.
const SCHEMA: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// What each kind of file holds, by the end of its path.
fn says(path: &str, language: Language) -> &'static str {
    let files = &language.text().more().files;
    match path {
        "report.docx" | "report.hwpx" | "report.html" | "report.md" => files.holds_report,
        "tables.xlsx" => files.holds_workbook,
        "breakdowns.json" => files.holds_json,
        "tables.csv" => files.holds_cells,
        "models.csv" => files.holds_models,
        "models.jsonl" => files.holds_model_lines,
        "definition.json" => files.holds_definition,
        "verification.csv" => files.holds_verification,
        "diagnostics.csv" => files.holds_diagnostics,
        _ if path.starts_with("comparison-") => language.text().moved_title,
        _ if path.starts_with("history") => language.text().history_title,
        _ if path.starts_with("coverage") => language.text().coverage_title,
        _ if path.starts_with("figures/") => files.holds_figure,
        _ => "",
    }
}

/// How the data and what was made of them are cited.
fn citations(report: &Report, document: &Document) -> [String; 2] {
    let source = &report.findings.source;
    let date = source.snapshot_date().map(|date| format!(", {date}"));
    let date = date.unwrap_or_default();
    [
        format!("Epoch AI, “Data on AI Models”{date}, CC BY 4.0, https://epoch.ai/data/ai-models"),
        format!(
            "Model Census, “{}”, {} ({})",
            document.title,
            source.name,
            report.definition.sha256().get(..16).unwrap_or_default()
        ),
    ]
}

/// `README.md` of a package: what it is, its files, how to cite it.
#[must_use]
pub fn readme(report: &Report, document: &Document, files: &[(String, Vec<u8>)]) -> String {
    let language = document.language;
    let text = language.text();
    let mut out = format!("# {}\n\n{}\n\n", document.title, document.subtitle);
    for (name, value) in &document.about {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "- {name}: {value}");
    }
    let _ = write!(out, "\n## {}\n\n", text.more().files.package_about);
    for (path, _) in files {
        let _ = writeln!(out, "- `{path}`: {}", says(path, language));
    }
    let _ = writeln!(out, "- `SHA256SUMS`: sha256sum --check SHA256SUMS");
    let _ = write!(out, "\n## {}\n\n", text.more().cite);
    for citation in citations(report, document) {
        let _ = writeln!(out, "- {citation}");
    }
    let sentence = source_words(&report.findings.source, language);
    let _ = write!(out, "\n{sentence}\n");
    out
}

/// What the columns of a table are, by all of their cells.
fn schema(csv: &[u8]) -> serde_json::Value {
    let text = String::from_utf8_lossy(csv);
    let mut lines = cells(text.trim_start_matches('\u{feff}')).into_iter();
    let names = lines.next().unwrap_or_default();
    let lines: Vec<Vec<String>> = lines.collect();
    let fields = names.iter().enumerate().map(|(at, name)| {
        let own = lines.iter().filter_map(|line| line.get(at));
        let mut own = own.filter(|cell| !cell.is_empty()).peekable();
        let kind = if own.peek().is_none() {
            "string"
        } else if own.clone().all(|cell| cell.parse::<i64>().is_ok()) {
            "integer"
        } else if own.all(|cell| is_number(cell)) {
            "number"
        } else {
            "string"
        };
        json!({ "name": name, "type": kind })
    });
    json!({ "fields": fields.collect::<Vec<_>>() })
}

/// The cells of a table as this program writes it; what reads any table is not
/// worth its size here.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = text.trim_end().chars().peekable();
    while let Some(c) = letters.next() {
        let Some(line) = lines.last_mut() else { break };
        match c {
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => {}
            '"' => {
                is_quoted = !is_quoted;
                continue;
            }
            ',' if !is_quoted => {
                line.push(String::new());
                continue;
            }
            '\n' if !is_quoted => {
                lines.push(vec![String::new()]);
                continue;
            }
            '\r' if !is_quoted => continue,
            _ => {}
        }
        if let Some(cell) = line.last_mut() {
            cell.push(c);
        }
    }
    lines
}

/// Not what else Rust takes for one: `inf`.
fn is_number(cell: &str) -> bool {
    cell.ends_with(|c: char| c.is_ascii_digit()) && cell.parse::<f64>().is_ok()
}

/// `datapackage.json` of a package, made at the beginning of the day of writing,
/// so that it is the same all day; where that is unknown, it does not say when.
#[must_use]
pub fn datapackage(report: &Report, document: &Document, files: &[(String, Vec<u8>)]) -> String {
    let resources: Vec<serde_json::Value> = files
        .iter()
        .map(|(path, bytes)| {
            let (stem, end) = path.rsplit_once('.').unwrap_or((path, ""));
            let kind = match end {
                "docx" => DOCX,
                "hwpx" => HWPX,
                "xlsx" => XLSX,
                "csv" => "text/csv",
                "json" => "application/json",
                "jsonl" => "application/x-ndjson",
                "svg" => "image/svg+xml",
                "html" => "text/html",
                _ => "text/markdown",
            };
            let mut resource = json!({
                "name": format!("{}-{end}", stem.to_lowercase().replace('/', "-")),
                "path": path,
                "mediatype": kind,
                "bytes": bytes.len(),
                "hash": format!("sha256:{}", crate::dataset::sha256(bytes)),
                "description": says(path, document.language),
            });
            if let Some(resource) = resource.as_object_mut() {
                match end {
                    "csv" => {
                        resource.insert("type".to_owned(), "table".into());
                        resource.insert("schema".to_owned(), schema(bytes));
                    }
                    // Readers that take these for tables want to know a sheet and
                    // a row, or have to be installed; the tables are beside them.
                    "xlsx" => _ = resource.insert("format".to_owned(), "ooxml".into()),
                    "jsonl" => _ = resource.insert("format".to_owned(), "text".into()),
                    _ => {}
                }
            }
            resource
        })
        .collect();
    let source = &report.findings.source;
    let mut package = json!({
        "$schema": SCHEMA,
        "name": "model-census",
        "title": document.title,
        "description": document.subtitle,
        "licenses": [{
            "name": "CC-BY-4.0",
            "title": "Creative Commons Attribution 4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }],
        "sources": [
            {"title": "Epoch AI, Data on AI Models", "path": "https://epoch.ai/data/ai-models"},
            {"title": "SPRi IS-178"},
        ],
        "snapshot": {
            "name": source.name,
            "date": source.snapshot_date().map(|date| date.to_string()),
            "sha256": source.sha256,
        },
        "definition": {
            "id": report.definition.id,
            "sha256": report.definition.sha256(),
        },
        "citations": citations(report, document),
        "resources": resources,
    });
    if let Some(package) = package.as_object_mut()
        && !document.written.is_empty()
    {
        // The day is all that is known: the hour would be another each time.
        let created = format!("{}T00:00:00Z", document.written);
        package.insert("created".to_owned(), created.into());
    }
    // Plain data: serialising it cannot fail.
    let mut text = serde_json::to_string_pretty(&package).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_what_all_of_its_cells_are() {
        let csv =
            "\u{feff}name,n,x,none,\"q,\"\"r\"\"\"\r\nA,1,1,,\"a\nb\"\r\n\"B, C\",-2,2.5e3,,7\r\n";
        let read = cells(csv.trim_start_matches('\u{feff}'));
        assert_eq!(read.len(), 3);
        assert_eq!(read[0][4], "q,\"r\"");
        assert_eq!(read[1][4], "a\nb");
        assert_eq!(read[2][0], "B, C");
        let types: Vec<String> = schema(csv.as_bytes())["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|own| own["type"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(types, ["string", "integer", "number", "string", "string"]);
    }
}
