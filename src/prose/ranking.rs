//! Values in the order of their models, ties together.

use crate::breakdown::{Breakdown, Row};
use crate::definition::Span;
use crate::evidence::Meant;
use crate::paper::Run;

use super::Writer;
use super::sentence::{compose, counted, number, runs, text};

/// So many names of a tie are said; of more, so many and how many there are.
pub(super) const LONGEST_TIE: usize = 5;
pub(super) const NAMED_OF_MORE: usize = 3;

/// Values of one rank.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub rank: usize,
    pub models: usize,
    pub rows: Vec<&'a Row>,
}

/// Rows with their numbers, most first, as groups of equal numbers; rows
/// without any are left out.
pub(super) fn groups<'a>(ranked: impl IntoIterator<Item = (usize, &'a Row)>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut before = 0;
    for (models, row) in ranked {
        if models == 0 {
            continue;
        }
        match groups.last_mut() {
            Some(group) if group.models == models => group.rows.push(row),
            _ => groups.push(Group {
                rank: before + 1,
                models,
                rows: vec![row],
            }),
        }
        before += 1;
    }
    groups
}

impl Writer<'_> {
    /// A group as `일본·이스라엘(각 3개, 공동 6위)`, of a column or of all.
    pub(super) fn group(
        self,
        breakdown: &Breakdown,
        group: &Group<'_>,
        span: Option<Span>,
    ) -> Vec<Run> {
        let phrases = self.phrases;
        let phrase = match group.rows.len() {
            0 | 1 => phrases.ranked,
            2..=LONGEST_TIE => phrases.ranked_tied,
            _ => phrases.ranked_many,
        };
        self.grouped(breakdown, group, span, phrase)
    }

    /// A group with its rank first: `공동 2위 프랑스·일본(각 1개)`.
    pub(super) fn placed(self, breakdown: &Breakdown, group: &Group<'_>) -> Vec<Run> {
        let phrases = self.phrases;
        let phrase = match group.rows.len() {
            0 | 1 => phrases.placed,
            2..=LONGEST_TIE => phrases.placed_tied,
            _ => phrases.placed_many,
        };
        self.grouped(breakdown, group, None, phrase)
    }

    fn grouped(
        self,
        breakdown: &Breakdown,
        group: &Group<'_>,
        span: Option<Span>,
        phrase: &str,
    ) -> Vec<Run> {
        let labels = breakdown.dimension.labels;
        let meant = |row: &Row| Meant::counted(breakdown.conditions(&row.key, span));
        let rank = number("rank", group.rank);
        if let [row] = *group.rows {
            let values = [
                text("name", self.name(labels, &row.key)),
                runs("n", vec![counted(group.models, meant(row))]),
                rank,
            ];
            return compose(phrase, &values);
        }
        let is_long = group.rows.len() > LONGEST_TIE;
        let named = if is_long { NAMED_OF_MORE } else { LONGEST_TIE };
        let rows = group.rows.iter().take(named);
        let all: Vec<(String, Meant)> = rows
            .map(|row| (self.name(labels, &row.key), meant(row)))
            .collect();
        let names = if is_long {
            self.first_names(&all)
        } else {
            self.names(&all)
        };
        let unit = match labels {
            "country" => self.phrases.countries,
            "organization" => self.phrases.organizations,
            _ => self.phrases.values,
        };
        let values = [
            runs("names", names),
            number("n", group.models),
            rank,
            number("count", group.rows.len()),
            text("unit", unit),
        ];
        compose(phrase, &values)
    }

    /// Groups one after the other.
    pub(super) fn groups(
        self,
        breakdown: &Breakdown,
        groups: &[Group<'_>],
        span: Option<Span>,
    ) -> Vec<Run> {
        let parts = groups
            .iter()
            .map(|group| self.group(breakdown, group, span));
        if groups.iter().any(|group| group.rows.len() > 1) {
            self.list_with_ties(parts)
        } else {
            self.list(parts)
        }
    }

    /// The names of a group, each of which opens its models.
    pub(super) fn group_names(self, breakdown: &Breakdown, group: &Group<'_>) -> Vec<Run> {
        let labels = breakdown.dimension.labels;
        let all: Vec<(String, Meant)> = group
            .rows
            .iter()
            .map(|row| {
                let meant = Meant::counted(breakdown.conditions(&row.key, None));
                (self.name(labels, &row.key), meant)
            })
            .collect();
        self.names(&all)
    }
}
