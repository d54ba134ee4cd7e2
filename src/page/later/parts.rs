//! What can be asked of the rest of the page, as plain values: what shows and
//! does it is fetched (rest.rs).

use leptos::prelude::*;

use crate::acts::Change;
use crate::chart::Drawing;
use crate::document::Grid;
use crate::list::ListId;
use crate::locale::Text;
use crate::page::state::{Counting, State};

/// A part of the page that is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::page) enum Part {
    /// A list of the report.
    List(ListId),
    Infographic,
    Policy,
    /// Models that are not in the list.
    Coverage,
    /// Why the numbers moved.
    Moved,
    /// How the list grew.
    History,
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
    pub const SECTIONS: [Self; 10] = [
        Self::Infographic,
        Self::Policy,
        Self::Coverage,
        Self::Moved,
        Self::History,
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
            Self::Coverage => "coverage",
            Self::Moved => "comparison",
            Self::History => "history",
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
            Self::Coverage => text.coverage_title,
            Self::Moved => text.moved_title,
            Self::History => text.history_title,
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
    pub fn heading(self, state: State) -> String {
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

/// What a picture is made of: the chart by light, wide.
pub(in crate::page) type Draw = Callback<(), Option<Drawing>>;

/// Where a table comes from.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) enum GridOf {
    /// The breakdown or list of an id, as it is shown.
    Section(&'static str),
    /// A part of the page that is fetched makes it.
    Own(Callback<(), Option<Grid>>),
}

/// A press of a button below a table or chart, with what the button names its
/// file after.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) enum Tool {
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
pub(in crate::page) enum Act {
    /// What a link asks for, or what is kept.
    Begin,
    /// Files that were picked or dropped together, of which one is read.
    Open(js_sys::Array),
    /// A file is about to come.
    ExpectFile,
    ShowBundled(&'static str),
    /// Change how the data is looked at.
    Look(Change),
    /// Count by another definition.
    Count(Counting),
    /// End what goes on: what is shown stays.
    Cancel,
    /// Try again what failed.
    Again,
    /// What stands behind a number or model that was pressed.
    LookBehind(String),
}

/// What became of a [`Tool`], for the reader.
pub(in crate::page) type ToolNote = RwSignal<Option<String>>;
