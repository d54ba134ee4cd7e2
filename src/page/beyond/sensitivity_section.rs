//! A row's count and rank under every defensible choice.

use leptos::prelude::*;

use crate::chart::{self, MarkKey};
use crate::dimension::{
    COUNTRY, DOMAIN, Dimension, ORGANIZATION, ORGANIZATION_CATEGORY, TASK, dimension,
};
use crate::engine::ask;
use crate::evidence::Meant;
use crate::locale::{self, choice, rank, value_name};
use crate::page::address::Opened;
use crate::page::browser::near;
use crate::page::chart::ChartView;
use crate::page::engine::client;
use crate::page::numbers::in_sentence;
use crate::page::report::{TableTools, source};
use crate::page::state::{Shared, State};
use crate::sensitivity::{Choice, Sensitivity};

const BY: [&Dimension; 5] = [
    &COUNTRY,
    &ORGANIZATION,
    &DOMAIN,
    &TASK,
    &ORGANIZATION_CATEGORY,
];

/// One table, one chart, one sentence.
#[component]
pub(in crate::page) fn SensitivitySection() -> impl IntoView {
    let state = expect_context::<State>();
    let of: RwSignal<&'static Dimension> = RwSignal::new(&COUNTRY);
    // `None`: the focus country.
    let key: RwSignal<Option<String>> = RwSignal::new(None);
    let keys: RwSignal<Vec<(String, usize)>> = RwSignal::new(Vec::new());
    let found: RwSignal<Option<Shared<Sensitivity>>> = RwSignal::new(None);
    let (place, near) = near();
    Effect::new(move || {
        let Some(report) = state.report.get().filter(|_| near.get()) else {
            return;
        };
        let of = of.get();
        let focus = report.definition.focus_country.to_string();
        let key = key.get();
        leptos::task::spawn_local(async move {
            let all = client::ask(ask::Values(of.id.to_owned())).await;
            let all = all.unwrap_or_default();
            let first = || all.first().map(|(key, _)| key.clone());
            let row = match key {
                Some(key) => Some(key),
                None if of.id == COUNTRY.id => Some(focus),
                None => first(),
            };
            let Some(row) = row else {
                found.set(None);
                return;
            };
            let question = ask::Sensitivity {
                dimension: of.id.to_owned(),
                key: row,
            };
            let answer = client::ask(question).await.ok();
            keys.set(all);
            found.set(answer.map(|own| Shared(std::sync::Arc::new(own))));
        });
    });
    let drawing = Memo::new(move |_| {
        let (report, found) = state.report.get().zip(found.get())?;
        let drawing = chart::sensitivity(&report, &found, state.look());
        Some(Shared(std::sync::Arc::new(drawing)))
    });
    let paper = Callback::new(move |()| {
        let report = state.report.get_untracked();
        let (report, found) = report.zip(found.get_untracked())?;
        Some(chart::sensitivity(&report, &found, state.paper_look()))
    });
    let on_mark = Callback::new(move |mark: MarkKey| {
        let found = found.get_untracked();
        let meant = found.and_then(|found| {
            let (under, _) = found.made().find(|(own, _)| own.id() == mark.row)?;
            let of = dimension(&found.dimension)?;
            let meant = Meant::value(of, &found.key);
            Some(Meant { under, ..meant })
        });
        if let Some(meant) = meant {
            state.open(Opened::Number(meant));
        }
    });
    let sentence = move || {
        let (found, labels) = found.get().zip(state.labels())?;
        Some(locale::sensitivity(&found, &labels, state.language.get()))
    };
    let dimensions = move || {
        let language = state.language.get();
        BY.map(|own| view! { <option value=own.id>{own.name(language)}</option> })
            .collect_view()
    };
    let rows = move || {
        let labels = state.labels()?;
        let language = state.language.get();
        let shown = found.get()?;
        let of = of.get();
        let options: Vec<_> = keys
            .get()
            .into_iter()
            .map(|(key, _)| {
                let name = value_name(of, &key, &labels, language);
                let selected = key == shown.key;
                view! {
                    <option value=key selected=selected>
                        {name}
                    </option>
                }
            })
            .collect();
        Some(options)
    };
    let title = Callback::new(move |()| {
        state
            .language
            .get_untracked()
            .text()
            .sensitivity_title
            .to_owned()
    });
    view! {
        <section node_ref=place class="section" id="sensitivity" aria-labelledby="sensitivity-title">
            <h2 class="section__title" id="sensitivity-title">
                {move || state.text().sensitivity_title}
            </h2>
            <p class="tools">
                <label class="field">
                    <span>{move || state.text().filter_by}</span>
                    <select
                        id="census-sensitivity-dimension"
                        on:change=move |event| {
                            let id = event_target_value(&event);
                            if let Some(own) = BY.into_iter().find(|own| own.id == id) {
                                key.set(None);
                                of.set(own);
                            }
                        }
                    >
                        {dimensions}
                    </select>
                </label>
                <label class="field">
                    <span>{move || state.text().filter_value}</span>
                    <select
                        id="census-sensitivity-key"
                        on:change=move |event| key.set(Some(event_target_value(&event)))
                    >
                        {rows}
                    </select>
                </label>
            </p>
            <p class="sentence" role="status">{sentence}</p>
            <div class="section__body">
                <ChartView drawing id="sensitivity" paper on_mark />
                <div>
                <div class="table-frame" role="region" tabindex="0" aria-label=move || state.text().sensitivity_title>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{move || state.text().more().choice}</th>
                                <th scope="col" class="number">{move || state.text().more().term_models}</th>
                                <th scope="col" class="number">{move || state.text().rank}</th>
                                <th scope="col" class="number">{move || state.text().more().of_rows}</th>
                                <th scope="col" class="number">{move || state.text().more().rows_counted}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {move || {
                                let found = found.get()?;
                                let language = state.language.get();
                                let base = found.base().and_then(|base| base.rank);
                                let rows: Vec<_> = found
                                    .outcomes
                                    .iter()
                                    .map(|outcome| {
                                        let text = language.text();
                                        let cells = match outcome.standing {
                                            Some(own) => {
                                                [
                                                    opening(own.count, parts(own.count), &found, outcome.choice, false),
                                                    rank(own.rank, own.tied, language).into_any(),
                                                    locale::count(own.rows).into_any(),
                                                    opening(
                                                        1.0,
                                                        locale::count(own.counted),
                                                        &found,
                                                        outcome.choice,
                                                        true,
                                                    ),
                                                ]
                                            }
                                            None => {
                                                [
                                                    text.not_in_export.into_any(),
                                                    ().into_any(),
                                                    ().into_any(),
                                                    ().into_any(),
                                                ]
                                            }
                                        };
                                        let moves = outcome
                                            .standing
                                            .is_some_and(|own| own.rank != base);
                                        view! {
                                            <tr class:marked=moves>
                                                <th scope="row">{choice(outcome.choice, language)}</th>
                                                {cells
                                                    .map(|cell| view! { <td class="number">{cell}</td> })
                                                    .collect_view()}
                                            </tr>
                                        }
                                    })
                                    .collect();
                                Some(rows)
                            }}
                        </tbody>
                    </table>
                </div>
                <TableTools title id="sensitivity" />
                </div>
            </div>
            <ul class="section__notes">
                <li>{move || state.text().more().sensitivity_note}</li>
                <li>{move || source(state)}</li>
            </ul>
        </section>
    }
}

/// A number under a choice, which opens its models: the row's, or all.
fn opening(count: f64, number: String, found: &Sensitivity, under: Choice, all: bool) -> AnyView {
    let of = dimension(&found.dimension).filter(|_| !all);
    let meant = of.map_or_else(Meant::all, |of| Meant::value(of, &found.key));
    if count > 0.0 {
        in_sentence(number, &Meant { under, ..meant })
    } else {
        number.into_any()
    }
}

/// Whole models as they are, parts with two decimals.
fn parts(count: f64) -> String {
    if count.fract().abs() < 1e-9 {
        format!("{count:.0}")
    } else {
        format!("{count:.2}")
    }
}
