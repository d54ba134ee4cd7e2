//! How alike two models of other names are.

use std::cmp::Ordering;

use crate::dataset::{Model, PartialDate};

use super::known::Known;
use super::matched::Ground;

/// How near two numbers must be to be the same fact.
const SAME_NUMBER: f64 = 0.01;

/// Points for what two models share: a name that holds the other 2, one that is
/// like it 1, an equal one 3; the same day 2, the same month 1; a group 1;
/// parameters and compute 2 each. Facts that contradict take as many away.
/// Without a common group only an equal name will do.
pub(super) fn likeness(one: &Known<'_>, other: &Known<'_>) -> (i32, Vec<Ground>) {
    let group = one.shares_a_group(other);
    if !group && !one.name.is(&other.name) {
        return (0, Vec::new());
    }
    // Only now: of most pairs nothing else has to be looked at, and letters take
    // longest.
    let name = one.name.likeness(&other.name);
    let date = match days_apart(one.model, other.model) {
        0 => 2,
        1..=31 => 1,
        32..=366 => 0,
        _ => -2,
    };
    let number = |one: Option<f64>, other: Option<f64>| match (one, other) {
        (Some(one), Some(other)) => {
            let near = (one - other).abs() <= SAME_NUMBER * one.abs().max(other.abs());
            if near { 2 } else { -2 }
        }
        _ => 0,
    };
    let (a, b) = (one.model, other.model);
    let points = [
        (Ground::Name, name),
        (Ground::Date, date),
        (Ground::Group, i32::from(group)),
        (Ground::Parameters, number(a.parameters, b.parameters)),
        (
            Ground::Compute,
            number(a.training_compute_flop, b.training_compute_flop),
        ),
    ];
    // Equal numbers alone are chance: many models have seven billion parameters.
    if name <= 0
        && !(date == 2
            && points
                .iter()
                .all(|(ground, points)| *ground == Ground::Name || *points > 0))
    {
        return (0, Vec::new());
    }
    let sum = points.iter().map(|(_, points)| points).sum();
    let why = points.into_iter().filter(|(_, points)| *points > 0);
    (sum, why.map(|(ground, _)| ground).collect())
}

/// How many days lie between two publications, months of 31 and years of 372
/// days, which is enough to tell near from far; a date that is not known is far
/// from all but another of that kind.
pub(super) fn days_apart(one: &Model, other: &Model) -> i32 {
    const FAR: i32 = 10_000;
    let days = |date: PartialDate| {
        let part = |part: Option<i8>| i32::from(part.unwrap_or(1)) - 1;
        i32::from(date.year) * 372 + part(date.month) * 31 + part(date.day)
    };
    match (one.published, other.published) {
        (Some(one), Some(other)) => {
            // A year alone is as near as a year can be.
            let precise = one.day.is_some() && other.day.is_some();
            let apart = (days(one) - days(other)).abs();
            match one.cmp(&other) {
                Ordering::Equal if precise => 0,
                _ if !precise => apart.max(1),
                _ => apart,
            }
        }
        (None, None) => 32,
        _ => FAR,
    }
}
