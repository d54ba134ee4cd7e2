//! The browser's tables of encodings and letters, that nobody has to download.
//!
//! In: bytes and texts. Out: texts.

use js_sys::Uint8Array;
use web_sys::{TextDecodeOptions, TextDecoder};

use crate::dataset::{Columns, Decode, Encoding, Headed, Options};

/// The browser's decoders.
pub(super) fn decoders(encoding: Encoding) -> Box<dyn Decode> {
    struct Browser(Option<TextDecoder>);
    impl Decode for Browser {
        fn decode(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) {
            let options = TextDecodeOptions::new();
            options.set_stream(!last);
            let bytes = Uint8Array::from(bytes);
            let text = self.0.as_ref().and_then(|decoder| {
                decoder
                    .decode_with_buffer_source_and_options(&bytes, &options)
                    .ok()
            });
            out.extend_from_slice(text.unwrap_or_default().as_bytes());
        }
    }
    // Every label of ours is one of the Encoding Standard.
    Box::new(Browser(TextDecoder::new_with_label(encoding.label()).ok()))
}

/// One letter of one and its accent.
pub(super) fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// The first rows of a file, for people to judge its encoding by.
pub(in crate::page) fn preview(
    head: &[u8],
    encoding: Option<Encoding>,
    rows: usize,
) -> crate::dataset::Preview {
    let mut options = Options::new(decoders);
    options.encoding = encoding;
    crate::dataset::preview(head, &options, rows)
}

/// The columns of a file that begins so, for the reader to say what they mean.
pub(in crate::page) fn headed(
    head: &[u8],
    encoding: Option<Encoding>,
    columns: Columns,
    values: usize,
) -> Vec<Headed> {
    let mut options = Options::new(decoders);
    options.encoding = encoding;
    options.columns = columns;
    options.composed = composed;
    crate::dataset::headed(head, &options, values)
}
