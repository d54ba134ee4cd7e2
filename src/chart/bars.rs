//! Horizontal bars, one for each row, parted by year.

use charming::component::Axis;
use charming::datatype::DataPointItem;
use charming::element::{ItemStyle, LabelPosition};
use charming::series::Bar;

use crate::breakdown::{Breakdown, Row, Table};
use crate::locale::{self, year_name};
use crate::report::Report;

use super::drawing::{number, summary};
use super::{Drawing, Look, MarkKey, Marks, palette, style};

/// From here on rows stand only in the table.
const MOST: usize = 20;

pub(super) fn draw(report: &Report, breakdown: &Breakdown, table: &Table, look: Look) -> Drawing {
    let language = look.language;
    let shown: Vec<&Row> = table.shown().collect();
    let rows: Vec<&Row> = shown.iter().copied().take(MOST).collect();
    let label = |row: &Row| {
        let name = report
            .labels
            .name(breakdown.dimension.labels, &row.key, language);
        name.to_owned()
    };
    let years: Vec<String> = table
        .columns
        .iter()
        .map(|year| year_name(report, *year, language))
        .collect();
    let colours = palette::years(years.len(), look.dark);
    let axis: Vec<String> = rows.iter().map(|row| shorten(&label(row), look)).collect();
    let head = style::legend_height(look, &years);
    let mut chart = style::chart(look, "{b}\n{a}: {c}")
        .grid(style::grid(head, 44.0))
        .legend(style::legend(look, &years))
        .x_axis(style::counts(look))
        .y_axis(inverse(style::names(look, axis)));
    for (column, (year, colour)) in years.iter().zip(&colours).enumerate() {
        let data: Vec<DataPointItem> = rows
            .iter()
            .map(|row| {
                let count = row.cells.get(column).map_or(0, |cell| cell.models);
                DataPointItem::new(number(count)).name(label(row))
            })
            .collect();
        let bar = Bar::new()
            .name(year.as_str())
            .stack("years")
            .bar_width("64%");
        chart = chart.series(bar.item_style(style::fill(look, colour)).data(data));
    }
    let mut marks: Marks = table
        .columns
        .iter()
        .map(|span| {
            let rows = rows.iter();
            rows.map(|row| MarkKey::new(&row.key, span)).collect()
        })
        .collect();
    marks.push(rows.iter().map(|row| MarkKey::row(&row.key)).collect());
    // The totals: a bar without length that bears the number.
    let totals: Vec<DataPointItem> = rows
        .iter()
        .map(|row| DataPointItem::new(0.0).name(locale::count(row.total.models)))
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
        .map(|row| (label(row), locale::count(row.total.models)))
        .collect();
    Drawing {
        chart,
        marks,
        height: 38 + head + 26 * u32::try_from(rows.len().max(2)).unwrap_or(2),
        summary: summary(&report.title(breakdown, language), &values, language),
        title: report.title(breakdown, language),
        left_out: shown.len() - rows.len(),
    }
}

fn inverse(axis: Axis) -> Axis {
    axis.inverse(true)
}

/// Long names leave no room for the bars.
pub(super) fn shorten(name: &str, look: Look) -> String {
    cut(name, if look.narrow { 18 } else { 36 })
}

/// A name of at most so many letters, Hangul and the like counting twice.
pub(crate) fn cut(name: &str, room: usize) -> String {
    let width = |c: char| if c < '\u{1100}' { 1 } else { 2 };
    if name.chars().map(width).sum::<usize>() <= room {
        return name.to_owned();
    }
    let mut used = 1;
    let kept: String = name
        .chars()
        .take_while(|c| {
            used += width(*c);
            used <= room
        })
        .collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_by_their_width() {
        let phone = Look {
            narrow: true,
            ..Look::default()
        };
        let cases = [
            ("United States", "United States"),
            ("United Arab Emirates", "United Arab Emira…"),
            ("아랍에미리트", "아랍에미리트"),
            ("텍스트 기반 이미지 생성", "텍스트 기반 이미…"),
        ];
        for (name, expected) in cases {
            assert_eq!(shorten(name, phone), expected);
        }
        assert_eq!(shorten(cases[1].0, Look::default()), cases[1].0);
    }
}
