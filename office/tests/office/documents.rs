//! Documents for Word and Hangul.

use hwpforge_smithy_hwpx::HwpxDecoder;
use model_census::document::{Block, Document, Grid, document};
use model_census::language::Language;
use model_census_office::{docx, hwpx};

use crate::support::{HARMLESS, grids, hostile, keep, newer, part, pictures, real, written};

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

/// Text as it reads where lines may break anywhere.
fn breakable(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn word_gets_every_table_caption_and_picture() {
    for language in Language::ALL {
        let document = real(language);
        let pictures = pictures(&document);
        let bytes = docx(&document, &pictures).unwrap();
        keep(&format!("report-{}.docx", language.tag()), &bytes);
        assert_eq!(bytes, docx(&document, &pictures).unwrap(), "the same bytes");
        assert!(docx(&document, &[]).unwrap().len() < 60_000, "compressed");
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
        assert_says_all(&breakable(&said), &document);
        let styles = part(&bytes, "word/styles.xml");
        assert_eq!(
            styles.matches("w:styleId=\"Normal\"").count(),
            1,
            "{styles}"
        );
        assert!(styles.contains("<w:autoSpaceDN w:val=\"0\" />"), "{styles}");
        let core = part(&bytes, "docProps/core.xml");
        assert!(core.contains(&document.title), "{core}");
        assert_eq!(core.matches(">2026-11-24T00:00:00Z<").count(), 2, "{core}");
    }
}

#[test]
fn hangul_gets_the_same_tables_read_back_cell_for_cell() {
    for language in Language::ALL {
        let document = real(language);
        let pictures = pictures(&document);
        let bytes = hwpx(&document, &pictures).unwrap();
        keep(&format!("report-{}.hwpx", language.tag()), &bytes);
        assert!(
            bytes == hwpx(&document, &pictures).unwrap(),
            "the same bytes"
        );
        let plain = hwpx(&document, &[]).unwrap();
        let read = HwpxDecoder::decode(&plain).unwrap();
        let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
        for section in read.document.sections() {
            let runs = section.paragraphs.iter().flat_map(|own| &own.runs);
            for table in runs.filter_map(|run| run.content.as_table()) {
                let text = |cell: &hwpforge_core::table::TableCell| {
                    let lines = cell.paragraphs.iter();
                    let lines: Vec<String> = lines.map(|line| line.text_content()).collect();
                    breakable(&lines.join("\n"))
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

#[test]
fn a_caption_stands_where_the_language_sets_it() {
    for language in Language::ALL {
        let document = real(language);
        let figure = document.blocks.iter().find_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        });
        let figure = figure.unwrap();
        let (caption, note) = (figure.caption(), figure.notes.last().unwrap());
        let pictures = pictures(&document);
        let word = docx(&document, &pictures).unwrap();
        let word = texts(&part(&word, "word/document.xml"), "w:t");
        let hangul = hwpx(&document, &pictures).unwrap();
        let hangul = texts(&part(&hangul, "Contents/section0.xml"), "hp:t");
        for said in [word, hangul] {
            let at = said.find(&caption).unwrap();
            let (before, after) = said.split_at(at);
            let last_line = before.trim_end().lines().last().unwrap();
            let next_line = after.lines().nth(1).unwrap();
            if language.caption_leads() {
                assert!(next_line.starts_with("* "), "{next_line}");
            } else {
                assert_eq!(last_line, format!("* {note}"));
            }
        }
    }
}

#[test]
fn short_tables_stay_whole_and_long_ones_part_no_single_row() {
    let document = document(&newer("2020-2025"), &written(), Language::Ko);
    let bytes = docx(&document, &pictures(&document)).unwrap();
    let xml = part(&bytes, "word/document.xml");
    let tables: Vec<Vec<bool>> = xml
        .split("<w:tbl>")
        .skip(1)
        .map(|table| {
            let table = table.split("</w:tbl>").next().unwrap();
            let rows = table.split("<w:tr>").skip(1);
            let rows = rows.filter(|row| !row.contains("<w:tblHeader"));
            rows.map(|row| row.contains("<w:keepNext")).collect()
        })
        .collect();
    assert!(tables.iter().any(|rows| rows.len() > 30));
    let (about, others) = tables.split_last().unwrap();
    for rows in others {
        let [first, second, .., before, last] = rows[..] else {
            panic!("{rows:?}");
        };
        assert!(first && second && before && last, "{rows:?}");
        assert_eq!(rows.iter().all(|keep| *keep), rows.len() <= 12, "{rows:?}");
    }
    let kept = about.iter().filter(|keep| **keep).count();
    assert_eq!(kept + 1, about.len(), "nothing follows the last");
}

#[test]
fn hangul_parts_long_tables_alone_and_none_from_its_caption() {
    let document = document(&newer("2020-2025"), &written(), Language::Ko);
    let bytes = hwpx(&document, &pictures(&document)).unwrap();
    let section = part(&bytes, "Contents/section0.xml");
    let tables = section.split("<hp:tbl ").skip(1);
    let tables: Vec<(usize, bool)> = tables
        .map(|table| {
            let head = table.split('>').next().unwrap();
            (
                table.matches("<hp:tr>").count(),
                head.contains("pageBreak=\"NONE\""),
            )
        })
        .collect();
    // One of names and values, without headings, stands last.
    let (_, others) = tables.split_last().unwrap();
    assert!(others.iter().any(|(rows, _)| *rows > 30), "{others:?}");
    for (rows, is_whole) in others {
        assert_eq!(*is_whole, *rows <= 12 + 2, "{rows} rows");
    }
    let header = part(&bytes, "Contents/header.xml");
    let kept: Vec<&str> = header
        .split("<hh:paraPr ")
        .skip(1)
        .filter(|shape| shape.contains("keepWithNext=\"1\""))
        .filter_map(|shape| shape.split('"').nth(1))
        .collect();
    let paragraphs = section.split("<hp:p ").skip(1);
    for own in paragraphs.filter(|own| own.contains("<hp:t>&lt;표 ")) {
        let shape = own.split("paraPrIDRef=\"").nth(1).unwrap();
        let shape = shape.split('"').next().unwrap();
        assert!(kept.contains(&shape), "{shape} of {kept:?}");
    }
}

/// The sizes of letters in tables, in half points, and how often pages turn.
fn letters_and_turns(xml: &str) -> (Vec<usize>, usize) {
    let sizes = xml.split("<w:tbl>").skip(1).map(|table| {
        let sizes = table.split("<w:sz w:val=\"").skip(1);
        let size = |text: &str| text.split('"').next().and_then(|size| size.parse().ok());
        sizes.filter_map(size).min().unwrap()
    });
    (
        sizes.collect(),
        xml.matches("w:orient=\"landscape\"").count(),
    )
}

#[test]
fn more_years_than_a_page_has_room_for_shrink_or_turn_it() {
    for (period, turns, smallest) in [("2020-2025", 0, 14), ("2020H1-2025H2", 1, 14)] {
        for language in Language::ALL {
            let document = document(&newer(period), &written(), language);
            let pictures = pictures(&document);
            let bytes = docx(&document, &pictures).unwrap();
            keep(&format!("report-{}-{period}.docx", language.tag()), &bytes);
            let xml = part(&bytes, "word/document.xml");
            let (sizes, turned) = letters_and_turns(&xml);
            assert!(
                sizes.iter().all(|size| (smallest..=18).contains(size)),
                "{sizes:?}"
            );
            // All that lies is one section, and no page is left for its end.
            assert_eq!(turned, turns, "{period} {language:?}");
            let gap = "<w:p><w:pPr><w:rPr /></w:pPr></w:p><w:p><w:pPr><w:sectPr>";
            assert!(!xml.contains(gap), "{period} {language:?}");
            let bytes = hwpx(&document, &pictures).unwrap();
            keep(&format!("report-{}-{period}.hwpx", language.tag()), &bytes);
            let read = HwpxDecoder::decode(&bytes).unwrap();
            let sections = read.document.sections().iter();
            let turned = sections.filter(|own| own.page_settings.landscape).count();
            assert_eq!(turned, turns, "{period} {language:?}");
        }
    }
}
