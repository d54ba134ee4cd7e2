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
//! To change a sentence, change it in `phrases.rs` of each language (`src/locale/`).
//!
//! Long because an item and what it can be made of are one vocabulary.

mod breakdowns;
mod developers;
mod enumeration;
mod focus;
mod listed;
mod lists;
mod method;
mod ranking;
mod sentence;
mod tasks;
mod trend;

use crate::dataset::Code;
use crate::dimension::{self, ANY, COUNTRY, Condition};
use crate::evidence::Meant;
use crate::language::Language;
use crate::list::ListId;
use crate::locale::{self, Phrases, phrases};
use crate::paper::{Item, Mark};
use crate::report::Report;

pub use focus::policy_facts;
pub use method::method;
use sentence::{item, models, text};

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

    /// Whether no model is known to be large.
    fn is_unchecked(self) -> bool {
        let mut problems = self.report.findings.problems.iter();
        problems.any(|own| own.code == Code::UncheckedCompute)
    }

    fn is_filtered(self) -> bool {
        !self.report.findings.filter.is_empty()
    }

    /// The countries that alone are counted, where some are chosen.
    fn chosen(self) -> impl Iterator<Item = &'a str> {
        let conditions = self.report.findings.filter.0.iter();
        conditions.filter_map(|condition| match condition {
            Condition::Value { dimension, key } if *dimension == COUNTRY.id && key != ANY => {
                Some(&**key)
            }
            _ => None,
        })
    }

    /// Whether only models of chosen countries are counted.
    fn is_of_countries(self) -> bool {
        self.chosen().next().is_some()
    }

    /// Whether the focus country is one of those chosen.
    fn is_of_focus(self) -> bool {
        self.chosen()
            .any(|key| *key == *self.report.definition.focus_country)
    }

    fn is_of_any_size(self) -> bool {
        self.report.findings.source.list.is_of_any_size()
    }

    /// What is counted under a filter: without it the sentences that follow
    /// would be false.
    fn filtered(self) -> Option<Item> {
        let filter = &self.report.findings.filter;
        self.is_filtered().then(|| {
            let words = locale::conditions_words(filter, &self.report.labels, self.language);
            let values = [text("filter", words)];
            item(Mark::Circle, self.phrases.filtered, &values)
        })
    }

    fn name(self, labels: &str, key: &str) -> String {
        let name = self.report.labels.name(labels, key, self.language);
        (self.phrases.in_sentence)(labels, name)
    }

    fn mark_summary(self, items: &mut [Item]) {
        for (at, own) in items.iter_mut().enumerate() {
            own.mark = if at == 0 { Mark::Square } else { Mark::Circle };
            (self.phrases.finish)(own);
        }
    }

    fn focus(self) -> String {
        self.name("country", &self.report.definition.focus_country)
    }
}

/// The sentences of the whole, in the order of the report's summary.
#[must_use]
pub fn summary(report: &Report, language: Language) -> Vec<Item> {
    let writer = Writer::new(report, language);
    let mut items: Vec<Item> = writer.listed().into_iter().collect();
    items.extend(writer.filtered());
    items.extend(writer.total());
    if writer.counted() == 0 {
        writer.mark_summary(&mut items);
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
        let section = writer.section(id);
        // The share says more than how many tasks are known.
        let skip = usize::from(id == "task");
        items.extend(section.into_iter().skip(skip).take(1));
    }
    writer.mark_summary(&mut items);
    items
}

/// The sentences of a section, by the id of its breakdown or list; none where
/// the export lacks what it needs, or nothing is counted.
#[must_use]
pub fn section(report: &Report, id: &str, language: Language) -> Vec<Item> {
    let writer = Writer::new(report, language);
    let mut items = writer.section(id);
    for (at, own) in items.iter_mut().enumerate() {
        own.mark = if at == 0 { Mark::Circle } else { Mark::Dash };
        (writer.phrases.finish)(own);
    }
    // A section stands for itself in a frame or a file. That of all models says
    // by its first sentence which list they are of.
    let is_said = id == "year"
        && writer.counted() > 0
        && !writer.is_filtered()
        && writer.listed_total().is_some();
    let listed = writer.listed().filter(|_| !is_said);
    let before = listed.into_iter().chain(writer.filtered());
    let before = before.filter(|_| !items.is_empty()).map(|mut own| {
        (writer.phrases.finish)(&mut own);
        own
    });
    let before: Vec<Item> = before.collect();
    items.splice(0..0, before);
    items
}

impl Writer<'_> {
    fn section(self, id: &str) -> Vec<Item> {
        match id {
            "year" => self.total(),
            _ if id == ListId::TopModels.id() => self.top_models(),
            _ if id == ListId::TrainingCompute.id() => self.training_compute(),
            _ if self.counted() == 0 => Vec::new(),
            "country" => {
                let mut items = self.country();
                items.extend(self.focus_rank());
                items
            }
            "domain" => self.domain(),
            "multimodal" => self.multimodal(),
            "task" => self.task(),
            "task-count" => self.task_count(),
            "development" => self.development(),
            "organization-category" => self.category(),
            "organization" => self.organization(),
            _ if id == ListId::FocusCountry.id() => self.focus_models(),
            _ => Vec::new(),
        }
    }

    /// How many there are, by year, and how that changed.
    fn total(self) -> Vec<Item> {
        let phrases = self.phrases;
        let counted = self.counted();
        if counted == 0 {
            let phrase = if self.is_filtered() {
                phrases.filtered_none
            } else {
                phrases.none
            };
            let values = [self.during(), self.period()];
            return vec![item(Mark::Circle, phrase, &values)];
        }
        let values = [
            self.during(),
            self.period(),
            models("n", counted, Meant::all()),
        ];
        let mut items = match self.listed_total() {
            _ if self.is_filtered() => vec![item(Mark::Circle, phrases.filtered_total, &values)],
            Some(own) => vec![own],
            None if self.is_one_column() => vec![item(Mark::Circle, phrases.total_one, &values)],
            None => vec![item(Mark::Circle, phrases.total, &values)],
        };
        let unchecked = self.is_unchecked().then_some(phrases.unchecked_compute);
        items.extend(unchecked.map(|phrase| item(Mark::Star, phrase, &[])));
        if let Some(table) = self.report.table("year") {
            let all = table.rows.iter().flat_map(|row| &row.cells);
            let counts: Vec<usize> = all.map(|cell| cell.models).collect();
            items.extend(self.by_column(table, &counts, &dimension::ALL, "all"));
            items.extend(self.trend(table, &counts));
            let partial = locale::partial(self.report, table, self.language);
            let partial = partial.into_iter();
            items.extend(partial.map(|words| item(Mark::Star, "{words}", &[text("words", words)])));
        }
        items
    }
}
