//! A breakdown's section: title, chart, table, notes, source.

use leptos::prelude::*;

use crate::breakdown::{Breakdown, PerYear, ShareOf, Table};
use crate::census::Status;
use crate::chart::{self, MarkKey};
use crate::dimension::ANY;
use crate::evidence::Meant;
use crate::locale::{self, Language, fill, missing_columns, partial};
use crate::page::address::Opened;
use crate::page::chart::ChartView;
use crate::page::numbers::sentence;
use crate::page::state::{Shared, State};
use crate::report::Report;

use super::section_frame::SectionFrame;
use super::table_view::TableView;

/// A breakdown's section.
#[component]
pub(in crate::page) fn Section(breakdown: &'static Breakdown) -> impl IntoView {
    let state = expect_context::<State>();
    let shown = state.in_turn();
    let title = move || {
        let report = shown.get();
        report.map(|report| report.title(breakdown, state.language.get()))
    };
    let drawing = Memo::new(move |_| {
        let report = shown.get()?;
        let table = report.table(breakdown.id)?;
        (table.known() > 0).then(|| {
            let drawing =
                chart::breakdown(&report, breakdown, table, state.shape.get(), state.look());
            Shared(std::sync::Arc::new(drawing))
        })
    });
    let paper = Callback::new(move |()| {
        let report = shown.get_untracked()?;
        let table = report.table(breakdown.id)?;
        let shape = state.shape.get_untracked();
        let look = state.paper_look();
        Some(chart::breakdown(&report, breakdown, table, shape, look))
    });
    let missing = move || {
        let report = shown.get()?;
        let missing = report.missing(breakdown)?;
        Some(missing_columns(missing, state.language.get()))
    };
    // Chart and table are each as much as a turn may take.
    let table_turn = state.turns.next();
    // A pressed mark marks its row and opens its models.
    let marked: RwSignal<Option<String>> = RwSignal::new(None);
    let on_mark = Callback::new(move |mark: MarkKey| {
        let report = shown.get_untracked();
        let meant = report.and_then(|report| mark.meant(breakdown, report.table(breakdown.id)?));
        if let Some(meant) = meant {
            state.open(Opened::Number(meant));
        }
        marked.set(Some(mark.row));
    });
    // Many years need the whole width, and so do half-years.
    let long = move || {
        let years = shown
            .get()
            .map_or(0, |report| report.findings.period.spans().count());
        let by_half = shown
            .get()
            .is_some_and(|own| own.findings.period.is_by_half());
        years > if by_half { 2 } else { 4 }
    };
    let notes = move || {
        let report = shown.get()?;
        let table = report.table(breakdown.id)?;
        let left_out =
            drawing.with(|drawing| drawing.as_ref().map_or(0, |drawing| drawing.left_out));
        let notes = notes(&report, breakdown, table, left_out, state.language.get());
        Some(
            notes
                .into_iter()
                .map(|note| view! { <li>{note}</li> })
                .collect_view(),
        )
    };
    let table = move || {
        table_turn.get().then_some(())?;
        let report = shown.get()?;
        report.table(breakdown.id)?;
        let (shape, language) = (state.shape.get(), state.language.get());
        Some(view! { <TableView breakdown report marked shape language /> })
    };
    view! {
        <SectionFrame
            id=breakdown.id
            class="section"
            form=breakdown.form
            shown
            title=Signal::derive(title)
            missing=Signal::derive(missing)
            notes=move || notes()
        >
            <div class="section__body" class:section__body--stacked=long>
                <ChartView drawing id=breakdown.id paper on_mark />
                {table}
            </div>
        </SectionFrame>
    }
}

fn notes(
    report: &Report,
    breakdown: &Breakdown,
    table: &Table,
    left_out: usize,
    language: Language,
) -> Vec<AnyView> {
    let text = language.text();
    let mut notes: Vec<AnyView> = Vec::new();
    let own = breakdown.text(language).notes.iter();
    notes.extend(own.map(|note| format!("{}: {note}", text.note).into_any()));
    let left_out_rows = report.findings.rows.unknown_compute_left_out;
    if breakdown.id == "year" && left_out_rows > 0 {
        let meant = Meant {
            status: Status::UnknownComputeLeftOut,
            ..Meant::all()
        };
        let n = locale::records(left_out_rows);
        notes.push(sentence(
            text.unknown_compute_left_out,
            &[("n", n, Some(meant))],
        ));
    }
    if breakdown.per_year != PerYear::Growth {
        let (words, meant) = match table.share_of {
            ShareOf::Counted => (text.share_of_counted, Meant::all()),
            ShareOf::Known => {
                let known = Meant::value(breakdown.dimension, ANY);
                (text.share_of_known, known)
            }
        };
        let values = [
            ("n", locale::count(table.denominator()), Some(meant)),
            ("of", locale::count(table.counted), Some(Meant::all())),
        ];
        notes.push(sentence(words, &values));
    }
    let hidden = table.rows.len() - table.shown().count();
    if hidden > 0 {
        let [n, minimum] = [hidden, table.minimum].map(locale::count);
        notes.push(fill(text.hidden_rows, &[("n", &n), ("minimum", &minimum)]).into_any());
    }
    if left_out > 0 {
        let n = locale::count(left_out);
        notes.push(fill(text.chart_left_out, &[("n", &n)]).into_any());
    }
    let partial = partial(report, table, language).into_iter();
    notes.extend(partial.map(IntoAny::into_any));
    notes
}
