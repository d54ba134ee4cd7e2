//! Marks of a missing value: what R, pandas, Excel and people write where they
//! know nothing.

use std::sync::Arc;

use super::Model;

/// Words that a model can be called all the same.
const WORDS: [&str; 6] = ["na", "nan", "nat", "nil", "none", "null"];
/// What stands for nothing alone.
const MARKS: [&str; 53] = [
    "n/a",
    "n.a.",
    "n.a",
    "#n/a",
    "#n/a n/a",
    "#na",
    "<na>",
    "-nan",
    "#div/0!",
    "#value!",
    "#ref!",
    "#name?",
    "#num!",
    "#null!",
    "#spill!",
    "#calc!",
    "#field!",
    "#getting_data",
    "-",
    "--",
    "–",
    "—",
    ".",
    "...",
    "…",
    "?",
    "미상",
    "불명",
    "해당없음",
    "해당 없음",
    "해당사항없음",
    "해당 사항 없음",
    "없음",
    "정보없음",
    "정보 없음",
    "자료없음",
    "자료 없음",
    "알수없음",
    "알 수 없음",
    "미확인",
    "모름",
    "n/d",
    "n.d.",
    "tbd",
    "tba",
    "no data",
    "not available",
    "not applicable",
    // As databases and pivot tables write it.
    "\\n",
    "(null)",
    "[null]",
    "<null>",
    "(blank)",
];
const LONGEST: usize = 20;

/// Whether a tidy cell says that there is no value.
pub(super) fn is_mark(cell: &str) -> bool {
    // Most cells are numbers and dates.
    !cell.starts_with(|c: char| c.is_ascii_digit()) && (is_one_of(cell, &MARKS) || is_word(cell))
}

/// Whether it does, or is the name of a model: 'None' may be either.
pub(super) fn is_word(cell: &str) -> bool {
    is_one_of(cell, &WORDS)
}

fn is_one_of(cell: &str, marks: &[&str]) -> bool {
    cell.len() <= LONGEST && marks.iter().any(|mark| mark.eq_ignore_ascii_case(cell))
}

/// Whether values are two-letter codes of countries, of which NA is Namibia's;
/// a column of which nothing else is known is none of codes.
pub(super) fn are_codes<'a>(values: impl Iterator<Item = &'a str>) -> bool {
    let is_code = |value: &str| value.len() == 2 && value.bytes().all(|b| b.is_ascii_uppercase());
    let (mut codes, mut others) = (0_usize, 0_usize);
    for value in values.filter(|value| !is_mark(value)) {
        if is_code(value) {
            codes += 1;
        } else {
            others += 1;
        }
    }
    codes > others
}

/// The words that mark a missing value and are the name of two models or more:
/// names are hardly ever equal, so that they are none.
pub(super) fn words_for_none(models: &[Model]) -> Vec<Arc<str>> {
    let names = models.iter().map(|model| &model.name);
    let mut words: Vec<Arc<str>> = names.filter(|name| is_word(name)).cloned().collect();
    words.sort_unstable();
    let equal = words.chunk_by(|one, other| one == other);
    equal
        .filter(|equal| equal.len() > 1)
        .filter_map(<[_]>::first)
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_that_there_is_no_value_is_a_mark() {
        for mark in MARKS.iter().chain(&WORDS) {
            assert!(is_mark(mark) && mark.len() <= LONGEST, "{mark}");
            assert!(is_mark(&mark.to_ascii_uppercase()), "{mark}");
        }
        for value in ["Unknown", "0", "NAVER", "Nano", "T?", "no", "", "N"] {
            assert!(!is_mark(value), "{value}");
        }
    }

    #[test]
    fn na_is_namibia_among_codes() {
        assert!(are_codes(["US", "KR", "NA", "NA"].into_iter()));
        assert!(are_codes(["ZA", "NA"].into_iter()));
        assert!(!are_codes(["NA"].into_iter()));
        assert!(!are_codes(["USA", "NA", "Korea (Republic of)"].into_iter()));
    }
}
