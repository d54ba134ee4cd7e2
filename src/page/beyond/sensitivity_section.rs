//! A row's count and rank under every defensible choice.

use leptos::prelude::*;

use crate::chart::{self, MarkKey};
use crate::dimension::{
    COUNTRY, DOMAIN, Dimension, ORGANIZATION, ORGANIZATION_CATEGORY, TASK, dimension,
};
use crate::engine::ask;
use crate::evidence::Meant;
use crate::locale::{self, Language, choice, rank, value_name};
use crate::page::address::Opened;
use crate::page::browser::near;
use crate::page::chart::ChartView;
use crate::page::engine::client;
use crate::page::numbers::in_sentence;
use crate::page::report::{TableTools, source};
use crate::page::state::{Shared, State};
use crate::sensitivity::{Choice, Outcome, Sensitivity};

const BY: [&Dimension; 5] = [
    &COUNTRY,
    &ORGANIZATION,
    &DOMAIN,
    &TASK,
    &ORGANIZATION_CATEGORY,
];

/// Whose row is looked at, and what was found of it.
#[derive(Clone, Copy)]
struct Looked {
    of: RwSignal<&'static Dimension>,
    /// `None`: the focus country, or the first row.
    key: RwSignal<Option<String>>,
    /// The rows to choose from.
    keys: RwSignal<Vec<(String, usize)>>,
    found: RwSignal<Option<Shared<Sensitivity>>>,
}

impl Looked {
    fn new() -> Self {
        Self {
            of: RwSignal::new(&COUNTRY),
            key: RwSignal::new(None),
            keys: RwSignal::new(Vec::new()),
            found: RwSignal::new(None),
        }
    }

    /// Asks for the chosen row; `focus` is the country with a section of its own.
    async fn find(self, of: &'static Dimension, key: Option<String>, focus: String) {
        let all = client::ask(ask::Values(of.id.to_owned())).await;
        let all = all.unwrap_or_default();
        let first = || all.first().map(|(key, _)| key.clone());
        let row = match key {
            Some(key) => Some(key),
            None if of.id == COUNTRY.id => Some(focus),
            None => first(),
        };
        let Some(key) = row else {
            self.found.set(None);
            return;
        };
        let dimension = of.id.to_owned();
        let answer = client::ask(ask::Sensitivity { dimension, key }).await.ok();
        self.keys.set(all);
        let found = answer.map(|own| Shared(std::sync::Arc::new(own)));
        self.found.set(found);
    }

    /// What a mark of the chart stands for.
    fn meant(self, mark: &MarkKey) -> Option<Meant> {
        let found = self.found.get_untracked()?;
        let (under, _) = found.made().find(|(own, _)| own.id() == mark.row)?;
        let of = dimension(&found.dimension)?;
        let meant = Meant::value(of, &found.key);
        Some(Meant { under, ..meant })
    }
}

/// One table, one chart, one sentence.
#[component]
pub(in crate::page) fn SensitivitySection() -> impl IntoView {
    let state = expect_context::<State>();
    let looked = Looked::new();
    let found = looked.found;
    let (place, near) = near();
    Effect::new(move || {
        let Some(report) = state.report.get().filter(|_| near.get()) else {
            return;
        };
        let focus = report.definition.focus_country.to_string();
        let found = looked.find(looked.of.get(), looked.key.get(), focus);
        leptos::task::spawn_local(found);
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
        if let Some(meant) = looked.meant(&mark) {
            state.open(Opened::Number(meant));
        }
    });
    let sentence = move || {
        let (found, labels) = found.get().zip(state.labels())?;
        Some(locale::sensitivity(&found, &labels, state.language.get()))
    };
    let title = Callback::new(move |()| {
        let text = state.language.get_untracked().text();
        text.sensitivity_title.to_owned()
    });
    view! {
        <section node_ref=place class="section" id="sensitivity" aria-labelledby="sensitivity-title">
            <h2 class="section__title" id="sensitivity-title">
                {move || state.text().sensitivity_title}
            </h2>
            <Choices looked />
            <p class="sentence" role="status">{sentence}</p>
            <div class="section__body">
                <ChartView drawing id="sensitivity" paper on_mark />
                <div>
                <div class="table-frame" role="region" tabindex="0" aria-label=move || state.text().sensitivity_title>
                    {move || found.get().map(|found| table(&found, state.language.get()))}
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

/// By what rows are counted, and whose row is looked at.
#[component]
fn Choices(looked: Looked) -> impl IntoView {
    let state = expect_context::<State>();
    let dimensions = move || {
        let language = state.language.get();
        BY.map(|own| view! { <option value=own.id>{own.name(language)}</option> })
            .collect_view()
    };
    let rows = move || {
        let labels = state.labels()?;
        let language = state.language.get();
        let shown = looked.found.get()?;
        let of = looked.of.get();
        let option = |(key, _): (String, usize)| {
            let name = value_name(of, &key, &labels, language);
            let selected = key == shown.key;
            view! {
                <option value=key selected=selected>
                    {name}
                </option>
            }
        };
        Some(looked.keys.get().into_iter().map(option).collect_view())
    };
    let choose = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        if let Some(own) = BY.into_iter().find(|own| own.id == id) {
            looked.key.set(None);
            looked.of.set(own);
        }
    };
    view! {
        <p class="tools">
            <label class="field">
                <span>{move || state.text().filter_by}</span>
                <select id="census-sensitivity-dimension" on:change=choose>
                    {dimensions}
                </select>
            </label>
            <label class="field">
                <span>{move || state.text().filter_value}</span>
                <select
                    id="census-sensitivity-key"
                    on:change=move |event| looked.key.set(Some(event_target_value(&event)))
                >
                    {rows}
                </select>
            </label>
        </p>
    }
}

/// A row for each choice; marked where the rank is another.
fn table(found: &Sensitivity, language: Language) -> AnyView {
    let text = language.text();
    let more = text.more();
    let numbers = [more.term_models, text.rank, more.of_rows, more.rows_counted];
    let numbers = numbers.map(|own| view! { <th scope="col" class="number">{own}</th> });
    let base = found.base().and_then(|base| base.rank);
    let row = |outcome: &Outcome| {
        let moves = outcome.standing.is_some_and(|own| own.rank != base);
        let cells = cells(found, outcome, language);
        let cells = cells.map(|cell| view! { <td class="number">{cell}</td> });
        view! {
            <tr class:marked=moves>
                <th scope="row">{choice(outcome.choice, language)}</th>
                {cells.collect_view()}
            </tr>
        }
    };
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{more.choice}</th>
                    {numbers.collect_view()}
                </tr>
            </thead>
            <tbody>{found.outcomes.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Models, rank, rows and all models under a choice.
fn cells(found: &Sensitivity, outcome: &Outcome, language: Language) -> [AnyView; 4] {
    let Some(own) = outcome.standing else {
        let missing = language.text().not_in_export;
        return [
            missing.into_any(),
            ().into_any(),
            ().into_any(),
            ().into_any(),
        ];
    };
    let under = outcome.choice;
    let all = locale::count(own.counted);
    [
        opening(own.count, parts(own.count), found, under, false),
        rank(own.rank, own.tied, language).into_any(),
        locale::count(own.rows).into_any(),
        opening(1.0, all, found, under, true),
    ]
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
