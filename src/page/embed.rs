//! One part of the page in a frame of another page. What is shown stands in
//! the query, so that a plain frame needs no script; nothing is kept and no
//! address is written.

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::UrlSearchParams;

use crate::breakdown::BREAKDOWNS;
use crate::list::ListId;

use super::app::sections;
use super::link::Link;
use super::list_section::ListSection;
use super::rest::{Fetched, Later, Part};
use super::section::{Section, source};
use super::state::{Opened, State};
use super::summary::Summary;

#[wasm_bindgen(module = "/src/page/frame.js")]
extern "C" {
    fn begin(view: &str, warnings: Vec<String>);
    fn select(kind: &str, what: &str);
}

const LISTS: [ListId; 3] = [
    ListId::FocusCountry,
    ListId::TopModels,
    ListId::TrainingCompute,
];

/// A value of the page's query.
fn asked(key: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(key)
}

/// Whether the page is to show one part, for a frame.
pub(super) fn is_embedded() -> bool {
    asked("embed").is_some()
}

/// Whether a key of the query is about the frame and not about the data.
pub(super) fn is_own(key: &str) -> bool {
    matches!(key, "embed" | "parts" | "plain" | "id")
}

/// The part that a frame asked for.
#[component]
pub(super) fn Embed() -> impl IntoView {
    let state = expect_context::<State>();
    let mut warnings = Link::here().unknown().to_vec();
    let wanted = asked("embed").unwrap_or_default();
    let is_view = matches!(&*wanted, "summary" | "infographic" | "report")
        || BREAKDOWNS.iter().any(|own| own.id == wanted)
        || LISTS.iter().any(|own| own.id() == wanted);
    let view = if is_view {
        wanted
    } else {
        warnings.push(format!("embed={wanted}"));
        "report".to_owned()
    };
    let parts = asked("parts").unwrap_or_else(|| "both".to_owned());
    let parts = match &*parts {
        "chart" | "table" | "both" => parts,
        _ => {
            warnings.push(format!("parts={parts}"));
            "both".to_owned()
        }
    };
    let plain = asked("plain").is_some_and(|plain| plain == "1");
    begin(&view, warnings);
    let is_looking_behind = Signal::derive(move || state.opened.with(|opened| !opened.is_empty()));
    Effect::new(move || match state.opened.get().last() {
        Some(Opened::Number(meant)) => select("models", &meant.to_string()),
        Some(Opened::Model(record)) => select("model", &record.to_string()),
        None => {}
    });
    view! {
        <main
            id="report"
            class=format!("embed embed--{parts}")
            class:embed--plain=plain
            aria-busy=move || state.is_updating.get().to_string()
        >
            <Show when=move || state.report.with(Option::is_some)>{part(&view)}</Show>
            <p class="embed__source">
                {move || source(state)} " · "
                <a href=full_page() target="_blank" rel="noopener">
                    {move || state.text().open_full_page}
                </a>
            </p>
        </main>
        <Fetched part=Part::Behind wanted=is_looking_behind />
    }
}

/// A view, or all of them.
fn part(view: &str) -> AnyView {
    if view == "report" {
        let later = Part::SECTIONS
            .into_iter()
            .filter(|own| *own != Part::Export);
        let later: Vec<_> = later.map(|part| view! { <Later part /> }).collect();
        return (view! { <Summary /> }, sections(), later).into_any();
    }
    let breakdowns: Vec<_> = BREAKDOWNS
        .iter()
        .filter(|own| own.id == view)
        .map(|breakdown| view! { <Section breakdown /> })
        .collect();
    let lists: Vec<_> = LISTS
        .into_iter()
        .filter(|own| own.id() == view)
        .map(|list| view! { <ListSection list /> })
        .collect();
    let infographic = (view == "infographic").then(|| view! { <Later part=Part::Infographic /> });
    let summary = (view == "summary").then(|| view! { <Summary /> });
    (summary, breakdowns, lists, infographic).into_any()
}

/// The whole page as this frame shows it: the same parts, behind the `#`.
fn full_page() -> String {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let view = asked("embed").unwrap_or_default();
    let search = location.search().unwrap_or_default();
    let query = UrlSearchParams::new_with_str(&search).map(|params| {
        for key in ["embed", "parts", "plain", "id"] {
            params.delete(key);
        }
        String::from(params.to_string())
    });
    match query {
        Ok(query) if !query.is_empty() => format!("{path}#{view}?{query}"),
        _ => format!("{path}#{view}"),
    }
}
