//! Zip archives.

use std::io::{Cursor, Read as _};

use model_census::dataset::sha256;
use model_census::language::Language;
use model_census_office::package;

use crate::support::{keep, part, whole};

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

/// `make proof` has other programs say so of the same packages.
#[test]
fn a_package_has_the_form_that_it_names() {
    for (name, files) in [
        ("2024-07-16", whole("2024-07-16", Language::Ko)),
        ("2026-02-16", whole("2026-02-16", Language::En)),
    ] {
        let bytes = package(&files).unwrap();
        keep(&format!("package-{name}.zip"), &bytes);
        let described: serde_json::Value =
            serde_json::from_str(&part(&bytes, "datapackage.json")).unwrap();
        assert_eq!(
            described["$schema"],
            "https://datapackage.org/profiles/2.0/datapackage.json"
        );
        assert_eq!(described["created"], "2026-11-24T00:00:00Z");
        let mut tables = 0;
        for resource in described["resources"].as_array().unwrap() {
            let path = resource["path"].as_str().unwrap();
            let (_, bytes) = files.iter().find(|own| own.0 == path).unwrap();
            assert_eq!(resource["hash"], format!("sha256:{}", sha256(bytes)));
            if resource["mediatype"] == "text/csv" {
                assert_is_table(path, bytes);
                let fields = resource["schema"]["fields"].as_array().unwrap();
                let types: Vec<&str> = fields
                    .iter()
                    .map(|own| own["type"].as_str().unwrap())
                    .collect();
                let of =
                    |name: &str| types[fields.iter().position(|own| own["name"] == name).unwrap()];
                match path {
                    "tables.csv" => assert_eq!([of("models"), of("year")], ["integer", "string"]),
                    "models.csv" => assert_eq!(of("Training compute (FLOP)"), "number"),
                    _ => {}
                }
                tables += 1;
            }
        }
        assert_eq!(tables, 4, "{name}");
    }
}

/// Every line has as many cells as the header, whose names are all told apart.
fn assert_is_table(path: &str, bytes: &[u8]) {
    let mut reader = csv::Reader::from_reader(bytes);
    let header: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let told: std::collections::BTreeSet<&String> = header.iter().collect();
    assert_eq!(told.len(), header.len(), "{path}: {header:?}");
    assert!(
        header.iter().all(|own| !own.is_empty()),
        "{path}: {header:?}"
    );
    // The reader refuses lines of other lengths; there need be no problem.
    let mut lines = reader.records();
    let is_empty = lines.next().map(|line| line.unwrap()).is_none();
    assert!(!is_empty || path == "diagnostics.csv", "{path}");
    assert!(lines.all(|line| line.is_ok()), "{path}");
}
