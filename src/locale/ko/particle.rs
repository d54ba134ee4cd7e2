//! Korean particles, which follow the sound that a word ends in.
//!
//! In: a name, a particle. Out: the particle's form behind it.
//! Leaves out: how the name is read but for its end.
//!
//! Hangul says its sound; digits are read in Sino-Korean; Latin words by how
//! their ending is written in Hangul (Google 구글, Europe 유럽, DeepSeek 딥시크),
//! which `endings.txt` tells (`tools/endings.js` makes it of a pronouncing
//! dictionary); capitals that are no word letter by letter (LG 엘지, ASML
//! 에이에스엠엘). Where nothing is known, both forms are written.

/// By what letters words end: in a vowel, in ㄹ, in another consonant.
const ENDINGS: &str = include_str!("endings.txt");

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
/// What is not read aloud is passed over; `+` is read 플러스.
fn without_brackets(word: &str) -> &str {
    let silent = |c: char| "’”'\"』」>]*†‡.,!?".contains(c);
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
    word.trim_end_matches(silent)
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
        // 퍼센트, 플러스
        '%' | '+' => Ending::Vowel,
        // 엡실론, 오미크론, 입실론; 알파, 베타, 시그마
        'ε' | 'ο' | 'υ' => Ending::Consonant,
        'α'..='ω' | 'Α'..='Ω' => Ending::Vowel,
        // Poznań; Université, Malmö
        'ñ' | 'ń' | 'ň' => Ending::Consonant,
        'ł' | 'ľ' => Ending::Rieul,
        'ß'..='ž' => Ending::Vowel,
        last if last.is_ascii_alphabetic() => latin(word),
        _ => Ending::Unknown,
    }
}

/// By its last word, capitals inside one beginning another: OpenAI, DeepSeek.
fn latin(word: &str) -> Ending {
    let bytes = word.as_bytes();
    let is_capital = bytes.last().is_some_and(u8::is_ascii_uppercase);
    let is_same = |c: &&u8| c.is_ascii_alphabetic() && c.is_ascii_uppercase() == is_capital;
    let mut start = bytes.len() - bytes.iter().rev().take_while(is_same).count();
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    if !is_capital && before.is_some_and(u8::is_ascii_uppercase) {
        start -= 1;
    }
    let last = bytes.get(start..).unwrap_or_default();
    // `-new-york`, `-deep-seek`; capitals keep their case, in which they are
    // listed where they are no word, or another than their letters say.
    let mut text = String::from("-");
    for (at, c) in word.char_indices() {
        let is_letter = c.is_ascii_alphabetic() || !c.is_ascii();
        if (at == start || !is_letter) && !text.ends_with('-') {
            text.push('-');
        }
        if is_letter {
            text.push(c);
        }
    }
    if is_capital && let Some(listed) = told(&text) {
        return listed;
    }
    if last.len() == 1 || is_capital && !is_spoken(last) {
        return match last.last().map(u8::to_ascii_uppercase) {
            // 엘, 알
            Some(b'L' | b'R') => Ending::Rieul,
            // 엠, 엔
            Some(b'M' | b'N') => Ending::Consonant,
            _ => Ending::Vowel,
        };
    }
    text.make_ascii_lowercase();
    told(&text).unwrap_or(Ending::Vowel)
}

/// Capitals that are read as a word: BLOOM 블룸, KAIST 카이스트; but GPT, NLLB.
fn is_spoken(capitals: &[u8]) -> bool {
    let vowels = capitals.iter().rev().take(3);
    capitals.len() > 3 && vowels.into_iter().any(|c| b"AEIOUY".contains(c))
}

/// By the longest ending that is known of it; `-` begins a word.
fn told(text: &str) -> Option<Ending> {
    let mut ending = Ending::Vowel;
    let mut longest = (0, None);
    for own in ENDINGS.split_ascii_whitespace() {
        match own {
            "모음" => ending = Ending::Vowel,
            "ㄹ" => ending = Ending::Rieul,
            "받침" => ending = Ending::Consonant,
            _ if own.len() > longest.0 && text.ends_with(own) => {
                longest = (own.len(), Some(ending));
            }
            _ => {}
        }
    }
    longest.1
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
            ("Ai2 Lab", "이", "이"),
            ("Scale Labs", "은", "는"),
            ("Cohere Inc.", "은", "는"),
            ("Acme Co., Ltd.", "을", "를"),
            ("CLIP", "을", "을"),
            ("NAVER", "으로", "로"),
            ("NAVER", "은", "는"),
            ("CRYSTALCODER", "은", "는"),
            ("OCR", "은", "은"),
            ("POSTECH", "이", "이"),
            ("SAP", "은", "는"),
            ("NEC", "이", "가"),
            ("DeepSeek", "이", "가"),
            ("K-EXAONE", "은", "은"),
            ("LMU Munich", "과", "과"),
            ("Mistral Europe", "은", "은"),
            ("New York", "은", "은"),
            ("University of York", "은", "는"),
            ("Goku+", "이", "가"),
            ("PointNet++", "으로", "로"),
            ("FLUX.1 Kontext [max]", "은", "는"),
            ("FLUX.1 [dev]", "은", "는"),
            ("Université Paris Cité", "은", "는"),
            ("PanGu-Σ", "은", "는"),
            ("70M", "은", "은"),
            ("7b", "이", "가"),
            ("Genentech", "은", "은"),
            ("Big Tech", "은", "는"),
            ("Facebook", "은", "은"),
            ("GitHub", "은", "는"),
            ("Moonshot", "이", "이"),
            ("Apple", "으로", "로"),
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
