//! UTF-8 that someone read as Latin-1 or Windows-1252, and wrote down so.
//!
//! In: a text. Out: what it was, where that can be told exactly: every letter
//! stands for a byte, and the bytes are UTF-8.

/// What Windows-1252 has in place of the control characters 0x80 to 0x9F.
const LETTERS: [(char, u8); 27] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8A),
    ('‹', 0x8B),
    ('Œ', 0x8C),
    ('Ž', 0x8E),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9A),
    ('›', 0x9B),
    ('œ', 0x9C),
    ('ž', 0x9E),
    ('Ÿ', 0x9F),
];
/// It can have happened more than once.
const MOST_TIMES: usize = 3;

/// What a garbled text was; `None` where it is none.
pub(super) fn put_right(text: &str) -> Option<String> {
    let mut right = once(text)?;
    for _ in 1..MOST_TIMES {
        match once(&right) {
            Some(again) => right = again,
            None => break,
        }
    }
    Some(right)
}

fn once(text: &str) -> Option<String> {
    if !text.contains(is_first) {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(byte_of).collect();
    let right = String::from_utf8(bytes?).ok()?;
    // A text that is UTF-8 by chance has letters that nobody writes.
    let is_likely = |c: char| {
        matches!(
            u32::from(c),
            0x00..0x80
                | 0xA0..0x180
                | 0x370..0x460
                | 0x2000..0x2070
                | 0x20A0..0x2200
                | 0x3000..0xE000
                | 0xFEFF..0xFFF0
                | 0x1_F000..0x3_0000
        )
    };
    right.chars().all(is_likely).then_some(right)
}

/// What the first byte of a longer character looks like.
fn is_first(c: char) -> bool {
    ('\u{C2}'..='\u{F4}').contains(&c)
}

fn byte_of(c: char) -> Option<u8> {
    u8::try_from(u32::from(c)).ok().or_else(|| {
        let letter = LETTERS.iter().find(|(letter, _)| *letter == c);
        letter.map(|(_, byte)| *byte)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_garbled_is_put_right() {
        let cases = [
            ("FÃ©dÃ©rale", Some("Fédérale")),
            ("MontrÃ\u{83}Â©al", Some("Montréal")),
            ("Universit\u{C3}\u{A0} di Roma", Some("Università di Roma")),
            ("OpenAIâ€™s", Some("OpenAI’s")),
            ("ë„¤ì\u{9d}´ë²„", Some("네이버")),
            ("ä¸\u{ad}å›½", Some("中国")),
            // What cannot be seen was lost.
            ("ä¸å›½", None),
            ("æ˜‡è…¾", Some("昇腾")),
            ("Fédérale", None),
            ("São Paulo", None),
            ("ÉCOLE", None),
            ("MÜNCHEN – Zürich", None),
            ("TORÓ™", None),
            ("네이버", None),
            ("GPT-4", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(put_right(text).as_deref(), expected, "{text:?}");
        }
    }
}
