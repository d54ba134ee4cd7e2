//! What docx-rs has no words for, put into the parts that it wrote.

use docx_rs::XMLDocx;
use model_census::paper::Document;

use super::order::ordered;
use super::table::HEADING_HEIGHT;
use crate::NotWritten;
use crate::archive::Part;
use crate::xml::allowed;

/// docx-rs' day where none is known.
const NO_DAY: &str = "1970-01-01T00:00:00Z";

/// What docx-rs writes of the style that all are based on, and what stands there
/// instead: it is that of paragraphs without one, and sets no gap between a
/// figure and the Hangul behind it (`11개`), which Korean reports do not have.
const PLAIN: &str = "<w:style w:type=\"paragraph\" w:styleId=\"Normal\"><w:name w:val=\"Normal\" /><w:rPr /><w:pPr><w:rPr /></w:pPr>";
const UNSPACED: &str = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\" /><w:pPr><w:autoSpaceDE w:val=\"0\" /><w:autoSpaceDN w:val=\"0\" /></w:pPr>";

/// Repeating headings, what pictures show, title, maker and day, and all in the
/// order of the schema.
pub(super) fn finish(
    parts: &mut XMLDocx,
    document: &Document,
    alts: &[String],
) -> Result<(), NotWritten> {
    let title = allowed(&document.title);
    let written = allowed(&document.written);
    let document = String::from_utf8_lossy(&parts.document).into_owned();
    let document = repeat_headings(&document);
    let document = say_pictures(&document, alts);
    parts.document = ordered(&end_sections(&without_ids(&document)))?;
    let styles = String::from_utf8_lossy(&parts.styles).into_owned();
    parts.styles = ordered(&styles.replace(PLAIN, UNSPACED))?;
    parts.settings = ordered(&String::from_utf8_lossy(&parts.settings))?;
    for footer in &mut parts.footers {
        let text = String::from_utf8_lossy(footer).into_owned();
        *footer = ordered(&without_ids(&text))?;
    }
    let core = String::from_utf8_lossy(&parts.doc_props.core).into_owned();
    let core = core.replace("unknown", "Model Census").replacen(
        "</cp:coreProperties>",
        &format!(
            "<dc:title>{}</dc:title></cp:coreProperties>",
            escaped(&title)
        ),
        1,
    );
    let core = if written.is_empty() {
        core
    } else {
        core.replace(NO_DAY, &format!("{}T00:00:00Z", escaped(&written)))
    };
    parts.doc_props.core = core.into_bytes();
    Ok(())
}

/// The files of a document, which docx-rs itself would not compress.
pub(super) fn files(parts: XMLDocx) -> Vec<Part> {
    let own = [
        ("[Content_Types].xml", parts.content_type),
        ("_rels/.rels", parts.rels),
        ("docProps/app.xml", parts.doc_props.app),
        ("docProps/core.xml", parts.doc_props.core),
        ("docProps/custom.xml", parts.doc_props.custom),
        ("word/_rels/document.xml.rels", parts.document_rels),
        ("word/document.xml", parts.document),
        ("word/styles.xml", parts.styles),
        ("word/settings.xml", parts.settings),
        ("word/fontTable.xml", parts.font_table),
        ("word/comments.xml", parts.comments),
        ("word/numbering.xml", parts.numberings),
        ("word/commentsExtended.xml", parts.comments_extended),
        ("word/footnotes.xml", parts.footnotes),
    ];
    let own = own.map(|(path, bytes)| (path.to_owned(), bytes));
    let numbered = |folder: &'static str, end: &'static str, all: Vec<Vec<u8>>| {
        let all = (1..).zip(all);
        all.map(move |(at, bytes)| (format!("word/{folder}footer{at}.{end}"), bytes))
    };
    // docx-rs has relations for three footers, whether they are there or not.
    let relations = parts.footer_rels.into_iter().take(parts.footers.len());
    let relations = relations.collect();
    let media = parts.media.into_iter();
    own.into_iter()
        .chain(numbered("", "xml", parts.footers))
        .chain(numbered("_rels/", "xml.rels", relations))
        .chain(media.map(|(id, png)| (format!("word/media/{id}.png"), png)))
        .collect()
}

fn repeat_headings(document: &str) -> String {
    let mark = format!("<w:trHeight w:val=\"{HEADING_HEIGHT}\"");
    document.replace(&mark, &format!("<w:tblHeader />{mark}"))
}

/// How pages lie is said in a paragraph of its own, behind the gap that every
/// section ends with: where a page is full, both would stand on one of their own.
/// The gap goes, and the paragraph is as low as can be.
fn end_sections(document: &str) -> String {
    const END: &str = "<w:p><w:pPr><w:sectPr>";
    const GAP: &str = "<w:p><w:pPr><w:rPr /></w:pPr></w:p>";
    const LOW: &str = "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\" /><w:sectPr>";
    document
        .replace(&format!("{GAP}{END}"), LOW)
        .replace(END, LOW)
}

/// A number of its own and its text for each picture, in their order.
fn say_pictures(document: &str, alts: &[String]) -> String {
    const NAMELESS: &str = "<wp:docPr id=\"1\" name=\"Figure\"";
    let mut parts = document.split(NAMELESS);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        let alt = alts.get(at).map(|alt| escaped(alt)).unwrap_or_default();
        let number = at + 1;
        out += &format!("<wp:docPr id=\"{number}\" name=\"Figure {number}\" descr=\"{alt}\"");
        out += part;
    }
    out
}

/// docx-rs counts paragraphs through all documents that it ever wrote: equal
/// documents would differ. Word does without the numbers.
fn without_ids(document: &str) -> String {
    const ID: &str = " w14:paraId=\"";
    let mut parts = document.split(ID);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out += part.split_once('"').map_or(part, |(_, rest)| rest);
    }
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
