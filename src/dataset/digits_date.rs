//! Dates of digits alone: a spreadsheet's count of days, `20240716`.

use super::PartialDate;

/// Days since the day before 1900, as Excel counts them, from 1950 to 2099.
pub(super) fn serial(text: &str) -> Option<PartialDate> {
    // Behind a point stands the time.
    let (digits, time) = text.split_once('.').unwrap_or((text, ""));
    if !time.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let days: i32 = (digits.len() == 5).then(|| digits.parse().ok()).flatten()?;
    if !(18_264..=73_050).contains(&days) {
        return None;
    }
    let begin = jiff::civil::Date::new(1899, 12, 30).ok()?;
    let day = begin
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()?;
    date(day.year(), Some(day.month()), Some(day.day()))
}

/// `20240716`.
pub(super) fn unparted(text: &str) -> Option<PartialDate> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |from, to| text.get(from..to)?.parse().ok();
    let (month, day): (i16, i16) = (number(4, 6)?, number(6, 8)?);
    let date = date(
        number(0, 4)?,
        i8::try_from(month).ok(),
        i8::try_from(day).ok(),
    );
    date.filter(|date| (1950..2100).contains(&date.year))
}

/// A date of numbers, if the calendar has it.
pub(super) fn date(year: i16, month: Option<i8>, day: Option<i8>) -> Option<PartialDate> {
    jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    (year > 0).then_some(PartialDate { year, month, day })
}
