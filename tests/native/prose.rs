//! The report's sentences, as they read: tests/fixtures/prose has them, in both
//! languages. `UPDATE_SNAPSHOTS=1 cargo test prose` writes them anew; read the
//! difference before it is kept.

use std::fmt::Write as _;
use std::sync::Arc;

use model_census::breakdown::BREAKDOWNS;
use model_census::definition::{Definition, Period};
use model_census::dimension::{Condition, Conditions};
use model_census::document::Item;
use model_census::engine::{Engine, View};
use model_census::evidence::Meant;
use model_census::list::ListId;
use model_census::locale::{Labels, Language};
use model_census::prose::{policy_facts, section, summary};
use model_census::report::Report;

use crate::support::{DEFINITION, LABELS, LATER, SNAPSHOT, countries, dataset_of, root};

/// An engine as the command line has it.
fn engine(bytes: &[u8], name: &str, period: Option<&str>, filter: &[&str]) -> Engine {
    let labels = Labels::parse(LABELS).unwrap();
    let definition = Definition::parse(DEFINITION).unwrap();
    let mut engine = Engine::new(Arc::new(definition), labels);
    engine.know(countries());
    engine.keep(dataset_of(bytes, name));
    let filter = filter.iter().map(|text| Condition::parse(text).unwrap());
    engine.look(View {
        period: period.map(|text| Period::parse(text).unwrap()),
        filter: Conditions(filter.collect()),
    });
    engine
}

fn lines(out: &mut String, heading: &str, items: &[Item]) {
    let _ = writeln!(out, "[{heading}]");
    for item in items {
        let indent = "  ".repeat(item.mark.depth().into());
        let _ = writeln!(out, "{indent}{} {}", item.mark.symbol(), item.text());
    }
}

fn all(report: &Report, language: Language) -> Vec<(String, Vec<Item>)> {
    let breakdowns = BREAKDOWNS.iter().map(|breakdown| breakdown.id);
    let lists = ListId::ALL.iter().map(|list| list.id());
    let mut all = vec![("summary".to_owned(), summary(report, language))];
    all.extend(
        breakdowns
            .chain(lists)
            .map(|id| (id.to_owned(), section(report, id, language))),
    );
    all.push(("policy".to_owned(), policy_facts(report, language)));
    all
}

fn written(report: &Report) -> String {
    let mut out = String::new();
    for language in Language::ALL {
        let _ = writeln!(out, "== {}", language.name());
        for (heading, items) in all(report, language) {
            lines(&mut out, &heading, &items);
        }
    }
    out
}

#[track_caller]
fn check(case: &str, mut engine: Engine) {
    let report = engine.report().unwrap();
    let written = written(&report);
    let path = root().join(format!("tests/fixtures/prose/{case}.txt"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, kept, "{}", path.display());
    numbers_count_their_models(&engine, &report);
}

/// A number in a sentence is the number of the models that it opens.
fn numbers_count_their_models(engine: &Engine, report: &Report) {
    let mut checked = 0;
    for language in Language::ALL {
        for (_, items) in all(report, language) {
            for run in items.iter().flat_map(|item| &item.runs) {
                let Some(meant) = &run.meant else { continue };
                let count = engine.evidence(meant).unwrap().count;
                assert!(count > 0, "{run:?}");
                if let Ok(said) = run.text.replace(',', "").parse::<usize>() {
                    assert_eq!(said, count, "{run:?}");
                    checked += 1;
                }
            }
        }
    }
    let counted = engine.evidence(&Meant::all()).unwrap().count;
    assert!(checked > 0 || counted == 0);
}

const NAME: &str = "large-scale-models-2024-07-16.csv";
const LATER_NAME: &str = "large-scale-models-2026-02-16.csv";

#[test]
fn the_snapshot_of_is_178() {
    check("is-178", engine(SNAPSHOT, NAME, Some("2020-2023"), &[]));
}

#[test]
fn the_later_snapshot_with_every_whole_year() {
    check("later", engine(LATER, LATER_NAME, None, &[]));
}

#[test]
fn a_period_that_ends_in_a_partial_year() {
    check("partial", engine(SNAPSHOT, NAME, Some("2022-2024"), &[]));
}

#[test]
fn a_single_year() {
    check("one-year", engine(SNAPSHOT, NAME, Some("2023"), &[]));
}

#[test]
fn half_years() {
    check(
        "half-years",
        engine(SNAPSHOT, NAME, Some("2022H1-2023H2"), &[]),
    );
}

#[test]
fn a_partial_half_year() {
    let mut engine = engine(SNAPSHOT, NAME, Some("2023H1-2024H2"), &[]);
    let report = engine.report().unwrap();
    let text: Vec<String> = section(&report, "year", Language::Ko)
        .iter()
        .map(Item::text)
        .collect();
    let said = |text: &String| text.starts_with("2024년 하반기는 자료 기준일(2024-07-16)까지");
    assert!(text.iter().any(said), "{text:?}");
}

#[test]
fn one_country_only() {
    let engine = engine(SNAPSHOT, NAME, Some("2020-2023"), &["country=FRA"]);
    check("one-country", engine);
}

/// Under a filter no sentence speaks of the whole world, and under one on
/// countries none ranks them.
#[test]
fn a_filter_is_named_first_and_nothing_is_said_beyond_it() {
    for (filter, ranks) in [
        (&["country=FRA"][..], false),
        (&["country=FRA", "country=KOR"], false),
        (&["domain=Vision"], true),
        (&["country=*"], true),
        (&["country=ISL"], false),
    ] {
        let mut engine = engine(SNAPSHOT, NAME, Some("2020-2023"), filter);
        let report = engine.report().unwrap();
        for language in Language::ALL {
            for (heading, items) in all(&report, language) {
                let Some(first) = items.first() else { continue };
                let first = first.text();
                assert!(
                    first.contains("조건에 맞는") || first.contains("these conditions"),
                    "{heading}: {first}"
                );
                let text: String = items.iter().map(Item::text).collect();
                for word in ["전 세계", "worldwide"] {
                    assert!(!text.contains(word), "{heading}: {text}");
                }
                for word in [
                    "개발한 국가는",
                    "개국 중",
                    "The country that",
                    "only country",
                ] {
                    assert!(ranks || !text.contains(word), "{heading}: {text}");
                }
            }
        }
    }
}

#[test]
fn other_conditions() {
    let engine = engine(SNAPSHOT, NAME, Some("2020-2022"), &["task=Translation"]);
    check("one-task", engine);
}

#[test]
fn a_filter_that_nothing_meets() {
    let engine = engine(SNAPSHOT, NAME, Some("2020-2023"), &["country=ISL"]);
    check("nothing-filtered", engine);
}

#[test]
fn nothing_at_all() {
    check("nothing", engine(SNAPSHOT, NAME, Some("2010-2012"), &[]));
}

#[test]
fn an_export_of_few_columns() {
    let csv = "System,Publication date\nA,2020-05-01\nB,2022-01-01\nC,2022-02-02\n";
    check(
        "few-columns",
        engine(csv.as_bytes(), "export.csv", Some("2020-2022"), &[]),
    );
}

#[test]
fn a_falling_number_ties_and_a_leading_focus_country() {
    let csv = "System,Publication date,Organization,Country (from Organization),Domain\n\
               A,2020-05-01,NAVER,Korea (Republic of),Language\n\
               B,2020-06-01,NAVER,Korea (Republic of),Vision\n\
               C,2020-07-01,Mistral AI,France,Vision\n\
               D,2021-02-02,Preferred Networks Inc,Japan,Language\n";
    check(
        "falling",
        engine(csv.as_bytes(), "export.csv", Some("2020-2021"), &[]),
    );
}

#[test]
fn countries_that_are_tied_are_all_named() {
    let rows = |country: &str, count: usize| -> String {
        let row = |at: usize| format!("{country} {at},2020-05-01,Org,{country},Language\n");
        (0..count).map(row).collect()
    };
    let header = "System,Publication date,Organization,Country (from Organization),Domain\n";
    let many = ["France", "Japan", "Canada", "Israel", "Germany", "China"];
    let focus = "Korea (Republic of)";
    let behind_two = [rows("France", 2), rows("Japan", 2), rows(focus, 1)];
    let behind_many: Vec<String> = many.iter().map(|own| rows(own, 2)).collect();
    let ahead_of_many: Vec<String> = many.iter().map(|own| rows(own, 1)).collect();
    let own = [rows(focus, 1)];
    let more = [rows(focus, 3)];
    for (case, parts) in [
        ("behind-two", &behind_two[..]),
        ("behind-many", &[&own[..], &behind_many].concat()),
        ("ahead-of-many", &[&more[..], &ahead_of_many].concat()),
    ] {
        let csv = format!("{header}{}", parts.concat());
        check(
            case,
            engine(csv.as_bytes(), "export.csv", Some("2020-2021"), &[]),
        );
    }
}

/// A particle follows the sound before it, which no template knows:
/// `{name}{은}`, never `{name}은`.
#[test]
fn no_korean_template_has_a_particle_behind_a_value() {
    let source = std::fs::read_to_string(root().join("src/locale/ko/phrases.rs")).unwrap();
    let mut values = 0;
    for line in source.lines() {
        let mut rest = line;
        while let Some((_, marked)) = rest.split_once('{') {
            let Some((name, after)) = marked.split_once('}') else {
                break;
            };
            rest = after;
            if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
                continue;
            }
            values += 1;
            let literal = "은는이가을를과와로".contains(after.chars().next().unwrap_or(' '));
            assert!(!literal && !after.starts_with("으로"), "{line}");
        }
    }
    assert!(values > 100, "{values}");
}

#[test]
fn no_phrase_is_left_open() {
    for path in std::fs::read_dir(root().join("tests/fixtures/prose")).unwrap() {
        let text = std::fs::read_to_string(path.unwrap().path()).unwrap();
        assert!(!text.contains(['{', '}']), "{text}");
        assert!(!text.contains("(는)") && !text.contains("(가)"), "{text}");
    }
}
