//! What each model does to the cells: in which it is on one side only, and why.

use std::borrow::Cow;

use crate::breakdown::Breakdown;
use crate::census::Census;
use crate::definition::Span;

use super::cause::{Cause, Seen, facts, of_facts};
use super::filling::{Filling, Moved};
use super::matched::{Match, Single};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    /// Before.
    pub old: &'a Census,
    /// After, over the same period and filter.
    pub new: &'a Census,
    /// Where the definitions differ: the new list by the old definition, and
    /// the old list by the new one. What the data alone would have done can
    /// be told from what the definition did by them.
    pub crossed: Option<(&'a Census, &'a Census)>,
}

/// The rows of a breakdown that a model is counted in.
fn keys<'a>(seen: Option<Seen<'a>>, breakdown: &Breakdown) -> Vec<Cow<'a, str>> {
    let mut keys = Vec::new();
    if let Some(seen) = seen.filter(|seen| seen.is_counted()) {
        breakdown.dimension.keys(seen.placed, &mut keys);
    }
    keys
}

/// A model of one list only.
pub(super) fn one(census: &Census, single: Single, came: bool, tables: &mut [Filling]) {
    let Some(seen) = Seen::at(census, single.at) else {
        return;
    };
    let cause = match (single.is_twice, came) {
        (true, _) => Cause::Duplicate,
        (false, true) => Cause::Entered,
        (false, false) => Cause::Left,
    };
    for table in tables {
        for key in keys(Some(seen), table.breakdown) {
            for span in [seen.placed.span, None] {
                let fact = facts(cause, table.breakdown.dimension, seen.model);
                let (before, after) = if came { (None, fact) } else { (fact, None) };
                let moved = Moved {
                    cause,
                    old: (!came).then_some(single.at),
                    new: came.then_some(single.at),
                    before,
                    after,
                };
                table.add(&key, span, came, moved);
            }
        }
    }
}

/// A model of both lists.
pub(super) fn both(sides: Sides<'_>, pair: &Match, tables: &mut [Filling]) {
    let (Some(old), Some(new)) = (Seen::at(sides.old, pair.old), Seen::at(sides.new, pair.new))
    else {
        return;
    };
    if !old.is_counted() && !new.is_counted() {
        return;
    }
    // The new list by the old definition, the old list by the new one.
    let crossed = sides.crossed.and_then(|(new_by_old, old_by_new)| {
        Some((
            Seen::at(new_by_old, pair.new)?,
            Seen::at(old_by_new, pair.old)?,
        ))
    });
    for table in tables {
        let breakdown = table.breakdown;
        let (had, has) = (keys(Some(old), breakdown), keys(Some(new), breakdown));
        let spans = (old.placed.span, new.placed.span);
        let same_column = spans.0 == spans.1;
        if had == has && same_column {
            continue;
        }
        let gone = had
            .iter()
            .map(|key| (key, spans.0, false, has.contains(key)));
        let came = has
            .iter()
            .map(|key| (key, spans.1, true, had.contains(key)));
        for (key, span, came, on_both) in gone.chain(came) {
            let cells = [(span, !(on_both && same_column)), (None, !on_both)];
            for (span, moves) in cells {
                if !moves {
                    continue;
                }
                let cause = match crossed {
                    None => of_facts(old, new, breakdown.dimension, span.is_none()),
                    Some(crossed) => {
                        let cell = Cell {
                            key,
                            span,
                            breakdown,
                        };
                        cell.cause((old, new), crossed, came)
                    }
                };
                let moved = Moved {
                    cause,
                    old: Some(pair.old),
                    new: Some(pair.new),
                    before: facts(cause, breakdown.dimension, old.model),
                    after: facts(cause, breakdown.dimension, new.model),
                };
                table.add(key, span, came, moved);
            }
        }
    }
}

/// A cell, where two definitions are compared.
struct Cell<'a> {
    key: &'a str,
    span: Option<Span>,
    breakdown: &'static Breakdown,
}

impl Cell<'_> {
    fn has(&self, seen: Seen<'_>) -> bool {
        let in_column = self.span.is_none() || self.span == seen.placed.span;
        in_column
            && keys(Some(seen), self.breakdown)
                .iter()
                .any(|key| *key == self.key)
    }

    /// The facts where they alone would have done it, by either definition;
    /// the definition otherwise.
    fn cause(
        &self,
        (old, new): (Seen<'_>, Seen<'_>),
        (new_by_old, old_by_new): (Seen<'_>, Seen<'_>),
        came: bool,
    ) -> Cause {
        let dimension = self.breakdown.dimension;
        let whole = self.span.is_none();
        let by_old =
            (self.has(new_by_old) == came).then(|| of_facts(old, new_by_old, dimension, whole));
        let by_new =
            (self.has(old_by_new) != came).then(|| of_facts(old_by_new, new, dimension, whole));
        let facts = by_old.into_iter().chain(by_new).min();
        facts.unwrap_or(Cause::Definition)
    }
}
