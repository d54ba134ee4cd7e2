//! Native charts of a table's numbers.

use model_census::document::{Cell, ChartKind, Grid, Kind, Value};
use rust_xlsxwriter::{Chart, ChartLegendPosition, ChartType, Worksheet, XlsxError};

use super::Place;
use crate::xml::allowed;

/// From here on rows stand only in the table.
const MOST: u32 = 20;

/// One hue from light to dark for years, as in the figures of the page.
const YEARS: [&str; 8] = [
    "#C6DBEF", "#9ECAE1", "#6BAED6", "#4292C6", "#2171B5", "#08519C", "#08306B", "#041B3D",
];

/// Puts the chart to the right of the table, or below a wide one.
pub(super) fn insert(
    page: &mut Worksheet,
    name: &str,
    grid: &Grid,
    kind: ChartKind,
    place: Place,
) -> Result<(), XlsxError> {
    let counts: Vec<u16> = (0..)
        .zip(&grid.columns)
        .filter(|(_, column)| column.kind == Kind::Count)
        .map(|(at, _)| at)
        .collect();
    let data = data_rows(grid);
    let (Some(first), Some(last), true) = (counts.first(), counts.last(), data > 0) else {
        return Ok(());
    };
    let (first, last) = (*first, *last);
    let heading = place.first - 1;
    let mut chart = Chart::new(match kind {
        ChartKind::Columns => ChartType::ColumnStacked,
        ChartKind::Bars => ChartType::BarStacked,
    });
    match kind {
        ChartKind::Columns => {
            for row in (place.first..).take(data as usize) {
                chart
                    .add_series()
                    .set_categories((name, heading, first, heading, last))
                    .set_values((name, row, first, row, last))
                    .set_name((name, row, 0))
                    .set_gap(60);
            }
        }
        ChartKind::Bars => {
            let end = place.first + data.min(MOST) - 1;
            for (at, column) in counts.iter().enumerate() {
                let colour = shade(at, counts.len());
                chart
                    .add_series()
                    .set_categories((name, place.first, 0, end, 0))
                    .set_values((name, place.first, *column, end, *column))
                    .set_name((name, heading, *column))
                    .set_format(
                        rust_xlsxwriter::ChartFormat::new().set_solid_fill(
                            rust_xlsxwriter::ChartSolidFill::new().set_color(colour),
                        ),
                    )
                    .set_gap(50);
            }
            chart.y_axis().set_reverse();
            chart.legend().set_position(ChartLegendPosition::Bottom);
        }
    }
    let title = allowed(&grid.title);
    chart.title().set_name(&title);
    if kind == ChartKind::Columns && data == 1 {
        chart.legend().set_hidden();
    }
    chart.set_width(620);
    chart.set_height(if kind == ChartKind::Bars {
        160 + 24 * data.min(MOST)
    } else {
        340
    });
    chart.set_alt_text(&title);
    const WIDE: usize = 9;
    if grid.columns.len() > WIDE {
        page.insert_chart(place.end + 1, 0, &chart)?;
    } else {
        let right = u16::try_from(grid.columns.len()).unwrap_or(u16::MAX - 1) + 1;
        page.insert_chart(2, right, &chart)?;
    }
    Ok(())
}

/// The years' colours spread over the hue.
fn shade(at: usize, of: usize) -> &'static str {
    let last = YEARS.len() - 3;
    let step = if of > 1 { at * last / (of - 1) } else { last };
    YEARS.get(step).copied().unwrap_or("#2171B5")
}

/// How many rows count models: those below them hold growth or shares.
fn data_rows(grid: &Grid) -> u32 {
    let at = grid.columns.iter().position(|own| own.kind == Kind::Count);
    let counts = |row: &&Vec<Cell>| {
        at.and_then(|at| row.get(at))
            .is_some_and(|cell| matches!(cell.value, Some(Value::Number(_))))
    };
    let rows = grid.rows.iter().take_while(counts).count();
    u32::try_from(rows).unwrap_or(u32::MAX)
}
