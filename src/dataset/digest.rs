//! Fingerprints: SHA-256 in hexadecimal.

use sha2::{Digest as _, Sha256};

/// The fingerprint of bytes that are at hand.
///
/// ```
/// let empty = model_census_dataset::sha256(b"");
/// assert!(empty.starts_with("e3b0c442"));
/// ```
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let mut fingerprint = Fingerprint::default();
    fingerprint.update(bytes);
    fingerprint.finish()
}

/// The fingerprint of bytes that come in parts.
#[derive(Clone, Debug, Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// 64 hexadecimal digits.
    #[must_use]
    pub fn finish(self) -> String {
        use std::fmt::Write as _;
        let digest = self.0.finalize();
        digest.iter().fold(String::new(), |mut text, byte| {
            // Writing to a String cannot fail.
            let _infallible = write!(text, "{byte:02x}");
            text
        })
    }
}
