//! The link to what the page shows.

use leptos::prelude::*;

use crate::locale::Language;
use crate::page::address::{BUNDLED, Link, Theme};
use crate::page::state::{Origin, State};

/// So many hexadecimal digits of a fingerprint tell files apart.
const DIGITS: usize = 16;

/// How much a link names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::page) enum Names {
    /// Everything, unless a first visit shows it anyway.
    Whole,
    /// Only what the reader chose, so that it shows newer data once there are.
    Choices,
    /// Everything, so that it shows the same for good.
    Frozen,
}

/// The link to what the page shows; `None` before it shows anything.
pub(in crate::page) fn current(state: State, names: Names) -> Option<Link> {
    let report = state.report.get()?;
    let source = &report.findings.source;
    let bundled = state
        .shown
        .with(|shown| Some(shown.as_ref()?.is_bundled()))?;
    let first = bundled && BUNDLED.first().is_some_and(|first| *first == source.name);
    let digits = |sha256: &str| sha256.chars().take(DIGITS).collect::<String>();
    let mut link = Link {
        section: state.section.get(),
        covered: state.covered.get(),
        against: state.against.get(),
        opened: state.opened.get(),
        shape: state.shape.get(),
        theme: Some(state.theme.get()).filter(|theme| *theme != Theme::default()),
        language: Some(state.language.get()).filter(|language| *language != Language::default()),
        ..Link::default()
    };
    let (definition, changes) = state.definition_in_link();
    let own_definition = definition.is_some();
    let period = report.findings.period;
    let own_view =
        !report.findings.filter.is_empty() || report.definition.period.fixed() != Some(period);
    let whole =
        names == Names::Frozen || (names == Names::Whole && (!first || own_definition || own_view));
    link.src = own_address(state);
    if whole {
        link.view.period = Some(period);
        link.view.filter = report.findings.filter.clone();
    } else if names == Names::Choices {
        link.view = state.view.get();
    }
    if whole || (names == Names::Choices && own_definition) {
        link.definition = Some(definition.unwrap_or_else(|| report.definition.id.clone()));
        link.changes = changes;
    }
    if whole || (names == Names::Choices && !first) {
        link.data = Some(source.name.clone());
    }
    if whole {
        link.data_sha256 = source.sha256.as_deref().map(digits);
        link.definition_sha256 = Some(digits(&state.fingerprint(&report.definition)));
    }
    Some(link)
}

/// The address of the shown file, where it is on the page's own site.
pub(in crate::page) fn own_address(state: State) -> Option<String> {
    state
        .shown
        .with(|shown| match &shown.as_ref()?.own.as_ref()?.origin {
            Some(Origin::Site(address)) => Some(address.clone()),
            _ => None,
        })
}

/// The address, behind the `#`, of what is shown.
pub(in crate::page) fn address(state: State, section: &str, names: Names) -> String {
    let link = current(state, names).unwrap_or_default();
    let section = section.to_owned();
    Link { section, ..link }.write()
}
