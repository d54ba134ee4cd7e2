//! Whose facts and whose frame these are, and on paper what else every file
//! states.

use gloo::events::EventListener;
use leptos::prelude::*;

use crate::document::{About, about, credits};

use super::guide::guide;
use super::picture::today;
use super::state::State;

/// Sources and licences, at the foot of the page.
#[component]
pub(super) fn Credits() -> impl IntoView {
    let state = expect_context::<State>();
    let line = move |at: usize| {
        let (name, credit) = credits(state.text()).into_iter().nth(at)?;
        Some(format!("{name}: {credit}"))
    };
    view! {
        <footer class="credits">
            <h2>{move || state.text().credits_title}</h2>
            <Attributes />
            <ul>
                {move || guide("researchers", state.language.get()).map(|address| view! {
                    <li class="guide">
                        <a href=address target="_blank" rel="noopener">
                            {state.text().guide}
                        </a>
                    </li>
                })}
                <li>
                    {move || line(0)} " "
                    <a href="https://epoch.ai/data/ai-models" rel="noopener">"epoch.ai/data/ai-models"</a>
                </li>
                <li>
                    {move || line(1)} " " <a href="https://spri.kr" rel="noopener">"spri.kr"</a>
                </li>
                <li>{move || state.text().licence}</li>
            </ul>
        </footer>
    }
}

/// Period, filter, data, definition and day, on paper only: on screen the page
/// has them where they are chosen.
#[component]
fn Attributes() -> impl IntoView {
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
