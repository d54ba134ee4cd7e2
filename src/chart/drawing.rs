//! What a chart is, and what every chart has in common.

use crate::language::Language;

use super::{ChartOption, Marks};

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
    /// What its marks stand for.
    pub marks: Marks,
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

    /// What its marks stand for, as JSON.
    #[must_use]
    pub fn keys(&self) -> String {
        serde_json::to_string(&self.marks).unwrap_or_default()
    }
}

/// A count or position as ECharts wants numbers.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The sentence that stands for a chart: its title and first values.
pub(super) fn summary(title: &str, values: &[(String, String)], language: Language) -> String {
    summary_of(title, values, values.len(), language)
}

/// The same where `of` values are drawn and only the first are handed in.
pub(super) fn summary_of(
    title: &str,
    values: &[(String, String)],
    of: usize,
    language: Language,
) -> String {
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
        more => crate::language::fill(text.and_more, &[("n", &more.to_string())]),
    };
    format!("{title}. {}{more}", spoken.join(", "))
}
