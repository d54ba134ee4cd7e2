//! What is wrong with JSON, in Korean: serde says it in English alone.

use crate::locale::particle;

/// What serde says as a Korean sentence with line and column; what it says in
/// no form that is known here stays as it is.
pub(in crate::locale) fn json_reason(reason: &str) -> String {
    let (said, place) = placed(reason);
    let korean = sentence(said).unwrap_or_else(|| said.to_owned());
    match place {
        Some((line, column)) => format!("{line}번째 줄 {column}번째 글자: {korean}"),
        None => korean,
    }
}

/// How serde_json begins to say that a text is no JSON.
const SYNTAX: [&str; 11] = [
    "expected ",
    "trailing comma",
    "key must be",
    "lone leading",
    "invalid escape",
    "invalid number",
    "number out of range",
    "invalid unicode",
    "control character",
    "unexpected end",
    "recursion limit",
];

/// Parts `… at line 3 column 5`.
fn placed(reason: &str) -> (&str, Option<(usize, usize)>) {
    let parts = || {
        let (said, place) = reason.rsplit_once(" at line ")?;
        let (line, column) = place.split_once(" column ")?;
        Some((said, (line.parse().ok()?, column.parse().ok()?)))
    };
    parts().map_or((reason, None), |(said, place)| (said, Some(place)))
}

fn sentence(said: &str) -> Option<String> {
    let quoted = |start: &str| {
        let rest = said.strip_prefix(start)?.strip_prefix(" `")?;
        rest.split_once('`')
    };
    if said.starts_with("EOF while parsing") {
        return Some("파일이 중간에 끝남".to_owned());
    }
    if said == "trailing characters" {
        return Some("JSON이 끝난 뒤에 다른 글자가 있음".to_owned());
    }
    if let Some((name, _)) = quoted("missing field") {
        return Some(format!("필수 항목 ‘{name}’{} 없음", particle(name, "이")));
    }
    if let Some((name, _)) = quoted("duplicate field") {
        return Some(format!("항목 ‘{name}’{} 두 번 있음", particle(name, "이")));
    }
    if let Some((name, more)) = quoted("unknown field") {
        return Some(format!("알 수 없는 항목 ‘{name}’{}", known(more)));
    }
    if let Some((name, more)) = quoted("unknown variant") {
        return Some(format!("쓸 수 없는 값 ‘{name}’{}", known(more)));
    }
    if said.starts_with("invalid length") {
        return Some("배열의 길이가 맞지 않음".to_owned());
    }
    if SYNTAX.iter().any(|start| said.starts_with(start)) {
        return Some("JSON 문법에 맞지 않음".to_owned());
    }
    let types = said
        .strip_prefix("invalid type: ")
        .or_else(|| said.strip_prefix("invalid value: "))?;
    let (found, expected) = types.split_once(", expected ")?;
    let (found, expected) = (kind(found)?, kind(expected)?);
    let particle = particle(found, "이");
    Some(format!("{expected} 자리에 {found}{particle} 있음"))
}

/// The names that serde lists in backquotes.
fn known(more: &str) -> String {
    let names: Vec<&str> = more.split('`').skip(1).step_by(2).collect();
    match names.is_empty() {
        true => String::new(),
        false => format!(". 쓸 수 있는 것은 {}", names.join(", ")),
    }
}

/// A kind of value as serde names it.
fn kind(said: &str) -> Option<&'static str> {
    let is = |names: &[&str]| names.iter().any(|name| said.starts_with(name));
    Some(if is(&["string", "a string", "character"]) {
        "문자열"
    } else if is(&["sequence", "a sequence", "an array", "a tuple", "tuple"]) {
        "배열"
    } else if is(&["map", "a map", "struct"]) {
        "객체"
    } else if is(&["boolean", "a boolean"]) {
        "true 또는 false"
    } else if is(&["null", "unit"]) {
        "빈 값(null)"
    } else if is(&["integer", "floating point", "a number", "f64", "u", "i"]) {
        "수"
    } else {
        return None;
    })
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Own {
        #[serde(rename = "name")]
        _name: String,
        #[serde(rename = "count")]
        _count: u32,
        #[serde(rename = "way")]
        _way: Way,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Way {
        Left,
        Right,
    }

    #[test]
    fn what_serde_says_is_said_in_korean() {
        let cases = [
            (
                "{\n \"name\" 3",
                "2번째 줄 9번째 글자: JSON 문법에 맞지 않음",
            ),
            ("{\"name\": ", "1번째 줄 9번째 글자: 파일이 중간에 끝남"),
            (
                "{\"name\": 3}",
                "1번째 줄 10번째 글자: 문자열 자리에 수가 있음",
            ),
            (
                "{\"name\": \"a\", \"count\": true}",
                "1번째 줄 27번째 글자: 수 자리에 true 또는 false가 있음",
            ),
            (
                "{\"name\": \"a\"}",
                "1번째 줄 13번째 글자: 필수 항목 ‘count’가 없음",
            ),
            (
                "{\"nom\": 1}",
                "1번째 줄 6번째 글자: 알 수 없는 항목 ‘nom’. 쓸 수 있는 것은 name, count, way",
            ),
            (
                "{\"way\": \"up\"}",
                "1번째 줄 12번째 글자: 쓸 수 없는 값 ‘up’. 쓸 수 있는 것은 left, right",
            ),
            ("3", "1번째 줄 1번째 글자: 객체 자리에 수가 있음"),
            ("[]", "1번째 줄 2번째 글자: 배열의 길이가 맞지 않음"),
            (
                "{\"name\": \"\\x\"}",
                "1번째 줄 12번째 글자: JSON 문법에 맞지 않음",
            ),
        ];
        for (json, expected) in cases {
            let error = serde_json::from_str::<Own>(json).unwrap_err();
            let said = json_reason(&error.to_string());
            assert_eq!(said, expected, "{error}");
            assert!(
                !said.contains("expected") && !said.contains("line"),
                "{said}"
            );
        }
        assert_eq!(json_reason("‘X’ 없음"), "‘X’ 없음");
    }
}
