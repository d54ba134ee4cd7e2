//! English: what is said of values; `text.rs` has the page’s texts,
//! `problem.rs` what was wrong with a file, `phrases.rs` the report’s sentences.
//!
//! Long because all that a language says of values stands in one file.

mod columns;
mod later;
mod phrases;
mod problem;
mod text;

use crate::dataset::{ListKind, OtherTable, PackedError, ReadError};
use crate::definition::{DefinitionError, Fault, Period, SCHEMA, Span};
use crate::sensitivity::Choice;

use super::files::FileTexts;
use super::handed::NotHanded;
use super::number::mebibytes;
use super::share::ShareText;
use super::verification::VerificationText;

pub(super) use later::{COVERAGE, MORE, MOVED};
pub(super) use phrases::PHRASES;
pub(super) use problem::{problem_kind, problem_message};
pub(super) use text::TEXT;

pub(super) fn year(year: i16) -> String {
    year.to_string()
}

pub(super) fn span(span: Span) -> String {
    let year = year(span.year());
    match span.half() {
        None => year,
        Some(half) => format!("{year} H{half}"),
    }
}

pub(super) fn whole_period(period: Period) -> String {
    let (first, last) = (period.first(), period.last());
    if period.is_by_half() {
        format!("{} – {}", span(first), span(last))
    } else {
        format!("{first}–{last}")
    }
}

pub(super) fn read_error(error: &ReadError) -> String {
    match error {
        ReadError::Empty => "the file is empty".to_owned(),
        ReadError::NotText { format } => {
            format!("not CSV text ({format}); save it as CSV UTF-8 first")
        }
        ReadError::MissingColumn { field, found } => format!(
            "none of the first 20 rows is a header with the column “{}”; found: {}",
            field.header(),
            found.join(", ")
        ),
        ReadError::OtherTable { table } => format!(
            "it is Epoch AI’s table of {}, not a list of models; fetch the list of large-scale models from epoch.ai/data/ai-models",
            match table {
                OtherTable::Hardware => "hardware",
                OtherTable::Clusters => "GPU clusters",
                OtherTable::Benchmarks => "benchmark results of model versions",
            }
        ),
        ReadError::NoRecords => "there is no record below the header".to_owned(),
        ReadError::Packed(error) => packed(error),
    }
}

fn packed(error: &PackedError) -> String {
    match error {
        PackedError::Truncated => {
            "the file is cut off; it was probably not downloaded whole, so download it again"
                .to_owned()
        }
        PackedError::Damaged { detail } => {
            format!(
                "it is damaged and cannot be unpacked ({detail}); download it again, or unpack it yourself and choose the CSV file"
            )
        }
        PackedError::NoTable { names } if names.is_empty() => "the archive is empty".to_owned(),
        PackedError::NoTable { names } => {
            format!(
                "there is no CSV file in the archive, only {}",
                names.join(", ")
            )
        }
        PackedError::OtherFormat { format } => {
            format!("{format} files are not read; save it as CSV UTF-8 or XLSX")
        }
        PackedError::NoSuchTable { name, tables } => format!(
            "there is no table “{name}”; there are: {}",
            tables.join(", ")
        ),
        PackedError::NoSuchEntry { index } => {
            format!(
                "the archive has no table number {}",
                index.saturating_add(1)
            )
        }
        PackedError::Encrypted { name } => {
            format!("“{name}” needs a password; save it as CSV without one")
        }
        PackedError::UnsupportedMethod { name, method } => format!(
            "“{name}” is packed by {method}, which is not supported; unpack it yourself and choose the CSV file"
        ),
        PackedError::TooLarge { name, limit } if name.is_empty() => format!(
            "it unpacks to more than {}; unpack it yourself and choose the CSV file",
            mebibytes(*limit)
        ),
        PackedError::TooLarge { name, limit } => format!(
            "“{name}” unpacks to more than {}; unpack it yourself and choose the CSV file",
            mebibytes(*limit)
        ),
        PackedError::NoHeader { sheets } => format!(
            "no sheet has a header with the columns “Model” and “Publication date”; found: {}",
            sheets.join(", ")
        ),
        PackedError::NoReader { detail } => format!(
            "what unpacks it could not be loaded ({detail}); try again, or unpack it yourself and choose the CSV file"
        ),
        PackedError::DamagedSheet { sheet, detail } => format!(
            "the sheet “{sheet}” cannot be read ({detail}); save it from Excel as CSV UTF-8"
        ),
    }
}

pub(super) fn definition_error(error: &DefinitionError) -> String {
    match error {
        DefinitionError::Malformed { path, reason } if path.is_empty() => {
            format!("not a definition ({reason})")
        }
        DefinitionError::Malformed { path, reason } => {
            format!(
                "the value at “{path}” does not fit ({reason}); correct it and load the file again"
            )
        }
        DefinitionError::UnknownSchema { found } => {
            format!("schema “{found}”: this page reads up to {SCHEMA}")
        }
        DefinitionError::Several(all) => {
            let all: Vec<String> = all.iter().map(definition_error).collect();
            format!("{} things to correct: {}", all.len(), all.join(" / "))
        }
        DefinitionError::UnknownBase { id } => {
            format!("“extends”: there is no definition “{id}” to build on; name is-178 or current")
        }
        DefinitionError::Faulty { path, fault } => {
            let what = match fault {
                Fault::Threshold => "must be 0 or more".to_owned(),
                Fault::Zero => "must be 1 or more".to_owned(),
                Fault::UnknownCountry { key } => {
                    format!("“{key}” is none of the countries; a code such as KOR is meant")
                }
                Fault::UnknownValue { value, nearest } => {
                    let nearest = nearest.iter();
                    let nearest: String = nearest
                        .map(|name| format!("; nearest known: “{name}”"))
                        .collect();
                    format!("“{value}” is not known{nearest}")
                }
                Fault::Chain { key, further } => {
                    format!("“{key}” itself counts as “{further}”; name “{further}” directly")
                }
            };
            format!("“{path}”: {what}")
        }
    }
}

pub(super) fn not_handed(problem: &NotHanded) -> String {
    match problem {
        NotHanded::Nothing => "the page around this frame handed over no file in time".to_owned(),
        NotHanded::Refused { address, reason } => format!(
            "“{address}” cannot be fetched ({reason}); check the address and that its server allows it (CORS)"
        ),
        NotHanded::OtherSite { address } => format!(
            "“{address}” is on another site, from which this frame fetches nothing; use the element model-census, or put the file on this page's site"
        ),
        NotHanded::NoDefinition { address, error } => format!(
            "“{address}” cannot be read as a definition: {}",
            definition_error(error)
        ),
    }
}

pub(super) const FILES: FileTexts = FileTexts {
    lead: "Made from the data, definition, period, filter and language that are shown. Every file states source, licence, data, definition and date",
    reports: "The whole report",
    numbers: "Numbers and data",
    docx: "Word document (DOCX)",
    hwpx: "Hangul document (HWPX)",
    html: "One HTML file",
    print: "Print or PDF",
    xlsx: "All tables (XLSX)",
    json: "All numbers (JSON)",
    models_csv: "Cleaned models (CSV)",
    models_jsonl: "Cleaned models (JSON Lines)",
    package: "Everything (ZIP)",
    annexes: "Further chapters (reports, XLSX, package)",
    annex: "Annex {n}. {title}",
    making: "Making {name}…",
    made: "{name} saved",
    failed: "{name} could not be made: {reason}",
    package_about: "The files of this package",
    holds_report: "the whole report",
    holds_workbook: "all tables and the models, with charts",
    holds_json: "all numbers, in the form of docs/json.md",
    holds_cells: "every cell of every table, one a line",
    holds_models: "the cleaned models, under the newest headers",
    holds_model_lines: "the same, an object a line",
    holds_definition: "the judgement calls: the definition",
    holds_verification: "published figures beside these",
    holds_diagnostics: "diagnostics of the data",
    holds_figure: "a figure",
};

pub(super) fn list_name(kind: ListKind) -> Option<&'static str> {
    match kind {
        ListKind::Notable => Some("notable models"),
        ListKind::All => Some("all models"),
        ListKind::Frontier => Some("frontier models"),
        ListKind::LargeScale | ListKind::Unknown => None,
    }
}

pub(super) fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Definition => "By the definition (joint models count for each)",
        Choice::Fractional => "Joint models counted in parts",
        Choice::FirstDeveloper => "First developer only",
        Choice::HomeCountry => "Countries by home country",
        Choice::AsExported => "Countries as exported",
        Choice::ConfirmedCompute => "Confirmed compute only",
        Choice::WithoutSpeculative => "Without “Speculative”",
        Choice::Threshold23 => "Compute from 1E+23",
        Choice::Threshold24 => "Compute from 1E+24",
        Choice::Threshold25 => "Compute from 1E+25",
        Choice::DerivedByOwn => "Derived models by their own compute",
        Choice::DerivedAsExported => "Derived models by the stated compute",
        Choice::DerivedLeftOut => "Without derived models",
        Choice::WithGroups => "With parent groups",
        Choice::WithoutGroups => "Without parent groups",
    }
}

/// What serde says, which is English.
pub(super) fn json_reason(reason: &str) -> String {
    reason.to_owned()
}

pub(super) static VERIFICATION: VerificationText = VerificationText {
    equal: "Equal",
    differs: "Differs",
    contradicts: "Contradicts itself",
    not_derivable: "Not derivable",
    all: "{n} published figures: {all}",
    all_and_shown: "{n} published figures: {all} (the table has the {of} of “{own}” only)",
    share: "Share (%)",
    growth: "CAGR (%)",
    position: "Place in the list",
    holds: "Holds of all",
    order: "Order",
    shared: "shared",
    check_sum: "the parts add up to {sum}, printed {printed}",
    check_share: "{part}/{whole} = {computed}%, printed {printed}%{fits}",
    check_fits: " ({part}/{fits} is {printed}%)",
    check_growth: "{from} → {to}: {computed}%, printed {printed}%",
    none_before: "“{claim}” agrees with the tables",
    some_before: "“{claim}”, but the tables have {places}",
    no_dimension: "line {line}, condition “{text}”: “{part}” is an unknown dimension; known are {names}",
    no_condition: "line {line}, condition “{text}”: “{part}” is not understood; expected is one as country=KOR, compute=1e24..1e25 or text=gpt",
    schema: "it has the schema “{found}”, but {schema} was expected",
    syntax: "it is no JSON at line {line}, column {column} ({reason}); correct the comma, quote or bracket there and load it again",
    no_reason: "line {line}: “reasons” does not tell the reason “{name}”; write it there, or take the name out here",
    no_address: "line {line}: the file has no figure “{address}” to check; an address is the table’s id, the row’s English name and the column, as in table1/Korea/total",
    in_line: "line {line}",
    at_path: "line {line}, “{path}”",
    missing: "{place}: “{key}” is missing; add it and load the file again",
    unknown: "{place}: “{key}” is no key here; known are {known}",
    wrong: "{place}: the value does not fit ({reason}); correct it and load the file again",
    unknown_data: "The day of the publication’s data is not known, so whether the data explain it cannot be told",
    older: "These data are {n} days older than those of the publication, so figures may differ.",
    younger: "These data are {n} days younger than those of the publication, so figures may differ.",
};

pub(super) static SHARE: ShareText = ShareText {
    title: "Share, or embed in another page",
    lead: "Send what is shown as a link, or copy one of these codes into a page of another site",
    guide: "Guide to embedding (new tab)",
    view: "Part",
    whole_page: "The whole report",
    parts: "Content",
    both: "Chart and table",
    chart: "Chart only",
    table: "Table only",
    notes: "With notes",
    data: "Data",
    live: "Live",
    live_hint: "Names only what you chose: changes with the site's data",
    frozen: "Frozen as it is now",
    frozen_hint: "Names data, definition and period with their fingerprints; the frame says so if they ever differ",
    own_file: "A link or code cannot carry the contents of your file “{name}”. Put the file on the web and name its address in src: for a frame alone, on the same site as this page; for the element model-census, on the embedding page's site or wherever CORS allows it",
    own_definition: "Your changes to the definition are too long for a code. Save the definition as a file, put it on the web, and name its address in definition",
    no_site: "This page was opened without a web address: put the address where it is published in place of https://HOST/PATH/",
    link: "Link to this part",
    frame: "Frame (iframe) alone",
    frame_hint: "Works in systems that strip scripts; its height is the one written",
    frame_and_script: "Frame and script",
    frame_and_script_hint: "The frame gets the height of its content",
    element: "Element model-census",
    element_hint: "Gets the height of its content, has attributes and events, and shows a picture or a link where there is no script",
    copy: "Copy",
    preview: "Preview",
    width: "Width",
    pixels: "{n} px",
    from_host: "Data provided by {origin}, {name}",
    not_here: "The numbers for this place have not come",
    unmet: "No model meets the filter’s condition “{part}”",
    unmet_nearest: "No model meets the filter’s condition “{part}”; the nearest one is {nearest}",
    open_part: "Open {title}",
};
