//! Columns of published figures, in words.

use crate::definition::Span;
use crate::language::{Bilingual, Language};
use crate::list::ListId;
use crate::locale::{attributes, span, verification};

use super::Published;

impl Published {
    /// A column in words.
    #[must_use]
    pub fn heading(&self, column: &str) -> Bilingual {
        self.columns
            .get(column)
            .cloned()
            .unwrap_or_else(|| Bilingual::of(|language| published_column(column, language)))
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
    let said = verification(language);
    let name = match when {
        "total" => text.total.to_owned(),
        "rank" => text.rank.to_owned(),
        "share" => said.share.to_owned(),
        "growth" => said.growth.to_owned(),
        "position" => said.position.to_owned(),
        "holds" => said.holds.to_owned(),
        "order" => said.order.to_owned(),
        "year" => text.released.to_owned(),
        "developers" => text.developer.to_owned(),
        "domains" => text.domain.to_owned(),
        "multimodal" => text.is_multimodal.to_owned(),
        _ => match Span::parse(when) {
            Some(own) => span(own, language),
            None => listed().unwrap_or(column).to_owned(),
        },
    };
    if shared {
        format!("{name} {}", said.shared)
    } else {
        name
    }
}
