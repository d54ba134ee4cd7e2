//! The sentences of tasks, and of how many a model has.

use crate::breakdown::Row;
use crate::definition::Span;
use crate::dimension::{self, ANY, Condition, Conditions};
use crate::evidence::Meant;
use crate::locale;
use crate::paper::{Item, Mark};

use super::Writer;
use super::breakdowns::Most;
use super::sentence::{item, models, runs, text};

impl Writer<'_> {
    pub(super) fn task(self) -> Vec<Item> {
        let Some((breakdown, table)) = self.table("task") else {
            return Vec::new();
        };
        let phrases = self.phrases;
        let values = [
            self.during(),
            self.period(),
            models("of", table.counted, Meant::all()),
            models(
                "known",
                table.known(),
                Meant::value(breakdown.dimension, ANY),
            ),
        ];
        let mut items = vec![item(Mark::Circle, phrases.task_known, &values)];
        let phrase = Most {
            all: phrases.task_most,
            mostly: phrases.task_most,
            most: phrases.task_most,
            tied: phrases.task_tied,
        };
        items.extend(self.most(breakdown, table, &phrase));
        items
    }

    pub(super) fn task_count(self) -> Vec<Item> {
        let Some((breakdown, table)) = self.table("task-count") else {
            return Vec::new();
        };
        let phrases = self.phrases;
        let from = |least: usize| -> Vec<&Row> {
            let tasks = |key: &str| key.trim_end_matches('+').parse::<usize>().unwrap_or(0);
            let rows = table.rows.iter();
            rows.filter(|row| tasks(&row.key) >= least).collect()
        };
        let meant = |rows: &[&Row], span: Option<Span>| {
            let values = rows
                .iter()
                .map(|row| Condition::value(breakdown.dimension, row.key.clone()));
            let year = span.map(|span| Condition::value(&dimension::YEAR, span.to_string()));
            Meant::counted(Conditions(values.chain(year).collect()))
        };
        let several = from(2);
        let n = several.iter().map(|row| row.total.models).sum();
        let values = [
            models(
                "known",
                table.known(),
                Meant::value(breakdown.dimension, ANY),
            ),
            models("n", n, meant(&several, None)),
            self.share(table, n),
        ];
        let mut items = vec![item(Mark::Circle, phrases.tasks_several, &values)];
        let three = from(3);
        let counts: Vec<usize> = (0..table.columns.len())
            .map(|column| {
                let cells = three.iter().filter_map(|row| row.cells.get(column));
                cells.map(|cell| cell.models).sum()
            })
            .collect();
        items.push(match self.first_of(table, &counts) {
            Some((span, n)) if self.is_one_column() => {
                let values = [models("n", n, meant(&three, Some(span)))];
                item(Mark::Dash, phrases.tasks_three_one, &values)
            }
            Some((span, _)) => {
                // That the first column has some says nothing of a beginning.
                let phrase = if table.columns.first() == Some(&span) {
                    phrases.tasks_three_list
                } else {
                    phrases.tasks_three
                };
                let list = self.series(table, &counts, |span| meant(&three, Some(span)), false);
                let values = [
                    text("year", locale::span(span, self.language)),
                    runs("list", list),
                ];
                item(Mark::Dash, phrase, &values)
            }
            None => item(Mark::Dash, phrases.tasks_three_none, &[]),
        });
        items
    }
}
