//! How numbers change over the columns.

use crate::breakdown::{Table, ratio};
use crate::definition::{Period, Span, Wholeness};
use crate::dimension::{self, Condition, Conditions, Dimension};
use crate::evidence::Meant;
use crate::locale::{self, year_name};
use crate::paper::{Item, Mark, Run};

use super::sentence::{compose, item, models, runs, text};
use super::{RAPID, Writer};

/// How a series of numbers goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    Rising,
    Falling,
    /// Neither; its ends say whether it rose.
    Mixed,
}

/// Whether every number is at least, or at most, the one before, and not all
/// are equal.
pub(super) fn course(counts: &[usize]) -> Course {
    let pairs = || {
        counts
            .windows(2)
            .filter_map(|pair| Some((pair.first()?, pair.last()?)))
    };
    let changes = pairs().any(|(before, after)| before != after);
    match () {
        () if changes && pairs().all(|(before, after)| before <= after) => Course::Rising,
        () if changes && pairs().all(|(before, after)| before >= after) => Course::Falling,
        () => Course::Mixed,
    }
}

/// Whether every number differs from the one before in one direction.
fn strictly(counts: &[usize], rising: bool) -> bool {
    counts
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if if rising { a < b } else { a > b }))
}

impl Writer<'_> {
    /// A column's models of a value.
    pub(super) fn in_column(self, dimension: &Dimension, key: &str, span: Span) -> Meant {
        let year = Condition::value(&dimension::YEAR, span.to_string());
        if key == "all" {
            return Meant::counted(Conditions(vec![year]));
        }
        let value = Condition::value(dimension, key);
        Meant::counted(Conditions(vec![value, year]))
    }

    /// `2020년 3개, 2021년 9개`, columns without any left out where asked; of one
    /// that has not begun there is nothing to say.
    pub(super) fn series(
        self,
        table: &Table,
        counts: &[usize],
        meant: impl Fn(Span) -> Meant,
        with_none: bool,
    ) -> Vec<Run> {
        let columns = table.columns.iter().zip(counts);
        let source = &self.report.findings.source;
        let has_begun = |span: &Span| span.wholeness(source) != Wholeness::NotBegun;
        let said = columns.filter(|(span, count)| **count > 0 || (with_none && has_begun(span)));
        let items = said.map(|(span, count)| {
            let values = [
                text("year", year_name(self.report, *span, self.language)),
                models("n", *count, meant(*span)),
            ];
            compose(self.phrases.year_item, &values)
        });
        self.list(items)
    }

    /// All columns in a sentence; none where there is one only.
    pub(super) fn by_column(
        self,
        table: &Table,
        counts: &[usize],
        dimension: &Dimension,
        key: &str,
    ) -> Option<Item> {
        let phrase = if self.report.findings.period.is_by_half() {
            self.phrases.by_half
        } else {
            self.phrases.by_year
        };
        let list = self.series(
            table,
            counts,
            |span| self.in_column(dimension, key, span),
            true,
        );
        (table.columns.len() > 1).then(|| item(Mark::Dash, phrase, &[runs("list", list)]))
    }

    /// The columns that are covered whole, from the first on: what can be said
    /// of a trend.
    fn whole(self, table: &Table) -> usize {
        let source = &self.report.findings.source;
        let is_whole = |span: &&Span| span.wholeness(source) == Wholeness::Whole;
        table.columns.iter().take_while(is_whole).count()
    }

    /// Whether columns that are covered whole grew at a rate of [`RAPID`] or more a
    /// year, whatever the definition lets end the rate that is printed.
    fn is_rapid(self, from: usize, to: usize, columns: usize) -> bool {
        let by_half = self.report.findings.period.is_by_half();
        // Of half-years the square has grown by as many steps as they are.
        let grown = ratio(to, from).map(|times| if by_half { times * times } else { times });
        let mut needed = 1.0;
        for _ in 1..columns {
            needed *= 1.0 + RAPID;
        }
        grown >= Some(needed)
    }

    /// How the numbers of all models changed, and their growth rate.
    pub(super) fn trend(self, table: &Table, counts: &[usize]) -> Vec<Item> {
        let phrases = self.phrases;
        let whole = self.whole(table);
        let counts = counts.get(..whole).unwrap_or_default();
        let (Some((from, to)), true) = (counts.first().zip(counts.last()), whole > 1) else {
            return Vec::new();
        };
        let (Some(first), Some(last)) = (table.columns.first(), table.columns.get(whole - 1))
        else {
            return Vec::new();
        };
        let growth = self.report.findings.growth.as_ref();
        let cagr = growth.and_then(|growth| growth.cagr);
        let rapid = self.is_rapid(*from, *to, whole);
        let phrase = match () {
            () if whole == 2 && to > from && rapid => phrases.rose_once_rapidly,
            () if whole == 2 && to > from => phrases.rose_once,
            () if whole == 2 && to < from => phrases.fell_once,
            () if strictly(counts, true) && rapid => phrases.rose_rapidly,
            () if strictly(counts, true) => phrases.rose_yearly,
            () if strictly(counts, false) => phrases.fell_yearly,
            () if to > from => phrases.rose,
            () if to < from => phrases.fell,
            () => phrases.level,
        };
        let every = if self.report.findings.period.is_by_half() {
            phrases.every_half
        } else {
            phrases.every_year
        };
        let all = |span: Span| self.in_column(&dimension::ALL, "all", span);
        let name = |span: Span| locale::span(span, self.language);
        let values = [
            text("first", name(*first)),
            text("last", name(*last)),
            models("from", *from, all(*first)),
            models("to", *to, all(*last)),
            text("every", every),
        ];
        let mut items = vec![item(Mark::Dash, phrase, &values)];
        let ends = growth.map(|growth| (growth.first.0, growth.last.0));
        match (cagr, ends) {
            (Some(rate), Some((first, last))) => {
                let rate = locale::signed_percent(rate).replace('+', "");
                let span = Period::between(first, last)
                    .map(|period| locale::period(period, self.language));
                let values = [text("cagr", rate), text("span", span.unwrap_or_default())];
                items.push(item(Mark::Dash, phrases.growth, &values));
            }
            (None, Some((first, _))) if *from == 0 => {
                let values = [text("first", name(first))];
                items.push(item(Mark::Dash, phrases.no_growth_from_none, &values));
            }
            _ => {}
        }
        items
    }

    /// A value's columns that have any models, and whether they become more.
    pub(super) fn course_of(
        self,
        table: &Table,
        counts: &[usize],
        meant: impl Fn(Span) -> Meant,
    ) -> Option<Item> {
        let whole = self.whole(table);
        let list = self.series(table, counts, meant, false);
        let some = counts.iter().filter(|count| **count > 0).count();
        let phrase = match course(counts.get(..whole).unwrap_or_default()) {
            Course::Rising => self.phrases.series_rising,
            Course::Falling => self.phrases.series_falling,
            Course::Mixed => self.phrases.series,
        };
        // One column alone is said already.
        (some > 1).then(|| item(Mark::Dash, phrase, &[runs("list", list)]))
    }

    /// The first column with any of these models.
    pub(super) fn first_of(self, table: &Table, counts: &[usize]) -> Option<(Span, usize)> {
        let columns = table.columns.iter().copied();
        columns
            .zip(counts.iter().copied())
            .find(|(_, count)| *count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_needs_every_step() {
        let cases: [(&[usize], Course); 7] = [
            (&[3, 9, 28, 104], Course::Rising),
            (&[0, 1, 2, 13], Course::Rising),
            (&[2, 2, 3], Course::Rising),
            (&[5, 3, 3, 1], Course::Falling),
            (&[1, 3, 2], Course::Mixed),
            (&[2, 2, 2], Course::Mixed),
            (&[7], Course::Mixed),
        ];
        for (counts, expected) in cases {
            assert_eq!(course(counts), expected, "{counts:?}");
        }
    }
}
