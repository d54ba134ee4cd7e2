//! Files as one zip, with their checksums.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use model_census::dataset::sha256;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::NotWritten;

/// The name of the file of checksums.
const SUMS: &str = "SHA256SUMS";

/// The files at their paths, and `SHA256SUMS` that names the fingerprint of
/// each as `sha256sum --check` reads it. Equal files give equal bytes.
///
/// # Errors
/// A path that leads out of the archive, or that comes twice.
pub fn package(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, NotWritten> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut seen = BTreeSet::from([SUMS]);
    let mut sums = String::new();
    for (path, bytes) in files {
        let parts = path.split('/');
        let leads_out = parts.clone().any(|part| matches!(part, "" | "." | ".."));
        if leads_out || path.contains('\\') || !seen.insert(path) {
            return Err(NotWritten(format!("{path}: no path for an archive")));
        }
        // Writing to a String cannot fail.
        let _ = writeln!(sums, "{}  {path}", sha256(bytes));
        add(&mut zip, path, bytes)?;
    }
    add(&mut zip, SUMS, sums.as_bytes())?;
    let written = zip.finish().map_err(NotWritten::because)?;
    Ok(written.into_inner())
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, path: &str, bytes: &[u8]) -> Result<(), NotWritten> {
    // No clock: the oldest day that zip knows.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    zip.start_file(path, options).map_err(NotWritten::because)?;
    zip.write_all(bytes).map_err(NotWritten::because)
}
