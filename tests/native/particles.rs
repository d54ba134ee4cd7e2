//! Korean particles behind names in Latin letters, against how people read these.

use std::collections::{BTreeMap, BTreeSet};

use model_census::dataset::{Options, native_decoders};
use model_census::locale::particle;

use crate::support::{COUNTRIES, DEFINITION, LABELS, root};

/// A word and how its reading ends, as `tests/fixtures/particles/README.md` says.
fn words() -> BTreeMap<String, String> {
    let path = root().join("tests/fixtures/particles/words.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().skip(1).map(|line| {
        let mut cells = line.split('\t');
        let mut next = || cells.next().unwrap().to_owned();
        (next(), next())
    });
    lines.collect()
}

fn expected(ending: &str) -> [(&'static str, &'static str); 6] {
    let (is_vowel, is_rieul) = (ending == "모음", ending == "ㄹ");
    let pairs = [
        ("은", "는"),
        ("이", "가"),
        ("을", "를"),
        ("과", "와"),
        ("이라", "라"),
    ];
    let [a, b, c, d, e] = pairs.map(|(own, vowel)| (own, if is_vowel { vowel } else { own }));
    let towards = if is_vowel || is_rieul {
        "로"
    } else {
        "으로"
    };
    [a, b, c, d, e, ("으로", towards)]
}

/// Every name of models, organisations, tasks and so on that the bundled lists
/// and the definition have.
fn names() -> BTreeSet<String> {
    let options = Options::new(native_decoders);
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(root().join("tests/fixtures/history")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "csv") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        let list = model_census::dataset::read(&bytes, &name, &options).unwrap();
        for model in &list.models {
            names.insert(model.name.to_string());
            let lists = [
                &model.organizations,
                &model.domains,
                &model.tasks,
                &model.hardware,
            ];
            names.extend(
                lists
                    .into_iter()
                    .flat_map(|own| own.iter())
                    .map(ToString::to_string),
            );
        }
    }
    let codes: Vec<Vec<String>> = serde_json::from_str(COUNTRIES).unwrap();
    let codes: Vec<String> = codes
        .into_iter()
        .flat_map(|own| own.into_iter().take(2))
        .collect();
    for text in [LABELS, DEFINITION] {
        let mut open = vec![serde_json::from_str::<serde_json::Value>(text).unwrap()];
        while let Some(value) = open.pop() {
            match value {
                serde_json::Value::String(text) if text.len() < 60 => _ = names.insert(text),
                serde_json::Value::Array(all) => open.extend(all),
                serde_json::Value::Object(all) => open.extend(all.into_iter().map(|(_, own)| own)),
                _ => {}
            }
        }
    }
    names.retain(|name| !codes.contains(name));
    names
}

/// The word that a name's reading ends in, as the list of words has it.
fn last_word(name: &str) -> Option<String> {
    let name = match name.strip_suffix(')').and_then(|own| own.rsplit_once('(')) {
        Some((before, _)) => before.trim_end(),
        None => name,
    };
    let name = name.trim_end_matches(|c: char| !c.is_alphanumeric() && !"+%".contains(c));
    let letters: Vec<char> = name
        .chars()
        .rev()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    let is_capital = letters.first()?.is_ascii_uppercase();
    let same = letters
        .iter()
        .take_while(|c| c.is_ascii_uppercase() == is_capital)
        .count();
    // A small word begins with its capital.
    let most = if is_capital { same } else { same + 1 };
    let word: String = letters.iter().take(most).rev().collect();
    let word = if is_capital {
        word
    } else {
        word.to_lowercase()
    };
    Some(word).filter(|word| word.len() > 1)
}

#[test]
fn every_name_of_the_bundled_lists_has_the_particle_of_its_reading() {
    let words = words();
    let names = names();
    let (mut told, mut wrong) = (0, Vec::new());
    for name in &names {
        let Some(word) = last_word(name) else {
            continue;
        };
        let word = match name.ends_with("New York") {
            true => "new york".to_owned(),
            false => word,
        };
        let Some(ending) = words.get(&word) else {
            wrong.push(format!("{name}: {word} is not in words.tsv"));
            continue;
        };
        told += 1;
        for (own, right) in expected(ending) {
            let said = particle(name, own);
            if said != right {
                wrong.push(format!("{name}{said}, not {right}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}: {wrong:#?}",
        wrong.len(),
        names.len()
    );
    assert!(told > 500, "{told} of {}", names.len());
}

#[test]
fn every_word_that_was_read_has_its_particle() {
    let words = words();
    let wrong = words.iter().flat_map(|(word, ending)| {
        let all = expected(ending).map(|(own, right)| (particle(word, own), right));
        let wrong = all.into_iter().filter(|(said, right)| said != right);
        wrong.map(move |(said, right)| format!("{word}{said}, not {right}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(
        wrong.is_empty(),
        "{} of {}: {wrong:#?}",
        wrong.len(),
        words.len()
    );
}
