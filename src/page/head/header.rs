//! The head of the page: title, data, period, language.

use leptos::prelude::*;

use crate::locale::{self, fill};
use crate::page::address::Link;
use crate::page::definition::DefinitionPanel;
use crate::page::later::{Fetched, InTurn, Part};
use crate::page::share::ShareButton;
use crate::page::state::State;

use super::contents::Contents;
use super::file_control::FileControl;
use super::language_switch::LanguageSwitch;
use super::notice_line::NoticeLine;
use super::period_control::PeriodControl;
use super::theme_switch::ThemeSwitch;

/// Title, language switch, data and period, and what happens to a file.
#[component]
pub(in crate::page) fn Header() -> impl IntoView {
    view! {
        <header class="head">
            <InTurn>
                <Title />
            </InTurn>
            <InTurn>
                <Controls />
            </InTurn>
            <InTurn>
                <Folded />
            </InTurn>
        </header>
    }
}

/// Title, language and theme.
#[component]
fn Title() -> impl IntoView {
    let state = expect_context::<State>();
    let period = move || {
        let report = state.report.get()?;
        Some(locale::period(report.findings.period, state.language.get()))
    };
    let title = move || match state.report.get() {
        Some(report) => locale::report_title(&report, state.language.get()),
        None => state.text().page_title.to_owned(),
    };
    let lead = move || match state.report.get() {
        Some(report) => unbroken(&locale::report_lead(&report, state.language.get())),
        None => unbroken(state.text().page_lead),
    };
    view! {
        <div class="head__top">
            <p class="head__name" translate="no">"Model Census"</p>
            <div class="head__choices">
                <ShareButton view="report" />
                <ThemeSwitch />
                <LanguageSwitch />
            </div>
        </div>
        <h1 class="head__title">
            {title}
            {move || period().map(|period| view! { <span class="head__period">{period}</span> })}
        </h1>
        <p class="head__lead">{lead}</p>
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
fn Controls() -> impl IntoView {
    let state = expect_context::<State>();
    let definition = move || {
        state.basis.with(|basis| {
            let title = &basis.as_ref()?.definition.title;
            let title = title.get(state.language.get());
            Some(if state.has_own_definition() {
                fill(state.text().definition_changed, &[("title", title)])
            } else {
                title.to_owned()
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
fn Folded() -> impl IntoView {
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
