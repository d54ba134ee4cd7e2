//! What a single cell may hold: a list of names.

use std::borrow::Cow;
use std::sync::Arc;

use super::text::tidy;

/// The values of a multi-valued cell, tidied, in order, repeats kept.
///
/// Epoch AI joins values by a bare comma and does not protect commas inside a
/// value; there they are followed by white space. So a comma separates only
/// where no white space follows, unless `spaced` says that the file was joined
/// by comma and space throughout (as after editing by hand). Names in `whole`
/// are never split.
///
/// ```
/// use model_census_dataset::split_list;
/// let values: Vec<_> = split_list("Adobe,SambaNova Systems, Inc", false, &[]).collect();
/// assert_eq!(values, ["Adobe", "SambaNova Systems, Inc"]);
/// ```
pub fn split_list<'a>(
    cell: &'a str,
    spaced: bool,
    whole: &'a [Arc<str>],
) -> impl Iterator<Item = Cow<'a, str>> {
    // White space after the last comma belongs to no value.
    let mut rest = Some(cell.trim());
    std::iter::from_fn(move || {
        let text = rest?;
        let known = text.len() - text.trim_start().len()
            + longest_at_front(text.trim_start(), whole).unwrap_or(0);
        let separates = |at: &usize| {
            let after = text.get(at + 1..).unwrap_or("");
            *at >= known && (spaced || !after.starts_with(char::is_whitespace))
        };
        let mut commas = text.match_indices(',').map(|(at, _)| at);
        let (value, following) = match commas.find(separates) {
            Some(at) => (text.get(..at).unwrap_or(""), text.get(at + 1..)),
            None => (text, None),
        };
        rest = following;
        Some(tidy(value))
    })
    .filter(|value| !value.is_empty())
}

/// The length of the longest whole name that a text begins with.
fn longest_at_front(text: &str, whole: &[Arc<str>]) -> Option<usize> {
    let ends = |name: &&Arc<str>| {
        text.strip_prefix(&***name)
            .is_some_and(|after| after.trim_start().is_empty() || after.starts_with(','))
    };
    whole.iter().filter(ends).map(|name| name.len()).max()
}

/// Whether a value is no name but the end of one: a company's legal form.
pub(super) fn is_legal_form(value: &str) -> bool {
    const FORMS: [&str; 16] = [
        "ag",
        "bv",
        "co",
        "corp",
        "corporation",
        "gmbh",
        "inc",
        "incorporated",
        "limited",
        "llc",
        "llp",
        "lp",
        "ltd",
        "plc",
        "pty",
        "sa",
    ];
    FORMS.contains(&&*first_word(value))
}

/// The first word, in lower case and without dots.
fn first_word(value: &str) -> String {
    let word = value.split(' ').next().unwrap_or(value);
    let letters = word.chars().filter(|c| *c != '.');
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether a word of a name's end is a legal form. Of these a name may begin with
/// some ("AB InBev"), so that they are one only where nothing else stands.
fn is_form_of_an_ending(word: &str) -> bool {
    const FORMS: [&str; 23] = [
        "a/s", "ab", "bhd", "jsc", "kg", "kgaa", "kk", "lda", "ltda", "nv", "oy", "oyj", "pbc",
        "pjsc", "pte", "pvt", "sarl", "sdn", "spa", "srl", "sro", "ug", "zoo",
    ];
    is_legal_form(word) || FORMS.contains(&&*first_word(word))
}

/// Whether a value is nothing but the end of a company's name: `Ltd.`, `S.A.`,
/// `Co., Ltd.`, `Inc. (Boston)`.
pub(super) fn is_legal_ending(value: &str) -> bool {
    let name = value.split('(').next().unwrap_or(value);
    let mut words = name
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .peekable();
    words.peek().is_some() && words.all(|word| word == "&" || is_form_of_an_ending(word))
}

/// How many commas of a cell are followed by white space, and how many not.
pub(super) fn comma_styles(cell: &str) -> (usize, usize) {
    let total = cell.matches(',').count();
    let spaced = cell
        .match_indices(',')
        .filter(|(at, _)| {
            cell.get(at + 1..)
                .is_some_and(|after| after.starts_with(char::is_whitespace))
        })
        .count();
    (spaced, total - spaced)
}

/// Whether a name holds a question mark where a letter may have been: Excel
/// writes one for each letter that CP949 lacks. At a word's end it may be meant,
/// but not where a word would begin, behind a hyphen or bracket.
pub(super) fn has_lost_letter(value: &str) -> bool {
    let mut before = ' ';
    let mut rest = value.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let inside = before.is_alphanumeric() && !after.is_whitespace();
        let begins = matches!(before, '-' | '(' | '[' | '/' | '‘' | '“');
        if c == '?' && (after.is_alphanumeric() || inside || begins) {
            return true;
        }
        before = c;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_before_white_space_belongs_to_the_value() {
        let cases: [(&str, bool, &[&str]); 10] = [
            ("Language", false, &["Language"]),
            (
                "Multimodal,Language,Vision",
                false,
                &["Multimodal", "Language", "Vision"],
            ),
            (
                "NERSC, Lawrence Berkeley National Laboratory,UC Berkeley",
                false,
                &[
                    "NERSC, Lawrence Berkeley National Laboratory",
                    "UC Berkeley",
                ],
            ),
            (
                "Text summarization\n,Translation",
                false,
                &["Text summarization", "Translation"],
            ),
            (
                "Indraprastha Institute of Information Technology\nDelhi",
                false,
                &["Indraprastha Institute of Information Technology Delhi"],
            ),
            ("A, B, C", true, &["A", "B", "C"]),
            (",,A,", false, &["A"]),
            ("Language,Vision, ", false, &["Language", "Vision"]),
            ("", false, &[]),
            (" \u{200b}\n", false, &[]),
        ];
        for (cell, spaced, expected) in cases {
            let values: Vec<_> = split_list(cell, spaced, &[]).collect();
            assert_eq!(values, expected, "{cell:?}");
        }
    }

    #[test]
    fn a_name_known_whole_is_never_split() {
        let whole: Vec<Arc<str>> = vec![
            Arc::from("Booz Allen Hamilton, McLean"),
            Arc::from("NERSC, Lawrence Berkeley National Laboratory"),
        ];
        let cases: [(&str, bool, &[&str]); 4] = [
            (
                "EleutherAI, Booz Allen Hamilton, McLean, Google",
                true,
                &["EleutherAI", "Booz Allen Hamilton, McLean", "Google"],
            ),
            (
                "NERSC, Lawrence Berkeley National Laboratory",
                true,
                &["NERSC, Lawrence Berkeley National Laboratory"],
            ),
            (
                "Booz Allen Hamilton, McLean,NERSC",
                false,
                &["Booz Allen Hamilton, McLean", "NERSC"],
            ),
            // Only the beginning of a name.
            (
                "Booz Allen Hamilton, McLeanville",
                true,
                &["Booz Allen Hamilton", "McLeanville"],
            ),
        ];
        for (cell, spaced, expected) in cases {
            let values: Vec<_> = split_list(cell, spaced, &whole).collect();
            assert_eq!(values, expected, "{cell:?}");
        }
    }

    #[test]
    fn a_question_mark_inside_a_word_is_a_lost_letter() {
        let cases = [
            ("Universit? de Montr?al", true),
            ("?cole polytechnique", true),
            ("Ascend (昇?) 910B", true),
            ("Ascend (??) 910B", true),
            ("Qwen-?", true),
            ("K-?XAONE", true),
            ("Who are you?", false),
            ("What? Why", false),
            ("GPT-4", false),
            ("?", false),
        ];
        for (value, expected) in cases {
            assert_eq!(has_lost_letter(value), expected, "{value:?}");
        }
    }

    #[test]
    fn only_legal_forms_end_a_name() {
        for ending in ["Ltd.", "S.A.", "GmbH", "Co., Ltd.", "Inc. (Boston)", "LLC"] {
            assert!(is_legal_ending(ending), "{ending}");
        }
        for name in [
            "",
            "(x)",
            "Inc Research",
            "Sa Labs",
            "Intel",
            "Co-operative",
        ] {
            assert!(!is_legal_ending(name), "{name}");
        }
    }

    #[test]
    fn a_legal_form_is_no_name_of_its_own() {
        for form in ["Inc", "Inc.", "Ltd. (APUS)", "LLC", "Co.", "GmbH"] {
            assert!(is_legal_form(form), "{form}");
        }
        for name in ["Intel", "Cohere", "Saudi Aramco", "Incheon"] {
            assert!(!is_legal_form(name), "{name}");
        }
    }
}
