//! The formats in which a report can be had: one list for the command line and
//! the page, which offers a button for each in the group that it is in.
//!
//! In: a [`Report`], or the models read. Out: text. What has charts in it is
//! made where charts can be drawn, which is not here.

use crate::dataset::Dataset;
use crate::document::{About, about, document};
use crate::language::Language;
use crate::locale::FileTexts;
use crate::report::Report;

use super::package::{DOCX, HWPX, XLSX};
use super::{ModelsAs, csv, html, json_written, markdown, problems_csv};

/// A format.
#[derive(Debug)]
pub struct Format {
    /// What it is asked for by, on the command line and in the page.
    pub id: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// How a file of it is called behind the name of the data.
    pub ending: &'static str,
    /// Where the page offers it.
    pub group: Group,
    /// How it is made.
    pub made: Made,
    /// What the page calls it.
    called: Called,
}

/// What a format is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The whole report, to be read.
    Report,
    /// Numbers and models.
    Numbers,
    /// The command line's own: the page shows it, or has it in its package.
    CommandLine,
}

/// How a format is made.
#[derive(Clone, Copy, Debug)]
pub enum Made {
    /// Of the report alone.
    Text(fn(&Report, &About, Language) -> String),
    /// Of the models that were read, whatever is looked at.
    Models(ModelsAs),
    /// The whole report as Markdown.
    Markdown,
    /// The whole report as HTML, with charts where they can be drawn.
    Html,
    /// By `office/`, with charts: what is asked of it.
    Office(Office),
}

/// What `office/` makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Office {
    /// A text for Word.
    Docx,
    /// A text for Hangul.
    Hwpx,
    /// A workbook.
    Xlsx,
    /// A zip of all files.
    Package,
}

/// A format's name: as each language has it, or the same in all.
#[derive(Clone, Copy, Debug)]
enum Called {
    In(fn(&FileTexts) -> &'static str),
    Everywhere(&'static str),
}

/// All of them, in the order in which the page offers them.
pub const FORMATS: &[Format] = &[
    Format {
        id: "docx",
        media: DOCX,
        ending: ".docx",
        group: Group::Report,
        made: Made::Office(Office::Docx),
        called: Called::In(|text| text.docx),
    },
    Format {
        id: "hwpx",
        media: HWPX,
        ending: ".hwpx",
        group: Group::Report,
        made: Made::Office(Office::Hwpx),
        called: Called::In(|text| text.hwpx),
    },
    Format {
        id: "html",
        media: "text/html",
        ending: ".html",
        group: Group::Report,
        made: Made::Html,
        called: Called::In(|text| text.html),
    },
    Format {
        id: "markdown",
        media: "text/markdown",
        ending: ".md",
        group: Group::Report,
        made: Made::Markdown,
        called: Called::Everywhere("Markdown"),
    },
    Format {
        id: "xlsx",
        media: XLSX,
        ending: ".xlsx",
        group: Group::Numbers,
        made: Made::Office(Office::Xlsx),
        called: Called::In(|text| text.xlsx),
    },
    Format {
        id: "json",
        media: "application/json",
        ending: ".json",
        group: Group::Numbers,
        made: Made::Text(|report, written, _| json_written(report, written)),
        called: Called::In(|text| text.json),
    },
    Format {
        id: "models",
        media: "text/csv",
        ending: "-models.csv",
        group: Group::Numbers,
        made: Made::Models(ModelsAs::Csv),
        called: Called::In(|text| text.models_csv),
    },
    Format {
        id: "models-jsonl",
        media: "application/x-ndjson",
        ending: "-models.jsonl",
        group: Group::Numbers,
        made: Made::Models(ModelsAs::JsonLines),
        called: Called::In(|text| text.models_jsonl),
    },
    Format {
        id: "package",
        media: "application/zip",
        ending: ".zip",
        group: Group::Numbers,
        made: Made::Office(Office::Package),
        called: Called::In(|text| text.package),
    },
    Format {
        id: "csv",
        media: "text/csv",
        ending: ".csv",
        group: Group::CommandLine,
        made: Made::Text(|report, _, _| csv(report)),
        called: Called::In(|text| text.holds_cells),
    },
    Format {
        id: "problems",
        media: "text/csv",
        ending: "-problems.csv",
        group: Group::CommandLine,
        made: Made::Text(|report, written, language| {
            problems_csv(report, &about(report, written, language), language)
        }),
        called: Called::In(|text| text.holds_diagnostics),
    },
];

impl Format {
    /// Finds a format by what it is asked for by.
    #[must_use]
    pub fn from_id(id: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.id == id)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self, text: &FileTexts) -> &'static str {
        match self.called {
            Called::In(name) => name(text),
            Called::Everywhere(name) => name,
        }
    }

    /// The file where no charts can be drawn: `None` for what `office/` makes.
    #[must_use]
    pub fn text(
        &self,
        report: &Report,
        dataset: &Dataset,
        written: &About,
        language: Language,
    ) -> Option<String> {
        match self.made {
            Made::Text(write) => Some(write(report, written, language)),
            Made::Models(form) => Some(form.write(dataset, written)),
            Made::Markdown => Some(markdown(&document(report, written, language))),
            Made::Html => Some(html(&document(report, written, language), &[])),
            Made::Office(_) => None,
        }
    }

    /// Whether it is for people: such a text says the day of writing in any
    /// case, data only one that was asked for, so that equal files give equal
    /// bytes.
    #[must_use]
    pub fn is_to_be_read(&self) -> bool {
        self.group == Group::Report || self.id == "problems"
    }
}
