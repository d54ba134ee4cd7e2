//! Korean particles, which follow the sound that a word ends in.
//!
//! Hangul says its sound; digits are read in Sino-Korean; Latin words are
//! judged by how their ending is commonly written in Hangul (Google 구글,
//! Meta 메타, Microsoft 마이크로소프트), capitals letter by letter (LG 엘지,
//! ASML 에이에스엠엘). Where nothing is known, both forms are written.

/// How a word ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Vowel,
    /// ㄹ, which takes 로 and not 으로.
    Rieul,
    Consonant,
    Unknown,
}

/// A particle after a word, named by its form after a consonant: `은`, `이`,
/// `을`, `과`, `으로`, `이라`; another is given back as it is.
///
/// ```
/// use model_census::locale::particle;
/// assert_eq!(particle("미국(64개)", "으로"), "으로");
/// assert_eq!(particle("네이버", "은"), "는");
/// assert_eq!(particle("Google", "으로"), "로");
/// assert_eq!(particle("144", "을"), "를");
/// ```
#[must_use]
pub fn particle<'a>(word: &str, particle: &'a str) -> &'a str {
    let (vowel, both) = match particle {
        "은" => ("는", "은(는)"),
        "이" => ("가", "이(가)"),
        "을" => ("를", "을(를)"),
        "과" => ("와", "과(와)"),
        "으로" => ("로", "(으)로"),
        "이라" => ("라", "(이)라"),
        other => return other,
    };
    match ending(word) {
        Ending::Vowel => vowel,
        Ending::Rieul if particle == "으로" => vowel,
        Ending::Rieul | Ending::Consonant => particle,
        Ending::Unknown => both,
    }
}

/// Whether a text is a particle that [`particle`] knows.
#[must_use]
pub(crate) fn is_particle(text: &str) -> bool {
    matches!(text, "은" | "이" | "을" | "과" | "으로" | "이라")
}

/// A name and what stands in brackets after it: the particle follows the name.
fn without_brackets(word: &str) -> &str {
    let mut word = word.trim_end();
    while let Some(open) = word.strip_suffix(')').and_then(|inner| {
        let mut depth = 1;
        inner.char_indices().rev().find_map(|(at, c)| {
            depth += match c {
                ')' => 1,
                '(' => -1,
                _ => 0,
            };
            (depth == 0).then_some(at)
        })
    }) {
        let before = word.get(..open).unwrap_or_default().trim_end();
        if before.is_empty() {
            break;
        }
        word = before;
    }
    word.trim_end_matches(|c: char| "’”'\"』」>]+*".contains(c))
}

fn ending(word: &str) -> Ending {
    let word = without_brackets(word);
    let Some(last) = word.chars().next_back() else {
        return Ending::Unknown;
    };
    match last {
        '가'..='힣' => match (u32::from(last) - 0xAC00) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        },
        // 영 일 이 삼 사 오 육 칠 팔 구; after 0 십, 백, 천 and 만 end so too.
        '1' | '7' | '8' => Ending::Rieul,
        '0' | '3' | '6' => Ending::Consonant,
        '2' | '4' | '5' | '9' => Ending::Vowel,
        // 퍼센트
        '%' => Ending::Vowel,
        last if last.is_ascii_alphabetic() => latin(word),
        _ => Ending::Unknown,
    }
}

fn latin(word: &str) -> Ending {
    let start = word
        .rfind(|c: char| !c.is_ascii_alphabetic())
        .map_or(0, |at| {
            at + word
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
    let last = word.get(start..).unwrap_or_default();
    if last.chars().all(|c| c.is_ascii_uppercase()) && !is_spoken(last) {
        return match last.chars().next_back() {
            // 엘, 알
            Some('L' | 'R') => Ending::Rieul,
            // 엠, 엔
            Some('M' | 'N') => Ending::Consonant,
            _ => Ending::Vowel,
        };
    }
    spelled(&last.to_ascii_lowercase())
}

/// Capitals that are read as a word: BLOOM 블룸, PaLM.
fn is_spoken(capitals: &str) -> bool {
    matches!(
        capitals,
        "BLOOM" | "CALM" | "BERT" | "OPT" | "NEC" | "KAIST" | "SAP" | "NLLB"
    )
}

/// By the last letters, as loan words are commonly written.
fn spelled(word: &str) -> Ending {
    let letters: Vec<char> = word.chars().rev().collect();
    let at = |index: usize| letters.get(index).copied().unwrap_or(' ');
    let is_vowel = |c: char| "aeiouy".contains(c);
    match at(0) {
        'a' | 'i' | 'o' | 'u' | 'y' | 'w' => Ending::Vowel,
        // A silent e: the consonant before it is what is heard.
        'e' => match at(1) {
            'l' => Ending::Rieul,
            'n' | 'm' => Ending::Consonant,
            _ => Ending::Vowel,
        },
        'l' => Ending::Rieul,
        'm' | 'n' => Ending::Consonant,
        'g' if at(1) == 'n' => Ending::Consonant,
        // 챗, 앤트로픽, 틱톡; but 소프트, 텐센트, 뱅크.
        'k' | 'p' | 't' if is_vowel(at(1)) => Ending::Consonant,
        'c' => Ending::Consonant,
        'k' if at(1) == 'c' => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_follow_the_sound() {
        let cases = [
            ("한국", "은", "은"),
            ("프랑스", "은", "는"),
            ("미국(64개)", "이", "이"),
            ("중국(42개, 공동 2위)", "으로", "으로"),
            ("일본", "과", "과"),
            ("프랑스(6개)", "과", "와"),
            ("1위 미국(64개)", "과", "과"),
            ("공동 1위 프랑스·일본(각 2개)", "과", "과"),
            ("2020년 상반기", "과", "와"),
            ("2020년", "과", "과"),
            ("2020년 3개", "이", "가"),
            ("러시아", "과", "와"),
            ("서울", "으로", "로"),
            ("서울", "을", "을"),
            ("언어(Language)", "은", "는"),
            ("질의응답(Question answering)", "이", "이"),
            ("‘자료’", "을", "를"),
            ("0", "이", "이"),
            ("1", "으로", "로"),
            ("2", "은", "는"),
            ("3", "을", "을"),
            ("5", "이", "가"),
            ("6", "으로", "으로"),
            ("8", "은", "은"),
            ("10", "과", "과"),
            ("100", "으로", "으로"),
            ("44.4%", "으로", "로"),
            ("Google", "은", "은"),
            ("Google", "으로", "로"),
            ("Meta", "은", "는"),
            ("Meta AI", "이", "가"),
            ("OpenAI", "은", "는"),
            ("Anthropic", "은", "은"),
            ("Microsoft", "을", "를"),
            ("Tencent", "이", "가"),
            ("TikTok", "이", "이"),
            ("Amazon", "은", "은"),
            ("LightOn", "과", "과"),
            ("NVIDIA", "은", "는"),
            ("LG", "이", "가"),
            ("KT", "을", "를"),
            ("ASML", "으로", "로"),
            ("IBM", "은", "은"),
            ("BLOOM", "은", "은"),
            ("Hugging Face", "이", "가"),
            ("DeepMind", "은", "는"),
            ("Baidu", "은", "는"),
            ("Samsung", "이", "이"),
            ("GPT-4", "은", "는"),
            ("GPT-3", "은", "은"),
            ("Stability AI (UK)", "은", "는"),
            ("百度", "은", "은(는)"),
            ("", "을", "을(를)"),
            ("한국", "에서", "에서"),
        ];
        for (word, after, expected) in cases {
            assert_eq!(particle(word, after), expected, "{word} + {after}");
        }
    }
}
