//! Why numbers moved and how a list grew, as people read it.

use std::sync::Arc;

use model_census::comparison::{Cause, Explained, PackedLists};
use model_census::dataset::Dataset;
use model_census::definition::Period;
use model_census::document::{
    Grid, MovedAt, growing_sentences, history_grid, matches_grid, moved_grid, moved_sentences,
    movers, movers_grid,
};
use model_census::engine::{Against, Engine, View};
use model_census::locale::Language;

use crate::support::{dataset_of, definition, labels, root};

fn list(day: &str) -> Dataset {
    let name = format!("large-scale-models-{day}.csv");
    let path = root().join("tests/fixtures/history").join(&name);
    dataset_of(&std::fs::read(path).unwrap(), &name)
}

/// An engine that keeps a list and knows those of all days.
fn engine(day: &str) -> Engine {
    let mut engine = Engine::new(Arc::new(definition()), (*labels()).clone());
    let packed = PackedLists::parse(include_str!("../../public/data/history.json")).unwrap();
    let options = engine.options(None, model_census::dataset::native_decoders);
    engine.know_lists(packed, options);
    engine.keep(list(day));
    engine.look(View {
        period: Some(Period::parse("2020-2023").unwrap()),
        ..View::default()
    });
    engine
}

fn against(engine: &mut Engine, day: &str) -> Explained {
    let against = Against {
        list: Some(format!("large-scale-models-{day}.csv")),
        definition: None,
    };
    engine.compare(&against).unwrap()
}

#[track_caller]
fn row(grid: &Grid, label: &str) -> Vec<String> {
    let mut rows = grid.rows.iter();
    let row = rows.find(|row| row[0].text == label).unwrap();
    assert_eq!(row.len(), grid.columns.len());
    row.iter().map(|cell| cell.text.clone()).collect()
}

#[test]
fn the_sentences_say_what_moved_and_why_the_latest_year_first() {
    let explained = against(&mut engine("2026-08-19"), "2024-07-16");
    let said = |language| moved_sentences(&explained, "KOR", &labels(), language);
    let korean = said(Language::Ko);
    assert_eq!(
        korean[0],
        "2020~2023년 144개 → 163개(+19): 새로 등재 +26, 목록에서 빠짐 −6, 출시일 변경 −1"
    );
    assert!(
        korean[1].starts_with("2023년 104개 → 120개(+16): 새로 등재 +"),
        "{korean:?}"
    );
    assert!(
        korean.contains(&"한국: 11개로 같으며 순위도 3위로 같음".to_owned()),
        "{korean:?}"
    );
    let english = said(Language::En);
    assert_eq!(english.len(), korean.len());
    assert_eq!(
        english[0],
        "2020–2023: 144 → 163 models (+19): listed since +26, no longer listed −6, publication date changed −1"
    );
    assert!(
        english.contains(&"South Korea: 11 models and No. 3 in both".to_owned()),
        "{english:?}"
    );
}

#[test]
fn what_a_list_does_not_cover_whole_is_not_compared_in_silence() {
    let mut engine = engine("2026-08-19");
    engine.look(View {
        period: Some(Period::parse("2022-2025").unwrap()),
        ..View::default()
    });
    let explained = against(&mut engine, "2024-07-16");
    let said = moved_sentences(&explained, "KOR", &labels(), Language::Ko);
    let note = "다만 2024-07-16 자료는 이 시기를 온전히 담지 않음";
    for (at, begins) in ["2022~2025년", "2025년", "2024년"].into_iter().enumerate() {
        assert!(
            said[at].starts_with(begins) && said[at].ends_with(note),
            "{said:?}"
        );
    }
    assert!(
        said[3].starts_with("2023년") && !said[3].contains(note),
        "{said:?}"
    );
}

#[test]
fn the_older_list_stands_first_whichever_is_shown() {
    let forth = against(&mut engine("2026-08-19"), "2024-07-16");
    let back = against(&mut engine("2024-07-16"), "2026-08-19");
    let days = |explained: &Explained| {
        [&explained.old, &explained.new]
            .map(|side| side.source.snapshot_date().unwrap().to_string())
    };
    assert_eq!(days(&forth), ["2024-07-16", "2026-08-19"]);
    assert_eq!(days(&back), days(&forth));
    assert_eq!(forth.comparison.tables, back.comparison.tables);
}

#[test]
fn both_sides_are_counted_over_the_period_that_is_shown() {
    // That of the shown list, whatever the other one covers.
    let mut engine = engine("2024-07-16");
    engine.look(View::default());
    let explained = against(&mut engine, "2026-08-19");
    assert_eq!(explained.period, Period::parse("2020-2023").unwrap());
}

#[test]
fn the_same_list_has_moved_nothing() {
    let explained = engine("2026-08-19").compare(&Against::default()).unwrap();
    let said = moved_sentences(&explained, "KOR", &labels(), Language::Ko);
    assert_eq!(said, ["두 자료의 모든 수치가 같음"]);
}

#[test]
fn a_list_that_is_not_there_is_no_comparison() {
    let against = Against {
        list: Some("elsewhere.csv".to_owned()),
        definition: None,
    };
    assert_eq!(engine("2024-07-16").compare(&against), None);
}

#[test]
fn a_table_has_what_was_what_is_and_each_cause() {
    let explained = against(&mut engine("2026-08-19"), "2024-07-16");
    let at = MovedAt {
        table: "country".to_owned(),
        column: 4,
    };
    let grid = moved_grid(&explained, &at, &labels(), Language::Ko).unwrap();
    let headings: Vec<&str> = grid.columns.iter().map(|own| &*own.heading).collect();
    assert_eq!(
        headings[..4],
        ["국가명", "2024-07-16", "2026-08-19", "증감"]
    );
    assert_eq!(headings[headings.len() - 2..], ["이전 순위", "현재 순위"]);
    let korea = row(&grid, "한국");
    assert_eq!(korea[1..4], ["11", "11", "0"]);
    assert_eq!(korea[korea.len() - 2..], ["3", "3"]);
    // Every row adds up as it is read.
    let number = |text: &str| {
        text.replace('−', "-")
            .replace('+', "")
            .parse::<i64>()
            .unwrap_or(0)
    };
    for cells in &grid.rows {
        let numbers: Vec<i64> = cells[1..].iter().map(|cell| number(&cell.text)).collect();
        let causes: i64 = numbers[3..numbers.len() - 2].iter().sum();
        assert_eq!(numbers[1] - numbers[0], numbers[2], "{}", cells[0].text);
        assert_eq!(causes, numbers[2], "{}", cells[0].text);
    }
}

#[test]
fn models_are_found_by_row_cause_and_name() {
    let explained = against(&mut engine("2026-08-19"), "2024-07-16");
    let whole = MovedAt::whole(&explained);
    let all = movers(&explained, &whole, None, None, "");
    assert_eq!(all.len(), 26 + 6 + 1);
    let dated = movers(&explained, &whole, None, Some(Cause::Date), "");
    assert_eq!(dated.len(), 1);
    let grid = movers_grid(&explained, &whole, &dated, &labels(), Language::Ko).unwrap();
    let cells = &grid.rows[0];
    assert_eq!(cells[1].text, "빠짐");
    assert_eq!(cells[3].text, "출시일 변경");
    assert!(cells[4].text < cells[5].text, "{cells:?}");
    let found = movers(&explained, &whole, Some("all"), None, "minerva");
    assert_eq!(found.len(), 1);
    assert!(movers(&explained, &whole, None, None, "no such model").is_empty());
}

#[test]
fn pairs_of_other_names_carry_certainty_and_grounds() {
    let explained = against(&mut engine("2026-08-19"), "2024-07-16");
    let grid = matches_grid(&explained, Language::Ko);
    let pair = row(&grid, "MPT-30B (base)");
    assert_eq!(pair[1], "MPT-30B");
    assert!(pair[2].starts_with("이름 바뀜 ("), "{pair:?}");
    assert!(pair[3].contains("이름"), "{pair:?}");
}

#[test]
fn a_history_is_a_triangle_with_mean_revisions() {
    let mut engine = engine("2026-08-19");
    engine.look(View::default());
    let lists = engine.lists();
    assert_eq!(lists.len(), 9, "a day has one list");
    let history = engine.history(&lists, "year");
    let grid = history_grid(&history, false, &labels(), Language::Ko);
    let year = row(&grid, "2023년");
    assert_eq!(
        year[1..10],
        [
            "104", "107", "110", "118", "119", "119", "121", "121", "120"
        ]
    );
    assert_eq!(year[10..], ["2.0", "2.3"]);
    let changes = history_grid(&history, true, &labels(), Language::En);
    let year = row(&changes, "2023");
    assert_eq!(
        year[1..10],
        ["–", "+3", "+3", "+8", "+1", "0", "+2", "0", "−1"]
    );
    let said = growing_sentences(&history, Language::Ko);
    assert!(
        said[0].starts_with("2025년은 아직 자라는 중: 2026-08-19 자료의 164개는"),
        "{said:?}"
    );
    assert!(
        said.iter()
            .any(|own| own.starts_with("2024년은 같은 나이의 165.8개에서 168개로")),
        "{said:?}"
    );
    assert!(
        said.last().unwrap().starts_with("추정(연쇄사다리법)"),
        "{said:?}"
    );
    let history = engine.history(&lists, "country");
    assert!(growing_sentences(&history, Language::Ko).is_empty());
}

#[test]
fn where_fewer_than_two_years_can_be_followed_nothing_is_estimated() {
    let engine = engine("2025-05-08");
    let days = ["2024-07-16", "2024-08-07", "2025-05-08"];
    let lists = days.map(|day| Arc::new(list(day)));
    let mut engine = engine;
    engine.look(View::default());
    let history = engine.history(&lists, "year");
    let said = growing_sentences(&history, Language::Ko);
    assert!(
        said[0].starts_with("2024년은 아직 자라는 중: 2025-05-08 자료의 132개는"),
        "{said:?}"
    );
    assert!(
        said[1].starts_with("같은 나이에 견줄 이전 연도의 자료가 없어"),
        "{said:?}"
    );
    assert!(said[2].contains("추정하지 않음"), "{said:?}");
}
