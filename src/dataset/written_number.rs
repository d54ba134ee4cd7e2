//! Numbers as exports, spreadsheets and people write them.
//!
//! Long because its tests stand below.

use std::borrow::Cow;

use super::text::narrow;

/// What a cell says of a number, and what it shows of how its column writes
/// them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct WrittenNumber {
    pub(super) value: Value,
    pub(super) dot: Option<Use>,
    pub(super) comma: Option<Use>,
    pub(super) mantissa: Mantissa,
}

/// What a cell says of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    /// As Epoch AI writes it.
    Plain(f64),
    /// With separators of thousands or a decimal comma that leave no doubt.
    Reformatted(f64),
    /// `1.234`: a thousand and more, or one and a bit.
    DotInDoubt(Doubt),
    /// `1,234`, likewise.
    CommaInDoubt(Doubt),
    /// Several numbers.
    List,
}

/// What a number is if its separator parts thousands, and if decimals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Doubt {
    /// `None` where it can part none.
    pub(super) thousands: Option<f64>,
    pub(super) decimals: f64,
}

/// What a dot or comma is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Thousands,
    Decimals,
}

/// How many digits stand before an exponent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mantissa {
    /// There is no exponent, or it is none that tells.
    Any,
    /// `3.8E+25`: as Excel shows large numbers, with three digits at most.
    Short,
    /// More digits, or an exponent of three: Excel did not round here.
    Long,
}

/// Why a cell is no usable number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberError {
    NotANumber,
    Negative,
}

/// A finite, non-negative number in plain or scientific notation, with
/// separators or not.
///
/// # Errors
/// [`NumberError`] says whether the text is no number or one below zero.
pub(super) fn number(cell: &str) -> Result<WrittenNumber, NumberError> {
    let usual = spelled(cell);
    let written = usual_number(&usual)?;
    let is_other = *usual != *cell && written.mantissa != Mantissa::Short;
    Ok(match written.value {
        // With other letters than usual it was written by hand, or elsewhere.
        Value::Plain(value) if is_other => WrittenNumber {
            value: Value::Reformatted(value),
            ..written
        },
        _ => written,
    })
}

/// A number in its usual letters: `175'000` of Switzerland and `1 750 000` of
/// France without what parts thousands, `1.2×10^24` with an exponent.
fn spelled(cell: &str) -> Cow<'_, str> {
    let narrow = narrow(cell);
    let power = [
        "×10^", "× 10^", " × 10^", "x10^", " x 10^", "*10^", " * 10^",
    ];
    let with_exponent = power.iter().find_map(|power| {
        let (digits, exponent) = narrow.split_once(power)?;
        Some(format!("{digits}e{exponent}"))
    });
    if let Some(number) = with_exponent {
        return Cow::Owned(number);
    }
    let whole = narrow.split(['.', ',']).next().unwrap_or(&narrow);
    // A single space may part two numbers.
    let groups = [('\'', 1), ('’', 1), (' ', 2)];
    let parted = groups
        .iter()
        .find(|(mark, least)| whole.matches(*mark).count() >= *least && is_grouped(whole, *mark));
    match parted {
        Some((mark, _)) => Cow::Owned(narrow.replace(*mark, "")),
        None => narrow,
    }
}

fn usual_number(cell: &str) -> Result<WrittenNumber, NumberError> {
    let written = |value, dot, comma| WrittenNumber {
        value,
        dot,
        comma,
        mantissa: mantissa(cell),
    };
    if let Some(value) = plain(cell)? {
        if is_one_group(cell, '.') {
            let doubt = Doubt {
                thousands: Some(value * 1000.0),
                decimals: value,
            };
            return Ok(written(Value::DotInDoubt(doubt), None, None));
        }
        let dot = cell.contains('.').then_some(Use::Decimals);
        return Ok(written(Value::Plain(value), dot, None));
    }
    let (dots, commas) = (cell.matches('.').count(), cell.matches(',').count());
    let comma_is_last = cell.rfind(',') > cell.rfind('.');
    match (dots, commas) {
        (_, 1) if comma_is_last && is_grouped_before(cell, ',', '.') => {
            let value = plain(&cell.replace('.', "").replace(',', "."))?;
            let value = value.ok_or(NumberError::NotANumber)?;
            let dot = (dots > 0).then_some(Use::Thousands);
            return Ok(written(Value::Reformatted(value), dot, Some(Use::Decimals)));
        }
        (0, 1) => {
            if let Some(value) = with_comma(cell)? {
                let comma = matches!(value, Value::Reformatted(_)).then_some(Use::Decimals);
                return Ok(written(value, None, comma));
            }
        }
        (0 | 1, 1..) if !comma_is_last || dots == 0 => {
            let whole = cell.split('.').next().unwrap_or(cell);
            if is_grouped(whole, ',')
                && let Some(value) = plain(&cell.replace(',', ""))?
            {
                let dot = (dots > 0).then_some(Use::Decimals);
                let comma = Some(Use::Thousands);
                return Ok(written(Value::Reformatted(value), dot, comma));
            }
        }
        (2.., 0) if is_grouped(cell, '.') => {
            let value = plain(&cell.replace('.', ""))?;
            let value = value.ok_or(NumberError::NotANumber)?;
            return Ok(written(
                Value::Reformatted(value),
                Some(Use::Thousands),
                None,
            ));
        }
        _ => {}
    }
    if is_list(cell) {
        return Ok(written(Value::List, None, None));
    }
    Err(NumberError::NotANumber)
}

fn plain(cell: &str) -> Result<Option<f64>, NumberError> {
    // Rust also reads "inf", "nan" and "+1": only digits may begin a number.
    let starts_well = cell
        .strip_prefix('-')
        .unwrap_or(cell)
        .starts_with(|c: char| c.is_ascii_digit() || c == '.');
    match cell.parse::<f64>() {
        Ok(number) if starts_well && number.is_finite() => {
            if number < 0.0 {
                Err(NumberError::Negative)
            } else {
                Ok(Some(number))
            }
        }
        _ => Ok(None),
    }
}

/// A single comma and no dot: `2,14E+25` of countries whose decimals follow a
/// comma, `1,234` in doubt; `None` where it parts two numbers.
fn with_comma(cell: &str) -> Result<Option<Value>, NumberError> {
    let Some((whole, after)) = cell.split_once(',') else {
        return Ok(None);
    };
    let decimals = after.bytes().take_while(u8::is_ascii_digit).count();
    let has_exponent = decimals < after.len();
    let is_second_number = !has_exponent && whole.len() > 3 && decimals > 3;
    if decimals == 0 || whole.contains(['e', 'E']) || is_second_number {
        return Ok(None);
    }
    let Some(value) = plain(&cell.replace(',', "."))? else {
        return Ok(None);
    };
    if decimals != 3 || has_exponent || whole == "0" {
        return Ok(Some(Value::Reformatted(value)));
    }
    let thousands = is_one_group(cell, ',').then_some(value * 1000.0);
    Ok(Some(Value::CommaInDoubt(Doubt {
        thousands,
        decimals: value,
    })))
}

/// Whether a separator parts the digits of a whole number by threes.
fn is_grouped(whole: &str, separator: char) -> bool {
    let mut groups = whole.split(separator);
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && is_digits(first)
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// Whether it does before another one, at least once.
fn is_grouped_before(cell: &str, other: char, separator: char) -> bool {
    let (whole, _) = cell.split_once(other).unwrap_or((cell, ""));
    whole.contains(separator) && is_grouped(whole, separator)
}

/// `1.234`: as one group of thousands would be.
fn is_one_group(cell: &str, separator: char) -> bool {
    cell.len() <= 7 && cell.matches(separator).count() == 1 && is_grouped(cell, separator)
}

fn mantissa(cell: &str) -> Mantissa {
    let Some((digits, exponent)) = cell.split_once(['E', 'e']) else {
        return Mantissa::Any;
    };
    let decimals = digits.split_once(['.', ',']).map_or("", |(_, after)| after);
    let power = exponent.trim_start_matches(['+', '-']);
    if decimals.len() > 2 || power.len() > 2 {
        Mantissa::Long
    } else if cell.contains("E+") {
        Mantissa::Short
    } else {
        Mantissa::Any
    }
}

/// Several numbers, told from thousands by their length or separator.
fn is_list(cell: &str) -> bool {
    let separators = [',', ';', '/', '|', ' '];
    let parts = || {
        let parts = cell.split(separators).map(str::trim);
        parts.filter(|part| !part.is_empty())
    };
    let is_long = |part: &str| part.len() > 3 || part.contains(['e', 'E', '.']);
    parts().count() > 1
        && parts().all(|part| matches!(plain(part), Ok(Some(_))))
        && (parts().any(is_long) || cell.contains([';', '/', '|']) || cell.contains(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cell: &str) -> Result<Value, NumberError> {
        number(cell).map(|written| written.value)
    }

    #[test]
    fn numbers_are_read_in_the_forms_that_leave_no_doubt() {
        use Value::{List, Plain, Reformatted};
        const NONE: Result<Value, NumberError> = Err(NumberError::NotANumber);
        let cases = [
            ("384000000000.0", Ok(Plain(3.84e11))),
            ("1.01e+23", Ok(Plain(1.01e23))),
            ("3.8E+25", Ok(Plain(3.8e25))),
            ("3.8E+025", Ok(Plain(3.8e25))),
            ("１ｅ２４", Ok(Reformatted(1e24))),
            ("175'000'000", Ok(Reformatted(1.75e8))),
            ("175’000.5", Ok(Reformatted(175_000.5))),
            ("1 750 000", Ok(Reformatted(1.75e6))),
            ("1 750 000,5", Ok(Reformatted(1_750_000.5))),
            ("1.2×10^24", Ok(Reformatted(1.2e24))),
            ("1.2 x 10^24", Ok(Reformatted(1.2e24))),
            ("1,2*10^24", Ok(Reformatted(1.2e24))),
            // May be two numbers.
            ("128 256", NONE),
            ("'1", NONE),
            (".5", Ok(Plain(0.5))),
            ("0.125", Ok(Plain(0.125))),
            ("1234.567", Ok(Plain(1234.567))),
            ("0", Ok(Plain(0.0))),
            ("384,000,000,000", Ok(Reformatted(3.84e11))),
            ("384.000.000.000", Ok(Reformatted(3.84e11))),
            ("1,234.5", Ok(Reformatted(1234.5))),
            ("1.234,5", Ok(Reformatted(1234.5))),
            ("1.234.567,8", Ok(Reformatted(1_234_567.8))),
            ("1.234,567", Ok(Reformatted(1234.567))),
            ("1,234.567", Ok(Reformatted(1234.567))),
            ("2,14E+25", Ok(Reformatted(2.14e25))),
            ("2,141E+25", Ok(Reformatted(2.141e25))),
            ("0,5", Ok(Reformatted(0.5))),
            ("0,125", Ok(Reformatted(0.125))),
            ("384000000000,0", Ok(Reformatted(3.84e11))),
            ("14180000,14180000", Ok(List)),
            ("14180000, 14180000", Ok(List)),
            ("14180000 14180000", Ok(List)),
            ("1e9,2e9", Ok(List)),
            ("1.5,2.5,3.5", Ok(List)),
            ("1; 2", Ok(List)),
            ("64/128", Ok(List)),
            ("12,34,567", NONE),
            ("1.2.3", NONE),
            ("1,", NONE),
            ("inf", NONE),
            ("NaN", NONE),
            ("1e999", NONE),
            ("2.1e25 (est.)", NONE),
            ("+5", NONE),
            ("70B", NONE),
            ("", NONE),
            ("-1", Err(NumberError::Negative)),
            ("-1,5", Err(NumberError::Negative)),
        ];
        for (cell, expected) in cases {
            assert_eq!(of(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn one_group_of_three_digits_is_in_doubt() {
        let doubt = |thousands, decimals| Doubt {
            thousands,
            decimals,
        };
        let cases = [
            ("1.234", Value::DotInDoubt(doubt(Some(1234.0), 1.234))),
            ("175.000", Value::DotInDoubt(doubt(Some(175_000.0), 175.0))),
            ("1,234", Value::CommaInDoubt(doubt(Some(1234.0), 1.234))),
            ("1234,567", Value::CommaInDoubt(doubt(None, 1234.567))),
        ];
        for (cell, expected) in cases {
            assert_eq!(of(cell), Ok(expected), "{cell:?}");
        }
    }

    #[test]
    fn a_mantissa_tells_whether_excel_may_have_rounded() {
        let cases = [
            ("3.8E+25", Mantissa::Short),
            ("1E+23", Mantissa::Short),
            ("2,14E+25", Mantissa::Short),
            ("3.8412E+25", Mantissa::Long),
            ("3.841e25", Mantissa::Long),
            ("3.8E+025", Mantissa::Long),
            ("3.8e+25", Mantissa::Any),
            ("384000000000", Mantissa::Any),
        ];
        for (cell, expected) in cases {
            assert_eq!(number(cell).unwrap().mantissa, expected, "{cell:?}");
        }
    }
}
