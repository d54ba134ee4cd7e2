//! Why a packed file gave no table. What unpacks is a package of its own
//! (`unpack`), which the browser loads only for such files.

/// Why a packed file gave no table.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum PackedError {
    /// The file ends too early; a download that was cut off, mostly.
    Truncated,
    /// The file contradicts itself or its own checksums.
    Damaged {
        /// What is wrong, in English, from the crate that noticed.
        detail: String,
    },
    /// No file inside looks like a table.
    NoTable {
        /// What is inside instead, up to 12 names.
        names: Vec<String>,
    },
    /// A program's own format, which is not read.
    OtherFormat {
        /// For example "ODS".
        format: String,
    },
    /// No table inside has this name.
    NoSuchTable {
        /// The name asked for.
        name: String,
        /// All tables that there are.
        tables: Vec<String>,
    },
    /// No file inside has this index.
    NoSuchEntry {
        /// The index asked for.
        index: usize,
    },
    /// A password is needed.
    Encrypted {
        /// The file inside.
        name: String,
    },
    /// Packed by a method other than deflate.
    UnsupportedMethod {
        /// The file inside.
        name: String,
        /// The method's name, or its number in the zip format.
        method: String,
    },
    /// Unpacks to more than is taken.
    TooLarge {
        /// The file or sheet inside; empty where the whole is meant.
        name: String,
        /// The most bytes that are taken.
        limit: u64,
    },
    /// No sheet of the workbook has a header with the columns of an export.
    NoHeader {
        /// The workbook's sheets, up to 12.
        sheets: Vec<String>,
    },
    /// What unpacks could not be loaded, or broke on this file.
    NoReader {
        /// What happened, in the browser's words.
        detail: String,
    },
    /// A sheet of the workbook cannot be read.
    DamagedSheet {
        /// The sheet.
        sheet: String,
        /// What is wrong, in English, from the crate that noticed.
        detail: String,
    },
}
