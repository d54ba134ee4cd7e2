//! Files, definitions and the day, as the command line gets them.

use std::io::Read as _;
use std::sync::Arc;

use model_census::dataset::{
    self, Columns, Dataset, ListKind, PartialDate, ReadError, native_decoders,
};
use model_census::definition::{Countries, Definition};
use model_census::engine::Engine;
use model_census::locale::{Labels, Language, definition_error, read_error};
use model_census_unpack::{best_match, entries, is_workbook, unpack};

use crate::arguments::How;

const IS_178: &str = include_str!("../../../public/definitions/is-178.json");
const CURRENT: &str = include_str!("../../../public/definitions/current.json");

fn built_in(id: &str) -> Option<Definition> {
    match id {
        "is-178" => Definition::parse(IS_178).ok(),
        "current" => Definition::parse_on(CURRENT, &built_in).ok(),
        _ => None,
    }
}

/// The definition of a name, or in a file; the first built-in one where none
/// is named.
///
/// # Errors
/// A line that says what is wrong with it.
pub fn definition(named: Option<&str>) -> Result<Arc<Definition>, String> {
    let text = match named {
        None | Some("is-178") => IS_178.to_owned(),
        Some("current") => CURRENT.to_owned(),
        Some(path) => std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?,
    };
    let definition = Definition::parse_named(&text, &built_in, &names()?)
        .map_err(|error| format!("definition: {}", definition_error(&error, Language::En)))?;
    Ok(Arc::new(definition))
}

/// An engine that knows all names.
///
/// # Errors
/// What is wrong with the names; never, in a program that was tested.
pub fn engine(definition: Arc<Definition>) -> Result<Engine, String> {
    let mut engine = Engine::new(definition, labels()?);
    engine.know(countries()?);
    Ok(engine)
}

fn labels() -> Result<Labels, String> {
    Labels::parse(include_str!("../../../public/data/labels.json"))
        .map_err(|error| format!("labels: {error}"))
}

fn countries() -> Result<Countries, String> {
    Countries::parse(include_str!("../../../public/data/countries.json"))
        .map_err(|error| format!("countries: {error}"))
}

fn names() -> Result<Labels, String> {
    Ok(labels()?.with_countries(countries()?))
}

/// Reads a list.
///
/// # Errors
/// A line that names the file and says why it cannot be read.
pub fn list(file: &str, engine: &Engine, how: &How) -> Result<Dataset, String> {
    let bytes = bytes_of(file).map_err(|error| format!("{file}: {error}"))?;
    table(file, &bytes, how.entry.as_deref(), engine, how)
}

/// Reads a list, and those beside it: the ones that are named, and where it comes
/// out of an archive the other lists of it.
///
/// # Errors
/// A line that says which cannot be read, or that an archive has two lists of
/// large-scale models, of which one has to be chosen.
pub fn list_and_others(
    file: &str,
    engine: &Engine,
    how: &How,
) -> Result<(Dataset, Vec<Dataset>), String> {
    let bytes = bytes_of(file).map_err(|error| format!("{file}: {error}"))?;
    let is_archive = how.entry.is_none() && bytes.starts_with(b"PK") && !is_workbook(&bytes);
    let (counted, of_archive) = if is_archive {
        archive(file, &bytes, engine, how)?
    } else {
        let counted = table(file, &bytes, how.entry.as_deref(), engine, how)?;
        (counted, Vec::new())
    };
    let named = how
        .beside
        .iter()
        .map(|other| list_beside(other, engine, how));
    let mut others = named.collect::<Result<Vec<_>, _>>()?;
    others.extend(of_archive);
    Ok((counted, others))
}

/// Reads a list that is named beside another: whichever table of it is meant.
fn list_beside(file: &str, engine: &Engine, how: &How) -> Result<Dataset, String> {
    let bytes = bytes_of(file).map_err(|error| format!("{file}: {error}"))?;
    table(file, &bytes, None, engine, how)
}

/// The list of an archive that is to be counted, and the others of it.
fn archive(
    file: &str,
    bytes: &[u8],
    engine: &Engine,
    how: &How,
) -> Result<(Dataset, Vec<Dataset>), String> {
    let all = entries(bytes).unwrap_or_default();
    let chosen = best_match(&all);
    let is_large = |list: &Dataset| list.source.list.kind == ListKind::LargeScale;
    // Side by side: a machine that reads lists has more than one core.
    let (counted, read) = std::thread::scope(|scope| {
        let others = all.iter().enumerate().filter(|(at, _)| chosen != Some(*at));
        let readers = others.map(|(_, entry)| {
            let read = move || table(file, bytes, Some(&entry.name), engine, how);
            (&entry.name, scope.spawn(read))
        });
        let readers: Vec<_> = readers.collect();
        let counted = table(file, bytes, None, engine, how);
        let joined = readers.into_iter().map(|(name, own)| {
            let read = own.join();
            (
                name,
                read.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            )
        });
        (counted, joined.collect::<Vec<_>>())
    });
    let counted = counted?;
    let mut large: Vec<&str> = Vec::new();
    let own = chosen.and_then(|at| all.get(at));
    large.extend(own.filter(|_| is_large(&counted)).map(|own| &*own.name));
    let mut others = Vec::new();
    for (name, other) in read {
        // What is no list of models tells nothing.
        let Ok(other) = other else {
            continue;
        };
        if is_large(&other) {
            large.push(name);
        }
        if other.source.list.kind != ListKind::Unknown {
            others.push(other);
        }
    }
    if large.len() > 1 {
        return Err(format!(
            "{file}: more than one list of large-scale models ({}); choose one with --entry",
            large.join(", ")
        ));
    }
    Ok((counted, others))
}

fn table(
    file: &str,
    bytes: &[u8],
    entry: Option<&str>,
    engine: &Engine,
    how: &How,
) -> Result<Dataset, String> {
    let name = std::path::Path::new(file).file_name().map_or_else(
        || file.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    );
    let mut options = engine.options(today(), native_decoders);
    options.encoding = how.encoding;
    let said = how
        .columns
        .iter()
        .map(|(header, field)| (&**header, *field));
    let by_definition = engine.definition().columns.iter();
    let by_definition = by_definition.map(|(header, field)| (&**header, *field));
    options.columns = Columns::new(said.chain(by_definition));
    let refuse = |error| format!("{file}: {}", read_error(&error, Language::En));
    let table = unpack(bytes, &name, entry, &options.columns)
        .map_err(|error| refuse(ReadError::Packed(error)))?;
    options.notes.clone_from(&table.notes);
    let mut dataset = dataset::read(&table.bytes, &table.name, &options).map_err(refuse)?;
    if table.sheet.is_some() {
        // What was written from a sheet is nobody's file.
        dataset.source.sha256 = Some(dataset::sha256(bytes));
    }
    Ok(dataset)
}

fn bytes_of(file: &str) -> std::io::Result<Vec<u8>> {
    if file == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes)?;
        Ok(bytes)
    } else {
        std::fs::read(file)
    }
}

/// The day by the machine's clock, in universal time.
#[allow(
    clippy::disallowed_methods,
    reason = "the command line is no pure room: it hands the day to them"
)]
pub fn today() -> Option<PartialDate> {
    let now = std::time::SystemTime::now();
    let seconds = now.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
    let now = jiff::Timestamp::from_second(i64::try_from(seconds).ok()?).ok()?;
    let date = jiff::tz::Offset::UTC.to_datetime(now).date();
    PartialDate::parse(&date.to_string())
}
