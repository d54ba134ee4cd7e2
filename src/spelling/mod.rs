//! Names as people write them: with other capitals, hyphens and spaces, and in
//! Korean.
//!
//! In: what a reader typed, and the names of something. Out: whether these are
//! meant. `korean.txt` has the Korean spellings.
//! Leaves out: whose names they are, and names that are only alike.
//!
//! Long because its tests stand below.

use std::sync::{LazyLock, OnceLock};

/// A Korean spelling, and what it stands for, all by their letters.
type Spelled = (String, Vec<String>);

static KOREAN: LazyLock<Vec<Spelled>> = LazyLock::new(|| {
    let lines = include_str!("korean.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    let spelled = lines.filter_map(|line| line.split_once('='));
    spelled
        .map(|(korean, others)| (letters(korean), others.split(',').map(letters).collect()))
        .collect()
});

/// From so many syllables on the beginning of a Korean spelling stands for it.
const BEGINNING: usize = 2;
/// So many ways of writing what was typed are tried at most.
const MOST: usize = 64;
/// So many typed words are looked at; the rest is one.
const MOST_WORDS: usize = 8;

/// The words of a name, as names are compared: case, hyphens, spaces and
/// brackets part words and say nothing else; a plus, and a point between digits,
/// do.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let characters: Vec<char> = if name.is_ascii() {
        // Most are, and of these each letter stays one.
        name.chars().map(|own| own.to_ascii_lowercase()).collect()
    } else {
        let narrow = name.chars().map(narrow);
        narrow.flat_map(char::to_lowercase).collect()
    };
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, character) in characters.iter().enumerate() {
        let beside = |at: Option<usize>| {
            at.and_then(|at| characters.get(at))
                .is_some_and(char::is_ascii_digit)
        };
        let is_point = *character == '.' && beside(at.checked_sub(1)) && beside(Some(at + 1));
        if character.is_alphanumeric() || *character == '+' || is_point {
            word.push(*character);
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// What stands for a letter of the width of Korean ones, as some keyboards type.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// The letters and digits of a name in a row; between two numbers stays a space,
/// so that 3 70B is not 370B.
#[must_use]
pub fn letters(name: &str) -> String {
    joined(&words(name))
}

fn joined(words: &[String]) -> String {
    let mut letters = String::new();
    for word in words {
        let ends = letters.ends_with(|last: char| last.is_ascii_digit());
        if ends && word.starts_with(|first: char| first.is_ascii_digit()) {
            letters.push(' ');
        }
        letters.push_str(word);
    }
    letters
}

/// Names that can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The letters of each, one a line.
    letters: String,
    /// As they are, in small letters.
    plain: String,
}

impl Names {
    /// Takes the names of one thing.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut own = Self::default();
        for name in names {
            own.letters.push_str(&letters(name));
            own.letters.push('\n');
            own.plain.push_str(&name.to_lowercase());
            own.plain.push('\n');
        }
        own
    }
}

/// What a reader typed to find something by.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    typed: String,
    ways: OnceLock<Ways>,
}

/// How what was typed may be written.
#[derive(Clone, Debug)]
struct Ways {
    /// In small letters.
    plain: String,
    /// For each word the ways of writing it, it and the next one together, it
    /// and the next two, and so on.
    from: Vec<Vec<Vec<String>>>,
}

impl PartialEq for Sought {
    fn eq(&self, other: &Self) -> bool {
        self.typed == other.typed
    }
}

impl Sought {
    /// Takes what was typed.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        Self {
            typed: typed.to_owned(),
            ways: OnceLock::new(),
        }
    }

    /// As it was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether any of the names holds it: as it was typed; or all of its words,
    /// in any spelling, wherever they stand. A number belongs to the word beside
    /// it.
    #[must_use]
    pub fn is_among(&self, names: &Names) -> bool {
        let ways = self.ways.get_or_init(|| Ways::of(&self.typed));
        names.plain.contains(&ways.plain) || !ways.from.is_empty() && ways.hold(0, &names.letters)
    }
}

impl Ways {
    fn of(typed: &str) -> Self {
        let mut words = words(typed);
        if words.len() > MOST_WORDS {
            let rest = joined(&words.split_off(MOST_WORDS));
            words.push(rest);
        }
        let together = |rest: &[String], many: usize| {
            let own = joined(rest.get(..many).unwrap_or(rest));
            // A number alone would be found in most names.
            let is_number = !own.contains(char::is_alphabetic);
            if is_number && many < words.len() {
                Vec::new()
            } else {
                spellings(own)
            }
        };
        let from = (0..words.len()).map(|at| {
            let rest = words.get(at..).unwrap_or_default();
            (1..=rest.len()).map(|many| together(rest, many)).collect()
        });
        Self {
            plain: typed.trim().to_lowercase(),
            from: from.collect(),
        }
    }

    /// Whether a text has all words from one on.
    fn hold(&self, at: usize, text: &str) -> bool {
        let Some(from) = self.from.get(at) else {
            return true;
        };
        from.iter().enumerate().rev().any(|(more, spellings)| {
            spellings.iter().any(|own| text.contains(own.as_str()))
                && self.hold(at + more + 1, text)
        })
    }
}

/// What was typed, and what it may stand for.
fn spellings(typed: String) -> Vec<String> {
    let mut all = Vec::new();
    if !typed.is_ascii() && typed.chars().count() >= BEGINNING {
        let begun = KOREAN
            .iter()
            .filter(|(korean, _)| korean.starts_with(&typed));
        all.extend(begun.flat_map(|(_, others)| others.clone()));
    }
    let mut whole = vec![typed];
    for (korean, others) in KOREAN.iter() {
        if whole.len() > MOST {
            break;
        }
        let holding = whole.iter().filter(|own| own.contains(korean.as_str()));
        let spelled = holding.flat_map(|own| {
            let others = others.iter();
            others.map(move |other| own.replace(korean.as_str(), other))
        });
        let spelled: Vec<String> = spelled.collect();
        whole.extend(spelled);
    }
    all.extend(whole);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_typed() {
        for (typed, name) in [
            ("exaone 4", "EXAONE 4.0 (32B)"),
            ("EXAONE-4.0", "EXAONE 4.0 (32B)"),
            ("exaone4.0 32b", "EXAONE 4.0 (32B)"),
            ("ＥＸＡＯＮＥ", "EXAONE 4.0 (32B)"),
            ("엑사원", "K-EXAONE 2.0"),
            ("케이-엑사원", "K-EXAONE"),
            ("엑사원 4", "EXAONE 4.0 (32B)"),
            ("엑사", "EXAONE 1.0"),
            ("하이퍼클로바", "HyperCLOVA X SEED 32B Think"),
            ("하이퍼클로바X", "HyperCLOVA X"),
            ("하이퍼 클로바 엑스", "HyperCLOVA X"),
            ("하이퍼", "HyperCLOVA 204B"),
            ("네이버", "NAVER"),
            ("네이버", "Naver AI Lab"),
            ("네이버 클로바", "Naver Clova"),
            ("솔라", "Solar-10.7B"),
            ("솔라 오픈", "Solar Open2 250B"),
            ("믿음", "Mi:dm 200B"),
            ("midm", "Mi:dm 7B"),
            ("바르코", "VARCO LLM 2.0 base"),
            ("칸나나", "Kanana Flag"),
            ("카나나", "Kanana Flag"),
            ("배키", "VAETKI"),
            ("에이닷엑스", "A.X K1"),
            ("ax k1", "A.X K1"),
            ("a.x k1", "A.X K1"),
            ("SKT", "SK Telecom"),
            ("skt", "SK Telecom"),
            ("삼성 가우스", "Samsung Gauss Code"),
            ("gpt4", "GPT-4 Turbo"),
            ("gpt 4 turbo", "GPT-4 Turbo"),
            ("turbo gpt", "GPT-4 Turbo"),
            ("llama 3-70b", "Llama 3 70B"),
            ("4+", "GLM-4+"),
            ("(32b)", "EXAONE 4.0 (32B)"),
            ("", "anything"),
            ("  ", "anything"),
        ] {
            assert!(
                Sought::of(typed).is_among(&Names::of([name])),
                "{typed} / {name}"
            );
        }
    }

    #[test]
    fn what_is_another_name_is_not_found() {
        for (typed, name) in [
            ("exaone 4", "EXAONE 3.5 2.4B"),
            ("exaone 35", "EXAONE 3.5 32B"),
            ("엑사원 4", "EXAONE 3.5 2.4B"),
            ("llama 37", "Llama 3 70B"),
            ("솔라", "NAVER"),
            ("gpt5", "GPT-4"),
            ("glm 4+", "GLM-4"),
            ("없는 모델", "GPT-4"),
            ("%", "GPT-4"),
            ("하", "HyperCLOVA 204B"),
        ] {
            assert!(
                !Sought::of(typed).is_among(&Names::of([name])),
                "{typed} / {name}"
            );
        }
    }

    #[test]
    fn words_may_stand_in_several_names_of_one_thing() {
        let names = Names::of(["EXAONE 4.0 (32B)", "LG AI Research", "LG AI연구원"]);
        for typed in [
            "lg exaone",
            "엘지 엑사원 4.0",
            "LG AI연구원",
            "exaone, lg ai research",
        ] {
            assert!(Sought::of(typed).is_among(&names), "{typed}");
        }
        assert!(!Sought::of("lg exaone 3").is_among(&Names::of(["EXAONE 4.0", "LG"])));
        // No name goes on in the next one.
        assert!(!Sought::of("bcd").is_among(&Names::of(["AB", "CD"])));
    }

    #[test]
    fn much_that_is_typed_is_no_work() {
        let typed = "네이버 ".repeat(2_000);
        assert!(!Sought::of(&typed).is_among(&Names::of(["GPT-4"])));
    }

    #[test]
    fn every_korean_spelling_stands_for_something() {
        for (korean, others) in KOREAN.iter() {
            assert!(korean.chars().count() >= BEGINNING, "{korean}");
            assert!(
                !others.is_empty() && others.iter().all(|own| !own.is_empty()),
                "{korean}"
            );
        }
    }
}
