//! What a single cell may hold: text, a list, a number.

use std::borrow::Cow;

/// Whether a character leaves no mark: white space or a zero-width character.
fn is_blank_char(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// Whether a cell says nothing.
#[must_use]
pub fn is_blank(cell: &str) -> bool {
    cell.chars().all(is_blank_char)
}

/// A value without outer white space, its inner runs of white space (line
/// breaks too) made one space.
///
/// ```
/// use model_census::dataset::tidy;
/// assert_eq!(tidy(" Text\nsummarization\t"), "Text summarization");
/// ```
#[must_use]
pub fn tidy(cell: &str) -> Cow<'_, str> {
    let trimmed = cell.trim_matches(is_blank_char);
    let mut previous_blank = false;
    let regular = trimmed.chars().all(|c| {
        let blank = is_blank_char(c);
        let fine = !blank || (c == ' ' && !previous_blank);
        previous_blank = blank;
        fine
    });
    if regular {
        return Cow::Borrowed(trimmed);
    }
    let words: Vec<&str> = trimmed
        .split(is_blank_char)
        .filter(|word| !word.is_empty())
        .collect();
    Cow::Owned(words.join(" "))
}

/// The values of a multi-valued cell, tidied, in order, repeats kept.
///
/// Epoch AI joins values by a bare comma and does not protect commas inside a
/// value; there they are followed by white space. So a comma separates only
/// where no white space follows, unless `spaced` says that the file was joined
/// by comma and space throughout (as after editing by hand).
///
/// ```
/// use model_census::dataset::split_list;
/// let values: Vec<_> = split_list("Adobe,SambaNova Systems, Inc", false).collect();
/// assert_eq!(values, ["Adobe", "SambaNova Systems, Inc"]);
/// ```
pub fn split_list(cell: &str, spaced: bool) -> impl Iterator<Item = Cow<'_, str>> {
    // White space after the last comma belongs to no value.
    let mut rest = Some(cell.trim());
    std::iter::from_fn(move || {
        let text = rest?;
        let at = text.match_indices(',').map(|(at, _)| at).find(|at| {
            let after = text.get(at + 1..).unwrap_or("");
            spaced || !after.starts_with(char::is_whitespace)
        });
        let (value, following) = match at {
            Some(at) => (text.get(..at).unwrap_or(""), text.get(at + 1..)),
            None => (text, None),
        };
        rest = following;
        Some(tidy(value))
    })
    .filter(|value| !value.is_empty())
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

/// A finite, non-negative number in plain or scientific notation.
///
/// # Errors
/// [`NumberError`] says whether the text is no number or one below zero.
pub(super) fn number(cell: &str) -> Result<f64, NumberError> {
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
                Ok(number)
            }
        }
        _ => Err(NumberError::NotANumber),
    }
}

/// Why a cell is no usable number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberError {
    NotANumber,
    Negative,
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
            let values: Vec<_> = split_list(cell, spaced).collect();
            assert_eq!(values, expected, "{cell:?}");
        }
    }

    #[test]
    fn numbers_are_plain_or_scientific_and_nothing_else() {
        let cases = [
            ("384000000000.0", Ok(3.84e11)),
            ("1.01e+23", Ok(1.01e23)),
            ("3.8E+25", Ok(3.8e25)),
            (".5", Ok(0.5)),
            ("0", Ok(0.0)),
            ("-1", Err(NumberError::Negative)),
            ("inf", Err(NumberError::NotANumber)),
            ("NaN", Err(NumberError::NotANumber)),
            ("1e999", Err(NumberError::NotANumber)),
            ("2.1e25 (est.)", Err(NumberError::NotANumber)),
            ("1,000", Err(NumberError::NotANumber)),
            ("+5", Err(NumberError::NotANumber)),
            ("", Err(NumberError::NotANumber)),
        ];
        for (cell, expected) in cases {
            assert_eq!(number(cell), expected, "{cell:?}");
        }
    }
}
