//! The table of contents.

use leptos::prelude::*;

use crate::breakdown::BREAKDOWNS;
use crate::document::form_number;
use crate::list::ListId;
use crate::page::later::Part;
use crate::page::state::State;

/// Links to every section.
#[component]
pub(super) fn Contents() -> impl IntoView {
    let state = expect_context::<State>();
    let links = move || {
        let report = state.report.get()?;
        let language = state.language.get();
        let text = language.text();
        let link = |id: &'static str, title: String| {
            view! {
                <li>
                    <a href=format!("#{id}")>{title}</a>
                </li>
            }
        };
        let mut links = Vec::new();
        for breakdown in BREAKDOWNS {
            let number = form_number(breakdown.form, language);
            let title = report.title(breakdown, language);
            links.push(link(breakdown.id, format!("{number} {title}")));
        }
        for list in ListId::ALL {
            let number = form_number(list.form(), language);
            let title = report.list_title(list, language);
            // The focus country's models stand below the countries.
            let at = if list == ListId::FocusCountry {
                2
            } else {
                links.len()
            };
            links.insert(at, link(list.id(), format!("{number} {title}")));
        }
        let later = Part::SECTIONS.map(|part| link(part.id(), part.title(text).to_owned()));
        links.extend(later);
        Some(links)
    };
    view! {
        <details class="contents">
            <summary>{move || state.text().contents}</summary>
            <nav aria-label=move || state.text().contents>
                <ol>{links}</ol>
            </nav>
        </details>
    }
}
