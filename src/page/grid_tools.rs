//! The buttons below a table: copy, and save as CSV.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::{Grid, about, source_line};
use crate::export::{grid_clipboard_html, grid_csv, grid_text};

use super::picture::today;
use super::save::{copy_table, save_as};
use super::state::State;

#[wasm_bindgen(module = "/src/page/tables.js")]
extern "C" {
    #[wasm_bindgen(js_name = tableBefore)]
    fn table_before(element: &web_sys::HtmlElement) -> js_sys::Array;
}

/// Copies the table so that Hangul, Word and Excel paste it as one, or saves
/// it.
#[component]
pub(super) fn GridTools(
    /// The table as it is shown.
    grid: Callback<(), Option<Grid>>,
    /// Names the file.
    id: &'static str,
) -> impl IntoView {
    let state = expect_context::<State>();
    let copied: RwSignal<Option<bool>> = RwSignal::new(None);
    let copy = move |_| {
        if let Some(grid) = grid.run(()) {
            let (text, html) = (grid_text(&grid), grid_clipboard_html(&grid));
            leptos::task::spawn_local(async move {
                let done = copy_table(&text, &html).await;
                copied.try_set(Some(done));
            });
        }
    };
    let save = move |_| {
        let report = state.report.get_untracked();
        if let Some((grid, report)) = grid.run(()).zip(report) {
            let about = about(&report, &today(), state.language.get_untracked());
            let name = format!("model-census-{id}.csv");
            save_as(&grid_csv(&grid, &about), "text/csv", &name);
        }
    };
    view! {
        <div class="grid-tools">
            <button type="button" class="grid-tools__copy" on:click=copy>
                {move || state.text().copy_table}
            </button>
            <button type="button" class="grid-tools__save" on:click=save>
                {move || state.text().save_csv}
            </button>
            <span role="status">
                {move || {
                    let text = state.text();
                    copied.get().map(|done| if done { text.copied } else { text.not_copied })
                }}
            </span>
        </div>
    }
}

/// The same for a table that is in no document: as it stands on the page, just
/// before these buttons.
#[component]
pub(super) fn TableTools(
    /// What the table says.
    title: Callback<(), String>,
    /// Names the file.
    id: &'static str,
) -> impl IntoView {
    let place: NodeRef<Div> = NodeRef::new();
    let state = expect_context::<State>();
    let grid = Callback::new(move |()| {
        let rows = table_before(&place.get_untracked()?.into());
        let rows = rows.iter().map(|row| {
            let cells = js_sys::Array::from(&row);
            let cells = cells
                .iter()
                .map(|cell| cell.as_string().unwrap_or_default());
            cells.collect()
        });
        let mut grid = Grid::of_texts(title.run(()), rows.collect());
        let report = state.report.get_untracked()?;
        grid.notes = vec![source_line(&report, state.language.get_untracked())];
        Some(grid)
    });
    view! {
        <div node_ref=place>
            <GridTools grid id />
        </div>
    }
}
