//! Names that sheets may have.

use std::collections::BTreeSet;

use crate::xml::allowed;

/// As many characters as Excel takes.
const LONGEST: usize = 31;

/// The names that are taken, in small letters: Excel sees no difference.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// A name like the one that is wanted, that Excel allows and no other sheet
    /// has.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let wanted: String = allowed(wanted)
            .chars()
            .map(|c| match c {
                '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
                c => c,
            })
            .collect();
        let wanted = wanted.trim_matches(['\'', ' ']);
        let wanted = match wanted {
            "" => "Sheet",
            // Excel keeps the name for itself.
            _ if wanted.eq_ignore_ascii_case("history") => "History 1",
            wanted => wanted,
        };
        let mut number = 1;
        loop {
            let end = match number {
                1 => String::new(),
                number => format!(" {number}"),
            };
            let room = LONGEST - end.chars().count();
            let name: String = wanted.chars().take(room).collect();
            let name = format!("{}{end}", name.trim_end_matches(['\'', ' ']));
            if self.0.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_valid_and_told_apart() {
        let mut names = Names::default();
        let cases = [
            ("표 1", "표 1"),
            ("표 1", "표 1 2"),
            ("a/b:[c]", "a b  c"),
            ("'quoted'", "quoted"),
            ("", "Sheet"),
            ("history", "History 1"),
            (
                "a name that is much longer than Excel takes",
                "a name that is much longer than",
            ),
            (
                "a name that is much longer than Excel takes",
                "a name that is much longer th 2",
            ),
            ("TABLE", "TABLE"),
            ("table", "table 2"),
        ];
        for (wanted, expected) in cases {
            assert_eq!(names.take(wanted), expected);
        }
    }
}
