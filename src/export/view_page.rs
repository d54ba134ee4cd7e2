//! A view as a page of its own that needs no script: for hosts that allow none,
//! for search engines, and for links to the view, which are shown with its
//! picture.

use std::fmt::Write as _;

use crate::document::{About, about, drawing, section};
use crate::language::{Language, fill};
use crate::locale::share;
use crate::paper::Block;
use crate::report::Report;

use super::grid::{escape, grid_html};
use super::html::{STYLE, item_html, notes};
use super::picture::Picture;

/// The style sheet of these pages: their policy allows none inside them.
pub const VIEW_STYLE: &str = STYLE;

/// The size that services ask of a link's picture, in pixels; tools/pictures.js
/// makes those pictures.
pub const LINK_PICTURE: (u32, u32) = (1200, 630);

/// A view, and what stands beside its page.
#[derive(Clone, Copy, Debug)]
pub struct ViewPage<'a> {
    /// The id of a breakdown or a list, `summary` or `infographic`.
    pub view: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// Its picture, which `../pictures/` has.
    pub picture: &'a Picture,
    /// The address of the whole page, ending in a slash; blank where nobody
    /// knows it.
    pub site: &'a str,
    /// The language of all texts.
    pub language: Language,
}

impl ViewPage<'_> {
    /// The page: the view's sentences, its picture, its numbers, and the way to
    /// where they can be looked behind.
    #[must_use]
    pub fn html(&self, report: &Report, written: &About) -> String {
        let (view, language) = (self.view, self.language);
        let tag = language.tag();
        let title = escape(self.title);
        // The infographic shows what the summary says.
        let said = if view == "infographic" {
            "summary"
        } else {
            view
        };
        let blocks = section(report, said, language);
        let mut sentences = blocks.iter().filter_map(|block| match block {
            Block::Item(item) => Some(item.text()),
            _ => None,
        });
        let alt = drawing(report, view, language).map(|own| own.summary);
        let alt = alt.or_else(|| sentences.next());
        let alt = escape(alt.as_deref().unwrap_or(self.title));
        let mut out = format!(
            "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'\">\n\
             <meta name=\"description\" content=\"{alt}\">\n\
             <title>{title} - Model Census</title>\n<link rel=\"icon\" href=\"../favicon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"view.css\">\n\
             {}</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
            self.for_links(&alt),
        );
        for block in &blocks {
            if let Block::Item(item) = block {
                out += &item_html(item);
                out.push('\n');
            }
        }
        let Picture { width, height, .. } = self.picture;
        // Writing to a String cannot fail: the results below say nothing.
        let _ = writeln!(
            out,
            "<figure>\n<img src=\"../pictures/{view}.{tag}.svg\" alt=\"{alt}\" width=\"{width}\" height=\"{height}\">\n</figure>"
        );
        for block in &blocks {
            let grid = match block {
                Block::Grid(grid) => grid,
                Block::Figure(figure) => &figure.grid,
                Block::Heading { .. } | Block::Item(_) => continue,
            };
            out += &grid_html(grid);
            out += &notes(&grid.notes);
        }
        let text = language.text();
        let interactive = fill(share(language).open_part, &[("title", text.page_title)]);
        let own = if language == Language::default() {
            String::new()
        } else {
            format!("?lang={tag}")
        };
        let _ = writeln!(
            out,
            "</main>\n<footer>\n<p><a href=\"../#{view}{own}\" target=\"_blank\" rel=\"noopener\">{}</a>{}</p>\n<dl>",
            escape(&interactive),
            self.in_other_languages(),
        );
        for (name, value) in about(report, written, language) {
            let _ = writeln!(out, "<dt>{}</dt><dd>{}</dd>", escape(&name), escape(&value));
        }
        out.push_str("</dl>\n</footer>\n</body>\n</html>\n");
        out
    }

    fn name(&self, language: Language) -> String {
        format!("{}.{}", self.view, language.tag())
    }

    /// What links to the page are shown with, and what a system that knows
    /// oEmbed reads: whole addresses.
    fn for_links(&self, description: &str) -> String {
        let Self { site, language, .. } = *self;
        if site.is_empty() {
            return String::new();
        }
        let site = escape(site);
        let name = self.name(language);
        let title = escape(self.title);
        let (width, height) = LINK_PICTURE;
        let mut out = format!(
            "<link rel=\"canonical\" href=\"{site}views/{name}.html\">\n\
             <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{site}oembed/{name}.json\" title=\"{title}\">\n\
             <meta name=\"twitter:card\" content=\"summary_large_image\">\n"
        );
        let values = [
            ("type", "article"),
            ("site_name", "Model Census"),
            ("title", &title),
            ("description", description),
            ("url", &format!("{site}views/{name}.html")),
            ("image", &format!("{site}pictures/{name}.png")),
            ("image:type", "image/png"),
            ("image:width", &width.to_string()),
            ("image:height", &height.to_string()),
            ("image:alt", description),
        ];
        for (property, content) in values {
            let _ = writeln!(
                out,
                "<meta property=\"og:{property}\" content=\"{content}\">"
            );
        }
        out
    }

    fn in_other_languages(&self) -> String {
        let others = Language::ALL
            .into_iter()
            .filter(|own| *own != self.language);
        others
            .map(|own| {
                let (name, tag) = (self.name(own), own.tag());
                let words = own.name();
                format!(" · <a href=\"{name}.html\" lang=\"{tag}\" hreflang=\"{tag}\">{words}</a>")
            })
            .collect()
    }
}
