//! `census FILE.csv`: every breakdown of an export, on the command line.

use std::io::{Read as _, Write as _};
use std::process::ExitCode;
use std::sync::Arc;

use model_census::dataset::{
    self, Columns, Encoding, Field, PartialDate, ReadError, native_decoders,
};
use model_census::definition::{Countries, Definition, Period};
use model_census::dimension::{Condition, Conditions};
use model_census::document::About;
use model_census::engine::{Engine, View};
use model_census::export::{Format, json_written, models_csv};
use model_census::locale::{Labels, Language, definition_error, read_error};
use model_census_unpack::unpack;

const USAGE: &str = "usage: census FILE.csv [--definition is-178|current|FILE] [--period 2020-2023] [--filter country=KOR]... \
                     [--encoding LABEL] [--column HEADER=FACT]... [--entry PATH] [--written DAY] [--format json|markdown|html|csv|problems|models]  (FILE.csv may be - for standard input, .zip, .gz or .xlsx; --entry names a table in an archive; --written names the day of writing)";

const IS_178: &str = include_str!("../../public/definitions/is-178.json");
const CURRENT: &str = include_str!("../../public/definitions/current.json");

fn built_in(id: &str) -> Option<Definition> {
    match id {
        "is-178" => Definition::parse(IS_178).ok(),
        "current" => Definition::parse_on(CURRENT, &built_in).ok(),
        _ => None,
    }
}

fn main() -> ExitCode {
    match run(arguments()) {
        Ok(output) => match std::io::stdout().write_all(output.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            // The reader closed the pipe: it has what it wanted.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => fail(&error.to_string()),
        },
        Err(reason) => fail(&reason),
    }
}

/// The arguments as text; what is not Unicode is shown as well as can be, and
/// no file of such a name is found then.
fn arguments() -> impl Iterator<Item = String> {
    std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
}

fn fail(reason: &str) -> ExitCode {
    let reason = reason.replace('\n', " ");
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "census: {reason}");
    ExitCode::from(2)
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let mut file = None;
    let mut definition = IS_178.to_owned();
    let mut period = None;
    let mut encoding = None;
    let mut entry = None;
    let mut written: Option<About> = None;
    let mut columns: Vec<(String, Field)> = Vec::new();
    let mut filter = Conditions::default();
    // `None` is the models themselves, which no report has.
    let mut format = Some(Format::default());
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{argument} needs a value; {USAGE}"))
        };
        match &*argument {
            "--help" | "-h" => return Ok(format!("{USAGE}\n")),
            "--definition" => {
                let path = value()?;
                definition = match &*path {
                    "is-178" => IS_178.to_owned(),
                    "current" => CURRENT.to_owned(),
                    _ => std::fs::read_to_string(&path)
                        .map_err(|error| format!("{path}: {error}"))?,
                };
            }
            "--period" => {
                let text = value()?;
                let parsed = Period::parse(&text).map_err(|error| format!("{text}: {error}"))?;
                period = Some(parsed);
            }
            "--encoding" => {
                let label = value()?;
                let known = Encoding::from_label(&label).ok_or_else(|| {
                    let labels = Encoding::ALL.map(Encoding::label).join(", ");
                    format!("unknown encoding {label}; known are {labels}")
                })?;
                encoding = Some(known);
            }
            "--filter" => {
                let text = value()?;
                let condition = Condition::parse(&text)
                    .map_err(|part| format!("--filter {text}: {part} is no condition"))?;
                filter.0.push(condition);
            }
            "--column" => columns.push(column(&value()?)?),
            "--entry" => entry = Some(value()?),
            "--written" => {
                let day = value()?;
                let known = PartialDate::parse(&day).filter(|date| date.day.is_some());
                known.ok_or_else(|| format!("--written {day}: no day; write 2026-02-16"))?;
                written = Some(About { written: day });
            }
            "--format" => {
                let name = value()?;
                format = match &*name {
                    "models" => None,
                    name => Some(
                        Format::from_name(name)
                            .ok_or_else(|| format!("unknown format {name}; {USAGE}"))?,
                    ),
                };
            }
            option if option.starts_with("--") => {
                return Err(format!("unknown option {option}; {USAGE}"));
            }
            _ if file.is_some() => return Err(format!("more than one file; {USAGE}")),
            _ => file = Some(argument),
        }
    }
    let file = file.ok_or(USAGE)?;
    let bytes = bytes_of(&file).map_err(|error| format!("{file}: {error}"))?;
    let name = std::path::Path::new(&file)
        .file_name()
        .map_or_else(|| file.clone(), |name| name.to_string_lossy().into_owned());
    let definition = Definition::parse_on(&definition, &built_in)
        .map_err(|error| format!("definition: {}", definition_error(&error, Language::En)))?;
    let definition = Arc::new(definition);
    let labels = Labels::parse(include_str!("../../public/data/labels.json"))
        .map_err(|error| format!("labels: {error}"))?;
    let countries = Countries::parse(include_str!("../../public/data/countries.json"))
        .map_err(|error| format!("countries: {error}"))?;
    let mut engine = Engine::new(Arc::clone(&definition), labels);
    engine.know(countries);
    let mut options = engine.options(today(), native_decoders);
    options.encoding = encoding;
    let said = columns.iter().map(|(header, field)| (&**header, *field));
    let by_definition = definition.columns.iter();
    let by_definition = by_definition.map(|(header, field)| (&**header, *field));
    options.columns = Columns::new(said.chain(by_definition));
    let refuse = |error| format!("{file}: {}", read_error(&error, Language::En));
    let table = unpack(&bytes, &name, entry.as_deref())
        .map_err(|error| refuse(ReadError::Packed(error)))?;
    options.notes.clone_from(&table.notes);
    let mut dataset = dataset::read(&table.bytes, &table.name, &options).map_err(refuse)?;
    if table.sheet.is_some() {
        // What was written from a sheet is nobody's file.
        dataset.source.sha256 = Some(dataset::sha256(&bytes));
    }
    let period = period.unwrap_or_else(|| definition.period.over(&dataset));
    engine.keep(dataset);
    engine.look(View {
        period: Some(period),
        filter,
    });
    let report = engine.report().ok_or("nothing was read")?;
    let dataset = engine.dataset().ok_or("nothing was read")?;
    // Texts to be read say a day in any case; data only one that was asked for,
    // so that equal files give equal bytes.
    let today = || About {
        written: today().map(|day| day.to_string()).unwrap_or_default(),
    };
    Ok(match format {
        Some(Format::Json) => json_written(&report, &written.unwrap_or_default()),
        Some(format) => format.write(&report, &written.unwrap_or_else(today)),
        None => models_csv(dataset, &written.unwrap_or_default()),
    })
}

/// What a header is said to mean: `Compute=training-compute`.
fn column(said: &str) -> Result<(String, Field), String> {
    let known = said.rsplit_once('=').and_then(|(header, id)| {
        let field = Field::from_id(id.trim())?;
        Some((header.to_owned(), field))
    });
    known.ok_or_else(|| {
        let ids: Vec<&str> = Field::all().map(Field::id).collect();
        format!(
            "--column {said}: write HEADER=FACT; facts are {}",
            ids.join(", ")
        )
    })
}

/// The day by the machine's clock, in universal time.
#[allow(
    clippy::disallowed_methods,
    reason = "the command line is no pure room: it hands the day to them"
)]
fn today() -> Option<PartialDate> {
    let now = std::time::SystemTime::now();
    let seconds = now.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
    let now = jiff::Timestamp::from_second(i64::try_from(seconds).ok()?).ok()?;
    let date = jiff::tz::Offset::UTC.to_datetime(now).date();
    PartialDate::parse(&date.to_string())
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
