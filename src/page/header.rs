//! The head of the page: title, data, period, language.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::breakdown::BREAKDOWNS;
use crate::definition::Period;
use crate::list::ListId;
use crate::locale::{self, Language, fill};

use super::loading::{self, BUNDLED};
use super::section::number;
use super::state::{Notice, State};

/// Title, language switch, data and period, and what happens to a file.
#[component]
pub(super) fn Header() -> impl IntoView {
    let state = expect_context::<State>();
    let period = move || {
        let report = state.report.get()?;
        Some(locale::period(report.census.period, state.language.get()))
    };
    view! {
        <header class="head">
            <div class="head__top">
                <p class="head__name">"Model Census"</p>
                <LanguageSwitch />
            </div>
            <h1 class="head__title">
                {move || state.text().page_title}
                {move || period().map(|period| view! { <span class="head__period">{period}</span> })}
            </h1>
            <p class="head__lead">{move || state.text().page_lead}</p>
            <div class="controls">
                <FileControl />
                <PeriodControl />
                <div class="control">
                    <span class="control__label">{move || state.text().definition}</span>
                    <span class="control__value">
                        {move || {
                            state
                                .basis
                                .with(|basis| {
                                    let title = &basis.as_ref()?.definition.title;
                                    Some(
                                        match state.language.get() {
                                            Language::Ko => title.ko.clone(),
                                            Language::En => title.en.clone(),
                                        },
                                    )
                                })
                        }}
                    </span>
                </div>
            </div>
            <NoticeLine />
            <Contents />
        </header>
    }
}

/// Links to every section.
#[component]
fn Contents() -> impl IntoView {
    let state = expect_context::<State>();
    let links = move || {
        let report = state.report.get()?;
        let language = state.language.get();
        let text = language.text();
        let link = |id: &'static str, title: String| {
            view! {
                <li>
                    <a href=format!("#{id}")>{title}</a>
                </li>
            }
        };
        let mut links = Vec::new();
        for breakdown in BREAKDOWNS {
            let number = number(breakdown.form, text);
            let title = report.title(breakdown, language);
            links.push(link(breakdown.id, format!("{number} {title}")));
        }
        for list in ListId::ALL {
            let number = number(list.form(), text);
            let title = report.list_title(list, language);
            // The focus country's models stand below the countries.
            let at = if list == ListId::FocusCountry {
                2
            } else {
                links.len()
            };
            links.insert(at, link(list.id(), format!("{number} {title}")));
        }
        links.push(link("diagnostics", text.data_title.to_owned()));
        Some(links)
    };
    view! {
        <details class="contents">
            <summary>{move || state.text().contents}</summary>
            <nav aria-label=move || state.text().contents>
                <ol>{links}</ol>
            </nav>
        </details>
    }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <div class="languages" role="group" aria-label=move || state.text().language>
            {Language::ALL
                .map(|language| {
                    view! {
                        <button
                            type="button"
                            lang=language.tag()
                            aria-pressed=move || (state.language.get() == language).to_string()
                            on:click=move |_| state.language.set(language)
                        >
                            {language.name()}
                        </button>
                    }
                })}
        </div>
    }
}

#[component]
fn FileControl() -> impl IntoView {
    let state = expect_context::<State>();
    let pick = move |event: leptos::ev::Event| {
        let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
        else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            loading::open(state, file);
        }
        // So that the same file, edited meanwhile, can be picked again.
        input.set_value("");
    };
    let shown = move || {
        state.basis.with(|basis| {
            let basis = basis.as_ref()?;
            let name = basis.dataset.source.name.clone();
            Some((name, basis.bundled))
        })
    };
    let choose = move |event: leptos::ev::Event| {
        let name = event_target_value(&event);
        if let Some(name) = BUNDLED.into_iter().find(|bundled| *bundled == name) {
            loading::show_bundled(state, name);
        }
    };
    view! {
        <div class="control control--data">
            <label class="control__label" for="census-snapshot">
                {move || state.text().snapshot}
            </label>
            <select
                id="census-snapshot"
                on:change=choose
                prop:value=move || shown().map(|(name, _)| name).unwrap_or_default()
            >
                {move || {
                    let own = shown().filter(|(_, bundled)| !bundled);
                    own.map(|(name, _)| {
                        view! { <option value=name.clone() selected>{name.clone()}</option> }
                    })
                }}
                {BUNDLED
                    .map(|name| {
                        let date = crate::dataset::PartialDate::in_file_name(name)
                            .map(locale::date)
                            .unwrap_or_default();
                        let label = move || {
                            let text = state.text();
                            let as_of = fill(text.snapshot_as_of, &[("date", &date)]);
                            format!("{} ({as_of})", text.bundled_snapshot)
                        };
                        let selected = move || shown().is_some_and(|(shown, _)| shown == name);
                        view! { <option value=name selected=selected>{label}</option> }
                    })}
            </select>
            <span class="file-button">
                <input
                    type="file"
                    id="census-file"
                    accept=".csv,.tsv,.txt,text/csv"
                    on:change=pick
                    aria-describedby="census-file-hint"
                />
                <label for="census-file">{move || state.text().choose_file}</label>
            </span>
            <span class="control__hint" id="census-file-hint">
                {move || state.text().drop_hint}
                ". "
                {move || state.text().stays_here}
            </span>
        </div>
    }
}

#[component]
fn PeriodControl() -> impl IntoView {
    let state = expect_context::<State>();
    // All years that have models, whatever the period.
    let years = Memo::new(move |_| {
        state.basis.with(|basis| {
            let models = basis.as_ref().map(|basis| &basis.dataset.models);
            let years = models
                .into_iter()
                .flatten()
                .filter_map(|model| Some(model.published?.year));
            let first = years.clone().min();
            let last = years.max();
            first.zip(last)
        })
    });
    let set = move |change: fn(Period, i16) -> (i16, i16), event: leptos::ev::Event| {
        let chosen = event_target_value(&event).parse::<i16>().ok();
        if let Some((now, year)) = state.period.get_untracked().zip(chosen) {
            let (first, last) = change(now, year);
            if let Ok(period) = Period::new(first, last) {
                state.period.set(Some(period));
            }
        }
    };
    let options = move |end: fn(Period) -> i16| {
        let (Some((first, last)), Some(period)) = (years.get(), state.period.get()) else {
            return Vec::new();
        };
        let language = state.language.get();
        (first.min(period.first())..=last.max(period.last()))
            .map(|year| {
                let label = locale::year(year, language);
                view! {
                    <option value=year.to_string() selected=year == end(period)>
                        {label}
                    </option>
                }
            })
            .collect()
    };
    view! {
        <div class="control" role="group" aria-labelledby="census-period">
            <span class="control__label" id="census-period">
                {move || state.text().period}
            </span>
            <span class="control__pair">
                <select
                    id="census-first-year"
                    aria-label=move || state.text().first_year
                    on:change=move |event| set(|now, year| (year, year.max(now.last())), event)
                >
                    {move || options(Period::first)}
                </select>
                <span aria-hidden="true">"~"</span>
                <select
                    id="census-last-year"
                    aria-label=move || state.text().last_year
                    on:change=move |event| set(|now, year| (year.min(now.first()), year), event)
                >
                    {move || options(Period::last)}
                </select>
            </span>
        </div>
    }
}

/// Says what happens to a file, aloud too.
#[component]
fn NoticeLine() -> impl IntoView {
    let state = expect_context::<State>();
    let is_error = move || {
        let notice = state.notice.get();
        matches!(
            notice,
            Some(Notice::Unusable { .. } | Notice::NotStarted { .. })
        )
    };
    let sentence = move || {
        let text = state.text();
        let language = state.language.get();
        state.notice.get().map(|notice| match notice {
            Notice::Starting => text.starting.to_owned(),
            Notice::Reading { name, rows } => fill(
                text.reading,
                &[("name", &name), ("rows", &rows.to_string())],
            ),
            Notice::Read { name, rows } => {
                let Some(report) = state.report.get() else {
                    return String::new();
                };
                let counted = report.census.rows.counted.to_string();
                let rows = rows.to_string();
                let values = [("rows", &*rows), ("models", &*counted), ("name", &*name)];
                let lacks = match report.census.missing_columns().join(", ") {
                    none if none.is_empty() => none,
                    columns => fill(text.lacks, &[("columns", &columns)]),
                };
                fill(text.read, &values) + &lacks
            }
            Notice::Unusable { name, reason } => {
                let reason = match language {
                    Language::Ko => reason.ko,
                    Language::En => reason.en,
                };
                fill(text.unusable, &[("reason", &reason), ("name", &name)])
            }
            Notice::NotStarted { reason } => fill(text.not_started, &[("reason", &reason)]),
        })
    };
    view! {
        <div class="notice" role="status" aria-live="polite" class:notice--error=is_error>
            {move || {
                sentence()
                    .map(|sentence| {
                        view! {
                            <p>{sentence}</p>
                            <button type="button" on:click=move |_| state.notice.set(None)>
                                {move || state.text().dismiss}
                            </button>
                        }
                    })
            }}
        </div>
    }
}
