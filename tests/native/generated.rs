//! What other files repeat of the code is written from it:
//! `UPDATE_SNAPSHOTS=1 cargo test --test native generated` writes it anew.

use std::path::Path;

use model_census::breakdown::BREAKDOWNS;
use model_census::list::ListId;

use crate::support::root;

fn breakdowns() -> Vec<&'static str> {
    BREAKDOWNS.iter().map(|own| own.id).collect()
}

fn lists() -> Vec<&'static str> {
    ListId::ALL.iter().map(|own| own.id()).collect()
}

/// The sections in the page's order.
fn sections() -> Vec<&'static str> {
    let lists = |after| {
        let lists = ListId::ALL.into_iter();
        lists.filter(move |own: &ListId| own.follows() == after)
    };
    let mut all = Vec::new();
    for id in breakdowns() {
        all.push(id);
        all.extend(lists(Some(id)).map(ListId::id));
    }
    all.extend(lists(None).map(ListId::id));
    all
}

#[track_caller]
fn check(path: &str, wanted: &str) {
    let path = root().join(path);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, wanted).unwrap();
    }
    let text = std::fs::read_to_string(&path).unwrap();
    let path = path.strip_prefix(root()).unwrap_or(Path::new(""));
    assert!(
        text == wanted,
        "{} is stale: UPDATE_SNAPSHOTS=1 cargo test --test native generated",
        path.display()
    );
}

/// The text with something else between two others.
fn with(text: &str, before: &str, after: &str, own: &str) -> String {
    let (head, rest) = text.split_once(before).expect(before);
    let (_, tail) = rest.split_once(after).expect(after);
    format!("{head}{before}{own}{after}{tail}")
}

#[test]
fn the_list_of_views_is_the_codes() {
    let lines = |name: &str, ids: &[&str]| {
        let ids = ids.iter().map(|id| format!("    \"{id}\""));
        let ids: Vec<String> = ids.collect();
        format!("  \"{name}\": [\n{}\n  ]", ids.join(",\n"))
    };
    let parts = [
        lines("breakdowns", &breakdowns()),
        lines("lists", &lists()),
        lines("sections", &sections()),
    ];
    check(
        "src/views.json",
        &format!("{{\n{}\n}}\n", parts.join(",\n")),
    );
}

#[test]
fn the_guides_name_every_view() {
    for (path, breakdown, list) in [
        ("docs/embed.md", "a breakdown (`", "a list (`"),
        ("docs/embed.ko.md", "표·그림(`", "목록(`"),
    ] {
        let text = std::fs::read_to_string(root().join(path)).unwrap();
        let text = with(&text, breakdown, "`)", &breakdowns().join(" "));
        let text = with(&text, list, "`)", &lists().join(" "));
        check(path, &text);
    }
}

#[test]
fn the_contract_names_every_breakdown() {
    let path = "docs/json.md";
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    let ids = breakdowns().into_iter().map(|id| format!("`{id}`"));
    let ids: Vec<String> = ids.collect();
    check(
        path,
        &with(&text, "The ids, in this order: ", ".", &ids.join(", ")),
    );
}
