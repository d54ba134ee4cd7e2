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

/// `datapackage.json` of a package.
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
            json!({
                "name": format!("{}-{end}", stem.to_lowercase().replace('/', "-")),
                "path": path,
                "mediatype": kind,
                "bytes": bytes.len(),
                "hash": format!("sha256:{}", crate::dataset::sha256(bytes)),
                "description": says(path, document.language),
            })
        })
        .collect();
    let source = &report.findings.source;
    let package = json!({
        "profile": "data-package",
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
        "created": document.written,
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
    // Plain data: serialising it cannot fail.
    let mut text = serde_json::to_string_pretty(&package).unwrap_or_default();
    text.push('\n');
    text
}
