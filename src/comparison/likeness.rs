//! How alike two models of other names are.

use std::cmp::Ordering;

use crate::dataset::{Model, PartialDate};

use super::known::Known;
use super::matched::Ground;

/// How near two numbers must be to be the same fact.
const SAME_NUMBER: f64 = 0.01;

/// The least sum of points, see [`likeness`], for two models to be one.
pub(super) const ENOUGH: i32 = 4;

/// Points for what two models share: a name that holds the other 2, one that is
/// like it 1, an equal one 3; the same day 2, the same month 1; a group 1;
/// parameters and compute 2 each. Facts that contradict take as many away.
/// Without a common group only an equal name will do. None where they are not
/// [`ENOUGH`].
pub(super) fn likeness(one: &Known<'_>, other: &Known<'_>) -> (i32, Vec<Ground>) {
    let group = one.shares_a_group(other);
    if !group && !one.name.is(&other.name) {
        return (0, Vec::new());
    }
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
    let group = i32::from(group);
    let parameters = number(a.parameters, b.parameters);
    let compute = number(a.training_compute_flop, b.training_compute_flop);
    // Only now, and only as far as it matters: letters take longest.
    let least = ENOUGH - date - group - parameters - compute;
    let name = one.name.likeness(&other.name, least);
    if name < least {
        return (0, Vec::new());
    }
    let points = [
        (Ground::Name, name),
        (Ground::Date, date),
        (Ground::Group, group),
        (Ground::Parameters, parameters),
        (Ground::Compute, compute),
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
