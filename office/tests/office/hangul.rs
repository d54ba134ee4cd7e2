//! What documents for Hangul have beyond their tables.

use model_census::document::Block;
use model_census::language::Language;
use model_census_office::hwpx;

use crate::support::{part, pictures, real};

#[test]
fn hangul_numbers_no_heading_that_has_its_number_in_its_text() {
    let document = real(Language::Ko);
    let bytes = hwpx(&document, &pictures(&document)).unwrap();
    let header = part(&bytes, "Contents/header.xml");
    let numbering = header.split("<hh:numberings").nth(1).unwrap();
    let numbering = numbering.split("</hh:numberings>").next().unwrap();
    assert_eq!(
        numbering.matches("<hh:paraHead ").count(),
        10,
        "{numbering}"
    );
    assert!(!numbering.contains("</hh:paraHead>"), "{numbering}");
    // Each heading has the style of its level, and the style the heading's form.
    let section = part(&bytes, "Contents/section0.xml");
    let styles: Vec<Vec<&str>> = header
        .split("<hh:style ")
        .skip(1)
        .map(|own| own.split('"').collect())
        .collect();
    let value = |style: &[&str], name: &str| {
        let at = style
            .iter()
            .position(|own| own.trim() == format!("{name}="))
            .unwrap();
        style[at + 1].to_owned()
    };
    for block in &document.blocks {
        let Block::Heading { level, text } = block else {
            continue;
        };
        let name = format!("개요 {level}");
        let style = styles
            .iter()
            .find(|own| value(own, "name") == name)
            .unwrap();
        let before = section
            .split(&format!("<hp:t>{text}</hp:t>"))
            .next()
            .unwrap();
        let paragraph = before.rsplit("<hp:p ").next().unwrap();
        for reference in ["paraPrIDRef", "charPrIDRef"] {
            let own = format!("{reference}=\"{}\"", value(style, reference));
            assert!(paragraph.contains(&own), "{text}: {own} in {paragraph}");
        }
        let own = format!("styleIDRef=\"{}\"", value(style, "id"));
        assert!(paragraph.contains(&own), "{text}: {own} in {paragraph}");
    }
}

#[test]
fn hangul_gets_grey_headings_and_a_preview_and_pictures_in_order() {
    let document = real(Language::Ko);
    let pictures = pictures(&document);
    let bytes = hwpx(&document, &pictures).unwrap();
    let header = part(&bytes, "Contents/header.xml");
    let fill = header.split("<hh:borderFill id=\"4\"").nth(1).unwrap();
    let fill = fill.split("</hh:borderFill>").next().unwrap();
    assert!(
        fill.contains("faceColor=\"#E7EBF0\"") && fill.contains("SOLID"),
        "{fill}"
    );
    let section = part(&bytes, "Contents/section0.xml");
    for cell in section.split("<hp:tc ").skip(1) {
        let head = cell.split('>').next().unwrap();
        let is_heading = head.contains("header=\"1\"");
        let is_grey = head.contains("borderFillIDRef=\"4\"");
        assert!(is_grey || !is_heading, "{head}");
    }
    let preview = part(&bytes, "Preview/PrvText.txt");
    assert!(preview.starts_with(&document.title), "{preview}");
    assert!(
        preview.chars().count() <= 1_000 && preview.contains("□ "),
        "{preview}"
    );
    let named = part(&bytes, "META-INF/container.xml");
    assert!(named.contains("Preview/PrvText.txt"), "{named}");
    let archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let images: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .filter(|name| name.starts_with("BinData/"))
        .collect();
    let expected = (1..=pictures.len()).map(|at| format!("BinData/image{at}.png"));
    assert_eq!(images, expected.collect::<Vec<_>>());
    let content = part(&bytes, "Contents/content.hpf");
    for at in 1..=pictures.len() {
        let own = format!("id=\"image{at}\" href=\"BinData/image{at}.png\"");
        assert!(content.contains(&own), "{own} in {content}");
        let used = format!("binaryItemIDRef=\"image{at}\"");
        assert!(section.contains(&used), "{used}");
    }
}

#[test]
fn texts_for_hangul_have_no_element_at_which_readers_stop() {
    let mut document = real(Language::Ko);
    let bytes = hwpx(&document, &[]).unwrap();
    let section = part(&bytes, "Contents/section0.xml");
    assert!(section.contains("(중복\u{a0}1)"), "keeps together");
    document.title = "가\t나\r\n다\n라".to_owned();
    let hostile = part(&hwpx(&document, &[]).unwrap(), "Contents/section0.xml");
    assert!(hostile.contains("<hp:t>가 나 다 라</hp:t>"));
    for own in [section, hostile] {
        for element in ["<hp:tab", "<hp:lineBreak", "<hp:nbSpace"] {
            assert!(!own.contains(element), "{element}");
        }
    }
}
