//! What a web editor puts into a page to show a part of this one in it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use crate::language::Language;
use crate::locale::share;

use super::grid::escape;

/// The heights that views commonly take; src/embed.js reserves by them too.
const HEIGHTS: &str = include_str!("../heights.json");

#[derive(Deserialize)]
struct Heights {
    widths: Vec<u32>,
    ko: BTreeMap<String, Vec<u32>>,
    en: BTreeMap<String, Vec<u32>>,
}

/// The height that a view commonly takes at a width, in CSS pixels: the
/// highest that was measured at the next narrower width and above.
#[must_use]
pub fn usual_height(view: &str, language: Language, width: u32) -> u32 {
    const UNKNOWN: u32 = 900;
    let Ok(heights) = serde_json::from_str::<Heights>(HEIGHTS) else {
        return UNKNOWN;
    };
    let own = language.of_two(&heights.ko, &heights.en);
    let next = heights.widths.iter().rposition(|own| *own <= width);
    let own = own.get(view);
    own.and_then(|own| own.get(next.unwrap_or(0)).copied())
        .unwrap_or(UNKNOWN)
}

/// A part of the page as it is to be embedded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmbedCode {
    /// The page's address, ending in a slash; or none, for relative ones.
    pub site: String,
    /// The view's id.
    pub view: String,
    /// What the view is called.
    pub title: String,
    /// Parameters and their values, in the order in which they are written.
    pub parameters: Vec<(String, String)>,
    /// The height, in CSS pixels.
    pub height: u32,
    /// The path of the picture beside the page that shows the same.
    pub picture: Option<String>,
    /// The language of what stands in for the frame.
    pub language: Language,
}

impl EmbedCode {
    /// The frame's address.
    #[must_use]
    pub fn address(&self) -> String {
        let mut address = format!("{}?embed={}", self.site, encoded(&self.view));
        for (name, value) in &self.parameters {
            // Writing to a String cannot fail.
            let _ = write!(address, "&{name}={}", encoded(value));
        }
        address
    }

    /// The same where the page frames itself: all that is chosen of data stands
    /// behind the `#`, which no server hears of.
    #[must_use]
    pub fn address_to_oneself(&self) -> String {
        const OF_THE_FRAME: [&str; 4] = ["parts", "plain", "await", "id"];
        let is_of_the_frame = |(name, _): &&(String, String)| OF_THE_FRAME.contains(&&**name);
        let frame = Self {
            parameters: self
                .parameters
                .iter()
                .filter(is_of_the_frame)
                .cloned()
                .collect(),
            ..self.clone()
        };
        let mut address = frame.address();
        let told = self.parameters.iter().filter(|own| !is_of_the_frame(own));
        for (at, (name, value)) in told.enumerate() {
            let before = if at == 0 { "#?" } else { "&" };
            // Writing to a String cannot fail.
            let _ = write!(address, "{before}{name}={}", encoded(value));
        }
        address
    }

    /// A frame alone, which needs no script.
    #[must_use]
    pub fn frame(&self) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" loading=\"lazy\" \
             referrerpolicy=\"no-referrer\" allow=\"clipboard-write\" style=\"border:0\"></iframe>",
            escape(&self.address()),
            escape(&self.title),
            self.height
        )
    }

    /// A frame, and the script that gives it the height of its content.
    #[must_use]
    pub fn frame_and_script(&self) -> String {
        format!("{}\n{}", self.frame(), self.script())
    }

    /// The element; inside it what shows until the script has come, or where
    /// there is none.
    #[must_use]
    pub fn element(&self) -> String {
        let mut attributes = String::new();
        let filters: Vec<&str> = self
            .parameters
            .iter()
            .filter(|(name, _)| name == "filter")
            .map(|(_, value)| &**value)
            .collect();
        let mut is_filtered = false;
        for (name, value) in &self.parameters {
            let value = match &**name {
                "filter" if is_filtered => continue,
                "filter" => {
                    is_filtered = true;
                    filters.join(";")
                }
                _ => value.clone(),
            };
            // Writing to a String cannot fail.
            let _ = write!(attributes, " {name}=\"{}\"", escape(&value));
        }
        let text = share(self.language);
        let inside = match &self.picture {
            Some(path) => format!(
                "<img src=\"{}{path}\" alt=\"{}\" style=\"max-width:100%\">",
                escape(&self.site),
                escape(&self.title)
            ),
            None => escape(&text.open_part.replace("{title}", &self.title)),
        };
        format!(
            "{}\n<model-census view=\"{}\"{attributes} style=\"display:block;min-height:{}px\">\n  \
             <a href=\"{}\">{inside}</a>\n</model-census>",
            self.script(),
            escape(&self.view),
            self.height,
            escape(&self.address()),
        )
    }

    fn script(&self) -> String {
        let site = escape(&self.site);
        format!("<script type=\"module\" src=\"{site}embed.js\"></script>")
    }
}

/// A value of a query.
fn encoded(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        // What links are commonly read with stays readable.
        if byte.is_ascii_alphanumeric() || b"-._~,:/*".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> EmbedCode {
        let parameters = [
            ("lang", "ko"),
            ("filter", "country=KOR"),
            ("filter", "text=A&B"),
        ];
        EmbedCode {
            site: "https://example.org/census/".to_owned(),
            view: "country".to_owned(),
            title: "국가별 \"모델\"".to_owned(),
            parameters: parameters
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec(),
            height: 720,
            ..EmbedCode::default()
        }
    }

    #[test]
    fn a_frame_names_everything_in_its_address() {
        let frame = code().frame();
        assert!(frame.contains(
            "src=\"https://example.org/census/?embed=country&amp;lang=ko&amp;filter=country%3DKOR&amp;filter=text%3DA%26B\""
        ), "{frame}");
        assert!(
            frame.contains("title=\"국가별 &quot;모델&quot;\""),
            "{frame}"
        );
        assert!(frame.contains("height=\"720\""));
    }

    #[test]
    fn in_the_page_itself_no_server_hears_what_is_chosen() {
        let mut code = code();
        code.parameters.push(("id".to_owned(), "a-1".to_owned()));
        assert_eq!(
            code.address_to_oneself(),
            "https://example.org/census/?embed=country&id=a-1\
             #?lang=ko&filter=country%3DKOR&filter=text%3DA%26B"
        );
    }

    #[test]
    fn an_element_has_one_attribute_for_all_filters() {
        let element = code().element();
        assert!(
            element.contains(" filter=\"country=KOR;text=A&amp;B\""),
            "{element}"
        );
        assert_eq!(element.matches(" filter=").count(), 1);
        assert!(element.starts_with(
            "<script type=\"module\" src=\"https://example.org/census/embed.js\"></script>\n"
        ));
        assert!(!element.contains("<img"));
    }

    #[test]
    fn a_picture_stands_in_for_the_element() {
        let mut code = code();
        code.picture = Some("pictures/country.ko.svg".to_owned());
        let element = code.element();
        assert!(
            element.contains("<img src=\"https://example.org/census/pictures/country.ko.svg\"")
        );
    }

    #[test]
    fn every_view_has_a_usual_height_in_both_languages() {
        let heights: Heights = serde_json::from_str(HEIGHTS).unwrap();
        let views = crate::breakdown::BREAKDOWNS.iter().map(|own| own.id);
        let lists = crate::list::ListId::ALL.iter().map(|own| own.id());
        let own = ["summary", "infographic", "coverage", "report"];
        for view in views.chain(lists).chain(own) {
            for language in Language::ALL {
                let measured = language.of_two(&heights.ko, &heights.en);
                let measured = measured.get(view).map(Vec::len);
                assert_eq!(measured, Some(heights.widths.len()), "{view} {language:?}");
                assert!(usual_height(view, language, 680) >= 200, "{view}");
            }
        }
    }
}
