//! What sentences, notes and headings say is true of the numbers: of parts of
//! years, of half-years, of ties, of lists that are cut, of what is not known.

use model_census::census::Census;
use model_census::dataset::Code;
use model_census::definition::{Definition, Period, PeriodRule, UnknownCompute};
use model_census::document::{About, document};
use model_census::export::{html, infographic, json, markdown};
use model_census::list::ListId;
use model_census::locale::Language;
use model_census::report::Report;

use crate::support::{
    NAME, SNAPSHOT, census_of, census_with, dataset_of, listed, problems, report_of,
};

fn report_with(csv: &str, change: impl FnOnce(&mut Definition)) -> Report {
    report_of(&census_with(csv, change))
}

/// The whole report in both languages.
fn said(report: &Report) -> String {
    let of = |language| markdown(&document(report, &About::default(), language));
    of(Language::Ko) + &of(Language::En)
}

#[track_caller]
fn check(report: &Report, says: &[&str], says_not: &[&str]) {
    let said = said(report);
    for words in says {
        assert!(said.contains(words), "does not say {words:?}:\n{said}");
    }
    for words in says_not {
        assert!(!said.contains(words), "says {words:?}:\n{said}");
    }
}

fn over(period: &str) -> PeriodRule {
    PeriodRule::Fixed(Period::parse(period).expect("a period"))
}

/// So many models of each year, on the first of June.
fn yearly(years: &[(u16, usize)]) -> String {
    let mut csv = "Model,Organization,Publication date\n".to_owned();
    for (year, models) in years {
        for at in 0..*models {
            csv += &format!("{year} {at},OpenAI,{year}-06-01\n");
        }
    }
    csv
}

/// The same with training compute, without which as many models as a list has
/// would not count.
fn large(csv: &str) -> String {
    let mut lines = csv.lines();
    let header = lines.next().unwrap_or_default();
    let rows: String = lines.map(|line| format!("{line},1e24\n")).collect();
    format!("{header},Training compute (FLOP)\n{rows}")
}

#[test]
fn no_growth_is_claimed_of_a_part_of_a_year() {
    let partial_may_end = |definition: &mut Definition| {
        definition.growth_may_end_in_partial_year = true;
        definition.period = over("2021-2023");
    };
    let csv = yearly(&[(2021, 2), (2022, 3), (2023, 8)]);
    let report = report_with(&csv, partial_may_end);
    check(
        &report,
        &["2021년 2개에서 2022년 3개로 증가함"],
        &["급격하게 증가", "rose rapidly"],
    );
    // What doubled in years that are whole did so rapidly, whatever follows.
    let csv = yearly(&[(2021, 2), (2022, 4), (2023, 1)]);
    let report = report_with(&csv, partial_may_end);
    check(&report, &["급격하게 증가", "rose rapidly"], &[]);
    assert_eq!(report.year_on_year(), [None, Some(1.0), None]);
}

#[test]
fn nothing_is_said_of_developers_that_are_not_known() {
    let header = "Model,Organization,Country (of organization),Publication date\n";
    let none = format!("{header}A,,Korea (Republic of),2023-01-01\n");
    let words = [
        "단일 조직이 개발",
        "단독 개발",
        "산업계",
        "single organisation",
        "Industry",
    ];
    check(&report_with(&none, |_| {}), &[], &words);
    // Of some that are known the share is said, and not that all are so.
    let some = format!("{none}B,Foo,Korea (Republic of),2023-01-01\n");
    check(
        &report_with(&some, |_| {}),
        &["한국 모델 2개 중 단독 개발은 1개(50.0%), 공동 개발은 0개(0.0%)임"],
        &["모두 단일 조직이 개발", "All models of South Korea"],
    );
}

#[test]
fn half_years_are_never_called_years() {
    let csv = "Model,Organization,Publication date,Domain,Task,Country (of organization)\n\
               A,OpenAI,2023-01-01,Language,Chat,United States of America\n\
               B,OpenAI,2023-08-01,Multimodal,\"Chat,Translation,Go\",United States of America\n\
               C,OpenAI,2023-09-01,Language,Chat,United States of America\n\
               D,NAVER,2024-02-01,Language,Chat,Korea (Republic of)\n";
    let report = report_with(csv, |definition| definition.period = over("2023H1-2023H2"));
    let says = [
        "반기별 초거대 AI 모델 출시 현황",
        "국가별·반기별",
        "전반기 대비",
        "반기별 비중",
        "과업유형 수별 및 반기별",
        "by half-year of release",
        "Half-year on half-year",
        "Share of the half-year",
        "every half-year is above",
    ];
    let says_not = [
        "전년",
        "연도별",
        "매년",
        "단일년도",
        "by year",
        "Year on year",
        "the year",
        "every year",
    ];
    check(&report, &says, &says_not);
    let titles = json(&report);
    assert!(
        !titles.contains("연도별") && !titles.contains("by year"),
        "{titles}"
    );
    // Also of the bundled list, in every form that is read.
    let halves = |definition: &mut Definition| definition.period = over("2022H1-2024H1");
    let report = report_of(&census_of(dataset_of(SNAPSHOT, NAME), halves));
    for language in [Language::Ko, Language::En] {
        let said = html(&document(&report, &About::default(), language), &[])
            + &infographic(&report, &[], &About::default(), language).svg;
        for words in says_not {
            assert!(!said.contains(words), "{words}");
        }
    }
    // Years are years as before.
    let report = report_with(csv, |definition| definition.period = over("2022-2023"));
    check(
        &report,
        &["전년 대비", "연도별 비중", "Year on year"],
        &["반기", "alf-year"],
    );
}

#[test]
fn rows_left_out_add_up_with_those_without_a_name() {
    let csv = "Model,Organization,Publication date\n\
               A,OpenAI,2023-01-01\n,OpenAI,2023-01-01\nC,OpenAI,2019-01-01\n";
    let report = report_with(csv, |_| {});
    check(
        &report,
        &["분석에서 제외된 행은 분석 기간 밖(1개), 모델명 없음(1개)임"],
        &[],
    );
}

#[test]
fn the_largest_are_all_named_in_the_order_of_the_list() {
    let csv = "Model,Organization,Publication date,Training compute (FLOP)\n\
               C,Meta,2023-02-01,1e25\nB,Meta,2023-02-01,1e25\nA,OpenAI,2023-03-01,1e25\n\
               D,OpenAI,2023-01-01,2e24\n";
    let two = |definition: &mut Definition| {
        definition.top_models.year = "2023".to_owned().try_into().expect("a year");
        definition.top_models.count = 2;
    };
    let census = census_with(csv, two);
    assert_eq!(listed(&census, ListId::TopModels), ["B", "C"]);
    check(
        &report_of(&census),
        &[
            "가장 큰 모델은 B·C·A(각 1.00E+25 FLOP)인 것으로",
            "the largest are B, C and A (1.00E+25 FLOP each)",
            "학습 연산량이 같은 모델이 1개 더 있음",
            "1 more model has the same training compute",
        ],
        &[],
    );
    // Of one there is no tie to tell.
    let one = csv.replace("B,Meta,2023-02-01,1e25\nA,OpenAI,2023-03-01,1e25\n", "");
    check(
        &report_with(&one, two),
        &[
            "가장 큰 모델은 C(1.00E+25 FLOP)인",
            "the largest is C (1.00E+25 FLOP)",
        ],
        &["더 있음", "the same training compute"],
    );
}

/// Six hundred large models of 2023 and, where asked, a smaller one of 2019.
fn many(outside: bool) -> String {
    let mut csv = "Model,Organization,Publication date,Training compute (FLOP)\n".to_owned();
    for at in 0..600 {
        csv += &format!("M{at},OpenAI,2023-06-01,2e24\n");
    }
    if outside {
        csv += "old,OpenAI,2019-06-01,1e24\n";
    }
    csv
}

#[test]
fn what_is_cut_off_is_said() {
    let report = report_with(&many(false), |_| {});
    check(
        &report,
        &[
            "모델 600개 중 학습 연산량이 큰 500개를 표시함",
            "Of the 600 models",
        ],
        &["모두 표시함", "All 600 models", "분석 기간 밖을 포함한"],
    );
    // Also what the list does not reach is in its sentence.
    let report = report_with(&many(true), |_| {});
    check(
        &report,
        &["분석 기간 밖을 포함한 전체 자료에서", "모델은 601개이며"],
        &[],
    );
    let few = many(true).lines().take(11).collect::<Vec<_>>().join("\n");
    check(
        &report_with(&few, |_| {}),
        &["모델 10개를 모두 표시함", "All 10 models"],
        &[],
    );
}

#[test]
fn developers_beyond_the_first_are_said_to_be_more() {
    let mut csv = "Model,Organization,Country (of organization),Publication date\n".to_owned();
    for at in 0..13 {
        csv += &format!("M{at},Lab {at},Korea (Republic of),2023-01-01\n");
    }
    let report = report_with(&csv, |_| {});
    check(
        &report,
        &["등 13개임", "Among their 13 developers are"],
        &[],
    );
}

#[test]
fn the_only_country_is_that_of_all_models_or_of_those_that_are_known() {
    let header = "Model,Organization,Country (of organization),Publication date\n";
    let mut csv = format!("{header}A,Foo,Korea (Republic of),2023-01-01\n");
    check(
        &report_with(&csv, |_| {}),
        &["개발한 국가는 한국(1개)뿐인", "The only country"],
        &[],
    );
    for at in 0..9 {
        csv += &format!("M{at},Bar{at},,2023-02-01\n");
    }
    check(
        &report_with(&csv, |_| {}),
        &[
            "모델 10개 중 국가가 확인되는 1개를 개발한 국가는 한국(1개)뿐인",
            "the 1 whose country is known was developed in South Korea (1) only",
        ],
        &["The only country"],
    );
}

fn of_2023_to_2026(last_day: &str) -> Report {
    let csv = format!("Model,Organization,Publication date\nA,OpenAI,{last_day}\n");
    report_with(&csv, |definition| definition.period = over("2023-2026"))
}

#[test]
fn a_year_that_has_not_begun_is_not_partial() {
    let report = of_2023_to_2026("2023-03-01");
    check(
        &report,
        &[
            "2023년은 자료 기준일(2023-03-01)까지의 일부",
            "2024년, 2025년, 2026년은 자료 기준일(2023-03-01) 뒤임",
            "2024, 2025, 2026: after the data’s date",
        ],
        &["2024년 (일부)", "2024 (partial)"],
    );
    let written: serde_json::Value = serde_json::from_str(&json(&report)).expect("JSON");
    let year = &written["breakdowns"][0];
    assert_eq!(year["partial"], serde_json::json!(["2023"]));
    assert_eq!(
        year["not_begun"],
        serde_json::json!(["2024", "2025", "2026"])
    );
}

#[test]
fn a_day_that_is_not_known_leaves_no_empty_brackets() {
    let report = of_2023_to_2026("soon");
    check(
        &report,
        &["기준일 미상", "date unknown"],
        &["()", "( ", " 기준)의 1개", "as of ,"],
    );
}

#[test]
fn what_states_no_training_compute_is_not_said_to_be_large() {
    let csv = yearly(&[(2023, 2)]);
    let words = [
        "확인하지 못한 채 모든 모델을 셈",
        "without knowing whether they are large",
    ];
    check(&report_with(&csv, |_| {}), &words, &[]);
    // The reader has said what becomes of them.
    let keep = |definition: &mut Definition| {
        definition.compute.unknown = UnknownCompute::Keep;
    };
    check(&report_with(&csv, keep), &[], &words);
    let stated = "Model,Publication date,Training compute (FLOP)\nA,2023-01-01,1e24\n";
    check(&report_with(stated, |_| {}), &[], &words);
}

/// A model for each share's parts: `part` of `whole` by OpenAI.
fn shares(part: usize, whole: usize) -> Census {
    let mut csv = "Model,Organization,Publication date\n".to_owned();
    for at in 0..whole {
        let name = if at < part { "OpenAI" } else { "Foo" };
        csv += &format!("M{at},{name},2023-06-01\n");
    }
    census_with(&large(&csv), |_| {})
}

#[test]
fn halves_are_rounded_away_from_zero_from_whole_numbers() {
    for (part, whole, percent, four) in [
        (201, 400, "50.3%", "0.5025"),
        (57, 800, "7.1%", "0.0713"),
        (1, 2000, "0.1%", "0.0005"),
        (3, 2000, "0.2%", "0.0015"),
        (1001, 2000, "50.1%", "0.5005"),
    ] {
        let report = report_of(&shares(part, whole));
        let share = report.table("organization").expect("there").share(part);
        let share = share.expect("a share");
        assert_eq!(
            model_census::locale::percent(share),
            percent,
            "{part} of {whole}"
        );
        let written = json(&report);
        assert!(
            written.contains(&format!("\"share\": {four}")),
            "{part} of {whole}"
        );
    }
    // As integers say it, for every part of some wholes.
    for whole in [7_u64, 80, 400, 800, 1600, 2000, 20_000] {
        for part in 0..=whole {
            let share = part as f64 / whole as f64;
            for (decimals, scale) in [(3, 1_000_u64), (4, 10_000)] {
                let units = (2 * part * scale + whole) / (2 * whole);
                let rounded = model_census::breakdown::rounded(share, decimals);
                assert_eq!(
                    (rounded * scale as f64).round() as u64,
                    units,
                    "{part} of {whole}"
                );
            }
        }
    }
}

#[test]
fn growth_is_rounded_from_whole_numbers_too() {
    // 20 to 21 in a half-year is 10.25 % a year, 2000 to 2001 is 0.05 %.
    let halves = "Model,Publication date\n".to_owned()
        + &(0..20)
            .map(|at| format!("A{at},2022-03-01\n"))
            .collect::<String>()
        + &(0..21)
            .map(|at| format!("B{at},2022-12-31\n"))
            .collect::<String>();
    let report = report_with(&halves, |definition| {
        definition.period = over("2022H1-2022H2")
    });
    check(&report, &["10.3%"], &[]);
    assert!(json(&report).contains("\"cagr\": 0.1025"));
    let report = report_with(
        &large(&yearly(&[(2022, 2000), (2023, 2001), (2024, 1)])),
        |definition| {
            definition.period = over("2022-2023");
        },
    );
    check(&report, &["+0.1%"], &[]);
    assert!(json(&report).contains("0.0005"));
}

#[test]
fn compute_that_nobody_has_read_is_not_taken_to_be_large() {
    let csv = "Model,Organization,Publication date,Training compute\n\
               Tiny,OpenAI,2021-03-01,1e15\nBig,OpenAI,2022-03-01,1e24\n";
    for header in ["Training compute", "compute (PF-days)", "학습 연산량"] {
        let census = census_with(&csv.replacen("Training compute", header, 1), |_| {});
        assert_eq!(census.rows.unknown_compute_left_out, 2, "{header}");
        let told = problems(&census.problems, Code::DoubtfulCompute);
        assert_eq!((told.len(), &*told[0].column), (1, header));
    }
    // The definition's author has said that such models count.
    let keep = |own: &mut Definition| own.compute.unknown = UnknownCompute::Keep;
    assert_eq!(census_with(csv, keep).rows.counted, 2);
    // Said to be in FLOP, or beside a column that says so, it is as any other.
    let said = csv.replacen("Training compute", "Training compute (FLOP)", 1);
    assert_eq!(census_with(&said, |_| {}).rows.below_threshold, 1);
    let beside = "Model,Publication date,Training compute,Training compute (FLOP)\n\
                  A,2023-01-01,x,1e24\nB,2023-01-01,,\n";
    assert_eq!(census_with(beside, |_| {}).rows.counted, 2);
}
