//! How much a year may yet grow: what a list of its age lacked of earlier years.
//!
//! In: a [`History`] of years. Out: a [`Completeness`]: how earlier years grew
//! from the same age on, and, where at least two of them can be followed, an
//! estimate by the chain ladder. It stands beside a count and is never in one.
//! Leaves out: words.
//!
//! The age of a year in a list is the time between the year's end and the
//! list's day. Lists come on irregular days, so that a year's number at an age
//! between two lists is taken to lie on the straight line between theirs. The
//! chain ladder multiplies the growth of successive steps of [`STEP`] months,
//! each that of all earlier years together which can be followed through it,
//! weighted by their size; its error is the distribution-free one of
//! T. Mack, "Distribution-free Calculation of the Standard Error of Chain Ladder
//! Reserve Estimates", ASTIN Bulletin 23 (1993).

use serde::{Deserialize, Serialize};

use crate::dataset::PartialDate;

use super::history::History;

/// The length of a step of the chain ladder, in months.
pub const STEP: f64 = 6.0;
/// How far apart two lists may be for a number between them to be told.
const GAP: f64 = 12.0;
/// How many models a year must have to say anything of growth.
const FEWEST: f64 = 10.0;
/// How many earlier years an estimate needs in each step.
const YEARS: usize = 2;
/// Four estimates in five lie within so many standard errors, where errors are
/// distributed normally.
const FOUR_IN_FIVE: f64 = 1.2816;

/// What is known of a year that may still grow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Completeness {
    /// The year.
    pub year: i16,
    /// Its age in the newest list, in months.
    pub age: f64,
    /// Its models in the newest list.
    pub models: usize,
    /// How earlier years grew from that age on, oldest first.
    pub cases: Vec<Case>,
    /// What the year may have later; `None` where fewer than two earlier years
    /// can be followed.
    pub estimate: Option<Estimate>,
}

/// An earlier year from the same age on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// The year.
    pub year: i16,
    /// Its models at that age; between two lists, on the line between them.
    pub then: f64,
    /// Its models in the newest list.
    pub now: usize,
    /// Its age in the newest list, in months.
    pub age: f64,
}

impl Case {
    /// How many times as many models it has now.
    #[must_use]
    pub fn factor(&self) -> f64 {
        count(self.now) / self.then
    }
}

/// What a year may have later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The age that it is an estimate for, in months.
    pub age: f64,
    /// The models that it then has.
    pub models: f64,
    /// The lower end of the interval that holds four in five.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How many earlier years the step of the fewest rests on.
    pub years: usize,
}

/// A year's age on a day, in months since its end; a month has 31 days, which
/// is enough to tell ages apart.
fn age(year: i16, day: PartialDate) -> f64 {
    let months = (i32::from(day.year) - i32::from(year) - 1) * 12;
    let month = i32::from(day.month.unwrap_or(1)) - 1;
    let days = f64::from(day.day.unwrap_or(1)) - 1.0;
    f64::from(months + month) + days / 31.0
}

#[allow(
    clippy::cast_precision_loss,
    reason = "numbers of models, far below 2^52"
)]
fn count(models: usize) -> f64 {
    models as f64
}

/// A year's models by age, youngest first.
struct Followed {
    year: i16,
    points: Vec<(f64, f64)>,
    now: usize,
}

impl Followed {
    fn at(&self, age: f64) -> Option<f64> {
        let equal = |own: &&(f64, f64)| (own.0 - age).abs() < 1e-9;
        if let Some((_, models)) = self.points.iter().find(equal) {
            return Some(*models);
        }
        let mut pairs = self.points.iter().zip(self.points.iter().skip(1));
        let ((from, before), (to, after)) =
            pairs.find(|(one, other)| one.0 < age && age < other.0)?;
        (to - from <= GAP).then(|| before + (after - before) * (age - from) / (to - from))
    }

    fn grown(&self, from: f64, to: f64) -> Option<(f64, f64)> {
        let (before, after) = (self.at(from)?, self.at(to)?);
        (before >= FEWEST).then_some((before, after))
    }
}

fn followed(history: &History) -> Vec<Followed> {
    let rows = history.rows.iter().filter_map(|row| {
        let year = row.key.parse::<i16>().ok()?;
        let lists = history.snapshots.iter().zip(&row.counts);
        let points = lists.filter_map(|(list, models)| Some((age(year, list.date?), (*models)?)));
        let points: Vec<(f64, usize)> = points.filter(|(age, _)| *age >= 0.0).collect();
        let now = points.last()?.1;
        let points = points.into_iter().map(|(age, models)| (age, count(models)));
        Some(Followed {
            year,
            points: points.collect(),
            now,
        })
    });
    rows.collect()
}

impl History {
    /// The models of every year by its age in months, youngest first; ages
    /// before a year's end are below zero.
    #[must_use]
    pub fn ages(&self) -> Vec<(i16, Vec<(f64, f64)>)> {
        let rows = self.rows.iter().filter_map(|row| {
            let year = row.key.parse::<i16>().ok()?;
            let lists = self.snapshots.iter().zip(&row.counts);
            let points =
                lists.filter_map(|(list, models)| Some((age(year, list.date?), count((*models)?))));
            Some((year, points.collect()))
        });
        rows.collect()
    }
}

/// What is known of the last year that the newest list covers whole; `None` for
/// what is no history of whole years.
#[must_use]
pub fn completeness(history: &History) -> Option<Completeness> {
    let years = followed(history);
    let last = years.iter().max_by_key(|own| own.year)?;
    let (age, _) = *last.points.last()?;
    let earlier: Vec<&Followed> = years.iter().filter(|own| own.year < last.year).collect();
    let cases = earlier.iter().filter_map(|own| {
        let (end, _) = *own.points.last()?;
        let (then, _) = own.grown(age, end)?;
        (end > age).then_some(Case {
            year: own.year,
            then,
            now: own.now,
            age: end,
        })
    });
    Some(Completeness {
        year: last.year,
        age,
        models: last.now,
        cases: cases.collect(),
        estimate: chain_ladder(count(last.now), age, &earlier),
    })
}

/// Successive steps as far as enough years can be followed.
fn chain_ladder(models: f64, from: f64, earlier: &[&Followed]) -> Option<Estimate> {
    let mut age = from;
    let mut reached = models;
    // The squared error, as a part of the squared estimate.
    let mut error = 0.0;
    let mut fewest: Option<usize> = None;
    loop {
        let grown = |own: &&Followed| own.grown(age, age + STEP);
        let steps: Vec<(f64, f64)> = earlier.iter().filter_map(grown).collect();
        if steps.len() < YEARS || models < FEWEST {
            break;
        }
        let before: f64 = steps.iter().map(|step| step.0).sum();
        let after: f64 = steps.iter().map(|step| step.1).sum();
        let factor = after / before;
        let squares = steps
            .iter()
            .map(|(before, after)| before * (after / before - factor).powi(2));
        let variance = squares.sum::<f64>() / (count(steps.len()) - 1.0);
        error += variance / factor.powi(2) * (1.0 / reached + 1.0 / before);
        reached *= factor;
        age += STEP;
        fewest = Some(fewest.map_or(steps.len(), |fewest| fewest.min(steps.len())));
    }
    let width = FOUR_IN_FIVE * reached * error.sqrt();
    Some(Estimate {
        age,
        models: reached,
        low: reached - width,
        high: reached + width,
        years: fewest?,
    })
}

/// What would have been said on an earlier day, and what came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hindcast {
    /// The day of the newest list that was known.
    pub day: PartialDate,
    /// What would have been said of the year then.
    pub said: Completeness,
    /// What the year has in the newest list of all.
    pub came: usize,
}

/// For every list but the newest, what the lists up to it would have said.
#[must_use]
pub fn hindcasts(history: &History) -> Vec<Hindcast> {
    let until = |lists: usize| {
        let day = history.snapshots.get(lists.checked_sub(1)?)?.date?;
        let said = completeness(&history.until(lists))?;
        let key = said.year.to_string();
        let row = history.rows.iter().find(|row| row.key == key)?;
        Some(Hindcast {
            day,
            said,
            came: (*row.counts.last()?)?,
        })
    };
    (1..history.snapshots.len()).filter_map(until).collect()
}
