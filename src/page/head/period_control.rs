//! The period: its ends, and whether it is parted by half-years.

use leptos::prelude::*;

use crate::acts::Change;
use crate::definition::{Period, Span};
use crate::locale;
use crate::page::later::{Act, act};
use crate::page::state::{State, keep_at, keep_ticked};

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
    let set = move |change: fn(Span) -> Change, event: leptos::ev::Event| {
        if let Some(span) = Span::parse(&event_target_value(&event)) {
            act(state, Act::Look(change(span)));
        }
    };
    let [first, last] = [Period::first, Period::last].map(|end: fn(Period) -> Span| {
        let select = NodeRef::new();
        keep_at(state, select, move || Some(end(period.get()?).to_string()));
        select
    });
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
    let halves = NodeRef::new();
    keep_ticked(state, halves, by_half);
    let part = move |event: leptos::ev::Event| {
        act(
            state,
            Act::Look(Change::ByHalf(event_target_checked(&event))),
        );
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
                    node_ref=first
                    on:change=move |event| set(Change::First, event)
                >
                    {move || options(Period::first)}
                </select>
                <span aria-hidden="true">"~"</span>
                <select
                    id="census-last-year"
                    aria-label=move || state.text().last_year
                    node_ref=last
                    on:change=move |event| set(Change::Last, event)
                >
                    {move || options(Period::last)}
                </select>
            </span>
            <label class="control__check">
                <input
                    type="checkbox"
                    id="census-by-half"
                    node_ref=halves
                    prop:checked=by_half
                    on:change=part
                />
                {move || state.text().by_half}
            </label>
        </div>
    }
}
