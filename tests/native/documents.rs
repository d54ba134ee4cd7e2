//! Documents, their tables, and what is made of them as text.

use model_census::breakdown::Shape;
use model_census::chart::{self, ColourBy, Look};
use model_census::definition::{Definition, Period};
use model_census::dimension::{Condition, Conditions};
use model_census::document::{
    About, Block, Document, Grid, Kind, about, document, drawing, list_grid, table_grid,
};
use model_census::engine::{Engine, View};
use model_census::evidence::{Meant, evidence};
use model_census::export::{
    datapackage, evidence_csv, grid_clipboard_html, grid_csv, grid_text, html, infographic,
    infographic_charts, json, json_written, markdown, models_csv, models_jsonl, problems_csv,
    readme,
};
use model_census::list::ListId;
use model_census::locale::{Labels, Language};
use model_census::report::Report;

use crate::support::{
    DEFINITION, LABELS, SNAPSHOT, census_of, countries, dataset, dataset_of, report, report_of,
};

const NEWER: &[u8] = include_bytes!("../../public/data/large-scale-models-2026-02-16.csv");
const NAME: &str = "large-scale-models-2024-07-16.csv";

fn snapshot() -> Report {
    report_of(&census_of(dataset_of(SNAPSHOT, NAME), |_| {}))
}

fn written() -> About {
    About {
        written: "2026-11-24".to_owned(),
    }
}

fn grid(report: &Report, id: &str, shape: Shape, language: Language) -> Grid {
    let mut tables = report.tables();
    let (breakdown, table) = tables.find(|(own, _)| own.id == id).unwrap();
    table_grid(report, breakdown, table.unwrap(), shape, language)
}

fn lines(grid: &Grid) -> Vec<String> {
    grid_text(grid).lines().map(str::to_owned).collect()
}

#[test]
fn a_table_reads_as_the_report_prints_it() {
    let report = snapshot();
    let country = grid(&report, "country", Shape::default(), Language::Ko);
    assert_eq!(
        country.caption(),
        "<표 1> 국가별·연도별 초거대 AI 모델 개발 현황"
    );
    assert_eq!(country.unit, "(단위: 개; 중복 포함)");
    assert_eq!(
        lines(&country)[..2],
        [
            "국가명\t모델 수 2020년\t모델 수 2021년\t모델 수 2022년\t모델 수 2023년\t모델 수 계\t비중\t순위",
            "미국\t3\t2\t18\t41 (중복 1)\t64 (중복 1)\t44.4%\t1",
        ]
    );
    let domain = grid(&report, "domain", Shape::default(), Language::Ko);
    assert!(lines(&domain)[1].starts_with("언어(Language)\t3\t9\t23\t91\t126"));
    let year = grid(&report, "year", Shape::default(), Language::En);
    assert_eq!(
        lines(&year)[2],
        "Year on year\t–\t+200.0%\t+211.1%\t+271.4%\t"
    );
    for grid in [&country, &domain, &year] {
        for row in &grid.rows {
            assert_eq!(row.len(), grid.columns.len(), "{}", grid.caption());
        }
    }
}

#[test]
fn a_table_follows_the_shape_that_is_shown() {
    let report = snapshot();
    let shape = Shape {
        share: true,
        cumulative: true,
        log: false,
    };
    let country = grid(&report, "country", shape, Language::Ko);
    assert_eq!(country.unit, "(단위: 개; 중복 포함; 비중 · 누적)");
    let usa = &country.rows[0];
    assert_eq!(usa[2].text, "41.7%");
    assert_eq!(usa[2].number(), Some(5.0 / 12.0));
    assert_eq!(usa[5].text, "64 (중복 1)");
}

#[test]
fn the_largest_models_stand_side_by_side() {
    let top = list_grid(&snapshot(), ListId::TopModels, Language::Ko).unwrap();
    let headings: Vec<&str> = top.columns.iter().map(|own| &*own.heading).collect();
    assert_eq!(
        headings[..3],
        ["모델명", "Mistral Large", "Nemotron-4 340B"]
    );
    let compute = top
        .rows
        .iter()
        .find(|row| row[0].text.starts_with("학습 연산량"));
    assert_eq!(compute.unwrap()[1].text, "2.00E+25");
    assert_eq!(top.columns[0].kind, Kind::Label);
}

#[test]
fn every_file_states_source_licence_snapshot_definition_and_day() {
    let report = snapshot();
    for language in Language::ALL {
        let about = about(&report, &written(), language);
        let said: String = about
            .iter()
            .map(|(name, value)| format!("{name}: {value}\n"))
            .collect();
        for part in [
            NAME,
            "2024-07-16",
            "CC BY 4.0",
            "is-178",
            "2026-11-24",
            "IS-178",
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
        assert!(said.contains(&report.definition.sha256()));
        let document = document(&report, &written(), language);
        let csv = grid_csv(
            &grid(&report, "country", Shape::default(), language),
            &about,
        );
        for file in [csv, html(&document, &[]), markdown(&document)] {
            for part in ["2024-07-16", "CC BY 4.0", "IS-178", "2026-11-24"] {
                assert!(file.contains(part), "{part}");
            }
            assert!(file.contains(&report.definition.sha256()));
        }
    }
}

#[test]
fn the_clipboard_gets_a_table_with_merged_headings() {
    let html = grid_clipboard_html(&grid(
        &snapshot(),
        "country",
        Shape::default(),
        Language::Ko,
    ));
    assert!(html.contains("<th colspan=\"5\""), "{html}");
    assert_eq!(html.matches("rowspan=\"2\"").count(), 3);
    assert_eq!(html.matches("<tr>").count(), 2 + 14);
    assert!(html.contains(">41 (중복 1)</td>"));
    assert!(!html.contains("class="), "a style sheet is not pasted");
}

#[test]
fn hostile_names_stay_text_in_every_format() {
    let csv = "System,Publication date,Organization,Country (from Organization)\n\
               =1+1,2020-05-01,<script>alert(1)</script>,\"<img src=x onerror=alert(1)>\"\n";
    let report = report(csv);
    let document = document(&report, &written(), Language::Ko);
    let country = grid(&report, "country", Shape::default(), Language::Ko);
    for page in [html(&document, &[]), grid_clipboard_html(&country)] {
        assert!(
            !page.contains("<script>alert") && !page.contains("<img src=x"),
            "{page}"
        );
    }
    let charts = infographic_charts(&report, Language::Ko);
    let charts: Vec<(&str, String)> = charts.iter().map(|own| (own.id, String::new())).collect();
    assert!(
        !infographic(&report, &charts, &written(), Language::Ko)
            .svg
            .contains("<img src=x")
    );
    let text = markdown(&document).replace("\\<", "");
    assert!(!text.contains("<img src=x"), "{text}");
    let organization = grid(&report, "country", Shape::default(), Language::En);
    assert!(
        grid_csv(&organization, &[])
            .lines()
            .all(|line| !line.starts_with('='))
    );
}

fn figures(document: &Document) -> Vec<&str> {
    let figures = document.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(&*figure.number),
        _ => None,
    });
    figures.collect()
}

/// The numbers of what IS-178 has.
const TABLES: [&str; 7] = [
    "<표 1>", "<표 2>", "<표 3>", "<표 4>", "<표 5>", "<표 6>", "<표 7>",
];
const FIGURES: [&str; 5] = ["[그림 1]", "[그림 2]", "[그림 3]", "[그림 4]", "[그림 5]"];

#[test]
fn a_document_has_the_figures_and_tables_of_is_178() {
    let document = document(&snapshot(), &written(), Language::Ko);
    assert_eq!(
        document.title,
        "글로벌 초거대 AI 모델 현황 분석(2020~2023년)"
    );
    // Breakdowns that IS-178 does not have may stand among these.
    let figures = figures(&document);
    let of_is_178 = |number: &&&str| FIGURES.contains(*number);
    let mut found: Vec<&&str> = figures.iter().filter(of_is_178).collect();
    found.sort_unstable();
    assert_eq!(found, FIGURES.iter().collect::<Vec<_>>());
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(&*grid.number),
        _ => None,
    });
    let tables: Vec<&str> = tables.filter(|own| TABLES.contains(own)).collect();
    assert_eq!(tables, TABLES);
}

/// A value does not say again what its name says, and no two rows have a name.
#[test]
fn what_a_file_states_is_labelled_once() {
    for language in Language::ALL {
        let about = about(&snapshot(), &written(), language);
        assert!(
            about
                .iter()
                .any(|(_, own)| own.starts_with("IS-178 (") && own.ends_with(", is-178)")),
            "no two brackets in a row: {about:?}"
        );
        let mut names: Vec<&str> = about.iter().map(|(name, _)| &**name).collect();
        for (name, value) in &about {
            for label in &names {
                assert!(!value.starts_with(&format!("{label}: ")), "{name}: {value}");
            }
        }
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{names:?}");
        let document = document(&snapshot(), &written(), language);
        let text = markdown(&document);
        for label in [
            "자료: 자료",
            "분석 틀: 분석 틀",
            "Data: Data",
            "frame: Analysis frame:",
        ] {
            assert!(!text.contains(label), "{label}");
        }
    }
}

/// Below every heading stands something, be it that there is nothing.
#[test]
fn no_heading_is_bare() {
    let nothing = |period: &str, filter: &[&str]| {
        let definition = Definition::parse(DEFINITION).unwrap();
        let mut engine = Engine::new(definition.into(), Labels::parse(LABELS).unwrap());
        engine.know(countries());
        engine.keep(dataset_of(SNAPSHOT, NAME));
        let filter = filter.iter().map(|text| Condition::parse(text).unwrap());
        engine.look(View {
            period: Some(Period::parse(period).unwrap()),
            filter: Conditions(filter.collect()),
        });
        engine.report().unwrap()
    };
    for report in [
        nothing("2010-2012", &[]),
        nothing("2020-2023", &["country=FRA"]),
        nothing("2020-2023", &["country=ISL"]),
        nothing("2020-2023", &["domain=Nothing"]),
        report("System,Publication date\nA,2020-05-01\n"),
        report("System,Publication date,Organization\nA,2020-05-01,NAVER\n"),
        report("System,Publication date,Organization,Domain,Task\nA,2020-05-01,,,\n"),
    ] {
        for language in Language::ALL {
            let document = document(&report, &written(), language);
            let blocks = document.blocks.windows(2);
            for pair in blocks {
                if let [
                    Block::Heading { level, text },
                    Block::Heading { level: next, .. },
                ] = pair
                {
                    assert!(next > level, "nothing below {text}");
                }
            }
        }
    }
}

#[test]
fn a_document_of_few_columns_says_what_is_missing() {
    let report = report("System,Publication date\nA,2020-05-01\n");
    let document = document(&report, &written(), Language::Ko);
    let text = markdown(&document);
    assert!(text.contains("열이 없어 계산할 수 없음"), "{text}");
    assert_eq!(figures(&document).len(), 1);
    let page = infographic(&report, &[], &written(), Language::Ko);
    assert!(page.svg.contains("자료에 없음"));
}

/// Text of a bold title in an infographic's panel, and how wide it is at most.
fn panels(svg: &str) -> Vec<String> {
    let title = "font-size=\"12\" fill=\"#1b1f24\" font-weight=\"bold\">";
    let parts = svg.split(title).skip(1);
    parts
        .map(|part| part.split('<').next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_titles_of_an_infographic_have_room_in_every_language() {
    for language in Language::ALL {
        let titles = panels(&infographic(&snapshot(), &[], &written(), language).svg);
        assert_eq!(titles.len(), 9, "{titles:?}");
        for title in titles {
            // Hangul fills its 12 px, bold Latin letters two thirds of them.
            let wide = |c: char| if c < '\u{1100}' { 7.5 } else { 12.0 };
            let width: f64 = title.chars().map(wide).sum();
            assert!(
                width <= 226.0 || title.contains("순위") || title.contains("ranks"),
                "{title}"
            );
            assert!(width <= 400.0 && !title.contains('…'), "{title}");
        }
    }
}

#[test]
fn many_years_are_all_named_in_an_infographic_and_partial_ones_marked() {
    let of = |period: &str, language| {
        let definition = Definition::parse(DEFINITION).unwrap();
        let mut engine = Engine::new(definition.into(), Labels::parse(LABELS).unwrap());
        engine.know(countries());
        engine.keep(dataset_of(SNAPSHOT, NAME));
        engine.look(View {
            period: Some(Period::parse(period).unwrap()),
            ..View::default()
        });
        let report = engine.report().unwrap();
        let charts = infographic_charts(&report, language);
        let year = charts.iter().find(|own| own.id == "year").unwrap();
        let option: serde_json::Value = serde_json::from_str(&year.option).unwrap();
        let axis = option
            .pointer("/xAxis/data")
            .or(option.pointer("/xAxis/0/data"));
        let names: Vec<String> = serde_json::from_value(axis.unwrap().clone()).unwrap();
        (names, infographic(&report, &[], &written(), language).svg)
    };
    let (names, _) = of("2020-2023", Language::Ko);
    assert_eq!(names, ["2020년", "2021년", "2022년", "2023년"]);
    let (names, page) = of("2019-2024", Language::Ko);
    assert_eq!(names, ["’19", "’20", "’21", "’22", "’23", "’24*"]);
    assert!(
        page.contains("* 2024년은 자료 기준일(2024-07-16)까지의 일부"),
        "{page}"
    );
    let (names, _) = of("2022H1-2023H2", Language::En);
    assert_eq!(names, ["’22 H1", "’22 H2", "’23 H1", "’23 H2"]);
}

#[test]
fn the_authors_words_are_kept_and_enter_no_fingerprint() {
    let plain = census_of(dataset_of(SNAPSHOT, NAME), |_| {});
    let census = census_of(dataset_of(SNAPSHOT, NAME), |definition| {
        definition.implications.ko = "□ 결론\n- 근거\n\n그냥 쓴 줄".to_owned();
    });
    assert_eq!(census.definition.sha256(), plain.definition.sha256());
    let json = census.definition.to_json();
    let read = model_census::definition::Definition::parse(&json).unwrap();
    assert_eq!(read, *census.definition);
    let document = document(&report_of(&census), &written(), Language::Ko);
    let text = markdown(&document);
    assert!(
        text.contains("- 결론\n    - 근거\n  - 그냥 쓴 줄\n"),
        "{text}"
    );
    assert!(!text.contains("연구자가 작성함"));
}

#[test]
fn a_package_describes_its_files() {
    let report = snapshot();
    let document = document(&report, &written(), Language::En);
    let office = "report.docx".to_owned();
    let files = vec![
        (office, vec![0xff, 0]),
        ("tables.csv".to_owned(), b"a,b\n".to_vec()),
    ];
    let readme = readme(&report, &document, &files);
    assert!(readme.contains("`tables.csv`: every cell") && readme.contains("CC BY 4.0"));
    let package: serde_json::Value =
        serde_json::from_str(&datapackage(&report, &document, &files)).unwrap();
    assert_eq!(package["created"], "2026-11-24T00:00:00Z");
    let word = &package["resources"][0];
    assert_eq!(
        (&word["path"], &word["bytes"]),
        (&"report.docx".into(), &2.into())
    );
    assert!(
        word["mediatype"]
            .as_str()
            .unwrap()
            .contains("wordprocessingml")
    );
    assert_eq!(word["description"], "the whole report");
    let resource = &package["resources"][1];
    assert_eq!(resource["path"], "tables.csv");
    assert_eq!(resource["bytes"], 4);
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
}

#[test]
fn models_are_lines_of_json() {
    let csv = "System,Publication date,Organization,Training compute (FLOP)\n\
               A,2020-05-01,\"X,Y\",1e24\nB,2021,,\n";
    let lines = models_jsonl(&dataset(csv), &written());
    let lines: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["Organization"], serde_json::json!(["X", "Y"]));
    assert_eq!(lines[0]["Training compute (FLOP)"], serde_json::json!(1e24));
    assert!(lines[1].get("Organization").is_none());
    for line in &lines {
        let source = line["Source"].as_str().unwrap();
        assert!(source.ends_with("; written 2026-11-24"), "{source}");
    }
}

#[test]
fn a_file_says_its_day_only_where_it_is_handed_in() {
    let report = snapshot();
    let plain = json(&report);
    let dated = json_written(&report, &written());
    let mut read: serde_json::Value = serde_json::from_str(&dated).unwrap();
    let day = read.as_object_mut().unwrap().remove("written");
    assert_eq!(day, Some("2026-11-24".into()));
    let expected: serde_json::Value = serde_json::from_str(&plain).unwrap();
    assert_eq!(read, expected);
    assert!(!plain.contains("\"written\""));
    let csv = models_csv(
        &dataset("Model,Publication date\nA,2023\n"),
        &About::default(),
    );
    assert!(
        csv.contains("CC BY 4.0") && !csv.contains("written"),
        "{csv}"
    );
}

#[test]
fn tables_of_problems_and_models_state_what_every_file_states() {
    let report = report("Model,Publication date\nA,soon\nB,2023-01-02\n");
    let about = about(&report, &written(), Language::En);
    let census = census_of(dataset("Model,Publication date\nB,2023-01-02\n"), |_| {});
    let evidence = evidence(&census, &Meant::all());
    let files = [
        problems_csv(&report, &about, Language::En),
        evidence_csv(&report, &evidence, "=All", &about, Language::En),
    ];
    for file in files {
        for part in ["CC BY 4.0", "is-178", "2026-11-24"] {
            assert!(file.contains(part), "{part}: {file}");
        }
        assert!(!file.contains("\n=All"), "{file}");
        // What stands below does not outvote the header: the reader refuses
        // lines of other lengths.
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        assert!(reader.records().all(|line| line.is_ok()), "{file}");
    }
}

#[test]
fn a_figure_says_what_it_shows_with_years_and_shares() {
    let report = snapshot();
    let said = |language| drawing(&report, "development", language).unwrap().summary;
    assert_eq!(
        said(Language::Ko),
        "개발 방식별 초거대 AI 모델 현황(2020~2023년 누적). \
         단독 개발 130(90.3%): 2020년 3, 2021년 6, 2022년 24, 2023년 97; \
         공동 개발 14(9.7%): 2020년 0, 2021년 3, 2022년 4, 2023년 7"
    );
    assert!(said(Language::En).contains(" 130 (90.3%): 2020 3, "));
    let year = drawing(&report, "year", Language::Ko).unwrap().summary;
    assert!(
        year.ends_with("2020년 3, 2021년 9, 2022년 28, 2023년 104"),
        "{year}"
    );
}

#[test]
fn a_legend_never_lies_over_a_chart() {
    let report = report_of(&census_of(
        dataset_of(NEWER, "large-scale-models-2026-02-16.csv"),
        |_| {},
    ));
    for language in Language::ALL {
        for narrow in [false, true] {
            let look = Look {
                language,
                narrow,
                ..Look::default()
            };
            let drawing = chart::list(&report, ListId::TrainingCompute, ColourBy::Country, look);
            let option: serde_json::Value = serde_json::from_str(&drawing.option()).unwrap();
            // charming writes one of a kind alone, several as an array.
            let one = |name: &str| option[name].get(0).unwrap_or(&option[name]).clone();
            let legend = one("legend");
            let names = legend["data"].as_array().unwrap();
            let letters = names.iter().map(|name| {
                let name = name["name"].as_str().unwrap().chars();
                31.0 + name
                    .map(|c| if c < '\u{1100}' { 6.2 } else { 12.0 })
                    .sum::<f64>()
            });
            // What ECharts needs at least: as many lines as all names fill, a
            // line and a gap each, and the axis' name below them.
            let width = if narrow { 290.0 } else { 500.0 };
            let lines = (letters.sum::<f64>() / width).ceil();
            let top = one("grid")["top"].as_f64().unwrap();
            assert!(
                top >= 26.0 * lines + 20.0,
                "{language:?} {narrow}: {top} for {lines}"
            );
            assert!(f64::from(drawing.height) > top + 300.0);
        }
    }
}
