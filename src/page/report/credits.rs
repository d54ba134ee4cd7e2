//! Whose facts and whose frame these are.

use leptos::prelude::*;

use crate::document::credits;
use crate::page::browser::guide;
use crate::page::later::{Part, part_once_there};
use crate::page::state::State;

/// Sources and licences, at the foot of the page.
#[component]
pub(in crate::page) fn Credits() -> impl IntoView {
    let state = expect_context::<State>();
    let line = move |at: usize| {
        let (name, credit) = credits(state.text()).into_iter().nth(at)?;
        Some(format!("{name}: {credit}"))
    };
    view! {
        <footer class="credits">
            <h2>{move || state.text().credits_title}</h2>
            {move || part_once_there(state, Part::Attributes)}
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
