//! Published figures beside the computed ones.

use leptos::prelude::*;

use crate::document::verification_grid;
use crate::engine::ask;
use crate::locale::{self, Language, fill};
use crate::page::address::EDITIONS;
use crate::page::browser::near;
use crate::page::engine::client;
use crate::page::later::{GridOf, Missing};
use crate::page::numbers::in_sentence;
use crate::page::report::{GridTools, source};
use crate::page::state::{Shared, State};
use crate::verification::{self, Checked, Compared, Verdict, Verification};

use super::edition_choice::{Brought, Edition, Refused, edition};

/// Choice of an edition, counts, every figure, the edition's arithmetic.
#[component]
pub(in crate::page) fn VerificationSection() -> impl IntoView {
    let state = expect_context::<State>();
    let (place, near) = near();
    let chosen: RwSignal<usize> = RwSignal::new(0);
    let brought: RwSignal<Option<Brought>> = RwSignal::new(None);
    let refused: Refused = RwSignal::new(None);
    let found: RwSignal<Option<Shared<Verification>>> = RwSignal::new(None);
    let only: RwSignal<Option<Verdict>> = RwSignal::new(Some(Verdict::Differs));
    let is_missing = RwSignal::new(false);
    let tries = RwSignal::new(0_u32);
    Effect::new(move || {
        state.report.track();
        tries.track();
        let (chosen, brought) = (chosen.get(), brought.get());
        if !near.get() {
            return;
        }
        leptos::task::spawn_local(async move {
            let json = match EDITIONS.get(chosen) {
                Some(own) => edition(own.id).await,
                None => brought.map(|own| own.json),
            };
            is_missing.try_set(json.is_none());
            let Some(json) = json else { return };
            let answer = client::ask(ask::Verify(json)).await.ok();
            found.try_set(answer.map(|own| Shared(std::sync::Arc::new(own))));
        });
    });
    let grid = Callback::new(move |()| {
        let (report, found) = state.report.get_untracked().zip(found.get_untracked())?;
        let language = state.language.get_untracked();
        Some(verification_grid(
            &report,
            &found,
            only.get_untracked(),
            language,
        ))
    });
    view! {
        <section node_ref=place class="section verification" id="verification" aria-labelledby="verification-title">
            <h2 class="section__title" id="verification-title">
                {move || state.text().verification_title}
            </h2>
            <p>{move || state.text().more().verification_lead}</p>
            <Edition chosen brought refused />
            <p class="definition__refused" role="alert">
                {move || {
                    let (name, why) = refused.get()?;
                    let reason = verification::unreadable(&why, state.language.get());
                    let values = [("name", &*name), ("reason", &*reason)];
                    Some(fill(state.text().more().edition_refused, &values))
                }}
            </p>
            <Show when=move || is_missing.get()>
                <Missing
                    what=Signal::derive(move || state.text().more().data_not_fetched)
                    again=Callback::new(move |()| tries.update(|own| *own += 1))
                />
            </Show>
            <Counts found only />
            <p class="verification__printed" aria-hidden="true">
                {move || found.get().map(|found| verification::verdicts(&found, only.get(), state.language.get()))}
            </p>
            {move || {
                let (found, language) = (found.get()?, state.language.get());
                let older = found.days_older.and_then(|days| verification::days_older(days, language));
                let note = found.data_note.as_ref().map(|own| own.get(language).to_owned());
                Some(older.or(note).map(|said| view! { <p>{said}</p> }))
            }}
            <div class="table-frame" role="region" tabindex="0" aria-label=move || state.text().verification_title>
                {move || found.get().map(|found| table(&found, only.get(), state.language.get()))}
            </div>
            <GridTools grid=GridOf::Own(grid) id="verification" />
            {move || found.get().map(|found| checks(&found.checks, state.language.get()))}
            <ul class="section__notes">
                {move || found.get().map(|found| {
                    let own = found.source.get(state.language.get()).to_owned();
                    view! { <li>{own}</li> }
                })}
                <li>{move || source(state)}</li>
            </ul>
        </section>
    }
}

/// How many compare so, as buttons that show just those.
#[component]
fn Counts(
    found: RwSignal<Option<Shared<Verification>>>,
    only: RwSignal<Option<Verdict>>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let all = std::iter::once(None).chain(Verdict::ALL.map(Some));
    let buttons = all.map(|own| {
        let label = move || {
            let found = found.get();
            let language = state.language.get();
            match own {
                None => {
                    let n = found.map_or(0, |found| found.figures.len());
                    fill(
                        language.text().more().verdict_all,
                        &[("n", &locale::count(n))],
                    )
                }
                Some(verdict) => {
                    let n = found.map_or(0, |found| found.count(verdict));
                    format!(
                        "{} {}",
                        verification::verdict(verdict, language),
                        locale::count(n)
                    )
                }
            }
        };
        view! {
            <button
                type="button"
                aria-pressed=move || (only.get() == own).to_string()
                on:click=move |_| only.set(own)
            >
                {label}
            </button>
        }
    });
    view! {
        <div
            class="switch verification__counts"
            role="group"
            aria-label=move || state.text().more().verdict
        >
            {buttons.collect_view()}
        </div>
    }
}

fn table(found: &Verification, only: Option<Verdict>, language: Language) -> AnyView {
    let text = language.text();
    let rows: Vec<AnyView> = found
        .figures
        .iter()
        .filter(|own| only.is_none_or(|only| only == own.verdict))
        .map(|own| row(own, language))
        .collect();
    if rows.is_empty() {
        return view! { <p class="section__missing">{text.more().nothing_here}</p> }.into_any();
    }
    let headings = [
        text.more().place,
        text.more().item,
        text.more().column,
        text.more().printed,
        text.more().computed_value,
        text.more().verdict,
        text.more().because,
    ];
    let headings = headings.map(|heading| view! { <th scope="col" class="words">{heading}</th> });
    view! {
        <table class="models">
            <thead>
                <tr>{headings}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(own: &Compared, language: Language) -> AnyView {
    let computed = own.computed.clone().unwrap_or_else(|| "–".to_owned());
    let computed = match &own.meant {
        Some(meant) => in_sentence(computed, meant),
        None => computed.into_any(),
    };
    let because = own
        .because
        .as_ref()
        .map(|because| because.get(language).to_owned());
    let class = match own.verdict {
        Verdict::Equal | Verdict::NotDerivable => "",
        Verdict::Differs => "differs",
        Verdict::Contradicts => "contradicts",
    };
    view! {
        <tr class=class>
            <td class="words">{own.table.get(language).to_owned()}</td>
            <th scope="row">{own.row.get(language).to_owned()}</th>
            <td class="words">{own.heading.get(language).to_owned()}</td>
            <td>{own.printed.clone()}</td>
            <td>{computed}</td>
            <td class="words">{verification::verdict(own.verdict, language)}</td>
            <td>{because}</td>
        </tr>
    }
    .into_any()
}

/// What does not hold; the rest on demand.
fn checks(all: &[Checked], language: Language) -> AnyView {
    let text = language.text();
    let line = |own: &Checked| view! { <li>{verification::checked(own, language)}</li> };
    let failed: Vec<_> = all.iter().filter(|own| !own.holds).map(line).collect();
    let rest: Vec<_> = all.iter().filter(|own| own.holds).map(line).collect();
    let [n, bad, good] = [all.len(), failed.len(), rest.len()].map(locale::count);
    if all.is_empty() {
        return ().into_any();
    }
    let sum = match failed.is_empty() {
        true => text.more().checks_all,
        false => text.more().checks_sum,
    };
    view! {
        <h3>{text.more().checks_title}</h3>
        <p>{fill(sum, &[("n", &n), ("failed", &bad)])}</p>
        <ul class="checks">{failed}</ul>
        <details>
            <summary>{fill(text.more().checks_rest, &[("n", &good)])}</summary>
            <ul class="checks">{rest}</ul>
        </details>
    }
    .into_any()
}
