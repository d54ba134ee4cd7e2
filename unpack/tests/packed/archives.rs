//! Zip archives, as Epoch offers them and as nobody should.

use crate::support::{EXPORT, zip, zip_by};
use model_census_unpack::{
    Entry, PackedError, best_match, entries, extract, extract_within, is_workbook,
};
use zip::CompressionMethod;

fn names(bytes: &[u8]) -> Vec<String> {
    let tables = entries(bytes).unwrap();
    tables.into_iter().map(|entry| entry.name).collect()
}

/// Sets bits in the flags of all entries, in both of a zip's two places.
fn flag(mut bytes: Vec<u8>, bits: u8) -> Vec<u8> {
    for at in 0..bytes.len().saturating_sub(10) {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => bytes[at + 6] |= bits,
            b"PK\x01\x02" => bytes[at + 8] |= bits,
            _ => {}
        }
    }
    bytes
}

fn with_method(mut bytes: Vec<u8>, method: u8) -> Vec<u8> {
    for at in 0..bytes.len().saturating_sub(12) {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => bytes[at + 8] = method,
            b"PK\x01\x02" => bytes[at + 10] = method,
            _ => {}
        }
    }
    bytes
}

#[test]
fn only_tables_are_listed_in_their_order() {
    let bytes = zip(&[
        ("data/", ""),
        ("README.txt", "read me"),
        ("readme.md", "read me"),
        ("data/notable_ai_models.csv", EXPORT),
        ("data/all_ai_models.CSV", EXPORT),
        ("__MACOSX/data/._all_ai_models.csv", "\0"),
        (".hidden.csv", EXPORT),
        ("notes.txt", "notes"),
        ("picture.png", "png"),
        ("models.tsv", EXPORT),
    ]);
    assert_eq!(
        names(&bytes),
        [
            "data/notable_ai_models.csv",
            "data/all_ai_models.CSV",
            "notes.txt",
            "models.tsv"
        ]
    );
    assert!(!is_workbook(&bytes));
    let tables = entries(&bytes).unwrap();
    assert_eq!(tables[0].size, EXPORT.len() as u64);
    assert_eq!(best_match(&tables), Some(1));
    assert_eq!(extract(&bytes, 1).unwrap(), EXPORT.as_bytes());
    assert_eq!(
        extract(&bytes, 4),
        Err(PackedError::NoSuchEntry { index: 4 })
    );
}

#[test]
fn the_best_match_goes_by_name_then_by_size() {
    let entry = |name: &str, size| Entry {
        name: name.to_owned(),
        size,
    };
    let frontier = entry("frontier_ai_models.csv", 9);
    let notable = entry("notable_ai_models.csv", 1);
    let large = entry("large_scale_ai_models.csv", 1);
    let best = |entries: &[&Entry]| {
        let entries: Vec<Entry> = entries.iter().copied().cloned().collect();
        best_match(&entries).map(|index| entries[index].name.clone())
    };
    assert_eq!(
        best(&[&frontier, &notable, &large]),
        Some(large.name.clone())
    );
    assert_eq!(best(&[&frontier, &notable]), Some(notable.name.clone()));
    // A folder's name is no file's, and "small" is not "all".
    let small = entry("large/small.csv", 1);
    let other = entry("hardware.csv", 2);
    assert_eq!(best(&[&small, &other]), Some(other.name.clone()));
    assert_eq!(best(&[]), None);
}

#[test]
fn stored_and_deflated_give_the_same() {
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        let bytes = zip_by(method, &[("a/b/c.csv", EXPORT)]);
        assert_eq!(extract(&bytes, 0).unwrap(), EXPORT.as_bytes());
    }
}

#[test]
fn names_of_korean_windows_are_read() {
    // "모델.csv" in code page 949, which a zip does not name.
    let mut bytes = zip(&[("XXXX.csv", EXPORT)]);
    let (korean, _, _) = encoding_rs::EUC_KR.encode("모델");
    for at in 0..bytes.len() - 4 {
        if &bytes[at..at + 4] == b"XXXX" {
            bytes[at..at + 4].copy_from_slice(&korean);
        }
    }
    assert_eq!(names(&bytes), ["모델.csv"]);
    assert_eq!(
        names(&zip(&[("모델\\모델.csv", EXPORT)])),
        ["모델/모델.csv"]
    );
}

#[test]
fn an_archive_without_a_table_says_what_it_has() {
    assert_eq!(
        entries(&zip(&[("a.png", "")])),
        Err(PackedError::NoTable {
            names: vec!["a.png".to_owned()]
        })
    );
    assert_eq!(
        entries(&zip(&[])),
        Err(PackedError::NoTable { names: Vec::new() })
    );
}

#[test]
fn a_cut_archive_is_told_from_a_damaged_one() {
    let text = EXPORT.repeat(100);
    let bytes = zip_by(CompressionMethod::Stored, &[("a.csv", &text)]);
    for length in 4..bytes.len() {
        let result = entries(&bytes[..length]);
        assert!(
            matches!(
                result,
                Err(PackedError::Truncated | PackedError::Damaged { .. })
            ),
            "{length}: {result:?}"
        );
    }
    assert_eq!(
        entries(&bytes[..bytes.len() / 2]),
        Err(PackedError::Truncated)
    );
    let mut damaged = bytes.clone();
    damaged[100] ^= 1;
    assert!(matches!(
        extract(&damaged, 0),
        Err(PackedError::Damaged { .. })
    ));
    assert!(matches!(
        entries(b"no archive"),
        Err(PackedError::Damaged { .. })
    ));
}

#[test]
fn encryption_and_other_methods_are_named() {
    let bytes = zip(&[("a.csv", EXPORT)]);
    assert_eq!(
        extract(&flag(bytes.clone(), 1), 0),
        Err(PackedError::Encrypted {
            name: "a.csv".to_owned()
        })
    );
    for (number, method) in [(12, "bzip2"), (93, "Zstandard"), (77, "method 77")] {
        assert_eq!(
            extract(&with_method(bytes.clone(), number), 0),
            Err(PackedError::UnsupportedMethod {
                name: "a.csv".to_owned(),
                method: method.to_owned()
            })
        );
    }
}

#[test]
fn a_bomb_is_stopped_at_the_limit_whatever_it_declares() {
    let text = "0".repeat(1 << 20);
    let mut bytes = zip(&[("a.csv", &text)]);
    assert!(bytes.len() < 10_000);
    let too_large = Err(PackedError::TooLarge {
        name: "a.csv".to_owned(),
        limit: 1 << 16,
    });
    assert_eq!(extract_within(&bytes, 0, 1 << 16), too_large);
    assert_eq!(
        extract_within(&bytes, 0, 1 << 20).unwrap().len(),
        text.len()
    );
    // It says that it is small.
    let size = u32::try_from(text.len()).unwrap().to_le_bytes();
    for at in 0..bytes.len() - 4 {
        if bytes[at..at + 4] == size {
            bytes[at..at + 4].copy_from_slice(&[9, 0, 0, 0]);
        }
    }
    assert_eq!(entries(&bytes).unwrap()[0].size, 9);
    assert!(extract_within(&bytes, 0, 1 << 16).is_err());
}

#[test]
fn a_gz_may_have_several_members_and_a_cut_one_is_told() {
    let member = |text: &str| {
        use std::io::Write as _;
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(text.as_bytes()).unwrap();
        packed.finish().unwrap()
    };
    let both = [member("Model,"), member("Domain\n")].concat();
    assert_eq!(
        model_census_unpack::gunzip(&both).unwrap(),
        b"Model,Domain\n"
    );
    for end in [both.len() - 3, member("Model,").len() + 5] {
        let cut = model_census_unpack::gunzip(&both[..end]);
        assert_eq!(cut, Err(PackedError::Truncated), "{end}");
    }
}

#[test]
fn documents_of_other_programs_are_named() {
    let cases = [
        ("content.xml", "ODS"),
        ("Index/Document.iwa", "Numbers"),
        ("xl/workbook.bin", "XLSB"),
        ("Contents/content.hpf", "HWPX"),
        ("word/document.xml", "DOCX"),
    ];
    for (part, expected) in cases {
        let archive = zip(&[("mimetype", "x"), (part, "x")]);
        let format = expected.to_owned();
        assert_eq!(entries(&archive), Err(PackedError::OtherFormat { format }));
    }
}
