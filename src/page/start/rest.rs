//! The rest of the page: what nobody sees at first. Its code is a part of the
//! module that is fetched when the reader comes near or asks for it, so that a
//! first view does not wait for it (tools/build-wasm.sh).
//!
//! What is reached from [`rest`] alone is in that part; everything else is in
//! the first one.

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use crate::page::beyond::{
    CoverageSection, ExploreSection, HistorySection, MovedSection, SensitivitySection,
    VerificationSection,
};
use crate::page::browser::{NotFetched, english};
use crate::page::chart::picture;
use crate::page::data::{
    BesideControl, ComputeControl, Diagnostics, EncodingControl, KeepControl, PackedControl,
    apply as follow_link, asking, listen, loading,
};
use crate::page::definition::{ColumnsControl, DefinitionBody, Drafting, Pending};
use crate::page::evidence::EvidenceDialog;
use crate::page::files::ExportSection;
use crate::page::head::FilterForm;
use crate::page::history::{LinkNotice, steps as history};
use crate::page::later::{Act, Part, Rest, Tool, ToolNote, fetched};
use crate::page::numbers::number;
use crate::page::report::{Attributes, InfographicSection, ListSection, PolicySection, grid_tools};
use crate::page::share::ShareDialog;
use crate::page::state::State;

use super::offline::NewVersion;

/// Says that the rest is fetched from here.
pub(super) fn register() {
    fetched::come_by(|| Box::pin(rest()));
}

#[wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)]
fn rest() -> Result<Rest, NotFetched> {
    english::learn();
    Ok(Rest {
        show,
        apply,
        act: acted,
        follow,
    })
}

/// Keeps all in step from now on: the address, the steps of the definition, and
/// the engine, which may end.
fn follow(state: State) {
    listen(state);
    expect_context::<Drafting>().follow(state);
    history::follow(state, follow_link);
}

fn show(part: Part) -> AnyView {
    match part {
        Part::List(list) => view! { <ListSection list /> }.into_any(),
        Part::Infographic => view! { <InfographicSection /> }.into_any(),
        Part::Policy => view! { <PolicySection /> }.into_any(),
        Part::Coverage => view! { <CoverageSection /> }.into_any(),
        Part::Moved => view! { <MovedSection /> }.into_any(),
        Part::History => view! { <HistorySection /> }.into_any(),
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
            <BesideControl />
            <ColumnsControl />
            <ComputeControl />
            <EncodingControl />
            <KeepControl />
        }
        .into_any(),
        Part::NewVersion => view! { <NewVersion /> }.into_any(),
    }
}

fn apply(state: State, tool: Tool, said: ToolNote) {
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
        Act::Open(files) => asking::open(state, &files),
        Act::ExpectFile => asking::expect_file(state),
        Act::ShowBundled(name) => asking::show_bundled(state, name),
        Act::Look(change) => asking::look(state, change),
        Act::Count(by) => asking::count(state, by),
        Act::Cancel => asking::cancel(state),
        Act::Again => asking::again(state),
        Act::LookBehind(meant) => number::open(state, &meant),
    }
}
