//! The report's sections, in the report's order.

use leptos::prelude::*;

use crate::breakdown::BREAKDOWNS;
use crate::list::ListId;
use crate::page::later::{InTurn, Later, Part};

use super::section::Section;

/// Every breakdown, and every list in its place, each in turn.
pub(in crate::page) fn sections() -> impl IntoView {
    let list = |list: ListId| {
        let part = Part::List(list);
        view! {
            <InTurn>
                <Later part />
            </InTurn>
        }
        .into_any()
    };
    let mut pieces = Vec::new();
    for breakdown in BREAKDOWNS {
        let section = view! {
            <InTurn>
                <Section breakdown />
            </InTurn>
        };
        pieces.push(section.into_any());
        let below = ListId::ALL.into_iter();
        let below = below.filter(|own| own.follows() == Some(breakdown.id));
        pieces.extend(below.map(list));
    }
    let last = ListId::ALL.into_iter();
    let last = last.filter(|own| own.follows().is_none());
    pieces.extend(last.map(list));
    pieces
}

/// The sections below the report's, each in turn.
pub(in crate::page) fn later_sections(parts: impl IntoIterator<Item = Part>) -> impl IntoView {
    let in_turn = |part| {
        view! {
            <InTurn>
                <Later part />
            </InTurn>
        }
    };
    parts.into_iter().map(in_turn).collect_view()
}
