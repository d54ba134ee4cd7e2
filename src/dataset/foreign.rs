//! Files that are no table: what their first bytes say they are.

use super::encoding::is_wide;
use super::{Encoding, PackedError, ReadError};

/// What a file begins with, and what it is then.
const BEGINNINGS: [(&[u8], &str); 12] = [
    (b"PK\x03\x04", "XLSX, ZIP"),
    (b"\x1F\x8B", "GZIP"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"PAR1", "Parquet"),
    (b"ARROW1", "Arrow"),
    (b"SQLite format 3", "SQLite"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"Rar!", "RAR"),
    (b"\xFD7zXZ", "XZ"),
    (b"\x28\xB5\x2F\xFD", "Zstandard"),
    (b"BZh", "bzip2"),
];
/// The container of Office files before 2007, of Hangul's, and of whatever
/// Office protects by a password.
const CONTAINER: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

pub(super) fn refuse_other_formats(
    head: &[u8],
    encoding: Encoding,
    name: &str,
) -> Result<(), ReadError> {
    let is_wide = is_wide(encoding);
    let begins = BEGINNINGS.iter().find(|(begin, _)| head.starts_with(begin));
    let format = match begins {
        Some((_, format)) => Some(*format),
        None if head.starts_with(CONTAINER) && has(head, "EncryptedPackage") => {
            return Err(ReadError::Packed(PackedError::Encrypted {
                name: name.chars().take(80).collect(),
            }));
        }
        None if head.starts_with(CONTAINER) && has(head, "HwpSummaryInformation") => Some("HWP"),
        None if head.starts_with(CONTAINER) => Some("XLS"),
        None if !is_wide && head.contains(&0) => Some("binary"),
        None => markup(head),
    };
    match format {
        Some(format) => Err(ReadError::NotText {
            format: format.to_owned(),
        }),
        None => Ok(()),
    }
}

/// Whether a container names a stream, in UTF-16 as it does.
fn has(head: &[u8], stream: &str) -> bool {
    let wide: Vec<u8> = stream.bytes().flat_map(|byte| [byte, 0]).collect();
    memchr::memmem::find(head, &wide).is_some()
}

/// Text that is no table.
fn markup(head: &[u8]) -> Option<&'static str> {
    // Of two-byte units the ASCII half says enough.
    let plain = head.iter().filter(|byte| byte.is_ascii() && **byte != 0);
    let plain = plain.take(1 << 10).map(u8::to_ascii_lowercase);
    let text: Vec<u8> = plain.skip_while(u8::is_ascii_whitespace).collect();
    let next = |at: usize| {
        text.iter()
            .skip(at)
            .find(|byte| !byte.is_ascii_whitespace())
    };
    match text.first() {
        Some(b'<')
            if memchr::memmem::find(&text, b"schemas-microsoft-com:office:spreadsheet")
                .is_some() =>
        {
            Some("XML Spreadsheet")
        }
        Some(b'<') if text.starts_with(b"<?xml") => Some("XML"),
        Some(b'<') => Some("HTML"),
        Some(b'{' | b'[') if matches!(next(1), Some(b'"' | b'{' | b'[')) => Some("JSON"),
        _ => None,
    }
}
