//! The sentences of the largest models.

use crate::list::{Entry, ListId};
use crate::locale;
use crate::paper::{Item, Mark};

use super::Writer;
use super::ranking::{LONGEST_TIE, NAMED_OF_MORE};
use super::sentence::{compose, item, number, plain, runs, text};

impl Writer<'_> {
    pub(super) fn top_models(self) -> Vec<Item> {
        let Some(list) = self.report.list(ListId::TopModels) else {
            return Vec::new();
        };
        if list.entries.is_empty() {
            return Vec::new();
        }
        let names = list.entries.iter().map(|entry| {
            let developers: Vec<String> = entry
                .organizations
                .iter()
                .map(|name| self.name("organization", name))
                .collect();
            let values = [
                text("name", &*entry.name),
                text("developers", developers.join(", ")),
            ];
            compose(self.phrases.top_model_item, &values)
        });
        let year = locale::year(self.report.findings.top_models_year, self.language);
        let values = [
            text("year", year),
            number("n", list.entries.len()),
            runs("list", self.list(names)),
        ];
        let phrase = match list.entries.len() {
            1 => self.phrases.top_model,
            _ => self.phrases.top_models,
        };
        let mut items = vec![item(Mark::Circle, phrase, &values)];
        if list.tied > 0 {
            let more = [number("more", list.tied)];
            items.push(item(Mark::Dash, self.phrases.top_tied, &more));
        }
        items.extend(self.common_domain(&list.entries));
        items
    }

    /// Said only where it holds of every one.
    fn common_domain(self, entries: &[Entry]) -> Option<Item> {
        let first = &entries.first()?.domains;
        let same = entries.iter().all(|entry| entry.domains == *first);
        if entries.len() < 2 || !same || first.is_empty() {
            return None;
        }
        let names = first
            .iter()
            .map(|key| vec![plain(self.name("domain", key))]);
        let values = [
            number("n", entries.len()),
            number("domains", first.len()),
            runs("names", self.plain_names(names)),
        ];
        Some(item(Mark::Dash, self.phrases.top_domain, &values))
    }

    pub(super) fn training_compute(self) -> Vec<Item> {
        let Some(list) = self.report.list(ListId::TrainingCompute) else {
            return Vec::new();
        };
        let largest = list.largest();
        let Some(flop) = largest.first().and_then(|own| own.training_compute_flop) else {
            return Vec::new();
        };
        let phrase = match largest.len() {
            1 => self.phrases.compute_largest_one,
            2..=LONGEST_TIE => self.phrases.compute_largest_tied,
            _ => self.phrases.compute_largest_many,
        };
        let named = match largest.len() {
            0..=LONGEST_TIE => LONGEST_TIE,
            _ => NAMED_OF_MORE,
        };
        let names = largest.iter().take(named);
        let names = names.map(|own| vec![plain(&*own.name)]);
        let largest = [
            runs("names", self.plain_names(names)),
            text("flop", locale::flop(flop)),
            number("count", largest.len()),
        ];
        let threshold = self.report.definition.compute.threshold_flop;
        let values = [
            text("threshold", locale::significant(threshold)),
            number("n", list.count),
            runs("largest", compose(phrase, &largest)),
        ];
        let phrase = if list.outside > 0 {
            self.phrases.compute_largest_outside
        } else {
            self.phrases.compute_largest
        };
        vec![item(Mark::Circle, phrase, &values)]
    }
}
