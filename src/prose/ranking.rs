//! Values in the order of their models, ties together.

use crate::breakdown::{Breakdown, Row};
use crate::definition::Span;
use crate::document::Run;
use crate::evidence::Meant;

use super::Writer;
use super::sentence::{compose, counted, number, runs, text};

/// So many names of a tie are said; of more, so many and how many there are.
const LONGEST_TIE: usize = 5;
const NAMED_OF_MORE: usize = 3;

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
        let labels = breakdown.dimension.labels;
        let meant = |row: &Row| Meant::counted(breakdown.conditions(&row.key, span));
        if let [row] = *group.rows {
            let values = [
                text("name", self.name(labels, &row.key)),
                runs("n", vec![counted(group.models, meant(row))]),
            ];
            return compose(self.phrases.ranked, &values);
        }
        let named = if group.rows.len() > LONGEST_TIE {
            NAMED_OF_MORE
        } else {
            LONGEST_TIE
        };
        let rows = group.rows.iter().take(named);
        let all: Vec<(String, Meant)> = rows
            .map(|row| (self.name(labels, &row.key), meant(row)))
            .collect();
        let values = [
            runs("names", self.names(&all)),
            number("n", group.models),
            number("rank", group.rank),
            number("count", group.rows.len()),
        ];
        let phrase = if group.rows.len() > LONGEST_TIE {
            self.phrases.ranked_many
        } else {
            self.phrases.ranked_tied
        };
        compose(phrase, &values)
    }

    /// Groups one after the other.
    pub(super) fn groups(
        self,
        breakdown: &Breakdown,
        groups: &[Group<'_>],
        span: Option<Span>,
    ) -> Vec<Run> {
        self.list(
            groups
                .iter()
                .map(|group| self.group(breakdown, group, span)),
        )
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
