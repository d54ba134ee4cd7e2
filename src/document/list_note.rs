//! What is said below a list: how it was cut, and which of its dates may be filled in.

use crate::dataset::PartialDate;
use crate::language::{Language, fill};
use crate::list::ListId;
use crate::locale;
use crate::report::Report;

/// What is said below a list.
#[must_use]
pub fn list_note(report: &Report, list: ListId, language: Language) -> Option<String> {
    let (text, phrases) = (language.text(), locale::phrases(language));
    let models = report.list(list)?;
    let [count, shown] = [models.count, models.entries.len()].map(locale::count);
    let of_count = [("n", &*count), ("shown", &*shown)];
    let is_cut = models.entries.len() < models.count;
    let of_list = match list {
        ListId::FocusCountry | ListId::TopModels if is_cut => fill(phrases.list_cut, &of_count),
        ListId::FocusCountry => String::new(),
        ListId::TopModels if models.tied > 0 => {
            let more = locale::count(models.tied);
            fill(phrases.top_note_tied, &[("n", &count), ("more", &more)])
        }
        ListId::TopModels => fill(text.more().top_note, &of_count),
        ListId::TrainingCompute => {
            let threshold = locale::significant(report.definition.compute.threshold_flop);
            let values = [
                ("threshold", &*threshold),
                ("n", &*count),
                ("shown", &*shown),
            ];
            let note = if is_cut {
                phrases.compute_note_cut
            } else {
                text.more().compute_note
            };
            fill(note, &values)
        }
    };
    // A date that the exporter filled in looks like any other.
    let imputed = [
        (
            PartialDate::may_lack_day as fn(PartialDate) -> bool,
            text.more().imputed_days,
        ),
        (PartialDate::may_lack_month, text.more().imputed_months),
    ];
    let imputed = imputed.into_iter().filter_map(|(is_meant, note)| {
        let dates = models.entries.iter().filter_map(|entry| entry.published);
        let n = dates.filter(|date| is_meant(*date)).count();
        (n > 0).then(|| fill(note, &[("n", &locale::count(n))]))
    });
    let all = std::iter::once(of_list).filter(|note| !note.is_empty());
    let all: Vec<String> = all.chain(imputed).collect();
    (!all.is_empty()).then(|| format!("{}: {}", text.note, all.join("; ")))
}
