//! The file in a .gz, of one member or several.

use std::io::{Read as _, Write as _};

use flate2::read::MultiGzDecoder;
use model_census_dataset::PackedError;

use crate::bounded::Bounded;
use crate::{TABLE_LIMIT, error};

/// Unpacks all members of a .gz, one after the other.
///
/// # Errors
/// [`PackedError::Truncated`] where it ends within one, and whatever else keeps
/// it from being unpacked.
pub fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, PackedError> {
    let mut text = Bounded::new(TABLE_LIMIT);
    let mut packed = MultiGzDecoder::new(bytes);
    let mut part = vec![0; 1 << 16];
    loop {
        let length = packed
            .read(&mut part)
            .map_err(|error| error::of_io(&error, ""))?;
        if length == 0 {
            return Ok(text.bytes);
        }
        let part = part.get(..length).unwrap_or_default();
        text.write_all(part)
            .map_err(|_full| PackedError::TooLarge {
                name: String::new(),
                limit: TABLE_LIMIT,
            })?;
    }
}
