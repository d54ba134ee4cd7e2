//! What a single cell may hold: a list, a number.
//!
//! Long because its tests stand below.

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
    let word = value.split(' ').next().unwrap_or(value);
    let word: String = word.chars().filter(|c| *c != '.').collect();
    FORMS.contains(&&*word.to_ascii_lowercase())
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

/// A number, and in which form it stood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub value: f64,
    pub form: NumberForm,
}

/// How a number was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberForm {
    /// As Epoch AI writes it.
    Plain,
    /// With separators of thousands or a decimal comma.
    Reformatted,
    /// `3.8E+25`: as Excel shows large numbers, with three digits at most.
    Rounded,
}

/// A finite, non-negative number in plain or scientific notation.
///
/// Thousands may be parted by commas where there are at least two commas or a
/// decimal point follows, so that `1,234` is not read as what it may not be.
///
/// # Errors
/// [`NumberError`] says whether the text is no number or one below zero.
pub(super) fn number(cell: &str) -> Result<Number, NumberError> {
    if let Some(value) = plain(cell)? {
        let form = if is_rounded(cell) {
            NumberForm::Rounded
        } else {
            NumberForm::Plain
        };
        return Ok(Number { value, form });
    }
    let rewritten = without_thousands(cell).or_else(|| with_decimal_point(cell));
    let rewritten = rewritten.ok_or(NumberError::NotANumber)?;
    let value = plain(&rewritten)?.ok_or(NumberError::NotANumber)?;
    let form = if is_rounded(&rewritten) {
        NumberForm::Rounded
    } else {
        NumberForm::Reformatted
    };
    Ok(Number { value, form })
}

fn plain(cell: &str) -> Result<Option<f64>, NumberError> {
    // Rust also reads "inf", "nan" and "+1": only digits may begin a number.
    let starts_well = cell
        .strip_prefix('-')
        .unwrap_or(cell)
        .starts_with(|c: char| c.is_ascii_digit() || c == '.');
    match cell.parse::<f64>() {
        Ok(number) if starts_well && number.is_finite() => {
            if number < 0.0 {
                Err(NumberError::Negative)
            } else {
                Ok(Some(number))
            }
        }
        _ => Ok(None),
    }
}

/// Excel's general format: a capital E, a sign, two digits at most after the
/// point. Epoch AI's exports have a small e.
fn is_rounded(cell: &str) -> bool {
    let Some((digits, exponent)) = cell.split_once("E+") else {
        return false;
    };
    digits.len() <= 4 && exponent.bytes().all(|byte| byte.is_ascii_digit())
}

fn without_thousands(cell: &str) -> Option<String> {
    let (whole, fraction) = match cell.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (cell, None),
    };
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let fine = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3)
        && (rest.len() > 1 || (rest.len() == 1 && fraction.is_some()));
    fine.then(|| cell.replace(',', ""))
}

/// `2,14E+25` of countries whose decimals follow a comma; with three decimals
/// and no exponent it could be thousands.
fn with_decimal_point(cell: &str) -> Option<String> {
    let (_, after) = cell.split_once(',')?;
    let decimals = after.bytes().take_while(u8::is_ascii_digit).count();
    let single = !after.contains([',', '.']);
    (single && (decimals != 3 || after.len() > 3)).then(|| cell.replace(',', "."))
}

/// Why a cell is no usable number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberError {
    NotANumber,
    Negative,
}

/// Whether a name holds a question mark where a letter may have been: Excel
/// writes one for each letter that CP949 lacks. At a word's end it may be meant.
pub(super) fn has_lost_letter(value: &str) -> bool {
    let mut before = ' ';
    let mut rest = value.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let inside = before.is_alphanumeric() && !after.is_whitespace();
        if c == '?' && (after.is_alphanumeric() || inside) {
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
    fn numbers_are_read_in_the_forms_that_leave_no_doubt() {
        use NumberForm::{Plain, Reformatted, Rounded};
        let cases = [
            ("384000000000.0", Ok((3.84e11, Plain))),
            ("1.01e+23", Ok((1.01e23, Plain))),
            ("3.8E+25", Ok((3.8e25, Rounded))),
            ("3.84E+11", Ok((3.84e11, Rounded))),
            ("3.8412E+25", Ok((3.8412e25, Plain))),
            (".5", Ok((0.5, Plain))),
            ("0", Ok((0.0, Plain))),
            ("384,000,000,000", Ok((3.84e11, Reformatted))),
            ("1,234.5", Ok((1234.5, Reformatted))),
            ("2,14E+25", Ok((2.14e25, Rounded))),
            ("2,1412E+25", Ok((2.1412e25, Reformatted))),
            ("0,5", Ok((0.5, Reformatted))),
            // A thousand, or one and a bit.
            ("1,234", Err(NumberError::NotANumber)),
            ("1,000", Err(NumberError::NotANumber)),
            ("12,34,567", Err(NumberError::NotANumber)),
            ("-1", Err(NumberError::Negative)),
            ("inf", Err(NumberError::NotANumber)),
            ("NaN", Err(NumberError::NotANumber)),
            ("1e999", Err(NumberError::NotANumber)),
            ("2.1e25 (est.)", Err(NumberError::NotANumber)),
            ("+5", Err(NumberError::NotANumber)),
            ("", Err(NumberError::NotANumber)),
        ];
        for (cell, expected) in cases {
            let found = number(cell).map(|number| (number.value, number.form));
            assert_eq!(found, expected, "{cell:?}");
        }
    }

    #[test]
    fn a_question_mark_inside_a_word_is_a_lost_letter() {
        let cases = [
            ("Universit? de Montr?al", true),
            ("?cole polytechnique", true),
            ("Ascend (昇?) 910B", true),
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
    fn a_legal_form_is_no_name_of_its_own() {
        for form in ["Inc", "Inc.", "Ltd. (APUS)", "LLC", "Co.", "GmbH"] {
            assert!(is_legal_form(form), "{form}");
        }
        for name in ["Intel", "Cohere", "Saudi Aramco", "Incheon"] {
            assert!(!is_legal_form(name), "{name}");
        }
    }
}
