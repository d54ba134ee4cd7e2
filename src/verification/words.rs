//! Verdicts on published figures, in words.

use crate::dimension::DIMENSIONS;
use crate::language::{Bilingual, Language, fill};
use crate::locale::{count, json_reason, particle, verification};

use super::published::SCHEMA;
use super::{Arithmetic, Checked, Unreadable, Verdict, Verification, Wrong};

/// A verdict.
#[must_use]
pub fn verdict(verdict: Verdict, language: Language) -> &'static str {
    let said = verification(language);
    match verdict {
        Verdict::Equal => said.equal,
        Verdict::Differs => said.differs,
        Verdict::Contradicts => said.contradicts,
        Verdict::NotDerivable => said.not_derivable,
    }
}

/// How all figures compare, and which of them the table has: for paper, where
/// nobody can choose others.
#[must_use]
pub fn verdicts(found: &Verification, only: Option<Verdict>, language: Language) -> String {
    let said = verification(language);
    let one = |own| format!("{} {}", verdict(own, language), count(found.count(own)));
    let all = Verdict::ALL.map(one).join(", ");
    let n = count(found.figures.len());
    match only {
        None => fill(said.all, &[("n", &n), ("all", &all)]),
        Some(only) => {
            let of = count(found.count(only));
            let own = verdict(only, language);
            let values = [("n", &*n), ("all", &*all), ("own", own), ("of", &*of)];
            fill(said.all_and_shown, &values)
        }
    }
}

/// A check of a publication's arithmetic: where, and what was found.
#[must_use]
pub fn checked(check: &Checked, language: Language) -> String {
    let words = verification(language);
    let places: Vec<&str> = check.places.iter().map(|own| own.get(language)).collect();
    let places = places.join("; ");
    let note = check.note.as_ref().map(|note| note.get(language));
    let said = match &check.said {
        Arithmetic::Sum { sum, printed } => {
            fill(words.check_sum, &[("sum", sum), ("printed", printed)])
        }
        Arithmetic::Share {
            part,
            whole,
            computed,
            printed,
            fits,
        } => {
            let fits = fits.map(count).map(|fits| {
                let values = [("part", &**part), ("fits", &*fits), ("printed", &**printed)];
                fill(words.check_fits, &values)
            });
            let values = [
                ("part", &**part),
                ("whole", &**whole),
                ("computed", &**computed),
                ("printed", &**printed),
                ("fits", &*fits.unwrap_or_default()),
            ];
            fill(words.check_share, &values)
        }
        Arithmetic::Growth {
            from,
            to,
            computed,
            printed,
        } => {
            let values = [
                ("from", &**from),
                ("to", &**to),
                ("computed", &**computed),
                ("printed", &**printed),
            ];
            fill(words.check_growth, &values)
        }
        Arithmetic::Equal(all) => all.clone(),
        Arithmetic::NoneBefore => {
            let claim = note.unwrap_or_default();
            let words = if check.holds {
                words.none_before
            } else {
                words.some_before
            };
            return fill(words, &[("claim", claim), ("places", &places)]);
        }
    };
    match note {
        Some(note) => format!("{places}: {said}. {note}"),
        None => format!("{places}: {said}"),
    }
}

/// Why a file of published figures cannot be used.
#[must_use]
pub fn unreadable(why: &Unreadable, language: Language) -> String {
    let words = verification(language);
    match why {
        Unreadable::Condition { line, text, part } => {
            let is_name = text.split_once('=').is_some_and(|(name, _)| name == part);
            let names = DIMENSIONS.iter().map(|own| own.id);
            let names: Vec<&str> = names.chain(["compute", "text"]).collect();
            let values = [
                ("line", &*line.to_string()),
                ("text", text),
                ("part", part),
                ("은", particle(part, "은")),
                ("을", particle(part, "을")),
                ("names", &names.join(", ")),
            ];
            let words = if is_name {
                words.no_dimension
            } else {
                words.no_condition
            };
            fill(words, &values)
        }
        Unreadable::Schema(found) => fill(words.schema, &[("found", found), ("schema", SCHEMA)]),
        Unreadable::Syntax {
            line,
            column,
            reason,
        } => {
            let values = [
                ("line", &*line.to_string()),
                ("column", &column.to_string()),
                ("reason", &json_reason(reason, language)),
            ];
            fill(words.syntax, &values)
        }
        Unreadable::Form { line, path, wrong } => form(*line, path, wrong, language),
        Unreadable::Reason { line, name } => {
            let values = [
                ("line", &*line.to_string()),
                ("name", name),
                ("은", particle(name, "은")),
            ];
            fill(words.no_reason, &values)
        }
        Unreadable::Address { line, address } => {
            let line = line.to_string();
            fill(words.no_address, &[("line", &line), ("address", address)])
        }
    }
}

/// What does not fit the form of such a file, where, and what to do.
fn form(line: usize, path: &str, wrong: &Wrong, language: Language) -> String {
    let words = verification(language);
    let place = if path.is_empty() {
        words.in_line
    } else {
        words.at_path
    };
    let place = fill(place, &[("line", &line.to_string()), ("path", path)]);
    match wrong {
        Wrong::Missing(key) => {
            let values = [
                ("place", &*place),
                ("key", key),
                ("이", particle(key, "이")),
            ];
            fill(words.missing, &values)
        }
        Wrong::Unknown { key, known } => {
            let values = [
                ("place", &*place),
                ("key", key),
                ("은", particle(key, "은")),
                ("known", known),
            ];
            fill(words.unknown, &values)
        }
        Wrong::Other(said) => {
            let reason = json_reason(said, language);
            fill(words.wrong, &[("place", &place), ("reason", &reason)])
        }
    }
}

/// What is said of a figure that differs from that of an edition which does not
/// tell the day of its data.
#[must_use]
pub fn unknown_data() -> Bilingual {
    Bilingual::of(|language| verification(language).unknown_data.to_owned())
}

/// How far the data are from those of the publication; nothing for the same
/// day.
#[must_use]
pub fn days_older(days: i32, language: Language) -> Option<String> {
    let words = verification(language);
    let n = count(usize::try_from(days.unsigned_abs()).ok()?);
    let words = match days.signum() {
        0 => return None,
        1 => words.older,
        _ => words.younger,
    };
    Some(fill(words, &[("n", &n)]))
}
