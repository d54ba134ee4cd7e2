//! Sentences put together from a template and values.
//!
//! In a template `{name}` is a value; `{name#one|many}` one of two words by the
//! value's number; `{은}`, `{이}`, `{을}`, `{과}`, `{으로}` the Korean particle
//! in the form that the text before it asks for.

use crate::evidence::Meant;
use crate::locale::{self, is_particle, particle};
use crate::paper::{Item, Mark, Run};

/// What is put in the place of a name.
#[derive(Clone, Debug)]
pub(super) struct Value {
    name: &'static str,
    runs: Vec<Run>,
    count: Option<usize>,
}

/// A text that opens nothing.
pub(super) fn text(name: &'static str, text: impl Into<String>) -> Value {
    runs(name, vec![plain(text)])
}

/// A number of models that can be opened.
pub(super) fn models(name: &'static str, count: usize, meant: Meant) -> Value {
    Value {
        name,
        runs: vec![counted(count, meant)],
        count: Some(count),
    }
}

/// A number that counts no models.
pub(super) fn number(name: &'static str, count: usize) -> Value {
    Value {
        name,
        runs: vec![plain(locale::count(count))],
        count: Some(count),
    }
}

/// Parts that are put together already.
pub(super) fn runs(name: &'static str, runs: Vec<Run>) -> Value {
    Value {
        name,
        runs,
        count: None,
    }
}

pub(super) fn plain(text: impl Into<String>) -> Run {
    Run {
        text: text.into(),
        meant: None,
    }
}

/// A number of models; nothing is behind none.
pub(super) fn counted(count: usize, meant: Meant) -> Run {
    Run {
        text: locale::count(count),
        meant: (count > 0).then_some(meant),
    }
}

/// A sentence.
pub(super) fn item(mark: Mark, template: &str, values: &[Value]) -> Item {
    Item {
        mark,
        runs: compose(template, values),
    }
}

/// A template with its values put in.
pub(super) fn compose(template: &str, values: &[Value]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut rest = template;
    while let Some((before, marked)) = rest.split_once('{') {
        let Some((name, after)) = marked.split_once('}') else {
            break;
        };
        push(&mut out, plain(before));
        put(&mut out, name, values);
        rest = after;
    }
    push(&mut out, plain(rest));
    out
}

fn put(out: &mut Vec<Run>, name: &str, values: &[Value]) {
    if is_particle(name) {
        let said: String = out.iter().map(|run| &*run.text).collect();
        return push(out, plain(particle(&said, name)));
    }
    let (name, words) = match name.split_once('#') {
        Some((name, words)) => (name, words.split_once('|')),
        None => (name, None),
    };
    let Some(value) = values.iter().find(|value| value.name == name) else {
        return;
    };
    match words {
        Some((one, _)) if value.count == Some(1) => push(out, plain(one)),
        Some((_, many)) => push(out, plain(many)),
        None => value.runs.iter().cloned().for_each(|run| push(out, run)),
    }
}

/// Neighbouring texts that open nothing become one.
fn push(out: &mut Vec<Run>, run: Run) {
    match out.last_mut() {
        _ if run.text.is_empty() => {}
        Some(last) if last.meant.is_none() && run.meant.is_none() => last.text.push_str(&run.text),
        _ => out.push(run),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(template: &str, values: &[Value]) -> String {
        let runs = compose(template, values);
        runs.iter().map(|run| &*run.text).collect()
    }

    #[test]
    fn templates_are_filled() {
        let n = |count| models("n", count, Meant::all());
        let cases = [
            ("{name}{은} {n}개임", "한국", 3, "한국은 3개임"),
            ("{name}{은} {n}개임", "프랑스", 1_000, "프랑스는 1,000개임"),
            (
                "{n} {n#model|models} of {name}",
                "Japan",
                1,
                "1 model of Japan",
            ),
            (
                "{n} {n#model|models} of {name}",
                "Japan",
                0,
                "0 models of Japan",
            ),
            ("{missing}{name}", "x", 0, "x"),
        ];
        for (template, name, count, expected) in cases {
            assert_eq!(said(template, &[text("name", name), n(count)]), expected);
        }
    }

    #[test]
    fn numbers_of_models_open_and_none_does_not() {
        let runs = compose(
            "{a}, {b}",
            &[models("a", 2, Meant::all()), models("b", 0, Meant::all())],
        );
        let opens: Vec<bool> = runs.iter().map(|run| run.meant.is_some()).collect();
        assert_eq!(opens, [true, false]);
    }
}
