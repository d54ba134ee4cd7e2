//! Problems with what is read at a glance.

use crate::dataset::Problem;

/// How many letters of a value a sentence quotes.
const LONGEST: usize = 60;

/// With a value and column that are read at a glance: a cell may be a page.
pub(super) fn shortened(problem: &Problem) -> Problem {
    let short = |text: &str| -> String {
        if text.chars().count() <= LONGEST {
            return text.to_owned();
        }
        text.chars().take(LONGEST).chain(['…']).collect()
    };
    Problem {
        value: short(&problem.value),
        column: short(&problem.column),
        ..problem.clone()
    }
}
