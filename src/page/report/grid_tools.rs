//! The buttons below a table: copy, and save as CSV.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::breakdown::BREAKDOWNS;
use crate::document::{Grid, about, list_grid, table_grid};
use crate::export::{grid_clipboard_html, grid_csv, grid_text};
use crate::list::ListId;
use crate::locale::source_line;
use crate::page::browser::{copy_table, save_as, today};
use crate::page::later::{GridOf, Tool, ToolNote, use_tool};
use crate::page::share::ShareButton;
use crate::page::state::State;

#[wasm_bindgen(module = "/src/page/report/tables.js")]
extern "C" {
    #[wasm_bindgen(js_name = tableBefore)]
    fn table_before(element: &web_sys::HtmlElement) -> js_sys::Array;
}

/// Copies the table so that Hangul, Word and Excel paste it as one, or saves
/// it.
#[component]
pub(in crate::page) fn GridTools(
    /// The table as it is shown.
    grid: GridOf,
    /// Names the file.
    id: &'static str,
) -> impl IntoView {
    let state = expect_context::<State>();
    let said = RwSignal::new(None);
    let copy = move |_| use_tool(state, Tool::CopyTable(grid), said);
    let save = move |_| use_tool(state, Tool::SaveTable(grid, id), said);
    view! {
        <div class="grid-tools">
            <button type="button" class="grid-tools__copy" on:click=copy>
                {move || state.text().copy_table}
            </button>
            <button type="button" class="grid-tools__save" on:click=save>
                {move || state.text().save_csv}
            </button>
            {match grid {
                GridOf::Section(view) => Some(view! { <ShareButton view /> }),
                GridOf::Own(_) => None,
            }}
            <span role="status">{move || said.get()}</span>
        </div>
    }
}

fn grid_of(state: State, of: GridOf) -> Option<Grid> {
    let id = match of {
        GridOf::Own(grid) => return grid.run(()),
        GridOf::Section(id) => id,
    };
    let report = state.report.get_untracked()?;
    let language = state.language.get_untracked();
    if let Some(list) = ListId::ALL.into_iter().find(|list| list.id() == id) {
        return list_grid(&report, list, language);
    }
    let breakdown = BREAKDOWNS.iter().find(|breakdown| breakdown.id == id)?;
    let table = report.table(id)?;
    let shape = state.shape.get_untracked();
    Some(table_grid(&report, breakdown, table, shape, language))
}

/// What [`Tool::CopyTable`] does.
pub(in crate::page) fn copy_grid(state: State, of: GridOf, said: ToolNote) {
    let Some(grid) = grid_of(state, of) else {
        return;
    };
    let (text, html) = (grid_text(&grid), grid_clipboard_html(&grid));
    leptos::task::spawn_local(async move {
        let done = copy_table(&text, &html).await;
        let text = state.language.get_untracked().text();
        let words = if done { text.copied } else { text.not_copied };
        said.try_set(Some(words.to_owned()));
    });
}

/// What [`Tool::SaveTable`] does.
pub(in crate::page) fn save_grid(state: State, of: GridOf, id: &str) {
    let report = state.report.get_untracked();
    if let Some((grid, report)) = grid_of(state, of).zip(report) {
        let about = about(&report, &today(), state.language.get_untracked());
        let name = format!("model-census-{id}.csv");
        save_as(&grid_csv(&grid, &about), "text/csv", &name);
    }
}

/// The same for a table that is in no document: as it stands on the page, just
/// before these buttons.
#[component]
pub(in crate::page) fn TableTools(
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
            <GridTools grid=GridOf::Own(grid) id />
        </div>
    }
}
