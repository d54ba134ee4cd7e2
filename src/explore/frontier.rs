//! The frontier: the models that took more training compute than every one
//! before them, and how fast that grows.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::census::Census;
use crate::dataset::PartialDate;

/// A model that took more training compute than every counted one published
/// before it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Holder {
    /// Its name.
    pub name: Arc<str>,
    /// Its record.
    pub record: u32,
    /// When it was published: at least a month, which counts from its first
    /// day.
    pub published: PartialDate,
    /// Its training compute in FLOP.
    pub flop: f64,
}

/// How fast the frontier grows, by ordinary least squares of the logarithm of
/// training compute on the date, over the record holders.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubling {
    /// Months in which the frontier doubles; negative where it falls.
    pub months: f64,
    /// The 95% confidence interval of `months`, shorter end first: of the
    /// slope by Student's t with n − 2 degrees of freedom, turned into months.
    /// `None` for fewer than three holders, or where the slope may be zero.
    pub interval: Option<(f64, f64)>,
    /// The share of the variance that the line explains.
    pub r_squared: f64,
    /// The logarithm to base 2 of the fitted FLOP at the first holder's date.
    pub start: f64,
}

/// The frontier of training compute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frontier {
    /// Earliest first.
    pub holders: Vec<Holder>,
    /// `None` for fewer than two holders on different days.
    pub doubling: Option<Doubling>,
    /// Counted models of known compute whose date names no month.
    pub too_vague: usize,
}

/// Days of a year on average, as the Gregorian calendar has them.
const YEAR_DAYS: f64 = 365.2425;

/// The frontier of the counted models. Of several on one day only the largest
/// can hold the record.
#[must_use]
pub fn frontier(census: &Census) -> Frontier {
    let mut too_vague = 0;
    let mut dated: Vec<(i64, Holder)> = Vec::new();
    for (at, _, _) in census.counted() {
        let Some(model) = census.dataset.models.get(at) else {
            continue;
        };
        let (Some(flop), Some(published)) = (model.training_compute_flop, model.published) else {
            continue;
        };
        let Some(day) = day(published) else {
            too_vague += 1;
            continue;
        };
        let holder = Holder {
            name: Arc::clone(&model.name),
            record: model.place.record,
            published,
            flop,
        };
        dated.push((day, holder));
    }
    dated.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.flop.total_cmp(&a.1.flop)));
    let mut holders: Vec<(i64, Holder)> = Vec::new();
    for (day, holder) in dated {
        if holders
            .last()
            .is_none_or(|(_, last)| holder.flop > last.flop)
        {
            holders.push((day, holder));
        }
    }
    let first = holders.first().map_or(0, |(day, _)| *day);
    let points: Vec<(f64, f64)> = holders
        .iter()
        .map(|(day, holder)| (number(day - first) / YEAR_DAYS, holder.flop.log2()))
        .collect();
    Frontier {
        doubling: doubling(&points),
        holders: holders.into_iter().map(|(_, holder)| holder).collect(),
        too_vague,
    }
}

/// Days since the beginning of the calendar; a month counts from its first day.
fn day(date: PartialDate) -> Option<i64> {
    let date = jiff::civil::Date::new(date.year, date.month?, date.day.unwrap_or(1)).ok()?;
    let begin = jiff::civil::Date::new(1, 1, 1).ok()?;
    let span = begin.until((jiff::Unit::Day, date)).ok()?;
    Some(i64::from(span.get_days()))
}

fn number(days: i64) -> f64 {
    f64::from(i32::try_from(days).unwrap_or(i32::MAX))
}

fn doubling(points: &[(f64, f64)]) -> Option<Doubling> {
    let n = u32::try_from(points.len()).ok().filter(|n| *n >= 2)?;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / f64::from(n);
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let sum = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
        points
            .iter()
            .map(|point| of(point.0 - x, point.1 - y))
            .sum()
    };
    let xx = sum(&|dx, _| dx * dx);
    if xx <= 0.0 {
        return None;
    }
    let slope = sum(&|dx, dy| dx * dy) / xx;
    let (residual, all) = (
        sum(&|dx, dy| (dy - slope * dx).powi(2)),
        sum(&|_, dy| dy * dy),
    );
    if slope == 0.0 {
        return None;
    }
    let months = |slope: f64| 12.0 / slope;
    let interval = (n >= 3).then(|| {
        let error = (residual / f64::from(n - 2) / xx).sqrt();
        let reach = student_t_975(n - 2) * error;
        (slope - reach, slope + reach)
    });
    let interval = interval
        .filter(|(low, high)| low * high > 0.0)
        .map(|(low, high)| (months(high), months(low)));
    Some(Doubling {
        months: months(slope),
        interval,
        r_squared: if all > 0.0 { 1.0 - residual / all } else { 1.0 },
        start: y - slope * x,
    })
}

/// The 97.5th percentile of Student's t distribution, exact for one and two
/// degrees of freedom, else by the expansion of Cornish and Fisher around the
/// normal percentile (Abramowitz and Stegun 26.7.5), right to three digits from
/// three degrees on.
#[must_use]
pub fn student_t_975(degrees: u32) -> f64 {
    const Z: f64 = 1.959_963_984_540_054;
    match degrees {
        0 => f64::NAN,
        1 => 12.706_204_736,
        2 => 4.302_652_730,
        _ => {
            let v = f64::from(degrees);
            let g1 = (Z.powi(3) + Z) / 4.0;
            let g2 = (5.0 * Z.powi(5) + 16.0 * Z.powi(3) + 3.0 * Z) / 96.0;
            let g3 = (3.0 * Z.powi(7) + 19.0 * Z.powi(5) + 17.0 * Z.powi(3) - 15.0 * Z) / 384.0;
            let g4 = (79.0 * Z.powi(9) + 776.0 * Z.powi(7) + 1482.0 * Z.powi(5)
                - 1920.0 * Z.powi(3)
                - 945.0 * Z)
                / 92_160.0;
            Z + g1 / v + g2 / v.powi(2) + g3 / v.powi(3) + g4 / v.powi(4)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_those_of_the_tables() {
        let table = [
            (1, 12.706),
            (2, 4.303),
            (3, 3.182),
            (4, 2.776),
            (5, 2.571),
            (10, 2.228),
            (30, 2.042),
            (100, 1.984),
        ];
        for (degrees, expected) in table {
            let found = student_t_975(degrees);
            assert!((found - expected).abs() < 0.005, "{degrees}: {found}");
        }
    }

    #[test]
    fn what_doubles_every_half_year_doubles_in_six_months() {
        let points: Vec<(f64, f64)> = (0..6)
            .map(|at| (f64::from(at), 2.0 * f64::from(at)))
            .collect();
        let found = doubling(&points).expect("a line");
        assert!((found.months - 6.0).abs() < 1e-9);
        let (low, high) = found.interval.expect("an interval");
        assert!((low - 6.0).abs() < 1e-6 && (high - 6.0).abs() < 1e-6);
        assert!((found.r_squared - 1.0).abs() < 1e-9);
    }

    #[test]
    fn noise_widens_the_interval() {
        let points = [(0.0, 0.0), (1.0, 1.0), (2.0, 3.0), (3.0, 3.0)];
        let found = doubling(&points).expect("a line");
        // Slope 1.1; residuals −0.1, −0.2, 0.7, −0.4: variance 0.35 by 2 degrees.
        assert!((found.months - 12.0 / 1.1).abs() < 1e-9);
        let reach = 4.302_652_730 * (0.35_f64 / 5.0).sqrt();
        // 1.1 − 1.138 is below zero: the slope may be nothing.
        assert!(reach > 1.1);
        assert_eq!(found.interval, None);
    }
}
