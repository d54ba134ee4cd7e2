//! Files that are no text: what their first bytes say they are.

use super::{Encoding, ReadError};

pub(super) fn refuse_other_formats(head: &[u8], encoding: Encoding) -> Result<(), ReadError> {
    let is_utf16 = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    let format = match head {
        [b'P', b'K', 3, 4, ..] => Some("XLSX, ZIP"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("XLS"),
        [0x1F, 0x8B, ..] => Some("GZIP"),
        [b'%', b'P', b'D', b'F', ..] => Some("PDF"),
        _ if !is_utf16 && head.contains(&0) => Some("binary"),
        _ => None,
    };
    match format {
        Some(format) => Err(ReadError::NotText {
            format: format.to_owned(),
        }),
        None => Ok(()),
    }
}
