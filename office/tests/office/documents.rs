//! Documents for Word and Hangul.

use hwpforge_smithy_hwpx::HwpxDecoder;
use model_census::document::{Document, Grid};
use model_census::locale::Language;
use model_census_office::{docx, hwpx};

use crate::support::{HARMLESS, grids, hostile, keep, part, pictures, real};

/// The texts of an element, entities as characters.
fn texts(xml: &str, element: &str) -> String {
    let open = format!("<{element}");
    let close = format!("</{element}>");
    let mut out = String::new();
    for piece in xml.split(&*open).skip(1) {
        let Some((head, rest)) = piece.split_once('>') else {
            continue;
        };
        let is_whole_name = head.is_empty() || head.starts_with([' ', '/']);
        if is_whole_name && !head.ends_with('/') {
            out += rest.split_once(&*close).map_or("", |(text, _)| text);
            out.push('\n');
        }
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

fn assert_says_all(said: &str, document: &Document) {
    for grid in grids(document) {
        for cell in grid.rows.iter().flatten() {
            assert!(said.contains(&cell.text), "{}", cell.text);
        }
        for note in &grid.notes {
            assert!(said.contains(note), "{note}");
        }
    }
    for (name, value) in &document.about {
        assert!(said.contains(name) && said.contains(value), "{name}");
    }
    assert!(said.contains(&document.title));
}

#[test]
fn word_gets_every_table_caption_and_picture() {
    for language in Language::ALL {
        let document = real(language);
        let pictures = pictures(&document);
        let bytes = docx(&document, &pictures).unwrap();
        keep(&format!("report-{}.docx", language.tag()), &bytes);
        assert_eq!(bytes, docx(&document, &pictures).unwrap(), "the same bytes");
        let xml = part(&bytes, "word/document.xml");
        let figures = pictures.len();
        let tables = grids(&document).len() - figures + 1;
        assert_eq!(xml.matches("<w:tbl>").count(), tables);
        assert!(xml.matches("<w:tblHeader />").count() >= tables - 1);
        assert_eq!(xml.matches("descr=\"").count(), figures);
        assert!(!xml.contains("descr=\"\""));
        for level in 1..=3 {
            let style = format!("w:val=\"Heading{level}\"");
            assert!(xml.contains(&style), "{style}");
        }
        // Without pictures the numbers stand in their place.
        let plain = docx(&document, &[]).unwrap();
        let said = texts(&part(&plain, "word/document.xml"), "w:t");
        assert_says_all(&said, &document);
        let core = part(&bytes, "docProps/core.xml");
        assert!(core.contains(&document.title), "{core}");
    }
}

#[test]
fn hangul_gets_the_same_tables_read_back_cell_for_cell() {
    for language in Language::ALL {
        let document = real(language);
        let bytes = hwpx(&document, &pictures(&document)).unwrap();
        keep(&format!("report-{}.hwpx", language.tag()), &bytes);
        let plain = hwpx(&document, &[]).unwrap();
        let read = HwpxDecoder::decode(&plain).unwrap();
        let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
        for section in read.document.sections() {
            let runs = section.paragraphs.iter().flat_map(|own| &own.runs);
            for table in runs.filter_map(|run| run.content.as_table()) {
                let text = |cell: &hwpforge_core::table::TableCell| {
                    let lines = cell.paragraphs.iter();
                    let lines: Vec<String> = lines.map(|line| line.text_content()).collect();
                    lines.join("\n")
                };
                let rows = table.rows.iter();
                let rows = rows.map(|row| row.cells.iter().map(text).collect());
                tables.push(rows.collect());
            }
        }
        let grids = grids(&document);
        assert_eq!(tables.len(), grids.len() + 1);
        for (table, grid) in tables.iter().zip(&grids) {
            assert_eq!(body(table, grid), said(grid), "{}", grid.caption());
        }
    }
}

/// The rows below the headings.
fn body(table: &[Vec<String>], grid: &Grid) -> Vec<Vec<String>> {
    let headings = if grid.has_groups() { 2 } else { 1 };
    table[headings..].to_vec()
}

fn said(grid: &Grid) -> Vec<Vec<String>> {
    let rows = grid.rows.iter();
    rows.map(|row| row.iter().map(|cell| cell.text.clone()).collect())
        .collect()
}

#[test]
fn hostile_text_stays_text() {
    let document = hostile();
    let bytes = docx(&document, &[]).unwrap();
    let xml = part(&bytes, "word/document.xml");
    assert!(!xml.contains("<script>") && !xml.contains('\u{0}'));
    assert_eq!(texts(&xml, "w:t").matches(HARMLESS).count(), 6);
    let bytes = hwpx(&document, &[]).unwrap();
    let xml = part(&bytes, "Contents/section0.xml");
    assert!(!xml.contains("<script>") && !xml.contains('\u{0}'));
    assert!(texts(&xml, "hp:t").contains(HARMLESS));
}
