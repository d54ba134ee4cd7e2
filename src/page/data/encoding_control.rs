//! The encoding that a file was read in, and how it reads in another.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

use crate::dataset::{Encoding, Preview};
use crate::locale::{Text, encoding_name, fill};
use crate::page::engine::preview;
use crate::page::state::State;

use super::asking;

/// How much of a file is looked at, and how much of it is shown.
const HEAD_BYTES: i32 = 1 << 16;
const ROWS: usize = 6;
const COLUMNS: usize = 6;
const LETTERS: usize = 40;

/// Names the encoding of a file of the reader's own, and lets it be changed.
#[component]
pub(in crate::page) fn EncodingControl() -> impl IntoView {
    let state = expect_context::<State>();
    let own = Memo::new(move |_| {
        state
            .shown
            .with(|shown| shown.as_ref().is_some_and(|shown| !shown.is_bundled()))
    });
    view! {
        <Show when=move || own.get()>
            <Control />
        </Show>
    }
}

#[component]
fn Control() -> impl IntoView {
    let state = expect_context::<State>();
    let read_in = Memo::new(move |_| {
        state.report.with(|report| {
            let label = &report.as_ref()?.findings.source.encoding;
            Encoding::from_label(label)
        })
    });
    let chosen: RwSignal<Option<Encoding>> = RwSignal::new(None);
    let shown: RwSignal<Option<Preview>> = RwSignal::new(None);
    // Another file, another beginning.
    Effect::new(move || {
        read_in.track();
        state.shown.track();
        chosen.set(None);
        shown.set(None);
    });
    let look = move |encoding: Option<Encoding>| {
        spawn_local(async move {
            if let Some(head) = head(state).await {
                shown.set(Some(preview(&head, encoding, ROWS)));
            }
        });
    };
    let choose = move |event: leptos::ev::Event| {
        let encoding = Encoding::from_label(&event_target_value(&event));
        chosen.set(encoding);
        look(encoding);
    };
    let name = move || {
        let encoding = read_in.get().unwrap_or_default();
        let values = [("encoding", encoding_name(encoding))];
        fill(state.text().more().encoding_is, &values)
    };
    view! {
        <details
            class="encoding"
            on:toggle=move |_| look(chosen.get_untracked().or(read_in.get_untracked()))
        >
            <summary>{name}</summary>
            <div class="encoding__body">
                <label for="census-encoding">{move || state.text().more().encoding}</label>
                <select id="census-encoding" on:change=choose>
                    {Encoding::ALL
                        .map(|encoding| {
                            let selected = move || {
                                chosen.get().or(read_in.get()) == Some(encoding)
                            };
                            view! {
                                <option value=encoding.label() selected=selected>
                                    {encoding_name(encoding)}
                                </option>
                            }
                        })}
                </select>
                <button
                    type="button"
                    disabled=move || chosen.get().is_none_or(|own| Some(own) == read_in.get())
                    on:click=move |_| {
                        if let Some(encoding) = chosen.get_untracked() {
                            let entry = state.shown.with_untracked(|shown| shown.as_ref()?.own.as_ref()?.entry());
                            let encoding = Some(encoding.label().to_owned());
                            asking::read_again(state, encoding, entry);
                        }
                    }
                >
                    {move || state.text().more().read_again}
                </button>
                {move || shown.get().map(|preview| first_rows(preview, state.text()))}
            </div>
        </details>
    }
}

/// The first bytes of the file that is shown.
async fn head(state: State) -> Option<Vec<u8>> {
    let table = state.shown.get_untracked()?.own?.table;
    let head = table.slice_with_i32_and_i32(0, HEAD_BYTES).ok()?;
    let buffer = JsFuture::from(head.array_buffer()).await.ok()?;
    let buffer: js_sys::ArrayBuffer = buffer.dyn_into().ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

fn first_rows(preview: Preview, text: &'static Text) -> AnyView {
    let cut = |cell: String| -> String {
        if cell.chars().count() <= LETTERS {
            return cell;
        }
        cell.chars().take(LETTERS).chain(['…']).collect()
    };
    let mut rows = preview.rows.into_iter().map(|row| {
        let cells = row.into_iter().take(COLUMNS);
        cells.map(cut).collect::<Vec<_>>()
    });
    let head = rows.next().unwrap_or_default();
    let head = head
        .into_iter()
        .map(|cell| view! { <th scope="col">{cell}</th> })
        .collect_view();
    let body = rows
        .map(|row| {
            let cells = row
                .into_iter()
                .map(|cell| view! { <td>{cell}</td> })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=text.more().first_rows>
            <table class="models encoding__rows">
                <caption>{text.more().first_rows}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}
