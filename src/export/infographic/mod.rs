//! The whole report on one A4 page: key figures, countries with their ranks,
//! and a chart for every other breakdown, as the last pages of IS-178 have it.
//!
//! Long because one picture is drawn here, from its top to its foot.

mod names;
mod small;

use std::fmt::Write as _;

use crate::breakdown::{BREAKDOWNS, Shape};
use crate::chart::{self, Look};
use crate::document::About;
use crate::language::{Language, fill};
use crate::locale;
use crate::report::Report;

use super::grid::escape;
use super::picture::{FONT, Picture, nested};
use names::{PARTIAL, short_names};
use small::small;

/// A4 in CSS pixels.
const PAGE: (u32, u32) = (794, 1123);
const MARGIN: u32 = 28;
const DARK: &str = "#14375e";
const INK: &str = "#1b1f24";
const QUIET: &str = "#565e68";

/// What the countries' table has room for.
const MOST_ROWS: usize = 14;

/// A chart's place: its breakdown, and where it stands, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Panel {
    id: &'static str,
    x: u32,
    y: u32,
    width: u32,
    height: u32,
}

const fn place(id: &'static str, x: u32, y: u32, width: u32, height: u32) -> Panel {
    Panel {
        id,
        x,
        y,
        width,
        height,
    }
}

const COUNTRIES: Panel = place("country", MARGIN, 466, 400, 270);

const CHARTS: [Panel; 8] = [
    place("year", 28, 222, 236, 210),
    place("multimodal", 279, 222, 236, 210),
    place("development", 530, 222, 236, 210),
    place("domain", 446, 466, 320, 270),
    place("task", 28, 770, 250, 300),
    place("organization", 296, 770, 226, 300),
    place("task-count", 540, 770, 226, 144),
    place("organization-category", 540, 930, 226, 140),
];

/// A chart that an infographic asks for.
#[derive(Debug)]
pub struct Wanted {
    /// The breakdown's id.
    pub id: &'static str,
    /// The option object as JSON, without legend and axis of counts: the page
    /// has no room for them and draws a small legend of its own.
    pub option: String,
    /// Names and colours of what the chart is parted by.
    legend: Vec<(String, String)>,
    /// The width to draw it in, in CSS pixels.
    pub width: u32,
    /// The height.
    pub height: u32,
    /// How many rows it has no room for.
    left_out: usize,
}

/// The charts to draw; none for what the export lacks.
#[must_use]
pub fn infographic_charts(report: &Report, language: Language) -> Vec<Wanted> {
    let look = Look {
        language,
        dark: false,
        narrow: true,
    };
    let short = short_names(report, language);
    let charts = CHARTS.iter().filter_map(|place| {
        let breakdown = BREAKDOWNS.iter().find(|own| own.id == place.id)?;
        let table = report.table(place.id).filter(|table| table.known() > 0)?;
        let drawing = chart::breakdown(report, breakdown, table, Shape::default(), look);
        let (option, legend) = small(&drawing, &short);
        Some(Wanted {
            id: place.id,
            legend,
            option: option.to_string(),
            width: place.width,
            height: place.height - HEAD - LEGEND,
            left_out: drawing.left_out,
        })
    });
    charts.collect()
}

/// What a panel's title takes.
const HEAD: u32 = 26;

/// The size of its letters, for which every short title is short enough.
const TITLE: u32 = 12;

/// What its legend takes.
const LEGEND: u32 = 14;

/// The page, from its charts as SVG documents by their ids.
#[must_use]
pub fn infographic(
    report: &Report,
    charts: &[(&str, String)],
    written: &About,
    language: Language,
) -> Picture {
    let mut page = Page {
        report,
        language,
        svg: format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" font-family=\"{FONT}\">\n\
             <rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n",
            PAGE.0, PAGE.1
        ),
    };
    let wanted = infographic_charts(report, language);
    page.head();
    page.figures();
    for place in CHARTS {
        page.panel(place);
        match charts.iter().find(|(id, _)| *id == place.id) {
            Some((_, chart)) => {
                if let Some(own) = wanted.iter().find(|own| own.id == place.id) {
                    page.legend(place, &own.legend);
                    page.more(place.x, place.y + place.height + 8, own.left_out);
                }
                page.svg += &nested(chart, place.x, place.y + HEAD + LEGEND);
            }
            None => page.missing(place),
        }
    }
    page.countries();
    page.foot(written);
    page.svg += "</svg>\n";
    Picture {
        svg: page.svg,
        width: PAGE.0,
        height: PAGE.1,
    }
}

struct Page<'a> {
    report: &'a Report,
    language: Language,
    svg: String,
}

/// How a text stands: size, colour and more attributes.
type Style<'a> = (u32, &'a str, &'a str);

impl Page<'_> {
    fn text(&mut self, x: u32, y: u32, (size, colour, more): Style<'_>, text: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(
            self.svg,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\" {more}>{}</text>",
            escape(text)
        );
    }

    fn rule(&mut self, x: u32, y: u32, width: u32, colour: &str) {
        let _ = writeln!(
            self.svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"1\" fill=\"{colour}\"/>"
        );
    }

    fn head(&mut self) {
        let text = self.language.text();
        let period = locale::period(self.report.findings.period, self.language);
        let _ = writeln!(
            self.svg,
            "<rect width=\"{}\" height=\"96\" fill=\"{DARK}\"/>",
            PAGE.0
        );
        let bold = "font-weight=\"bold\"";
        let title = locale::report_title(self.report, self.language);
        self.text(MARGIN, 50, (27, "#ffffff", bold), &title);
        let below = fill(text.more().infographic_below, &[("period", &period)]);
        let filter = &self.report.findings.filter;
        let words = locale::conditions_words(filter, &self.report.labels, self.language);
        let below = if words.is_empty() {
            below
        } else {
            format!("{below} · {}: {words}", text.filter)
        };
        self.text(MARGIN, 76, (14, "#d5e2f0", ""), &below);
    }

    /// Six numbers that say most.
    fn figures(&mut self) {
        const WIDTH: u32 = 123;
        for (x, (label, value, note)) in (MARGIN..).step_by(WIDTH as usize).zip(self.said()) {
            self.text(x, 124, (11, QUIET, ""), &label);
            self.text(x, 156, (26, DARK, "font-weight=\"bold\""), &value);
            self.text(x, 174, (10, QUIET, ""), &note);
        }
    }

    fn said(&self) -> Vec<(String, String, String)> {
        let (report, text) = (self.report, self.language.text());
        let none = || "–".to_owned();
        let findings = &report.findings;
        let counted = locale::records(findings.rows.counted);
        let period = locale::period(findings.period, self.language);
        let growth = findings.growth.as_ref().and_then(|growth| {
            let span = |span| locale::span(span, self.language);
            let ends = format!("{} → {}", span(growth.first.0), span(growth.last.0));
            Some((locale::percent(growth.cagr?), ends))
        });
        let (rate, ends) = growth.unwrap_or_else(|| (none(), text.no_cagr.to_owned()));
        let focus = &report.definition.focus_country;
        let country = report.labels.name("country", focus, self.language);
        let rank = report.focus_rank();
        let rank_note = rank.map(|own| {
            let [n, of] = [own.models, own.countries].map(locale::count);
            fill(text.more().infographic_rank, &[("n", &n), ("of", &of)])
        });
        let mut all = vec![
            (
                text.models.to_owned(),
                counted,
                fill(text.models_in, &[("period", &period)]),
            ),
            ("CAGR".to_owned(), rate, ends),
            (
                fill(text.focus_rank, &[("country", country)]),
                rank.map_or_else(none, |own| {
                    locale::rank(Some(own.rank), own.tied, self.language)
                }),
                rank_note.unwrap_or_else(|| text.no_focus.to_owned()),
            ),
        ];
        let shares = [
            ("domain", "Language", text.language_share),
            ("multimodal", "Multimodal", text.multimodal_share),
            ("organization-category", "Industry", text.industry_share),
        ];
        for (id, key, label) in shares {
            let share = report.share_of(id, key);
            let of = report.table(id).map_or(0, |table| table.denominator());
            let note = share.map(|(n, _)| {
                let [n, of] = [n, of].map(locale::count);
                fill(text.more().infographic_share, &[("n", &n), ("of", &of)])
            });
            all.push((
                label.to_owned(),
                share.map_or_else(none, |(_, share)| locale::percent(share)),
                note.unwrap_or_else(|| text.not_in_export.to_owned()),
            ));
        }
        all
    }

    /// A panel's title above a rule.
    fn panel(&mut self, place: Panel) {
        let breakdown = BREAKDOWNS.iter().find(|own| own.id == place.id);
        let title = breakdown.map(|own| self.report.short_title(own, self.language));
        let bold = "font-weight=\"bold\"";
        let style: Style<'_> = (TITLE, INK, bold);
        self.text(place.x, place.y + 12, style, &title.unwrap_or_default());
        self.rule(place.x, place.y + 19, place.width, DARK);
    }

    /// What the colours mean, where there are several; of many the first and
    /// the last.
    fn legend(&mut self, place: Panel, legend: &[(String, String)]) {
        if legend.len() < 2 {
            return;
        }
        let wide = |c: char| if c < '\u{1100}' { 5 } else { 9 };
        let length = |name: &str| name.chars().map(wide).sum::<u32>() + 7;
        let all: u32 = legend.iter().map(|(name, _)| 11 + length(name)).sum();
        let (last, y) = (legend.len() - 1, place.y + HEAD);
        let mut x = place.x;
        for (at, (name, colour)) in legend.iter().enumerate() {
            let _ = writeln!(
                self.svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"8\" height=\"8\" fill=\"{colour}\"/>"
            );
            x += 11;
            if all <= place.width || at == 0 || at == last {
                self.text(x, y + 8, (9, QUIET, ""), name);
                x += length(name);
            }
        }
    }

    fn missing(&mut self, place: Panel) {
        let text = self.language.text();
        let said = match self.report.table(place.id) {
            Some(_) => text.empty,
            None => text.not_in_export,
        };
        self.text(place.x, place.y + 48, (12, QUIET, ""), said);
    }

    /// The countries with their ranks.
    fn countries(&mut self) {
        let place = COUNTRIES;
        self.panel(place);
        let Some(table) = self.report.table("country").filter(|own| own.known() > 0) else {
            return self.missing(place);
        };
        let text = self.language.text();
        let columns = u32::try_from(table.columns.len() + 1).unwrap_or(1);
        let room = place.width - 30 - 120;
        let step = room / columns.max(1);
        let end = "text-anchor=\"end\"";
        let x = |at: usize| place.x + 150 + step * (u32::try_from(at).unwrap_or(0) + 1);
        let y = place.y + HEAD + 14;
        let small: Style<'_> = (10, QUIET, end);
        self.text(place.x + 22, y, small, text.rank);
        let short = short_names(self.report, self.language);
        for (at, span) in table.columns.iter().enumerate() {
            let heading = match short.get(at) {
                Some((_, short)) => short.clone(),
                None => locale::span(*span, self.language),
            };
            self.text(x(at), y, small, &heading);
        }
        self.text(x(table.columns.len()), y, small, text.total);
        let rows = table.rows.iter().zip(table.ranks()).take(MOST_ROWS);
        for (row, (own, rank)) in (1..).zip(rows) {
            let y = y + row * 15 + 3;
            let focus = own.key == *self.report.definition.focus_country;
            let (ink, bold) = if focus {
                (DARK, "font-weight=\"bold\"")
            } else {
                (INK, "")
            };
            let name = self.report.labels.name("country", &own.key, self.language);
            self.text(place.x + 22, y, (11, ink, end), &rank.to_string());
            self.text(place.x + 30, y, (11, ink, bold), name);
            let number = format!("{end} {bold}");
            for (at, cell) in own.cells.iter().chain([&own.total]).enumerate() {
                if cell.models > 0 {
                    let said = locale::count(cell.models);
                    self.text(x(at), y, (11, ink, &number), &said);
                }
            }
        }
        let more = table.rows.len().saturating_sub(MOST_ROWS);
        self.more(place.x + 30, place.y + place.height - 2, more);
    }

    /// How many rows a panel has no room for, below it.
    fn more(&mut self, x: u32, y: u32, n: usize) {
        if n > 0 {
            let said = fill(
                self.language.text().more().rows_more,
                &[("n", &locale::count(n))],
            );
            self.text(x, y, (9, QUIET, ""), &said);
        }
    }

    /// Source, definition, day, credit.
    fn foot(&mut self, written: &About) {
        self.rule(MARGIN, 1082, PAGE.0 - 2 * MARGIN, QUIET);
        let source = crate::locale::source_line(self.report, self.language);
        let text = self.language.text();
        let title = self.report.definition.title.get(self.language);
        let of_definition = format!("{}: {title}", text.definition);
        let on_day = format!("{}: {}", text.more().written, written.written);
        let style: Style<'_> = (9, QUIET, "");
        let first = format!("* {source} · {of_definition} · {on_day}");
        self.text(MARGIN, 1096, style, &first);
        let frame = format!("* {}: {}", text.frame, text.credit_frame);
        let table = self.report.table("year");
        let notes = table.map(|table| crate::locale::partial(self.report, table, self.language));
        let notes = notes.unwrap_or_default().join(" · ");
        let last = match &*notes {
            "" => frame,
            notes => format!("{frame} · {PARTIAL} {notes}"),
        };
        self.text(MARGIN, 1109, style, &last);
    }
}
