//! Whatever the bytes, there is an answer. Native tests have overflow checks,
//! so that they find more than the module in the browser would trip over.

use crate::support::{Chance, EXPORT, sheet_with, workbook_of, zip, zip_by};
use model_census_unpack::{entries, extract_within, is_workbook, sheet_as_csv_within};
use rust_xlsxwriter::Workbook;
use zip::CompressionMethod;

const LIMIT: u64 = 1 << 22;

fn try_all(bytes: &[u8]) {
    let _ = is_workbook(bytes);
    if let Ok(tables) = entries(bytes) {
        for index in 0..tables.len().min(3) {
            let _ = extract_within(bytes, index, LIMIT);
        }
    }
    let _ = sheet_as_csv_within(bytes, LIMIT, LIMIT);
}

fn mutate(bytes: &mut Vec<u8>, chance: &mut Chance) {
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len());
        match chance.below(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..(at + chance.below(9)).min(bytes.len()))),
            2 => bytes.insert(at, u8::try_from(chance.below(256)).unwrap()),
            3 => {
                let end = (at + 8).min(bytes.len());
                let value = [0x00, 0xFF, 0x7F, b'9'][chance.below(4)];
                bytes[at..end].fill(value);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
        if bytes.is_empty() {
            return;
        }
    }
}

/// `ROUNDS=100000 cargo test --release` looks longer.
fn rounds() -> usize {
    let rounds = std::env::var("ROUNDS").ok();
    rounds
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(1000)
}

#[test]
fn arbitrary_bytes() {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    for round in 0..rounds() {
        let mut bytes: Vec<u8> = (0..chance.below(600))
            .map(|_| u8::try_from(chance.below(256)).unwrap())
            .collect();
        if round % 2 == 0 {
            // What begins and ends as an archive goes further.
            bytes.splice(0..0, *b"PK\x03\x04");
            bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
            bytes.extend((0..10).map(|_| u8::try_from(chance.below(4)).unwrap()));
        }
        try_all(&bytes);
    }
}

#[test]
fn mutated_archives() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Model").unwrap();
    sheet.write(0, 1, "Publication date").unwrap();
    sheet.write(1, 1, 3.8e25).unwrap();
    let sources = [
        zip(&[("a/", ""), ("a/b.csv", EXPORT), ("c.csv", EXPORT)]),
        zip_by(CompressionMethod::Stored, &[("b.csv", EXPORT)]),
        workbook_of(&sheet_with(""), "<sst/>"),
        book.save_to_buffer().unwrap(),
    ];
    let mut chance = Chance(0x2545_F491_4F6C_DD1D);
    for round in 0..rounds() {
        let mut bytes = sources[round % sources.len()].clone();
        mutate(&mut bytes, &mut chance);
        try_all(&bytes);
    }
}

/// Mutations inside of what is packed, which a checksum would stop otherwise.
#[test]
fn mutated_sheets() {
    let more = r#"<row r="3" spans="1:3"><c r="A3" s="1" t="s"><v>0</v></c><c r="B3"><v>45123.5</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="str"><f>A1</f><v>x&amp;_x0041_</v></c></row>"#;
    let sheet = sheet_with(more).replace("<sheetData>", r#"<dimension ref="A1:D3"/><sheetData>"#);
    let strings = r#"<sst count="2" uniqueCount="2"><si><t>one</t></si><si><r><t xml:space="preserve"> two</t></r></si></sst>"#;
    let mut chance = Chance(0xDA94_2042_E4DD_58B5);
    for _ in 0..rounds() {
        let mut sheet = sheet.clone().into_bytes();
        let mut strings = strings.to_owned().into_bytes();
        mutate(&mut sheet, &mut chance);
        mutate(&mut strings, &mut chance);
        try_all(&workbook_of(
            &String::from_utf8_lossy(&sheet),
            &String::from_utf8_lossy(&strings),
        ));
    }
}
