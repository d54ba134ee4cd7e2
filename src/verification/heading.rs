//! Columns of published figures, in words.

use crate::definition::Span;
use crate::language::{Bilingual, Language};
use crate::list::ListId;
use crate::locale::{attributes, span};

use super::Published;

impl Published {
    /// A column in words.
    #[must_use]
    pub fn heading(&self, column: &str) -> Bilingual {
        self.columns.get(column).cloned().unwrap_or_else(|| {
            let [ko, en] = [Language::Ko, Language::En].map(|own| published_column(column, own));
            Bilingual { ko, en }
        })
    }
}

/// A column of published figures; one without a name of ours as it is.
fn published_column(column: &str, language: Language) -> String {
    let text = language.text();
    let (when, shared) = match column.split_once(' ') {
        Some((when, "shared")) => (when, true),
        _ => (column, false),
    };
    let listed = || {
        let lists = [ListId::FocusCountry, ListId::TopModels].into_iter();
        let own = lists.flat_map(|list| {
            let names = attributes(list, language);
            attributes(list, Language::En).into_iter().zip(names)
        });
        let mut own = own.filter(|(en, _)| en.heading == column);
        own.next().map(|(_, own)| own.heading)
    };
    let (ko, en) = match when {
        "total" => (text.total, text.total),
        "rank" => (text.rank, text.rank),
        "share" => ("비중(%)", "Share (%)"),
        "growth" => ("연평균 증가율(%)", "CAGR (%)"),
        "position" => ("제시 순서", "Place in the list"),
        "holds" => ("모두 해당", "Holds of all"),
        "order" => ("순서", "Order"),
        "year" => (text.released, text.released),
        "developers" => (text.developer, text.developer),
        "domains" => (text.domain, text.domain),
        "multimodal" => (text.is_multimodal, text.is_multimodal),
        _ => match Span::parse(when) {
            Some(own) => {
                let year = span(own, language);
                return if shared {
                    format!("{year} {}", word(language))
                } else {
                    year
                };
            }
            None => {
                let own = listed().unwrap_or(column);
                (own, own)
            }
        },
    };
    let name = match language {
        Language::Ko => ko,
        Language::En => en,
    };
    if shared {
        format!("{name} {}", word(language))
    } else {
        name.to_owned()
    }
}

fn word(language: Language) -> &'static str {
    match language {
        Language::Ko => "중복",
        Language::En => "shared",
    }
}
