//! The sentences of each breakdown.

use crate::breakdown::{BREAKDOWNS, Breakdown, Row, Table};
use crate::definition::Span;
use crate::dimension::ANY;
use crate::evidence::Meant;
use crate::locale;
use crate::paper::{Item, Mark, Run};

use super::ranking::{Group, groups};
use super::sentence::{Value, compose, item, models, number, runs, text};
use super::{MOSTLY, Writer};

/// So many ranks are said.
const RANKS: usize = 5;

/// The value of what fits no other.
const OTHER: &str = "Other";

/// How the most frequent value is said.
#[derive(Debug)]
pub(super) struct Most<'a> {
    /// Every model has it.
    pub all: &'a str,
    /// [`MOSTLY`] or more have it.
    pub mostly: &'a str,
    /// It is ahead of the others.
    pub most: &'a str,
    /// Several are as frequent.
    pub tied: &'a str,
}

impl<'a> Writer<'a> {
    pub(super) fn table(self, id: &str) -> Option<(&'static Breakdown, &'a Table)> {
        let breakdown = BREAKDOWNS.iter().copied().find(|own| own.id == id)?;
        let table = self.report.table(id)?;
        (table.known() > 0).then_some((breakdown, table))
    }

    pub(super) fn share(self, table: &Table, models: usize) -> Value {
        let share = table.share(models).map(locale::percent);
        text("share", share.unwrap_or_default())
    }

    /// The number that shares are shares of.
    pub(super) fn of(self, breakdown: &Breakdown, table: &Table) -> Value {
        let meant = match table.share_of {
            crate::breakdown::ShareOf::Counted => Meant::all(),
            crate::breakdown::ShareOf::Known => Meant::value(breakdown.dimension, ANY),
        };
        models("of", table.denominator(), meant)
    }

    pub(super) fn row(self, breakdown: &Breakdown, row: &Row) -> Meant {
        Meant::counted(breakdown.conditions(&row.key, None))
    }

    pub(super) fn country(self) -> Vec<Item> {
        // Of chosen countries an order says nothing of the others.
        let Some((breakdown, table)) = self.table("country").filter(|_| !self.is_of_countries())
        else {
            return Vec::new();
        };
        let phrases = self.phrases;
        let mut items = Vec::new();
        let all = groups(table.rows.iter().map(|row| (row.total.models, row)));
        let Some((first, rest)) = all.split_first() else {
            return items;
        };
        let rest: Vec<Group<'_>> = upto(rest, RANKS);
        let phrase = match (first.rows.len(), rest.is_empty()) {
            (1, true) if table.known() == table.counted => phrases.country_only,
            (1, true) => phrases.country_only_known,
            (1, false) if is_one(&rest) => phrases.country_most_one,
            (1, false) => phrases.country_most,
            _ => phrases.country_tied,
        };
        let values = [
            self.during(),
            self.period(),
            runs("leader", self.group(breakdown, first, None)),
            runs("rest", self.groups(breakdown, &rest, None)),
            models("of", table.counted, Meant::all()),
            models(
                "known",
                table.known(),
                Meant::value(breakdown.dimension, ANY),
            ),
        ];
        items.push(item(Mark::Circle, phrase, &values));
        items.extend(self.country_of_last_column(breakdown, table));
        let sum: usize = table.rows.iter().map(|row| row.total.models).sum();
        let known = table.known();
        if sum > known {
            let values = [
                number("sum", sum),
                models("known", known, Meant::value(breakdown.dimension, ANY)),
            ];
            items.push(item(Mark::Star, phrases.country_shared, &values));
        }
        items
    }

    fn country_of_last_column(self, breakdown: &Breakdown, table: &Table) -> Option<Item> {
        let last = table
            .columns
            .len()
            .checked_sub(1)
            .filter(|last| *last > 0)?;
        let span = *table.columns.get(last)?;
        let ranked = table.ranking_of(last);
        let ranked = ranked.iter().map(|(_, row)| {
            let models = row.cells.get(last).map_or(0, |cell| cell.models);
            (models, *row)
        });
        let all = groups(ranked);
        let best = upto(&all, RANKS);
        let year = locale::year_name(self.report, span, self.language);
        let list = self.groups(breakdown, &best, Some(span));
        // An order needs at least two.
        (best.len() > 1).then(|| {
            let values = [text("year", year), runs("list", list)];
            let phrase = match span.half() {
                Some(_) => self.phrases.country_half,
                None => self.phrases.country_year,
            };
            item(Mark::Dash, phrase, &values)
        })
    }

    pub(super) fn domain(self) -> Vec<Item> {
        let Some((breakdown, table)) = self.table("domain") else {
            return Vec::new();
        };
        let phrases = self.phrases;
        let phrase = Most {
            all: phrases.domain_all,
            mostly: phrases.domain_mostly,
            most: phrases.domain_most,
            tied: phrases.domain_tied,
        };
        let mut items = self.most(breakdown, table, &phrase);
        items.extend(self.new_values(breakdown, table));
        items
    }

    /// The most frequent value, and what follows it.
    pub(super) fn most(
        self,
        breakdown: &Breakdown,
        table: &Table,
        phrases: &Most<'_>,
    ) -> Vec<Item> {
        let all = groups(table.shown().map(|row| (row.total.models, row)));
        let Some((first, rest)) = all.split_first() else {
            return Vec::new();
        };
        let is_mostly = table
            .share(first.models)
            .is_some_and(|share| share >= MOSTLY);
        let phrase = match &*first.rows {
            [_] if first.models == table.counted => phrases.all,
            [_] if is_mostly => phrases.mostly,
            [_] => phrases.most,
            _ => phrases.tied,
        };
        let n = match &*first.rows {
            [row] => models("n", first.models, self.row(breakdown, row)),
            _ => number("n", first.models),
        };
        let name = first.rows.first().map(|row| {
            let name = self.name(breakdown.dimension.labels, &row.key);
            text("name", name)
        });
        let mut values = vec![
            self.during(),
            self.period(),
            n,
            self.share(table, first.models),
            self.of(breakdown, table),
            runs("names", self.group_names(breakdown, first)),
        ];
        values.extend(name);
        let mut items = vec![item(Mark::Circle, phrase, &values)];
        let rest = upto(rest, RANKS);
        if !rest.is_empty() {
            let list = self.groups(breakdown, &rest, None);
            let phrase = if is_one(&rest) {
                self.phrases.followed_by_one
            } else {
                self.phrases.followed_by
            };
            items.push(item(Mark::Dash, phrase, &[runs("rest", list)]));
        }
        items
    }

    /// The values that the period's first column lacks, by their first column.
    fn new_values(self, breakdown: &Breakdown, table: &Table) -> Option<Item> {
        let mut lists: Vec<Vec<Run>> = Vec::new();
        for (column, span) in table.columns.iter().enumerate().skip(1) {
            let new: Vec<(String, Meant)> = table
                .shown()
                // What is none of the named domains is no new one.
                .filter(|row| &*row.key != OTHER)
                .filter(|row| row.cells.iter().position(|cell| cell.models > 0) == Some(column))
                .map(|row| {
                    let name = self.name(breakdown.dimension.labels, &row.key);
                    let meant = Meant::counted(breakdown.conditions(&row.key, Some(*span)));
                    (name, meant)
                })
                .collect();
            if new.is_empty() {
                continue;
            }
            let values = [
                text("year", locale::span(*span, self.language)),
                runs("names", self.names(&new)),
            ];
            lists.push(compose(self.phrases.domain_new_item, &values));
        }
        let first = table.columns.first()?;
        // Where nothing was released in the first column, all are new.
        let any = table
            .counted_by_column
            .first()
            .is_some_and(|count| *count > 0);
        (any && !lists.is_empty()).then(|| {
            let values = [
                text("first", locale::span(*first, self.language)),
                runs("list", self.list_of_lists(lists.into_iter())),
            ];
            item(Mark::Dash, self.phrases.domain_new, &values)
        })
    }

    pub(super) fn multimodal(self) -> Vec<Item> {
        let Some(table) = self.report.table("multimodal") else {
            return Vec::new();
        };
        let Some((breakdown, row)) = self
            .table("multimodal")
            .and_then(|(breakdown, table)| Some((breakdown, table.rows.first()?)))
        else {
            return vec![item(Mark::Circle, self.phrases.multimodal_none, &[])];
        };
        let values = [
            models("n", row.total.models, self.row(breakdown, row)),
            self.of(breakdown, table),
            self.share(table, row.total.models),
        ];
        let mut items = vec![item(Mark::Circle, self.phrases.multimodal_total, &values)];
        let counts: Vec<usize> = row.cells.iter().map(|cell| cell.models).collect();
        let meant = |span: Span| Meant::counted(breakdown.conditions(&row.key, Some(span)));
        if let Some((span, first)) = self
            .first_of(table, &counts)
            .filter(|(span, _)| table.columns.first() != Some(span))
        {
            let values = [
                text("year", locale::span(span, self.language)),
                models("n", first, meant(span)),
            ];
            items.push(item(Mark::Dash, self.phrases.multimodal_first, &values));
        }
        items.extend(self.course_of(table, &counts, meant));
        items
    }
}

/// Whether one rank alone follows: nothing is in an order then.
fn is_one(groups: &[Group<'_>]) -> bool {
    matches!(groups, [_])
}

/// The groups up to a rank.
pub(super) fn upto<'a>(groups: &[Group<'a>], rank: usize) -> Vec<Group<'a>> {
    let best = groups.iter().take_while(|group| group.rank <= rank);
    best.map(|group| Group {
        rank: group.rank,
        models: group.models,
        rows: group.rows.clone(),
    })
    .collect()
}
