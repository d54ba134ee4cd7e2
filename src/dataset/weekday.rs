//! Days of the week beside a date, which say nothing more.

use std::borrow::Cow;

/// A date without the day of the week, which says nothing more: `2024-07-16
/// (화)`, `2024년 7월 16일 화요일`, `Tuesday, July 16, 2024`.
pub(super) fn without_weekday(text: Cow<'_, str>) -> Cow<'_, str> {
    const KOREAN: [char; 7] = ['월', '화', '수', '목', '금', '토', '일'];
    const ENGLISH: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    if !text.contains(['(', '요']) && !text.contains(|c: char| c.is_ascii_alphabetic()) {
        return text;
    }
    let is_weekday = |word: &str| {
        let bare = word.trim_matches(['(', ')', ',', '.']);
        let is_bracketed = word.starts_with('(') && word.ends_with(')');
        let of_week = bare.strip_suffix("요일").or(is_bracketed.then_some(bare));
        let mut letters = of_week.unwrap_or_default().chars();
        let is_korean = letters.next().is_some_and(|c| KOREAN.contains(&c));
        let lower = bare.to_ascii_lowercase();
        let is_name = |name: &&str| lower == **name || lower == format!("{name}day");
        let is_long = matches!(&*lower, "tuesday" | "wednesday" | "thursday" | "saturday");
        is_korean && letters.next().is_none() || ENGLISH.iter().any(is_name) || is_long
    };
    // Before a bracket nobody needs a space.
    let spaced = text.replace('(', " (");
    let mut words = spaced.split(' ').filter(|word| !word.is_empty());
    if !words.clone().any(is_weekday) {
        return text;
    }
    let first = words.find(|word| !is_weekday(word)).unwrap_or_default();
    let rest = words.filter(|word| !is_weekday(word));
    Cow::Owned(rest.fold(first.to_owned(), |all, word| all + " " + word))
}
