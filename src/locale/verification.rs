//! Verdicts on published figures, in words.

use crate::definition::Span;
use crate::dimension::DIMENSIONS;
use crate::document::attributes;
use crate::list::ListId;
use crate::verification::{Checked, SCHEMA, Said, Unreadable, Verdict};

use super::json_reason::korean_json_reason;
use super::{Language, count, particle, span};

/// A verdict.
#[must_use]
pub fn verdict(verdict: Verdict, language: Language) -> &'static str {
    let (ko, en) = match verdict {
        Verdict::Equal => ("일치", "Equal"),
        Verdict::Differs => ("다름", "Differs"),
        Verdict::Contradicts => ("발간본 자체 모순", "Contradicts itself"),
        Verdict::NotDerivable => ("자료로 알 수 없음", "Not derivable"),
    };
    match language {
        Language::Ko => ko,
        Language::En => en,
    }
}

/// A column of published figures; one without a name of ours as it is.
#[must_use]
pub fn published_column(column: &str, language: Language) -> String {
    let text = language.text();
    let (when, shared) = match column.split_once(' ') {
        Some((when, "shared")) => (when, true),
        _ => (column, false),
    };
    let listed = || {
        let lists = [ListId::FocusCountry, ListId::TopModels].into_iter();
        let own = lists.flat_map(|list| {
            let names = attributes(list, language);
            attributes(list, Language::En).into_iter().zip(names)
        });
        let mut own = own.filter(|(en, _)| en.heading == column);
        own.next().map(|(_, own)| own.heading)
    };
    let (ko, en) = match when {
        "total" => (text.total, text.total),
        "rank" => (text.rank, text.rank),
        "share" => ("비중(%)", "Share (%)"),
        "growth" => ("연평균 증가율(%)", "CAGR (%)"),
        "position" => ("제시 순서", "Place in the list"),
        "holds" => ("모두 해당", "Holds of all"),
        "order" => ("순서", "Order"),
        "year" => (text.released, text.released),
        "developers" => (text.developer, text.developer),
        "domains" => (text.domain, text.domain),
        "multimodal" => (text.is_multimodal, text.is_multimodal),
        "shown" => ("표시한 모델", "Models shown"),
        "investment" => ("억 달러", "100 million US dollars"),
        "place" => (text.rank, text.rank),
        _ => match Span::parse(when) {
            Some(own) => {
                let year = span(own, language);
                return if shared {
                    format!("{year} {}", word(language))
                } else {
                    year
                };
            }
            None => {
                let own = listed().unwrap_or(column);
                (own, own)
            }
        },
    };
    let name = match language {
        Language::Ko => ko,
        Language::En => en,
    };
    if shared {
        format!("{name} {}", word(language))
    } else {
        name.to_owned()
    }
}

fn word(language: Language) -> &'static str {
    match language {
        Language::Ko => "중복",
        Language::En => "shared",
    }
}

/// A check of a publication's arithmetic: where, and what was found.
#[must_use]
pub fn checked(check: &Checked, language: Language) -> String {
    let places: Vec<&str> = check.places.iter().map(|own| own.get(language)).collect();
    let places = places.join("; ");
    let note = check.note.as_ref().map(|note| note.get(language));
    let ko = language == Language::Ko;
    let said = match &check.said {
        Said::Sum { sum, printed } if ko => format!("부분의 합 {sum}, 발간값 {printed}"),
        Said::Sum { sum, printed } => format!("the parts add up to {sum}, printed {printed}"),
        Said::Share {
            part,
            whole,
            computed,
            printed,
            fits,
        } => {
            let fits = fits.map(count).map(|fits| {
                if ko {
                    format!("({part}/{fits}이면 {printed}%)")
                } else {
                    format!(" ({part}/{fits} is {printed}%)")
                }
            });
            let fits = fits.unwrap_or_default();
            if ko {
                format!("{part}/{whole} = {computed}%, 발간값 {printed}%{fits}")
            } else {
                format!("{part}/{whole} = {computed}%, printed {printed}%{fits}")
            }
        }
        Said::Growth {
            from,
            to,
            computed,
            printed,
        } if ko => format!("{from} → {to}: {computed}%, 발간값 {printed}%"),
        Said::Growth {
            from,
            to,
            computed,
            printed,
        } => format!("{from} → {to}: {computed}%, printed {printed}%"),
        Said::Equal(all) => all.clone(),
        Said::NoneBefore => {
            let claim = note.unwrap_or_default();
            return match (check.holds, ko) {
                (true, true) => format!("‘{claim}’: 표와 맞음"),
                (true, false) => format!("“{claim}” agrees with the tables"),
                (false, true) => format!("‘{claim}’: 발간본의 표에는 있음({places})"),
                (false, false) => format!("“{claim}”, but the tables have {places}"),
            };
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
    let ko = language == Language::Ko;
    match why {
        Unreadable::Condition { line, text, part } => {
            let is_name = text.split_once('=').is_some_and(|(name, _)| name == part);
            let names = DIMENSIONS.iter().map(|own| own.id);
            let names: Vec<&str> = names.chain(["compute", "text"]).collect();
            let names = names.join(", ");
            match (is_name, ko) {
                (true, true) => format!(
                    "{line}번째 줄의 조건 ‘{text}’: ‘{part}’{} 없는 차원임. 쓸 수 있는 것은 {names}임",
                    particle(part, "은")
                ),
                (true, false) => format!(
                    "line {line}, condition “{text}”: “{part}” is an unknown dimension; known are {names}"
                ),
                (false, true) => format!(
                    "{line}번째 줄의 조건 ‘{text}’: ‘{part}’{} 알 수 없음. country=KOR, compute=1e24..1e25, text=gpt와 같이 써야 함",
                    particle(part, "을")
                ),
                (false, false) => format!(
                    "line {line}, condition “{text}”: “{part}” is not understood; expected is one as country=KOR, compute=1e24..1e25 or text=gpt"
                ),
            }
        }
        Unreadable::Schema(found) if ko => {
            format!("형식 ‘{found}’: 이 페이지가 읽는 형식은 {SCHEMA}임")
        }
        Unreadable::Schema(found) => {
            format!("it has the schema “{found}”, but {SCHEMA} was expected")
        }
        Unreadable::Malformed(reason) if ko => {
            let reason = korean_json_reason(reason);
            format!("발간 수치 파일의 형식이 아님({reason})")
        }
        Unreadable::Malformed(reason) => format!("it is no file of published figures ({reason})"),
    }
}

/// How far the data are from those of the publication; nothing for the same
/// day.
#[must_use]
pub fn days_older(days: i32, language: Language) -> Option<String> {
    let n = count(usize::try_from(days.unsigned_abs()).ok()?);
    Some(match (days.signum(), language) {
        (0, _) => return None,
        (1, Language::Ko) => {
            format!("지금 자료는 발간본이 쓴 자료보다 {n}일 앞선 것이어서 수치가 다를 수 있음")
        }
        (1, Language::En) => format!(
            "These data are {n} days older than those of the publication, so figures may differ."
        ),
        (_, Language::Ko) => {
            format!("지금 자료는 발간본이 쓴 자료보다 {n}일 뒤의 것이어서 수치가 다를 수 있음")
        }
        (_, Language::En) => format!(
            "These data are {n} days younger than those of the publication, so figures may differ."
        ),
    })
}
