//! Gathers what was wrong: equal problems are one, however many records have
//! them.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::{Code, Detail, FIRST_PLACES, MORE_VALUES, Place, Problem};

/// How many values of a kind and column are named.
const MOST_VALUES: usize = 100;

/// What a column shows again and again, gathered until the whole column tells
/// what it means.
#[derive(Clone, Debug, Default)]
pub(super) struct Habit {
    /// The first value.
    pub(super) value: String,
    pub(super) count: u64,
    pub(super) places: Vec<Place>,
    pub(super) detail: Option<Detail>,
}

impl Habit {
    pub(super) fn note(&mut self, value: &str, place: Place) {
        if self.count == 0 {
            value.clone_into(&mut self.value);
        }
        self.count += 1;
        let at = self.places.partition_point(|own| *own <= place);
        if at < FIRST_PLACES {
            self.places.insert(at, place);
            self.places.truncate(FIRST_PLACES);
        }
    }

    /// Takes in what was gathered elsewhere of the same column.
    pub(super) fn join(&mut self, other: Self) {
        let is_first = self.count == 0 || other.places.first() < self.places.first();
        if other.count > 0 && is_first {
            self.value = other.value;
            self.detail = other.detail;
        }
        self.count += other.count;
        self.places.extend(other.places);
        self.places.sort_unstable();
        self.places.truncate(FIRST_PLACES);
    }
}

/// Gathers problems: the same value in the same column is one, however many
/// records have it, and of endlessly many values the first hundred are named.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
    known: HashMap<(Code, String, String), usize, FixedState>,
    values: HashMap<(Code, String), usize, FixedState>,
}

impl Problems {
    /// Adds problems that were met before.
    pub fn add(&mut self, problems: &[Problem]) {
        self.list.extend_from_slice(problems);
    }

    /// Adds a problem of the whole file.
    pub fn of_file(&mut self, code: Code, column: &str, value: &str) {
        self.list.push(Problem::of_file(code, column, value));
    }

    /// Adds a problem of rows that are no records.
    pub fn of_rows(&mut self, code: Code, value: &str, count: u64) {
        let problem = Problem::of_records(code, "", value, &[], count);
        self.list.push(problem);
    }

    /// Adds a problem of one record.
    pub fn at(&mut self, code: Code, column: &str, value: &str, place: Place) {
        let key = (code, column.to_owned(), value.to_owned());
        let known = match self.known.get(&key) {
            Some(at) => *at,
            None => self.new_value(key),
        };
        if let Some(problem) = self.list.get_mut(known) {
            problem.count += 1;
            if problem.places.len() < FIRST_PLACES {
                problem.places.push(place);
            }
        }
    }

    /// Adds a problem of one record as its kind asks for.
    pub(super) fn note(&mut self, code: Code, column: &str, value: &str, place: Place) {
        if code.is_habit() {
            self.habit(code, column, value, place);
        } else {
            self.at(code, column, value, place);
        }
    }

    /// Adds what the first problem of a value has to say beyond it.
    pub fn detail(&mut self, code: Code, column: &str, value: &str, detail: Detail) {
        let key = (code, column.to_owned(), value.to_owned());
        if let Some(problem) = self.known.get(&key).and_then(|at| self.list.get_mut(*at)) {
            problem.detail.get_or_insert(detail);
        }
    }

    /// Adds a habit that was gathered elsewhere, where there is one.
    pub(super) fn gathered(&mut self, code: Code, column: &str, habit: Habit) {
        if habit.count == 0 {
            return;
        }
        let Habit {
            value,
            count,
            places,
            detail,
        } = habit;
        self.list.push(Problem {
            detail,
            ..Problem::of_records(code, column, &value, &places, count)
        });
    }

    /// Adds a problem that a column has throughout: one, with its first value.
    pub fn habit(&mut self, code: Code, column: &str, value: &str, place: Place) {
        self.at(code, column, "", place);
        let key = (code, column.to_owned(), String::new());
        let problem = self.known.get(&key).and_then(|at| self.list.get_mut(*at));
        if let Some(problem) = problem.filter(|problem| problem.value.is_empty()) {
            value.clone_into(&mut problem.value);
        }
    }

    fn new_value(&mut self, key: (Code, String, String)) -> usize {
        let (code, column, value) = &key;
        let values = self.values.entry((*code, column.clone())).or_default();
        *values += 1;
        if *values > MOST_VALUES && value != MORE_VALUES {
            let rest = (*code, column.clone(), MORE_VALUES.to_owned());
            return match self.known.get(&rest) {
                Some(at) => *at,
                None => self.new_value(rest),
            };
        }
        let at = self.list.len();
        let mut problem = Problem::of_file(*code, column, value);
        problem.count = 0;
        self.list.push(problem);
        self.known.insert(key, at);
        at
    }

    /// All of them, in the order in which they were first met.
    #[must_use]
    pub fn into_list(self) -> Vec<Problem> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_values_the_first_hundred_are_named_and_all_are_counted() {
        let mut problems = Problems::default();
        for record in 0..1000 {
            let place = Place {
                record,
                line: record,
            };
            let value = format!("{}", record % 500);
            problems.at(Code::UnmappedTask, "Task", &value, place);
        }
        let list = problems.into_list();
        assert_eq!(list.len(), 101);
        assert_eq!(list.iter().map(|problem| problem.count).sum::<u64>(), 1000);
        assert_eq!((list[0].count, list[0].places.len()), (2, 2));
        assert_eq!(list[100].value, MORE_VALUES);
        assert_eq!(list[100].places.len(), FIRST_PLACES);
    }
}
