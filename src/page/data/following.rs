//! Follows a link in a page that shows something else.

use leptos::prelude::*;

use crate::acts::Wanted;
use crate::page::address::{BUNDLED, Link};
use crate::page::history::own_address;
use crate::page::state::{ListOf, State, Way};

use super::asking::ask_by;
use super::definitions;

/// Shows what a link says, in a page that shows something else.
pub(in crate::page) fn apply(state: State, link: Link) {
    let shown = state.asked.shown();
    let wanted = Wanted {
        list: list(state, &link).or(shown.list),
        definition: definitions::counting(state, &link).unwrap_or(shown.definition),
        view: link.view.clone(),
    };
    let way = Way {
        link,
        is_first: false,
        said: None,
        kept: None,
    };
    ask_by(state, wanted, Some(way));
}

/// The list that a link names, where it is not the one that is shown.
fn list(state: State, link: &Link) -> Option<ListOf> {
    if let Some(address) = &link.src {
        let is_shown = untrack(|| own_address(state)).as_ref() == Some(address);
        return (!is_shown).then(|| ListOf::Site(address.clone()));
    }
    let name = state
        .report
        .with_untracked(|report| Some(report.as_ref()?.findings.source.name.clone()));
    // What an address of ours leaves out is what a first visit shows.
    let wanted = link.data.as_deref().or(BUNDLED.first().copied());
    let bundled = BUNDLED.into_iter().find(|own| wanted == Some(*own));
    bundled
        .filter(|own| name.as_deref() != Some(*own))
        .map(ListOf::Bundled)
}
