//! The rest of the page: what nobody sees at first. Its code is a part of the
//! module that is fetched when the reader comes near or asks for it, so that a
//! first view does not wait for it (tools/build-wasm.sh).
//!
//! What is reached from [`rest`] alone is in that part; everything else is in
//! the first one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::list::ListId;
use crate::locale::Text;

use super::address;
use super::attributes::Attributes;
use super::client;
use super::definition_panel::{DefinitionBody, Pending};
use super::diagnostics::Diagnostics;
use super::encoding_control::EncodingControl;
use super::english;
use super::evidence_dialog::EvidenceDialog;
use super::explore_section::ExploreSection;
use super::export_section::ExportSection;
use super::filter_bar::FilterForm;
use super::grid_tools::{self, GridOf};
use super::infographic_section::InfographicSection;
use super::keep::KeepControl;
use super::list_section::ListSection;
use super::loading;
use super::near::{idle, near};
use super::number;
use super::offline::NewVersion;
use super::packed_control::PackedControl;
use super::picture::{self, Draw};
use super::policy_section::PolicySection;
use super::sensitivity_section::SensitivitySection;
use super::share_dialog::ShareDialog;
use super::shown::Notice;
use super::state::State;
use super::unmet::LinkNotice;
use super::verification_section::VerificationSection;

/// A part of the page that is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A list of the report.
    List(ListId),
    Infographic,
    Policy,
    Verification,
    Sensitivity,
    Explore,
    Export,
    Diagnostics,
    /// What stands behind a number.
    Behind,
    /// All of the definition.
    Definition,
    /// What of a link does not hold.
    LinkNotice,
    /// A change of the definition that is not kept yet.
    Pending,
    /// What adds to the filter.
    FilterForm,
    /// The dialog that gives links and codes.
    Share,
    /// Encoding, table, and keeping, for a file of the reader's own.
    FileControls,
    /// What every file states, for paper.
    Attributes,
    /// The offer of a newer version.
    NewVersion,
}

impl Part {
    /// Those that are sections of their own, in the page's order.
    pub const SECTIONS: [Self; 7] = [
        Self::Infographic,
        Self::Policy,
        Self::Verification,
        Self::Sensitivity,
        Self::Explore,
        Self::Export,
        Self::Diagnostics,
    ];

    /// The id of its section; blank where it is none.
    pub fn id(self) -> &'static str {
        match self {
            Self::List(list) => list.id(),
            Self::Infographic => "infographic",
            Self::Policy => "policy",
            Self::Verification => "verification",
            Self::Sensitivity => "sensitivity",
            Self::Explore => "explore",
            Self::Export => "export",
            Self::Diagnostics => "diagnostics",
            _ => "",
        }
    }

    /// The title of its section; blank where it is none.
    pub fn title(self, text: &Text) -> &'static str {
        match self {
            Self::Infographic => text.infographic_title,
            Self::Policy => text.chapter_policy,
            Self::Verification => text.verification_title,
            Self::Sensitivity => text.sensitivity_title,
            Self::Explore => text.explore_title,
            Self::Export => text.export_title,
            Self::Diagnostics => text.data_title,
            _ => "",
        }
    }
}

impl Part {
    /// The heading of its section, as long as its code is on its way.
    fn heading(self, state: State) -> String {
        let language = state.language.get();
        match self {
            Self::List(list) => state.report.with(|report| {
                let title = report
                    .as_ref()
                    .map(|report| report.list_title(list, language));
                title.unwrap_or_default()
            }),
            _ => self.title(language.text()).to_owned(),
        }
    }
}

/// A press of a button below a table or chart, with what the button names its
/// file after.
#[derive(Clone, Copy, Debug)]
pub(super) enum Tool {
    CopyTable(GridOf),
    SaveTable(GridOf, &'static str),
    SaveSvg(Draw, &'static str),
    /// With so many pixels for each CSS pixel.
    SavePng(Draw, &'static str, f64),
    /// The same.
    CopyPicture(Draw, f64),
}

/// What a reader asks for of data.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// What a link asks for, or what is kept.
    Begin,
    Open(web_sys::File),
    /// A file is about to come.
    ExpectFile,
    ShowBundled(&'static str),
    /// End the read that goes on.
    Cancel,
    /// What stands behind a number or model that was pressed.
    LookBehind(String),
}

/// What became of a [`Tool`], for the reader.
pub(super) type Said = RwSignal<Option<String>>;

/// What is fetched: how to show a part, and what tools do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rest {
    /// Shows a part.
    pub show: fn(Part) -> AnyView,
    apply: fn(State, Tool, Said),
    act: fn(State, Act),
    /// Keeps address and page in step.
    pub follow: fn(State),
}

/// The code did not come; why is in the console.
#[derive(Clone, Copy, Debug)]
pub(super) struct NotFetched;

impl From<SplitLoaderError> for NotFetched {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)]
fn rest() -> Result<Rest, NotFetched> {
    english::learn();
    Ok(Rest {
        show,
        apply,
        act: acted,
        follow: address::follow,
    })
}

fn show(part: Part) -> AnyView {
    match part {
        Part::List(list) => view! { <ListSection list /> }.into_any(),
        Part::Infographic => view! { <InfographicSection /> }.into_any(),
        Part::Policy => view! { <PolicySection /> }.into_any(),
        Part::Verification => view! { <VerificationSection /> }.into_any(),
        Part::Sensitivity => view! { <SensitivitySection /> }.into_any(),
        Part::Explore => view! { <ExploreSection /> }.into_any(),
        Part::Export => view! { <ExportSection /> }.into_any(),
        Part::Diagnostics => view! { <Diagnostics /> }.into_any(),
        Part::Behind => view! { <EvidenceDialog /> }.into_any(),
        Part::Definition => view! { <DefinitionBody /> }.into_any(),
        Part::Pending => view! { <Pending /> }.into_any(),
        Part::Attributes => view! { <Attributes /> }.into_any(),
        Part::LinkNotice => view! { <LinkNotice /> }.into_any(),
        Part::FilterForm => view! { <FilterForm /> }.into_any(),
        Part::Share => view! { <ShareDialog /> }.into_any(),
        Part::FileControls => view! {
            <PackedControl />
            <EncodingControl />
            <KeepControl />
        }
        .into_any(),
        Part::NewVersion => view! { <NewVersion /> }.into_any(),
    }
}

fn apply(state: State, tool: Tool, said: Said) {
    match tool {
        Tool::CopyTable(of) => grid_tools::copy_grid(state, of, said),
        Tool::SaveTable(of, id) => grid_tools::save_grid(state, of, id),
        Tool::SaveSvg(draw, id) => picture::save_svg(state, draw, id, said),
        Tool::SavePng(draw, id, scale) => picture::save_png(state, draw, id, scale, said),
        Tool::CopyPicture(draw, scale) => picture::copy_chart(state, draw, scale, said),
    }
}

fn acted(state: State, act: Act) {
    match act {
        Act::Begin => loading::start(state),
        Act::Open(file) => loading::open(state, file),
        Act::ExpectFile => loading::expect_file(state),
        Act::ShowBundled(name) => loading::show_bundled(state, name),
        Act::Cancel => loading::cancel(state),
        Act::LookBehind(meant) => number::open(state, &meant),
    }
}

/// Fetches the rest, unless it is there.
pub(super) async fn fetched(state: State) -> Result<Rest, NotFetched> {
    if let Some(Ok(rest)) = state.rest.get_untracked() {
        return Ok(rest);
    }
    let fetched = rest().await;
    // Whoever waited for it too may have set it.
    if !state.rest.with_untracked(|own| matches!(own, Some(Ok(_)))) {
        state.rest.set(Some(fetched));
    }
    fetched
}

/// Begins to fetch the rest, unless it is there.
pub(super) fn fetch(state: State) {
    spawn_local(async move {
        // Where it fails, the parts that are missing say so.
        let _ = fetched(state).await;
    });
}

/// Does what concerns data, once its code is there.
pub(super) fn act(state: State, act: Act) {
    spawn_local(async move {
        match fetched(state).await {
            Ok(rest) => (rest.act)(state, act),
            Err(NotFetched) => state.notice.set(Some(Notice::NotFetched)),
        }
    });
}

/// Uses a tool, once its code is there.
pub(super) fn use_tool(state: State, tool: Tool, said: Said) {
    spawn_local(async move {
        match fetched(state).await {
            Ok(rest) => (rest.apply)(state, tool, said),
            Err(NotFetched) => said.set(Some(
                state.language.get_untracked().text().not_fetched.to_owned(),
            )),
        }
    });
}

/// Fetches the rest and the engine at the reader's first act: whoever acts will
/// soon want them, and whoever only looks need not pay for them.
pub(super) fn fetch_at_first_act(state: State) {
    const ACTS: [&str; 5] = ["pointerdown", "keydown", "wheel", "touchstart", "dragenter"];
    for act in ACTS {
        gloo::events::EventListener::once(&window(), act, move |_| {
            fetch(state);
            client::awake();
        })
        .forget();
    }
}

/// Fetches the rest once the page has nothing to do, so that it is whole for
/// whoever searches it, prints it or has it read aloud.
pub(super) fn fetch_when_idle(state: State) {
    idle(move || fetch(state));
}

/// A section of the rest: its title until its code is there.
#[component]
pub(super) fn Later(part: Part) -> impl IntoView {
    let state = expect_context::<State>();
    let (place, near) = near();
    Effect::new(move || {
        if near.get() {
            fetch(state);
        }
    });
    let mine = RwSignal::new(false);
    Effect::new(move || {
        if state.rest.with(|rest| matches!(rest, Some(Ok(_)))) {
            state.turns.wait(mine);
        }
    });
    move || match state.rest.get() {
        Some(Ok(rest)) if mine.get() => (rest.show)(part),
        _ => {
            let heading = format!("{}-title", part.id());
            view! {
                <section
                    node_ref=place
                    class="section section--later"
                    id=part.id()
                    aria-labelledby=heading.clone()
                >
                    <h2 class="section__title" id=heading.clone()>
                        {move || part.heading(state)}
                    </h2>
                    <Failed />
                </section>
            }
            .into_any()
        }
    }
}

/// A part of the rest that is no section, once it is wanted.
#[component]
pub(super) fn Fetched(part: Part, #[prop(into)] wanted: Signal<bool>) -> impl IntoView {
    let state = expect_context::<State>();
    let ever = RwSignal::new(false);
    Effect::new(move || {
        // Once: to set it again would make the part anew.
        if wanted.get() && !ever.get_untracked() {
            ever.set(true);
            fetch(state);
        }
    });
    move || {
        if !ever.get() {
            return None;
        }
        Some(match state.rest.get() {
            Some(Ok(rest)) => (rest.show)(part),
            _ => view! { <Failed /> }.into_any(),
        })
    }
}

/// Says that the rest could not be fetched, and tries again.
#[component]
fn Failed() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <Show when=move || state.rest.with(|rest| matches!(rest, Some(Err(_))))>
            <p class="section__missing" role="status">
                {move || state.text().not_fetched}
                " "
                <button type="button" on:click=move |_| fetch(state)>
                    {move || state.text().try_again}
                </button>
            </p>
        </Show>
    }
}
