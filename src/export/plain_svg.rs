//! A drawing in words that every program that draws SVG knows.
//!
//! In: the SVG that ECharts writes for browsers. Out: the same picture where
//! offices, vector editors and converters draw it.
//! Leaves out: all but text; lines and areas are the same everywhere.
//!
//! LibreOffice and CairoSVG do not know `paint-order`, so that a halo would lie
//! over its letters; nor do offices know `dominant-baseline`, LibreOffice `dy`
//! beside `y` and the `font` shorthand, resvg a quoted family behind a space.

use std::fmt::Write as _;

/// How far below the middle of letters their base line lies, in their size.
const BASE: f64 = 0.35;

/// Families that mean something in a browser alone.
const OF_BROWSERS: [&str; 2] = ["system-ui", "-apple-system"];

/// A drawing with its texts placed by `y` alone, their fonts in long hand, and
/// each halo as a text of its own below its letters.
pub(super) fn plain(svg: &str) -> String {
    const OPEN: &str = "<text ";
    let mut parts = svg.split(OPEN);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let whole = part.split_once('>').and_then(|(tag, rest)| {
            let (said, after) = rest.split_once("</text>")?;
            Some((Text::read(tag)?, said, after))
        });
        match whole {
            Some((text, said, after)) => {
                text.write(said, &mut out);
                out += after;
            }
            // Not as ECharts writes it: as it is.
            None => {
                out += OPEN;
                out += part;
            }
        }
    }
    out
}

/// Families without those of browsers, and without spaces between them.
pub(super) fn families(list: &str) -> String {
    let own = list.split(',').map(str::trim);
    let own: Vec<&str> = own.filter(|own| !OF_BROWSERS.contains(own)).collect();
    own.join(",")
}

/// The attributes of a text, in their order.
#[derive(Debug)]
struct Text<'a> {
    attributes: Vec<(&'a str, String)>,
}

impl<'a> Text<'a> {
    /// Reads what stands between `<text` and `>`.
    fn read(tag: &'a str) -> Option<Self> {
        let mut attributes = Vec::new();
        let mut rest = tag.trim();
        while !rest.is_empty() {
            let (name, more) = rest.split_once("=\"")?;
            let (value, more) = more.split_once('"')?;
            attributes.push((name, value.to_owned()));
            rest = more.trim_start();
        }
        let mut text = Self { attributes };
        text.spell_font();
        text.stand()?;
        Some(text)
    }

    fn get(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|own| own.0 == name).map(|own| &*own.1)
    }

    fn take(&mut self, name: &str) -> Option<String> {
        let at = self.attributes.iter().position(|own| own.0 == name)?;
        Some(self.attributes.remove(at).1)
    }

    /// `font: bold 12px A, B` becomes attributes, and so does what is long already.
    fn spell_font(&mut self) {
        let style = self.take("style").unwrap_or_default();
        let mut others = Vec::new();
        for (name, value) in style.split(';').filter_map(|own| own.split_once(':')) {
            match (name.trim(), value.trim()) {
                ("font", short) => self.spell_short(short),
                ("font-family", list) => self.attributes.push(("font-family", families(list))),
                ("font-size", size) => self.set_size(size),
                ("font-style", own) => self.attributes.push(("font-style", own.to_owned())),
                ("font-weight", own) => self.attributes.push(("font-weight", own.to_owned())),
                (name, value) => others.push(format!("{name}:{value}")),
            }
        }
        if !others.is_empty() {
            self.attributes.push(("style", others.join(";")));
        }
    }

    /// Style, variant and weight in any order, then the size, then the families.
    fn spell_short(&mut self, short: &str) {
        let mut rest = short;
        while let Some((word, more)) = rest.split_once(' ') {
            rest = more;
            match word {
                "italic" | "oblique" => self.attributes.push(("font-style", word.to_owned())),
                "normal" => {}
                _ if word.ends_with("px") => {
                    self.set_size(word);
                    self.attributes.push(("font-family", families(rest)));
                    return;
                }
                _ => self.attributes.push(("font-weight", word.to_owned())),
            }
        }
    }

    fn set_size(&mut self, size: &str) {
        let size = size.strip_suffix("px").unwrap_or(size);
        self.attributes.push(("font-size", size.to_owned()));
    }

    /// A text that stands about its middle gets the place of its base line.
    fn stand(&mut self) -> Option<()> {
        if self.get("dominant-baseline") != Some("central") {
            return Some(());
        }
        let size: f64 = self.get("font-size")?.parse().ok()?;
        let y: f64 = self.get("y").unwrap_or("0").parse().ok()?;
        self.take("dominant-baseline");
        self.take("y");
        let y = ((y + BASE * size) * 100.0).round() / 100.0;
        self.attributes.push(("y", y.to_string()));
        Some(())
    }

    /// The halo, if it has one, and the text itself.
    fn write(mut self, said: &str, out: &mut String) {
        if self.take("paint-order").as_deref() == Some("stroke") {
            let of_halo = |name: &str| name.starts_with("stroke");
            let below = self
                .attributes
                .iter()
                .filter(|own| !own.0.starts_with("fill"));
            let hidden = [("fill", "none"), ("aria-hidden", "true")];
            let below = below.map(|(name, value)| (*name, &**value)).chain(hidden);
            write(below, said, out);
            out.push('\n');
            self.attributes.retain(|own| !of_halo(own.0));
        }
        let own = self.attributes.iter();
        write(own.map(|(name, value)| (*name, &**value)), said, out);
    }
}

fn write<'a>(attributes: impl Iterator<Item = (&'a str, &'a str)>, said: &str, out: &mut String) {
    out.push_str("<text");
    for (name, value) in attributes {
        // Writing to a String cannot fail.
        let _ = write!(out, " {name}=\"{value}\"");
    }
    let _ = write!(out, ">{said}</text>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_placed_by_y_alone_with_fonts_in_long_hand() {
        let drawn = "<svg><text dominant-baseline=\"central\" text-anchor=\"middle\" \
             style=\"font: italic bold 12px system-ui, -apple-system, 'A B', sans-serif\" \
             y=\"-6\" fill=\"#111\">2017</text><path d=\"M0 0\"/></svg>";
        assert_eq!(
            plain(drawn),
            "<svg><text text-anchor=\"middle\" fill=\"#111\" font-style=\"italic\" \
             font-weight=\"bold\" font-size=\"12\" font-family=\"'A B',sans-serif\" \
             y=\"-1.8\">2017</text><path d=\"M0 0\"/></svg>"
        );
        let drawn = "<text dominant-baseline=\"central\" \
             style=\"font-size:10px;font-family:A, 'B';opacity:0.5\" transform=\"translate(1 2)\">x</text>";
        assert_eq!(
            plain(drawn),
            "<text transform=\"translate(1 2)\" font-size=\"10\" font-family=\"A,'B'\" \
             style=\"opacity:0.5\" y=\"3.5\">x</text>"
        );
    }

    #[test]
    fn a_halo_is_a_text_of_its_own_below() {
        let drawn = "<text y=\"1\" fill=\"#111\" fill-opacity=\"0.85\" stroke=\"#fff\" \
             stroke-width=\"2\" paint-order=\"stroke\">GPT-4 &amp; more</text>";
        assert_eq!(
            plain(drawn),
            "<text y=\"1\" stroke=\"#fff\" stroke-width=\"2\" fill=\"none\" aria-hidden=\"true\">GPT-4 &amp; more</text>\n\
             <text y=\"1\" fill=\"#111\" fill-opacity=\"0.85\">GPT-4 &amp; more</text>"
        );
    }

    #[test]
    fn what_is_not_understood_stays_as_it_is() {
        for drawn in [
            "<svg><text y=1>a</text></svg>",
            "<text a=\"b",
            "<text x=\"1\">a",
            "",
        ] {
            assert_eq!(plain(drawn), drawn);
        }
    }
}
