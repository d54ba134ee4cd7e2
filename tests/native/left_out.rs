//! What has no room is said: no picture shows some rows as if they were all.

use model_census::definition::Period;
use model_census::document::{About, Below, Block, Document, Figure, document};
use model_census::engine::{Engine, View};
use model_census::export::{html, infographic, infographic_charts};
use model_census::locale::{Labels, Language};
use model_census::report::Report;

use crate::support::{LABELS, definition, read};

const NEWER: &[u8] = include_bytes!("../../public/data/large-scale-models-2026-02-16.csv");
const NAME: &str = "large-scale-models-2026-02-16.csv";

fn report(period: &str) -> Report {
    let labels = Labels::parse(LABELS).expect("the labels are valid");
    let mut engine = Engine::new(definition().into(), labels);
    engine.keep(read(NEWER, NAME).expect("it is an export"));
    engine.look(View {
        period: Some(Period::parse(period).expect("a period")),
        ..View::default()
    });
    engine.report().expect("data are kept")
}

fn written(period: &str, language: Language) -> Document {
    document(&report(period), &About::default(), language)
}

fn figure(document: &Document, id: &str) -> Figure {
    let figures = document.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    figures
        .into_iter()
        .find(|own| own.id == id)
        .expect("the figure")
        .clone()
}

#[test]
fn a_figure_says_how_many_rows_only_its_numbers_show() {
    for (language, note) in [
        (Language::Ko, "주: 그림에 표시하지 않은 항목이 32개 더 있음"),
        (Language::En, "Note: 32 more rows are not in the chart"),
    ] {
        let document = written("2020-2025", language);
        let own = figure(&document, "organization");
        assert_eq!(own.left_out, note);
        assert_eq!(own.grid.rows.len(), 20 + 32);
        let note = Below::Note(note.to_owned());
        assert!(own.below(true, language).contains(&note));
        assert!(!own.below(false, language).contains(&note), "all are there");
        assert_eq!(figure(&document, "year").left_out, "");
        let pictures = [("organization".to_owned(), "<svg></svg>".to_owned())];
        assert!(html(&document, &pictures).contains(&own.left_out));
        assert!(!html(&document, &[]).contains(&own.left_out));
    }
    assert_eq!(
        figure(&written("2020-2023", Language::Ko), "organization").left_out,
        "",
        "of 2020 to 2023 all have room"
    );
}

#[test]
fn an_infographic_says_how_many_rows_its_charts_leave_out() {
    for (language, said) in [
        (
            Language::Ko,
            ["그 외 6개 항목", "그 외 20개 항목", "그 외 32개 항목"],
        ),
        (
            Language::En,
            ["6 more rows", "20 more rows", "32 more rows"],
        ),
    ] {
        let report = report("2020-2025");
        let drawn = infographic_charts(&report, language);
        let charts: Vec<(&str, String)> = drawn
            .iter()
            .map(|own| (own.id, "<svg></svg>".to_owned()))
            .collect();
        let page = infographic(&report, &charts, &About::default(), language).svg;
        for said in said {
            assert!(page.contains(&format!(">{said}</text>")), "{said}");
        }
        // What could not be drawn leaves nothing out.
        let bare = infographic(&report, &[], &About::default(), language).svg;
        assert!(!bare.contains(&format!(">{}</text>", said[2])));
    }
}
