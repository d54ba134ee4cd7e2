//! Where a cell says that something can be read: the addresses in it that can
//! be opened without harm.
//!
//! In: a cell and its header. Out: its text in pieces, addresses among them.
//! Leaves out: whether anything is there, and how it is opened.
//!
//! An export is anybody's file: what is not plainly the web address of a public
//! site is text. Stricter than browsers are, so that a reader sees where a link
//! leads, and checked without the tables that browsers need.

/// What columns of sources are called, as words of their headers.
const SOURCES: [&str; 12] = [
    "link",
    "links",
    "url",
    "urls",
    "reference",
    "references",
    "source",
    "sources",
    "website",
    "링크",
    "출처",
    "참고문헌",
];

/// From so many bytes on an address is text.
const LONGEST: usize = 2_000;

/// A piece of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words, and whatever else is no address.
    Text(&'a str),
    /// The address of a page.
    Address(&'a str),
}

/// A cell in pieces; only columns of sources have addresses.
#[must_use]
pub fn pieces<'a>(header: &str, text: &'a str) -> Vec<Piece<'a>> {
    if !is_of_sources(header) {
        return vec![Piece::Text(text)];
    }
    let mut pieces = Vec::new();
    let mut words = 0;
    let mut at = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        // Some cells have a comma between two.
        let word = word.trim_end_matches([',', ';']);
        if is_safe(word) {
            pieces.extend(
                text.get(words..at)
                    .filter(|own| !own.is_empty())
                    .map(Piece::Text),
            );
            pieces.push(Piece::Address(word));
            words = at + word.len();
        }
        at += part.len();
    }
    pieces.extend(
        text.get(words..)
            .filter(|own| !own.is_empty())
            .map(Piece::Text),
    );
    pieces
}

fn is_of_sources(header: &str) -> bool {
    let header = header.to_lowercase();
    let mut words = header.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| SOURCES.contains(&word))
}

/// Whether a text is the address of a page of a public site and nothing else:
/// `http` or `https`, a host with a name, no user, nothing that browsers drop
/// or turn into something else.
fn is_safe(text: &str) -> bool {
    let scheme_ends = ["https://", "http://"].into_iter().find_map(|scheme| {
        let begins = text.get(..scheme.len())?;
        begins.eq_ignore_ascii_case(scheme).then_some(scheme.len())
    });
    let Some(rest) = scheme_ends.and_then(|at| text.get(at..)) else {
        return false;
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end).unwrap_or_default();
    let (host, port) = match authority.split_once(':') {
        None => (authority, None),
        Some((host, port)) => (host, Some(port)),
    };
    text.len() <= LONGEST
        && is_public(host)
        && port.is_none_or(is_port)
        && path.chars().all(is_plain)
}

fn is_port(port: &str) -> bool {
    let is_number = port.bytes().all(|byte| byte.is_ascii_digit());
    is_number && port.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Whether a host is one by a name of letters: no number of a machine, no name
/// that only the reader's own network knows.
fn is_public(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            // Letters of other scripts, which may look like Latin ones.
            && !label.get(..4).is_some_and(|own| own.eq_ignore_ascii_case("xn--"))
    };
    let top = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && host.len() <= 253
        && host.split('.').all(is_label)
        && top.len() >= 2
        && top.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Whether a letter of a path stands for itself.
fn is_plain(letter: char) -> bool {
    match letter {
        '"' | '<' | '>' | '`' | '\\' | '^' | '{' | '|' | '}' => false,
        '!'..='~' => true,
        _ => letter.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_of_public_sites_are_safe() {
        for text in [
            "https://arxiv.org/abs/2406.12793",
            "HTTP://Example.com",
            "http://example.com:8080/a?b=c&d=%20#e",
            "https://medium.com/@someone/post",
            "https://ko.wikipedia.org/wiki/네이버",
            "https://example.com/?url=https://example.org/",
        ] {
            assert!(is_safe(text), "{text}");
        }
        for text in [
            "",
            "arxiv.org/abs/2501.14818",
            "//example.com",
            "javascript:alert(1)",
            "JAVASCRIPT://example.com/%0aalert(1)",
            "data:text/html,x",
            "ftp://example.com",
            "https:example.com",
            "https:/example.com",
            "https:\\\\example.com",
            "https://",
            "https:///path",
            "https://user@example.com",
            "https://user:pass@example.com",
            "https://example.com\\@evil.example",
            "https://exa mple.com",
            "https://example.com/a b",
            "https://example.com/\u{9}a",
            "https://example.com/\u{202e}a",
            "https://example.com/\u{a0}",
            "https://example.com/\"onmouseover=",
            "https://localhost/",
            "https://127.0.0.1/",
            "https://0x7f.1/",
            "https://2130706433/",
            "https://[::1]/",
            "https://example.com:0/",
            "https://example.com:99999/",
            "https://example.com:+80/",
            "https://exa%6dple.com/",
            "https://еxample.com/",
            "https://xn--80ak6aa92e.com/",
            "https://-a.example/",
            "https://a..example/",
            "https://example.com./",
        ] {
            assert!(!is_safe(text), "{text}");
        }
        assert!(!is_safe(&format!(
            "https://example.com/{}",
            "a".repeat(LONGEST)
        )));
    }

    #[test]
    fn a_cell_is_parted_into_addresses_and_the_rest() {
        let text = "see https://a.example/x, https://b.example\n\n(http://c.example";
        let expected = [
            Piece::Text("see "),
            Piece::Address("https://a.example/x"),
            Piece::Text(", "),
            Piece::Address("https://b.example"),
            Piece::Text("\n\n(http://c.example"),
        ];
        assert_eq!(pieces("Link", text), expected);
        assert_eq!(pieces("Archived links", text).len(), expected.len());
        assert_eq!(pieces("Reference (URL)", text).len(), expected.len());
        assert_eq!(pieces("출처", text).len(), expected.len());
        assert_eq!(pieces("Abstract", text), [Piece::Text(text)]);
        assert_eq!(pieces("Linked", text), [Piece::Text(text)]);
        assert_eq!(pieces("Link", ""), []);
    }
}
