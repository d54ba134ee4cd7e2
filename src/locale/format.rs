//! Numbers, dates and periods as text, in the report's conventions.

use crate::breakdown::Shape;
use crate::census::Status;
use crate::dataset::{Encoding, PartialDate};
use crate::definition::{Period, Span};

use crate::language::Language;

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

/// What became of models, as the row account calls it.
#[must_use]
pub fn status(status: Status, language: Language) -> &'static str {
    let text = language.text();
    match status {
        Status::Counted => text.rows_counted,
        Status::OutsidePeriod => text.rows_outside_period,
        Status::BelowThreshold => text.rows_below_threshold,
        Status::UnknownComputeLeftOut => text.rows_unknown_compute,
        Status::Undated => text.rows_undated,
        Status::Duplicate => text.rows_duplicate,
        Status::FilteredOut => text.rows_filtered_out,
    }
}

/// How numbers are shown: `비중 · 누적`.
#[must_use]
pub fn shape(shape: Shape, language: Language) -> String {
    let text = language.text();
    let share = if shape.share {
        text.as_share
    } else {
        text.as_models
    };
    let sum = if shape.cumulative {
        text.cumulative
    } else {
        text.by_column
    };
    let log = shape.log.then(|| format!(" · {}", text.log_scale));
    format!("{share} · {sum}{}", log.unwrap_or_default())
}

/// An encoding as spreadsheets call it.
#[must_use]
pub fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::EucKr => "CP949 (EUC-KR)",
        Encoding::Utf16Le => "UTF-16LE",
        Encoding::Utf16Be => "UTF-16BE",
        Encoding::Windows1252 => "Windows-1252",
    }
}

/// A share or rate with one decimal: 0.4444 → `44.4%`.
///
/// Halves are rounded away from zero, as a spreadsheet does.
#[must_use]
pub fn percent(share: f64) -> String {
    // Multiplying first and rounding once keeps 0.0625 at 6.3%, not 6.2%.
    let tenths = (share * 1000.0).round() / 10.0;
    format!("{tenths:.1}%")
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
    exponent(&format!("{number:.2e}"))
}

/// A large number as the report prints parameters and datapoints, at most
/// three significant digits: `4.05E+11`, `3.4E+11`.
#[must_use]
pub fn significant(number: f64) -> String {
    let text = format!("{number:.2e}");
    match text.split_once('e') {
        Some((mantissa, power)) => {
            let mantissa = mantissa.trim_end_matches('0').trim_end_matches('.');
            exponent(&format!("{mantissa}e{power}"))
        }
        None => text,
    }
}

fn exponent(text: &str) -> String {
    match text.split_once('e') {
        Some((mantissa, power)) if power.starts_with('-') => format!("{mantissa}E{power}"),
        Some((mantissa, power)) => format!("{mantissa}E+{power}"),
        None => text.to_owned(),
    }
}

/// A publication date, ISO in both languages as in the report.
#[must_use]
pub fn date(date: PartialDate) -> String {
    date.to_string()
}

/// A year as a column heading: `2020년`, `2020`.
#[must_use]
pub fn year(year: i16, language: Language) -> String {
    match language {
        Language::Ko => format!("{year}년"),
        Language::En => year.to_string(),
    }
}

/// A column: `2020년`, `2020`, `2023년 상반기`, `2023 H1`.
#[must_use]
pub fn span(span: Span, language: Language) -> String {
    let year = year(span.year(), language);
    match (span.half(), language) {
        (None, _) => year,
        (Some(1), Language::Ko) => format!("{year} 상반기"),
        (Some(_), Language::Ko) => format!("{year} 하반기"),
        (Some(half), Language::En) => format!("{year} H{half}"),
    }
}

/// A period in a title: `2020~2023년`, `2020–2023`; one year stands alone.
#[must_use]
pub fn period(period: Period, language: Language) -> String {
    let (first, last) = (period.first(), period.last());
    match language {
        _ if first == last => span(first, language),
        _ if period.is_by_half() => {
            let [first, last] = [first, last].map(|end| span(end, language));
            match language {
                Language::Ko => format!("{first}~{last}"),
                Language::En => format!("{first} – {last}"),
            }
        }
        Language::Ko => format!("{first}~{last}년"),
        Language::En => format!("{first}–{last}"),
    }
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
        assert_eq!(signed_percent(-0.25), "−25.0%");
        assert_eq!(signed_percent(2.0), "+200.0%");
        assert_eq!(flop(2.0000000001e25), "2.00E+25");
        assert_eq!(flop(0.0), "0.00E+0");
        assert_eq!(significant(4.05e11), "4.05E+11");
        assert_eq!(significant(3.4e11), "3.4E+11");
        assert_eq!(significant(1e13), "1E+13");
        assert_eq!(count(0), "0");
        assert_eq!(count(999), "999");
        assert_eq!(count(1_000_000), "1,000,000");
    }

    #[test]
    fn periods_follow_the_language() {
        let four = Period::new(2020, 2023).expect("a period");
        let one = Period::new(2023, 2023).expect("a period");
        assert_eq!(period(four, Language::Ko), "2020~2023년");
        assert_eq!(period(four, Language::En), "2020–2023");
        assert_eq!(period(one, Language::Ko), "2023년");
        let halves = Period::parse("2022H2-2024H1").expect("a period");
        assert_eq!(period(halves, Language::Ko), "2022년 하반기~2024년 상반기");
        assert_eq!(period(halves, Language::En), "2022 H2 – 2024 H1");
    }
}
