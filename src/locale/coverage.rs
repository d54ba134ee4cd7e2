//! What is said of the models that are not in the list.

use crate::coverage::{Coverage, Why};
use crate::language::{Language, fill};
use crate::report::Report;

use super::{count, coverage_text, period};

/// How many models of the country the lists know, how many of them count, why
/// the others do not, and what the count would be if all of unknown compute did.
#[must_use]
pub fn coverage(coverage: &Coverage, report: &Report, language: Language) -> String {
    let text = coverage_text(language);
    let name = report.labels.name("country", &coverage.country, language);
    let period = period(report.findings.period, language);
    let known = coverage.of_period();
    let counts = [known, coverage.counted()].map(count);
    let (least, most) = coverage.range();
    let range = [least, most].map(count);
    let values = [
        ("country", name),
        ("period", &*period),
        ("known", &*counts[0]),
        ("counted", &*counts[1]),
        ("least", &*range[0]),
        ("most", &*range[1]),
    ];
    if known == 0 {
        return fill(text.none, &values);
    }
    let mut said = vec![fill(text.known, &values)];
    let reasons = [
        Why::NoCompute,
        Why::BelowThreshold,
        Why::Derived,
        Why::NotListed,
    ];
    let reasons: Vec<String> = reasons
        .into_iter()
        .filter(|why| coverage.left_out(*why) > 0)
        .map(|why| {
            let n = count(coverage.left_out(why));
            fill(text.reason, &[("name", (text.whys)(why)), ("n", &*n)])
        })
        .collect();
    if !reasons.is_empty() {
        said.push(fill(text.left_out, &[("list", &*reasons.join(", "))]));
    }
    if most > least {
        said.push(fill(text.range, &values));
    }
    if coverage.lacking().next().is_some() {
        said.push(text.lacking.to_owned());
    }
    if coverage.is_of_days() {
        said.push(text.days.to_owned());
    }
    said.join(" ")
}
