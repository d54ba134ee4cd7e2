//! Chapters that a reader asks for beyond the report.

use std::sync::Arc;

use model_census::comparison::PackedLists;
use model_census::definition::Period;
use model_census::document::{About, Annex, Annexes, Block, Grid, document_with, workbook};
use model_census::engine::{Against, Engine, View};
use model_census::export::markdown;
use model_census::locale::Language;
use model_census::report::Report;

use crate::support::{dataset_of, definition, labels, root};

const NEW: &str = "large-scale-models-2026-02-16.csv";
const OLD: &str = "large-scale-models-2024-07-16.csv";

/// A report, and all that can be asked for beside it.
fn found() -> (Report, Annexes) {
    let mut engine = Engine::new(Arc::new(definition()), (*labels()).clone());
    let folder = root().join("public/data");
    for packed in ["history.json", "other-lists.json"] {
        let packed = std::fs::read_to_string(folder.join(packed)).unwrap();
        let packed = PackedLists::parse(&packed).unwrap();
        let options = engine.options(None, model_census::dataset::native_decoders);
        engine.know_lists(packed, options);
    }
    engine.keep(dataset_of(&std::fs::read(folder.join(NEW)).unwrap(), NEW));
    engine.look(View {
        period: Some(Period::parse("2020-2025").unwrap()),
        ..View::default()
    });
    let report = engine.report().unwrap();
    let against = Against {
        list: Some(OLD.to_owned()),
        definition: None,
    };
    let lists = engine.lists();
    let annexes = Annexes {
        comparison: engine.compare(&against),
        history: Some(engine.history(&lists, "year")),
        coverage: engine.covered(""),
    };
    (report, annexes)
}

fn tables(blocks: &[Block]) -> Vec<&Grid> {
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        Block::Figure(figure) => Some(&figure.grid),
        _ => None,
    });
    tables.collect()
}

#[test]
fn chapters_that_are_asked_for_stand_before_the_credits_and_others_do_not() {
    let (report, annexes) = found();
    for language in Language::ALL {
        let whole = document_with(&report, &About::default(), &annexes, language);
        let plain = document_with(&report, &About::default(), &Annexes::default(), language);
        let headings = |blocks: &[Block]| -> Vec<String> {
            let headings = blocks.iter().filter_map(|block| match block {
                Block::Heading { level: 1, text } => Some(text.clone()),
                _ => None,
            });
            headings.collect()
        };
        let (all, few) = (headings(&whole.blocks), headings(&plain.blocks));
        let own = all.len() - Annex::ALL.len() - 1;
        assert_eq!(all[..own], few[..few.len() - 1]);
        assert_eq!(all.last(), few.last());
        let more = all[own..all.len() - 1].iter();
        for ((at, heading), annex) in more.enumerate().zip(Annex::ALL) {
            assert!(heading.ends_with(annex.title(language)), "{heading}");
            assert!(heading.contains(&format!(" {}. ", at + 1)), "{heading}");
        }
        let some = Annexes {
            coverage: annexes.coverage.clone(),
            ..Annexes::default()
        };
        let one = document_with(&report, &About::default(), &some, language);
        assert_eq!(headings(&one.blocks).len(), few.len() + 1);
    }
}

#[test]
fn the_chapters_say_what_moved_how_it_grew_and_who_is_missing() {
    let (report, annexes) = found();
    let document = document_with(&report, &About::default(), &annexes, Language::Ko);
    let said = markdown(&document);
    let (_, annexed) = said.split_once("부록 1. 왜 달라졌나").unwrap();
    for part in [
        "2024-07-16",
        "부록 2. 자료가 자라는 모습",
        "부록 3. 목록에 없는 모델",
        "한국의 2020~2025년",
        "학습 연산량 비공개",
    ] {
        assert!(annexed.contains(part), "{part}");
    }
    // The sum of the reasons is what is known, and each model has a row.
    let coverage = annexes.coverage.as_ref().unwrap();
    let all = tables(&document.blocks);
    let of = |id: &str| *all.iter().find(|grid| grid.id == id).unwrap();
    let total = |row: &Vec<_>| -> usize {
        let cell: &model_census::document::Cell = row.last().unwrap();
        cell.text.parse().unwrap()
    };
    let counted: usize = of("coverage").rows.iter().map(total).sum();
    assert_eq!(counted, coverage.of_period());
    assert_eq!(of("coverage-models").rows.len(), coverage.models.len());
    // No two tables or figures are called the same, by which pictures and files
    // are found.
    let mut ids: Vec<&str> = all.iter().map(|grid| &*grid.id).collect();
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn each_chapter_has_a_chart_and_each_of_its_tables_a_sheet() {
    let (report, annexes) = found();
    for language in Language::ALL {
        let drawings = annexes.drawings(&report, language);
        let drawn: Vec<&str> = drawings.iter().map(|(id, _)| &**id).collect();
        assert_eq!(
            drawn,
            [
                "comparison-year-chart",
                "history-year-chart",
                "coverage-chart"
            ]
        );
        let document = document_with(&report, &About::default(), &annexes, language);
        for (id, drawing) in &drawings {
            let figures = document.blocks.iter().filter_map(|block| match block {
                Block::Figure(figure) if figure.id == *id => Some(figure),
                _ => None,
            });
            let figures: Vec<_> = figures.collect();
            assert_eq!(figures.len(), 1, "{id}");
            assert_eq!(figures[0].alt, drawing.summary);
        }
        let about = About::default();
        let book = workbook(&report, &about, None, None, &annexes, language);
        let plain = workbook(&report, &about, None, None, &Annexes::default(), language);
        let grids = annexes.grids(&report, language);
        assert_eq!(book.sheets.len(), plain.sheets.len() + grids.len());
        let mut names: Vec<&str> = book.sheets.iter().map(|sheet| &*sheet.name).collect();
        for name in &names {
            assert!(name.chars().count() <= 31, "{name}");
            assert!(
                !name.contains(['[', ']', ':', '*', '?', '/', '\\']),
                "{name}"
            );
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), book.sheets.len());
    }
}
