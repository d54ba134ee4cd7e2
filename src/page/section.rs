//! A breakdown's section: title, chart, table, notes, source.

use leptos::prelude::*;

use crate::breakdown::{Breakdown, Form, PerYear, ShareOf, Table, Unit};
use crate::chart;
use crate::export::missing_columns;
use crate::locale::{self, Language, Text, fill};
use crate::report::Report;

use super::chart_view::ChartView;
use super::state::{Shared, State};
use super::table_view::TableView;

/// The number of a table or figure as the report writes it.
pub(super) fn number(form: Form, text: &Text) -> String {
    match form {
        Form::Table(n) => fill(text.table_number, &[("n", &n.to_string())]),
        Form::Figure(n) => fill(text.figure_number, &[("n", &n.to_string())]),
    }
}

/// A breakdown's section.
#[component]
pub(super) fn Section(breakdown: &'static Breakdown) -> impl IntoView {
    let state = expect_context::<State>();
    let shown = state.in_turn();
    let heading = format!("{}-title", breakdown.id);
    let title = move || {
        let report = shown.get();
        report.map(|report| report.title(breakdown, state.language.get()))
    };
    let drawing = Memo::new(move |_| {
        let report = shown.get()?;
        let table = report.table(breakdown.id)?;
        (table.known() > 0).then(|| {
            let drawing = chart::breakdown(&report, breakdown, table, state.look());
            Shared(std::sync::Arc::new(drawing))
        })
    });
    let reason = move || {
        let report = shown.get()?;
        let missing = breakdown.missing(&report.findings.columns)?;
        Some(missing_columns(missing, state.language.get()))
    };
    // A click on a mark marks its row: the bar's name or its series' is the
    // row's.
    let marked: RwSignal<Option<(String, String)>> = RwSignal::new(None);
    let on_mark = Callback::new(move |names| marked.set(Some(names)));
    // Many years need the whole width.
    let long = move || {
        let years = shown
            .get()
            .map_or(0, |report| report.findings.period.years().count());
        years > 4
    };
    view! {
        <section class="section" id=breakdown.id aria-labelledby=heading.clone()>
            <h2 class="section__title" id=heading.clone()>
                <span class="section__number">
                    {move || number(breakdown.form, state.text())}
                </span>
                " "
                {title}
            </h2>
            {move || reason().map(|reason| view! { <p class="section__missing">{reason}</p> })}
            <div class="section__body" class:section__body--stacked=long>
                <ChartView drawing id=breakdown.id on_mark />
                {move || {
                    let report = shown.get()?;
                    report.table(breakdown.id)?;
                    Some(view! { <TableView breakdown report marked language=state.language.get() /> })
                }}
            </div>
            <ul class="section__notes">
                {move || {
                    let report = shown.get()?;
                    let table = report.table(breakdown.id)?;
                    let language = state.language.get();
                    let left_out = drawing
                        .with(|drawing| drawing.as_ref().map_or(0, |drawing| drawing.left_out));
                    let notes = notes(&report, breakdown, table, left_out, language);
                    Some(notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view())
                }}
                {move || view! { <li>{source(state)}</li> }}
            </ul>
        </section>
    }
}

/// The source line of every table and figure.
pub(super) fn source(state: State) -> String {
    let text = state.text();
    let line = fill(text.source_line, &[("date", &state.snapshot_date())]);
    format!("{}: {line}", text.source)
}

fn notes(
    report: &Report,
    breakdown: &Breakdown,
    table: &Table,
    left_out: usize,
    language: Language,
) -> Vec<String> {
    let text = language.text();
    let mut notes = Vec::new();
    notes.extend(ranking(report, breakdown, table, language));
    if breakdown.id == "task-count" {
        notes.extend(several(table, text));
    }
    let own = breakdown
        .notes
        .iter()
        .map(|note| note.get(language).to_owned());
    notes.extend(own.map(|note| format!("{}: {note}", text.note)));
    let left_out_rows = report.findings.rows.unknown_compute_left_out;
    if breakdown.id == "year" && left_out_rows > 0 {
        let n = left_out_rows.to_string();
        notes.push(fill(text.unknown_compute_left_out, &[("n", &n)]));
    }
    if breakdown.per_year != PerYear::Growth {
        let sentence = match table.share_of {
            ShareOf::Counted => text.share_of_counted,
            ShareOf::Known => text.share_of_known,
        };
        let [n, of] = [table.denominator(), table.counted].map(locale::count);
        notes.push(fill(sentence, &[("n", &n), ("of", &of)]));
    }
    let hidden = table.rows.len() - table.shown().count();
    if hidden > 0 {
        let [n, minimum] = [hidden, table.minimum].map(locale::count);
        notes.push(fill(text.hidden_rows, &[("n", &n), ("minimum", &minimum)]));
    }
    if left_out > 0 {
        notes.push(fill(
            text.chart_left_out,
            &[("n", &locale::count(left_out))],
        ));
    }
    notes.extend(partial(report, table, language));
    notes
}

/// The ranking of the period's last year, which the report words as a
/// sentence below the countries.
fn ranking(
    report: &Report,
    breakdown: &Breakdown,
    table: &Table,
    language: Language,
) -> Option<String> {
    const BEST: usize = 5;
    if breakdown.id != "country" {
        return None;
    }
    let text = language.text();
    let last = table.columns.len().checked_sub(1)?;
    let items: Vec<String> = table
        .ranking_of(last)
        .into_iter()
        .take_while(|(rank, _)| *rank <= BEST)
        .map(|(rank, row)| {
            let name = report
                .labels
                .name(breakdown.dimension.labels, &row.key, language);
            let count = row.cells.get(last).map_or(0, |cell| cell.models);
            let [rank, n] = [rank, count].map(locale::count);
            fill(
                text.ranking_item,
                &[("rank", &rank), ("n", &n), ("name", name)],
            )
        })
        .collect();
    let year = chart::year_name(report, *table.columns.last()?, language);
    let items = items.join(", ");
    (!items.is_empty()).then(|| fill(text.ranking_of_year, &[("year", &year), ("items", &items)]))
}

/// How many models have more than one task.
fn several(table: &Table, text: &Text) -> Option<String> {
    let known = table.known();
    let one = table.row("1").map_or(0, |row| row.total.models);
    let several = known - one;
    let share = locale::percent(table.share(several)?);
    let [known, n] = [known, several].map(locale::count);
    let values = [("known", &*known), ("n", &*n), ("share", &*share)];
    Some(fill(text.several_tasks, &values))
}

/// Which years the data cover in part only.
pub(super) fn partial(report: &Report, table: &Table, language: Language) -> Option<String> {
    let years: Vec<String> = table
        .columns
        .iter()
        .filter(|year| year.is_partial(&report.findings.source))
        .map(|year| locale::span(*year, language))
        .collect();
    let date = report.findings.source.snapshot_date().map(locale::date);
    let values = [
        ("years", &*years.join(", ")),
        ("date", &*date.unwrap_or_default()),
    ];
    (!years.is_empty()).then(|| fill(language.text().partial_note, &values))
}

/// The unit line above a table.
pub(super) fn unit(unit: Unit, text: &Text) -> &'static str {
    match unit {
        Unit::Models => text.unit_models,
        Unit::ModelsShared => text.unit_models_shared,
    }
}
