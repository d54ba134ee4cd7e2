//! The files of an HWPX document, as Hangul writes them.
//!
//! In: what hwpforge wrote, without pictures. Out: the document with pictures in
//! the order in which they stand, a preview of its text, and spaces that keep
//! words together as letters.
//! Leaves out: what the document says.

use std::fmt::Write as _;

use model_census::paper::{Block, Document};

use crate::NotWritten;
use crate::archive::{Part, archive, parts};
use crate::xml::one_line;

/// The text that systems show of a document which they do not open.
const PREVIEW: &str = "Preview/PrvText.txt";

/// How many letters of it they show at most.
const PREVIEWED: usize = 1_000;

/// Puts into a document what hwpforge has no words for. Its own store of
/// pictures has no order, and it counts tables and pictures through all documents
/// that it ever wrote, so that equal documents would differ.
pub(super) fn finish(
    written: &[u8],
    document: &Document,
    pictures: Vec<Part>,
) -> Result<Vec<u8>, NotWritten> {
    let mut parts = parts(written)?;
    let mut numbers = 1..;
    for (path, bytes) in &mut parts {
        let text = String::from_utf8_lossy(bytes);
        let text = match path.as_str() {
            "Contents/content.hpf" => name_pictures(&text, &pictures),
            "META-INF/container.xml" => name_preview(&text),
            _ if path.starts_with("Contents/section") => {
                numbered(&keep_together(&text), &mut numbers)
            }
            _ => continue,
        };
        *bytes = text.into_bytes();
    }
    parts.push((PREVIEW.to_owned(), preview(document).into_bytes()));
    let pictures = pictures.into_iter();
    parts.extend(pictures.map(|(name, png)| (format!("BinData/{name}"), png)));
    archive(&parts)
}

fn name_pictures(content: &str, pictures: &[Part]) -> String {
    const END: &str = "</opf:manifest>";
    let mut items = String::new();
    for (name, _) in pictures {
        let id = name.trim_end_matches(".png");
        // Writing to a String cannot fail. (Hangul misspells it so.)
        let _ = write!(
            items,
            "<opf:item id=\"{id}\" href=\"BinData/{name}\" media-type=\"image/png\" isEmbeded=\"1\"/>"
        );
    }
    content.replacen(END, &format!("{items}{END}"), 1)
}

fn name_preview(container: &str) -> String {
    const END: &str = "</ocf:rootfiles>";
    let own = format!("<ocf:rootfile full-path=\"{PREVIEW}\" media-type=\"text/plain\"/>{END}");
    container.replacen(END, &own, 1)
}

/// hwpforge writes a space that keeps words together as an element of its own,
/// behind which other readers lose the text.
fn keep_together(section: &str) -> String {
    section.replace("<hp:nbSpace/>", "\u{a0}")
}

/// Tables and pictures with the next numbers in place of their own.
fn numbered(section: &str, numbers: &mut impl Iterator<Item = usize>) -> String {
    let mut elements = section.split('<');
    let mut out = elements.next().unwrap_or_default().to_owned();
    for element in elements {
        out.push('<');
        let is_own = element.starts_with("hp:tbl ") || element.starts_with("hp:pic ");
        let mut rest = element;
        if is_own && let Some((tag, _)) = element.split_once('>') {
            for name in [" id=\"", " instid=\""] {
                let Some((before, after)) = rest.split_once(name).filter(|_| tag.contains(name))
                else {
                    continue;
                };
                let number = numbers.next().unwrap_or_default();
                // Writing to a String cannot fail.
                let _ = write!(out, "{before}{name}{number}");
                rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
            }
        }
        out += rest;
    }
    out
}

/// The first lines: title, headings, sentences.
fn preview(document: &Document) -> String {
    let blocks = document.blocks.iter().map(|block| match block {
        Block::Heading { text, .. } => text.clone(),
        Block::Item(item) => format!("{} {}", item.mark.symbol(), item.text()),
        Block::Grid(grid) => grid.caption(),
        Block::Figure(figure) => figure.caption(),
    });
    let lines = [document.title.clone(), document.subtitle.clone()];
    let lines = lines.into_iter().chain(blocks);
    let text: String = lines.map(|line| one_line(&line) + "\r\n").collect();
    text.chars().take(PREVIEWED).collect()
}
