//! Names of columns where there is little room.

use crate::dataset::Source;
use crate::definition::{Span, Wholeness};
use crate::language::Language;
use crate::locale::year_name;
use crate::report::Report;

/// So many columns have room for their names.
const FEW: usize = 4;

/// What a partial column is marked by.
pub(super) const PARTIAL: &str = "*";

/// Whether the data end in a column or before it.
fn is_partial(span: Span, source: &Source) -> bool {
    matches!(
        span.wholeness(source),
        Wholeness::Partial | Wholeness::NotBegun
    )
}

/// A column where there is little room: `’24`, `’24*` in part, `’24 H1`.
fn short_name(report: &Report, span: Span, language: Language) -> String {
    let year = span.year().rem_euclid(100);
    let text = language.text();
    let half = match span.half() {
        None => "",
        Some(1) => text.more().first_half_short,
        Some(_) => text.more().second_half_short,
    };
    let is_partial = is_partial(span, &report.findings.source);
    let mark = if is_partial { PARTIAL } else { "" };
    format!("’{year:02}{half}{mark}")
}

/// Columns by the names that charts give them, as short ones, where those have
/// no room.
pub(super) fn short_names(report: &Report, language: Language) -> Vec<(String, String)> {
    let period = report.findings.period;
    let source = &report.findings.source;
    let is_partial = period.spans().any(|span| is_partial(span, source));
    if !is_partial && !period.is_by_half() && period.spans().count() <= FEW {
        return Vec::new();
    }
    let names = period.spans().map(|span| {
        let long = year_name(report, span, language);
        (long, short_name(report, span, language))
    });
    names.collect()
}
