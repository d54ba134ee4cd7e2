//! What is said of the models that are not in the list.

use crate::coverage::{Asked, Coverage, Query, Why};
use crate::labels::Labels;
use crate::language::{Language, fill};

use super::{count, coverage_text, date, period};

/// Whose models these are: `한국의`, `of South Korea`.
#[must_use]
pub fn covered_of(query: &Query, labels: &Labels, language: Language) -> String {
    let text = coverage_text(language);
    let (words, name) = match query {
        Query::Country(key) => (text.of_key, labels.name("country", key, language)),
        Query::Organization(key) => (text.of_key, labels.name("organization", key, language)),
        Query::Text(key) => (text.of_text, &**key),
    };
    fill(words, &[("name", name)])
}

/// A list and its day.
fn list_of_day(list: &Asked, language: Language) -> String {
    let text = coverage_text(language);
    let day = list.snapshot_date.map(date);
    let day = day.as_deref().unwrap_or(text.undated_list);
    let values = [("list", (text.lists)(list.kind)), ("day", day)];
    fill(text.list_of_day, &values)
}

/// The lists that were asked, each with its day.
#[must_use]
pub fn covered_lists(coverage: &Coverage, language: Language) -> String {
    let lists = coverage.lists.iter();
    let lists: Vec<String> = lists.map(|list| list_of_day(list, language)).collect();
    lists.join(", ")
}

/// How many of the models the lists know, how many of them count, why the others
/// do not, and what the count would be if all of unknown compute did.
#[must_use]
pub fn coverage(coverage: &Coverage, labels: &Labels, language: Language) -> String {
    coverage_sentences(coverage, labels, language).join(" ")
}

/// The same, a sentence each.
#[must_use]
pub fn coverage_sentences(coverage: &Coverage, labels: &Labels, language: Language) -> Vec<String> {
    let text = coverage_text(language);
    let of = covered_of(&coverage.query, labels, language);
    let period = period(coverage.period, language);
    let known = coverage.of_period();
    let counts = [known, coverage.counted()].map(count);
    let (least, most) = coverage.range();
    let range = [least, most].map(count);
    let days = covered_lists(coverage, language);
    let outside = count(coverage.left_out(Why::OutsidePeriod));
    let values = [
        ("of", &*of),
        ("period", &*period),
        ("known", &*counts[0]),
        ("counted", &*counts[1]),
        ("least", &*range[0]),
        ("most", &*range[1]),
        ("days", &*days),
        ("n", &*outside),
    ];
    let first = match coverage.counted() {
        _ if known == 0 => text.none,
        0 => text.known_uncounted,
        counted if counted == known => text.known_all,
        _ => text.known,
    };
    let mut said = vec![fill(first, &values)];
    let reasons: Vec<String> = Why::ALL
        .into_iter()
        .filter(|why| why.is_of_period() && coverage.left_out(*why) > 0)
        .map(|why| {
            let n = count(coverage.left_out(why));
            fill(text.reason, &[("name", (text.whys)(why)), ("n", &*n)])
        })
        .collect();
    if !reasons.is_empty() {
        let list = reasons.join(text.and_reason);
        said.push(fill(text.left_out, &[("list", &*list)]));
    }
    if most > least {
        said.push(fill(text.range, &values));
    }
    if coverage.left_out(Why::OutsidePeriod) > 0 {
        said.push(fill(text.outside, &values));
    }
    said.extend(
        coverage
            .lacking()
            .map(|kind| (text.lacking)(kind).to_owned()),
    );
    if coverage.is_of_days() {
        said.push(fill(text.days, &values));
    }
    said
}
