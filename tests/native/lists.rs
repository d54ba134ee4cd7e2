//! Which list an export is, and what is counted of lists of models of any size.

use model_census::dataset::{Certainty, Code, Dataset, ListKind, Why};
use model_census::definition::{Definition, DerivedModels, PeriodRule, UnknownCompute};
use model_census::document::{About, Item, document};
use model_census::engine::Engine;
use model_census::export::markdown;
use model_census::locale::{Language, report_lead, report_title};
use model_census::prose::{self, summary};

use crate::support::{census_of, definition, labels, read, report_of, root};

fn list_of(csv: &str, name: &str) -> (ListKind, Certainty, Vec<Why>) {
    let listed = read(csv.as_bytes(), name).unwrap().source.list;
    (listed.kind, listed.certainty, listed.why)
}

/// As many models, each with what stands behind its name and date.
fn rows(header: &str, count: usize, cells: impl Fn(usize) -> String) -> String {
    let mut csv = format!("Model,Publication date,{header}\n");
    for at in 0..count {
        csv += &format!("Model {at},2023-01-01,{}\n", cells(at));
    }
    csv
}

#[test]
fn a_list_is_told_by_its_columns_its_values_and_its_name() {
    let compute = "Training compute (FLOP)";
    let large = rows(compute, 120, |_| "1e24".to_owned());
    let mixed = rows(compute, 120, |at| ["1e24", "1e20"][at % 2].to_owned());
    let short = rows(compute, 20, |_| "1e24".to_owned());
    let notable = rows("Notability criteria,Training compute (FLOP)", 200, |at| {
        // Two in a hundred lack it, as in some of the lists.
        format!("{},1e24", ["Highly cited", ""][usize::from(at % 50 == 0)])
    });
    let all = rows("Notability criteria", 200, |at| {
        ["SOTA improvement", "", ""][at % 3].to_owned()
    });
    let frontier = rows("Notability criteria,Frontier model", 120, |_| {
        "SOTA improvement,True".to_owned()
    });
    let some_frontier = rows("Notability criteria,Frontier model", 120, |at| {
        format!("SOTA improvement,{}", ["TRUE", "FALSE", ""][at % 3])
    });
    let bare = rows("Domain", 120, |_| "Language".to_owned());
    use {Certainty as C, ListKind as L, Why as W};
    let cases = [
        (
            &large,
            "a.csv",
            (L::LargeScale, C::Likely, vec![W::NoneBelow]),
        ),
        (&mixed, "a.csv", (L::Unknown, C::Unsure, vec![W::SomeBelow])),
        (&short, "a.csv", (L::Unknown, C::Unsure, vec![W::NoneBelow])),
        (
            &mixed,
            "notable_ai_models.csv",
            (L::Notable, C::Likely, vec![W::SomeBelow, W::FileName]),
        ),
        // The name does not stand against the values.
        (
            &mixed,
            "large_scale_ai_models.csv",
            (L::Unknown, C::Unsure, vec![W::SomeBelow]),
        ),
        (
            &short,
            "large-scale-models-2026-08-19.csv",
            (
                L::LargeScale,
                C::Likely,
                vec![W::NoneBelow, W::FileName, W::Few],
            ),
        ),
        (
            &notable,
            "a.csv",
            (L::Notable, C::Certain, vec![W::NotableStated]),
        ),
        (
            &all,
            "a.csv",
            (L::All, C::Certain, vec![W::NoCompute, W::NotableBlank]),
        ),
        (
            &frontier,
            "a.csv",
            (
                L::Frontier,
                C::Certain,
                vec![W::NoCompute, W::FrontierMarked],
            ),
        ),
        (
            &some_frontier,
            "a.csv",
            (L::Notable, C::Certain, vec![W::NoCompute, W::NotableStated]),
        ),
        (&bare, "a.csv", (L::Unknown, C::Unsure, vec![W::NoCompute])),
    ];
    for (csv, name, expected) in cases {
        let start = csv.lines().next().unwrap();
        assert_eq!(list_of(csv, name), expected, "{name}: {start}");
    }
}

fn notable(day: &str) -> Vec<u8> {
    let path = root().join(format!("tests/fixtures/notable/notable-models-{day}.csv"));
    std::fs::read(path).unwrap()
}

#[test]
fn of_notable_lists_those_count_that_the_large_scale_list_of_the_day_has() {
    // The models of stated compute that both lists of a day share, by name.
    for (day, shared) in [("2026-03-30", 108), ("2026-08-19", 121)] {
        let name = format!("notable-models-{day}.csv");
        let dataset = read(&notable(day), &name).unwrap();
        let census = census_of(dataset, |definition| definition.period = PeriodRule::Whole);
        assert_eq!(census.rows.counted, shared, "{day}");
        let path = format!("tests/fixtures/history/large-scale-models-{day}.csv");
        let large = std::fs::read(root().join(path)).unwrap();
        let large = read(&large, "large.csv").unwrap();
        let models = &census.dataset.models;
        let counted = census.counted().map(|(at, ..)| &*models[at].name);
        for name in counted {
            let mut listed = large.models.iter();
            let is_listed =
                listed.any(|own| *own.name == *name && own.training_compute_flop.is_some());
            assert!(is_listed, "{day}: {name}");
        }
    }
}

#[test]
fn derived_models_count_by_the_rule_of_the_definition() {
    let csv = "Model,Publication date,Notability criteria,Training compute (FLOP),Base model,Finetune compute (FLOP)\n\
        Whole,2023-01-01,Cited,1e24,,\n\
        Trained on,2023-01-01,Cited,1.2e24,Whole,2e23\n\
        Tuned,2023-01-01,Cited,1e24,Whole,1e20\n\
        Untold,2023-01-01,Cited,1e24,Whole,\n\
        Small,2023-01-01,Cited,1e22,Other,1e20\n\
        Unknown,2023-01-01,Cited,,Whole,2e23\n";
    let rows = |rule| {
        let dataset = read(csv.as_bytes(), "a.csv").unwrap();
        let rows = census_of(dataset, |definition| definition.derived_models = rule).rows;
        [
            rows.counted,
            rows.derived,
            rows.below_threshold,
            rows.unknown_compute_left_out,
        ]
    };
    assert_eq!(rows(DerivedModels::ByOwnCompute), [2, 2, 1, 1]);
    assert_eq!(rows(DerivedModels::AsExported), [4, 0, 1, 1]);
    assert_eq!(rows(DerivedModels::LeaveOut), [1, 3, 1, 1]);
}

#[test]
fn another_list_is_called_what_it_is() {
    let dataset = read(&notable("2026-08-19"), "notable-models-2026-08-19.csv").unwrap();
    let report = report_of(&census_of(dataset, |_| {}));
    let problem = &report.findings.problems[0];
    assert_eq!(
        (problem.code, &*problem.value),
        (Code::OtherList, "notable")
    );
    let first = |language| summary(&report, language)[0].text();
    assert_eq!(
        first(Language::Ko),
        "Epoch AI의 ‘주목할 만한 모델’ 목록 가운데 학습 연산량이 1E+23 FLOP 이상으로 알려진 모델만을 세었으므로, 대규모 모델 목록을 센 IS-178의 수치와는 집계 대상이 다름"
    );
    assert!(first(Language::En).contains("list of notable models"));
    let source = model_census::locale::source_line(&report, Language::Ko);
    assert!(
        source.contains("‘Data on AI Models’ 중 ‘주목할 만한 모델’ 목록("),
        "{source}"
    );
}

#[test]
fn nothing_counts_as_large_where_compute_is_not_understood() {
    let unread =
        "Model,Publication date,Training compute\nTiny,2021-03-01,1e15\nBig,2022-03-01,1e24\n";
    let notable = "Model,Publication date,Notability criteria\nTiny,2021-03-01,Cited\n";
    for (csv, code) in [(unread, Code::DoubtfulCompute), (notable, Code::OtherList)] {
        let dataset = || read(csv.as_bytes(), "a.csv").unwrap();
        let report = report_of(&census_of(dataset(), |_| {}));
        assert_eq!(report.findings.rows.counted, 0);
        let told = report.findings.problems.iter().any(|own| own.code == code);
        assert!(told, "{code:?}");
        let said = summary(&report, Language::Ko);
        assert!(
            said[0].text().contains("어느 모델도 세지 않음"),
            "{}",
            said[0].text()
        );
        // The reader says that it is the list of large-scale models.
        let kept = census_of(dataset(), |definition| {
            definition.compute.unknown = UnknownCompute::Keep;
        });
        assert_eq!(kept.rows.counted, kept.dataset.source.records);
    }
    // Of what nothing is known all count, which is told.
    let bare = "Model,Publication date\nA,2021-03-01\n";
    let report = report_of(&census_of(read(bare.as_bytes(), "a.csv").unwrap(), |_| {}));
    assert_eq!(report.findings.rows.counted, 1);
    let mut codes = report.findings.problems.iter().map(|own| own.code);
    assert!(codes.any(|code| code == Code::UncheckedCompute));
}

#[test]
fn what_is_no_known_list_and_states_no_compute_counts_nothing_until_the_reader_says_so() {
    let many = rows("Domain", 120, |_| "Language".to_owned());
    let few = rows("Domain", 20, |_| "Language".to_owned());
    let counted = |csv: &str, name: &str, unknown| {
        let dataset = read(csv.as_bytes(), name).unwrap();
        let census = census_of(dataset, |definition| definition.compute.unknown = unknown);
        (census.rows.counted, census.rows.unknown_compute_left_out)
    };
    let by_rule = UnknownCompute::KeepIfExportIsFiltered;
    assert_eq!(counted(&many, "a.csv", by_rule), (0, 120));
    assert_eq!(counted(&many, "a.csv", UnknownCompute::Keep), (120, 0));
    // Its name says that all of it is large, or somebody put a few together.
    assert_eq!(
        counted(&many, "large_scale_ai_models.csv", by_rule),
        (120, 0)
    );
    assert_eq!(counted(&few, "a.csv", by_rule), (20, 0));
    // As is one of names, makers and days alone, however long, but none of names
    // and days; that nothing says they are large is told of either.
    let days: String = (0..120)
        .map(|at| format!("Model {at},2023-01-01\n"))
        .collect();
    let days = format!("Model,Publication date\n{days}");
    assert_eq!(counted(&days, "a.csv", by_rule), (0, 120));
    let names = rows("Organization", 120, |_| "NAVER".to_owned());
    assert_eq!(counted(&names, "a.csv", by_rule), (120, 0));
    for list in [&few, &names] {
        let report = report_of(&census_of(read(list.as_bytes(), "a.csv").unwrap(), |_| {}));
        let problems = report.findings.problems.iter();
        assert!(
            problems
                .map(|own| own.code)
                .any(|code| code == Code::UncheckedCompute)
        );
    }
}

/// What a report says of a list at its top, in its sentences and its files.
fn said(dataset: Dataset, language: Language, change: impl FnOnce(&mut Definition)) -> [String; 4] {
    let mut own = definition();
    change(&mut own);
    let mut engine = Engine::new(own.into(), (*labels()).clone());
    engine.keep(dataset);
    let report = engine.report().unwrap();
    let of_year = prose::section(&report, "year", language);
    let text: Vec<String> = of_year.iter().map(Item::text).collect();
    let document = document(&report, &About::default(), language);
    let written = markdown(&document);
    [
        report_title(&report, language),
        report_lead(&report, language),
        text.join(" "),
        written,
    ]
}

#[test]
fn another_list_is_named_in_the_title_the_lead_the_sentences_and_files() {
    let list = || read(&notable("2026-08-19"), "notable-models-2026-08-19.csv").unwrap();
    let [title, lead, year, written] = said(list(), Language::Ko, |_| {});
    assert_eq!(title, "주목할 만한 모델 중 초거대 AI 모델 현황 분석");
    assert!(lead.contains("IS-178과는 집계 대상이 달라"), "{lead}");
    let known = "주목할 만한 모델 중 학습 연산량이 1E+23 FLOP 이상으로 알려진 모델은";
    assert!(year.starts_with(known), "{year}");
    assert!(
        written.starts_with(&format!("# {title}(")),
        "{}",
        &written[..200]
    );
    assert!(written.contains("자료의 목록") && written.contains(known));
    let [title, lead, year, _] = said(list(), Language::En, |_| {});
    assert_eq!(title, "Large-scale AI models among notable models");
    assert!(lead.contains("the numbers do not compare"), "{lead}");
    assert!(year.contains("known to be 1E+23 FLOP or more"), "{year}");
    let keep = |own: &mut Definition| own.compute.unknown = UnknownCompute::Keep;
    let [.., year, written] = said(list(), Language::Ko, keep);
    assert!(!written.contains("이상으로 알려진 모델만을 세었으므로"));
    assert!(year.contains("이상이거나 알려지지 않은 모델은"), "{year}");
}

#[test]
fn a_file_that_is_no_known_list_says_so_and_the_large_scale_one_says_nothing() {
    let many = rows("Domain", 120, |_| "Language".to_owned());
    let many = || read(many.as_bytes(), "a.csv").unwrap();
    let [_, lead, year, _] = said(many(), Language::Ko, |_| {});
    assert!(lead.contains("어느 목록인지 확인되지 않는 파일"), "{lead}");
    assert!(year.contains("어느 모델도 세지 않음"), "{year}");
    let keep = |own: &mut Definition| own.compute.unknown = UnknownCompute::Keep;
    let [.., year, _] = said(many(), Language::Ko, keep);
    assert!(year.contains("확인하지 못한 채 모든 모델을 셈"), "{year}");
    let bundled = std::fs::read(root().join("public/data/large-scale-models-2024-07-16.csv"));
    let bundled = read(&bundled.unwrap(), "large-scale-models-2024-07-16.csv").unwrap();
    let [title, lead, year, _] = said(bundled, Language::Ko, |_| {});
    let text = Language::Ko.text();
    assert_eq!((&*title, &*lead), (text.page_title, text.page_lead));
    assert!(!year.contains("목록"), "{year}");
}
