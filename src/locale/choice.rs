//! The sentence of a sensitivity table.

use crate::dimension::dimension;
use crate::sensitivity::Sensitivity;

use crate::labels::Labels;
use crate::language::{Language, fill};

use super::{choice, count};

/// A rank in words: `공동 3위`, `3 (tied)`; a dash for none.
#[must_use]
pub fn rank(rank: Option<usize>, tied: bool, language: Language) -> String {
    let text = language.text();
    let Some(rank) = rank else {
        return "–".to_owned();
    };
    let words = if tied {
        text.tied_rank_value
    } else {
        text.rank_value
    };
    fill(words, &[("rank", &count(rank))])
}

/// Which choices change the rank, in a sentence.
#[must_use]
pub fn sensitivity(found: &Sensitivity, labels: &Labels, language: Language) -> String {
    let text = language.text();
    let of = dimension(&found.dimension);
    let name = of.map_or(&*found.key, |of| {
        labels.name(of.labels, &found.key, language)
    });
    let base = found.base();
    let base = rank(
        base.and_then(|base| base.rank),
        base.is_some_and(|base| base.tied),
        language,
    );
    let made = found.made().count();
    let changing: Vec<String> = found
        .changing()
        .map(|outcome| {
            // A dash behind a name would read as an open end.
            let standing = match outcome.standing {
                Some(own) if own.rank.is_some() => rank(own.rank, own.tied, language),
                _ => text.no_focus.to_owned(),
            };
            format!("{}: {standing}", choice(outcome.choice, language))
        })
        .collect();
    let [all, n] = [made, changing.len()].map(count);
    let list = changing.join(", ");
    let values = [
        ("name", name),
        ("rank", &*base),
        ("all", &*all),
        ("n", &*n),
        ("list", &*list),
    ];
    fill(
        if changing.is_empty() {
            text.rank_stays
        } else {
            text.rank_changes
        },
        &values,
    )
}
