//! The edition's own arithmetic, and figures of an edition that a reader
//! brings.

use model_census::engine::Engine;
use model_census::locale::{Labels, Language};
use model_census::verification::{Arithmetic, Checked, Compared, Published, Verdict, Verification};
use model_census::verification::{unknown_data, unreadable, verdicts};

use crate::support::{DEFINITION, LABELS, LATER, SNAPSHOT, countries, dataset_of};

fn verify(published: &str) -> Verification {
    verify_by(SNAPSHOT, "large-scale-models-2024-07-16.csv", published)
}

fn verify_by(bytes: &[u8], name: &str, published: &str) -> Verification {
    let definition = model_census::definition::Definition::parse(DEFINITION).unwrap();
    let mut engine = Engine::new(definition.into(), Labels::parse(LABELS).unwrap());
    engine.know(countries());
    engine.keep(dataset_of(bytes, name));
    let published: Published = serde_json::from_str(published).unwrap();
    engine.verify(&published).unwrap()
}

fn failing(found: &Verification) -> Vec<&Checked> {
    found.checks.iter().filter(|check| !check.holds).collect()
}

#[test]
fn two_shares_of_is_178_are_of_145_models_and_one_sentence_fits_no_table() {
    let found = verify(include_str!("../../public/published/is-178.json"));
    assert!(found.checks.len() > 60, "{}", found.checks.len());
    let failing = failing(&found);
    let shares: Vec<(&str, &str, Option<usize>)> = failing
        .iter()
        .filter_map(|check| match &check.said {
            Arithmetic::Share {
                computed,
                printed,
                fits,
                ..
            } => Some((&**computed, &**printed, *fits)),
            _ => None,
        })
        .collect();
    assert_eq!(
        shares,
        [("86.8", "86.2", Some(145)), ("11.1", "11.0", Some(145))]
    );
    let early: Vec<&str> = failing
        .iter()
        .filter(|check| check.said == Arithmetic::NoneBefore)
        .flat_map(|check| &check.places)
        .map(|place| &*place.en)
        .collect();
    assert_eq!(early, ["Table 3 Vision, 2021"]);
    assert_eq!(failing.len(), 3, "{failing:?}");
}

#[test]
fn paper_says_how_all_compare_and_which_stand_in_the_table() {
    let found = verify(include_str!("../../public/published/is-178.json"));
    assert_eq!(
        verdicts(&found, Some(Verdict::Differs), Language::Ko),
        "발간값 455개: 일치 382, 다름 44, 발간본 자체 모순 2, 자료로 알 수 없음 27(표에는 ‘다름’ 44개만 실음)"
    );
    assert_eq!(
        verdicts(&found, None, Language::En),
        "455 published figures: Equal 382, Differs 44, Contradicts itself 2, Not derivable 27"
    );
}

#[test]
fn the_next_edition_is_checked_in_its_own_period() {
    let found = verify(include_str!("../../public/published/2024-edition.json"));
    assert_eq!(found.figures.len(), 15);
    assert!(failing(&found).is_empty());
    let total = &found.figures[0];
    // The snapshot ends in July 2024: 190 models, not 271.
    assert_eq!(total.computed.as_deref(), Some("190"));
    assert_eq!(total.verdict, Verdict::Differs);
    assert_eq!(found.days_older, None);
}

/// Each figure that differs says why, and names the models where they can be
/// told: by either bundled snapshot.
#[test]
fn what_differs_from_the_next_edition_has_a_reason() {
    let edition = include_str!("../../public/published/2024-edition.json");
    for (bytes, name) in [
        (SNAPSHOT, "large-scale-models-2024-07-16.csv"),
        (LATER, "large-scale-models-2026-02-16.csv"),
    ] {
        let found = verify_by(bytes, name, edition);
        assert!(found.data_note.is_some());
        let mut differing = 0;
        for own in &found.figures {
            if own.verdict == Verdict::Equal {
                assert!(own.because.is_none());
                continue;
            }
            differing += 1;
            let because = own.because.as_ref().unwrap();
            assert!(!because.ko.is_empty() && !because.en.is_empty());
            // Found for this snapshot, not what is said of any.
            assert_ne!(*because, unknown_data(), "{} {}", own.row.en, own.column);
        }
        assert!(differing > 5, "{name}: {differing}");
        // What the reasons say of the counts.
        let computed = |row: &str, column: &str| {
            let own = |own: &&Compared| own.row.en == row && own.column == column;
            found
                .figures
                .iter()
                .find(own)
                .unwrap()
                .computed
                .clone()
                .unwrap()
        };
        let of_2023 = if bytes == SNAPSHOT { "104" } else { "121" };
        assert_eq!(computed("all", "2023"), of_2023);
    }
}

/// The reasons name models that are, or are not, in the snapshot they are of.
#[test]
fn the_models_that_reasons_name_are_where_they_say() {
    let has = |bytes: &[u8], name: &str| {
        let dataset = dataset_of(bytes, "export.csv");
        dataset.models.iter().any(|model| *model.name == *name)
    };
    for name in [
        "EXAONE 3.0",
        "EXAONE 3.5 7.8B",
        "EXAONE 3.5 32B",
        "PLaMo-100B",
        "Luminous-extended",
        "Pharia-1-LLM-7B",
        "Mixtral 8x22B",
        "Codestral",
        "Mistral Large 2",
        "Pixtral 12B",
        "Ministral 8B",
        "YaYi 2.0",
        "Imagen 2",
        "Eleven Monolingual v1",
        "AiLMe-100B v3",
    ] {
        assert!(!has(SNAPSHOT, name) && has(LATER, name), "{name}");
    }
    for name in ["EGRU (PTB)", "GPT-4V", "IDEFICS-80B"] {
        assert!(has(SNAPSHOT, name) && !has(LATER, name), "{name}");
    }
}

#[test]
fn columns_of_an_edition_have_names_in_both_languages() {
    let found = verify(include_str!("../../public/published/is-178.json"));
    let mut foreign: Vec<&str> = found
        .figures
        .iter()
        .map(|own| &*own.heading.ko)
        .filter(|heading| heading.is_ascii())
        .collect();
    foreign.dedup();
    assert!(foreign.is_empty(), "{foreign:?}");
    let kept = found
        .figures
        .iter()
        .find(|own| own.column == "Developer (Korean name)");
    let heading = &kept.unwrap().heading;
    assert_eq!(&*heading.ko, "개발주체(한국어 표기)");
    assert_eq!(&*heading.en, "Developer (Korean name)");
}

const DRAFT: &str = r#"{
  "schema": "model-census-published/1", "id": "draft",
  "title": {"ko": "초안", "en": "Draft"}, "source": {"ko": "", "en": ""},
  "period": ["2023", "2023"],
  "tables": [{"id": "t", "name": {"ko": "표", "en": "Table"}, "rows": [
    {"name": {"ko": "한국", "en": "Korea"}, "of": ["country=KOR"],
     "figures": {"total": 8, "2023": 9, "rank": 3, "share": 7.7, "position": 3, "nonsense": 1}},
    {"name": {"ko": "미국", "en": "US"}, "of": ["country=USA", "domain=Vision"], "figures": {"total": 5}},
    {"name": {"ko": "주장", "en": "Claim"}, "of": ["country=KOR"], "are": ["organization-category=Industry"],
     "figures": {"holds": true}},
    {"name": {"ko": "없음", "en": "None"}, "of": ["country=ITA"], "figures": {"total": null, "rank": 20}},
    {"name": {"ko": "모델", "en": "Model"}, "model": {"list": "focus-country", "name": "No such model"},
     "figures": {"year": 2023}}
  ]}]
}"#;

#[test]
fn a_draft_is_checked_figure_by_figure() {
    let found = verify(DRAFT);
    let verdict = |row: &str, column: &str| {
        let figure = found
            .figures
            .iter()
            .find(|own| own.row.en == row && own.column == column)
            .unwrap();
        figure.verdict
    };
    assert_eq!(verdict("Korea", "total"), Verdict::Equal);
    assert_eq!(verdict("Korea", "2023"), Verdict::Differs);
    assert_eq!(verdict("Korea", "rank"), Verdict::Equal);
    assert_eq!(verdict("Korea", "share"), Verdict::Equal);
    assert_eq!(verdict("Korea", "position"), Verdict::Equal);
    assert_eq!(verdict("Korea", "nonsense"), Verdict::NotDerivable);
    assert_eq!(verdict("Claim", "holds"), Verdict::Equal);
    assert_eq!(verdict("None", "total"), Verdict::Equal);
    assert_eq!(verdict("None", "rank"), Verdict::NotDerivable);
    assert_eq!(verdict("Model", "year"), Verdict::NotDerivable);
    let different = found
        .figures
        .iter()
        .find(|own| own.column == "2023")
        .unwrap();
    assert_eq!(different.computed.as_deref(), Some("8"));
    assert!(different.meant.is_some());
}

#[test]
fn what_differs_for_no_known_reason_says_that_the_data_are_of_another_day() {
    let because = |date: &str| -> Vec<Option<String>> {
        let dated = match date {
            "" => "\"id\": \"draft\"".to_owned(),
            date => format!("\"id\": \"draft\", \"data_date\": \"{date}\""),
        };
        let found = verify(&DRAFT.replace("\"id\": \"draft\"", &dated));
        let figures = found.figures.into_iter();
        figures
            .filter(|own| own.verdict == Verdict::Differs)
            .map(|own| own.because.map(|because| because.en))
            .collect()
    };
    for (date, said) in [
        ("2024-07-24", Some("8 days older")),
        ("2024-07-06", Some("10 days younger")),
        ("2024-07-16", None),
        ("", Some("is not known")),
    ] {
        let because = because(date);
        assert!(!because.is_empty());
        for own in because {
            assert_eq!(own.is_some(), said.is_some(), "{date}: {own:?}");
            assert!(said.is_none_or(|said| own.unwrap_or_default().contains(said)));
        }
    }
}

#[test]
fn a_faulty_file_is_told_what_was_expected() {
    let said = |json: &str| {
        let why = Published::parse(json).unwrap_err();
        [Language::Ko, Language::En].map(|language| unreadable(&why, language))
    };
    let [ko, en] = said(&DRAFT.replacen("country=KOR", "contry=KOR", 1));
    assert!(
        ko.contains("6번째 줄") && ko.contains("‘contry’는 없는 차원임"),
        "{ko}"
    );
    assert!(
        en.contains("line 6") && en.contains("“contry” is an unknown dimension"),
        "{en}"
    );
    assert!(ko.contains("country, domain") && en.contains("country, domain"));
    let [ko, en] = said(&DRAFT.replacen("country=KOR", "compute=x..", 1));
    assert!(
        ko.contains("‘x’를 알 수 없음") && en.contains("“x” is not understood"),
        "{ko} {en}"
    );
    let [ko, en] = said(&DRAFT.replace("published/1", "published/9"));
    assert!(
        ko.contains("published/9") && en.contains("published/1"),
        "{ko} {en}"
    );
    for (broken, in_korean, in_english) in [
        ("{".to_owned(), "1번째 줄 1번째 글자", "line 1, column 1"),
        ("{}".to_owned(), "‘schema’가 빠져 있음", "“schema” is missing"),
        (
            DRAFT.replace("\"rows\"", "\"lines\""),
            "5번째 줄, ‘tables[0].lines’: ‘lines’는 쓰지 않는 이름임. 쓸 수 있는 것은 id, name, rows임",
            "line 5, “tables[0].lines”: “lines” is no key here; known are id, name, rows",
        ),
        (
            DRAFT.replace("\"total\": 8", "\"total\": {\"n\": 8}"),
            "‘tables[0].rows[0].figures.total’: 값이 맞지 않음",
            "the value does not fit (a number, a text, a list of texts, true, false or null)",
        ),
        (
            DRAFT.replacen("\"figures\"", "\"because\": {\"total\": \"late\"}, \"figures\"", 1),
            "7번째 줄의 사유 ‘late’는 ‘reasons’에 없음",
            "line 7: “reasons” does not tell the reason “late”",
        ),
        (
            DRAFT.replace("\"period\"", "\"checks\": [{\"kind\": \"equal\", \"figures\": [\"t/Korea/total\", \"t/Corea/total\"]}], \"period\""),
            "4번째 줄의 점검: ‘t/Corea/total’",
            "line 4: the file has no figure “t/Corea/total”",
        ),
    ] {
        let [ko, en] = said(&broken);
        assert!(ko.contains(in_korean), "{ko}");
        assert!(en.contains(in_english), "{en}");
        assert!(ko.contains("다시 불러와야 함") || ko.contains("쓸 수 있는") || ko.contains("어야 함") || ko.contains("지워야 함"), "{ko}");
    }
    for good in [
        DRAFT,
        include_str!("../../public/published/is-178.json"),
        include_str!("../../public/published/2024-edition.json"),
    ] {
        assert_eq!(Published::parse(good).err(), None);
    }
}

#[test]
fn figures_of_another_form_are_refused() {
    for wrong in [
        "{}",
        "[]",
        &DRAFT.replace("country=KOR", "planet=KOR"),
        &DRAFT.replace("\"2023\", \"2023\"", "\"soon\", \"later\""),
        &DRAFT.replace("\"rows\"", "\"lines\""),
    ] {
        assert!(serde_json::from_str::<Published>(wrong).is_err(), "{wrong}");
    }
}
