//! The fingerprint of a file, as JavaScript computes it while it reads.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::dataset::Fingerprint;

/// SHA-256 of bytes that come in parts.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Hasher(Fingerprint);

#[wasm_bindgen]
impl Hasher {
    /// Begins.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Hasher {
        Self::default()
    }

    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// 64 hexadecimal digits.
    pub fn finish(self) -> String {
        self.0.finish()
    }
}
