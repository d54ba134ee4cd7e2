//! A document as one HTML file that needs nothing else.

use std::fmt::Write as _;

use crate::language::Language;
use crate::paper::{Below, Block, Document, Figure, Item};

use super::grid::{escape, grid_html};

pub(super) const STYLE: &str = include_str!("html.css");

/// The document. `pictures` are figures' ids with their SVG documents; a figure
/// without one shows its numbers.
///
/// The file may run no script and ask for nothing: its policy says so.
#[must_use]
pub fn html(document: &Document, pictures: &[(String, String)]) -> String {
    let title = escape(&document.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
         <meta name=\"generator\" content=\"Model Census\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n<p class=\"subtitle\">{}</p>\n",
        document.language.tag(),
        escape(&document.subtitle),
    );
    for block in &document.blocks {
        // Writing to a String cannot fail: the results below say nothing.
        let _ = match block {
            Block::Heading { level, text } => {
                let level = level + 1;
                writeln!(out, "<h{level}>{}</h{level}>", escape(text))
            }
            Block::Item(item) => writeln!(out, "{}", item_html(item)),
            Block::Grid(grid) => writeln!(out, "{}{}", grid_html(grid), notes(&grid.notes)),
            Block::Figure(figure) => {
                writeln!(out, "{}", figure_html(figure, pictures, document.language))
            }
        };
    }
    out.push_str("</main>\n<footer>\n<dl>\n");
    for (name, value) in &document.about {
        let _ = writeln!(out, "<dt>{}</dt><dd>{}</dd>", escape(name), escape(value));
    }
    out.push_str("</dl>\n</footer>\n</body>\n</html>\n");
    out
}

pub(super) fn item_html(item: &Item) -> String {
    let depth = item.mark.depth();
    let text = escape(&item.text());
    let mark = item.mark.symbol();
    format!("<p class=\"item item--{depth}\"><span>{mark}</span> {text}</p>")
}

pub(super) fn notes(notes: &[String]) -> String {
    notes
        .iter()
        .map(|note| format!("<p class=\"note\">* {}</p>\n", escape(note)))
        .collect()
}

fn figure_html(figure: &Figure, pictures: &[(String, String)], language: Language) -> String {
    let picture = pictures.iter().find(|(id, _)| *id == figure.id);
    let Some((_, svg)) = picture else {
        return format!("{}{}", grid_html(&figure.grid), notes(&figure.notes));
    };
    let alt = escape(&figure.alt);
    // A caption is the first or the last of a figure, so that all lines stand
    // in it.
    let below = figure
        .below(true, language)
        .into_iter()
        .map(|own| match own {
            Below::Caption(caption) => format!("<p>{}</p>\n", escape(&caption)),
            Below::Note(note) => format!("<p class=\"note\">* {}</p>\n", escape(&note)),
        });
    format!(
        "<figure>\n<img alt=\"{alt}\" src=\"data:image/svg+xml,{}\">\n<figcaption>\n{}</figcaption>\n</figure>",
        percent_encoded(svg),
        below.collect::<String>(),
    )
}

/// As a data address has it: what is neither a letter nor a digit is encoded.
fn percent_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'-'
            | b'.'
            | b'/'
            | b'='
            | b':'
            | b';'
            | b',' => {
                out.push(char::from(byte));
            }
            byte => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}
