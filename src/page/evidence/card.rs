//! What every model's card shows, in its order.

use leptos::prelude::*;

use super::stated::{Read, Sources, Stated};

/// What is known of a model.
pub(super) struct Card {
    /// Its row in each list that has it.
    pub rows: AnyView,
    /// Why it is not counted, if so.
    pub excluded: Option<String>,
    /// What counts of it.
    pub facts: Vec<AnyView>,
    /// What is said above its places.
    pub places_title: &'static str,
    /// What it counts as.
    pub places: Vec<AnyView>,
    /// What else is to be said of it.
    pub hint: Option<&'static str>,
}

/// A card: the name and what is known, each once it is there, and what the file
/// says of it.
pub(super) fn card(
    name: impl Fn() -> Option<String> + Send + 'static,
    known: impl Fn() -> Option<Card> + Send + 'static,
    stated: Read,
) -> impl IntoView {
    let known = move || {
        let own = known()?;
        let hint = own
            .hint
            .map(|hint| view! { <p class="control__hint">{hint}</p> });
        let excluded = own
            .excluded
            .map(|why| view! { <p class="section__missing">{why}</p> });
        Some(view! {
            <p class="behind__count">{own.rows}</p>
            {excluded}
            <dl class="facts">
                {own.facts}
                <Sources stated />
            </dl>
            <h3 id="card-counted">{own.places_title}</h3>
            <div
                class="table-frame card__table"
                role="region"
                tabindex="0"
                aria-labelledby="card-counted"
            >
                <table>
                    <tbody>{own.places}</tbody>
                </table>
            </div>
            {hint}
        })
    };
    view! {
        <h2 id="behind-title" tabindex="-1">
            {name}
        </h2>
        <div class="card">
            {known}
            <Stated stated />
        </div>
    }
}
