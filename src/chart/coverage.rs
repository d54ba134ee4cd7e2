//! The models of each year by whether they count, and why not.

use charming::datatype::DataPointItem;
use charming::series::Bar;

use crate::coverage::{Counts, Coverage};
use crate::labels::Labels;
use crate::language::fill;
use crate::locale::{self, coverage_text, covered_of};

use super::drawing::{number, summary};
use super::{Drawing, Look, MarkKey, palette, style};

/// What the mark of counted models is called.
const COUNTED: &str = "counted";

pub(super) fn draw(coverage: &Coverage, labels: &Labels, look: Look) -> Drawing {
    let language = look.language;
    let text = coverage_text(language);
    let rows = coverage.counts();
    let spans: Vec<_> = coverage.period.spans().collect();
    let columns: Vec<String> = spans
        .iter()
        .map(|own| locale::span(*own, language))
        .collect();
    let names: Vec<&'static str> = rows
        .iter()
        .map(|row| row.why.map_or(text.counted, text.whys))
        .collect();
    let legend: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let head = 10 + style::legend_height(look, &legend);
    let mut chart = style::chart(look, "{b}\n{a}: {c}")
        .grid(style::grid(head, 8.0))
        .legend(style::legend(look, &legend))
        .x_axis(style::names(look, columns.clone()))
        .y_axis(style::counts(look));
    for (at, (row, name)) in rows.iter().zip(&names).enumerate() {
        let data: Vec<DataPointItem> = row
            .cells
            .iter()
            .zip(&columns)
            .map(|(models, column)| DataPointItem::new(number(*models)).name(column.as_str()))
            .collect();
        let bar = Bar::new().name(*name).stack("all").bar_width("52%");
        let colour = palette::category(at, look.dark);
        chart = chart.series(bar.item_style(style::fill(look, colour)).data(data));
    }
    let marks = rows
        .iter()
        .map(|row| {
            let key = row.why.map_or(COUNTED, crate::coverage::Why::id);
            spans.iter().map(|span| MarkKey::new(key, span)).collect()
        })
        .collect();
    let total = |row: &Counts| locale::count(row.total());
    let values: Vec<(String, String)> = rows
        .iter()
        .zip(&names)
        .map(|(row, name)| ((*name).to_owned(), total(row)))
        .collect();
    let of = covered_of(&coverage.query, labels, language);
    let title = fill(text.chart, &[("of", &of)]);
    Drawing {
        chart,
        marks,
        height: 240 + head,
        summary: summary(&title, &values, language),
        title,
        left_out: 0,
    }
}
