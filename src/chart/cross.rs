//! One dimension by another, as stacked bars.

use charming::datatype::DataPointItem;
use charming::series::Bar;

use crate::dimension::Dimension;
use crate::explore::Cross;
use crate::labels::Labels;
use crate::locale::{self, value_name};

use super::bars::shorten;
use super::drawing::{number, summary};
use super::{Drawing, Look, MarkKey, palette, style};

/// More bars and colours are not told apart; the table has them.
const MOST_ROWS: usize = 20;
const MOST_COLUMNS: usize = 8;

pub(super) fn draw(
    found: &Cross,
    (rows, columns): (&Dimension, &Dimension),
    labels: &Labels,
    look: Look,
) -> Drawing {
    let language = look.language;
    let shown: Vec<_> = found.rows.iter().take(MOST_ROWS).collect();
    let names: Vec<String> = shown
        .iter()
        .map(|row| shorten(&value_name(rows, &row.key, labels, language), look))
        .collect();
    let series: Vec<(usize, String)> = found
        .columns
        .iter()
        .enumerate()
        .take(MOST_COLUMNS)
        .map(|(at, key)| (at, value_name(columns, key, labels, language)))
        .collect();
    let legend: Vec<String> = series.iter().map(|(_, name)| name.clone()).collect();
    let head = style::legend_height(look, &legend);
    let mut chart = style::chart(look, "{b}\n{a}: {c}")
        .grid(style::grid(head, 16.0))
        .legend(style::legend(look, &legend))
        .x_axis(style::counts(look))
        .y_axis(style::names(look, names).inverse(true));
    for (at, name) in &series {
        let data: Vec<DataPointItem> = shown
            .iter()
            .map(|row| {
                let count = row.cells.get(*at).copied().unwrap_or(0);
                DataPointItem::new(number(count)).name(value_name(rows, &row.key, labels, language))
            })
            .collect();
        let bar = Bar::new().name(name.as_str()).stack("all").bar_width("64%");
        let colour = palette::category(*at, look.dark);
        chart = chart.series(bar.item_style(style::fill(look, colour)).data(data));
    }
    let marks = series
        .iter()
        .filter_map(|(at, _)| found.columns.get(*at))
        .map(|column| {
            let rows = shown.iter();
            rows.map(|row| MarkKey::new(&row.key, column)).collect()
        })
        .collect();
    let values: Vec<(String, String)> = shown
        .iter()
        .map(|row| {
            let name = value_name(rows, &row.key, labels, language);
            (name, locale::count(row.total))
        })
        .collect();
    let title = format!("{} × {}", rows.name(language), columns.name(language));
    Drawing {
        chart,
        marks,
        height: 48 + head + 26 * u32::try_from(shown.len().max(2)).unwrap_or(2),
        summary: summary(&title, &values, language),
        title,
        left_out: found.rows.len() - shown.len(),
    }
}
