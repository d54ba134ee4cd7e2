//! The order that Office Open XML wants properties in: docx-rs writes them in
//! the order that they were asked for, which Word may call damage.

use std::ops::Range;

use roxmltree::{Document, Node};

use crate::NotWritten;

/// What may stand in an element, in the order of ECMA-376, part 1 (annex A.1); of
/// the settings, what docx-rs writes. Elements that are not named here take their
/// children in any order.
const ORDERS: [(&str, &str); 8] = [
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr \
         suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct \
         topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind \
         contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
         textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint \
         noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u \
         effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    ),
    (
        "tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
         tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption \
         tblDescription",
    ),
    (
        "tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText \
         vAlign hideMark",
    ),
    (
        "sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders \
         lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter \
         docGrid",
    ),
    (
        "style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed \
         qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr \
         tblStylePr",
    ),
    (
        "tblBorders",
        "top left start bottom right end insideH insideV",
    ),
    (
        "settings",
        "zoom defaultTabStop evenAndOddHeaders compat docVars",
    ),
];

/// A part of a document with its properties in order.
///
/// # Errors
/// Where it is no XML.
pub(super) fn ordered(part: &str) -> Result<Vec<u8>, NotWritten> {
    let tree = Document::parse(part).map_err(NotWritten::because)?;
    let mut out = String::with_capacity(part.len());
    let root = tree.root_element();
    // What stands before the root is no node.
    out += part.get(..root.range().start).unwrap_or_default();
    write(root, part, &mut out);
    Ok(out.into_bytes())
}

/// An element as it is written, with its children in order.
fn write(node: Node<'_, '_>, part: &str, out: &mut String) {
    let text = |range: Range<usize>| part.get(range).unwrap_or_default();
    let name = node.tag_name().name();
    let all = node.range();
    let (Some(first), Some(last)) = (node.first_child(), node.last_child()) else {
        match name {
            // Without a meaning, and not allowed in a style's paragraphs.
            "rPr" => {}
            // docx-rs gives the width of a column a unit, which it has without.
            "gridCol" => *out += &text(all).replace(" w:type=\"dxa\"", ""),
            _ => *out += text(all),
        }
        return;
    };
    *out += text(all.start..first.range().start);
    let mut children: Vec<_> = node.children().collect();
    if let Some((_, order)) = ORDERS.iter().find(|(own, _)| *own == name) {
        children.sort_by_key(|child| rank(order, child.tag_name().name()));
    }
    for child in children {
        write(child, part, out);
    }
    *out += text(last.range().end..all.end);
}

/// Where an element stands; those that nobody knows come last.
fn rank(order: &str, name: &str) -> usize {
    let all = order.split_ascii_whitespace();
    let known = all.clone().position(|own| own == name);
    known.unwrap_or_else(|| all.count())
}

#[cfg(test)]
mod tests {
    use super::ordered;

    fn order(xml: &str) -> String {
        const OPEN: &str = "<?xml version=\"1.0\"?><w:x xmlns:w=\"w\">";
        const CLOSE: &str = "</w:x>";
        let whole = String::from_utf8(ordered(&format!("{OPEN}{xml}{CLOSE}")).unwrap()).unwrap();
        let inside = whole
            .strip_prefix(OPEN)
            .and_then(|own| own.strip_suffix(CLOSE));
        inside.unwrap().to_owned()
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
        let text = "<w:p><w:r><w:t xml:space=\"preserve\">11&amp;7 &lt;b&gt; 한국 </w:t></w:r><w:r><w:t>뒤</w:t></w:r></w:p>";
        assert_eq!(order(text), text);
    }
}
