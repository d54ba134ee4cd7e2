//! Writes a report as the files that people work with, in a module of its own
//! that the page fetches only when someone asks for such a file.
//!
//! In: a [`Document`](model_census::paper::Document) or a
//! [`Workbook`](model_census::paper::Workbook). Out: bytes.
//! Leaves out: what the report says; every number and word is handed in.

mod archive;
mod columns;
mod docx;
mod hwpx;
mod package;
mod turns;
mod xlsx;
mod xml;

#[cfg(feature = "wasm")]
mod browser;

pub use docx::docx;
pub use hwpx::hwpx;
pub use package::package;
pub use xlsx::xlsx;

/// Why no file was written.
#[derive(Debug)]
pub struct NotWritten(pub String);

impl std::fmt::Display for NotWritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotWritten {}

impl NotWritten {
    fn because(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}
