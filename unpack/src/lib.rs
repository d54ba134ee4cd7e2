//! Takes the table out of a packed file.
//!
//! In: the bytes of a zip archive or of an Excel workbook (.xlsx, itself a zip
//! archive). Out: the bytes of a CSV file, as someone would have saved them.
//! What they mean is for the page's main module to say; this one is loaded only
//! when such a file comes.
//!
//! The bytes are a stranger's. Nothing that they declare is believed: sizes are
//! counted while unpacking, and a workbook is looked through (`guard`) before
//! the crate that reads it sees it.

mod archive;
mod book;
mod bounded;
mod error;
mod guard;
mod gzip;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(feature = "wasm")]
mod wasm;
mod workbook;

pub use archive::{Entry, best_match, entries, extract, extract_within, is_workbook};
pub use gzip::gunzip;
pub use model_census_dataset::PackedError;
#[cfg(not(target_arch = "wasm32"))]
pub use native::{Table, unpack};
pub use workbook::{Sheet, sheet_as_csv, sheet_as_csv_within, sheet_by, sheet_named};

/// The most bytes that a table is unpacked to, 1 GiB: a thousand times the
/// largest export there is, and a quarter of what a module can address.
pub const TABLE_LIMIT: u64 = 1 << 30;

/// The most bytes that a workbook's parts are unpacked to together, 256 MiB:
/// they are held as text, cells and CSV at once.
pub const WORKBOOK_LIMIT: u64 = 1 << 28;
