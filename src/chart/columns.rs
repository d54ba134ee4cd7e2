//! Vertical columns, one for each year, parted by row.

use charming::datatype::DataPointItem;
use charming::element::{ItemStyle, LabelPosition};
use charming::series::Bar;

use crate::breakdown::{Breakdown, Row, Table};
use crate::language::{Language, fill};
use crate::locale::{self, year_name};
use crate::report::Report;

use super::drawing::{number, summary};
use super::{Drawing, Look, MarkKey, Marks, palette, style};

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
    // Above the columns stand their sums.
    let head = match parted {
        true => 10 + style::legend_height(look, &names),
        false => 24,
    };
    let mut chart = style::chart(look, "{b}\n{a}: {c}")
        .grid(style::grid(head, 8.0))
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
    let mut marks: Marks = rows
        .iter()
        .map(|row| {
            let columns = table.columns.iter();
            columns.map(|span| MarkKey::new(&row.key, span)).collect()
        })
        .collect();
    let columns = table.columns.iter();
    marks.push(columns.map(|span| MarkKey::new("", span)).collect());
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
    let title = report.title(breakdown, language);
    let said = match parted {
        true => by_row(&title, table, &names, &years, language),
        false => {
            let totals = totals.into_iter().map(locale::count);
            let values: Vec<(String, String)> = years.into_iter().zip(totals).collect();
            summary(&title, &values, language)
        }
    };
    Drawing {
        chart,
        marks,
        height: 276 + head,
        summary: said,
        title,
        left_out: 0,
    }
}

/// What the chart shows where columns are parted: of each row all models, their
/// share, and those of each year.
fn by_row(
    title: &str,
    table: &Table,
    names: &[String],
    years: &[String],
    language: Language,
) -> String {
    let rows = table.shown().zip(names).map(|(row, name)| {
        let total = locale::count(row.total.models);
        let share = table.share(row.total.models).map(locale::percent);
        let share = share.unwrap_or_default();
        let cells = years.iter().zip(&row.cells);
        let cells: Vec<String> = cells
            .map(|(year, cell)| format!("{year} {}", locale::count(cell.models)))
            .collect();
        let cells = cells.join(", ");
        let values = [
            ("name", &**name),
            ("total", &*total),
            ("share", &*share),
            ("cells", &*cells),
        ];
        fill(language.text().spoken_row, &values)
    });
    let rows: Vec<String> = rows.collect();
    format!("{title}. {}", rows.join("; "))
}
