//! Where every row of the file went, and what was wrong with which.

use leptos::prelude::*;

use crate::census::Status;
use crate::dataset::{Problem, Severity};
use crate::document::about;
use crate::evidence::Meant;
use crate::export::{problems_csv, problems_text, sorted_problems};
use crate::locale::{self, Language, fill, problem_kind, problem_message};
use crate::page::browser::{copy, save_as, today};
use crate::page::numbers::in_sentence;
use crate::page::state::State;
use crate::report::Report;

/// How many problems of a kind are shown at first.
const FIRST: usize = 5;

/// The row account and the problems.
#[component]
pub(in crate::page) fn Diagnostics() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <section class="section" id="diagnostics" aria-labelledby="diagnostics-title">
            <h2 class="section__title" id="diagnostics-title">
                {move || state.text().data_title}
            </h2>
            <div class="section__body">
                <div>
                    <h3>{move || state.text().more().rows_title}</h3>
                    {move || {
                        let report = state.report.get()?;
                        Some(account(&report, state.language.get()))
                    }}
                </div>
                <div>
                    <h3>{move || state.text().more().problems_title}</h3>
                    <Problems />
                </div>
            </div>
        </section>
    }
}

fn account(report: &Report, language: Language) -> impl IntoView + use<> {
    let text = language.text();
    let rows = report.findings.rows;
    let of = |status: Status| {
        (
            Some(status),
            locale::status(status, language),
            rows.of(status),
        )
    };
    let unreadable = (None, text.more().rows_unreadable, rows.unreadable);
    let lines = Status::ALL
        .map(of)
        .into_iter()
        .chain([unreadable])
        .filter(|(_, _, count)| *count > 0)
        .map(|(status, label, count)| {
            let count = locale::records(count);
            // Records without a name are no models that could be shown.
            let count = match status {
                Some(status) => {
                    let all = Meant::all();
                    in_sentence(count, &Meant { status, ..all })
                }
                None => count.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td class="number">{count}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="account">
            <tbody>{lines}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{text.more().rows_in_file}</th>
                    <td class="number">{locale::records(report.findings.source.records)}</td>
                </tr>
            </tfoot>
        </table>
    }
}

#[component]
fn Problems() -> impl IntoView {
    let state = expect_context::<State>();
    let copied: RwSignal<Option<bool>> = RwSignal::new(None);
    Effect::new(move || {
        state.report.track();
        copied.set(None);
    });
    let copy_all = move |_| {
        let Some(report) = state.report.get_untracked() else {
            return;
        };
        let text = problems_text(&report, state.language.get_untracked());
        leptos::task::spawn_local(async move { copied.set(Some(copy(&text).await)) });
    };
    let save_all = move |_| {
        if let Some(report) = state.report.get_untracked() {
            let language = state.language.get_untracked();
            let about = about(&report, &today(), language);
            let csv = problems_csv(&report, &about, language);
            save_as(&csv, "text/csv", "model-census-diagnostics.csv");
        }
    };
    let any = move || {
        state.report.with(|report| {
            let report = report.as_ref();
            report.is_some_and(|report| !report.findings.problems.is_empty())
        })
    };
    view! {
        {move || {
            let report = state.report.get()?;
            Some(groups(&report, state.language.get()))
        }}
        <Show when=any>
            <p class="problems__actions">
                <button type="button" on:click=copy_all>
                    {move || state.text().more().copy_problems}
                </button>
                <button type="button" on:click=save_all>
                    {move || state.text().more().save_problems}
                </button>
                <span role="status">
                    {move || {
                        let text = state.text();
                        let said = |done| if done { text.copied } else { text.not_copied };
                        copied.get().map(said)
                    }}
                </span>
            </p>
        </Show>
    }
}

/// The problems, those of a kind under one heading.
fn groups(report: &Report, language: Language) -> AnyView {
    let text = language.text();
    let problems = sorted_problems(report);
    if problems.is_empty() {
        return view! { <p>{text.more().no_problems}</p> }.into_any();
    }
    let count = |severity: Severity| {
        let of = |problem: &&&Problem| problem.severity() == severity;
        locale::count(problems.iter().filter(of).count())
    };
    let warnings = fill(text.warnings, &[("n", &count(Severity::Warning))]);
    let infos = fill(text.more().infos, &[("n", &count(Severity::Info))]);
    let kinds = problems
        .chunk_by(|a, b| (a.code, a.uncounted) == (b.code, b.uncounted))
        .map(|kind| group(kind, language))
        .collect_view();
    view! {
        <p>{warnings} " · " {infos}</p>
        {kinds}
    }
    .into_any()
}

/// One kind: how often, where first, and each value.
fn group(problems: &[&Problem], language: Language) -> Option<AnyView> {
    let text = language.text();
    let first = problems.first()?;
    let code = first.code;
    let warning = first.severity() == Severity::Warning;
    let rows: u64 = problems
        .iter()
        .filter(|problem| !problem.places.is_empty())
        .map(|problem| problem.count)
        .sum();
    let rows = (rows > 0).then(|| {
        fill(
            text.more().problem_in_rows,
            &[("n", &locale::records(rows))],
        )
    });
    let more = problems.len().saturating_sub(FIRST);
    let line = |problem: &&Problem| {
        let message = problem_message(problem, language);
        view! { <li>{message}</li> }
    };
    let lines = problems.iter().take(FIRST).map(line).collect_view();
    let rest = (more > 0).then(|| {
        let label = fill(text.more().more_problems, &[("n", &locale::count(more))]);
        let lines = problems.iter().skip(FIRST).map(line).collect_view();
        view! {
            <details>
                <summary>{label}</summary>
                <ul class="problems">{lines}</ul>
            </details>
        }
    });
    let severity = if warning {
        text.more().warning
    } else {
        text.more().info
    };
    let view = view! {
        <details class="problem-kind" class:warning=warning open=warning>
            <summary>
                <span class="problem-kind__severity">{severity}</span>
                " "
                {problem_kind(code, language)}
                {rows.map(|rows| view! { <span class="problem-kind__rows">{rows}</span> })}
            </summary>
            <ul class="problems">{lines}</ul>
            {rest}
        </details>
    };
    Some(view.into_any())
}
