//! Whole exports of Epoch AI's, which are too large to be kept here.
//!
//! They are looked for in the folder that the variable MODEL_CENSUS_RAW names,
//! else in `../shared/data/raw`; without them there is nothing to test.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use model_census::dataset::Code;

use crate::support::{
    assert_accounted, census_of, dataset_of, options, read_in_pieces, root, said,
};

/// Whether a spreadsheet saved the export again, by its name.
fn is_saved_again(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.contains("resaved"))
}

fn exports() -> Vec<PathBuf> {
    let folder = std::env::var_os("MODEL_CENSUS_RAW")
        .map_or_else(|| root().join("../shared/data/raw"), PathBuf::from);
    let Ok(files) = std::fs::read_dir(&folder) else {
        // Straight to the standard error: the harness would hide what is printed.
        let _ = writeln!(
            std::io::stderr(),
            "not tested: there is no folder {}",
            folder.display()
        );
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    paths.sort();
    paths
}

#[test]
fn whole_exports_are_read_without_a_cell_that_is_not_understood() {
    let untouched = exports().into_iter().filter(|path| !is_saved_again(path));
    for path in untouched {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let census = census_of(dataset_of(&bytes, name), |_| {});
        assert_accounted(&census);
        assert!(census.rows.counted > 0, "{name}");
        let source = &census.dataset.source;
        assert_eq!(source.encoding, "utf-8", "{name}");
        let unexpected = [
            Code::UnreadableNumber,
            Code::NegativeNumber,
            Code::ImplausibleNumber,
            Code::ReformattedNumber,
            Code::RoundedNumber,
            Code::UnreadableDate,
            Code::ImplausibleDate,
            Code::ReformattedDate,
            Code::AmbiguousDate,
            Code::RaggedRecord,
            Code::UnclosedQuote,
            Code::OverlongCell,
            Code::LinesAboveHeader,
            Code::RepeatedColumn,
            Code::SpacedLists,
            Code::CommaInName,
            Code::UndecodableText,
        ];
        for problem in &census.problems {
            assert!(!unexpected.contains(&problem.code), "{name}: {problem:?}");
        }
    }
}

#[test]
fn whole_exports_read_the_same_in_pieces() {
    for path in exports() {
        let bytes = std::fs::read(&path).unwrap();
        let one = said(Ok(dataset_of(&bytes, "export.csv")));
        for lengths in [&[1 << 16][..], &[10_007], &[1 << 20]] {
            let many = read_in_pieces(&bytes, "export.csv", &options(), lengths);
            assert!(said(many) == one, "{} in {lengths:?}", path.display());
        }
    }
}
