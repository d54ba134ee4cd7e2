//! How near a text is to another.

use super::fold::fold;

/// The least share of letters for a suggestion that rests on several words:
/// "UC Berkeley" is a third of "University of California (UC) Berkeley".
const LEAST_SHARED: f64 = 0.3;
/// The same for one word: "Ireland" is less of "Northern Ireland", and all of
/// what matters in "Meta AI".
const LEAST_SHARED_BY_ONE_WORD: f64 = 0.5;
/// Two letters in parentheses are too few to stand for the name.
const LEAST_ABBREVIATION: usize = 3;
/// No name has more words; a text that does is compared by its first ones.
const MOST_WORDS: usize = 64;
/// Words that say nothing by themselves.
const STOP_WORDS: [&str; 6] = ["and", "at", "for", "in", "of", "the"];
/// What a program writes for a letter that its encoding lacks.
const LOST: char = '?';

/// How near a value is to a known one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    /// The share of letters that they have in common.
    pub shared: f64,
    /// Whether the known one has all that the value has, and more.
    pub is_part: bool,
}

/// A value as it is compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Name {
    words: Vec<Word>,
    /// How many of the words are not in parentheses; all, if none is.
    outside: usize,
    /// Its letters without spaces.
    whole: Word,
    /// The same without the note.
    without_note: Word,
    /// The note's only word, if it is an abbreviation of the name or another.
    other_name: Option<String>,
}

/// Letters between spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Word {
    text: String,
    letters: usize,
    /// How many of the letters are [`LOST`].
    lost: usize,
    /// A bit for each letter: what is set in one word only costs an edit.
    alphabet: u64,
    has_digits: bool,
    in_note: bool,
}

/// A letter that may have been lost.
struct Lossy(char);

impl PartialEq<char> for Lossy {
    fn eq(&self, other: &char) -> bool {
        self.0 == *other || (self.0 == LOST && other.is_alphabetic())
    }
}

impl Word {
    fn new(text: String, in_note: bool) -> Self {
        let mut word = Self {
            in_note,
            ..Self::default()
        };
        for letter in text.chars() {
            word.letters += 1;
            word.has_digits |= letter.is_numeric();
            if letter == LOST {
                word.lost += 1;
            } else {
                word.alphabet |= 1 << (u32::from(letter) % u64::BITS);
            }
        }
        word.text = text;
        word
    }

    /// How many slips it takes from this word to a known one, if no more than
    /// `most` and not in a number: "3D" is not "2D".
    fn slips(&self, known: &Self, most: usize) -> Option<usize> {
        let most = if self.has_digits || known.has_digits {
            0
        } else {
            most
        };
        // What can be told without looking at the letters' order: nearly all
        // pairs of words go no further.
        if self.letters.abs_diff(known.letters) > most {
            return None;
        }
        if most + self.lost == 0 {
            return (self.alphabet == known.alphabet && self.text == known.text).then_some(0);
        }
        let gone = (self.alphabet & !known.alphabet).count_ones() as usize;
        let come = (known.alphabet & !self.alphabet).count_ones() as usize;
        // Almost any word could have been "?????".
        if gone > most || come > most + self.lost || self.lost * 3 > self.letters {
            return None;
        }
        if self.text == known.text {
            return Some(0);
        }
        let slips = if self.lost == 0 {
            strsim::osa_distance(&self.text, &known.text)
        } else {
            let lossy: Vec<Lossy> = self.text.chars().map(Lossy).collect();
            let known: Vec<char> = known.text.chars().collect();
            strsim::generic_levenshtein(&lossy, &known)
        };
        (slips <= most).then_some(slips)
    }
}

/// How many slips a word may have: none if it is so short that it may well be
/// another ("Iran", "Iraq"; "Hunan", "Henan"), and never so many that "un-"
/// or "America" would be one ("South America", "South Africa").
fn most_slips(letters: usize) -> usize {
    match letters {
        0..=5 => 0,
        6..=13 => 1,
        _ => 2,
    }
}

impl Name {
    pub(super) fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '(' | '[' | '（' => folded.push_str(" ( "),
                ')' | ']' | '）' => folded.push_str(" ) "),
                // It joins: "Image-to-text" has not the words of "Text-to-image".
                '-' | '\u{2010}' | '\u{2011}' => {}
                LOST | char::REPLACEMENT_CHARACTER => folded.push(LOST),
                other => fold(other, &mut folded),
            }
        }
        let (mut words, mut depth) = (Vec::new(), 0_usize);
        for word in folded.split_whitespace() {
            match word {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                word if word.contains(char::is_alphanumeric) && words.len() < MOST_WORDS => {
                    words.push(Word::new(word.to_owned(), depth > 0));
                }
                _ => {}
            }
        }
        Self::of(words)
    }

    fn of(mut words: Vec<Word>) -> Self {
        let joined = |words: &mut dyn Iterator<Item = &Word>| {
            Word::new(words.map(|word| &*word.text).collect(), false)
        };
        let whole = joined(&mut words.iter());
        let without_note = joined(&mut words.iter().filter(|word| !word.in_note));
        words.retain(|word| !STOP_WORDS.contains(&&*word.text));
        let mut outside = words.iter().filter(|word| !word.in_note).count();
        if outside == 0 {
            outside = words.len();
            for word in &mut words {
                word.in_note = false;
            }
        }
        let mut notes = words.iter().filter(|word| word.in_note);
        let other_name = match (notes.next(), notes.next()) {
            (Some(only), None) if only.letters >= LEAST_ABBREVIATION => Some(only.text.clone()),
            _ => None,
        };
        Self {
            words,
            outside,
            whole,
            without_note,
            other_name,
        }
    }

    fn has_note(&self) -> bool {
        self.outside < self.words.len()
    }

    pub(super) fn near(&self, known: &Self) -> Option<Near> {
        self.near_by_letters(known)
            .into_iter()
            .chain(self.near_by_words(known))
            .reduce(|one, other| {
                let nearer = other.shared > one.shared;
                if nearer { other } else { one }
            })
    }

    /// The same letters but for spaces, or the known one's abbreviation.
    fn near_by_letters(&self, known: &Self) -> Option<Near> {
        if known.other_name.as_ref() == Some(&self.whole.text) {
            return Some(Near {
                shared: 1.0,
                is_part: true,
            });
        }
        let (one, other) = match (self.has_note(), known.has_note()) {
            (true, false) => (&self.without_note, &known.whole),
            (false, true) => (&self.whole, &known.without_note),
            _ => (&self.whole, &known.whole),
        };
        (one.letters > 0).then_some(())?;
        one.slips(other, 0)?;
        let letters = self.whole.letters.max(known.whole.letters);
        Some(Near {
            // A letter less: the same words are nearer still.
            shared: share(one.letters - 1, letters),
            is_part: known.has_note() && !self.has_note(),
        })
    }

    /// Every word of one is a word of the other.
    fn near_by_words(&self, known: &Self) -> Option<Near> {
        let notes_matter = self.has_note() == known.has_note();
        let matters = |word: &Word| notes_matter || !word.in_note;
        let mut known_left = if notes_matter {
            known.words.len()
        } else {
            known.outside
        };
        let mut all_matched = true;
        let (mut matches, mut shared, mut letters) = (0_usize, 0_usize, 0_usize);
        // A bit for each of the known words that has its match.
        let mut taken = 0_u64;
        for (place, word) in self.words.iter().enumerate() {
            let mut partner: Option<(usize, u64, &Word, usize)> = None;
            let mut bit = 1_u64;
            for other in &known.words {
                let of = word.letters.max(other.letters);
                let slips = word.slips(other, most_slips(of));
                if let Some(slips) = slips.filter(|_| taken & bit == 0)
                    && partner.is_none_or(|(least, ..)| slips < least)
                {
                    partner = Some((slips, bit, other, of));
                }
                bit <<= 1;
            }
            if let Some((slips, bit, other, of)) = partner {
                taken |= bit;
                known_left -= usize::from(matters(other));
                matches += 1;
                shared += of.saturating_sub(2 * slips);
                letters += of;
            } else {
                all_matched &= !matters(word);
                letters += word.letters;
            }
            // Most pairs of names have nothing in common: leave them early.
            let left = self.words.len() - place - 1;
            if !all_matched && known_left > left {
                return None;
            }
        }
        let more: usize = (known.words.iter().enumerate())
            .filter(|(at, _)| taken & (1_u64 << at) == 0)
            .map(|(_, word)| word.letters)
            .sum();
        let least = match matches {
            0 => return None,
            1 => LEAST_SHARED_BY_ONE_WORD,
            _ => LEAST_SHARED,
        };
        let shared = share(shared, letters + more);
        let is_near = (all_matched || known_left == 0) && shared >= least;
        is_near.then_some(Near {
            shared,
            is_part: all_matched && more > 0,
        })
    }
}

#[allow(clippy::cast_precision_loss, reason = "names have few letters")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
