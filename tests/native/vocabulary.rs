//! What there is to decide, and what a decision moves.

use model_census::dataset::Code;
use std::sync::Arc;

use model_census::compare::moved;
use model_census::definition::Definition;
use model_census::engine::{Engine, View};
use model_census::locale::Labels;
use model_census::vocabulary::{DIMENSIONS, Term, merge};

use crate::support::{LABELS, NAME, SNAPSHOT, countries, definition, read};

const CSV: &str = "Model,Publication date,Organization,Country (of organization),Domain,Task\n\
    A,2022-01-01,Acme Robotics,South Korea,Languages,\"Chat,Weaving\"\n\
    B,2022-01-01,OpenAI,United States,Language,Text summarisation\n\
    C,2023-01-01,OpenAI,United States,Language,Text summarisation\n\
    C,2023-01-01,OpenAI,United States,Language,Text summarisation\n";

fn engine(csv: &[u8]) -> Engine {
    let labels = Labels::parse(LABELS).expect("the labels are valid");
    let mut engine = Engine::new(Arc::new(definition()), labels);
    engine.know(countries());
    engine.keep(read(csv, NAME).expect("it is an export"));
    engine.look(View::default());
    engine
}

fn terms(dimension: &str) -> Vec<Term> {
    engine(CSV.as_bytes())
        .vocabulary(dimension)
        .expect("data are kept")
}

#[test]
fn unknown_values_stand_first_with_their_models_and_a_suggestion() {
    let tasks = terms("task");
    let is_there = |term: &&Term| term.models > 0;
    let first: Vec<_> = tasks
        .iter()
        .filter(is_there)
        .map(|term| {
            (
                &*term.value,
                term.models,
                term.known,
                term.suggestion.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        first,
        [
            ("Text summarisation", 2, false, Some("Text summarization")),
            ("Weaving", 1, false, None),
            ("Chat", 1, true, None),
        ]
    );
    let organizations = terms("organization");
    assert_eq!(
        (&*organizations[0].value, organizations[0].known),
        ("Acme Robotics", false)
    );
    assert_eq!(
        (organizations[1].models, organizations[1].counted),
        (2, 2),
        "a duplicate counts once"
    );
    let domains = terms("domain");
    assert_eq!(domains[0].suggestion.as_deref(), Some("Language"));
    assert!(terms("year").is_empty());
}

#[test]
fn of_the_snapshot_everything_is_known() {
    let engine = engine(SNAPSHOT);
    for dimension in DIMENSIONS {
        let unknown: Vec<Term> = engine.vocabulary(dimension).unwrap();
        let unknown: Vec<&str> = unknown
            .iter()
            .filter(|term| !term.known)
            .map(|term| &*term.value)
            .collect();
        assert!(unknown.is_empty(), "{dimension}: {unknown:?}");
    }
}

#[test]
fn a_merge_moves_what_the_preview_says_and_no_merge_leads_to_another() {
    let mut engine = engine(CSV.as_bytes());
    let before = engine.findings().unwrap();
    let mut changed = Definition::clone(&definition());
    merge(&mut changed, "task", "Text summarisation", "Chat");
    let after = engine.preview(Arc::new(changed.clone())).unwrap();
    let found = moved(&before, &after);
    let task = found
        .iter()
        .find(|moved| moved.breakdown.id == "task")
        .expect("it moves");
    let rows: Vec<_> = task.rows.iter().map(|row| (&*row.key, row.total)).collect();
    assert_eq!(rows, [("Text summarisation", (2, 0)), ("Chat", (1, 3))]);
    assert!(
        found
            .iter()
            .all(|moved| matches!(moved.breakdown.id, "task" | "task-count"))
    );
    assert_eq!(moved(&before, &before).len(), 0);

    merge(&mut changed, "task", "Chat", "Conversation");
    let tasks = &changed.values.task;
    assert_eq!(
        (&*tasks["Text summarisation"], &*tasks["Chat"]),
        ("Conversation", "Conversation")
    );
    let json = changed.to_json();
    assert_eq!(Definition::parse(&json), Ok(changed), "no chain is refused");
}

#[test]
fn what_the_definition_does_not_know_of_confidence_and_access_is_told() {
    let csv = "Model,Publication date,Confidence,Model accessibility\n\
               A,2023,Verified,Members only\nB,2023,Likely,Unreleased\n";
    let census = crate::support::census(csv);
    for (code, column, value) in [
        (Code::UnmappedConfidence, "Confidence", "Verified"),
        (
            Code::UnmappedAccessibility,
            "Model accessibility",
            "Members only",
        ),
    ] {
        let told = crate::support::problems(&census.problems, code);
        assert_eq!(told.len(), 1);
        assert_eq!(
            (&*told[0].column, &*told[0].value, told[0].count),
            (column, value, 1)
        );
    }
}

#[test]
fn of_an_unknown_organisation_it_is_told_which_columns_would_say_more() {
    let told = |header: &str, cell: &str| {
        let csv = format!("Model,Publication date,Organization{header}\nA,2023,Nobody{cell}\n");
        let census = crate::support::census(&csv);
        let told = crate::support::problems(&census.problems, Code::UnmappedOrganization);
        told[0].lacking().to_vec()
    };
    let (country, category) = ("Country (of organization)", "Organization categorization");
    assert_eq!(told("", ""), [country, category]);
    assert_eq!(told(",Country (of organization)", ",France"), [category]);
    let both = ",Country (of organization),Organization categorization";
    assert_eq!(told(both, ",France,Industry"), [""; 0]);
}
