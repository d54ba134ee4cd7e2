//! The least that any reader of a file in WebAssembly has to do: have every
//! byte in its memory and look at it once.

use memchr::memchr_iter;
use wasm_bindgen::prelude::wasm_bindgen;

/// A counter of newlines with room for one slice of the file.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Floor {
    room: Vec<u8>,
    newlines: usize,
}

#[wasm_bindgen]
impl Floor {
    /// With room for slices of up to `most` bytes.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self {
            room: vec![0; most],
            newlines: 0,
        }
    }

    /// Where in the module's memory the slice is to be put.
    #[must_use]
    pub fn place(&self) -> *const u8 {
        self.room.as_ptr()
    }

    /// Counts in the first `length` bytes that were put there.
    pub fn count(&mut self, length: usize) {
        let slice = self.room.get(..length).unwrap_or_default();
        self.newlines += memchr_iter(b'\n', slice).count();
    }

    /// The newlines so far.
    #[must_use]
    pub fn newlines(&self) -> usize {
        self.newlines
    }
}
