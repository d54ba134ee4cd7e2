//! Follows a link in a page that shows something else.

use leptos::prelude::*;

use crate::page::address::{BUNDLED, Link};
use crate::page::history::{arrive, own_address};
use crate::page::state::{State, speak};

use super::loading;

/// Shows what a link says, in a page that shows something else.
pub(in crate::page) fn apply(state: State, link: Link) {
    state.is_following.set(true);
    // What an address of ours leaves out is what a first visit shows.
    speak(state, link.language.unwrap_or_default());
    state.theme.set(link.theme.unwrap_or_default());
    state.shape.set(link.shape);
    state.section.set(link.section.clone());
    leptos::task::spawn_local(async move {
        loading::take_definition(state, &link).await;
        let name = state
            .report
            .with_untracked(|report| Some(report.as_ref()?.findings.source.name.clone()));
        let wanted = link
            .data
            .clone()
            .or_else(|| BUNDLED.first().map(|name| (*name).to_owned()));
        let bundled = BUNDLED
            .into_iter()
            .find(|own| wanted.as_deref() == Some(*own));
        let src = untrack(|| own_address(state));
        if let Some(address) = link.src.clone().filter(|own| src.as_ref() != Some(own)) {
            loading::show_file_at(state, &address, link.view.clone()).await;
            return arrive(state, link);
        }
        let bundled = bundled.filter(|_| name != wanted && link.src.is_none());
        match bundled {
            Some(bundled) => loading::show_bundled_as(state, bundled, link.view.clone()).await,
            None => state.look_at_now(link.view.clone()).await,
        }
        arrive(state, link);
    });
}
