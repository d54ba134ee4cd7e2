//! All that the export says of a model, in its own words, and where it says that
//! these can be read.

use leptos::prelude::*;

use crate::dataset::Statement;
use crate::evidence::{Piece, pieces};
use crate::page::state::State;

/// What the file says of a model, once it is read again, if it can be.
pub(super) type Read = RwSignal<Option<Result<Vec<Statement>, ()>>>;

/// The addresses that the model's sources have, as one fact of it.
#[component]
pub(super) fn Sources(stated: Read) -> impl IntoView {
    let state = expect_context::<State>();
    move || {
        let links: Vec<AnyView> = stated.with(|stated| {
            let stated = stated.as_ref().and_then(|read| read.as_ref().ok());
            let cells = stated.into_iter().flatten();
            let pieces = cells.flat_map(|own| pieces(&own.header, &own.text));
            pieces.filter_map(link).collect()
        });
        (!links.is_empty()).then(|| {
            view! {
                <div class="facts__wide">
                    <dt>{state.text().more().source_link}</dt>
                    {links.into_iter().map(|link| view! { <dd>{link}</dd> }).collect_view()}
                </div>
            }
        })
    }
}

/// Every column of the file that says something of the model.
#[component]
pub(super) fn Stated(stated: Read) -> impl IntoView {
    let state = expect_context::<State>();
    move || {
        let read = stated.get()?;
        let more = state.text().more();
        Some(match read {
            Ok(cells) => view! {
                <h3>{more.all_stated}</h3>
                <dl class="stated">{cells.into_iter().map(cell).collect_view()}</dl>
            }
            .into_any(),
            Err(()) => view! { <p class="section__missing">{more.not_read_again}</p> }.into_any(),
        })
    }
}

fn cell(own: Statement) -> impl IntoView {
    let text = pieces(&own.header, &own.text);
    let text = text.into_iter().map(|piece| match piece {
        Piece::Text(text) => text.to_owned().into_any(),
        address => link(address).into_any(),
    });
    let text = text.collect_view();
    view! {
        <div>
            <dt>{own.header}</dt>
            <dd>{text}</dd>
        </div>
    }
}

/// An address to open in a window of its own, which learns nothing of this one.
fn link(piece: Piece<'_>) -> Option<AnyView> {
    let Piece::Address(address) = piece else {
        return None;
    };
    let (href, address) = (address.to_owned(), address.to_owned());
    Some(
        view! {
            <a href=href target="_blank" rel="noopener noreferrer">
                {address}
            </a>
        }
        .into_any(),
    )
}
