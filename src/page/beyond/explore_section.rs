//! Beyond the report: any dimension by any other, medians and maxima, and the
//! frontier.

use leptos::prelude::*;

use crate::chart::{self, MarkKey};
use crate::dimension::{Conditions, Dimension, YEAR, dimension};
use crate::engine::ask;
use crate::evidence::Meant;
use crate::explore::{Frontier, Quantity, Statistics};
use crate::locale::{self, Labels, Language, fill, value_name};
use crate::page::address::Opened;
use crate::page::browser::{Near, near};
use crate::page::chart::ChartView;
use crate::page::engine::client;
use crate::page::numbers::in_table;
use crate::page::report::{TableTools, source};
use crate::page::state::{Shared, State};

use super::cross_tool::CrossTool;
use super::dimension_select::DimensionSelect;

/// The three tools, computed once the section is opened.
#[component]
pub(in crate::page) fn ExploreSection() -> impl IntoView {
    let state = expect_context::<State>();
    let (place, near) = near();
    provide_context(Near(near));
    view! {
        <section node_ref=place class="section" id="explore" aria-labelledby="explore-title">
            <h2 class="section__title" id="explore-title">
                {move || state.text().explore_title}
            </h2>
            <CrossTool />
            <StatisticsTool />
            <FrontierTool />
            <ul class="section__notes">
                <li>{move || source(state)}</li>
            </ul>
        </section>
    }
}

#[component]
fn StatisticsTool() -> impl IntoView {
    let state = expect_context::<State>();
    let by: RwSignal<&'static Dimension> = RwSignal::new(&YEAR);
    let found: RwSignal<Option<Shared<Statistics>>> = RwSignal::new(None);
    let Near(near) = expect_context();
    Effect::new(move || {
        state.report.track();
        if !near.get() {
            return;
        }
        let question = ask::Statistics(by.get().id.to_owned());
        leptos::task::spawn_local(async move {
            let answer = client::ask(question).await.ok();
            found.set(answer.flatten().map(|own| Shared(std::sync::Arc::new(own))));
        });
    });
    view! {
        <h3>{move || state.text().more().statistics_title}</h3>
        <p class="tools">
            <DimensionSelect id="census-statistics-by" label=|state| state.text().filter_by chosen=by />
        </p>
        {move || {
            let (found, labels) = found.get().zip(state.labels())?;
            Some(statistics_table(&found, &labels, state.language.get()))
        }}
    }
}

fn statistics_table(found: &Statistics, labels: &Labels, language: Language) -> AnyView {
    let text = language.text();
    let Some(by) = dimension(&found.dimension) else {
        return ().into_any();
    };
    let mut first = true;
    let quantity = |own: &Option<Quantity>| match own {
        None => {
            view! { <td class="number">"–"</td> <td class="number">"–"</td> <td></td> }.into_any()
        }
        Some(own) => {
            let record = format!("record={}", own.largest.record);
            let name = own.largest.name.to_string();
            view! {
                <td class="number">
                    {locale::significant(own.median)}
                    <small>{fill(text.more().known_of, &[("n", &locale::count(own.known))])}</small>
                </td>
                <td class="number">{locale::significant(own.largest.value)}</td>
                <td>
                    <button type="button" class="n" data-meant=record>
                        {name}
                    </button>
                </td>
            }
            .into_any()
        }
    };
    let rows: Vec<_> = found
        .rows
        .iter()
        .map(|row| {
            let conditions: Conditions = Meant::value(by, &row.key).conditions;
            let models = in_table(
                locale::count(row.models),
                conditions,
                std::mem::take(&mut first),
            );
            let cells: Vec<_> = row.quantities.iter().map(quantity).collect();
            view! {
                <tr>
                    <th scope="row">{value_name(by, &row.key, labels, language)}</th>
                    <td class="number">{models}</td>
                    {cells}
                </tr>
            }
        })
        .collect();
    let head: Vec<_> = [text.training_compute, text.parameters, text.dataset_size]
        .into_iter()
        .map(|name| {
            view! {
                <th scope="col" class="number">{format!("{name}: {}", text.more().median)}</th>
                <th scope="col" class="number">{text.more().maximum}</th>
                <th scope="col">{text.model}</th>
            }
        })
        .collect();
    let title = Callback::new(move |()| text.more().statistics_title.to_owned());
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=text.more().statistics_title>
            <table class="statistics">
                <thead>
                    <tr>
                        <th scope="col">{by.name(language)}</th>
                        <th scope="col" class="number">{text.more().term_models}</th>
                        {head}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <TableTools title id="statistics" />
    }
    .into_any()
}

#[component]
fn FrontierTool() -> impl IntoView {
    let state = expect_context::<State>();
    let found: RwSignal<Option<Shared<Frontier>>> = RwSignal::new(None);
    let Near(near) = expect_context();
    Effect::new(move || {
        state.report.track();
        if !near.get() {
            return;
        }
        leptos::task::spawn_local(async move {
            let answer = client::ask(ask::Frontier).await.ok();
            found.set(answer.map(|own| Shared(std::sync::Arc::new(own))));
        });
    });
    let drawing = Memo::new(move |_| {
        let found = found.get().filter(|own| !own.holders.is_empty())?;
        let drawing = chart::frontier(&found, state.look());
        Some(Shared(std::sync::Arc::new(drawing)))
    });
    let paper = Callback::new(move |()| {
        let found = found.get_untracked()?;
        Some(chart::frontier(&found, state.paper_look()))
    });
    let sentence = move || {
        let found = found.get()?;
        let text = state.text();
        let n = locale::count(found.holders.len());
        let Some(own) = found.doubling else {
            return Some(fill(text.more().no_doubling, &[("n", &n)]));
        };
        let months = format!("{:.1}", own.months);
        let fit = format!("{:.2}", own.r_squared);
        let interval = match own.interval {
            Some((low, high)) => {
                let [low, high] = [low, high].map(|end| format!("{end:.1}"));
                fill(
                    text.more().doubling_interval,
                    &[("low", &low), ("high", &high)],
                )
            }
            None => text.more().doubling_no_interval.to_owned(),
        };
        let values = [
            ("months", &*months),
            ("interval", &*interval),
            ("n", &*n),
            ("fit", &*fit),
        ];
        Some(fill(text.more().doubling, &values))
    };
    let on_mark = Callback::new(move |mark: MarkKey| {
        let record = found.get_untracked().and_then(|found| {
            let mut records = found.holders.iter().map(|holder| holder.record);
            records.find(|record| record.to_string() == mark.row)
        });
        if let Some(record) = record {
            state.open(Opened::Model(record.into()));
        }
    });
    let title = Callback::new(move |()| state.language.get_untracked().text().frontier.to_owned());
    view! {
        <h3>{move || state.text().frontier}</h3>
        <p class="sentence" role="status">{sentence}</p>
        <div class="section__body section__body--stacked">
            <ChartView drawing id="frontier" paper on_mark />
            <div class="table-frame" role="region" tabindex="0" aria-label=move || state.text().frontier>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{move || state.text().publication_date}</th>
                            <th scope="col">{move || state.text().model}</th>
                            <th scope="col" class="number">{move || state.text().training_compute}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || {
                            let found = found.get()?;
                            let rows: Vec<_> = found
                                .holders
                                .iter()
                                .map(|holder| {
                                    let record = format!("record={}", holder.record);
                                    view! {
                                        <tr>
                                            <td class="date">{locale::date(holder.published)}</td>
                                            <th scope="row">
                                                <button type="button" class="n" data-meant=record>
                                                    {holder.name.to_string()}
                                                </button>
                                            </th>
                                            <td class="number">{locale::flop(holder.flop)}</td>
                                        </tr>
                                    }
                                })
                                .collect();
                            Some(rows)
                        }}
                    </tbody>
                </table>
            </div>
            <TableTools title id="frontier" />
        </div>
        <ul class="section__notes">
            <li>{move || state.text().more().frontier_note}</li>
        </ul>
    }
}
