//! The report's sentences, written from its numbers.
//!
//! In: a [`Report`]. Out: [`Item`]s of the outline style, every number with the
//! models that it counts.
//! Leaves out: tables; the author's own words.
//!
//! **Claims.** A sentence says "rapidly" only of numbers that rise in every
//! column of the period at a compound rate of [`RAPID`] or more; "mostly" only
//! of [`MOSTLY`] or more of the models; "rising" only where no column is below
//! the one before. Columns that the data cover in part are no ground for any.
//!
//! To change a sentence, change it in `ko.rs` and `en.rs`.

mod breakdowns;
mod developers;
mod en;
mod enumeration;
mod focus;
mod ko;
mod lists;
mod method;
mod phrases;
mod ranking;
mod sentence;
mod trend;

use crate::dimension;
use crate::document::{self, Item, Mark};
use crate::evidence::Meant;
use crate::list::ListId;
use crate::locale::{self, Language};
use crate::report::Report;

use phrases::{Phrases, phrases};
use sentence::{item, models, text};

pub use focus::policy_facts;
pub use method::method;

/// From this compound annual growth rate on, growth in every year is rapid: a
/// doubling.
pub const RAPID: f64 = 1.0;

/// From this share on, models are mostly so.
pub const MOSTLY: f64 = 0.75;

/// What every sentence is written from.
#[derive(Clone, Copy, Debug)]
struct Writer<'a> {
    report: &'a Report,
    language: Language,
    phrases: &'static Phrases,
}

impl<'a> Writer<'a> {
    fn new(report: &'a Report, language: Language) -> Self {
        Self {
            report,
            language,
            phrases: phrases(language),
        }
    }

    fn period(self) -> sentence::Value {
        text(
            "period",
            locale::period(self.report.findings.period, self.language),
        )
    }

    fn is_one_column(self) -> bool {
        let period = self.report.findings.period;
        period.first() == period.last()
    }

    /// The period as a time: `2020~2023년 기간`, but `2023년`.
    fn during(self) -> sentence::Value {
        let phrase = if self.is_one_column() {
            "{period}"
        } else {
            self.phrases.during
        };
        sentence::runs("during", sentence::compose(phrase, &[self.period()]))
    }

    fn counted(self) -> usize {
        usize::try_from(self.report.findings.rows.counted).unwrap_or(usize::MAX)
    }

    fn name(self, labels: &str, key: &str) -> String {
        let name = self.report.labels.name(labels, key, self.language);
        if self.language == Language::En && labels == "country" && takes_article(name) {
            format!("the {name}")
        } else if self.language == Language::En && is_common(labels) {
            lower_case(name)
        } else {
            name.to_owned()
        }
    }

    fn focus(self) -> String {
        self.name("country", &self.report.definition.focus_country)
    }
}

/// Whether the names of a dimension are words, not proper names.
fn is_common(labels: &str) -> bool {
    matches!(labels, "domain" | "task" | "organization-category")
}

/// `Image generation` inside a sentence; `3D modeling`, `OCR` stay as they are.
fn lower_case(name: &str) -> String {
    let words: Vec<String> = name.split(' ').map(lower_case_word).collect();
    words.join(" ")
}

fn is_proper(word: &str) -> bool {
    matches!(word, "Japanese" | "StarCraft" | "Go")
}

fn lower_case_word(word: &str) -> String {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() && !is_proper(word) => {
            first.to_lowercase().chain(word.chars().skip(1)).collect()
        }
        _ => word.to_owned(),
    }
}

fn takes_article(country: &str) -> bool {
    country.starts_with("United ")
        || matches!(country, "Netherlands" | "Philippines" | "Czech Republic")
}

/// The sentences of the whole, in the order of the report's summary.
#[must_use]
pub fn summary(report: &Report, language: Language) -> Vec<Item> {
    let writer = Writer::new(report, language);
    let mut items = writer.total();
    if writer.counted() == 0 {
        return items;
    }
    let lead = |items: Vec<Item>| items.into_iter().take(1);
    items.extend(lead(writer.country()));
    items.extend(lead(writer.focus_rank()));
    for id in [
        "domain",
        "multimodal",
        "task",
        "task-count",
        "development",
        "organization-category",
        "organization",
    ] {
        let section = section(report, id, language);
        // The share says more than how many tasks are known.
        let skip = usize::from(id == "task");
        items.extend(section.into_iter().skip(skip).take(1));
    }
    for (at, own) in items.iter_mut().enumerate() {
        own.mark = if at == 0 { Mark::Square } else { Mark::Circle };
        make_sentence(own, language);
    }
    items
}

/// The sentences of a section, by the id of its breakdown or list; none where
/// the export lacks what it needs, or nothing is counted.
#[must_use]
pub fn section(report: &Report, id: &str, language: Language) -> Vec<Item> {
    let writer = Writer::new(report, language);
    let mut items = match id {
        "year" => writer.total(),
        _ if id == ListId::TopModels.id() => writer.top_models(),
        _ if id == ListId::TrainingCompute.id() => writer.training_compute(),
        _ if writer.counted() == 0 => Vec::new(),
        "country" => {
            let mut items = writer.country();
            items.extend(writer.focus_rank());
            items
        }
        "domain" => writer.domain(),
        "multimodal" => writer.multimodal(),
        "task" => writer.task(),
        "task-count" => writer.task_count(),
        "development" => writer.development(),
        "organization-category" => writer.category(),
        "organization" => writer.organization(),
        _ if id == ListId::FocusCountry.id() => writer.focus_models(),
        _ => Vec::new(),
    };
    for (at, own) in items.iter_mut().enumerate() {
        own.mark = if at == 0 { Mark::Circle } else { Mark::Dash };
        make_sentence(own, language);
    }
    items
}

/// An English sentence begins with a capital, also where a name put in front
/// does not, and ends in a full stop.
fn make_sentence(item: &mut Item, language: Language) {
    if language != Language::En {
        return;
    }
    if let Some(run) = item.runs.last_mut().filter(|run| !run.text.ends_with('.')) {
        run.text.push('.');
    }
    if let Some(run) = item.runs.first_mut() {
        let mut letters = run.text.chars();
        if let Some(first) = letters.next() {
            run.text = first.to_uppercase().chain(letters).collect();
        }
    }
}

impl Writer<'_> {
    /// How many there are, by year, and how that changed.
    fn total(self) -> Vec<Item> {
        let phrases = self.phrases;
        let filter = &self.report.findings.filter;
        let filtered = (!filter.is_empty()).then(|| {
            let words = locale::conditions_words(filter, &self.report.labels, self.language);
            item(Mark::Star, phrases.filtered, &[text("filter", words)])
        });
        let counted = self.counted();
        if counted == 0 {
            let none = item(Mark::Circle, phrases.none, &[self.during(), self.period()]);
            return std::iter::once(none).chain(filtered).collect();
        }
        let values = [
            self.during(),
            self.period(),
            models("n", counted, Meant::all()),
        ];
        let phrase = if self.is_one_column() {
            phrases.total_one
        } else {
            phrases.total
        };
        let mut items = vec![item(Mark::Circle, phrase, &values)];
        if let Some(table) = self.report.table("year") {
            let all = table.rows.iter().flat_map(|row| &row.cells);
            let counts: Vec<usize> = all.map(|cell| cell.models).collect();
            items.extend(self.by_column(table, &counts, &dimension::ALL, "all"));
            items.extend(self.trend(table, &counts));
            let partial = document::partial(self.report, table, self.language);
            items.extend(partial.map(|words| item(Mark::Star, "{words}", &[text("words", words)])));
        }
        items.extend(filtered);
        items
    }
}
