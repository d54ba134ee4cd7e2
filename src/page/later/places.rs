//! Parts of the page whose code is fetched: what stands in their place until
//! it is there.

use leptos::prelude::*;

use crate::page::browser::near;
use crate::page::state::State;

use super::fetched::{fetch, part_once_there};
use super::parts::Part;

/// A section of the rest: its title until its code is there.
#[component]
pub(in crate::page) fn Later(part: Part) -> impl IntoView {
    let state = expect_context::<State>();
    let (place, near) = near();
    Effect::new(move || {
        if near.get() {
            fetch(state);
        }
    });
    let mine = RwSignal::new(false);
    Effect::new(move || {
        if state.rest.with(|rest| matches!(rest, Some(Ok(())))) {
            state.turns.wait(mine);
        }
    });
    let shown = move || mine.get().then(|| part_once_there(state, part)).flatten();
    move || match shown() {
        Some(shown) => shown,
        None => {
            let heading = format!("{}-title", part.id());
            view! {
                <section
                    node_ref=place
                    class="section section--later"
                    id=part.id()
                    aria-labelledby=heading.clone()
                >
                    <h2 class="section__title" id=heading.clone()>
                        {move || part.heading(state)}
                    </h2>
                    <Failed />
                </section>
            }
            .into_any()
        }
    }
}

/// A part of the rest that is no section, once it is wanted.
#[component]
pub(in crate::page) fn Fetched(part: Part, #[prop(into)] wanted: Signal<bool>) -> impl IntoView {
    let state = expect_context::<State>();
    let ever = RwSignal::new(false);
    Effect::new(move || {
        // Once: to set it again would make the part anew.
        if wanted.get() && !ever.get_untracked() {
            ever.set(true);
            fetch(state);
        }
    });
    move || {
        if !ever.get() {
            return None;
        }
        let shown = part_once_there(state, part);
        Some(shown.unwrap_or_else(|| view! { <Failed /> }.into_any()))
    }
}

/// Says that the rest could not be fetched, and tries again.
#[component]
fn Failed() -> impl IntoView {
    let state = expect_context::<State>();
    let again = Callback::new(move |()| fetch(state));
    view! {
        <Show when=move || state.rest.with(|rest| matches!(rest, Some(Err(_))))>
            <Missing what=Signal::derive(move || state.text().not_fetched) again />
        </Show>
    }
}

/// Says what did not come, and tries again.
#[component]
pub(in crate::page) fn Missing(what: Signal<&'static str>, again: Callback<()>) -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <p class="section__missing" role="status">
            {move || what.get()}
            " "
            <button type="button" on:click=move |_| again.run(())>
                {move || state.text().try_again}
            </button>
        </p>
    }
}
