//! Vertical columns, one for each year, parted by row.

use charming::datatype::DataPointItem;
use charming::element::{ItemStyle, LabelPosition};
use charming::series::Bar;

use crate::breakdown::{Breakdown, Row, Table};
use crate::locale;
use crate::report::Report;

use super::{Drawing, Look, number, palette, style, summary, year_name};

pub(super) fn draw(report: &Report, breakdown: &Breakdown, table: &Table, look: Look) -> Drawing {
    let language = look.language;
    let rows: Vec<&Row> = table.shown().collect();
    let years: Vec<String> = table
        .columns
        .iter()
        .map(|year| year_name(report, *year, language))
        .collect();
    let names: Vec<String> = rows
        .iter()
        .map(|row| {
            let name = report
                .labels
                .name(breakdown.dimension.labels, &row.key, language);
            name.to_owned()
        })
        .collect();
    let parted = rows.len() > 1;
    let mut chart = style::chart(look, "{b}\n{a}: {c}")
        .grid(style::grid(if parted { 44.0 } else { 24.0 }, 8.0))
        .x_axis(style::names(look, years.clone()))
        .y_axis(style::counts(look));
    if parted {
        chart = chart.legend(style::legend(look, &names));
    }
    for (at, (row, name)) in rows.iter().zip(&names).enumerate() {
        let colour = if parted {
            palette::category(at, look.dark)
        } else {
            palette::ground(look.dark).accent
        };
        let data: Vec<f64> = row.cells.iter().map(|cell| number(cell.models)).collect();
        let bar = Bar::new()
            .name(name.as_str())
            .stack("rows")
            .bar_width("52%");
        chart = chart.series(bar.item_style(style::fill(look, colour)).data(data));
    }
    let totals: Vec<usize> = (0..years.len())
        .map(|column| {
            rows.iter()
                .map(|row| row.cells.get(column).map_or(0, |cell| cell.models))
                .sum()
        })
        .collect();
    let labels: Vec<DataPointItem> = totals
        .iter()
        .map(|total| DataPointItem::new(0.0).name(locale::count(*total)))
        .collect();
    chart = chart.series(
        Bar::new()
            .name(language.text().total)
            .stack("rows")
            .item_style(ItemStyle::new().color("transparent"))
            .label(style::name_label(look, LabelPosition::Top))
            .data(labels),
    );
    let values: Vec<(String, String)> = years
        .into_iter()
        .zip(totals.into_iter().map(locale::count))
        .collect();
    Drawing {
        chart,
        height: 300,
        summary: summary(&report.title(breakdown, language), &values, language),
        title: report.title(breakdown, language),
        left_out: 0,
    }
}
