//! The summary strip: six numbers that say most.

use leptos::prelude::*;

use crate::breakdown::{BREAKDOWNS, Breakdown, ShareOf};
use crate::definition::Span;
use crate::dimension::{self, ANY};
use crate::evidence::Meant;
use crate::locale::{self, Text, fill};
use crate::page::numbers::{in_sentence, sentence, sentences};
use crate::page::state::State;
use crate::prose;
use crate::report::Report;

struct Figure {
    label: String,
    value: AnyView,
    note: AnyView,
}

/// Total, growth, the focus country's rank, and three shares.
#[component]
pub(in crate::page) fn Summary() -> impl IntoView {
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
            {move || {
                let report = state.report.get()?;
                sentences(&prose::summary(&report, state.language.get()))
            }}
        </section>
    }
}

fn figures(state: State, report: &Report) -> Vec<Figure> {
    let text = state.text();
    let language = state.language.get();
    let findings = &report.findings;
    let period = locale::period(findings.period, language);
    let counted = usize::try_from(findings.rows.counted).unwrap_or(usize::MAX);
    let of = |id: &str| BREAKDOWNS.iter().copied().find(|own| own.id == id);
    let share = |id, key, label| of(id).map(|breakdown| share(report, text, breakdown, key, label));
    let mut all = vec![
        Figure {
            label: text.models.to_owned(),
            value: in_sentence(locale::count(counted), &Meant::all()),
            note: fill(text.models_in, &[("period", &period)]).into_any(),
        },
        growth(report, text),
        focus(state, report),
    ];
    all.extend(share("domain", "Language", text.language_share));
    all.extend(share("multimodal", "Multimodal", text.multimodal_share));
    all.extend(share(
        "organization-category",
        "Industry",
        text.industry_share,
    ));
    all
}

fn growth(report: &Report, text: &Text) -> Figure {
    let growth = report.findings.growth.as_ref();
    let rate = growth.and_then(|growth| growth.cagr);
    let note = growth.map(|growth| {
        let of = |(span, models): (Span, usize)| {
            let meant = Meant::value(&dimension::YEAR, &span.to_string());
            (span.to_string(), locale::count(models), Some(meant))
        };
        let (first, from, of_first) = of(growth.first);
        let (last, to, of_last) = of(growth.last);
        let values = [
            ("first", first, None),
            ("from", from, of_first),
            ("last", last, None),
            ("to", to, of_last),
        ];
        sentence(text.cagr_span, &values)
    });
    Figure {
        label: text.cagr.to_owned(),
        value: rate
            .map_or_else(|| "–".to_owned(), locale::percent)
            .into_any(),
        note: match (rate, note) {
            (Some(_), Some(note)) => note,
            _ => text.no_cagr.into_any(),
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
            let meant = Meant::value(&dimension::COUNTRY, key);
            let values = [
                ("countries", locale::count(focus.countries), None),
                ("models", locale::count(focus.models), Some(meant)),
            ];
            Figure {
                label,
                value: fill(value, &[("rank", &focus.rank.to_string())]).into_any(),
                note: sentence(text.rank_of, &values),
            }
        }
        None => Figure {
            label,
            value: "–".into_any(),
            note: if missing {
                text.not_in_export
            } else {
                text.no_focus
            }
            .into_any(),
        },
    }
}

fn share(report: &Report, text: &Text, breakdown: &Breakdown, key: &str, label: &str) -> Figure {
    let share = report.share_of(breakdown.id, key);
    let table = report.table(breakdown.id);
    let (value, note) = match (share, table) {
        (Some((count, share)), Some(table)) => {
            let of = match table.share_of {
                ShareOf::Counted => Meant::all(),
                ShareOf::Known => Meant::value(breakdown.dimension, ANY),
            };
            let row = Meant::counted(breakdown.conditions(key, None));
            let values = [
                ("n", locale::count(count), Some(row)),
                ("of", locale::count(table.denominator()), Some(of)),
            ];
            (locale::percent(share), sentence(text.of_models, &values))
        }
        (None, Some(_)) => ("–".to_owned(), text.empty.into_any()),
        (_, None) => ("–".to_owned(), text.not_in_export.into_any()),
    };
    Figure {
        label: label.to_owned(),
        value: value.into_any(),
        note,
    }
}
