//! What fuzzing found worth keeping.

use crate::support::{NAME, census_of, read, root};

#[test]
fn every_kept_input_is_read_and_accounted_for_or_refused() {
    let mut accounted = 0;
    for entry in std::fs::read_dir(root().join("fuzz/corpus/reader")).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        if let Ok(dataset) = read(&bytes, NAME) {
            let _accounted_for = census_of(dataset, |_| {});
            accounted += 1;
        }
    }
    assert!(accounted > 50, "{accounted}");
}
