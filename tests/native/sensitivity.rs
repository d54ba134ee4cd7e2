//! A row under every choice, beside numbers that pandas-like counting by hand
//! gave on the bundled snapshot (tests/independent says how).

use std::sync::Arc;

use model_census::dimension::{COUNTRY, DEVELOPMENT, ORGANIZATION};
use model_census::engine::{Engine, View};
use model_census::locale::{Labels, Language, sensitivity as sentence};
use model_census::sensitivity::{Choice, Sensitivity};

use crate::support::{LABELS, NAME, SNAPSHOT, definition, read};

fn engine(csv: &[u8]) -> Engine {
    let labels = Labels::parse(LABELS).expect("the labels are valid");
    let mut engine = Engine::new(Arc::new(definition()), labels);
    engine.keep(read(csv, NAME).expect("it is an export"));
    engine.look(View::default());
    engine
}

fn found(csv: &[u8], dimension: &str, key: &str) -> Sensitivity {
    let engine = engine(csv);
    engine.sensitivity(dimension, key).expect("data are kept")
}

#[track_caller]
fn check(
    found: &Sensitivity,
    choice: Choice,
    count: f64,
    rank: Option<usize>,
    rest: (usize, usize),
) {
    let outcome = found.outcomes.iter().find(|own| own.choice == choice);
    let own = outcome
        .and_then(|own| own.standing)
        .expect("it can be made");
    assert!(
        (own.count - count).abs() < 1e-9,
        "{choice:?}: {}",
        own.count
    );
    assert_eq!(
        (own.rank, (own.rows, own.counted)),
        (rank, rest),
        "{choice:?}"
    );
}

#[test]
fn korea_stands_where_an_independent_count_puts_it() {
    let found = found(SNAPSHOT, COUNTRY.id, "KOR");
    check(&found, Choice::Definition, 11.0, Some(3), (14, 144));
    check(&found, Choice::Fractional, 11.0, Some(3), (14, 144));
    check(&found, Choice::FirstDeveloper, 11.0, Some(3), (14, 144));
    check(&found, Choice::ConfirmedCompute, 5.0, Some(3), (11, 72));
    check(&found, Choice::WithoutSpeculative, 7.0, Some(3), (14, 128));
    check(&found, Choice::Threshold24, 2.0, Some(3), (4, 17));
    check(&found, Choice::Threshold25, 0.0, None, (1, 3));
    let changing: Vec<Choice> = found.changing().map(|own| own.choice).collect();
    assert_eq!(changing, [Choice::Threshold25]);
    let labels = Labels::parse(LABELS).unwrap();
    let said = sentence(&found, &labels, Language::Ko);
    assert!(
        said.contains("3위") && said.contains("12개 선택 중 1개"),
        "{said}"
    );
}

#[test]
fn a_joint_model_counts_in_parts_or_for_its_first_developer() {
    let america = found(SNAPSHOT, COUNTRY.id, "USA");
    check(&america, Choice::Definition, 64.0, Some(1), (14, 144));
    check(&america, Choice::Fractional, 63.5, Some(1), (14, 144));
    let china = found(SNAPSHOT, COUNTRY.id, "CHN");
    check(&china, Choice::Fractional, 41.0, Some(2), (14, 144));
    check(&china, Choice::FirstDeveloper, 41.0, Some(2), (14, 144));
    check(&china, Choice::WithoutSpeculative, 40.0, Some(2), (14, 128));
}

#[test]
fn parts_add_up_to_the_models_that_have_any_value() {
    let engine = engine(SNAPSHOT);
    for dimension in [COUNTRY.id, ORGANIZATION.id, DEVELOPMENT.id] {
        let values = engine.values(dimension).unwrap();
        let sum: f64 = values
            .iter()
            .map(|(key, _)| {
                let found = engine.sensitivity(dimension, key).unwrap();
                found.outcomes[1].standing.unwrap().count
            })
            .sum();
        assert!((sum - 144.0).abs() < 1e-6, "{dimension}: {sum}");
    }
}

#[test]
fn without_groups_a_groups_parts_stand_alone() {
    let csv = b"Model,Publication date,Organization\nA,2022-01-01,DeepMind\nB,2022-01-01,Google Brain\nC,2022-01-01,Google\n";
    let found = found(csv, ORGANIZATION.id, "Google");
    check(&found, Choice::WithGroups, 3.0, Some(1), (1, 3));
    check(&found, Choice::WithoutGroups, 1.0, Some(1), (3, 3));
    assert!(
        found.outcomes.iter().any(|own| own.standing.is_none()),
        "no compute column"
    );
}

#[test]
fn a_row_without_models_is_said_in_words() {
    let csv = b"Model,Publication date,Organization,Country (of organization),Training compute (FLOP)\nA,2022-01-01,KT,Korea (Republic of),3e24\nB,2022-01-01,OpenAI,United States of America,3e25\n";
    let found = found(csv, COUNTRY.id, "KOR");
    let labels = Labels::parse(LABELS).expect("the labels are valid");
    for (language, said) in [
        (Language::Ko, "학습 연산량 1E+25 이상: 해당 모델 없음"),
        (Language::En, "Compute from 1E+25: no model"),
    ] {
        let sentence = sentence(&found, &labels, language);
        assert!(sentence.contains(said), "{sentence}");
    }
}
