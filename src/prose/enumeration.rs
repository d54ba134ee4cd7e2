//! Several things in a row, as each language joins them.

use crate::evidence::Meant;
use crate::paper::Run;

use super::Writer;
use super::sentence::{compose, counted, plain, runs, text};

/// `a, b and c`.
fn joined(items: impl Iterator<Item = Vec<Run>>, join: &str, last: &str) -> Vec<Run> {
    let items: Vec<Vec<Run>> = items.collect();
    let count = items.len();
    let mut out = Vec::new();
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            out.push(plain(if at + 1 == count { last } else { join }));
        }
        out.extend(item);
    }
    out
}

fn linked((name, meant): &(String, Meant)) -> Vec<Run> {
    vec![Run {
        text: name.clone(),
        meant: Some(meant.clone()),
    }]
}

impl Writer<'_> {
    /// Parts of a sentence one after the other.
    pub(super) fn list(self, items: impl Iterator<Item = Vec<Run>>) -> Vec<Run> {
        joined(items, self.phrases.list_join, self.phrases.list_last)
    }

    /// Parts of which some are several things: `a, and b and c`.
    pub(super) fn list_with_ties(self, items: impl Iterator<Item = Vec<Run>>) -> Vec<Run> {
        joined(items, self.phrases.list_join, self.phrases.tied_last)
    }

    /// Parts that are lists themselves.
    pub(super) fn list_of_lists(self, items: impl Iterator<Item = Vec<Run>>) -> Vec<Run> {
        joined(items, self.phrases.new_join, self.phrases.new_join)
    }

    /// The first of more parts, which "and others" follows.
    pub(super) fn first_of_list(self, items: impl Iterator<Item = Vec<Run>>) -> Vec<Run> {
        joined(items, self.phrases.list_join, self.phrases.list_join)
    }

    /// The first of more names, which "and others" follows.
    pub(super) fn first_names(self, all: &[(String, Meant)]) -> Vec<Run> {
        let join = self.phrases.name_join;
        joined(all.iter().map(linked), join, join)
    }

    /// Names, each of which opens its models.
    pub(super) fn names(self, all: &[(String, Meant)]) -> Vec<Run> {
        let names = all.iter().map(linked);
        joined(names, self.phrases.name_join, self.phrases.name_last)
    }

    /// Names that open nothing.
    pub(super) fn plain_names(self, all: impl Iterator<Item = Vec<Run>>) -> Vec<Run> {
        joined(all, self.phrases.name_join, self.phrases.name_last)
    }

    /// Names with their numbers: `네이버(3개), 삼성(3개)`.
    pub(super) fn numbered(self, all: &[(String, usize, Meant)]) -> Vec<Run> {
        self.list(all.iter().map(|(name, count, meant)| {
            let n = runs("n", vec![counted(*count, meant.clone())]);
            compose(self.phrases.ranked, &[text("name", name.clone()), n])
        }))
    }
}
