//! What XML allows.

/// Text without the characters that XML 1.0 forbids, which would make the file
/// unreadable.
pub(crate) fn allowed(text: &str) -> String {
    let allowed = |c: &char| {
        matches!(c, '\t' | '\n' | '\r') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().filter(allowed).collect()
}
