//! What the numbers mean for policy: the facts that a chapter needs, and the
//! author's own words, kept with the definition.

use leptos::prelude::*;

use crate::definition::Definition;
use crate::locale::fill;
use crate::page::definition::Drafting;
use crate::page::numbers::sentences;
use crate::page::state::State;
use crate::prose::policy_facts;

/// The facts, and a field for what the author makes of them.
#[component]
pub(in crate::page) fn PolicySection() -> impl IntoView {
    let state = expect_context::<State>();
    let drafting = expect_context::<Drafting>();
    let shown = state.in_turn();
    let facts = move || {
        let report = shown.get()?;
        sentences(&policy_facts(&report, state.language.get()))
    };
    let heading = move || {
        let report = shown.get()?;
        let language = state.language.get();
        let focus = &report.definition.focus_country;
        let country = report.labels.name("country", focus, language);
        Some(fill(
            language.text().more().chapter_facts,
            &[("country", country)],
        ))
    };
    let own = move || {
        let definition = state.definition()?;
        Some(definition.implications.get(state.language.get()).to_owned())
    };
    let write = move |event: leptos::ev::Event| {
        let words = event_target_value(&event);
        let language = state.language.get_untracked();
        let Some(kept) = untrack(|| state.definition()) else {
            return;
        };
        let mut definition = Definition::clone(&kept);
        *definition.implications.get_mut(language) = words;
        if definition != *kept.0 {
            drafting.switch(state, definition.into());
        }
    };
    view! {
        <section class="section policy" id="policy" aria-labelledby="policy-title">
            <h2 class="section__title" id="policy-title">
                {move || state.text().chapter_policy}
            </h2>
            <h3>{heading}</h3>
            {facts}
            <label class="policy__own">
                <span>{move || state.text().more().policy_own}</span>
                <textarea
                    id="census-implications"
                    rows="6"
                    lang=move || state.language.get().tag()
                    prop:value=move || own().unwrap_or_default()
                    on:change=write
                ></textarea>
            </label>
            // A field of many lines is cut on paper.
            <div class="policy__printed" aria-hidden="true">
                {move || {
                    own()
                        .map(|own| {
                            own.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view()
                        })
                }}
            </div>
            <p class="section__notes">{move || state.text().more().policy_kept}</p>
        </section>
    }
}
