//! The head of the page: title, data, period, language.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::breakdown::BREAKDOWNS;
use crate::dataset::Encoding;
use crate::document::form_number;
use crate::list::ListId;
use crate::locale::{self, Language, Text, fill};

use super::app::{InTurn, Piece};
use super::definition_panel::DefinitionPanel;
use super::english;
use super::link::Link;
use super::loading::BUNDLED;
use super::period_control::PeriodControl;
use super::rest::{self, Act, Fetched, Part};
use super::sharing::ShareButton;
use super::shown::{Notice, Progress};
use super::state::State;
use super::theme::ThemeSwitch;

/// Title, language switch, data and period, and what happens to a file.
#[component]
pub(super) fn Header() -> impl IntoView {
    view! {
        <header class="head">
            <InTurn piece=Piece::Title />
            <InTurn piece=Piece::Controls />
            <InTurn piece=Piece::Folded />
        </header>
    }
}

/// Title, language and theme.
#[component]
pub(super) fn Title() -> impl IntoView {
    let state = expect_context::<State>();
    let period = move || {
        let report = state.report.get()?;
        Some(locale::period(report.findings.period, state.language.get()))
    };
    view! {
        <div class="head__top">
            <p class="head__name">"Model Census"</p>
            <div class="head__choices">
                <ShareButton view="report" />
                <ThemeSwitch />
                <LanguageSwitch />
            </div>
        </div>
        <h1 class="head__title">
            {move || state.text().page_title}
            {move || period().map(|period| view! { <span class="head__period">{period}</span> })}
        </h1>
        <p class="head__lead">{move || unbroken(state.text().page_lead)}</p>
    }
}

/// A text in which no line breaks at the hyphen of the report's number.
fn unbroken(text: &str) -> AnyView {
    const REPORT: &str = "IS-178";
    let mut parts = text.split(REPORT).map(str::to_owned);
    let first = parts.next();
    let rest = parts
        .map(|part| view! { <span class="word">{REPORT}</span>{part} })
        .collect_view();
    view! { {first}{rest} }.into_any()
}

/// Data, period and definition.
#[component]
pub(super) fn Controls() -> impl IntoView {
    let state = expect_context::<State>();
    let definition = move || {
        state.basis.with(|basis| {
            let title = &basis.as_ref()?.definition.title;
            let title = match state.language.get() {
                Language::Ko => &title.ko,
                Language::En => &title.en,
            };
            Some(if state.has_own_definition() {
                fill(state.text().definition_changed, &[("title", title)])
            } else {
                title.clone()
            })
        })
    };
    view! {
        <div class="controls">
            <FileControl />
            <PeriodControl />
            <div class="control">
                <span class="control__label">{move || state.text().definition}</span>
                <span class="control__value">{definition}</span>
            </div>
        </div>
    }
}

/// What is folded away until it is asked for, and what there is to say.
#[component]
pub(super) fn Folded() -> impl IntoView {
    let state = expect_context::<State>();
    // What can differ from what is shown.
    let link_says = Signal::derive(move || {
        let link = state
            .came_by
            .with(|link| link.as_ref().is_some_and(Link::is_to_be_checked));
        link || state.report.with(|report| {
            report
                .as_ref()
                .is_some_and(|own| own.definition.data.is_some())
        })
    });
    view! {
        <DefinitionPanel />
        <NoticeLine />
        <Fetched part=Part::LinkNotice wanted=link_says />
        <Contents />
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
            let number = form_number(breakdown.form, language);
            let title = report.title(breakdown, language);
            links.push(link(breakdown.id, format!("{number} {title}")));
        }
        for list in ListId::ALL {
            let number = form_number(list.form(), language);
            let title = report.list_title(list, language);
            // The focus country's models stand below the countries.
            let at = if list == ListId::FocusCountry {
                2
            } else {
                links.len()
            };
            links.insert(at, link(list.id(), format!("{number} {title}")));
        }
        let later = Part::SECTIONS.map(|part| link(part.id(), part.title(text).to_owned()));
        links.extend(later);
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
                            on:click=move |_| english::speak(state, language)
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
            rest::act(state, Act::Open(file));
        }
        // So that the same file, edited meanwhile, can be picked again.
        input.set_value("");
    };
    let shown = move || {
        let bundled = state
            .shown
            .with(|shown| Some(shown.as_ref()?.is_bundled()))?;
        state.report.with(|report| {
            let name = report.as_ref()?.findings.source.name.clone();
            Some((name, bundled))
        })
    };
    // What there is to say of a file or definition of the reader's own.
    let own = Signal::derive(move || {
        shown().is_some_and(|(_, bundled)| !bundled)
            || state.kept.with(Option::is_some)
            || state.has_own_definition()
    });
    let choose = move |event: leptos::ev::Event| {
        let name = event_target_value(&event);
        if let Some(name) = BUNDLED.into_iter().find(|bundled| *bundled == name) {
            rest::act(state, Act::ShowBundled(name));
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
                    accept=".csv,.tsv,.txt,.zip,.gz,.xlsx,text/csv"
                    on:click=move |_| rest::act(state, Act::ExpectFile)
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
            <Fetched part=Part::FileControls wanted=own />
        </div>
    }
}

/// Says what happens to a file, aloud too.
#[component]
pub(super) fn NoticeLine() -> impl IntoView {
    let state = expect_context::<State>();
    let is_error = move || {
        let notice = state.notice.get();
        matches!(
            notice,
            Some(Notice::Unusable { .. } | Notice::NotStarted { .. } | Notice::NotFetched)
        )
    };
    let sentence = move || {
        let text = state.text();
        let language = state.language.get();
        state.notice.get().map(|notice| match notice {
            Notice::Starting => text.starting.to_owned(),
            Notice::Computing => text.computing.to_owned(),
            Notice::NotFetched => text.not_fetched.to_owned(),
            Notice::Reading { name, .. } => fill(text.reading, &[("name", &name)]),
            Notice::Cancelled { name } => fill(text.cancelled, &[("name", &name)]),
            Notice::Read { name } => {
                let Some(report) = state.report.get() else {
                    return String::new();
                };
                let counted = locale::records(report.findings.rows.counted);
                let source = &report.findings.source;
                let encoding = Encoding::from_label(&source.encoding).unwrap_or_default();
                let rows = locale::records(source.records);
                let values = [
                    ("rows", &*rows),
                    ("models", &*counted),
                    ("name", &*name),
                    ("encoding", locale::encoding_name(encoding)),
                ];
                let lacks = match report.missing_columns().join(", ") {
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
    // Spoken once; the moving numbers beside it are not.
    let sentence = Memo::new(move |_| sentence());
    let progress = move || match state.notice.get() {
        Some(Notice::Reading { progress, .. }) => Some(progress),
        _ => None,
    };
    let is_reading = Memo::new(move |_| progress().is_some());
    view! {
        <div class="notice" class:notice--error=is_error>
            <div role="status" aria-live="polite">
                {move || sentence.get().map(|sentence| view! { <p>{sentence}</p> })}
            </div>
            <Show when=move || is_reading.get()>
                <progress
                    class="notice__bar"
                    aria-label=move || state.text().reading_progress
                    max="1"
                    prop:value=move || progress().map(part_read)
                ></progress>
                <span class="notice__numbers">
                    {move || progress().map(|progress| numbers(progress, state.text()))}
                </span>
                <button type="button" on:click=move |_| rest::act(state, Act::Cancel)>
                    {move || state.text().cancel}
                </button>
            </Show>
            <Show when=move || !is_reading.get() && state.notice.with(Option::is_some)>
                <button type="button" on:click=move |_| state.notice.set(None)>
                    {move || state.text().dismiss}
                </button>
            </Show>
        </div>
    }
}

fn part_read(progress: Progress) -> f64 {
    if progress.total > 0.0 {
        progress.bytes / progress.total
    } else {
        0.0
    }
}

/// How far, and how fast: "12.3 / 100.0 MB, 6,543 rows, 210.4 MB/s".
fn numbers(progress: Progress, text: &Text) -> String {
    const MEGABYTE: f64 = 1e6;
    let megabytes = |bytes: f64| format!("{:.1}", bytes / MEGABYTE);
    let values = [
        ("done", &*megabytes(progress.bytes)),
        ("total", &*megabytes(progress.total)),
        ("rows", &*locale::records(progress.records)),
        ("rate", &*megabytes(progress.bytes_per_second)),
    ];
    fill(text.progress, &values)
}
