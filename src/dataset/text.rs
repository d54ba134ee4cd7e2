//! Text as people see it: without what leaves no mark.

use std::borrow::Cow;

/// Whether a character leaves no mark of its own: white space, a zero-width or
/// control character, or one that only turns the direction of others, with
/// which a name could show as another one and turn what is written after it.
fn is_blank_char(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
        )
}

/// Whether a spreadsheet may take a text for a formula by its first character;
/// Korean and Japanese ones take the wide forms too.
///
/// ```
/// use model_census_dataset::starts_formula;
/// assert!(starts_formula("=A1") && starts_formula("＝A1") && !starts_formula("A=1"));
/// ```
#[must_use]
pub fn starts_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Whether a cell says nothing.
#[must_use]
pub fn is_blank(cell: &str) -> bool {
    cell.chars().all(is_blank_char)
}

/// A value without outer white space, its inner runs of white space (line
/// breaks too) made one space; without the apostrophe that keeps a spreadsheet
/// from taking it for a formula, as our own files have it.
///
/// ```
/// use model_census_dataset::tidy;
/// assert_eq!(tidy(" Text\nsummarization\t"), "Text summarization");
/// assert_eq!(tidy("'=A1"), "=A1");
/// ```
#[must_use]
pub fn tidy(cell: &str) -> Cow<'_, str> {
    let trimmed = cell.trim_matches(is_blank_char);
    let trimmed = match trimmed.strip_prefix('\'') {
        Some(guarded) if starts_formula(guarded) => guarded,
        _ => trimmed,
    };
    let mut previous_blank = false;
    let regular = trimmed.chars().all(|c| {
        let blank = is_blank_char(c);
        let fine = !blank || (c == ' ' && !previous_blank);
        previous_blank = blank;
        fine
    });
    if regular {
        return Cow::Borrowed(trimmed);
    }
    let words: Vec<&str> = trimmed
        .split(is_blank_char)
        .filter(|word| !word.is_empty())
        .collect();
    Cow::Owned(words.join(" "))
}
