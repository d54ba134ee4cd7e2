//! What a first visit shows is what the engine answers.

use model_census::dataset::{native_decoders, read};
use model_census::definition::Definition;
use model_census::engine::{Engine, Offer, Opening, Question, View, answer, understand};
use model_census::locale::Labels;
use model_census::report::Findings;

const DEFINITIONS: [&str; 2] = [
    include_str!("../../public/definitions/is-178.json"),
    include_str!("../../public/definitions/current.json"),
];
const LABELS: &str = include_str!("../../public/data/labels.json");
const SNAPSHOT: &str = "large-scale-models-2024-07-16.csv";

fn engine(definition: Definition) -> Engine {
    let mut engine = Engine::new(definition.into(), Labels::parse(LABELS).unwrap());
    let bytes = std::fs::read(format!("public/data/{SNAPSHOT}")).unwrap();
    let options = engine.options(None, native_decoders);
    engine.keep(read(&bytes, SNAPSHOT, &options).unwrap());
    engine
}

#[test]
fn the_opening_is_what_the_engine_answers_first() {
    let mut engine = engine(Definition::parse(DEFINITIONS[0]).unwrap());
    let opening = Opening::of(&mut engine).unwrap();
    let read = Opening::from_bytes(&opening.to_bytes()).unwrap();
    let first = Offer {
        anew: false,
        definition: None,
        view: View::default(),
    };
    let question = Question::from(first).to_bytes();
    let answered: Findings = understand(&answer(&mut engine, &question).unwrap()).unwrap();
    assert_eq!(read.findings, answered);
    assert_eq!(read.definition, Definition::parse(DEFINITIONS[0]).unwrap());
    assert_eq!(read.labels, Labels::parse(LABELS).unwrap());
}

#[test]
fn a_definition_comes_back_whole() {
    let built_in = |_: &str| Definition::parse(DEFINITIONS[0]).ok();
    for json in DEFINITIONS {
        let mut definition = Definition::parse_on(json, &built_in).unwrap();
        for more in [false, true] {
            if more {
                definition.implications.ko = "시사점".to_owned();
                definition.data = Some(model_census::definition::Data {
                    name: "a.csv".to_owned(),
                    sha256: "0".repeat(64),
                    records: 3,
                });
            }
            let mut engine = engine(definition.clone());
            let bytes = Opening::of(&mut engine).unwrap().to_bytes();
            assert_eq!(Opening::from_bytes(&bytes).unwrap().definition, definition);
        }
    }
}

#[test]
fn other_bytes_are_no_opening() {
    let mut engine = engine(Definition::parse(DEFINITIONS[0]).unwrap());
    let bytes = Opening::of(&mut engine).unwrap().to_bytes();
    for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        assert_eq!(Opening::from_bytes(&bytes[..cut]), None);
    }
}
