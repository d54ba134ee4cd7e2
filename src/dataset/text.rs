//! Text as people see it: without what leaves no mark.

use std::borrow::Cow;

/// Whether a character parts words: white space, or a control character.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_control()
}

/// Whether a character shows nothing at all: one that Unicode lets be ignored,
/// such as a zero-width space or soft hyphen, or that only turns the direction
/// of others, with which a name could show as another one and turn what is
/// written after it.
pub(super) fn is_ignorable(c: char) -> bool {
    // Hardly any is, and most letters are told from them at once.
    c >= '\u{ad}'
        && matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
                | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}

fn is_blank_char(c: char) -> bool {
    is_space(c) || is_ignorable(c)
}

/// Whether letters of a text can be made one, as a letter and the accent behind
/// it; where that is not certain, too.
pub(super) fn may_compose(text: &str) -> bool {
    let is_sure = |c: char| {
        matches!(
            c,
            '\0'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
                | '\u{3000}'..='\u{3098}' | '\u{309b}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'
                | '\u{ac00}'..='\u{d7a3}' | '\u{ff00}'..='\u{ffef}'
        )
    };
    !text.chars().all(is_sure)
}

/// A number or date in the narrow letters of ASCII: Korean and Japanese keyboards
/// write wide ones too, and word processors longer hyphens.
pub(super) fn narrow(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let letters = text.chars().map(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => {
            let code = u32::from(c) - 0xff01 + 0x21;
            char::from_u32(code).unwrap_or(c)
        }
        '‐'..='―' | '−' => '-',
        other => other,
    });
    Cow::Owned(letters.collect())
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

/// Whether a text is ASCII without runs of white space, as most are.
fn is_plain(text: &[u8]) -> bool {
    let mut before = 0;
    text.iter().all(|byte| {
        let is_fine = matches!(byte, b'!'..=b'~') || (*byte == b' ' && before != b' ');
        before = *byte;
        is_fine
    })
}

/// A value without outer white space, its inner runs of white space (line
/// breaks too) made one space; without letters that show nothing, and without
/// the apostrophe that keeps a spreadsheet from taking it for a formula, as our
/// own files have it.
///
/// ```
/// use model_census_dataset::tidy;
/// assert_eq!(tidy(" Text\nsummarization\t"), "Text summarization");
/// assert_eq!(tidy("Open\u{200b}AI"), "OpenAI");
/// assert_eq!(tidy("'=A1"), "=A1");
/// ```
#[must_use]
pub fn tidy(cell: &str) -> Cow<'_, str> {
    let trimmed = cell.trim_matches(is_blank_char);
    let trimmed = match trimmed.strip_prefix('\'') {
        Some(guarded) if starts_formula(guarded) => guarded,
        _ => trimmed,
    };
    if is_plain(trimmed.as_bytes()) {
        return Cow::Borrowed(trimmed);
    }
    let mut previous_blank = false;
    let regular = trimmed.chars().all(|c| {
        let blank = is_space(c);
        let fine = !is_ignorable(c) && (!blank || (c == ' ' && !previous_blank));
        previous_blank = blank;
        fine
    });
    if regular {
        return Cow::Borrowed(trimmed);
    }
    let seen: String = trimmed.chars().filter(|c| !is_ignorable(*c)).collect();
    let words: Vec<&str> = seen
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    Cow::Owned(words.join(" "))
}
