//! Looks a workbook through before calamine reads it.
//!
//! calamine (0.38) is well kept, but it believes what a workbook says: it
//! reserves memory for as many shared strings as are announced, computes rows
//! and columns of any length without looking for an overflow, and unpacks
//! without an end. Each would abort the module or put a cell into a wrong row.
//! So every part is read once by the same XML reader, and a workbook that no
//! program writes is refused.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::PackedError;
use crate::archive::Archive;

/// Excel's own limits: column XFD, row 1048576.
const MAX_COLUMN_LETTERS: usize = 3;
const MAX_ROW: u32 = 1 << 20;

/// Checks all parts of a workbook, which together unpack to `limit` bytes at
/// most. Says how many formulas have no value.
pub(crate) fn check(archive: &mut Archive<'_>, limit: u64) -> Result<u64, PackedError> {
    let mut left = limit;
    let mut formulas = 0;
    for at in 0..archive.len() {
        // calamine will say why, if it needs this part.
        let Ok(part) = archive.by_index(at) else {
            continue;
        };
        let mut part = part.take(left.saturating_add(1));
        formulas += check_part(&mut part)?;
        left = part.limit().checked_sub(1).ok_or(PackedError::TooLarge {
            name: String::new(),
            limit,
        })?;
    }
    Ok(formulas)
}

/// A cell, as far as it is read: whether it has a formula, and a value.
#[derive(Default)]
struct Formula {
    is_one: bool,
    has_value: bool,
    is_in_value: bool,
}

impl Formula {
    /// Takes what comes next; whether a formula ended that has no value.
    fn take(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                // Of a text nothing may be the value.
                "c" => {
                    let is_text = values(tag, "t").any(|kind| kind == "str");
                    *self = Self {
                        has_value: is_text,
                        ..Self::default()
                    };
                }
                "f" => self.is_one = true,
                "v" => self.is_in_value = true,
                _ => {}
            },
            Event::Text(text) => self.has_value |= self.is_in_value && !text.is_empty(),
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" => self.is_in_value = false,
                "c" => return std::mem::take(self).is_uncomputed(),
                _ => {}
            },
            _ => {}
        }
        false
    }

    fn is_uncomputed(&self) -> bool {
        self.is_one && !self.has_value
    }
}

/// Reads a part to its end, or to where it is no XML: there calamine stops too.
/// Says how many formulas have no value.
fn check_part(part: &mut impl Read) -> Result<u64, PackedError> {
    let mut xml = Reader::from_reader(BufReader::new(part));
    // As calamine has it; an end that fits no beginning must not stop us here.
    let config = xml.config_mut();
    config.check_end_names = false;
    config.trim_text(false);
    config.check_comments = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    let (mut formula, mut uncomputed) = (Formula::default(), 0);
    loop {
        buffer.clear();
        let event = match xml.read_event_into(&mut buffer) {
            Ok(Event::Eof) | Err(_) => return Ok(uncomputed),
            Ok(event) => event,
        };
        if let Event::Start(tag) = &event {
            check_tag(tag)?;
        }
        uncomputed += u64::from(formula.take(&event));
    }
}

fn check_tag(tag: &BytesStart<'_>) -> Result<(), PackedError> {
    let is_sound = match tag.local_name().as_ref() {
        "sst" => values(tag, "uniqueCount").all(is_possible_count),
        "row" | "c" => values(tag, "r").all(is_possible_place),
        "dimension" | "mergeCell" => values(tag, "ref").all(is_possible_range),
        _ => true,
    };
    if is_sound {
        return Ok(());
    }
    // A stranger's tag can be as long as the file.
    let tag: String = tag.chars().take(80).collect();
    Err(PackedError::Damaged {
        detail: format!("impossible place or count in <{tag}>"),
    })
}

/// Memory for this many strings is reserved, 12 or 24 bytes each.
fn is_possible_count(count: &str) -> bool {
    match count.trim().parse::<u32>() {
        Ok(count) => count <= 1 << 22,
        // Not a number: calamine reserves nothing then.
        Err(_) => !count.contains(|letter: char| letter.is_ascii_digit()),
    }
}

fn is_possible_place(place: &str) -> bool {
    let digits = place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    place.len() - digits.len() <= MAX_COLUMN_LETTERS && row_of(digits).is_some()
}

fn is_possible_range(range: &str) -> bool {
    let place = |place: &str| {
        let digits = place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        let letters = place.len() - digits.len();
        let column = place.get(..letters)?.to_ascii_uppercase();
        (letters <= MAX_COLUMN_LETTERS).then_some((row_of(digits)?, (letters, column)))
    };
    match range.split_once(':') {
        None => place(range).is_some(),
        Some((from, to)) => match (place(from), place(to)) {
            (Some(from), Some(to)) => from.0 <= to.0 && from.1 <= to.1,
            _ => false,
        },
    }
}

fn row_of(digits: &str) -> Option<u32> {
    digits
        .parse()
        .ok()
        .filter(|row| (1..=MAX_ROW).contains(row))
}

/// The values of an attribute by calamine's rules, which are laxer than XML's.
pub(crate) fn values<'a>(
    tag: &'a BytesStart<'_>,
    wanted: &'a str,
) -> impl Iterator<Item = &'a str> {
    let mut rest = tag.attributes_raw();
    std::iter::from_fn(move || {
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_ascii_start();
        let quote = after
            .chars()
            .next()
            .filter(|first| "\"'".contains(*first))?;
        let inside = after.get(1..)?;
        let (value, after) = inside.split_once(quote).unwrap_or((inside, ""));
        rest = after;
        Some((key.trim_ascii(), value))
    })
    .filter(move |(key, _)| *key == wanted)
    .map(|(_, value)| value)
}
