//! A piece of the page that is made in one go, once it is its turn.

use leptos::prelude::*;

use crate::page::state::State;

/// A piece, once it is its turn.
#[component]
pub(in crate::page) fn InTurn(children: ChildrenFn) -> impl IntoView {
    let state = expect_context::<State>();
    let mine = state.turns.turn();
    move || mine.get().then(|| children())
}
