//! The command line: what it prints, and how it says that it cannot.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use model_census::export::{FORMATS, Made};

use crate::support::{SNAPSHOT, definition, root};

const EXPORT: &str = "Model,Publication date,Organization\nA,2021,NAVER\nB,2024,Meta AI\n";

pub fn census(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_census"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().unwrap();
    // Where the program does not read it, the pipe is closed already.
    let _unread = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().unwrap()
}

/// A file of this program's own, in cargo's folder for such.
pub fn file(name: &str, bytes: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[track_caller]
pub fn printed(arguments: &[&str], input: &[u8]) -> String {
    let output = census(arguments, input);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), &*complaint), (Some(0), ""));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_json_says_what_was_read_and_counted() {
    let path = file("said.csv", EXPORT.as_bytes());
    let json: serde_json::Value = serde_json::from_str(&printed(&[&path], b"")).unwrap();
    assert_eq!(json["schema"], "model-census/1");
    assert_eq!(json["source"]["name"], "said.csv");
    assert_eq!(json["source"]["records"], 2);
    assert_eq!(json["source"]["latest_publication"], "2024");
    assert_eq!(json["definition"]["sha256"], definition().sha256());
    assert_eq!(json["period"], serde_json::json!(["2020", "2023"]));
    assert_eq!(
        (&json["models"], &json["rows"]["outside_period"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn a_filter_is_taken_by_names_and_codes_or_refused_with_the_nearest() {
    let path = file("filtered.csv", EXPORT.as_bytes());
    let by = |filter: &str| {
        let said = printed(&[&path, "--period", "2020-2024", "--filter", filter], b"");
        serde_json::from_str::<serde_json::Value>(&said).unwrap()
    };
    let keyed = by("country=KOR");
    assert_eq!(keyed["models"], 1);
    for filter in [
        "country=KR",
        "country=kr",
        "country=한국",
        "country=South Korea",
    ] {
        assert_eq!(by(filter), keyed, "{filter}");
    }
    let slip = "country=Untied States";
    let output = census(&[&path, "--filter", slip], b"");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success());
    assert!(
        said.contains(slip) && said.contains("country=USA"),
        "{said}"
    );
}

#[test]
fn the_formats_are_json_markdown_and_csv() {
    let json = printed(&["-", "--format", "json"], SNAPSHOT);
    assert_eq!(json, printed(&["-"], SNAPSHOT));
    let markdown = printed(&["--format", "markdown", "-"], SNAPSHOT);
    assert!(markdown.starts_with("# "));
    assert!(markdown.contains("| 미국 | 3 | 2 | 18 | 41 (중복 1) | 64 (중복 1) | 44.4% | 1 |"));
    let csv = printed(&["--format", "csv", "-"], SNAPSHOT);
    assert!(csv.starts_with("breakdown,key,label_ko,label_en,year,models,shared,partial\n"));
    assert!(csv.contains("\ncountry,USA,미국,United States,2023,41,1,no\n"));
    assert!(csv.contains("\ncountry,USA,미국,United States,total,64,1,no\n"));
}

#[test]
fn a_period_and_a_definition_may_be_given() {
    let json = printed(&["--period", "2021~2024", "-"], EXPORT.as_bytes());
    assert!(json.contains("\"models\": 2,"));
    let mut other = definition();
    other.id = "other".to_owned();
    let path = file("other.json", &serde_json::to_vec(&other).unwrap());
    let json = printed(&["-", "--definition", &path], EXPORT.as_bytes());
    assert!(json.contains("\"id\": \"other\","));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["json", "markdown", "csv"] {
        let run = || printed(&["--format", format, "-"], SNAPSHOT);
        assert_eq!(run(), run(), "{format}");
    }
}

#[test]
fn every_format_is_written_or_said_to_be_drawn_elsewhere() {
    let mut written = Vec::new();
    for format in FORMATS {
        let output = census(&["-", "--format", format.id], EXPORT.as_bytes());
        if matches!(format.made, Made::Office(_)) {
            check_unusable(&output, "which the page draws");
        } else {
            assert!(output.status.success(), "{}", format.id);
            written.push(format.id);
        }
    }
    let usage = printed(&["--help"], b"");
    let (_, named) = usage.split_once("--format ").unwrap();
    let (named, _) = named.split_once(']').unwrap();
    assert_eq!(named, written.join("|"));
}

#[test]
fn a_report_is_written_in_the_language_asked_for() {
    let said = |language| {
        let asked = ["-", "--format", "markdown", "--language", language];
        printed(&asked, EXPORT.as_bytes())
    };
    assert!(said("ko").contains("자료:"));
    assert!(said("en").contains("Source:") && !said("en").contains("자료:"));
    let refused = census(&["-", "--language", "fr"], EXPORT.as_bytes());
    check_unusable(&refused, "--language fr");
}

#[test]
fn help_is_no_failure() {
    for option in ["--help", "-h"] {
        assert!(printed(&[option], b"").starts_with("usage: census "));
    }
}

#[track_caller]
pub fn check_unusable(output: &Output, says: &str) {
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{complaint}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    assert!(complaint.starts_with("census: "), "{complaint}");
    assert!(complaint.ends_with('\n'), "{complaint}");
    assert!(complaint.contains(says), "{says:?} in {complaint}");
    assert!(output.stdout.is_empty());
}

#[test]
fn unusable_input_is_status_2_one_line_of_complaint_and_no_output() {
    let root = root().to_str().unwrap().to_owned();
    let export = file("usable.csv", EXPORT.as_bytes());
    let empty = file("empty.csv", b"");
    let header = file("header.csv", b"Model,Publication date\n");
    let table = file("table.csv", b"\"two\nlines\",value\n1,2\n");
    let sheet = file("sheet.csv", b"PK\x03\x04");
    let no_json = file("no.json", b"{");
    let later = file("later.json", b"{\"schema\": \"model-census-definition/4\"}");
    let cases: [(&[&str], &str); 16] = [
        (&["nowhere.csv"], "nowhere.csv: "),
        (&["no\nwhere.csv"], "no where.csv: "),
        (&[&root], &root),
        (&[&empty], "the file is empty"),
        (&[&header], "no record"),
        (&[&table], "the column “Model”; found: two lines, value"),
        (&[&sheet], "the file is cut off"),
        (&[], "usage: "),
        (&[&export, &export], "more than one file"),
        (&[&export, "--period", "2023-2020"], "2023-2020: "),
        (&[&export, "--period"], "--period needs a value"),
        (&[&export, "--colour"], "unknown option --colour"),
        (&[&export, "--format", "xml"], "unknown format xml"),
        (&[&export, "--definition", "nowhere.json"], "nowhere.json: "),
        (&[&export, "--definition", &no_json], "definition: "),
        (
            &[&export, "--definition", &later],
            "model-census-definition/4",
        ),
    ];
    for (arguments, says) in cases {
        check_unusable(&census(arguments, b""), says);
    }
    check_unusable(&census(&["-"], b""), "the file is empty");
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_not_utf8_is_named_as_well_as_can_be() {
    use std::os::unix::ffi::OsStrExt as _;
    let output = Command::new(env!("CARGO_BIN_EXE_census"))
        .arg(std::ffi::OsStr::from_bytes(b"caf\xE9.csv"))
        .output()
        .unwrap();
    check_unusable(&output, "caf");
}

#[test]
fn the_day_of_writing_is_said_where_it_is_asked_for() {
    let plain = printed(&["-"], EXPORT.as_bytes());
    assert!(!plain.contains("\"written\""));
    let day = ["--written", "2025-03-01"];
    let dated = printed(&["-", day[0], day[1]], EXPORT.as_bytes());
    assert!(
        dated.ends_with("  \"written\": \"2025-03-01\"\n}\n"),
        "{dated}"
    );
    for format in ["markdown", "html", "problems", "models"] {
        let said = printed(
            &["-", "--format", format, day[0], day[1]],
            EXPORT.as_bytes(),
        );
        assert!(said.contains("2025-03-01"), "{format}");
    }
    let refused = census(&["-", "--written", "2025-03"], EXPORT.as_bytes());
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn a_column_is_what_it_is_said_to_be() {
    let renamed = EXPORT.replace("Publication date", "Day");
    let said = ["-", "--column", "Day=publication-date"];
    let json = printed(&said, renamed.as_bytes());
    assert!(json.contains("\"models\": 1,"), "{json}");
    // By the definition likewise.
    let mut other = definition();
    let columns = [("Day".into(), model_census::dataset::Field::PublicationDate)];
    other.columns = columns.into_iter().collect();
    assert_eq!(other.sha256(), definition().sha256());
    let path = file("columns.json", &serde_json::to_vec(&other).unwrap());
    let by_definition = printed(&["-", "--definition", &path], renamed.as_bytes());
    assert_eq!(by_definition, json);
    let output = census(&["-", "--column", "Day=day"], renamed.as_bytes());
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        complaint.contains("facts are name, publication-date"),
        "{complaint}"
    );
}
