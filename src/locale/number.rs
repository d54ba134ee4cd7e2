//! Numbers as text, in the report's conventions, which are the same in every
//! language.

use crate::breakdown::rounded;
use crate::dimension::Written;

/// A count with a comma at the thousands, as both languages write it.
///
/// ```
/// assert_eq!(model_census::locale::count(12_345), "12,345");
/// ```
#[must_use]
pub fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A count of records.
#[must_use]
pub fn records(number: u64) -> String {
    count(usize::try_from(number).unwrap_or(usize::MAX))
}

/// A share or rate with one decimal: 0.4444 → `44.4%`.
///
/// Halves are rounded away from zero, as a spreadsheet does.
#[must_use]
pub fn percent(share: f64) -> String {
    match share.is_finite() {
        true => one_decimal((rounded(share, 3) * 1000.0).round()) + "%",
        false => "–".to_owned(),
    }
}

/// A number of tenths with its decimal: 123 → `12.3`. By whole numbers, for the
/// reason that `dimension::Written` has.
fn one_decimal(tenths: f64) -> String {
    let sign = if tenths < 0.0 { "-" } else { "" };
    let tenths = tenths.abs() as u64;
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

/// Bytes in megabytes, with one decimal.
#[must_use]
pub fn megabytes(bytes: f64) -> String {
    one_decimal((bytes / 1e5).round())
}

/// A rate of change with its sign: 0.5 → `+50.0%`.
#[must_use]
pub fn signed_percent(rate: f64) -> String {
    if rate > 0.0 {
        format!("+{}", percent(rate))
    } else {
        percent(rate).replace('-', "−")
    }
}

/// Training compute as the report prints it, three significant digits:
/// `3.80E+25`.
///
/// ```
/// assert_eq!(model_census::locale::flop(1.7999999999999999e25), "1.80E+25");
/// ```
#[must_use]
pub fn flop(number: f64) -> String {
    let (digits, power) = three_digits(number);
    let (whole, decimals) = digits.split_at(1);
    exponent(&format!("{whole}.{decimals}"), &power)
}

/// A large number as the report prints parameters and datapoints, at most
/// three significant digits: `4.05E+11`, `3.4E+11`.
#[must_use]
pub fn significant(number: f64) -> String {
    let (digits, power) = three_digits(number);
    let (whole, decimals) = digits.split_at(1);
    let mantissa = format!("{whole}.{decimals}");
    exponent(mantissa.trim_end_matches('0').trim_end_matches('.'), &power)
}

/// The first three digits of a number of zero or more, rounded from the number
/// as it is written, halves up, and its power of ten: a number such as 2.505e25
/// is none that a computer has, and must not be rounded as its neighbour is.
fn three_digits(number: f64) -> (String, String) {
    let Written { digits, power, .. } = Written::of(number);
    let first: String = digits.chars().chain("00".chars()).take(3).collect();
    let rounds_up = digits.chars().nth(3).is_some_and(|next| next >= '5');
    let (Ok(three), true) = (first.parse::<u32>(), rounds_up) else {
        return (first, power.to_string());
    };
    match three + 1 {
        1000 => ("100".to_owned(), (power + 1).to_string()),
        three => (three.to_string(), power.to_string()),
    }
}

fn exponent(mantissa: &str, power: &str) -> String {
    if power.starts_with('-') {
        format!("{mantissa}E{power}")
    } else {
        format!("{mantissa}E+{power}")
    }
}

pub(super) fn mebibytes(bytes: u64) -> String {
    format!("{}MB", bytes >> 20)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_as_in_the_report() {
        assert_eq!(percent(64.0 / 144.0), "44.4%");
        assert_eq!(percent(0.0625), "6.3%");
        assert_eq!(percent((104.0_f64 / 3.0).powf(1.0 / 3.0) - 1.0), "226.1%");
        assert_eq!(percent(0.0), "0.0%");
        assert_eq!(percent(201.0 / 400.0), "50.3%");
        assert_eq!(percent(-0.00001), "0.0%");
        assert_eq!(signed_percent(-0.25), "−25.0%");
        assert_eq!(signed_percent(2.0), "+200.0%");
        assert_eq!(flop(2.0000000001e25), "2.00E+25");
        assert_eq!(flop(0.0), "0.00E+0");
        assert_eq!(flop(2.505e25), "2.51E+25");
        assert_eq!(flop(9.996e25), "1.00E+26");
        assert_eq!(flop(2.504_999e25), "2.50E+25");
        assert_eq!(significant(10_850_000_000.0), "1.09E+10");
        assert_eq!(significant(0.002), "2E-3");
        assert_eq!(significant(4.05e11), "4.05E+11");
        assert_eq!(significant(3.4e11), "3.4E+11");
        assert_eq!(significant(1e13), "1E+13");
        assert_eq!(count(0), "0");
        assert_eq!(count(999), "999");
        assert_eq!(count(1_000_000), "1,000,000");
    }
}
