//! Tables and sentences of `document` as they are read, without more.

use leptos::prelude::*;

use crate::document::{Cell, Grid, Kind};

/// The class of a column's cells.
fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Label | Kind::Text => "words",
        Kind::Count | Kind::Total | Kind::Share | Kind::Rank | Kind::Number => "number",
    }
}

/// The table; `cell` shows a cell by the positions of its row and column.
pub(super) fn grid_view(grid: &Grid, cell: impl Fn(usize, usize, &Cell) -> AnyView) -> AnyView {
    let head: Vec<_> = grid
        .columns
        .iter()
        .map(|column| {
            view! {
                <th scope="col" class=class(column.kind)>
                    {column.heading.clone()}
                </th>
            }
        })
        .collect();
    let row = |(at, cells): (usize, &Vec<Cell>)| {
        let cells: Vec<AnyView> = cells
            .iter()
            .zip(&grid.columns)
            .enumerate()
            .map(|(place, (own, column))| {
                let shown = cell(at, place, own);
                match column.kind {
                    Kind::Label => view! { <th scope="row">{shown}</th> }.into_any(),
                    kind => view! { <td class=class(kind)>{shown}</td> }.into_any(),
                }
            })
            .collect();
        view! { <tr>{cells}</tr> }
    };
    let rows: Vec<_> = grid.rows.iter().enumerate().map(row).collect();
    view! {
        <table class="models">
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A cell as its text.
pub(super) fn plain(_: usize, _: usize, cell: &Cell) -> AnyView {
    cell.text.clone().into_any()
}

/// Sentences in the report's outline, the first above the others.
pub(super) fn said_lines(said: Vec<String>) -> AnyView {
    let lines = said.into_iter().enumerate().map(|(at, line)| {
        let class = format!("prose__line prose__line--{}", at.min(1));
        view! { <li class=class>{line}</li> }
    });
    view! { <ul class="prose">{lines.collect_view()}</ul> }.into_any()
}
