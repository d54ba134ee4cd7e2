//! Whose facts and whose frame these are.

use leptos::prelude::*;

use super::state::State;

/// Sources and licences, at the foot of the page.
#[component]
pub(super) fn Credits() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <footer class="credits">
            <h2>{move || state.text().credits_title}</h2>
            <ul>
                <li>
                    {move || state.text().credit_data} " "
                    <a href="https://epoch.ai/data/ai-models">"epoch.ai/data/ai-models"</a>
                </li>
                <li>
                    {move || state.text().credit_frame} " " <a href="https://spri.kr">"spri.kr"</a>
                </li>
                <li>{move || state.text().licence}</li>
            </ul>
        </footer>
    }
}
