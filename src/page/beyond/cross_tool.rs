//! Any dimension by any other: chart, table and shades.

use leptos::prelude::*;

use crate::chart::{self, MarkKey};
use crate::dimension::{ANY, COUNTRY, DOMAIN, Dimension, dimension};
use crate::engine::ask;
use crate::evidence::Meant;
use crate::explore::Cross;
use crate::locale::{self, Labels, Language, fill, value_name};
use crate::page::address::Opened;
use crate::page::browser::Near;
use crate::page::chart::ChartView;
use crate::page::engine::client;
use crate::page::numbers::in_table;
use crate::page::report::TableTools;
use crate::page::state::{Shared, State};

use super::dimension_select::DimensionSelect;

/// The choice of two dimensions, and what they give.
#[component]
pub(super) fn CrossTool() -> impl IntoView {
    let state = expect_context::<State>();
    let rows: RwSignal<&'static Dimension> = RwSignal::new(&COUNTRY);
    let columns: RwSignal<&'static Dimension> = RwSignal::new(&DOMAIN);
    let found: RwSignal<Option<Shared<Cross>>> = RwSignal::new(None);
    let Near(near) = expect_context();
    Effect::new(move || {
        state.report.track();
        if !near.get() {
            return;
        }
        let question = ask::Cross {
            rows: rows.get().id.to_owned(),
            columns: columns.get().id.to_owned(),
        };
        leptos::task::spawn_local(async move {
            let answer = client::ask(question).await.ok();
            found.set(answer.flatten().map(|own| Shared(std::sync::Arc::new(own))));
        });
    });
    let drawing = Memo::new(move |_| {
        let (found, labels) = found.get().zip(state.labels())?;
        let of = dimensions(&found)?;
        let drawing = chart::cross(&found, of, &labels, state.look());
        Some(Shared(std::sync::Arc::new(drawing)))
    });
    let paper = Callback::new(move |()| {
        let (found, labels) = found.get_untracked().zip(state.labels_untracked())?;
        let of = dimensions(&found)?;
        Some(chart::cross(&found, of, &labels, state.paper_look()))
    });
    let on_mark = Callback::new(move |mark: MarkKey| {
        let meant = found.get_untracked().and_then(|found| {
            let (rows, columns) = dimensions(&found)?;
            let conditions = Cross::conditions(rows, columns, &mark.row, &mark.column);
            Some(Meant::counted(conditions))
        });
        if let Some(meant) = meant {
            state.open(Opened::Number(meant));
        }
    });
    view! {
        <h3>{move || state.text().more().cross_title}</h3>
        <p class="tools">
            <DimensionSelect id="census-cross-rows" label=|state| state.text().more().cross_rows chosen=rows />
            <DimensionSelect
                id="census-cross-columns"
                label=|state| state.text().more().cross_columns
                chosen=columns
            />
        </p>
        <div class="section__body section__body--stacked">
            <ChartView drawing id="cross" paper on_mark />
            {move || {
                let labels = state.labels()?;
                let language = state.language.get();
                Some(
                    match found.get() {
                        Some(found) => cross_table(&found, &labels, language),
                        None => {
                            view! { <p class="section__missing">{language.text().not_in_export}</p> }
                                .into_any()
                        }
                    },
                )
            }}
        </div>
    }
}

fn dimensions(found: &Cross) -> Option<(&'static Dimension, &'static Dimension)> {
    dimension(&found.dimensions.0).zip(dimension(&found.dimensions.1))
}

/// A table whose cells are the darker the more models they have.
fn cross_table(found: &Cross, labels: &Labels, language: Language) -> AnyView {
    let text = language.text();
    let Some((rows, columns)) = dimensions(found) else {
        return ().into_any();
    };
    let largest = found.largest().max(1);
    let mut first = true;
    let mut cell = |count: usize, row: &str, column: &str, heat: bool| {
        let number = locale::count(count);
        if count == 0 {
            return view! { <td class="number zero">{number}</td> }.into_any();
        }
        let conditions = Cross::conditions(rows, columns, row, column);
        let number = in_table(number, conditions, std::mem::take(&mut first));
        // In steps, so that a class says them: the policy forbids style
        // attributes, and nine shades are all that people tell apart.
        let shade = heat.then(|| 1 + count * 8 / largest);
        let class = shade.map_or("number total".to_owned(), |shade| {
            format!("number heat-{shade}")
        });
        view! { <td class=class>{number}</td> }.into_any()
    };
    let head = found
        .columns
        .iter()
        .map(|key| view! { <th scope="col" class="number">{value_name(columns, key, labels, language)}</th> })
        .collect_view();
    let body: Vec<_> = found
        .rows
        .iter()
        .map(|row| {
            let pairs = row.cells.iter().zip(&found.columns);
            let cells: Vec<_> = pairs
                .map(|(count, column)| cell(*count, &row.key, column, true))
                .collect();
            let total = cell(row.total, &row.key, ANY, false);
            view! {
                <tr>
                    <th scope="row">{value_name(rows, &row.key, labels, language)}</th>
                    {cells}
                    {total}
                </tr>
            }
        })
        .collect();
    let totals: Vec<_> = found
        .column_totals
        .iter()
        .zip(&found.columns)
        .map(|(count, column)| cell(*count, ANY, column, false))
        .collect();
    let total = cell(found.total, ANY, ANY, false);
    let (rows_out, columns_out) = found.left_out;
    let [without, out_rows, out_columns] =
        [found.without, rows_out, columns_out].map(locale::count);
    let notes = [
        (found.without > 0).then(|| fill(text.more().cross_without, &[("n", &without)])),
        (rows_out + columns_out > 0).then(|| {
            fill(
                text.more().cross_left_out,
                &[("rows", &out_rows), ("columns", &out_columns)],
            )
        }),
    ];
    let notes: Vec<_> = notes
        .into_iter()
        .flatten()
        .map(|note| view! { <li>{note}</li> })
        .collect();
    let names = [rows, columns].map(|own| own.name(language));
    let title = Callback::new(move |()| names.join(" × "));
    view! {
        <div class="table-frame" role="region" tabindex="0" aria-label=text.more().cross_title>
            <table class="heat">
                <caption>{format!("({})", text.unit_models_shared)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{rows.name(language)}</th>
                        {head}
                        <th scope="col" class="number">{text.total}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{text.total}</th>
                        {totals}
                        {total}
                    </tr>
                </tfoot>
            </table>
        </div>
        <TableTools title id="cross" />
        <ul class="section__notes">{notes}</ul>
    }
    .into_any()
}
