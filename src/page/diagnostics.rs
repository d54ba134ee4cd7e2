//! Where every row of the file went, and what was wrong with which.

use leptos::prelude::*;

use crate::dataset::{Problem, Severity};
use crate::locale::{self, Text, fill, problem_message};
use crate::report::Report;

use super::state::State;

/// How many problems are shown at first.
const FIRST: usize = 20;

/// The row account and the problems.
#[component]
pub(super) fn Diagnostics() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <section class="section" id="diagnostics" aria-labelledby="diagnostics-title">
            <h2 class="section__title" id="diagnostics-title">
                {move || state.text().data_title}
            </h2>
            <div class="section__body">
                <div>
                    <h3>{move || state.text().rows_title}</h3>
                    {move || {
                        let report = state.report.get()?;
                        Some(account(&report, state.text()))
                    }}
                </div>
                <div>
                    <h3>{move || state.text().problems_title}</h3>
                    <Problems />
                </div>
            </div>
        </section>
    }
}

fn account(report: &Report, text: &'static Text) -> impl IntoView + use<> {
    let rows = report.census.rows;
    let lines = [
        (text.rows_counted, rows.counted),
        (text.rows_outside_period, rows.outside_period),
        (text.rows_below_threshold, rows.below_threshold),
        (text.rows_unknown_compute, rows.unknown_compute_left_out),
        (text.rows_undated, rows.undated),
        (text.rows_duplicate, rows.duplicate),
        (text.rows_unreadable, rows.unreadable),
    ];
    let number = |count: u64| locale::count(usize::try_from(count).unwrap_or(usize::MAX));
    let lines = lines
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(label, count)| {
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td class="number">{number(count)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="account">
            <tbody>{lines}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{text.rows_in_file}</th>
                    <td class="number">{number(report.census.dataset.source.records)}</td>
                </tr>
            </tfoot>
        </table>
    }
}

#[component]
fn Problems() -> impl IntoView {
    let state = expect_context::<State>();
    let all = RwSignal::new(false);
    let problems = move || {
        let report = state.report.get();
        let mut problems: Vec<Problem> = report
            .map(|report| report.census.problems.clone())
            .unwrap_or_default();
        problems.sort_by_key(|problem| (problem.code.severity(), problem.code));
        problems
    };
    view! {
        {move || {
            let text = state.text();
            let problems = problems();
            if problems.is_empty() {
                return view! { <p>{text.no_problems}</p> }.into_any();
            }
            let count = |severity: Severity| {
                let of = problems.iter().filter(|problem| problem.code.severity() == severity);
                locale::count(of.count())
            };
            let warnings = fill(text.warnings, &[("n", &count(Severity::Warning))]);
            let infos = fill(text.infos, &[("n", &count(Severity::Info))]);
            let most = if all.get() { problems.len() } else { FIRST };
            let more = problems.len().saturating_sub(most);
            let lines = problems
                .iter()
                .take(most)
                .map(|problem| {
                    let warning = problem.code.severity() == Severity::Warning;
                    let message = problem_message(problem, state.language.get());
                    view! { <li class:warning=warning>{message}</li> }
                })
                .collect_view();
            view! {
                <p>{warnings} " · " {infos}</p>
                <ul class="problems">{lines}</ul>
                {(more > 0)
                    .then(|| {
                        let label = fill(text.more_problems, &[("n", &locale::count(more))]);
                        view! {
                            <button class="more" type="button" on:click=move |_| all.set(true)>
                                {label}
                            </button>
                        }
                    })}
            }
                .into_any()
        }}
    }
}
