//! A model's name as it is compared with others.
//!
//! In: a name. Out: its letters and words without what spellings differ in.
//! Leaves out: whose model it is.

use crate::spelling::words;

/// How like two single words must be, by Jaro and Winkler (0 to 1).
const LIKE: f64 = 0.85;

/// A name, ready to be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    letters: String,
    words: Vec<String>,
}

impl Name {
    /// Takes a name apart.
    pub fn of(name: &str) -> Self {
        let words = words(name);
        Self {
            letters: words.concat(),
            words,
        }
    }

    /// All letters and digits.
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// Whether it is the same but for spelling.
    pub fn is(&self, other: &Self) -> bool {
        self.letters == other.letters
    }

    /// 3 where the names are one, 2 where one has all words of the other, 1
    /// where they begin alike, else 0; 3 less where both say a size and not the
    /// same. What cannot make it `least` is not looked for, letters take longest:
    /// it is less then, by whatever much.
    pub fn likeness(&self, other: &Self, least: i32) -> i32 {
        let holds =
            |all: &Self, part: &Self| part.words.iter().all(|word| all.words.contains(word));
        let begins_alike = || strsim::jaro_winkler(&self.letters, &other.letters) >= LIKE;
        let like = if self.is(other) {
            3
        } else if least <= 2 && (holds(self, other) || holds(other, self)) {
            2
        } else if least <= 1 && begins_alike() {
            1
        } else {
            0
        };
        match (self.size(), other.size()) {
            (Some(one), Some(other)) if one != other => like - 3,
            _ => like,
        }
    }

    /// The word that says how many parameters there are, such as `30b`.
    fn size(&self) -> Option<&str> {
        self.words.iter().map(String::as_str).find(|word| {
            let number = word.strip_suffix(['b', 'm', 't']);
            number.is_some_and(|number| number.parse::<f64>().is_ok())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one() {
        for (one, other) in [
            ("Poro34B", "Poro 34B"),
            ("GPT-4 (Mar 2023)", "gpt 4 [mar 2023]"),
            ("DALL·E 2", "DALL-E 2"),
        ] {
            assert!(Name::of(one).is(&Name::of(other)), "{one} / {other}");
        }
    }

    #[test]
    fn what_tells_models_apart_stays() {
        for (one, other) in [
            ("GLM-4", "GLM-4+"),
            ("GPT-3.5", "GPT-35"),
            ("MPT-30B (base)", "MPT-30B"),
        ] {
            assert!(!Name::of(one).is(&Name::of(other)), "{one} / {other}");
        }
    }

    #[test]
    fn likeness_is_higher_the_more_two_names_share() {
        for (one, other, expected) in [
            ("Poro34B", "Poro 34B", 3),
            ("MPT-30B (base)", "MPT-30B", 2),
            ("SenseNova", "SenseChat", 1),
            ("Luca 2.0", "BaiLing", 0),
            ("BlueLM 13B", "BlueLM 7B", -2),
        ] {
            let (one, other) = (Name::of(one), Name::of(other));
            assert_eq!(one.likeness(&other, -3), expected, "{one:?} / {other:?}");
            for least in -3..=3 {
                let is_enough = one.likeness(&other, least) >= least;
                assert_eq!(is_enough, expected >= least, "{one:?} / {other:?}: {least}");
            }
        }
    }
}
