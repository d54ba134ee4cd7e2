//! A report's titles, and what is said of its columns.

use crate::breakdown::{Breakdown, BreakdownText, Table};
use crate::dataset::{Field, ListKind, Source};
use crate::definition::{Period, Span, Wholeness};
use crate::dimension::Dimension;
use crate::language::{Language, fill};
use crate::list::ListId;
use crate::report::Report;

use super::{date, list_name, particle, period, phrases, span, year};

impl Breakdown {
    /// What is said of it.
    #[must_use]
    pub fn text(&self, language: Language) -> &'static BreakdownText {
        phrases(language).breakdowns.of(self)
    }
}

impl Dimension {
    /// What a value of it is.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        (self.name)(&phrases(language).dimensions)
    }
}

impl Report {
    /// A breakdown's title for this period.
    #[must_use]
    pub fn title(&self, breakdown: &Breakdown, language: Language) -> String {
        let minimum = (breakdown.minimum)(&self.definition).to_string();
        let each = each(self.findings.period, language);
        let period = period(self.findings.period, language);
        let values = [
            ("period", &*period),
            ("minimum", &*minimum),
            ("each", &*each),
        ];
        fill(breakdown.text(language).title, &values)
    }

    /// A breakdown's title in a place that names the period itself.
    #[must_use]
    pub fn short_title(&self, breakdown: &Breakdown, language: Language) -> String {
        let minimum = (breakdown.minimum)(&self.definition).to_string();
        let each = each(self.findings.period, language);
        let title = breakdown.text(language).short_title;
        fill(title, &[("minimum", &*minimum), ("each", &*each)])
    }

    /// A list's title for this period.
    #[must_use]
    pub fn list_title(&self, list: ListId, language: Language) -> String {
        let text = language.text();
        let focus = &self.definition.focus_country;
        match list {
            ListId::FocusCountry => {
                let country = self.labels.name("country", focus, language);
                let period = period(self.findings.period, language);
                fill(
                    text.focus_title,
                    &[("country", country), ("period", &period)],
                )
            }
            ListId::TopModels => {
                let year = year(self.findings.top_models_year, language);
                fill(text.top_title, &[("year", &year)])
            }
            ListId::TrainingCompute => text.compute_title.to_owned(),
        }
    }
}

/// What the page and every file of it are called: where the list is another than
/// the one of large-scale models, after it.
#[must_use]
pub fn report_title(report: &Report, language: Language) -> String {
    let text = language.text();
    match list_name(report.findings.source.list.kind, language) {
        Some(list) => fill(text.listed_title, &[("list", list)]),
        None => text.page_title.to_owned(),
    }
}

/// What the page does, and whether its numbers compare with those of IS-178.
#[must_use]
pub fn report_lead(report: &Report, language: Language) -> String {
    let text = language.text();
    let kind = report.findings.source.list.kind;
    match list_name(kind, language) {
        Some(list) => fill(text.listed_lead, &[("list", list)]),
        None if kind == ListKind::Unknown => text.unlisted_lead.to_owned(),
        None => text.page_lead.to_owned(),
    }
}

/// A year as charts and sentences name it, partial years marked.
#[must_use]
pub fn year_name(report: &Report, column: Span, language: Language) -> String {
    let name = span(column, language);
    if column.is_partial(&report.findings.source) {
        format!("{name} ({})", language.text().partial_year)
    } else {
        name
    }
}

/// What the columns of a period are, inside a sentence: `연도`, `반기`, `year`,
/// `half-year`.
#[must_use]
pub fn each(period: Period, language: Language) -> String {
    let text = language.text();
    if period.is_by_half() {
        text.half_heading.to_ascii_lowercase()
    } else {
        text.year_heading.to_ascii_lowercase()
    }
}

/// What growth over the column before is called.
#[must_use]
pub fn growth_heading(report: &Report, language: Language) -> &'static str {
    let text = language.text();
    if report.findings.period.is_by_half() {
        text.growth_of_half
    } else {
        text.growth
    }
}

/// What shares of a column's models are called.
#[must_use]
pub fn share_heading(report: &Report, language: Language) -> String {
    let each = each(report.findings.period, language);
    fill(language.text().share_of_year, &[("each", &each)])
}

/// Which years the data cover in part only, and which not at all.
#[must_use]
pub fn partial(report: &Report, table: &Table, language: Language) -> Vec<String> {
    let source = &report.findings.source;
    let text = language.text();
    let partial = if report.definition.growth_may_end_in_partial_year {
        text.partial_note_counts
    } else {
        text.partial_note
    };
    let notes = [
        (Wholeness::Partial, partial),
        (Wholeness::NotBegun, text.not_begun_note),
    ];
    let note = |(wholeness, note): (Wholeness, &str)| {
        let columns = table.columns.iter();
        let years = columns.filter(|own| own.wholeness(source) == wholeness);
        let years: Vec<String> = years.map(|own| span(*own, language)).collect();
        let years = years.join(", ");
        let values = [
            ("years", &*years),
            ("particle", particle(&years, "은")),
            ("date", &*source.snapshot_date().map(date)?),
        ];
        (!years.is_empty()).then(|| fill(note, &values))
    };
    notes.into_iter().filter_map(note).collect()
}

/// Up to which day a file is taken to be whole: `2024-07-16 기준`, `as of
/// 2024-07-16`; that it is not known where nothing tells it.
#[must_use]
pub fn as_of(source: &Source, language: Language) -> String {
    let text = language.text();
    match source.snapshot_date().map(date) {
        Some(date) => fill(text.snapshot_as_of, &[("date", &date)]),
        None => text.snapshot_unknown.to_owned(),
    }
}

/// The source line of every table and figure.
#[must_use]
pub fn source_line(report: &Report, language: Language) -> String {
    let words = source_words(&report.findings.source, language);
    format!("{}: {words}", language.text().source)
}

/// The data, which of its lists, of which day, and who computed with it.
#[must_use]
pub fn source_words(source: &Source, language: Language) -> String {
    let text = language.text();
    let list = list_name(source.list.kind, language);
    let list = list.map(|list| fill(text.source_list, &[("list", list)]));
    let as_of = as_of(source, language);
    let values = [("list", &*list.unwrap_or_default()), ("as_of", &*as_of)];
    fill(text.source_line, &values)
}

/// The sentence that says which columns are missing.
#[must_use]
pub fn missing_columns(missing: &[Field], language: Language) -> String {
    let text = language.text();
    let columns: Vec<String> = missing
        .iter()
        .map(|field| fill(text.column_quoted, &[("column", field.header())]))
        .collect();
    let columns = columns.join(&format!(" {} ", text.or));
    fill(text.unavailable, &[("columns", &columns)])
}
