//! The head and the summary as HTML that is made when the page is built: it is
//! read before the module has come, and where no script runs.

use leptos::prelude::*;
use leptos::tachys::view::RenderHtml as _;

use crate::engine::Opening;
use crate::page::address::Theme;
use crate::page::definition::Drafting;
use crate::page::head::{FilterBar, Header};
use crate::page::report::Summary;
use crate::page::share::Sharing;
use crate::page::state::State;

use super::opening;

/// What a first visit shows above the sections, in Korean.
#[must_use]
pub fn first_view(opening: Opening) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let state = State::new(Theme::System);
        provide_context(state);
        provide_context(Drafting::new());
        provide_context(Sharing::new());
        let next = opening::take(state, opening);
        state.put(next);
        view! {
            <Header />
            <main>
                <FilterBar />
                <Summary />
            </main>
        }
        .to_html()
    });
    without_marks(&html)
}

/// Without the marks by which a page that runs finds its texts again: this one
/// is replaced.
fn without_marks(html: &str) -> String {
    let mut bare = String::new();
    let mut rest = html;
    // Texts are escaped: what begins so is a mark.
    while let Some((before, marked)) = rest.split_once("<!") {
        bare.push_str(before);
        rest = marked.split_once('>').map_or("", |(_, after)| after);
        if marked.starts_with("--") {
            rest = marked.split_once("-->").map_or("", |(_, after)| after);
        }
    }
    bare + rest
}
