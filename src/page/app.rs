//! The page as a whole: its parts in order, and what concerns all of them.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::breakdown::{BREAKDOWNS, Breakdown};
use crate::list::ListId;
use crate::locale::{self, Language};

use super::address;
use super::credits::Credits;
use super::drafting::Drafting;
use super::embed;
use super::embed_view::FetchedEmbed;
use super::filter_bar::FilterBar;
use super::header::{Controls, Folded, Header, Title};
use super::number;
use super::offline;
use super::opening;
use super::rest::{self, Act, Fetched, Later, Part};
use super::section::Section;
use super::sharing::Sharing;
use super::shown::Notice;
use super::state::State;
use super::stored;
use super::summary::Summary;
use super::theme::{self, Theme};

const LANGUAGE_KEY: &str = "model-census-language";

/// The page. What waits in its place stays until `show` is called.
#[component]
pub(super) fn App(show: UnsyncCallback<()>) -> impl IntoView {
    // Storage may be forbidden, as in a sandboxed frame: then nothing is kept.
    let embedded = embed::is_embedded();
    let language = (!embedded)
        .then(|| stored::word(LANGUAGE_KEY))
        .flatten()
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or_default();
    let state = State::new(Theme::kept());
    provide_context(state);
    provide_context(Drafting::new());
    provide_context(Sharing::new());
    theme::follow(state);
    follow(state.narrow, "(max-width: 560px)");
    say_language(state);
    number::open_pressed(state);
    address::come(state);
    opening::show(state, language);
    show_once_there(state, show);
    Effect::new(move || {
        if let Some(Ok(rest)) = state.rest.get() {
            (rest.follow)(state);
        }
    });
    rest::fetch_at_first_act(state);
    if embedded {
        return view! { <FetchedEmbed /> }.into_any();
    }
    let dropping = RwSignal::new(false);
    accept_drops(state, dropping);

    view! {
        <a class="skip" href="#report">
            {move || state.text().skip_to_report}
        </a>
        <InTurn piece=Piece::NewVersion />
        <Header />
        <main
            id="report"
            tabindex="-1"
            aria-busy=move || state.is_busy().to_string()
        >
            <Show when=move || state.report.with(Option::is_some)>
                <InTurn piece=Piece::Filter />
                <InTurn piece=Piece::Summary />
                <InTurn piece=Piece::There />
                {sections()}
                {Part::SECTIONS.map(|part| view! { <InTurn piece=Piece::Later(part) /> })}
            </Show>
        </main>
        <Show when=move || state.report.with(Option::is_some)>
            <InTurn piece=Piece::Credits />
        </Show>
        <InTurn piece=Piece::Dialogs />
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
                .notice
                .with(|notice| !matches!(notice, None | Some(Notice::Starting)))
    });
    Effect::new(move || {
        if nothing_waits || has_more.get() {
            show.run(());
        }
    });
}

/// A piece of the page that is made in one go.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece {
    Title,
    Controls,
    Folded,
    Filter,
    Summary,
    /// Nothing: what waited in the page's place is no longer needed.
    There,
    Breakdown(&'static Breakdown),
    Later(Part),
    Credits,
    NewVersion,
    Dialogs,
}

/// A piece, once it is its turn.
#[component]
pub(super) fn InTurn(piece: Piece) -> impl IntoView {
    let state = expect_context::<State>();
    let mine = state.turns.turn();
    move || {
        mine.get().then(|| match piece {
            Piece::Title => view! { <Title /> }.into_any(),
            Piece::Controls => view! { <Controls /> }.into_any(),
            Piece::Folded => view! { <Folded /> }.into_any(),
            Piece::Filter => view! { <FilterBar /> }.into_any(),
            Piece::Summary => view! { <Summary /> }.into_any(),
            Piece::There => {
                state.is_there.set(true);
                ().into_any()
            }
            Piece::Breakdown(breakdown) => view! { <Section breakdown /> }.into_any(),
            Piece::Later(part) => view! { <Later part /> }.into_any(),
            Piece::Credits => view! { <Credits /> }.into_any(),
            Piece::NewVersion => {
                view! { <Fetched part=Part::NewVersion wanted=offline::follow() /> }.into_any()
            }
            Piece::Dialogs => view! { <Dialogs /> }.into_any(),
        })
    }
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

/// The report's sections in the report's order.
pub(super) fn sections() -> impl IntoView {
    let mut pieces = Vec::new();
    for breakdown in BREAKDOWNS {
        pieces.push(Piece::Breakdown(breakdown));
        // The focus country's models belong below the countries.
        if breakdown.id == "country" {
            pieces.push(Piece::Later(Part::List(ListId::FocusCountry)));
        }
    }
    let lists = [ListId::TopModels, ListId::TrainingCompute];
    pieces.extend(lists.map(|list| Piece::Later(Part::List(list))));
    let in_turn = |piece| view! { <InTurn piece /> };
    pieces.into_iter().map(in_turn).collect_view()
}

/// Keeps a signal equal to a media query.
fn follow(signal: RwSignal<bool>, query: &str) {
    let Ok(Some(list)) = window().match_media(query) else {
        return;
    };
    signal.set(list.matches());
    EventListener::new(&list.clone(), "change", move |_| signal.set(list.matches())).forget();
}

/// Tells the document its language and title, and remembers the choice.
fn say_language(state: State) {
    Effect::new(move || {
        let language = state.language.get();
        let title = language.text().page_title;
        let title = match state.report.get() {
            Some(report) => {
                let period = locale::period(report.findings.period, language);
                format!("{title} ({period}) - Model Census")
            }
            None => format!("{title} - Model Census"),
        };
        document().set_title(&title);
        if let Some(root) = document().document_element() {
            // Setting a plain attribute does not fail.
            let _ = root.set_attribute("lang", language.tag());
        }
        if embed::is_embedded() {
            return;
        }
        stored::keep_word(LANGUAGE_KEY, language.tag());
    });
}

/// A file may be dropped anywhere.
fn accept_drops(state: State, dropping: RwSignal<bool>) {
    let options = EventListenerOptions::enable_prevent_default();
    for kind in ["dragenter", "dragover"] {
        EventListener::new_with_options(&window(), kind, options, move |event| {
            event.prevent_default();
            if !dropping.get_untracked() {
                dropping.set(true);
                rest::act(state, Act::ExpectFile);
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
        if let Some(file) = files.and_then(|files| files.get(0)) {
            rest::act(state, Act::Open(file));
        }
    })
    .forget();
}
