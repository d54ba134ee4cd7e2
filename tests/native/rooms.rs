//! The order of the rooms: data flows one way, and no file is above and below
//! another.

use std::path::{Path, PathBuf};

use crate::imports::{Arrow, Package, arrows, loops};
use crate::support::{root, sources};

/// Every room, each below those that follow: a room imports from rooms before
/// it only. ARCHITECTURE.md's table has the same ones in the same order.
const ROOMS: &[&str] = &[
    "dataset",
    "language",
    "spelling",
    "definition",
    "labels",
    "placing",
    "dimension",
    "census",
    "vocabulary",
    "breakdown",
    "list",
    "sensitivity",
    "explore",
    "evidence",
    "report",
    "compare",
    "comparison",
    "coverage",
    "paper",
    "locale",
    "verification",
    "chart",
    "prose",
    "document",
    "export",
    "engine",
    "acts",
    "page",
];

/// The folders of the page, likewise; what stands in `src/page/` itself is
/// above them all.
const PAGE: &[&str] = &[
    "browser",
    "frame",
    "engine",
    "address",
    "state",
    "later",
    "history",
    "numbers",
    "data",
    "definition",
    "share",
    "chart",
    "report",
    "head",
    "evidence",
    "beyond",
    "files",
    "start",
];

/// The packages, each with its name in paths. What `src/bin/` runs is above
/// all of them.
const PACKAGES: &[Package] = &[
    ("src", "model_census"),
    ("src/dataset", "model_census_dataset"),
    ("src/bin", "bin"),
    ("unpack/src", "model_census_unpack"),
    ("office/src", "model_census_office"),
];

fn house() -> Vec<Arrow> {
    let files: Vec<(PathBuf, String)> = ["src", "office/src", "unpack/src"]
        .into_iter()
        .flat_map(sources)
        .collect();
    arrows(&files, PACKAGES)
}

fn is_page(file: &Path) -> bool {
    file.starts_with("src/page")
}

/// The loops among some files, and what ties each.
fn tied(arrows: &[Arrow]) -> Vec<String> {
    let pairs: Vec<(&Path, &Path)> = arrows.iter().map(|own| (&*own.from, &*own.to)).collect();
    loops(&pairs)
        .into_iter()
        .map(|files| {
            let within = |own: &&Arrow| files.contains(&*own.from) && files.contains(&*own.to);
            let lines: Vec<String> = arrows.iter().filter(within).map(said).collect();
            format!("{} files in a loop:\n  {}", files.len(), lines.join("\n  "))
        })
        .collect()
}

fn said(arrow: &Arrow) -> String {
    let [from, to] = [&arrow.from, &arrow.to].map(|file| file.display());
    format!("{from} takes {} from {to}", arrow.name)
}

/// Where a file stands: the position of its room, and within the page that of
/// its folder; nothing for `lib.rs`, which only names the rooms.
fn floor(file: &Path, rooms: &[&str], page: &[&str]) -> Option<(usize, usize)> {
    let names: Vec<&str> = file.iter().filter_map(|part| part.to_str()).collect();
    let position = |room: &str| {
        rooms
            .iter()
            .position(|own| *own == room)
            .unwrap_or_else(|| panic!("{}: no such room in the list", file.display()))
    };
    match names[..] {
        ["src", "lib.rs"] => None,
        ["src", "bin", ..] | ["office" | "unpack", ..] => Some((rooms.len(), 0)),
        ["src", "page", folder, _, ..] => {
            let at = page.iter().position(|own| *own == folder);
            let at = at.unwrap_or_else(|| panic!("{}: not in the list", file.display()));
            Some((position("page"), at))
        }
        ["src", room, ..] => Some((position(room.trim_end_matches(".rs")), page.len())),
        _ => panic!("{} is in no room", file.display()),
    }
}

/// The imports that run back up.
fn upward(arrows: &[Arrow], rooms: &[&str], page: &[&str]) -> Vec<String> {
    arrows
        .iter()
        .filter(|own| {
            let [from, to] = [&own.from, &own.to].map(|file| floor(file, rooms, page));
            from.zip(to).is_some_and(|(from, to)| to > from)
        })
        .map(said)
        .collect()
}

#[test]
fn no_file_outside_the_page_is_in_a_loop_of_imports() {
    let mut arrows = house();
    arrows.retain(|own| !is_page(&own.from) && !is_page(&own.to));
    let tied = tied(&arrows);
    assert!(tied.is_empty(), "{}", tied.join("\n"));
}

#[test]
fn no_room_imports_from_one_above_it() {
    let mut arrows = house();
    arrows.retain(|own| !is_page(&own.from));
    let upward = upward(&arrows, ROOMS, PAGE);
    assert!(upward.is_empty(), "up:\n{}", upward.join("\n"));
}

#[test]
fn no_file_of_the_page_is_in_a_loop_or_imports_from_above() {
    let mut arrows = house();
    arrows.retain(|own| is_page(&own.from));
    let [tied, upward] = [tied(&arrows), upward(&arrows, ROOMS, PAGE)];
    assert!(tied.is_empty(), "{}", tied.join("\n"));
    assert!(upward.is_empty(), "up:\n{}", upward.join("\n"));
}

/// What stands between two headings of ARCHITECTURE.md.
fn chapter(heading: &str) -> String {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let (_, after) = text
        .split_once(&format!("\n## {heading}"))
        .expect("a heading");
    let end = after.find("\n## ").unwrap_or(after.len());
    after[..end].to_owned()
}

#[test]
fn the_map_has_every_room_in_its_order() {
    let rows = chapter("Rooms");
    let (rooms, folders) = rows.split_once("\n### ").expect("the page's folders");
    let first_cells = |rows: &str| -> Vec<String> {
        let cells = rows
            .lines()
            .filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
        cells.map(|(cell, _)| cell.to_owned()).collect()
    };
    assert_eq!(first_cells(rooms), ROOMS, "the table of rooms");
    assert_eq!(
        first_cells(folders),
        PAGE,
        "the table of the page's folders"
    );
    for line in chapter("Flow").lines().filter(|line| line.contains('►')) {
        let words = line.split(|c: char| !c.is_alphanumeric());
        let floors: Vec<usize> = words
            .filter_map(|word| ROOMS.iter().position(|room| *room == word))
            .collect();
        assert!(floors.is_sorted(), "the picture of the flow: {line}");
    }
}

/// A house of a few lines a file.
fn small(files: &[(&str, &str)]) -> Vec<Arrow> {
    let files: Vec<(PathBuf, String)> = files
        .iter()
        .map(|(file, text)| (PathBuf::from(file), (*text).to_owned()))
        .collect();
    arrows(&files, PACKAGES)
}

fn said_of(files: &[(&str, &str)]) -> Vec<String> {
    small(files).iter().map(said).collect()
}

#[test]
fn a_loop_and_an_import_from_above_are_found_and_named() {
    let arrows = small(&[
        ("src/lib.rs", "pub mod cellar; pub mod attic;"),
        ("src/cellar/mod.rs", "mod a; mod b; pub use a::A;"),
        (
            "src/cellar/a.rs",
            "use super::b::{B, C}; use crate::attic::Roof; pub struct A;",
        ),
        (
            "src/cellar/b.rs",
            "pub struct B; pub struct C; fn make() -> super::A { super::A }",
        ),
        ("src/attic/mod.rs", "use crate::cellar::A; pub struct Roof;"),
    ]);
    let tied = tied(&arrows);
    assert_eq!(tied.len(), 1);
    for line in [
        "src/cellar/a.rs takes B from src/cellar/b.rs",
        "src/cellar/b.rs takes A from src/cellar/a.rs",
        "src/cellar/a.rs takes Roof from src/attic/mod.rs",
    ] {
        assert!(tied[0].contains(line), "{line} in {}", tied[0]);
    }
    assert_eq!(
        upward(&arrows, &["cellar", "attic"], &[]),
        ["src/cellar/a.rs takes Roof from src/attic/mod.rs"]
    );
}

#[test]
fn folders_of_the_page_have_their_order_too() {
    let arrows = small(&[
        ("src/page/mod.rs", "mod low; mod high; use low::deep::Low;"),
        ("src/page/low/mod.rs", "pub mod deep;"),
        (
            "src/page/low/deep.rs",
            "use super::super::high::High; pub struct Low;",
        ),
        ("src/page/high/mod.rs", "pub struct High;"),
    ]);
    let rooms = ["page"];
    assert_eq!(
        upward(&arrows, &rooms, &["low", "high"]),
        ["src/page/low/deep.rs takes High from src/page/high/mod.rs"]
    );
    assert!(upward(&arrows, &rooms, &["high", "low"]).is_empty());
}

#[test]
fn a_name_is_taken_from_where_it_is_defined() {
    // Through a re-export under another name, of a package of its own.
    let files = [
        (
            "src/lib.rs",
            "pub use model_census_dataset as dataset; pub mod a;",
        ),
        ("src/dataset/mod.rs", "mod date; pub use date::Date as Day;"),
        ("src/dataset/date.rs", "pub struct Date;"),
        ("src/a/mod.rs", "use crate::dataset::Day;"),
    ];
    assert_eq!(
        said_of(&files),
        ["src/a/mod.rs takes Date from src/dataset/date.rs"]
    );
}

#[test]
fn what_code_and_macros_name_counts_and_signposts_do_not() {
    let b = (
        "src/b.rs",
        "pub fn f() {} pub struct B; pub mod inner { pub struct C; }",
    );
    let lib = ("src/lib.rs", "mod a; mod b;");
    let cases = [
        ("use crate::{b::{self, B}};", vec!["B"]),
        ("use crate::b; fn g() { b::f() }", vec!["f"]),
        ("use crate::b::inner::*;", vec!["*"]),
        ("macro_rules! m { () => { $crate::b::f() } }", vec!["f"]),
        (
            "fn g() { crate::b::inner::C; super::b::B::new() }",
            vec!["B", "C"],
        ),
        ("#[cfg(test)] mod tests { use crate::b::B; }", vec![]),
        (
            "/// [`crate::b::B`]\nfn g() -> &'static str { \"crate::b::B\" }",
            vec![],
        ),
        ("fn g() { ::b::f(); other::b::f() }", vec![]),
    ];
    for (a, names) in cases {
        let expected: Vec<String> = names
            .iter()
            .map(|name| format!("src/a.rs takes {name} from src/b.rs"))
            .collect();
        assert_eq!(said_of(&[lib, ("src/a.rs", a), b]), expected, "{a}");
    }
    let parent = |text| [("src/a.rs", text), ("src/a/b.rs", "pub struct B;")];
    assert!(said_of(&parent("mod b; pub use b::B;")).is_empty());
    for uses in ["mod b; use b::B;", "mod b; pub use b::B; struct A(B);"] {
        assert_eq!(said_of(&parent(uses)), ["src/a.rs takes B from src/a/b.rs"]);
    }
}
