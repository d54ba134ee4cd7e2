//! Which encoding a text is in, and how it becomes UTF-8.
//!
//! In: bytes as a file holds them. Out: UTF-8 bytes, a chunk at a time.
//! UTF-8 and UTF-16 are dealt with here. Tables of other encodings are left to
//! who has them anyway: the browser's `TextDecoder`, natively encoding_rs.
//!
//! Long because its tests stand below.

/// How many of a file's first bytes are looked at before anything is read.
pub(super) const HEAD: usize = 1 << 16;
/// An encoding is taken for a text's own if it gives more than so many
/// characters for each place that it cannot read: one stray byte decides
/// nothing.
const RIGHT_FOR_ONE_WRONG: usize = 4;

/// An encoding that exports are met in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// With or without a byte order mark; what Epoch AI publishes.
    #[default]
    Utf8,
    /// Excel's "Unicode text".
    Utf16Le,
    /// The same with the bytes of each unit swapped.
    Utf16Be,
    /// CP949, of which EUC-KR is a part: Korean Excel's "CSV".
    EucKr,
    /// Western European Excel's "CSV".
    Windows1252,
    /// Excel's "CSV" of the People's Republic of China: GBK, and all that was
    /// added to it. Like those below it is read only where the reader says so:
    /// their bytes pass for CP949 or Windows-1252.
    Gb18030,
    /// That of Taiwan and Hong Kong.
    Big5,
    /// That of Japan.
    ShiftJis,
    /// Excel's "CSV (Macintosh)".
    MacRoman,
}

/// What a text's first bytes say of its encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sniffed {
    /// The encoding.
    pub encoding: Encoding,
    /// How many bytes a byte order mark takes.
    pub mark: usize,
}

/// Turns bytes of a text into UTF-8.
pub trait Decode {
    /// Appends what `bytes` say to `out`, a replacement character for what
    /// cannot be read. Characters may be split between chunks; `last` says
    /// that none follows.
    fn decode(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>);
}

/// Gives the decoder of an encoding that has tables.
pub type Decoders = fn(Encoding) -> Box<dyn Decode>;

impl Encoding {
    /// Every encoding, likelier ones first.
    pub const ALL: [Self; 9] = [
        Self::Utf8,
        Self::EucKr,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1252,
        Self::Gb18030,
        Self::Big5,
        Self::ShiftJis,
        Self::MacRoman,
    ];

    /// The name that the WHATWG Encoding Standard gives it. Its `euc-kr` is
    /// CP949.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::EucKr => "euc-kr",
            Self::Windows1252 => "windows-1252",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
            Self::ShiftJis => "shift_jis",
            Self::MacRoman => "macintosh",
        }
    }

    /// Whether it is one of Unicode's, which hold the letters of all others.
    #[must_use]
    pub(super) fn is_unicode(self) -> bool {
        matches!(self, Self::Utf8 | Self::Utf16Le | Self::Utf16Be)
    }

    /// The encoding of this label, as [`Self::label`] gives it and as a source
    /// states it: what names it needs no other names, which weigh.
    #[must_use]
    pub fn labelled(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.label() == label)
    }

    /// Finds an encoding by its label or another of its usual names, in any
    /// case and with any hyphens.
    ///
    /// ```
    /// use model_census_dataset::Encoding;
    /// assert_eq!(Encoding::from_label("UTF-8"), Some(Encoding::Utf8));
    /// assert_eq!(Encoding::from_label("cp949"), Some(Encoding::EucKr));
    /// ```
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        let letters = label.chars().filter(char::is_ascii_alphanumeric);
        let letters: String = letters.map(|c| c.to_ascii_lowercase()).collect();
        Some(match &*letters {
            "utf8" | "utf8sig" | "utf8bom" | "unicode11utf8" => Self::Utf8,
            "utf16" | "utf16le" | "unicode" | "ucs2" => Self::Utf16Le,
            "utf16be" => Self::Utf16Be,
            "euckr" | "cp949" | "ms949" | "windows949" | "xwindows949" | "uhc" | "ksc56011987"
            | "ksc5601" | "ksx1001" | "korean" => Self::EucKr,
            "windows1252" | "cp1252" | "ansi" | "latin1" | "iso88591" | "ascii" | "usascii" => {
                Self::Windows1252
            }
            "gb18030" | "gbk" | "gb2312" | "cp936" | "ms936" | "windows936" | "euccn" => {
                Self::Gb18030
            }
            "big5" | "big5hkscs" | "cp950" | "ms950" | "windows950" => Self::Big5,
            "shiftjis" | "sjis" | "cp932" | "ms932" | "windows932" | "windows31j" | "mskanji" => {
                Self::ShiftJis
            }
            "macintosh" | "macroman" | "xmacroman" | "mac" | "cp10000" => Self::MacRoman,
            _ => return None,
        })
    }

    /// Tells the encoding of a text from its first bytes.
    ///
    /// A byte order mark decides; else every second byte being zero means
    /// UTF-16; of UTF-8 and CP949 the first that can read nearly all of what is
    /// not ASCII; else it is windows-1252, which can read anything.
    ///
    /// ```
    /// use model_census_dataset::Encoding;
    /// assert_eq!(Encoding::sniff(b"Model,Domain").encoding, Encoding::Utf8);
    /// assert_eq!(Encoding::sniff(b"\xB8\xF0\xB5\xA8").encoding, Encoding::EucKr);
    /// assert_eq!(Encoding::sniff(b"Montr\xE9al").encoding, Encoding::Windows1252);
    /// ```
    #[must_use]
    pub fn sniff(head: &[u8]) -> Sniffed {
        let marked = |encoding, mark| Sniffed { encoding, mark };
        match head {
            [0xEF, 0xBB, 0xBF, ..] => return marked(Self::Utf8, 3),
            [0xFF, 0xFE, ..] => return marked(Self::Utf16Le, 2),
            [0xFE, 0xFF, ..] => return marked(Self::Utf16Be, 2),
            _ => {}
        }
        let encoding = match utf16_by_zeros(head) {
            Some(encoding) => encoding,
            None if is_utf8(head) => Self::Utf8,
            None => Self::of_high_bytes(head),
        };
        marked(encoding, 0)
    }

    /// Which of the encodings with tables a text is in that is not UTF-8.
    #[must_use]
    pub fn of_high_bytes(bytes: &[u8]) -> Self {
        if is_cp949(bytes) {
            Self::EucKr
        } else {
            Self::Windows1252
        }
    }
}

/// Whether an encoding has two bytes for a Latin letter.
pub(super) fn is_wide(encoding: Encoding) -> bool {
    matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be)
}

/// Zeros at odd places are the high bytes of little-endian Latin text, at even
/// places of big-endian. A few low bytes may be zero too, as that of 가.
fn utf16_by_zeros(head: &[u8]) -> Option<Encoding> {
    let head = head.get(..4096).unwrap_or(head);
    let zeros = |first: usize| {
        let half = head.iter().skip(first).step_by(2);
        half.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() / 2;
    let mostly = |zeros: usize| most > 0 && zeros * 10 > most * 7;
    if mostly(odd) && even * 20 < odd {
        Some(Encoding::Utf16Le)
    } else if mostly(even) && odd * 20 < even {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Whether bytes are UTF-8, but for a stray byte here and there and a character
/// cut off at the end.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0, 0);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        let error = str::from_utf8(chunk.invalid()).err();
        let is_cut_off =
            chunks.peek().is_none() && error.is_none_or(|error| error.error_len().is_none());
        wrong += usize::from(!is_cut_off);
    }
    wrong == 0 || right > wrong * RIGHT_FOR_ONE_WRONG
}

/// Whether the bytes above ASCII are pairs that CP949 has, but for a stray byte
/// here and there and a lead cut off at the end.
///
/// CP949's extension of EUC-KR also pairs leads up to 0xC6 with Latin letters,
/// as an apostrophe of windows-1252 before an s is; of Korean text those are
/// the smaller part.
fn is_cp949(bytes: &[u8]) -> bool {
    let (mut right, mut doubtful, mut wrong) = (0, 0, 0);
    let mut bytes = bytes.iter().copied().peekable();
    while let Some(lead) = bytes.next() {
        if lead.is_ascii() {
            continue;
        }
        match (lead, bytes.peek().copied()) {
            (_, None) => {}
            (0x81..=0xFD, Some(0xA1..=0xFE)) => right += 1,
            (0x81..=0xC6, Some(0x41..=0x5A | 0x61..=0x7A | 0x81..=0xA0)) => doubtful += 1,
            (_, Some(after)) => {
                wrong += 1;
                if after.is_ascii() {
                    continue;
                }
            }
        }
        bytes.next();
    }
    right >= doubtful && right > wrong * RIGHT_FOR_ONE_WRONG
}

/// Decodes UTF-16.
#[derive(Debug)]
pub(super) struct Utf16 {
    big_endian: bool,
    /// The first byte of a unit whose second is in the next chunk.
    half: Option<u8>,
    /// A high surrogate whose low one is in the next chunk.
    high: Option<u16>,
}

impl Utf16 {
    pub(super) fn new(big_endian: bool) -> Self {
        Self {
            big_endian,
            half: None,
            high: None,
        }
    }
}

impl Decode for Utf16 {
    fn decode(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) {
        let mut units: Vec<u16> = Vec::with_capacity(bytes.len() / 2 + 2);
        units.extend(self.high.take());
        for &byte in bytes {
            match self.half.take() {
                None => self.half = Some(byte),
                Some(first) => units.push(if self.big_endian {
                    u16::from_be_bytes([first, byte])
                } else {
                    u16::from_le_bytes([first, byte])
                }),
            }
        }
        if !last && units.last().is_some_and(|unit| unit & 0xFC00 == 0xD800) {
            self.high = units.pop();
        }
        if last && self.half.take().is_some() {
            units.push(0xFFFD);
        }
        let mut buffer = [0; 4];
        for character in char::decode_utf16(units) {
            let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
            out.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
        }
    }
}

/// The decoders of encoding_rs.
#[cfg(not(target_arch = "wasm32"))]
pub fn native_decoders(encoding: Encoding) -> Box<dyn Decode> {
    struct Native(encoding_rs::Decoder);
    impl Decode for Native {
        fn decode(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) {
            let room = self.0.max_utf8_buffer_length(bytes.len()).unwrap_or(0);
            let begin = out.len();
            out.resize(begin + room, 0);
            let target = out.get_mut(begin..).unwrap_or_default();
            let (_, _, written, _) = self.0.decode_to_utf8(bytes, target, last);
            out.truncate(begin + written);
        }
    }
    let encoding = encoding_rs::Encoding::for_label(encoding.label().as_bytes());
    let encoding = encoding.unwrap_or(encoding_rs::UTF_8);
    Box::new(Native(encoding.new_decoder_without_bom_handling()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart_by_their_bytes() {
        let cases: [(&[u8], Encoding, usize); 19] = [
            (b"", Encoding::Utf8, 0),
            (b"Model", Encoding::Utf8, 0),
            (b"\xEF\xBB\xBFModel", Encoding::Utf8, 3),
            ("모델".as_bytes(), Encoding::Utf8, 0),
            // A character cut off at the end of the chunk.
            (b"\xEB\xAA", Encoding::Utf8, 0),
            (b"\xFF\xFEM\0", Encoding::Utf16Le, 2),
            (b"\xFE\xFF\0M", Encoding::Utf16Be, 2),
            (b"M\0o\0d\0e\0l\0", Encoding::Utf16Le, 0),
            (b"\0M\0o\0d\0e\0l", Encoding::Utf16Be, 0),
            (b"\xB3\xD7\xC0\xCC\xB9\xF6,Na\x81\x41", Encoding::EucKr, 0),
            (b"Universit\xE9 de Montr\xE9al", Encoding::Windows1252, 0),
            (b"M\xFCnchen \x96 Z\xFCrich", Encoding::Windows1252, 0),
            // One stray byte among characters enough.
            (
                b"\xEB\xAA\xA8\xEB\x8D\xB8\xE9 \xEB\xAA\xA8\xEB\x8D\xB8\xEB\xAA\xA8",
                Encoding::Utf8,
                0,
            ),
            (
                b"\xB3\xD7\xC0\xCC\xB9\xF6\xFF \xB3\xD7\xC0\xCC",
                Encoding::EucKr,
                0,
            ),
            // As many as characters.
            (b"caf\xE9s, \xC3\xA9", Encoding::Windows1252, 0),
            // Pairs that CP949 has, but no Korean text.
            (b"OpenAI\x92s, Meta\x92s", Encoding::Windows1252, 0),
            (b"\xC5land", Encoding::Windows1252, 0),
            // The low byte of an initial \u{AC00} is zero.
            (
                b"M\0o\0d\0e\0l\0,\0M\0o\0d\0e\0l\0,\0M\0o\0d\0e\0l\0,\0M\0o\0d\0e\0l\0\0\xAC",
                Encoding::Utf16Le,
                0,
            ),
            (
                b"\0M\0o\0d\0e\0l\0,\0M\0o\0d\0e\0l\0,\0M\0o\0d\0e\0l\0,\0M\0o\0d\0e\0l\xAC\0",
                Encoding::Utf16Be,
                0,
            ),
        ];
        for (bytes, encoding, mark) in cases {
            assert_eq!(
                Encoding::sniff(bytes),
                Sniffed { encoding, mark },
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn utf16_is_decoded_however_it_is_cut() {
        let text = "한글 Ü 😀,A\n";
        for big_endian in [false, true] {
            let bytes: Vec<u8> = text
                .encode_utf16()
                .flat_map(|unit| {
                    if big_endian {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                })
                .collect();
            for cut in 0..=bytes.len() {
                let (first, second) = bytes.split_at(cut);
                let mut decoder = Utf16::new(big_endian);
                let mut out = Vec::new();
                decoder.decode(first, false, &mut out);
                decoder.decode(second, true, &mut out);
                assert_eq!(str::from_utf8(&out), Ok(text), "cut at {cut}");
            }
        }
    }
}
