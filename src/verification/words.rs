//! Verdicts on published figures, in words.

use crate::dimension::DIMENSIONS;
use crate::language::{Bilingual, Language};
use crate::locale::{count, korean_json_reason, particle};

use super::published::SCHEMA;
use super::{Checked, Said, Unreadable, Verdict, Verification, Wrong};

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

/// How all figures compare, and which of them the table has: for paper, where
/// nobody can choose others.
#[must_use]
pub fn verdicts(found: &Verification, only: Option<Verdict>, language: Language) -> String {
    let said = |own| format!("{} {}", verdict(own, language), count(found.count(own)));
    let all = Verdict::ALL.map(said).join(", ");
    let n = count(found.figures.len());
    let only = only.map(|own| (verdict(own, language), count(found.count(own))));
    match (language, only) {
        (Language::Ko, None) => format!("발간값 {n}개: {all}"),
        (Language::En, None) => format!("{n} published figures: {all}"),
        (Language::Ko, Some((own, of))) => {
            format!("발간값 {n}개: {all}(표에는 ‘{own}’ {of}개만 실음)")
        }
        (Language::En, Some((own, of))) => {
            format!("{n} published figures: {all} (the table has the {of} of “{own}” only)")
        }
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
        Unreadable::Syntax {
            line,
            column,
            reason,
        } if ko => format!(
            "{line}번째 줄 {column}번째 글자에서 JSON 문법에 어긋남({}). 쉼표, 따옴표, 괄호를 고친 뒤 다시 불러와야 함",
            korean_json_reason(reason)
        ),
        Unreadable::Syntax {
            line,
            column,
            reason,
        } => format!(
            "it is no JSON at line {line}, column {column} ({reason}); correct the comma, quote or bracket there and load it again"
        ),
        Unreadable::Form { line, path, wrong } => form(*line, path, wrong, language),
        Unreadable::Reason { line, name } if ko => format!(
            "{line}번째 줄의 사유 ‘{name}’{} ‘reasons’에 없음. 그 이름으로 사유를 적거나 여기서 지워야 함",
            particle(name, "은")
        ),
        Unreadable::Reason { line, name } => format!(
            "line {line}: “reasons” does not tell the reason “{name}”; write it there, or take the name out here"
        ),
        Unreadable::Address { line, address } if ko => format!(
            "{line}번째 줄의 점검: ‘{address}’에 해당하는 수치가 이 파일에 없음. ‘표의 id/행의 영어 이름/열’이어야 함"
        ),
        Unreadable::Address { line, address } => format!(
            "line {line}: the file has no figure “{address}” to check; an address is the table’s id, the row’s English name and the column, as in table1/Korea/total"
        ),
    }
}

/// What does not fit the form of such a file, where, and what to do.
fn form(line: usize, path: &str, wrong: &Wrong, language: Language) -> String {
    let ko = language == Language::Ko;
    let place = match (path.is_empty(), ko) {
        (true, true) => format!("{line}번째 줄"),
        (false, true) => format!("{line}번째 줄, ‘{path}’"),
        (true, false) => format!("line {line}"),
        (false, false) => format!("line {line}, “{path}”"),
    };
    match wrong {
        Wrong::Missing(key) if ko => {
            format!(
                "{place}: ‘{key}’{} 빠져 있음. 적은 뒤 다시 불러와야 함",
                particle(key, "이")
            )
        }
        Wrong::Missing(key) => {
            format!("{place}: “{key}” is missing; add it and load the file again")
        }
        Wrong::Unknown { key, known } if ko => {
            format!(
                "{place}: ‘{key}’{} 쓰지 않는 이름임. 쓸 수 있는 것은 {known}임",
                particle(key, "은")
            )
        }
        Wrong::Unknown { key, known } => {
            format!("{place}: “{key}” is no key here; known are {known}")
        }
        Wrong::Other(said) if ko => {
            let said = korean_json_reason(said);
            format!("{place}: 값이 맞지 않음({said}). 고친 뒤 다시 불러와야 함")
        }
        Wrong::Other(said) => {
            format!("{place}: the value does not fit ({said}); correct it and load the file again")
        }
    }
}

/// What is said of a figure that differs from that of an edition which does not
/// tell the day of its data.
#[must_use]
pub fn unknown_data() -> Bilingual {
    Bilingual {
        ko: "간행물의 자료 기준일이 알려져 있지 않아, 자료가 달라서인지 알 수 없음".to_owned(),
        en: "The day of the publication’s data is not known, so whether the data explain it cannot be told"
            .to_owned(),
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
