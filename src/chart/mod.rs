//! Tables and lists as charts: pure values of charming's types, which is the
//! option object of ECharts.
//!
//! In: a [`Report`] and a [`Look`]. Out: a [`Drawing`].
//! Leaves out: the browser; `page::echarts` alone hands a drawing to ECharts.

mod bars;
mod columns;
mod compute;
mod cross;
mod focus;
mod frontier;
mod lines;
mod option;
mod palette;
mod sensitivity;
mod style;
mod top;

use crate::breakdown::{Breakdown, Draw, Shape, Table};
use crate::definition::Span;
use crate::dimension::Dimension;
use crate::explore::{Cross, Frontier};
use crate::list::ListId;
use crate::locale::{Labels, Language};
use crate::report::Report;
use crate::sensitivity::Sensitivity;

pub(crate) use bars::cut;
pub use compute::ColourBy;
pub use option::ChartOption;

/// How a chart is to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The language of its texts.
    pub language: Language,
    /// Whether it stands on a dark ground.
    pub dark: bool,
    /// Whether it has less than about 500 px of width.
    pub narrow: bool,
}

/// A chart, ready to be drawn.
///
/// Neither cloned nor compared: charming's types do both for every chart that
/// ECharts knows, which would add a tenth to the download.
#[derive(Debug)]
pub struct Drawing {
    /// The option object.
    pub chart: ChartOption,
    /// The height it needs, in CSS pixels.
    pub height: u32,
    /// Its title, for when it stands alone.
    pub title: String,
    /// What it shows, in a sentence, for those who do not see it.
    pub summary: String,
    /// How many rows did not fit and stand only in the table.
    pub left_out: usize,
}

impl Drawing {
    /// The option object as JSON.
    #[must_use]
    pub fn option(&self) -> String {
        // Plain data: serialising it cannot fail.
        serde_json::to_string(&self.chart).unwrap_or_default()
    }
}

/// The chart of a breakdown: the report's own, or lines where the reader wants
/// the numbers in another shape.
#[must_use]
pub fn breakdown(
    report: &Report,
    breakdown: &Breakdown,
    table: &Table,
    shape: Shape,
    look: Look,
) -> Drawing {
    match breakdown.draw {
        _ if shape != Shape::default() => lines::draw(report, breakdown, table, shape, look),
        Draw::Columns => columns::draw(report, breakdown, table, look),
        Draw::Bars => bars::draw(report, breakdown, table, look),
    }
}

/// The chart of one dimension by another.
#[must_use]
pub fn cross(
    found: &Cross,
    dimensions: (&Dimension, &Dimension),
    labels: &Labels,
    look: Look,
) -> Drawing {
    cross::draw(found, dimensions, labels, look)
}

/// The chart of the frontier of training compute.
#[must_use]
pub fn frontier(found: &Frontier, look: Look) -> Drawing {
    frontier::draw(found, look)
}

/// The chart of a row under every choice.
#[must_use]
pub fn sensitivity(report: &Report, found: &Sensitivity, look: Look) -> Drawing {
    sensitivity::draw(report, found, look)
}

/// The chart of a list.
#[must_use]
pub fn list(report: &Report, list: ListId, colour_by: ColourBy, look: Look) -> Drawing {
    match list {
        ListId::FocusCountry => focus::draw(report, look),
        ListId::TopModels => top::draw(report, look),
        ListId::TrainingCompute => compute::draw(report, colour_by, look),
    }
}

/// A year as charts and sentences name it, partial years marked.
pub(crate) fn year_name(report: &Report, span: Span, language: Language) -> String {
    let name = crate::locale::span(span, language);
    if span.is_partial(&report.findings.source) {
        format!("{name} ({})", language.text().partial_year)
    } else {
        name
    }
}

/// A count or position as ECharts wants numbers.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The sentence that stands for a chart: its title and first values.
fn summary(title: &str, values: &[(String, String)], language: Language) -> String {
    summary_of(title, values, values.len(), language)
}

/// The same where `of` values are drawn and only the first are handed in.
fn summary_of(title: &str, values: &[(String, String)], of: usize, language: Language) -> String {
    const SPOKEN: usize = 6;
    let spoken: Vec<String> = values
        .iter()
        .take(SPOKEN)
        .map(|(name, value)| format!("{name} {value}"))
        .collect();
    let text = language.text();
    if spoken.is_empty() {
        return format!("{title}. {}", text.empty);
    }
    let more = match of.saturating_sub(spoken.len()) {
        0 => String::new(),
        more => crate::locale::fill(text.and_more, &[("n", &more.to_string())]),
    };
    format!("{title}. {}{more}", spoken.join(", "))
}
