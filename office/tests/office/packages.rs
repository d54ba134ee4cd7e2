//! Zip archives.

use std::io::{Cursor, Read as _};

use model_census::dataset::sha256;
use model_census_office::package;

use crate::support::part;

fn file(path: &str, text: &str) -> (String, Vec<u8>) {
    (path.to_owned(), text.as_bytes().to_vec())
}

#[test]
fn files_are_packed_with_their_checksums() {
    let files = [file("README.md", "읽어 보기"), file("data/a.csv", "a,b\n")];
    let bytes = package(&files).unwrap();
    assert_eq!(bytes, package(&files).unwrap());
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    for (path, content) in &files {
        let mut read = Vec::new();
        archive
            .by_name(path)
            .unwrap()
            .read_to_end(&mut read)
            .unwrap();
        assert_eq!(read, *content);
    }
    let sums: Vec<String> = files
        .iter()
        .map(|(path, content)| format!("{}  {path}\n", sha256(content)))
        .collect();
    assert_eq!(part(&bytes, "SHA256SUMS"), sums.concat());
}

#[test]
fn paths_that_lead_out_or_come_twice_are_refused() {
    for path in ["/a", "../a", "a/../b", "a\\b", "", "a//b", "SHA256SUMS"] {
        assert!(package(&[file(path, "")]).is_err(), "{path}");
    }
    assert!(package(&[file("a", ""), file("a", "")]).is_err());
}
