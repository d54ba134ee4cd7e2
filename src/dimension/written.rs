//! Numbers by their shortest digits.
//!
//! In: a number. Out: its digits, or a text. By serde_json, which writes the
//! numbers of all JSON: the formatter of the standard library is as large as the
//! sentences of a section, and nothing else of a first visit needs it.
//! Leaves out: rounding.

/// The shortest digits that are read as this number again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Whether it is below zero.
    pub is_negative: bool,
    /// Neither the first nor the last is a zero, but of zero itself.
    pub digits: String,
    /// The power of ten of the first digit.
    pub power: i32,
}

impl Written {
    /// Takes a number that is finite; else there are no digits.
    #[must_use]
    pub fn of(number: f64) -> Self {
        let text = match number.is_finite() {
            true => serde_json::to_string(&number.abs()).unwrap_or_default(),
            false => String::new(),
        };
        let (mantissa, power) = text.split_once('e').unwrap_or((&text, "0"));
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{decimals}");
        let zeros = all.bytes().take_while(|digit| *digit == b'0').count();
        let digits = all.trim_matches('0');
        let places = |count: usize| i32::try_from(count).unwrap_or_default();
        let power = power.parse::<i32>().unwrap_or_default();
        if digits.is_empty() {
            return Self {
                is_negative: false,
                digits: all.chars().take(1).collect(),
                power: 0,
            };
        }
        Self {
            is_negative: number < 0.0,
            digits: digits.to_owned(),
            power: power + places(whole.len()) - places(zeros) - 1,
        }
    }
}

/// A number as `{:e}` writes it: `1e23`, `2.5e25`.
#[must_use]
pub fn exponential(number: f64) -> String {
    let Written {
        is_negative,
        digits,
        power,
    } = Written::of(number);
    let sign = if is_negative { "-" } else { "" };
    let (first, rest) = digits.split_at_checked(1).unwrap_or_default();
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{first}{point}{rest}e{power}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of two texts as short and as near either may be written.
    #[test]
    fn it_is_as_short_as_the_standard_library_writes_and_the_same_number() {
        let mut numbers = vec![
            0.0,
            1.0,
            10.0,
            0.002,
            0.1,
            1e15,
            1e16,
            1e17,
            1e22,
            1e23,
            2.505e25,
            4.05e11,
            -3.5,
            123_456.789,
            1e-7,
            5e-324,
        ];
        numbers.extend([f64::MAX, f64::MIN_POSITIVE, 1.799_999_999_999_999_9e25]);
        // Any bits are a number.
        let mut bits = 1_u64;
        for _ in 0..20_000 {
            bits = bits
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            numbers.push(f64::from_bits(bits));
        }
        for number in numbers.into_iter().filter(|own| own.is_finite()) {
            let (own, other) = (exponential(number), format!("{number:e}"));
            assert_eq!(own.parse::<f64>(), Ok(number));
            assert_eq!(own.len(), other.len(), "{own} {other}");
            assert!(own == other || own.len() > 17, "{own} {other}");
        }
    }
}
