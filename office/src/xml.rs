//! What XML allows.

/// Text without the characters that XML 1.0 forbids, which would make the file
/// unreadable.
pub(crate) fn allowed(text: &str) -> String {
    let allowed = |c: &char| {
        matches!(c, '\t' | '\n' | '\r') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().filter(allowed).collect()
}

/// The same in one line: readers of HWPX stop at the elements that tabs and line
/// breaks are there.
pub(crate) fn one_line(text: &str) -> String {
    allowed(text)
        .replace("\r\n", " ")
        .replace(['\t', '\n', '\r'], " ")
}
