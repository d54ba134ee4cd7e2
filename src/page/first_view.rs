//! The head and the summary as HTML that is made when the page is built: it is
//! read before the module has come, and where no script runs.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::view::RenderHtml as _;

use crate::engine::Opening;

use super::drafting::Drafting;
use super::filter_bar::FilterBar;
use super::header::Header;
use super::loading::BUNDLED;
use super::sharing::Sharing;
use super::shown::Shown;
use super::state::{Basis, Shared, State};
use super::summary::Summary;
use super::theme::Theme;
use crate::report::Report;

/// What a first visit shows above the sections, in Korean.
#[must_use]
pub fn first_view(opening: Opening) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let state = State::new(Theme::System);
        provide_context(state);
        provide_context(Drafting::new());
        provide_context(Sharing::new());
        fill(state, opening);
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

fn fill(state: State, opening: Opening) {
    let [first, _] = BUNDLED;
    let definition = Shared(Arc::new(opening.definition));
    let labels = Shared(Arc::new(opening.labels));
    state.built_in.set(vec![definition.clone()]);
    state.shown.set(Some(Shown {
        name: first.to_owned(),
        own: None,
    }));
    state.notice.set(None);
    state.report.set(Some(Shared(Arc::new(Report {
        findings: opening.findings,
        definition: definition.0.clone(),
        labels: labels.0.clone(),
    }))));
    state.basis.set(Some(Basis { definition, labels }));
}
