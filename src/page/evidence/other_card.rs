//! A model that another list has and the shown one has not: where it stands, why
//! it does not count, and all that its list says of it.

use leptos::prelude::*;

use crate::coverage::Row;
use crate::document::{covered_cell, covered_fate};
use crate::engine::{Elsewhere, ask};
use crate::locale::{Language, fill};
use crate::page::data::knows_other_models;
use crate::page::engine::client;
use crate::page::state::{Shared, State};

use super::card::{Card, card};
use super::model_card::{facts, in_lists, places};
use super::stated::Read;

/// What is known of the model of a row of another list.
#[component]
pub(super) fn OtherCard(row: Row) -> impl IntoView {
    let state = expect_context::<State>();
    let found: RwSignal<Option<Shared<Elsewhere>>> = RwSignal::new(None);
    let stated: Read = RwSignal::new(None);
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
    let name = move || found.get().map(|own| own.covered.name.to_string());
    let known = move || {
        let (own, labels) = found.get().zip(state.labels())?;
        let language = state.language.get();
        let more = language.text().more();
        Some(Card {
            rows: in_lists(&own.lists, language).into_any(),
            excluded: Some(why(&own, language)),
            facts: facts(&own.witness, &labels, language),
            places_title: more.would_count_as,
            places: places(&own.witness, None, &labels, language),
            hint: own.is_by_bundled.then_some(more.of_bundled_list),
        })
    };
    card(name, known, stated)
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
