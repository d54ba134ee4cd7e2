//! Letters as they are compared, whoever typed them on whatever keyboard.

/// Appends a character as it is compared: in lower case and without
/// diacritics; full stops, apostrophes and combining marks are nothing, all
/// else that is no letter or digit is a space.
pub(super) fn fold(character: char, onto: &mut String) {
    match character {
        '.' | '\'' | '`' | '´' | '‘' | '’' | 'ʻ' | 'ʼ' => {}
        mark if is_mark(mark) => {}
        letter if letter.is_alphanumeric() => {
            // The lower case of İ is an i with a combining dot.
            let letters = letter.to_lowercase().filter(|letter| !is_mark(*letter));
            for letter in letters {
                match base(letter) {
                    Some(base) => onto.push_str(base),
                    None => onto.push(letter),
                }
            }
        }
        _ => onto.push(' '),
    }
}

fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

/// What a Latin letter of Western and Central Europe is without its
/// diacritics. Names of countries and organisations need no others, and
/// Unicode's own tables are a hundred times this one's size.
fn base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}
