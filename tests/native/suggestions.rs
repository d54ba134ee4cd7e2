//! What is suggested for a value that is unknown, and for which nothing is.

use model_census::definition::{Known, nearest};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::countries::countries;
use crate::support::definition;

/// What can be known of each dimension.
fn known(dimension: &str) -> Vec<String> {
    let definition = definition();
    let values = &definition.values;
    let map = match dimension {
        "country" => {
            return countries().spellings().map(str::to_owned).collect();
        }
        "organization" => {
            let names = definition.organizations.keys();
            return names.map(|name| name.to_string()).collect();
        }
        "domain" => &values.domain,
        "task" => &values.task,
        "accessibility" => &values.accessibility,
        "confidence" => &values.confidence,
        other => panic!("{other} has no values"),
    };
    map.keys().map(|name| name.to_string()).collect()
}

/// The suggestion for a value that a dimension does not know (any more).
fn suggestion(dimension: &str, value: &str) -> Option<String> {
    let known = known(dimension);
    let others = known.iter().filter(|known| *known != value);
    nearest(value, others.map(|known| &**known)).map(str::to_owned)
}

#[test]
fn a_value_that_drifted_suggests_the_one_it_was() {
    for (dimension, value, expected) in [
        // Spelling, here and there.
        ("task", "Language modelling", "Language modeling"),
        ("task", "Text summarisation", "Text summarization"),
        ("task", "Mathmatical reasoning", "Mathematical reasoning"),
        ("domain", "Earth sciences", "Earth science"),
        ("country", "Isreal", "Israel"),
        ("country", "Brasil", "Brazil"),
        ("country", "Untied States", "United States"),
        ("confidence", "Confidant", "Confident"),
        // Spaces, hyphens, case.
        ("task", "Text to image", "Text-to-image"),
        ("task", "Text to speech", "Text-to-speech"),
        ("country", "VietNam", "Vietnam"),
        ("organization", "Open AI", "OpenAI"),
        ("organization", "Google Deepmind", "Google DeepMind"),
        // The order of words.
        ("organization", "Oxford University", "University of Oxford"),
        ("country", "Korea, South", "South Korea"),
        // A word more or less.
        ("task", "Audio speech recognition", "Speech recognition"),
        (
            "task",
            "Multimodal question answering",
            "Question answering",
        ),
        ("organization", "ByteDance Seed", "ByteDance"),
        ("organization", "Mistral", "Mistral AI"),
        (
            "organization",
            "UC Berkeley",
            "University of California (UC) Berkeley",
        ),
        // A note in parentheses, gone or new.
        (
            "organization",
            "Allen Institute for AI (Ai2)",
            "Allen Institute for AI",
        ),
        ("accessibility", "Hosted access", "Hosted access (no API)"),
        (
            "accessibility",
            "Open weights (unrestricted use)",
            "Open weights (unrestricted)",
        ),
        (
            "organization",
            "KAIST",
            "Korea Advanced Institute of Science and Technology (KAIST)",
        ),
        // Letters that a program could not write.
        (
            "organization",
            "Universit? Paris Cit?",
            "Université Paris Cité",
        ),
        ("country", "T?rkiye", "Türkiye"),
        ("country", "C\u{fffd}te d'Ivoire", "Côte d’Ivoire"),
    ] {
        let found = suggestion(dimension, value);
        assert_eq!(found.as_deref(), Some(expected), "{dimension}: {value}");
    }
}

#[test]
fn the_nearest_of_few_is_suggested() {
    for (value, known, expected) in [
        ("Viet Nam", "Vietnam", true),
        ("Audio speech recognition", "Speech recognition (ASR)", true),
        ("Universit? de Montr?al", "Université de Montréal", true),
        (
            "Allen Institute for AI (Ai2)",
            "Allen Institute for AI",
            true,
        ),
        ("Korea, Republic of", "Korea (Republic of)", true),
        ("대한 민국", "대한민국", true),
        // No letter in common that matters.
        ("NAVER", "Nvidia", false),
        ("Google", "Apple", false),
        ("xx", "Vision", false),
        ("Open source", "Open weights (unrestricted)", false),
        ("", "Vision", false),
        ("?", "Go", false),
        ("(", "Go", false),
        // Short words that are one letter apart are different words,
        ("Iran", "Iraq", false),
        ("Hunan University", "Henan University", false),
        ("Hunan University", "Fudan University", false),
        // and so are those with another number,
        ("2D modeling", "3D modeling", false),
        ("Data62", "Data61", false),
        // with another beginning,
        ("Released", "Unreleased", false),
        ("Verified", "Unverified", false),
        ("South America", "South Africa", false),
        // or in an order that has a meaning.
        ("Image-to-text", "Text-to-image", false),
        // A word that many have tells none of them.
        ("Seoul Institute", "Institute for Advanced Study", false),
        ("Ireland", "Northern Ireland", false),
        // Nothing is left to recognise a word by.
        ("?????", "Google", false),
        ("G????e", "Google", false),
    ] {
        let found = nearest(value, [known].into_iter());
        assert_eq!(found, expected.then_some(known), "{value}");
    }
}

#[test]
fn a_part_of_many_names_suggests_none_of_them() {
    for (dimension, value) in [
        ("organization", "University"),
        ("organization", "AI Lab"),
        ("accessibility", "Open weights"),
        ("country", "Republic"),
        ("country", "Virgin Islands"),
    ] {
        assert_eq!(suggestion(dimension, value), None, "{value}");
    }
    // The whole of one of them is no part.
    let found = suggestion("organization", "Hong Kong University");
    assert_eq!(found.as_deref(), Some("The University of Hong Kong"));
}

#[test]
fn what_is_new_resembles_nothing() {
    for (dimension, value) in [
        ("task", "Weather forecasting"),
        ("task", "Image segmentation"),
        ("domain", "Basketry"),
        ("organization", "Upstage"),
        ("organization", "SK Telecom"),
        ("organization", "Technical University of Berlin"),
        ("organization", "Kyoto Institute of Technology"),
        ("accessibility", "Closed"),
        ("accessibility", "Open source"),
        ("country", "Atlantis"),
        ("country", "European Union"),
        ("country", "Multinational"),
    ] {
        assert_eq!(suggestion(dimension, value), None, "{value}");
    }
}

#[test]
fn of_equally_near_values_the_first_given_is_suggested() {
    let value = "Speech recognitoin";
    let known = ["Go", "Speech recognition", "speech recognition"];
    assert_eq!(nearest(value, known.into_iter()), Some(known[1]));
    let backwards = known.into_iter().rev();
    assert_eq!(nearest(value, backwards), Some(known[2]));
    // The same words are nearer than the same letters.
    let known = ["Vietnam", "viet nam"];
    assert_eq!(nearest("Viet Nam", known.into_iter()), Some(known[1]));
    assert_eq!(nearest(value, std::iter::empty()), None);
}

/// Any text, and texts in which what matters to the comparison is frequent.
fn text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "Open",
        "weights",
        "(",
        ")",
        "[",
        "?",
        "??",
        " ",
        "-",
        ".",
        "é",
        "İ",
        "ß",
        "한국",
        "\u{301}",
        "\u{fffd}",
        "2",
        "of",
        "Universit",
        "e",
    ];
    prop_oneof![
        any::<String>(),
        vec(select(pieces), 0..12).prop_map(|pieces| pieces.concat()),
        "[a-z]{1,3}( [a-z]{1,2}){0,80}",
    ]
}

proptest! {
    #[test]
    fn any_text_is_compared_and_a_suggestion_is_a_known_value(
        value in text(), known in vec(text(), 0..8),
    ) {
        let known: Vec<&str> = known.iter().map(|known| &**known).collect();
        let found = nearest(&value, known.iter().copied());
        prop_assert!(found.is_none_or(|found| known.contains(&found)));
        prop_assert_eq!(found, Known::new(known).nearest(&value));
    }

    #[test]
    fn any_text_is_looked_up(text in text()) {
        let countries = countries();
        if let Some(key) = countries.key_of(&text) {
            let spaced = format!(" {text}\t");
            prop_assert_eq!(countries.key_of(&spaced), Some(key));
        }
    }

    #[test]
    fn a_lost_letter_of_a_long_name_is_found_again(
        name in "[A-Z][a-z]{6,9} [A-Z][a-z]{6,9}", lost in 0..8_usize,
    ) {
        let damaged: String = name
            .chars()
            .enumerate()
            .map(|(at, letter)| if at == lost && letter != ' ' { '?' } else { letter })
            .collect();
        prop_assert_eq!(nearest(&damaged, [&*name].into_iter()), Some(&*name));
    }
}
