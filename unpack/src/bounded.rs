//! Bytes that grow only so far.

use std::io::{self, ErrorKind, Write};

/// A `Vec` that refuses to grow beyond a limit, or beyond the memory there is.
#[derive(Debug)]
pub(crate) struct Bounded {
    pub(crate) bytes: Vec<u8>,
    limit: u64,
}

impl Bounded {
    pub(crate) fn new(limit: u64) -> Self {
        Self {
            bytes: Vec::new(),
            limit,
        }
    }
}

impl Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        let length = self.bytes.len() as u64 + more.len() as u64;
        if length > self.limit || self.bytes.try_reserve(more.len()).is_err() {
            return Err(io::Error::from(ErrorKind::FileTooLarge));
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
