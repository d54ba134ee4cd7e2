//! The sentences of who developed models: alone or jointly, which kinds of
//! organisations, which groups.

use crate::evidence::Meant;
use crate::locale;
use crate::paper::{Item, Mark, Run};

use super::breakdowns::{Most, upto};
use super::ranking::groups;
use super::sentence::{item, models, number, runs, text};
use super::{MOSTLY, Writer};

/// So many organisations are named below the first.
const NAMED: usize = 20;

impl Writer<'_> {
    pub(super) fn development(self) -> Vec<Item> {
        let Some((breakdown, table)) = self.table("development") else {
            return Vec::new();
        };
        let of = |key: &str| table.row(key).map_or(0, |row| row.total.models);
        let meant = |key: &str| Meant::counted(breakdown.conditions(key, None));
        let (single, joint) = (of("Single"), of("Joint"));
        let share = |count: usize| table.share(count).map(locale::percent).unwrap_or_default();
        let mut items = Vec::new();
        if table.share(single).is_some_and(|share| share >= MOSTLY) {
            let phrase = if single == table.counted {
                self.phrases.development_all_single
            } else {
                self.phrases.development_mostly_single
            };
            let values = [
                self.during(),
                self.period(),
                self.of(breakdown, table),
                models("n", single, meant("Single")),
            ];
            items.push(item(Mark::Circle, phrase, &values));
        }
        if single == table.counted {
            return items;
        }
        let values = [
            self.of(breakdown, table),
            models("n", single, meant("Single")),
            text("share", share(single)),
            models("joint", joint, meant("Joint")),
            text("joint_share", share(joint)),
        ];
        items.push(item(Mark::Dash, self.phrases.development, &values));
        items
    }

    pub(super) fn category(self) -> Vec<Item> {
        let Some((breakdown, table)) = self.table("organization-category") else {
            return Vec::new();
        };
        let phrases = self.phrases;
        let phrase = Most {
            all: phrases.category_all,
            mostly: phrases.category_mostly,
            most: phrases.category_most,
            tied: phrases.category_tied,
        };
        let mut items = self.most(breakdown, table, &phrase);
        items.truncate(1);
        let all = groups(table.rows.iter().map(|row| (row.total.models, row)));
        let rest = upto(all.get(1..).unwrap_or_default(), usize::MAX);
        if !rest.is_empty() {
            let list = self.groups(breakdown, &rest, None);
            items.push(item(
                Mark::Dash,
                phrases.category_rest,
                &[runs("rest", list)],
            ));
        }
        items
    }

    pub(super) fn organization(self) -> Vec<Item> {
        let Some((breakdown, table)) = self.table("organization") else {
            return Vec::new();
        };
        let phrases = self.phrases;
        let all = groups(table.rows.iter().map(|row| (row.total.models, row)));
        let Some((first, _)) = all.split_first() else {
            return Vec::new();
        };
        let phrase = match &*first.rows {
            [_] => phrases.organization_most,
            _ => phrases.organization_tied,
        };
        let values = [
            self.during(),
            self.period(),
            runs("leader", self.group(breakdown, first, None)),
        ];
        let mut items = vec![item(Mark::Circle, phrase, &values)];
        let shown = groups(table.shown().map(|row| (row.total.models, row)));
        let others = shown.iter().skip(1).flat_map(|group| &group.rows);
        let count = others.clone().count();
        let others: Vec<Vec<Run>> = others
            .take(NAMED)
            .map(|row| {
                let name = self.name(breakdown.dimension.labels, &row.key);
                self.names(&[(name, self.row(breakdown, row))])
            })
            .collect();
        if !others.is_empty() {
            let list = if count > NAMED {
                self.first_of_list(others.into_iter())
            } else {
                self.list(others.into_iter())
            };
            let values = [
                runs("list", list),
                number("minimum", table.minimum),
                number("count", count),
            ];
            let phrase = if count > NAMED {
                phrases.organization_more
            } else {
                phrases.organization_others
            };
            items.push(item(Mark::Dash, phrase, &values));
        }
        items
    }
}
