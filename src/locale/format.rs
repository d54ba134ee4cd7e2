//! Dates, periods and what numbers are as text, in the report's conventions.

use crate::breakdown::Shape;
use crate::census::Status;
use crate::dataset::{Encoding, PartialDate};
use crate::definition::Period;

use crate::language::Language;

/// What became of models, as the row account calls it.
#[must_use]
pub fn status(status: Status, language: Language) -> &'static str {
    let text = language.text();
    match status {
        Status::Counted => text.more().rows_counted,
        Status::OutsidePeriod => text.more().rows_outside_period,
        Status::BelowThreshold => text.more().rows_below_threshold,
        Status::UnknownComputeLeftOut => text.more().rows_unknown_compute,
        Status::Derived => text.more().rows_derived,
        Status::Undated => text.more().rows_undated,
        Status::Duplicate => text.more().rows_duplicate,
        Status::FilteredOut => text.more().rows_filtered_out,
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
        Encoding::Gb18030 => "GB18030 (GBK)",
        Encoding::Big5 => "Big5",
        Encoding::ShiftJis => "Shift_JIS (CP932)",
        Encoding::MacRoman => "Mac Roman",
    }
}

/// A publication date, ISO in both languages as in the report.
#[must_use]
pub fn date(date: PartialDate) -> String {
    date.to_string()
}

/// A period in a title: `2020~2023년`, `2020–2023`; one year stands alone.
#[must_use]
pub fn period(period: Period, language: Language) -> String {
    if period.first() == period.last() {
        super::span(period.first(), language)
    } else {
        super::whole_period(period, language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
