//! One part of the page in a frame of another page; its code is a part of the
//! module of its own (tools/build-wasm.sh).

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::breakdown::BREAKDOWNS;
use crate::dataset::{Code, Problem};
use crate::list::ListId;
use crate::locale::{self, fill};
use crate::page::address::Opened;
use crate::page::browser::NotFetched;
use crate::page::frame::{all_asked, asked};
use crate::page::head::NoticeLine;
use crate::page::history::{Names, current, unmet};
use crate::page::later::{Fetched, Later, Missing, Part};
use crate::page::report::{ListSection, Section, Summary, later_sections, sections, source};
use crate::page::state::{Notice, Origin, State};

#[wasm_bindgen(module = "/src/page/frame/frame.js")]
extern "C" {
    fn begin();
    fn show(view: &str, warnings: Vec<String>);
    fn select(kind: &str, what: &str);
}

const LISTS: [ListId; 3] = [
    ListId::FocusCountry,
    ListId::TopModels,
    ListId::TrainingCompute,
];

/// Whether there is a view of this name.
fn is_view(name: &str) -> bool {
    matches!(name, "summary" | "infographic" | "coverage" | "report")
        || BREAKDOWNS.iter().any(|own| own.id == name)
        || LISTS.iter().any(|own| own.id() == name)
}

/// The value of a key where it is one of those that are understood, else the
/// first of these and a warning.
fn one_of(key: &str, known: &[&'static str], warnings: &mut Vec<String>) -> &'static str {
    let value = asked(key);
    let found = known.iter().find(|own| value.as_deref() == Some(**own));
    if let (None, Some(value)) = (found, value) {
        warnings.push(format!("{key}={value}"));
    }
    found.or(known.first()).copied().unwrap_or_default()
}

type Show = fn() -> AnyView;

/// So long nobody looks at an empty frame.
const LATE_MS: u32 = 4_000;

#[wasm_split(embed_view, wasm_split_path = leptos::wasm_split, fallible)]
fn embed_view() -> Result<Show, NotFetched> {
    Ok(|| view! { <Embed /> }.into_any())
}

/// The part that a frame asked for, once its code is there.
#[component]
pub(super) fn FetchedEmbed() -> impl IntoView {
    let fetched: RwSignal<Option<Result<Show, NotFetched>>> = RwSignal::new(None);
    let state = expect_context::<State>();
    let is_there = move || fetched.with_untracked(|own| matches!(own, Some(Ok(_))));
    let fetch = move || {
        fetched.set(None);
        spawn_local(async move {
            let come = embed_view().await;
            if !is_there() {
                fetched.set(Some(come));
            }
        });
        spawn_local(async move {
            TimeoutFuture::new(LATE_MS).await;
            if fetched.with_untracked(Option::is_none) {
                fetched.set(Some(Err(NotFetched)));
            }
        });
    };
    fetch();
    let again = Callback::new(move |()| fetch());
    move || {
        Some(match fetched.get()? {
            Ok(show) => show(),
            Err(NotFetched) => {
                let what = Signal::derive(move || state.text().not_fetched);
                view! { <Missing what again /> }.into_any()
            }
        })
    }
}

/// The part that a frame asked for.
#[component]
fn Embed() -> impl IntoView {
    let state = expect_context::<State>();
    let mut warnings = Vec::new();
    let wanted = asked("embed").unwrap_or_default();
    let view = if is_view(&wanted) {
        wanted
    } else {
        warnings.push(format!("embed={wanted}"));
        "report".to_owned()
    };
    let parts = one_of("parts", &["both", "chart", "table"], &mut warnings);
    let plain = one_of("plain", &["0", "1"], &mut warnings) == "1";
    let handed = all_asked("await").into_iter();
    let unknown = handed.filter(|kind| !matches!(&**kind, "data" | "definition"));
    warnings.extend(unknown.map(|kind| format!("await={kind}")));
    begin();
    let not_understood = warnings.clone();
    let told = view.clone();
    Effect::new(move || {
        if state.report.with(Option::is_some) && !state.asked.is_following.get() {
            let mut warnings = warnings.clone();
            warnings.extend(unmet::parts(state));
            let conditions = unmet_conditions(state).into_iter();
            warnings.extend(conditions.map(|own| format!("filter={}", own.value)));
            show(&told, warnings);
        }
    });
    let is_looking_behind = Signal::derive(move || state.opened.with(|opened| !opened.is_empty()));
    Effect::new(move || match state.opened.get().last() {
        Some(Opened::Number(meant)) => select("models", &meant.to_string()),
        Some(Opened::Model(record)) => select("model", &record.to_string()),
        None => {}
    });
    let is_refused = move || {
        let notice = state.said.notice.get();
        notice.is_some_and(|notice| notice.is_error() || notice.takes_long())
    };
    let differences = Memo::new(move |_| {
        let mut said = unmet::differences(state);
        said.extend(unmet::unreadable(state));
        let words = locale::share(state.language.get());
        said.extend(unmet_conditions(state).iter().map(|own| {
            let part = ("part", &*own.value);
            match &own.suggestion {
                Some(nearest) => fill(words.unmet_nearest, &[part, ("nearest", nearest)]),
                None => fill(words.unmet, &[part]),
            }
        }));
        let text = state.text();
        let parts = not_understood.iter();
        said.extend(parts.map(|part| fill(text.link_unreadable, &[("part", part)])));
        said
    });
    // Whoever reads the page around the frame cannot mend its address.
    let is_without = move || {
        let is_unusable = |notice: &Option<Notice>| matches!(notice, Some(Notice::Unusable { .. }));
        state.said.notice.with(is_unusable) && state.report.with(Option::is_none)
    };
    let full = view.clone();
    view! {
        <main
            id="report"
            class=format!("embed embed--{parts}")
            class:embed--plain=plain
            aria-busy=move || state.is_busy().to_string()
        >
            <Show when=is_without>
                <p class="section__missing" role="alert">
                    {move || locale::share(state.language.get()).not_here}
                </p>
            </Show>
            <Show when=is_refused>
                <NoticeLine />
            </Show>
            <Show when=move || !differences.with(Vec::is_empty)>
                <div class="link-notice" role="status">
                    {move || differences.get().into_iter().map(|said| view! { <p>{said}</p> }).collect_view()}
                </div>
            </Show>
            <Show when=move || state.report.with(Option::is_some)>
                {part(&view)}
            </Show>
            <p class="embed__source">
                {move || state.report.with(Option::is_some).then(|| source(state))}
                {move || from_host(state).map(|said| format!(" · {said}"))}
                {move || full_page(state, &full).map(|address| view! {
                    " · "
                    <a href=address target="_blank" rel="noopener">
                        {state.text().open_full_page}
                    </a>
                })}
            </p>
        </main>
        <Fetched part=Part::Behind wanted=is_looking_behind />
    }
}

/// A view, or all of them.
fn part(view: &str) -> AnyView {
    if view == "report" {
        // In the order of their turns.
        let report = (view! { <Summary /> }, sections());
        let later = Part::SECTIONS
            .into_iter()
            .filter(|own| *own != Part::Export);
        return (report, later_sections(later)).into_any();
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
    let later = [Part::Infographic, Part::Coverage];
    let later = later.into_iter().filter(|own| own.id() == view);
    let later: Vec<_> = later.map(|part| view! { <Later part /> }).collect();
    let summary = (view == "summary").then(|| view! { <Summary /> });
    (summary, breakdowns, lists, later).into_any()
}

/// The conditions of the filter that no model meets: a frame has no diagnostics
/// that would tell of them.
fn unmet_conditions(state: State) -> Vec<Problem> {
    let is_unmet = |own: &&Problem| own.code == Code::UnmetCondition;
    state.report.with(|report| {
        let problems = report.iter().flat_map(|own| &own.findings.problems);
        problems.filter(is_unmet).cloned().collect()
    })
}

/// Who handed the data over, where it was the page around the frame.
fn from_host(state: State) -> Option<String> {
    let words = locale::share(state.language.get()).from_host;
    state.shown.with(|shown| {
        let shown = shown.as_ref()?;
        let Some(Origin::Host(origin)) = &shown.own.as_ref()?.origin else {
            return None;
        };
        Some(fill(words, &[("origin", origin), ("name", &shown.name)]))
    })
}

/// The whole page as this frame shows it; none where it has not the data.
fn full_page(state: State, view: &str) -> Option<String> {
    if !state.report.with(Option::is_some) || from_host(state).is_some() {
        return None;
    }
    let path = window().location().pathname().unwrap_or_default();
    Some(path + &current::address(state, view, Names::Whole))
}
