//! The order that Office Open XML wants properties in: docx-rs writes them in
//! the order that they were asked for, which Word may call damage.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

use crate::NotWritten;

/// What may stand in an element, in the order of ECMA-376, part 1 (annex A.1); of
/// the settings, what docx-rs writes. Elements that are not named here take their
/// children in any order.
const ORDERS: [(&[u8], &str); 8] = [
    (
        b"w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr \
         suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct \
         topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind \
         contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
         textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        b"w:rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint \
         noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u \
         effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    ),
    (
        b"w:tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
         tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption \
         tblDescription",
    ),
    (
        b"w:tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText \
         vAlign hideMark",
    ),
    (
        b"w:sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders \
         lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter \
         docGrid",
    ),
    (
        b"w:style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed \
         qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr \
         tblStylePr",
    ),
    (
        b"w:tblBorders",
        "top left start bottom right end insideH insideV",
    ),
    (
        b"w:settings",
        "zoom defaultTabStop evenAndOddHeaders compat docVars",
    ),
];

/// A part of a document with its properties in order.
///
/// # Errors
/// Where it is no XML.
pub(super) fn ordered(part: &[u8]) -> Result<Vec<u8>, NotWritten> {
    let mut reader = Reader::from_reader(part);
    let events = inside(&mut reader, b"").map_err(NotWritten::because)?;
    let mut writer = Writer::new(Vec::with_capacity(part.len()));
    for event in events {
        writer.write_event(event).map_err(NotWritten::because)?;
    }
    Ok(writer.into_inner())
}

/// What stands in an element up to its end, in order.
fn inside<'a>(
    reader: &mut Reader<&'a [u8]>,
    parent: &[u8],
) -> Result<Vec<Event<'a>>, quick_xml::Error> {
    let order = ORDERS.iter().find(|(name, _)| *name == parent);
    let mut children: Vec<(usize, Vec<Event<'a>>)> = Vec::new();
    loop {
        let event = reader.read_event()?;
        let rank = |name: &[u8]| order.map_or(0, |(_, order)| rank(order, name));
        match event {
            Event::End(_) | Event::Eof => break,
            Event::Start(start) => {
                let name = start.name().as_ref().to_vec();
                let mut own = inside(reader, &name)?;
                let end = start.to_end().into_owned();
                own.insert(0, Event::Start(start));
                own.push(Event::End(end));
                children.push((rank(&name), own));
            }
            // Without a meaning, and not allowed in a style's paragraphs.
            Event::Empty(own) if own.name().as_ref() == b"w:rPr" => {}
            Event::Empty(own) => {
                let rank = rank(own.name().as_ref());
                children.push((rank, vec![Event::Empty(declared(own)?)]));
            }
            other => children.push((0, vec![other])),
        }
    }
    children.sort_by_key(|(rank, _)| *rank);
    Ok(children.into_iter().flat_map(|(_, own)| own).collect())
}

/// Where an element stands; those that nobody knows come last.
fn rank(order: &str, name: &[u8]) -> usize {
    let all = order.split_ascii_whitespace();
    all.clone()
        .position(|own| name.strip_prefix(b"w:") == Some(own.as_bytes()))
        .unwrap_or_else(|| all.count())
}

/// An element without what docx-rs gives it and the schema does not: a column's
/// width needs no unit.
fn declared(own: BytesStart<'_>) -> Result<BytesStart<'_>, quick_xml::Error> {
    if own.name().as_ref() != b"w:gridCol" {
        return Ok(own);
    }
    let mut column = BytesStart::new("w:gridCol");
    for attribute in own.attributes() {
        let attribute = attribute?;
        if attribute.key.as_ref() == b"w:w" {
            column.push_attribute(attribute);
        }
    }
    Ok(column.into_owned())
}

#[cfg(test)]
mod tests {
    use super::ordered;

    fn order(xml: &str) -> String {
        String::from_utf8(ordered(xml.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn properties_stand_in_the_order_of_the_schema() {
        for (written, wanted) in [
            (
                r#"<w:pPr><w:rPr/><w:jc w:val="left"/><w:keepNext/><w:pStyle w:val="Note"/></w:pPr>"#,
                r#"<w:pPr><w:pStyle w:val="Note"/><w:keepNext/><w:jc w:val="left"/></w:pPr>"#,
            ),
            (
                r#"<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/><w:b/></w:rPr>"#,
                r#"<w:rPr><w:b/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>"#,
            ),
            (
                r#"<w:p><w:pPr><w:sectPr><w:cols/><w:footerReference/></w:sectPr><w:jc/></w:pPr><w:r/></w:p>"#,
                r#"<w:p><w:pPr><w:jc/><w:sectPr><w:footerReference/><w:cols/></w:sectPr></w:pPr><w:r/></w:p>"#,
            ),
            (
                r#"<w:tblGrid><w:gridCol w:w="150" w:type="dxa"/></w:tblGrid>"#,
                r#"<w:tblGrid><w:gridCol w:w="150"/></w:tblGrid>"#,
            ),
        ] {
            assert_eq!(order(written), wanted);
        }
    }

    #[test]
    fn what_is_read_stays_as_it_is() {
        let text = "<?xml version=\"1.0\"?><w:p><w:r><w:t xml:space=\"preserve\">11&amp;7 &lt;b&gt; 한국 </w:t></w:r><w:r><w:t>뒤</w:t></w:r></w:p>";
        assert_eq!(order(text), text);
    }
}
