//! Why nothing can be shown of a file.

use super::{Field, OtherTable, PackedError};

/// Why nothing can be shown of a file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum ReadError {
    /// The file has no bytes, or blank lines only.
    Empty,
    /// The bytes are not text; `format` names what they look like.
    NotText {
        /// For example "PDF".
        format: String,
    },
    /// No row has the columns without which nothing can be computed.
    MissingColumn {
        /// The fact that no column holds.
        field: Field,
        /// The headers found, up to 12.
        found: Vec<String>,
    },
    /// A table of Epoch AI, but none of models.
    OtherTable {
        /// Which.
        table: OtherTable,
    },
    /// A header and no record below it.
    NoRecords,
    /// The file is packed, and no table came out of it.
    Packed(PackedError),
}
