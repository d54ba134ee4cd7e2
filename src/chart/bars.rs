//! Horizontal bars, one for each row, parted by year.

use charming::component::Axis;
use charming::datatype::DataPointItem;
use charming::element::{ItemStyle, LabelPosition};
use charming::series::Bar;

use crate::breakdown::{Breakdown, Cell, Row, Table};
use crate::locale;
use crate::report::Report;

use super::{Drawing, Look, number, palette, style, summary, year_name};

/// From here on rows stand only in the table.
const MOST: usize = 20;

pub(super) fn draw(report: &Report, breakdown: &Breakdown, table: &Table, look: Look) -> Drawing {
    let language = look.language;
    let shown: Vec<&Row> = table.shown().collect();
    let rows: Vec<&Row> = shown.iter().copied().take(MOST).collect();
    let label = |row: &Row| {
        let name = report.labels.name(breakdown.labels, &row.key, language);
        name.to_owned()
    };
    let years: Vec<String> = table
        .years
        .iter()
        .map(|year| year_name(report, *year, language))
        .collect();
    let colours = palette::years(years.len(), look.dark);
    let axis: Vec<String> = rows.iter().map(|row| shorten(&label(row), look)).collect();
    // On a phone a long legend takes two lines.
    let head = if look.narrow && years.len() > 4 {
        56.0
    } else {
        34.0
    };
    let mut chart = style::chart(look, "{b}\n{a}: {c}")
        .grid(style::grid(head, 44.0))
        .legend(style::legend(look, &years))
        .x_axis(style::counts(look))
        .y_axis(inverse(style::names(look, axis)));
    for (column, (year, colour)) in years.iter().zip(&colours).enumerate() {
        let data: Vec<DataPointItem> = rows
            .iter()
            .map(|row| {
                let count = row.cells.get(column).map_or(0, Cell::count);
                DataPointItem::new(number(count)).name(label(row))
            })
            .collect();
        let bar = Bar::new()
            .name(year.as_str())
            .stack("years")
            .bar_width("64%");
        chart = chart.series(bar.item_style(style::fill(look, colour)).data(data));
    }
    // The totals: a bar without length that bears the number.
    let totals: Vec<DataPointItem> = rows
        .iter()
        .map(|row| DataPointItem::new(0.0).name(locale::count(row.total.count())))
        .collect();
    chart = chart.series(
        Bar::new()
            .name(language.text().total)
            .stack("years")
            .item_style(ItemStyle::new().color("transparent"))
            .label(style::name_label(look, LabelPosition::Right))
            .data(totals),
    );
    let values: Vec<(String, String)> = shown
        .iter()
        .map(|row| (label(row), locale::count(row.total.count())))
        .collect();
    Drawing {
        chart,
        height: 72 + 26 * u32::try_from(rows.len().max(2)).unwrap_or(2),
        summary: summary(&report.title(breakdown, language), &values, language),
        left_out: shown.len() - rows.len(),
    }
}

fn inverse(axis: Axis) -> Axis {
    axis.inverse(true)
}

/// Long names leave no room for the bars.
pub(super) fn shorten(name: &str, look: Look) -> String {
    let most = if look.narrow { 12 } else { 26 };
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let kept: String = name.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}
