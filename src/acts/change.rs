//! What a control changes of how the data is looked at.

use crate::definition::{Period, Span};
use crate::dimension::Condition;
use crate::engine::View;

/// A change of a [`View`]. It changes what was asked for last, not what is
/// shown: of two that come quickly after each other both hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The first year or half-year; the last follows where it would be before.
    First(Span),
    /// The last one, likewise.
    Last(Span),
    /// Whether the period is parted by half-years.
    ByHalf(bool),
    /// One more condition; of training compute there is one.
    Add(Condition),
    /// One less.
    Remove(Condition),
    /// No condition any more.
    Clear,
}

impl Change {
    /// Changes a view; `shown` is the period that is shown, which the view may
    /// leave open.
    pub fn apply(self, view: &mut View, shown: Period) {
        let now = view.period.unwrap_or(shown);
        match self {
            Self::First(span) => look_over(view, span, span.max(now.last())),
            Self::Last(span) => look_over(view, span.min(now.first()), span),
            Self::ByHalf(true) => view.period = Some(now.in_halves()),
            Self::ByHalf(false) => view.period = Some(now.in_years()),
            Self::Add(condition) => {
                let is_compute = |own: &Condition| matches!(own, Condition::Compute { .. });
                let is_replaced = |own: &Condition| is_compute(own) && is_compute(&condition);
                if !view.filter.0.contains(&condition) {
                    view.filter.0.retain(|own| !is_replaced(own));
                    view.filter.0.push(condition);
                }
            }
            Self::Remove(condition) => view.filter.0.retain(|own| *own != condition),
            Self::Clear => view.filter.0.clear(),
        }
    }
}

/// Spans of two kinds make no period: the view stays then.
fn look_over(view: &mut View, first: Span, last: Span) {
    if let Ok(period) = Period::between(first, last) {
        view.period = Some(period);
    }
}
