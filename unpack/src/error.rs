//! The errors of what unpacks, as [`PackedError`].

use model_census_dataset::PackedError;
use zip::result::ZipError;

/// What went wrong with the file `name` inside an archive.
pub(crate) fn of_zip(error: &ZipError, name: &str) -> PackedError {
    match error {
        ZipError::Io(error) => of_io(error, name),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            PackedError::Encrypted {
                name: name.to_owned(),
            }
        }
        ZipError::CompressionMethodNotSupported(method) => PackedError::UnsupportedMethod {
            name: name.to_owned(),
            method: method_name(*method),
        },
        other => PackedError::Damaged {
            detail: other.to_string(),
        },
    }
}

pub(crate) fn of_io(error: &std::io::Error, name: &str) -> PackedError {
    // The zip crate names an unknown method only once it is read from.
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    if let Some(inner) = inner {
        return of_zip(inner, name);
    }
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof => PackedError::Truncated,
        _ => PackedError::Damaged {
            detail: error.to_string(),
        },
    }
}

fn method_name(number: u16) -> String {
    match number {
        9 => "Deflate64".to_owned(),
        12 => "bzip2".to_owned(),
        14 => "LZMA".to_owned(),
        93 => "Zstandard".to_owned(),
        95 => "XZ".to_owned(),
        98 => "PPMd".to_owned(),
        number => format!("method {number}"),
    }
}
