//! The period: its ends, and whether it is parted by half-years.

use leptos::prelude::*;

use crate::definition::{Period, Span};
use crate::locale;
use crate::page::state::State;

/// Two lists of years or half-years, and the switch between them.
#[component]
pub(super) fn PeriodControl() -> impl IntoView {
    let state = expect_context::<State>();
    // All years that have models, whatever the period.
    let years = Memo::new(move |_| {
        state
            .report
            .with(|report| report.as_ref()?.findings.source.years)
    });
    let period = Memo::new(move |_| {
        state
            .report
            .with(|report| Some(report.as_ref()?.findings.period))
    });
    let look = move |period: Period| state.look_at(|view| view.period = Some(period));
    let set = move |change: fn(Period, Span) -> (Span, Span), event: leptos::ev::Event| {
        let chosen = Span::parse(&event_target_value(&event));
        if let Some((now, span)) = period.get_untracked().zip(chosen) {
            let (first, last) = change(now, span);
            if let Ok(period) = Period::between(first, last) {
                look(period);
            }
        }
    };
    let options = move |end: fn(Period) -> Span| {
        let (Some((first, last)), Some(period)) = (years.get(), period.get()) else {
            return Vec::new();
        };
        let language = state.language.get();
        let whole = period.in_years();
        let all = Period::new(
            first.min(whole.first().year()),
            last.max(whole.last().year()),
        );
        let all = all.unwrap_or(whole);
        let all = if period.is_by_half() {
            all.in_halves()
        } else {
            all
        };
        all.spans()
            .map(|span| {
                view! {
                    <option value=span.to_string() selected=span == end(period)>
                        {locale::span(span, language)}
                    </option>
                }
            })
            .collect()
    };
    let by_half = move || period.get().is_some_and(Period::is_by_half);
    let part = move |event: leptos::ev::Event| {
        if let Some(period) = period.get_untracked() {
            look(if event_target_checked(&event) {
                period.in_halves()
            } else {
                period.in_years()
            });
        }
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
                    on:change=move |event| set(|now, span| (span, span.max(now.last())), event)
                >
                    {move || options(Period::first)}
                </select>
                <span aria-hidden="true">"~"</span>
                <select
                    id="census-last-year"
                    aria-label=move || state.text().last_year
                    on:change=move |event| set(|now, span| (span.min(now.first()), span), event)
                >
                    {move || options(Period::last)}
                </select>
            </span>
            <label class="control__check">
                <input type="checkbox" id="census-by-half" prop:checked=by_half on:change=part />
                {move || state.text().by_half}
            </label>
        </div>
    }
}
