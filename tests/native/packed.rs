//! Packed files give what the CSV file in them gives.

use std::io::Write as _;
use std::process::Command;

use crate::support::root;

fn census(arguments: &[&str]) -> Result<serde_json::Value, String> {
    let output = Command::new(env!("CARGO_BIN_EXE_census"))
        .args(arguments)
        .current_dir(root().join("tests/fixtures/packed"))
        .output()
        .expect("the program starts");
    if output.status.success() {
        Ok(serde_json::from_slice(&output.stdout).unwrap())
    } else {
        Err(String::from_utf8(output.stderr).unwrap())
    }
}

/// What is counted, without where it came from.
fn counted(mut json: serde_json::Value) -> serde_json::Value {
    for key in ["source", "problems"] {
        assert!(json.as_object_mut().unwrap().remove(key).is_some(), "{key}");
    }
    json
}

#[test]
fn a_table_in_an_archive_is_the_file_itself() {
    let plain = census(&["large_scale_ai_models.csv"]).unwrap();
    let mut archive = census(&["two-tables.zip"]).unwrap();
    // The other list is asked besides, which changes nothing of what is counted.
    let asked = archive.as_object_mut().unwrap().remove("coverage");
    assert!(asked.is_some());
    assert_eq!(archive, plain);
    let path = "ai_models/notable_ai_models.csv";
    let other = census(&["two-tables.zip", "--entry", path]).unwrap();
    assert_eq!(other["source"]["name"], "notable_ai_models.csv");
    assert_eq!(other["source"]["records"], 20);

    let csv =
        std::fs::read(root().join("tests/fixtures/packed/large_scale_ai_models.csv")).unwrap();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(&csv).unwrap();
    let path =
        std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("large_scale_ai_models.csv.gz");
    std::fs::write(&path, packed.finish().unwrap()).unwrap();
    assert_eq!(census(&[path.to_str().unwrap()]).unwrap(), plain);
}

#[test]
fn a_sheet_counts_as_its_csv_does_below_a_title() {
    let plain = census(&["large_scale_ai_models.csv"]).unwrap();
    let sheet = census(&["second-sheet.xlsx"]).unwrap();
    assert_eq!(sheet["source"]["records"], plain["source"]["records"]);
    assert_eq!(counted(sheet), counted(plain));
}

#[test]
fn what_is_wrong_with_a_packed_file_is_said() {
    let reason = census(&["cut-off.zip"]).unwrap_err();
    assert!(
        reason.contains("cut-off.zip: the file is cut off"),
        "{reason}"
    );
    let reason = census(&["two-tables.zip", "--entry", "none.csv"]).unwrap_err();
    assert!(reason.contains("notable_ai_models.csv"), "{reason}");
}
