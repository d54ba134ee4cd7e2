//! Names of the choices of a sensitivity table, and its sentence.

use crate::dimension::dimension;
use crate::sensitivity::{Choice, Sensitivity};

use crate::labels::Labels;
use crate::language::{Language, fill};

use super::count;

/// A choice's name.
#[must_use]
pub fn choice(choice: Choice, language: Language) -> &'static str {
    let (ko, en) = match choice {
        Choice::Definition => (
            "정의대로(공동개발은 각각 1로 계산)",
            "By the definition (joint models count for each)",
        ),
        Choice::Fractional => (
            "공동개발을 나누어 계산(분수)",
            "Joint models counted in parts",
        ),
        Choice::FirstDeveloper => ("첫 번째 개발주체만 계산", "First developer only"),
        Choice::HomeCountry => ("조직의 본국 기준", "Countries by home country"),
        Choice::AsExported => ("내보내기 파일의 국가 기준", "Countries as exported"),
        Choice::ConfirmedCompute => ("학습 연산량이 확인된 모델만", "Confirmed compute only"),
        Choice::WithoutSpeculative => ("신뢰도 ‘추측’ 제외", "Without “Speculative”"),
        Choice::Threshold23 => ("학습 연산량 1E+23 이상", "Compute from 1E+23"),
        Choice::Threshold24 => ("학습 연산량 1E+24 이상", "Compute from 1E+24"),
        Choice::Threshold25 => ("학습 연산량 1E+25 이상", "Compute from 1E+25"),
        Choice::WithGroups => ("기업집단으로 합산", "With parent groups"),
        Choice::WithoutGroups => ("기업집단으로 합산하지 않음", "Without parent groups"),
    };
    match language {
        Language::Ko => ko,
        Language::En => en,
    }
}

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
