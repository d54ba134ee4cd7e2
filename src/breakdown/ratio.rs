//! Parts of a whole, and how they are rounded.

/// `part / whole`; `None` where the whole is nothing.
#[must_use]
pub(crate) fn ratio(part: usize, whole: usize) -> Option<f64> {
    let part = f64::from(u32::try_from(part).ok()?);
    let whole = f64::from(u32::try_from(whole).ok()?);
    (whole > 0.0).then(|| part / whole)
}

/// By how much `after` is more than `before`, as a part of it: subtracted
/// first, since `after / before - 1` would lose what rounding depends on.
#[must_use]
pub(crate) fn change(before: usize, after: usize) -> Option<f64> {
    let change = ratio(after.abs_diff(before), before)?;
    Some(if after < before { -change } else { change })
}

/// A share or rate with so many decimals, halves away from zero, as it would
/// be rounded from the whole numbers that it comes from.
///
/// 201 of 400 is 0.5025, which as a binary number lies just below; what lies
/// so near to a half is one, since no other part of fewer than 500 million
/// models comes as near.
///
/// ```
/// use model_census::breakdown::rounded;
/// assert_eq!(rounded(201.0 / 400.0, 3), 0.503);
/// assert_eq!(rounded(57.0 / 800.0, 4), 0.0713);
/// assert_eq!(rounded(-0.0005, 3), -0.001);
/// assert_eq!(rounded(0.4444, 3), 0.444);
/// ```
#[must_use]
pub fn rounded(number: f64, decimals: i32) -> f64 {
    const NEAR: f64 = 1e-9;
    let scale = 10_f64.powi(decimals);
    let units = number.abs() * scale;
    let near = NEAR.max(units * 4.0 * f64::EPSILON);
    let whole = (units + 0.5 + near).floor();
    // A zero has no sign.
    (whole / scale).copysign(number) + 0.0
}
