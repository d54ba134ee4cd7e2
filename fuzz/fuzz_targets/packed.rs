//! Any bytes as a packed file: no panic, no table beyond the limit, and whatever
//! table comes out is one that was listed.

#![no_main]

use libfuzzer_sys::fuzz_target;
use model_census::dataset::Columns;
use model_census_unpack::{
    best_match, entries, extract_within, gunzip, sheet_as_csv_within, sheet_by, unpack,
};

/// Small, so that bombs end early.
const LIMIT: u64 = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(all) = entries(bytes) {
        assert!(best_match(&all).is_some_and(|best| best < all.len()));
        for at in 0..all.len() {
            if let Ok(table) = extract_within(bytes, at, LIMIT) {
                assert!(table.len() as u64 <= LIMIT);
            }
        }
        assert!(extract_within(bytes, all.len(), LIMIT).is_err());
    }
    if let Ok(sheet) = sheet_as_csv_within(bytes, LIMIT, LIMIT) {
        assert!(sheet.csv.len() as u64 <= LIMIT);
        assert!(sheet.sheets.contains(&sheet.name));
        // Each of the others can be asked for.
        for name in &sheet.sheets {
            let own = sheet_by(bytes, Some(name), &Columns::default());
            assert!(own.is_ok_and(|own| own.name == *name));
        }
    }
    if bytes.len() < 1 << 12 {
        let _ = gunzip(bytes);
        let _ = unpack(bytes, "file.xlsx", None, &Columns::default());
    }
});
