//! What is asked for on the command line.

use std::ffi::OsString;

use lexopt::{Arg, Parser};
use model_census::breakdown::BREAKDOWNS;
use model_census::dataset::{Encoding, Field, PartialDate};
use model_census::definition::Period;
use model_census::dimension::{Condition, Conditions};
use model_census::document::About;
use model_census::export::{FORMATS, Format, Made};
use model_census::language::Language;

/// The format of whoever asks for none.
const JSON: &str = "json";

/// How it is called.
pub fn usage() -> String {
    let written = FORMATS.iter().filter(|format| is_written(format));
    let formats: Vec<&str> = written.map(|format| format.id).collect();
    let formats = formats.join("|");
    format!(
        "usage: census FILE.csv [--definition is-178|current|FILE] [--period 2020-2023] [--filter country=KOR]... \
         [--encoding LABEL] [--column HEADER=FACT]... [--entry PATH] [--beside OTHER.csv]... [--covered NAME] [--written DAY] [--language ko|en] [--format {formats}] \
         | census NEW.csv --against OLD.csv [--against-definition is-178|current|FILE] \
         | census history FILE.csv... [--by country] [--of country=KOR]...  \
         (a file may be - for standard input, .zip, .gz or .xlsx; --entry names a table in an archive, without it the others are asked for models that are not counted, as --beside does; --covered NAME asks them for another country than the focus country, for an organisation or for a model; --written names the day of writing)"
    )
}

/// Whether a format can be had without drawing charts.
fn is_written(format: &Format) -> bool {
    !matches!(format.made, Made::Office(_))
}

/// What is asked for.
#[derive(Debug)]
pub enum Asked {
    /// How it is called.
    Help,
    /// The numbers of a list.
    Report {
        /// The list.
        file: String,
        /// The format.
        format: &'static Format,
    },
    /// Why the numbers moved.
    Comparison {
        /// The newer list.
        new: String,
        /// The older one; the same where only definitions differ.
        old: Option<String>,
        /// What the older one is counted by, where by another.
        old_definition: Option<String>,
    },
    /// How the list grew.
    History {
        /// The lists.
        files: Vec<String>,
        /// The breakdown.
        by: String,
    },
}

/// How lists are read and looked at.
#[derive(Debug, Default)]
pub struct How {
    /// The definition's name or file.
    pub definition: Option<String>,
    pub period: Option<Period>,
    pub filter: Conditions,
    pub encoding: Option<Encoding>,
    /// What headers are said to mean.
    pub columns: Vec<(String, Field)>,
    pub entry: Option<String>,
    /// Other lists, to ask which models they know.
    pub beside: Vec<String>,
    /// The country, organisation or model that they are asked for; the focus
    /// country where there is none.
    pub covered: Option<String>,
    pub written: Option<About>,
    /// The language of what is to be read.
    pub language: Language,
}

/// Everything that was given, before it is known what it is given for.
#[derive(Default)]
struct Given {
    how: How,
    files: Vec<String>,
    format: Option<&'static Format>,
    against: Option<String>,
    against_definition: Option<String>,
    by: Option<String>,
    is_help: bool,
}

/// Reads the arguments.
///
/// # Errors
/// A line that says which is not understood, and how it is called.
pub fn asked(arguments: impl Iterator<Item = OsString>) -> Result<(Asked, How), String> {
    let mut given = Given::default();
    let mut parser = Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(|error| told(&error))? {
        let option = match argument {
            Arg::Value(file) => {
                given.files.push(shown(&file));
                continue;
            }
            Arg::Short('h') => "help".to_owned(),
            // A single minus before letters is no option of ours.
            Arg::Short(letter) => return Err(format!("unknown option -{letter}; {}", usage())),
            Arg::Long(name) => name.to_owned(),
        };
        given.option(&option, &mut parser)?;
    }
    given.asked()
}

/// What is not Unicode is shown as well as can be, and no file of such a name
/// is found then.
fn shown(argument: &OsString) -> String {
    argument.to_string_lossy().into_owned()
}

fn told(error: &lexopt::Error) -> String {
    match error {
        lexopt::Error::MissingValue {
            option: Some(option),
        } => {
            format!("{option} needs a value; {}", usage())
        }
        error => format!("{error}; {}", usage()),
    }
}

impl Given {
    fn option(&mut self, option: &str, parser: &mut Parser) -> Result<(), String> {
        let mut value = || match parser.value() {
            Ok(value) => Ok(shown(&value)),
            Err(_) => Err(format!("--{option} needs a value; {}", usage())),
        };
        match option {
            "help" => self.is_help = true,
            "definition" => self.how.definition = Some(value()?),
            "period" => {
                let text = value()?;
                let parsed = Period::parse(&text).map_err(|error| format!("{text}: {error}"))?;
                self.how.period = Some(parsed);
            }
            "encoding" => {
                let label = value()?;
                let known = Encoding::from_label(&label).ok_or_else(|| {
                    let labels = Encoding::ALL.map(Encoding::label).join(", ");
                    format!("unknown encoding {label}; known are {labels}")
                })?;
                self.how.encoding = Some(known);
            }
            "filter" | "of" => {
                let text = value()?;
                let condition = Condition::parse(&text)
                    .map_err(|part| format!("--{option} {text}: {part} is no condition"))?;
                self.how.filter.0.push(condition);
            }
            "column" => self.how.columns.push(column(&value()?)?),
            "entry" => self.how.entry = Some(value()?),
            "covered" => self.how.covered = Some(value()?),
            "beside" => self.how.beside.push(value()?),
            "written" => {
                let day = value()?;
                let known = PartialDate::parse(&day).filter(|date| date.day.is_some());
                known.ok_or_else(|| format!("--written {day}: no day; write 2026-02-16"))?;
                self.how.written = Some(About { written: day });
            }
            "format" => {
                let name = value()?;
                let known = Format::from_id(&name);
                let known = known.ok_or_else(|| format!("unknown format {name}; {}", usage()))?;
                if !is_written(known) {
                    return Err(format!(
                        "--format {name} has charts, which the page draws: take it there, under 'Export'"
                    ));
                }
                self.format = Some(known);
            }
            "language" => {
                let id = value()?;
                let known = Language::from_tag(&id);
                self.how.language =
                    known.ok_or_else(|| format!("--language {id}: write ko or en"))?;
            }
            "against" => self.against = Some(value()?),
            "against-definition" => self.against_definition = Some(value()?),
            "by" => {
                let id = value()?;
                if !BREAKDOWNS.iter().any(|own| own.id == id) {
                    let ids: Vec<&str> = BREAKDOWNS.iter().map(|own| own.id).collect();
                    return Err(format!(
                        "--by {id}: no breakdown; one of {}",
                        ids.join(", ")
                    ));
                }
                self.by = Some(id);
            }
            other => return Err(format!("unknown option --{other}; {}", usage())),
        }
        Ok(())
    }

    fn asked(mut self) -> Result<(Asked, How), String> {
        if self.is_help {
            return Ok((Asked::Help, self.how));
        }
        let is_history = self.files.first().is_some_and(|file| file == "history");
        if is_history {
            self.files.remove(0);
        } else if self.by.is_some() {
            return Err(format!("--by is for a history; {}", usage()));
        }
        let is_comparison = self.against.is_some() || self.against_definition.is_some();
        if is_history || is_comparison {
            let is_json = self.format.is_none_or(|format| format.id == JSON);
            if !is_json {
                return Err("a comparison and a history are written as JSON only".to_owned());
            }
        }
        if is_history {
            if is_comparison {
                return Err(format!("a history is against no list; {}", usage()));
            }
            if self.files.is_empty() {
                return Err(format!("a history of no file; {}", usage()));
            }
            let asked = Asked::History {
                files: self.files,
                by: self.by.unwrap_or_else(|| "year".to_owned()),
            };
            return Ok((asked, self.how));
        }
        if self.files.len() > 1 {
            return Err(format!("more than one file; {}", usage()));
        }
        let file = self.files.pop().ok_or_else(usage)?;
        let asked = if is_comparison {
            Asked::Comparison {
                new: file,
                old: self.against,
                old_definition: self.against_definition,
            }
        } else {
            Asked::Report {
                file,
                format: self
                    .format
                    .or_else(|| Format::from_id(JSON))
                    .ok_or_else(usage)?,
            }
        };
        Ok((asked, self.how))
    }
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
