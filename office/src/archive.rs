//! Zip archives, as files for offices are.
//!
//! In: an archive as a writer of others made it, or files. Out: files, or an
//! archive of them, the same bytes for the same files.
//! Leaves out: which files; the writers know.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::NotWritten;

/// A file at its path.
pub(crate) type Part = (String, Vec<u8>);

/// What an archive holds, in its order.
pub(crate) fn parts(archive: &[u8]) -> Result<Vec<Part>, NotWritten> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).map_err(NotWritten::because)?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(NotWritten::because)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(NotWritten::because)?;
        let path = file.name().map_err(NotWritten::because)?.into_owned();
        parts.push((path, bytes));
    }
    Ok(parts)
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
