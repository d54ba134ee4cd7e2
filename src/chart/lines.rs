//! Lines over the columns of a table, one for each row: shares, sums up to a
//! column, and logarithmic axes.

use charming::component::Axis;
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::AxisType;

use crate::breakdown::{Breakdown, Row, Shape, Table, rounded};
use crate::locale::{self, year_name};
use crate::report::Report;

use super::drawing::{number, summary};
use super::{Drawing, Look, MarkKey, palette, style};

/// More lines are not told apart; the others stand in the table.
const MOST: usize = 8;

pub(super) fn draw(
    report: &Report,
    breakdown: &Breakdown,
    table: &Table,
    shape: Shape,
    look: Look,
) -> Drawing {
    let language = look.language;
    let shown: Vec<&Row> = table.shown().collect();
    let rows: Vec<&Row> = shown.iter().copied().take(MOST).collect();
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|span| year_name(report, *span, language))
        .collect();
    let label = |row: &Row| {
        let name = report
            .labels
            .name(breakdown.dimension.labels, &row.key, language);
        name.to_owned()
    };
    let names: Vec<String> = rows.iter().map(|row| label(row)).collect();
    let values = |row: &Row| -> Vec<Option<f64>> {
        if shape.share {
            let shares = table.shares_in(row, shape);
            return shares
                .into_iter()
                .map(|share| Some(percent(share?)))
                .collect();
        }
        let cells = table.cells_in(row, shape);
        cells.iter().map(|cell| Some(number(cell.models))).collect()
    };
    let unit = if shape.share { "%" } else { "" };
    // Points at the top are half above it.
    let head = 8 + style::legend_height(look, &names);
    let mut chart = style::chart(look, &format!("{{b}}\n{{a}}: {{c}}{unit}"))
        .grid(style::grid(head, 16.0))
        .legend(style::legend(look, &names))
        .x_axis(style::names(look, columns))
        .y_axis(axis(look, shape));
    for (at, (row, name)) in rows.iter().zip(&names).enumerate() {
        let colour = palette::category(at, look.dark);
        let data: Vec<DataPointItem> = values(row)
            .into_iter()
            .map(|value| match value {
                // A logarithm of nothing there is not.
                Some(value) if value > 0.0 || !shape.log => DataPointItem::new(value),
                _ => DataPointItem::new(CompositeValue::from("-")),
            })
            .collect();
        chart = chart.series(style::series_line(name, colour).data(data));
    }
    let marks = rows
        .iter()
        .map(|row| {
            let columns = table.columns.iter();
            columns.map(|span| MarkKey::new(&row.key, span)).collect()
        })
        .collect();
    let last: Vec<(String, String)> = rows
        .iter()
        .map(|row| {
            let last = values(row).into_iter().next_back().flatten();
            let last = last.map(|value| match shape.share {
                true => locale::percent(value / 100.0),
                // A number of models.
                false => (value as u64).to_string(),
            });
            (label(row), last.unwrap_or_else(|| "–".to_owned()))
        })
        .collect();
    let title = report.title(breakdown, language);
    let said = format!("{title} ({})", locale::shape(shape, language));
    Drawing {
        chart,
        marks,
        height: 292 + head,
        summary: summary(&said, &last, language),
        title: said,
        left_out: shown.len() - rows.len(),
    }
}

/// A share in percent, to one decimal as it is printed.
fn percent(share: f64) -> f64 {
    (rounded(share, 3) * 1000.0).round() / 10.0
}

fn axis(look: Look, shape: Shape) -> Axis {
    if shape.log {
        let label = style::axis_label(look).color(palette::ground(look.dark).quiet);
        return Axis::new()
            .type_(AxisType::Log)
            .axis_label(label)
            .split_line(style::split_line(look));
    }
    let axis = style::counts(look);
    if shape.share { axis.min(0) } else { axis }
}
