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
    let files = &language.text().files;
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
    let _ = write!(out, "\n## {}\n\n", text.files.package_about);
    for (path, _) in files {
        let _ = writeln!(out, "- `{path}`: {}", says(path, language));
    }
    let _ = writeln!(out, "- `SHA256SUMS`: sha256sum --check SHA256SUMS");
    let _ = write!(out, "\n## {}\n\n", text.cite);
    for citation in citations(report, document) {
        let _ = writeln!(out, "- {citation}");
    }
    let sentence = source_words(&report.findings.source, language);
    let _ = write!(out, "\n{sentence}\n");
    out
}

/// What the columns of a table are, by all of their cells.
fn schema(csv: &[u8]) -> serde_json::Value {
    let mut reader = ::csv::ReaderBuilder::new().flexible(true).from_reader(csv);
    let names: Vec<String> = match reader.headers() {
        Ok(names) => names.iter().map(str::to_owned).collect(),
        Err(_) => Vec::new(),
    };
    let lines: Vec<::csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
    let fields = names.iter().enumerate().map(|(at, name)| {
        let cells = lines.iter().filter_map(|line| line.get(at));
        let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
        let kind = if cells.peek().is_none() {
            "string"
        } else if cells.clone().all(|cell| cell.parse::<i64>().is_ok()) {
            "integer"
        } else if cells.all(is_number) {
            "number"
        } else {
            "string"
        };
        json!({ "name": name, "type": kind })
    });
    json!({ "fields": fields.collect::<Vec<_>>() })
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
