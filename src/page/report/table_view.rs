//! A breakdown's table, as the report prints it.

use leptos::prelude::*;

use crate::breakdown::{Breakdown, Cell, Draw, PerYear, Row, Shape, Table};
use crate::definition::Span;
use crate::dimension::{self, Condition};
use crate::document::{form_number, unit};
use crate::locale::{self, Language, Text, fill};
use crate::page::numbers::in_table;
use crate::page::state::Shared;
use crate::report::Report;

/// The table of a breakdown that the export supports.
#[component]
pub(super) fn TableView(
    breakdown: &'static Breakdown,
    report: Shared<Report>,
    /// The row of the mark that was clicked last, by its key.
    marked: RwSignal<Option<String>>,
    /// How the numbers are shown.
    shape: Shape,
    language: Language,
) -> impl IntoView {
    let text = language.text();
    let table = report.table(breakdown.id)?;
    let columns = Columns::of(breakdown);
    let title = report.title(breakdown, language);
    let caption = format!("{} {title}", form_number(breakdown.form, language));
    let years = table.columns.iter().map(|year| {
        let partial = year.is_partial(&report.findings.source);
        let mark = partial.then(|| view! { <small>{format!("({})", text.partial_year)}</small> });
        view! {
            <th scope="col" class="number">
                {locale::span(*year, language)}
                {mark}
            </th>
        }
    });
    let rows = table
        .rows
        .iter()
        .zip(table.ranks())
        .filter(|(row, _)| row.total.models >= table.minimum)
        .enumerate()
        .map(|(at, (row, rank))| {
            let name = report
                .labels
                .name(breakdown.dimension.labels, &row.key, language);
            let key = row.key.to_string();
            let is_marked = move || marked.with(|marked| marked.as_ref() == Some(&key));
            let cells = row_view(
                breakdown,
                table,
                (columns, shape),
                (row, rank, at),
                name,
                text,
            );
            view! { <tr class:marked=is_marked>{cells}</tr> }
        })
        .collect_view();
    let empty = (table.shown().next().is_none()).then(|| {
        view! {
            <tr>
                <td colspan=(table.columns.len() + 4).to_string()>{text.empty}</td>
            </tr>
        }
    });
    Some(view! {
        <div
            class="table-frame"
            role="region"
            tabindex="0"
            aria-label=format!("{}. {}", fill(text.region_hint, &[("title", &caption)]), text.cells_hint)
        >
            <table>
                <caption>
                    <span class="visually-hidden">{caption.clone()} " "</span>
                    {unit(breakdown.unit, shape, language)}
                </caption>
                <thead>
                    <tr>
                        <th scope="col">{breakdown.dimension.name(language)}</th>
                        {years.collect_view()}
                        <th scope="col" class="number">{text.total}</th>
                        {columns
                            .share
                            .then(|| view! { <th scope="col" class="number">{text.share}</th> })}
                        {columns
                            .rank
                            .then(|| view! { <th scope="col" class="number">{text.rank}</th> })}
                    </tr>
                </thead>
                <tbody>{rows} {empty} {per_year(breakdown, &report, table, language)}</tbody>
            </table>
        </div>
    })
}

/// Which columns follow the years.
#[derive(Clone, Copy)]
struct Columns {
    share: bool,
    rank: bool,
}

impl Columns {
    fn of(breakdown: &Breakdown) -> Self {
        Self {
            // All models are all of themselves.
            share: breakdown.per_year != PerYear::Growth,
            rank: breakdown.draw == Draw::Bars,
        }
    }
}

fn row_view(
    breakdown: &Breakdown,
    table: &Table,
    (columns, shape): (Columns, Shape),
    (row, rank, at): (&Row, usize, usize),
    name: &str,
    text: &'static Text,
) -> impl IntoView + use<> {
    let says_shared = breakdown.says_shared;
    // The first number of the table that can be opened is its stop of the Tab
    // key.
    let mut first = at == 0;
    let mut cell_view = |cell: &Cell, spans: &[Span], share: Option<f64>| {
        let number = match share {
            Some(share) => locale::percent(share),
            None => locale::count(cell.models),
        };
        if cell.models == 0 {
            return view! { <span class="zero">{number}</span> }.into_any();
        }
        let mut conditions = breakdown.conditions(&row.key, None);
        let spans = spans.iter().map(ToString::to_string);
        let spans = spans.map(|span| Condition::value(&dimension::YEAR, span));
        conditions.0.extend(spans);
        let number = in_table(number, conditions, std::mem::take(&mut first));
        let shared = (says_shared && share.is_none() && cell.shared > 0).then(|| {
            let shared = fill(text.shared, &[("n", &locale::count(cell.shared))]);
            view! { " " <small>{shared}</small> }
        });
        view! {
            {number}
            {shared}
        }
        .into_any()
    };
    let shares = table.shares_in(row, shape);
    let cells = table
        .cells_in(row, shape)
        .iter()
        .zip(shares)
        .enumerate()
        .map(|(column, (cell, share))| {
            let from = if shape.cumulative { 0 } else { column };
            let spans = table.columns.get(from..=column).unwrap_or_default();
            let share = share.filter(|_| shape.share);
            view! { <td class="number">{cell_view(cell, spans, share)}</td> }
        })
        .collect_view();
    let total = cell_view(&row.total, &[], None);
    let share = table.share(row.total.models).map(locale::percent);
    let open = |number: String, span| in_table(number, breakdown.conditions(&row.key, span), false);
    view! {
        // No language has other names for these.
        <th scope="row" translate=if breakdown.id == "organization" { "no" } else { "yes" }>
            {name.to_owned()}
        </th>
        {cells}
        <td class="number total">{total}</td>
        {columns.share.then(|| view! { <td class="number">{share.map(|share| open(share, None))}</td> })}
        {columns.rank.then(|| view! { <td class="number">{rank.to_string()}</td> })}
    }
}

/// The line below the rows.
fn per_year(
    breakdown: &Breakdown,
    report: &Report,
    table: &Table,
    language: Language,
) -> Option<impl IntoView + use<>> {
    let (heading, values, total, key) = match breakdown.per_year {
        PerYear::Nothing => return None,
        PerYear::Growth => {
            let rates = report.year_on_year().into_iter();
            let rates: Vec<_> = rates.map(|rate| rate.map(locale::signed_percent)).collect();
            let heading = locale::growth_heading(report, language).to_owned();
            (heading, rates, None, "all")
        }
        PerYear::Share => {
            let row = table.rows.first()?;
            let years = &report.table("year")?.known;
            let share = |(cell, of): (&Cell, &usize)| {
                crate::breakdown::ratio(cell.models, *of).map(locale::percent)
            };
            let shares: Vec<_> = row.cells.iter().zip(years).map(share).collect();
            let total = table.share(row.total.models).map(locale::percent);
            (
                locale::share_heading(report, language),
                shares,
                total,
                &*row.key,
            )
        }
    };
    // Behind a share of nothing there is nothing to open.
    let models = |column: usize| {
        let cell = table.row(key).and_then(|row| row.cells.get(column));
        cell.map_or(0, |cell| cell.models)
    };
    let open = |number: Option<String>, span, models: usize| match number {
        Some(number) if models > 0 => in_table(number, breakdown.conditions(key, span), false),
        Some(number) => number.into_any(),
        None => "–".into_any(),
    };
    let cells = values
        .into_iter()
        .zip(&table.columns)
        .enumerate()
        .map(|(column, (value, span))| {
            view! { <td class="number">{open(value, Some(*span), models(column))}</td> }
        })
        .collect_view();
    let all = table.row(key).map_or(0, |row| row.total.models);
    let total = total.map(|total| open(Some(total), None, all));
    let share = (breakdown.per_year == PerYear::Share).then(|| view! { <td></td> });
    Some(view! {
        <tr class="per-year">
            <th scope="row">{heading}</th>
            {cells}
            <td class="number">{total}</td>
            {share}
        </tr>
    })
}
