//! The page as a whole: its parts in order, and what concerns all of them.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::page::definition::Drafting;
use crate::page::frame;
use crate::page::head::{FilterBar, Header};
use crate::page::history::steps as history;
use crate::page::later::{Act, Fetched, InTurn, Part, act, fetch_at_first_act, follow_once_there};
use crate::page::numbers::number;
use crate::page::report::{Credits, Summary, later_sections, sections};
use crate::page::share::Sharing;
use crate::page::state::{Notice, State};

use super::embed_view::FetchedEmbed;
use super::{appearance, offline, opening, rest};

/// The page. What waits in its place stays until `show` is called.
#[component]
pub(super) fn App(show: UnsyncCallback<()>) -> impl IntoView {
    rest::register();
    let language = appearance::kept_language();
    let state = State::new(appearance::kept_theme());
    provide_context(state);
    provide_context(Drafting::new());
    provide_context(Sharing::new());
    appearance::follow_theme(state);
    appearance::follow_width(state);
    appearance::say_language(state);
    number::open_pressed(state);
    history::come(state);
    opening::show(state, language);
    show_once_there(state, show);
    follow_once_there(state);
    fetch_at_first_act(state);
    if frame::is_embedded() {
        return view! { <FetchedEmbed /> }.into_any();
    }
    let dropping = RwSignal::new(false);
    accept_drops(state, dropping);

    view! {
        <a class="skip" href="#report">
            {move || state.text().skip_to_report}
        </a>
        <InTurn>
            <Fetched part=Part::NewVersion wanted=offline::follow() />
        </InTurn>
        <Header />
        <main
            id="report"
            tabindex="-1"
            aria-busy=move || state.is_busy().to_string()
        >
            <Show when=move || state.report.with(Option::is_some)>
                <InTurn>
                    <FilterBar />
                </InTurn>
                <InTurn>
                    <Summary />
                </InTurn>
                // What waited in the page's place is no longer needed.
                <InTurn>{state.is_there.set(true)}</InTurn>
                {sections()}
                {later_sections(Part::SECTIONS)}
            </Show>
        </main>
        <Show when=move || state.report.with(Option::is_some)>
            <InTurn>
                <Credits />
            </InTurn>
        </Show>
        <InTurn>
            <Dialogs />
        </InTurn>
        <Show when=move || dropping.get()>
            <div class="drop-target" aria-hidden="true">
                <p>{move || state.text().drop_here}</p>
            </div>
        </Show>
    }
    .into_any()
}

/// Shows the page at once where nothing waits in its place (`first.js`), else as
/// soon as it has more to show.
fn show_once_there(state: State, show: UnsyncCallback<()>) {
    let root = document().document_element();
    let nothing_waits = root.is_some_and(|root| root.has_attribute("data-first-view"));
    let has_more = Memo::new(move |_| {
        state.is_there.get()
            || state
                .said
                .notice
                .with(|notice| !matches!(notice, None | Some(Notice::Starting)))
    });
    Effect::new(move || {
        if nothing_waits || has_more.get() {
            show.run(());
        }
    });
}

/// What stands behind numbers, and the codes for other pages.
#[component]
fn Dialogs() -> impl IntoView {
    let state = expect_context::<State>();
    let is_looking_behind = Signal::derive(move || state.opened.with(|opened| !opened.is_empty()));
    let is_sharing = expect_context::<Sharing>().is_wanted();
    view! {
        <Fetched part=Part::Behind wanted=is_looking_behind />
        <Fetched part=Part::Share wanted=is_sharing />
    }
}

/// A file may be dropped anywhere.
fn accept_drops(state: State, dropping: RwSignal<bool>) {
    let options = EventListenerOptions::enable_prevent_default();
    for kind in ["dragenter", "dragover"] {
        EventListener::new_with_options(&window(), kind, options, move |event| {
            event.prevent_default();
            if !dropping.get_untracked() {
                dropping.set(true);
                act(state, Act::ExpectFile);
            }
        })
        .forget();
    }
    EventListener::new(&window(), "dragleave", move |event| {
        // Leaving a part of the page for another is not leaving the page.
        let event: &web_sys::DragEvent = event.unchecked_ref();
        if event.related_target().is_none() {
            dropping.set(false);
        }
    })
    .forget();
    EventListener::new_with_options(&window(), "drop", options, move |event| {
        event.prevent_default();
        dropping.set(false);
        let event: &web_sys::DragEvent = event.unchecked_ref();
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(files) = files.filter(|files| files.length() > 0) {
            act(state, Act::Open(js_sys::Array::from(&files)));
        }
    })
    .forget();
}
