//! What every file states, on paper too.

use gloo::events::EventListener;
use leptos::prelude::*;

use crate::document::{About, about};
use crate::page::browser::today;
use crate::page::state::State;

/// Period, filter, data, definition and day, on paper only: on screen the page
/// has them where they are chosen.
#[component]
pub(in crate::page) fn Attributes() -> impl IntoView {
    let state = expect_context::<State>();
    // Nobody who only looks waits for a fingerprint, and a page that stays open
    // is printed on a later day.
    let written: RwSignal<Option<About>> = RwSignal::new(None);
    let print = EventListener::new(&window(), "beforeprint", move |_| {
        written.try_set(Some(today()));
    });
    print.forget();
    let rows = move || {
        let (written, report) = written.get().zip(state.report.get())?;
        let language = state.language.get();
        let text = language.text();
        let stated = about(&report, &written, language);
        // The foot has these already.
        let credits = [text.credit, text.frame];
        let (_, changes) = state.definition_in_link();
        let changes = changes.map(|changes| (text.definition_changes.to_owned(), changes));
        let rows = stated
            .into_iter()
            .filter(|(name, _)| !credits.contains(&&**name))
            .chain(changes)
            .map(|(name, value)| {
                view! {
                    <div>
                        <dt>{name}</dt>
                        <dd>{value}</dd>
                    </div>
                }
            });
        Some(rows.collect_view())
    };
    view! { <dl class="attributes">{rows}</dl> }
}
