//! Files as one zip, with their checksums.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use model_census::dataset::sha256;

use crate::NotWritten;
use crate::archive::archive;

/// The name of the file of checksums.
const SUMS: &str = "SHA256SUMS";

/// The files at their paths, and `SHA256SUMS` that names the fingerprint of
/// each as `sha256sum --check` reads it. Equal files give equal bytes.
///
/// # Errors
/// A path that leads out of the archive, or that comes twice.
pub fn package(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, NotWritten> {
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
    }
    let sums = (SUMS.to_owned(), sums.into_bytes());
    archive(files.iter().chain([&sums]))
}
