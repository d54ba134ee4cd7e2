//! A chart as a picture that stands alone: with its title, notes and source.

use std::fmt::Write as _;

use crate::chart::Drawing;
use crate::document::{About, about, left_out};
use crate::language::Language;
use crate::locale::source_line;
use crate::report::Report;

use super::grid::escape;
use super::plain_svg::plain;

/// Faces that systems and offices have, Korean first: the page's own first
/// choice, the system's, means nothing in a file.
pub(super) const FONT: &str =
    "'Malgun Gothic','Apple SD Gothic Neo','Noto Sans CJK KR','Noto Sans KR',Arial,sans-serif";

const MARGIN: u32 = 16;

/// A picture as an SVG document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The document.
    pub svg: String,
    /// Its width in CSS pixels.
    pub width: u32,
    /// Its height in CSS pixels.
    pub height: u32,
}

/// A chart, itself an SVG document, on white ground between its title and its
/// notes; a blank title and no notes leave the chart alone.
#[must_use]
pub fn framed(chart: &str, width: u32, height: u32, title: &str, notes: &[String]) -> Picture {
    let room = if title.is_empty() && notes.is_empty() {
        0
    } else {
        MARGIN
    };
    let title = wrapped(title, width, 15);
    let notes: Vec<String> = notes
        .iter()
        .flat_map(|note| wrapped(&format!("* {note}"), width, 11))
        .collect();
    let count = |lines: &[String]| u32::try_from(lines.len()).unwrap_or(0);
    let head = room + count(&title) * 22;
    let full = (width + 2 * room, head + height + count(&notes) * 16 + room);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" font-family=\"{FONT}\">\n\
         <rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n",
        full.0, full.1
    );
    let mut line = |text: &str, y: u32, size: u32, more: &str| {
        // Writing to a String cannot fail.
        let _ = writeln!(
            svg,
            "<text x=\"{room}\" y=\"{y}\" font-size=\"{size}\"{more}>{}</text>",
            escape(text)
        );
    };
    for (at, text) in (1..).zip(&title) {
        line(
            text,
            room + at * 22 - 6,
            15,
            " font-weight=\"bold\" fill=\"#1a1a1a\"",
        );
    }
    for (at, text) in (1..).zip(&notes) {
        line(text, head + height + at * 16, 11, " fill=\"#555555\"");
    }
    svg += &nested(chart, room, head);
    svg += "\n</svg>\n";
    Picture {
        svg,
        width: full.0,
        height: full.1,
    }
}

/// What a chart has no room for, source, definition and day, for a picture that
/// stands alone.
#[must_use]
pub fn lines_below(
    report: &Report,
    drawing: &Drawing,
    written: &About,
    language: Language,
) -> Vec<String> {
    let text = language.text();
    let about = about(report, written, language);
    let of = |wanted: &[&str]| {
        let said: Vec<String> = about
            .iter()
            .filter(|(name, _)| wanted.contains(&&**name))
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        said.join(" · ")
    };
    let stated = of(&[
        text.period,
        text.filter,
        text.definition,
        text.more().written,
    ]);
    left_out(drawing, language)
        .into_iter()
        .chain([source_line(report, language), stated])
        .collect()
}

/// The chart inside another drawing, for every program that draws one.
pub(super) fn nested(chart: &str, x: u32, y: u32) -> String {
    let start = chart.find("<svg").unwrap_or(0);
    let chart = chart.get(start..).unwrap_or_default();
    plain(&chart.replacen("<svg ", &format!("<svg x=\"{x}\" y=\"{y}\" "), 1))
}

/// Lines no wider than a width, by what letters of a size commonly take.
pub(super) fn wrapped(text: &str, width: u32, size: u32) -> Vec<String> {
    // Hangul fills the size, Latin letters a little more than half of it.
    let wide = |c: char| {
        if c < '\u{1100}' {
            size * 11 / 2
        } else {
            size * 10
        }
    };
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_inclusive(' ') {
        let own: u32 = word.chars().map(wide).sum();
        if used + own > width * 10 && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0;
        }
        line.push_str(word);
        used += own;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_its_title_and_notes_as_text() {
        let chart = "<svg width=\"600\" height=\"300\"><text dominant-baseline=\"central\" style=\"font-size:10px\">3</text></svg>";
        let notes = ["자료: Epoch AI <CC BY>".to_owned()];
        let picture = framed(chart, 600, 300, "표 & 그림", &notes);
        assert!(picture.svg.contains(">표 &amp; 그림</text>"));
        assert!(
            picture
                .svg
                .contains(">* 자료: Epoch AI &lt;CC BY&gt;</text>")
        );
        assert!(picture.svg.contains("<svg x=\"16\" y=\"38\" width=\"600\""));
        assert!(
            picture
                .svg
                .contains("<text font-size=\"10\" y=\"3.5\">3</text>")
        );
        assert_eq!((picture.width, picture.height), (632, 300 + 38 + 16 + 16));
    }

    #[test]
    fn a_picture_without_words_is_the_chart() {
        let picture = framed("<svg width=\"600\"></svg>", 600, 300, "", &[]);
        assert_eq!((picture.width, picture.height), (600, 300));
    }

    #[test]
    fn long_lines_are_wrapped_at_words() {
        let lines = wrapped("국가별·연도별 초거대 AI 모델 개발 현황 그리고 더", 200, 15);
        assert!(lines.len() > 1, "{lines:?}");
        assert!(lines.iter().all(|line| !line.ends_with(' ')));
    }
}
