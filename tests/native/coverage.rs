//! Which models other lists know that are not counted, and why.

use std::path::PathBuf;
use std::process::Command;

use model_census::chart::{self, Look};
use model_census::comparison::PackedLists;
use model_census::coverage::{Coverage, Query, Row, Stated, Why};
use model_census::dataset::{Dataset, Field, ListKind, native_decoders};
use model_census::definition::Period;
use model_census::document::{coverage_counts_grid, coverage_grid};
use model_census::engine::{Ask as _, Beside, Engine, View, ask};
use model_census::locale::{Language, coverage_sentences};
use serde_json::Value;

use crate::command_line::{check_unusable, printed};
use crate::json_schema::wrong;
use crate::support::{definition, labels, read, root};

fn fixture(path: &str) -> Dataset {
    let bytes = std::fs::read(root().join("tests/fixtures").join(path)).unwrap();
    read(&bytes, path.rsplit('/').next().unwrap()).unwrap()
}

fn coverage(shown: Dataset, others: Vec<Dataset>, period: &str, country: &str) -> Coverage {
    let mut engine = Engine::new(definition().into(), (*labels()).clone());
    engine.keep(shown);
    for other in others {
        engine.keep_with(other);
    }
    engine.look(View {
        period: Some(Period::parse(period).unwrap()),
        ..View::default()
    });
    engine.coverage(country).unwrap()
}

fn of_2025() -> Coverage {
    let large = fixture("history/large-scale-models-2026-03-30.csv");
    let notable = fixture("notable/notable-models-2026-03-30.csv");
    coverage(large, vec![notable], "2025", "KOR")
}

#[test]
fn korean_models_of_2025_that_are_not_in_the_large_scale_list() {
    let coverage = of_2025();
    let notable = coverage.models.iter().filter(|own| own.lists.contains(&1));
    let mut found: Vec<(&str, Option<Why>)> = notable
        .filter(|own| own.why != Some(Why::OutsidePeriod))
        .map(|own| (&*own.name, own.why))
        .collect();
    found.sort_unstable();
    let unstated = Some(Why::NoCompute);
    let expected = [
        ("A.X K1", unstated),
        ("EXAONE 4.0 (32B)", None),
        ("EXAONE Deep 32B", Some(Why::Derived)),
        ("EXAONE Path 2.0", unstated),
        ("HyperCLOVA X SEED 32B Think", unstated),
        ("K-EXAONE", None),
        ("Solar Open 100B", unstated),
        ("VAETKI", unstated),
    ];
    assert_eq!(found, expected);
    let (least, most) = coverage.range();
    assert_eq!((least, most - least), (coverage.counted(), 5));
}

#[test]
fn every_model_is_there_once_and_the_counted_ones_are_those_of_the_census() {
    let coverage = of_2025();
    let mut records: Vec<_> = coverage
        .models
        .iter()
        .map(|own| (own.by, own.record))
        .collect();
    let all = records.len();
    records.sort_unstable();
    records.dedup();
    assert_eq!(records.len(), all);
    let left_out: usize = Why::ALL.iter().map(|why| coverage.left_out(*why)).sum();
    assert_eq!(coverage.counted() + left_out, all);
    // Counted where the list is alone.
    let counted = census_of_korea();
    assert_eq!(coverage.counted(), counted);
}

fn census_of_korea() -> usize {
    let mut engine = Engine::new(definition().into(), (*labels()).clone());
    engine.keep(fixture("history/large-scale-models-2026-03-30.csv"));
    engine.look(View {
        period: Some(Period::parse("2025").unwrap()),
        ..View::default()
    });
    let report = engine.report().unwrap();
    report
        .table("country")
        .unwrap()
        .row("KOR")
        .map_or(0, |row| row.total.models)
}

const LARGE: &str = "Model,Publication date,Organization,Country (of organization),Training compute (FLOP)\n\
    Counted,2023-01-01,Naver,Korea (Republic of),1e24\n\
    Early,2019-01-01,Naver,Korea (Republic of),1e24\n\
    Abroad,2023-01-01,OpenAI,\"United States of America,Korea (Republic of)\",1e24\n";
const OTHER: &str = "Model,Publication date,Organization,Country (of organization),Training compute (FLOP),Base model,Finetune compute (FLOP),Notability criteria\n\
    counted,2023-01-01,Naver,Korea (Republic of),1e24,,,Cited\n\
    Secret,2023-02-01,Naver,Korea (Republic of),,,,Cited\n\
    Small,2023-03-01,Naver,Korea (Republic of),1e20,,,Cited\n\
    Tuned,2023-04-01,Naver,Korea (Republic of),1e24,Counted,1e20,Cited\n\
    New,2023-05-01,Naver,Korea (Republic of),1e24,,,Cited\n\
    Dateless,,Naver,Korea (Republic of),1e24,,,Cited\n\
    Foreign,2023-05-01,OpenAI,United States of America,1e24,,,Cited\n";

#[test]
fn each_reason_is_told() {
    let list = |csv: &str, name| read(csv.as_bytes(), name).unwrap();
    let large = list(LARGE, "large_scale.csv");
    let coverage = coverage(large, vec![list(OTHER, "b.csv")], "2020-2023", "KOR");
    let mut found: Vec<_> = coverage
        .models
        .iter()
        .map(|own| (&*own.name, own.why))
        .collect();
    found.sort_unstable();
    let expected = [
        ("Abroad", Some(Why::OtherCountry)),
        ("Counted", None),
        ("Dateless", Some(Why::Undated)),
        ("Early", Some(Why::OutsidePeriod)),
        ("New", Some(Why::NotListed)),
        ("Secret", Some(Why::NoCompute)),
        ("Small", Some(Why::BelowThreshold)),
        ("Tuned", Some(Why::Derived)),
    ];
    assert_eq!(found, expected);
    assert_eq!((coverage.of_period(), coverage.range()), (5, (1, 2)));
}

const OTHER_LISTS: &str = include_str!("../../public/data/other-lists.json");

/// An engine that keeps the list of a day and knows those that come with the
/// program.
fn with_bundled(day: &str, period: &str) -> Engine {
    let mut engine = Engine::new(definition().into(), (*labels()).clone());
    let options = engine.options(None, model_census::dataset::native_decoders);
    engine.know_lists(PackedLists::parse(OTHER_LISTS).unwrap(), options);
    engine.keep(fixture(&format!("history/large-scale-models-{day}.csv")));
    engine.look(View {
        period: Some(Period::parse(period).unwrap()),
        ..View::default()
    });
    engine
}

fn names(coverage: &Coverage) -> Vec<&str> {
    coverage.models.iter().map(|own| &*own.name).collect()
}

#[test]
fn the_list_that_comes_with_the_program_is_the_one_that_was_packed() {
    let packed = PackedLists::parse(OTHER_LISTS).unwrap();
    let all: Vec<&str> = packed.names().collect();
    assert_eq!(all, ["notable-models-2026-08-19.csv"]);
    let path = root().join("tests/fixtures/notable").join(all[0]);
    let csv = std::fs::read(path).unwrap();
    assert!(
        packed.csv(all[0]).unwrap() == csv,
        "node tools/history.js --other packs it"
    );
}

#[test]
fn the_list_that_comes_with_the_program_answers_as_one_beside_does() {
    let mut engine = with_bundled("2026-02-16", "2020-2025");
    let mut bundled = ask::Covered(String::new()).answer(&mut engine).unwrap();
    assert!(bundled.is_by_bundled);
    let large = fixture("history/large-scale-models-2026-02-16.csv");
    let notable = fixture("notable/notable-models-2026-08-19.csv");
    bundled.is_by_bundled = false;
    assert_eq!(bundled, coverage(large, vec![notable], "2020-2025", "KOR"));
    // The lists of other days are none of these.
    assert_eq!(engine.lists().len(), 1);
    // Of the very list that comes with the program nothing else is asked.
    engine.keep(fixture("notable/notable-models-2026-08-19.csv"));
    let alone = engine.covered("").unwrap();
    assert_eq!((alone.lists.len(), alone.is_by_bundled), (1, false));
}

#[test]
fn what_readers_ask_for_is_found_with_why_it_does_not_count() {
    let mut engine = with_bundled("2026-02-16", "2020-2025");
    let mut of = |typed: &str| engine.covered(typed).unwrap();
    for (typed, name, why) in [
        ("A.X K1", "A.X K1", Some(Why::NoCompute)),
        ("ax-k1", "A.X K1", Some(Why::NoCompute)),
        ("solar open 100", "Solar Open 100B", Some(Why::NotListed)),
        ("vaetki", "VAETKI", Some(Why::NoCompute)),
        ("K-EXAONE 2.0", "K-EXAONE 2.0", Some(Why::OutsidePeriod)),
        ("exaone deep", "EXAONE Deep 32B", Some(Why::Derived)),
        ("솔라 오픈 100", "Solar Open 100B", Some(Why::NotListed)),
        ("배키", "VAETKI", Some(Why::NoCompute)),
    ] {
        let found = of(typed);
        assert_eq!(found.query, Query::Text(typed.into()));
        let model = found.models.iter().find(|own| &*own.name == name);
        assert_eq!(model.map(|own| own.why), Some(why), "{typed}");
    }
    let organization = |key: &str| Query::Organization(key.into());
    for (typed, query) in [
        ("업스테이지", organization("Upstage")),
        ("upstage", organization("Upstage")),
        ("SK텔레콤", organization("SK Telecom")),
        ("네이버", organization("NAVER")),
        ("Samsung", organization("Samsung")),
        (
            "대한민국 없는 회사",
            Query::Text("대한민국 없는 회사".into()),
        ),
        ("일본", Query::Country("JPN".into())),
        ("United States of America", Query::Country("USA".into())),
        ("  ", Query::Country("KOR".into())),
    ] {
        assert_eq!(of(typed).query, query, "{typed}");
    }
    assert!(names(&of("SK텔레콤")).contains(&"A.X K1"));
    assert!(names(&of("???")).is_empty());
    // Letters of a name: every model that has them, whoever made it.
    assert!(names(&of("exaone")).len() > 5);
}

/// What stands in the cell of a list that a model's answer names.
fn stands(list: &Dataset, record: u32, column: &str) -> Stated {
    let field = list.columns.iter().find(|(_, header)| header == column);
    let model = list.models.iter().find(|own| own.place.record == record);
    let model = model.unwrap();
    let flop = |own: Option<f64>| own.map_or(Stated::Nothing, Stated::Flop);
    match field.unwrap().0 {
        Field::TrainingCompute => flop(model.training_compute_flop),
        Field::FinetuneCompute => flop(model.finetune_compute_flop),
        Field::PublicationDate => Stated::Text(model.published.unwrap().to_string()),
        Field::Name => Stated::Text(model.name.to_string()),
        Field::Organization => Stated::Text(model.organizations.join(", ")),
        other => panic!("{other:?} decides nothing"),
    }
}

#[test]
fn the_cell_that_decides_says_why() {
    let large = fixture("history/large-scale-models-2026-02-16.csv");
    let notable = fixture("notable/notable-models-2026-08-19.csv");
    let mut engine = with_bundled("2026-02-16", "2020-2025");
    let mut seen = Vec::new();
    for country in ["KOR", "USA", "CHN", "FRA"] {
        let found = engine.covered(country).unwrap();
        for model in &found.models {
            let list = [&large, &notable][model.by];
            let cell = &model.cell;
            assert_eq!(
                cell.stated,
                stands(list, model.record, &cell.column),
                "{}",
                model.name
            );
            let flop = match cell.stated {
                Stated::Flop(flop) => Some(flop),
                _ => None,
            };
            let is_told = match model.why {
                Some(Why::NoCompute) => cell.stated == Stated::Nothing,
                Some(Why::BelowThreshold) => flop.unwrap() < 1e23,
                Some(Why::Derived) => flop.is_none_or(|flop| flop < 1e23),
                Some(Why::NotListed) => flop.unwrap() >= 1e23 && model.by == 1,
                None => flop.is_none_or(|flop| flop >= 1e23) && model.by == 0,
                Some(Why::OutsidePeriod) => cell.column == "Publication date",
                Some(_) => true,
            };
            assert!(is_told, "{model:?}");
            // What the shown list has opens its card there.
            assert_eq!(model.shown.is_some(), model.lists.contains(&0));
            seen.push(model.why);
        }
    }
    for why in [
        Why::NoCompute,
        Why::BelowThreshold,
        Why::Derived,
        Why::NotListed,
    ] {
        assert!(seen.contains(&Some(why)), "{why:?}");
    }
}

#[test]
fn counts_by_reason_and_year_are_those_of_the_models() {
    let mut engine = with_bundled("2026-02-16", "2022H1-2025H2");
    for typed in ["", "USA", "Google", "llama"] {
        let found = engine.covered(typed).unwrap();
        let counts = found.counts();
        let total: usize = counts.iter().map(|row| row.total()).sum();
        assert_eq!(total, found.of_period(), "{typed}");
        assert_eq!(counts[0].why, None);
        assert_eq!(counts[0].total(), found.counted());
        for row in &counts {
            assert_eq!(row.cells.len(), 8);
            let why = row.why;
            let models = found.models.iter().filter(|own| own.why == why);
            assert_eq!(row.total(), models.count(), "{typed} {why:?}");
        }
        // Table and chart show the same ones.
        for language in Language::ALL {
            let grid = coverage_counts_grid(&found, &labels(), language);
            let last = |at: usize| grid.rows[at].last().unwrap().number().unwrap();
            let sum: f64 = (0..counts.len()).map(last).sum();
            assert_eq!(sum, found.of_period() as f64);
            let all = coverage_grid(&found, &found.models, &labels(), language);
            assert_eq!(all.rows.len(), found.models.len());
            assert!(
                all.rows
                    .iter()
                    .flatten()
                    .skip(1)
                    .all(|cell| !cell.text.contains('{'))
            );
            let look = Look {
                language,
                ..Look::default()
            };
            let drawing = chart::coverage(&found, &labels(), look);
            assert_eq!(drawing.marks.len(), counts.len());
        }
    }
}

#[test]
fn the_sentences_say_how_many_are_known_count_and_do_not() {
    let said = |found: &Coverage, language| coverage_sentences(found, &labels(), language);
    let large = fixture("history/large-scale-models-2026-03-30.csv");
    let notable = fixture("notable/notable-models-2026-03-30.csv");
    let of_2025 = coverage(large, vec![notable], "2025", "KOR");
    let korean = said(&of_2025, Language::Ko);
    assert_eq!(
        korean[..3],
        [
            "한국의 2025년 모델은 9개가 확인되며, 이 중 3개가 초거대 AI 모델로 집계됨.",
            "5개는 학습 연산량 비공개, 1개는 파생 모델(자체 연산량 기준 미만·비공개)임.",
            "학습 연산량이 공개되지 않은 모델을 모두 세면 3~8개의 범위가 됨.",
        ]
    );
    assert!(
        korean
            .last()
            .unwrap()
            .starts_with("모든 모델의 목록이 없어"),
        "{korean:?}"
    );
    let english = said(&of_2025, Language::En);
    assert_eq!(english.len(), korean.len());
    assert_eq!(
        english[0],
        "Models of South Korea that are known for 2025: 9, of which 3 count as large-scale."
    );
    // Whose day is another is said with both days.
    let mut engine = with_bundled("2024-07-16", "2020-2023");
    let found = engine.covered("VAETKI").unwrap();
    let korean = said(&found, Language::Ko);
    assert_eq!(
        korean[0],
        "‘VAETKI’에 맞는 2020~2023년 모델은 어느 목록에서도 확인되지 않음."
    );
    assert_eq!(korean[1], "분석 기간 밖의 모델도 1개 확인됨.");
    let days = "대규모 모델 2024-07-16, 주목할 만한 모델 2026-08-19";
    assert!(korean.last().unwrap().contains(days), "{korean:?}");
}

#[test]
fn what_cannot_be_told_without_a_list_is_said() {
    let lacking = |shown: &str, others: &[&str]| -> Vec<ListKind> {
        let others = others.iter().map(|other| fixture(other)).collect();
        coverage(fixture(shown), others, "2025", "KOR")
            .lacking()
            .collect()
    };
    let large = "history/large-scale-models-2026-03-30.csv";
    let notable = "notable/notable-models-2026-03-30.csv";
    assert_eq!(lacking(large, &[notable]), [ListKind::All]);
    assert_eq!(
        lacking(notable, &[notable]),
        [ListKind::LargeScale, ListKind::All]
    );
    assert_eq!(lacking(large, &[large]), [ListKind::Notable, ListKind::All]);
}

#[test]
fn a_model_of_another_list_has_its_card_with_what_decides() {
    let mut engine = Engine::new(definition().into(), (*labels()).clone());
    engine.keep(read(LARGE.as_bytes(), "large_scale.csv").unwrap());
    engine.keep_with(read(OTHER.as_bytes(), "b.csv").unwrap());
    let found = engine.coverage("").unwrap();
    for model in &found.models {
        let row = model.row();
        assert_eq!(row.to_string().parse(), Ok(row));
        if let Some(record) = model.shown {
            assert_eq!(row, Row::from(record));
            continue;
        }
        let card = ask::OfOtherList(row).answer(&mut engine).unwrap().unwrap();
        assert_eq!(&card.covered, model);
        assert_eq!(card.witness.entry.name, model.name);
        assert_eq!(card.witness.entry.place.record, row.record);
        let lists: Vec<(&str, u32)> = card
            .lists
            .iter()
            .map(|own| (&*own.name, own.record))
            .collect();
        assert_eq!(lists, [("b.csv", row.record)]);
        assert!(!card.is_by_bundled);
        // The table is read again for what else it says.
        let mut looking = engine
            .look_again(row, engine.options(None, native_decoders))
            .unwrap();
        let _ = looking.feed(OTHER.as_bytes()).unwrap();
        let _ = looking.end().unwrap();
        let said = looking.statements().unwrap();
        assert_eq!((&*said[0].header, &*said[0].text), ("Model", &*model.name));
    }
    let none = Row {
        list: 1,
        record: 100,
    };
    assert_eq!(ask::OfOtherList(none).answer(&mut engine), Some(None));
    assert!(
        engine
            .look_again(
                Row { list: 2, record: 2 },
                engine.options(None, native_decoders)
            )
            .is_none()
    );
}

#[test]
fn lists_of_one_day_differ_by_weeks_and_those_of_others_are_said_to_differ() {
    let days = |large: &str, other: &str| {
        let of = |text: &str, name| read(text.as_bytes(), name).unwrap();
        let head =
            "Model,Publication date,Organization,Country (of organization),Training compute (FLOP)";
        let row = |date: &str| format!("{head}\nA,{date},Naver,Korea (Republic of),1e24\n");
        let shown = of(&row(large), "large_scale_ai_models.csv");
        let others = vec![of(&row(other), "notable_ai_models.csv")];
        coverage(shown, others, "2020-2025", "KOR").is_of_days()
    };
    assert!(!days("2026-02-19", "2025-12-31"));
    assert!(days("2026-02-19", "2024-12-31"));
}

#[test]
fn the_tables_of_an_archive_come_and_go_with_the_list_that_is_counted() {
    let mut engine = with_bundled("2026-02-16", "2020-2025");
    let list = |csv: &str, name| read(csv.as_bytes(), name).unwrap();
    let take = |engine: &mut Engine| {
        let definition = definition().into();
        engine.offer(true, definition, View::default()).unwrap();
        assert!(engine.take());
    };
    engine.set_aside(list(LARGE, "large_scale_ai_models.csv"));
    // Another list of large-scale models is a rival and no witness.
    let rival = list(LARGE, "old_large_scale_ai_models.csv");
    assert_eq!(engine.keep_with_aside(rival), Beside::Rival);
    let notable = list(OTHER, "notable_ai_models.csv");
    assert_eq!(engine.keep_with_aside(notable), Beside::Kept);
    // Until it is taken, what is shown answers.
    assert!(engine.coverage("").is_none());
    take(&mut engine);
    let kinds = |found: Coverage| -> Vec<ListKind> {
        assert!(!found.is_by_bundled);
        found.lists.iter().map(|list| list.kind).collect()
    };
    let of_archive = [ListKind::LargeScale, ListKind::Notable];
    assert_eq!(kinds(engine.covered("").unwrap()), of_archive);
    assert_eq!(kinds(engine.coverage("").unwrap()), of_archive);
    // A file alone has none of them.
    engine.set_aside(list(LARGE, "large_scale_ai_models.csv"));
    take(&mut engine);
    assert!(engine.coverage("").is_none());
    assert!(engine.covered("").unwrap().is_by_bundled);
}

#[test]
fn the_command_line_asks_for_whom_it_is_told() {
    let [large, notable] = [
        "history/large-scale-models-2026-03-30.csv",
        "notable/notable-models-2026-03-30.csv",
    ]
    .map(|path| {
        root()
            .join("tests/fixtures")
            .join(path)
            .to_string_lossy()
            .into_owned()
    });
    let arguments = [
        &*large,
        "--beside",
        &notable,
        "--period",
        "2025",
        "--covered",
        "업스테이지",
    ];
    let document: Value = serde_json::from_str(&printed(&arguments, b"")).unwrap();
    let coverage = &document["coverage"];
    assert_eq!(
        coverage["of"],
        serde_json::json!({"kind": "organization", "key": "Upstage"})
    );
    assert_eq!(coverage.get("focus"), None);
    assert_eq!(coverage["models"][0]["name"], "Solar Open 100B");
    assert_eq!(coverage["models"][0]["why"], "no-compute");
    let schema = include_str!("../../docs/json.schema.json");
    assert_eq!(wrong(&document, schema), Vec::<String>::new());
}

fn zipped(entries: &[(&str, &str)], name: &str) -> String {
    use std::io::Write as _;
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (name, text) in entries {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    path.to_string_lossy().into_owned()
}

fn census(arguments: &[&str]) -> std::process::Output {
    let census = env!("CARGO_BIN_EXE_census");
    Command::new(census).args(arguments).output().unwrap()
}

#[test]
fn the_command_line_asks_the_other_lists_of_an_archive_and_those_named() {
    let large = ("large_scale_ai_models.csv", LARGE);
    let notable = ("notable_ai_models.csv", OTHER);
    let both = zipped(&[large, notable, ("README.md", "text")], "both.zip");
    let [large_file, notable_file] = [large, notable].map(|(name, text)| {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    });
    let of = |arguments: &[&str]| -> Value {
        let output = census(arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{error}");
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let from_archive = of(&[&both]);
    let named = of(&[&large_file, "--beside", &notable_file]);
    assert_eq!(from_archive["coverage"], named["coverage"]);
    assert_eq!(from_archive["models"], 2);
    assert_eq!(from_archive["coverage"]["left_out"][0]["why"], "no-compute");
    let sentence = from_archive["coverage"]["sentence"]["ko"].as_str().unwrap();
    assert!(
        sentence.contains("5개가 확인되며, 이 중 1개가"),
        "{sentence}"
    );
    // A table that is named stands for itself.
    let alone = of(&[&both, "--entry", "large_scale_ai_models.csv"]);
    assert_eq!(alone.get("coverage"), None);
    let wrong = wrong(&from_archive, include_str!("../../docs/json.schema.json"));
    assert_eq!(wrong, Vec::<String>::new());

    // Also where both have one name, in two folders.
    for other in ["old/large_scale_2024.csv", "old/large_scale_ai_models.csv"] {
        let two = zipped(&[large, (other, LARGE)], "two.zip");
        check_unusable(&census(&[&two]), "more than one list of large-scale models");
        let chosen = of(&[&two, "--entry", other]);
        assert_eq!(chosen["models"], 2);
    }
    // From standard input as from a file.
    let archive = std::fs::read(&both).unwrap();
    let piped: Value = serde_json::from_str(&printed(&["-"], &archive)).unwrap();
    assert_eq!(piped["coverage"], from_archive["coverage"]);
}
