//! A model that another list has and the shown one has not: where it stands, why
//! it does not count, and all that its list says of it.

use leptos::prelude::*;

use crate::coverage::Row;
use crate::dataset::Statement;
use crate::document::{covered_cell, covered_fate};
use crate::engine::{Elsewhere, ask};
use crate::locale::{Language, fill};
use crate::page::data::knows_other_models;
use crate::page::engine::client;
use crate::page::state::{Shared, State};

use super::model_card::{facts, in_lists, places};
use super::stated::{Sources, Stated};

/// What is known of the model of a row of another list.
#[component]
pub(super) fn OtherCard(row: Row) -> impl IntoView {
    let state = expect_context::<State>();
    let found: RwSignal<Option<Shared<Elsewhere>>> = RwSignal::new(None);
    let stated: RwSignal<Option<Result<Vec<Statement>, ()>>> = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        // By a link nothing may have asked for them before.
        knows_other_models().await;
        let Ok(Some(model)) = client::ask(ask::OfOtherList(row)).await else {
            stated.try_set(Some(Err(())));
            return;
        };
        let is_by_bundled = model.is_by_bundled;
        found.try_set(Some(Shared(std::sync::Arc::new(model))));
        if !is_by_bundled {
            let read = client::statements(row).await.map_err(drop);
            stated.try_set(Some(read));
        }
    });
    view! {
        <h2 id="behind-title" tabindex="-1">
            {move || found.get().map(|own| own.covered.name.to_string())}
        </h2>
        <div class="card">
            {move || {
                let own = found.get()?;
                let labels = state.labels()?;
                let language = state.language.get();
                let more = language.text().more();
                let only_these = own
                    .is_by_bundled
                    .then(|| view! { <p class="control__hint">{more.of_bundled_list}</p> });
                Some(
                    view! {
                        <p class="behind__count">{in_lists(&own.lists, language)}</p>
                        <p class="section__missing">{why(&own, language)}</p>
                        <dl class="facts">
                            {facts(&own.witness, &labels, language)} <Sources stated />
                        </dl>
                        <h3 id="card-counted">{more.would_count_as}</h3>
                        <div
                            class="table-frame card__table"
                            role="region"
                            tabindex="0"
                            aria-labelledby="card-counted"
                        >
                            <table>
                                <tbody>{places(&own.witness, None, &labels, language)}</tbody>
                            </table>
                        </div>
                        {only_these}
                    },
                )
            }}
            <Stated stated />
        </div>
    }
}

/// Why it is not counted, with the cell that decides.
fn why(own: &Elsewhere, language: Language) -> String {
    let fate = covered_fate(own.covered.why, language);
    let cell = covered_cell(&own.covered, language);
    let said = if own.covered.why.is_none() {
        fate.to_owned()
    } else {
        fill(language.text().more().not_counted, &[("reason", fate)])
    };
    format!("{said} ({cell})")
}
