//! Any text as a definition, as published figures, as conditions and a period of
//! an address: no panic, and what is read is written so that it reads the same.
//!
//! The first byte of the input says which.

#![no_main]

use libfuzzer_sys::fuzz_target;
use model_census::definition::{Definition, Period, Span};
use model_census::dimension::Condition;
use model_census::language::Language;
use model_census::locale::definition_error;
use model_census::verification::Published;

const IS_178: &str = include_str!("../../public/definitions/is-178.json");

fn built_in(id: &str) -> Option<Definition> {
    (id == "is-178").then(|| Definition::parse(IS_178).ok())?
}

fuzz_target!(|input: &[u8]| {
    let Some((which, text)) = input.split_first() else {
        return;
    };
    let Ok(text) = str::from_utf8(text) else {
        return;
    };
    match which % 3 {
        0 => match Definition::parse_on(text, &built_in) {
            Ok(definition) => {
                let again = Definition::parse(&definition.to_json());
                assert_eq!(again.map(|again| again.sha256()), Ok(definition.sha256()));
            }
            Err(error) => {
                for language in [Language::Ko, Language::En] {
                    assert!(!definition_error(&error, language).is_empty());
                }
            }
        },
        1 => {
            let _ = Published::parse(text);
        }
        _ => {
            if let Ok(condition) = Condition::parse(text) {
                let written = condition.to_string();
                assert_eq!(Condition::parse(&written), Ok(condition), "{written}");
            }
            if let Ok(period) = Period::parse(text) {
                assert_eq!(Period::parse(&period.to_string()), Ok(period));
            }
            if let Some(span) = Span::parse(text) {
                assert_eq!(Span::parse(&span.to_string()), Some(span));
            }
        }
    }
});
