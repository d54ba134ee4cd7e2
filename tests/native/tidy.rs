//! The shape of the sources, and what every breakdown has in common.

use std::collections::BTreeSet;
use std::path::Path;

use model_census::breakdown::BREAKDOWNS;
use model_census::document::About;
use model_census::export::FORMATS;
use model_census::locale::Language;

use crate::support::{LABELS, read, report, root, sources, tables};

/// Beyond this many lines a file is two files.
const LINES: usize = 400;
/// Beyond this many it says in its first comment why it is one: a line that
/// begins with [`REASON`].
const LONG: usize = 300;
const REASON: &str = "//! Long because ";

/// The files of some folders that are long and do not say why.
fn long_without_reason(is_meant: impl Fn(&Path) -> bool) -> Vec<String> {
    let files = ["src", "office/src", "unpack/src"].into_iter();
    files
        .flat_map(sources)
        .filter(|(path, text)| is_meant(path) && text.lines().count() > LONG)
        .filter(|(_, text)| {
            let mut first = text.lines().take_while(|line| line.starts_with("//!"));
            !first.any(|line| line.starts_with(REASON))
        })
        .map(|(path, text)| format!("{}: {} lines", path.display(), text.lines().count()))
        .collect()
}

#[test]
fn a_long_file_says_why() {
    let long = long_without_reason(|path| !path.starts_with("src/page"));
    assert!(long.is_empty(), "over {LONG}: {long:?}");
}

#[test]
fn a_long_file_of_the_page_says_why() {
    let long = long_without_reason(|path| path.starts_with("src/page"));
    assert!(long.is_empty(), "over {LONG}: {long:?}");
}

#[test]
fn no_source_file_is_too_long_to_read() {
    let long: Vec<String> = sources("src")
        .iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LINES)
        .map(|(path, lines)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "over {LINES}: {long:?}");
}

#[test]
fn what_is_left_to_do_names_its_issue() {
    for (path, text) in sources("src") {
        for (at, line) in text.lines().enumerate() {
            let after = line.split_once("TODO").map(|(_, after)| after);
            let fine = after.is_none_or(|after| after.starts_with("(#"));
            assert!(fine, "{}:{}: {line}", path.display(), at + 1);
        }
    }
}

#[test]
fn only_the_page_knows_the_page_and_the_browser() {
    let page = Path::new("src").join("page");
    for (path, text) in sources("src") {
        if path.starts_with(&page) || path == Path::new("src").join("lib.rs") {
            continue;
        }
        for word in [
            "crate::page",
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo",
        ] {
            assert!(!text.contains(word), "{word} in {}", path.display());
        }
    }
}

#[test]
fn every_breakdown_has_a_file_named_by_its_id() {
    for breakdown in BREAKDOWNS {
        let file = format!("{}.rs", breakdown.id.replace('-', "_"));
        let path = root().join("src").join("breakdown").join(file);
        let text = std::fs::read_to_string(&path).expect("a file of that name");
        let id = format!("id: \"{}\"", breakdown.id);
        assert!(text.contains(&id), "{}", path.display());
        for line in [
            "//! **Counts** ",
            "//! **Denominator** ",
            "//! **Leaves out** ",
        ] {
            assert!(text.contains(line), "{line} in {}", path.display());
        }
    }
}

#[test]
fn every_file_of_a_breakdown_is_in_the_list() {
    let listed: BTreeSet<&str> = BREAKDOWNS.iter().map(|breakdown| breakdown.id).collect();
    assert_eq!(listed.len(), BREAKDOWNS.len(), "ids are unique");
    let of_breakdowns = sources("src/breakdown")
        .into_iter()
        .filter(|(_, text)| text.contains("const BREAKDOWN: Breakdown"));
    for (path, _) in of_breakdowns {
        let id = path
            .file_stem()
            .unwrap()
            .to_str()
            .unwrap()
            .replace('_', "-");
        assert!(listed.contains(&*id), "{id}");
    }
}

#[test]
fn ids_are_words_in_lower_case_joined_by_hyphens() {
    for breakdown in BREAKDOWNS {
        let id = breakdown.id;
        let plain = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
        assert!(id.split('-').all(plain), "{id}");
    }
}

#[test]
fn every_breakdown_has_its_names_and_whole_titles() {
    let names: serde_json::Value = serde_json::from_str(LABELS).unwrap();
    let report = report("Model,Publication date\nA,2023\n");
    for breakdown in BREAKDOWNS {
        assert!(
            names[breakdown.dimension.labels].is_object(),
            "{}",
            breakdown.dimension.labels
        );
        for language in Language::ALL {
            let title = report.title(breakdown, language);
            assert!(!title.is_empty() && !title.contains(['{', '}']), "{title}");
            assert!(!breakdown.dimension.name(language).is_empty());
        }
    }
}

#[test]
fn every_breakdown_survives_an_export_in_which_nothing_counts() {
    let report = report(
        "Model,Publication date,Organization,Country (of organization),Domain,Task\nA,,,,,\n",
    );
    for (breakdown, table) in tables(&report) {
        assert_eq!((table.counted, table.known()), (0, 0), "{}", breakdown.id);
        assert!(table.rows.is_empty(), "{}", breakdown.id);
        assert_eq!(table.share(0), None);
    }
    assert_eq!(
        report
            .findings
            .growth
            .as_ref()
            .and_then(|growth| growth.cagr),
        None
    );
    let dataset = read(b"Model,Publication date\nOne,2023-01-01\n", "one.csv").unwrap();
    for format in FORMATS {
        let written = format.text(&report, &dataset, &About::default(), Language::Ko);
        assert!(written.is_none_or(|text| !text.is_empty()), "{}", format.id);
    }
}

#[test]
fn every_kind_of_problem_is_found_somewhere() {
    let files = ["src", "unpack/src"].into_iter().flat_map(sources);
    let (kinds, others): (Vec<_>, Vec<_>) =
        files.partition(|(path, _)| path == Path::new("src/dataset/problem.rs"));
    let (_, after) = kinds[0].1.split_once("pub enum Code {").unwrap();
    let (kinds, _) = after.split_once("\n}").unwrap();
    let kinds: Vec<&str> = kinds
        .lines()
        .filter_map(|line| line.trim().strip_suffix(','))
        .collect();
    assert!(kinds.contains(&"MissingColumn"), "{kinds:?}");
    for kind in kinds {
        // What only has words is a promise that nobody keeps.
        let named = format!("Code::{kind}");
        let found = others.iter().any(|(path, text)| {
            let next = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric());
            !path.starts_with("src/locale") && text.split(&named).skip(1).any(|rest| !next(rest))
        });
        assert!(found, "no part of the program finds {kind}");
    }
}
