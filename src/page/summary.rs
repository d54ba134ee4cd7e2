//! The summary strip: six numbers that say most.

use leptos::prelude::*;

use crate::locale::{self, Text, fill};
use crate::report::Report;

use super::state::State;

struct Figure {
    label: String,
    value: String,
    note: String,
}

/// Total, growth, the focus country's rank, and three shares.
#[component]
pub(super) fn Summary() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <section class="summary" id="summary" aria-labelledby="summary-title">
            <h2 id="summary-title">{move || state.text().summary}</h2>
            <dl>
                {move || {
                    let report = state.report.get();
                    report
                        .map(|report| {
                            figures(state, &report)
                                .into_iter()
                                .map(|Figure { label, value, note }| {
                                    view! {
                                        <div>
                                            <dt>{label}</dt>
                                            <dd>
                                                <strong>{value}</strong>
                                                <span>{note}</span>
                                            </dd>
                                        </div>
                                    }
                                })
                                .collect_view()
                        })
                }}
            </dl>
        </section>
    }
}

fn figures(state: State, report: &Report) -> Vec<Figure> {
    let text = state.text();
    let language = state.language.get();
    let findings = &report.findings;
    let period = locale::period(findings.period, language);
    let counted = usize::try_from(findings.rows.counted).unwrap_or(usize::MAX);
    vec![
        Figure {
            label: text.models.to_owned(),
            value: locale::count(counted),
            note: fill(text.models_in, &[("period", &period)]),
        },
        growth(report, text),
        focus(state, report),
        share(report, text, "domain", "Language", text.language_share),
        share(
            report,
            text,
            "multimodal",
            "Multimodal",
            text.multimodal_share,
        ),
        share(
            report,
            text,
            "organization-category",
            "Industry",
            text.industry_share,
        ),
    ]
}

fn growth(report: &Report, text: &Text) -> Figure {
    let growth = report.findings.growth.as_ref();
    let rate = growth.and_then(|growth| growth.cagr);
    let note = growth.map(|growth| {
        let (first, from) = growth.first;
        let (last, to) = growth.last;
        let [first, last] = [first, last].map(|year| year.to_string());
        let [from, to] = [from, to].map(locale::count);
        let values = [
            ("first", &*first),
            ("from", &*from),
            ("last", &*last),
            ("to", &*to),
        ];
        fill(text.cagr_span, &values)
    });
    Figure {
        label: text.cagr.to_owned(),
        value: rate.map_or_else(|| "–".to_owned(), locale::percent),
        note: match rate {
            Some(_) => note.unwrap_or_default(),
            None => text.no_cagr.to_owned(),
        },
    }
}

fn focus(state: State, report: &Report) -> Figure {
    let text = state.text();
    let language = state.language.get();
    let key = &report.definition.focus_country;
    let country = report.labels.name("country", key, language);
    let label = fill(text.focus_rank, &[("country", country)]);
    let missing = report.table("country").is_none();
    match report.focus_rank() {
        Some(focus) => {
            let value = if focus.tied {
                text.tied_rank_value
            } else {
                text.rank_value
            };
            let [countries, models] = [focus.countries, focus.models].map(locale::count);
            Figure {
                label,
                value: fill(value, &[("rank", &focus.rank.to_string())]),
                note: fill(
                    text.rank_of,
                    &[("countries", &countries), ("models", &models)],
                ),
            }
        }
        None => Figure {
            label,
            value: "–".to_owned(),
            note: if missing {
                text.not_in_export
            } else {
                text.no_focus
            }
            .to_owned(),
        },
    }
}

fn share(report: &Report, text: &Text, breakdown: &str, key: &str, label: &str) -> Figure {
    let share = report.share_of(breakdown, key);
    let of = report
        .table(breakdown)
        .map_or(0, crate::breakdown::Table::denominator);
    let (value, note) = match share {
        Some((count, share)) => {
            let [n, of] = [count, of].map(locale::count);
            let note = fill(text.of_models, &[("n", &n), ("of", &of)]);
            (locale::percent(share), note)
        }
        None if report.table(breakdown).is_some() => ("–".to_owned(), text.empty.to_owned()),
        None => ("–".to_owned(), text.not_in_export.to_owned()),
    };
    Figure {
        label: label.to_owned(),
        value,
        note,
    }
}
