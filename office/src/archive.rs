//! Zip archives, as files for offices are.
//!
//! In: an archive as a writer of others made it, or files. Out: files, or an
//! archive of them, the same bytes for the same files.
//! Leaves out: which files; the writers know.

use std::io::{Cursor, Write as _};

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::NotWritten;

/// A file at its path.
pub(crate) type Part = (String, Vec<u8>);

/// What an archive holds, in its order.
///
/// Only for what writers of ours just wrote in memory: zip's own reader, which
/// knows every archive, would make the module a twelfth larger.
pub(crate) fn parts(archive: &[u8]) -> Result<Vec<Part>, NotWritten> {
    read(archive).ok_or_else(|| NotWritten("an archive that cannot be read".to_owned()))
}

/// How long the end of an archive is, and what stands in its directory and before
/// its files, without names.
const END: usize = 22;
const ENTRY: usize = 46;
const HEAD: usize = 30;

fn read(archive: &[u8]) -> Option<Vec<Part>> {
    let end = archive.get(archive.len().checked_sub(END)?..)?;
    end.strip_prefix(b"PK\x05\x06")?;
    let mut directory = archive.get(number(end, 16, 4)?..)?;
    let mut parts = Vec::new();
    for _ in 0..number(end, 10, 2)? {
        let [method, packed, full] =
            [(10, 2), (20, 4), (24, 4)].map(|(at, length)| number(directory, at, length));
        let [name, more, comment] = [28, 30, 32].map(|at| number(directory, at, 2));
        let (name, more, comment) = (name?, more?, comment?);
        let path = directory.get(ENTRY..ENTRY + name)?;
        let file = archive.get(number(directory, 42, 4)?..)?;
        let start = HEAD + number(file, 26, 2)? + number(file, 28, 2)?;
        let bytes = file.get(start..start + packed?)?;
        let bytes = match method? {
            0 => bytes.to_vec(),
            8 => decompress_to_vec_with_limit(bytes, full?).ok()?,
            _ => return None,
        };
        parts.push((std::str::from_utf8(path).ok()?.to_owned(), bytes));
        directory = directory.get(ENTRY + name + more + comment..)?;
    }
    Some(parts)
}

/// A number as zip writes it, the lowest byte first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let own = bytes.get(at..at + length)?.iter().rev();
    Some(own.fold(0, |sum, byte| (sum << 8) | usize::from(*byte)))
}

/// An archive of files, in their order.
pub(crate) fn archive<'a>(
    parts: impl IntoIterator<Item = &'a Part>,
) -> Result<Vec<u8>, NotWritten> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        // No clock: the oldest day that zip knows.
        let options = SimpleFileOptions::default()
            .compression_method(method(path))
            .last_modified_time(DateTime::default());
        zip.start_file(path.as_str(), options)
            .map_err(NotWritten::because)?;
        zip.write_all(bytes).map_err(NotWritten::because)?;
    }
    let written = zip.finish().map_err(NotWritten::because)?;
    Ok(written.into_inner())
}

/// What is compressed already stays as it is, and so does what HWPX is known by.
fn method(path: &str) -> CompressionMethod {
    if path == "mimetype" || path.ends_with(".png") {
        CompressionMethod::Stored
    } else {
        CompressionMethod::Deflated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_what_is_cut_is_not() {
        let files = [
            ("mimetype", "a/b"),
            ("a.xml", &"<a/>".repeat(5_000)),
            ("그림.png", ""),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let written = archive(&files).unwrap();
        assert!(written.len() < 1_000, "compressed");
        assert_eq!(parts(&written).unwrap(), files);
        for length in 0..written.len() {
            assert!(parts(&written[..length]).is_err(), "{length}");
        }
    }
}
