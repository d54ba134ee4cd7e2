//! A few CSV lines in, a dataset, census or report out.
//!
//! Whatever is read is also checked for the promise that holds for every
//! file: each of its records has exactly one place in the row account.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use model_census::breakdown::{Breakdown, Table};
use model_census::census::{Census, Placed, Value};
use model_census::dataset::{
    Code, Dataset, Fed, Options, PartialDate, Place, Problem, ReadError, Reading, native_decoders,
};
use model_census::definition::{Countries, Definition};
use model_census::list::ListId;
use model_census::locale::Labels;
use model_census::report::Report;

/// IS-178's definition.
pub const DEFINITION: &str = include_str!("../../public/definitions/is-178.json");
/// The countries of ISO 3166.
pub const COUNTRIES: &str = include_str!("../../public/data/countries.json");
/// The names of values.
pub const LABELS: &str = include_str!("../../public/data/labels.json");
/// The snapshot nearest to the one that IS-178 used.
pub const SNAPSHOT: &[u8] = include_bytes!("../../public/data/large-scale-models-2024-07-16.csv");
/// The later snapshot.
pub const LATER: &[u8] = include_bytes!("../../public/data/large-scale-models-2026-02-16.csv");
/// A name without a date, so that only publications say how far a file goes.
pub const NAME: &str = "export.csv";

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Every Rust file below a folder of the repository, with its text.
pub fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let (root, mut found) = (root(), Vec::new());
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(&root).unwrap().to_owned(), text));
            }
        }
    }
    found.sort();
    found
}

// Parsed once: many tests take hundreds of censuses.
pub fn definition() -> Definition {
    static PARSED: LazyLock<Definition> =
        LazyLock::new(|| Definition::parse(DEFINITION).expect("IS-178's definition is valid"));
    PARSED.clone()
}

pub fn labels() -> Arc<Labels> {
    static PARSED: LazyLock<Arc<Labels>> =
        LazyLock::new(|| Arc::new(Labels::parse(LABELS).expect("the labels are valid")));
    Arc::clone(&PARSED)
}

pub fn countries() -> Countries {
    Countries::parse(COUNTRIES).expect("the countries are valid")
}

/// Reads as the command line does, on a day of 2026.
pub fn read(bytes: &[u8], name: &str) -> Result<Dataset, ReadError> {
    model_census::dataset::read(bytes, name, &options())
}

/// How the command line reads for IS-178, on a day of 2026.
pub fn options() -> Options {
    static OPTIONS: LazyLock<Options> = LazyLock::new(|| {
        let definition = definition();
        let names = definition.organizations.keys();
        Options {
            today: PartialDate::parse("2026-11-24"),
            whole_names: names.filter(|name| name.contains(',')).cloned().collect(),
            ..Options::new(native_decoders)
        }
    });
    OPTIONS.clone()
}

/// Reads as the page does: pieces of these lengths, over and over, and from
/// the beginning where the encoding turns out to be another.
pub fn read_in_pieces(
    bytes: &[u8],
    name: &str,
    options: &Options,
    lengths: &[usize],
) -> Result<Dataset, ReadError> {
    let mut options = options.clone();
    'reading: loop {
        let mut reading = Reading::begin(name, &options);
        let mut rest = bytes;
        for length in lengths.iter().cycle() {
            let (piece, after) = rest.split_at((*length).min(rest.len()));
            rest = after;
            let fed = match piece {
                [] => reading.end()?,
                piece => reading.feed(piece)?,
            };
            if let Fed::OtherEncoding(encoding) = fed {
                assert_ne!(options.encoding, Some(encoding), "reads again for ever");
                options.encoding = Some(encoding);
                continue 'reading;
            }
            if piece.is_empty() {
                return reading.finish(None);
            }
        }
    }
}

/// All that was read, but the fingerprint of the bytes.
pub fn said(mut read: Result<Dataset, ReadError>) -> String {
    if let Ok(dataset) = &mut read {
        dataset.source.sha256 = None;
    }
    format!("{read:#?}")
}

/// A row and a line.
pub fn at(record: u32, line: u32) -> Place {
    Place { record, line }
}

#[track_caller]
pub fn dataset(csv: &str) -> Dataset {
    dataset_of(csv.as_bytes(), NAME)
}

#[track_caller]
pub fn dataset_of(bytes: &[u8], name: &str) -> Dataset {
    read(bytes, name).expect("the test's export can be read")
}

#[track_caller]
pub fn census(csv: &str) -> Census {
    census_with(csv, |_| {})
}

/// A census under IS-178's definition, changed by the test.
#[track_caller]
pub fn census_with(csv: &str, change: impl FnOnce(&mut Definition)) -> Census {
    census_of(dataset(csv), change)
}

#[track_caller]
pub fn census_of(dataset: Dataset, change: impl FnOnce(&mut Definition)) -> Census {
    let mut definition = definition();
    change(&mut definition);
    let census = Census::take(Arc::new(dataset), Arc::new(definition), &countries());
    assert_accounted(&census);
    census
}

#[track_caller]
pub fn report(csv: &str) -> Report {
    Report::compute(&census(csv), labels())
}

#[track_caller]
pub fn report_of(census: &Census) -> Report {
    Report::compute(census, labels())
}

/// Every record of the file has exactly one place in the row account.
#[track_caller]
pub fn assert_accounted(census: &Census) {
    let records = census.dataset.source.records;
    assert_eq!(census.rows.sum(), records, "{:?}", census.rows);
}

/// The keys of values, in order.
pub fn keys(values: &[Value]) -> Vec<&str> {
    values.iter().map(|value| &*value.key).collect()
}

/// The census's only model under the definition.
#[track_caller]
pub fn only(census: &Census) -> &Placed {
    let [placed] = &*census.models else {
        panic!("one model was expected: {:?}", census.models);
    };
    placed
}

/// The names of a list's models, in its order.
#[track_caller]
pub fn listed(census: &Census, list: ListId) -> Vec<String> {
    let list = list.of(census).expect("the list is available");
    let names = list.entries.iter().map(|entry| entry.name.to_string());
    names.collect()
}

pub fn texts(list: &[Arc<str>]) -> Vec<&str> {
    list.iter().map(|text| &**text).collect()
}

/// The problems of a kind.
pub fn problems(problems: &[Problem], code: Code) -> Vec<&Problem> {
    problems
        .iter()
        .filter(|problem| problem.code == code)
        .collect()
}

/// A breakdown as key → models of each year, then of all; absent if the
/// export cannot support it.
pub fn counts(report: &Report, id: &str) -> Option<BTreeMap<String, Vec<usize>>> {
    let table = report.table(id)?;
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().chain([&row.total]);
        (row.key.clone(), cells.map(|cell| cell.models).collect())
    });
    Some(rows.collect())
}

/// The tables that an export has the columns for: those of IS-178 at least,
/// whatever else there is.
pub fn tables(report: &Report) -> Vec<(&'static Breakdown, &Table)> {
    let supported = report.tables().filter_map(|(breakdown, table)| {
        let missing = report.missing(breakdown);
        assert_eq!(table.is_none(), missing.is_some(), "{}", breakdown.id);
        Some((breakdown, table?))
    });
    let supported: Vec<_> = supported.collect();
    for id in OF_IS_178 {
        let is_there = supported.iter().any(|(own, _)| own.id == id);
        assert!(is_there, "{id} is not available");
    }
    supported
}

/// The breakdowns that IS-178 has.
const OF_IS_178: [&str; 9] = [
    "year",
    "country",
    "domain",
    "multimodal",
    "task",
    "task-count",
    "development",
    "organization-category",
    "organization",
];

/// The row keys of a breakdown, in its order.
#[track_caller]
pub fn row_keys<'a>(report: &'a Report, id: &str) -> Vec<&'a str> {
    let table = report.table(id).expect("the breakdown is available");
    table.rows.iter().map(|row| &*row.key).collect()
}
