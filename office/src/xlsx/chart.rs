//! Native charts of a table's numbers.

use model_census::paper::{Cell, ChartKind, Grid, Kind, Sheet, Value};
use rust_xlsxwriter::{
    Chart, ChartAxis, ChartAxisCrossing, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartSolidFill, ChartType, Worksheet, XlsxError,
};

use crate::xml::allowed;

/// From here on rows stand only in the table.
const MOST: u32 = 20;

/// One hue from light to dark for years, as in the figures of the page.
const YEARS: [&str; 8] = [
    "#C6DBEF", "#9ECAE1", "#6BAED6", "#4292C6", "#2171B5", "#08519C", "#08306B", "#041B3D",
];

/// What columns are parted by, and one that is not, as in the figures of the page.
const PARTS: [&str; 6] = [
    "#2B87D9", "#D2430F", "#14988B", "#5F4308", "#4A1638", "#0D4A70",
];
const WHOLE: &str = "#1D5C96";

/// Below a table of more rows nobody would find it.
const LONG: usize = 30;

/// Where a table stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    /// The first row of numbers.
    pub first: u32,
    /// The row below the notes.
    pub end: u32,
}

/// Puts the chart below the table and its notes, which it would hide at the
/// side, or to the right of a long one.
pub(super) fn insert(
    page: &mut Worksheet,
    name: &str,
    sheet: &Sheet,
    kind: ChartKind,
    place: Anchor,
) -> Result<(), XlsxError> {
    let grid = &sheet.grid;
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
            for (at, row) in (place.first..).take(data as usize).enumerate() {
                let colour = match data {
                    1 => WHOLE,
                    _ => PARTS.get(at % PARTS.len()).copied().unwrap_or(WHOLE),
                };
                chart
                    .add_series()
                    .set_categories((name, heading, first, heading, last))
                    .set_values((name, row, first, row, last))
                    .set_name((name, row, 0))
                    .set_format(&mut filled(colour))
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
                    .set_format(&mut filled(colour))
                    .set_gap(50);
            }
            // The first row on top, the counts below the last.
            chart
                .y_axis()
                .set_reverse()
                .set_crossing(ChartAxisCrossing::Max);
        }
    }
    chart.legend().set_position(ChartLegendPosition::Bottom);
    let title = allowed(&grid.title);
    chart
        .title()
        .set_name(&title)
        .set_font(ChartFont::new().set_size(12).set_bold());
    let group = grid.columns.iter().find_map(|own| own.group.as_deref());
    let names = axis(&mut chart, kind, Axis::Names);
    name_axis(names, &sheet.names);
    // Where it is not said that they do not lean, LibreOffice leaves out what
    // might touch another.
    names.set_font(ChartFont::new().set_rotation(0));
    let counts = axis(&mut chart, kind, Axis::Counts);
    name_axis(counts, group.unwrap_or_default());
    counts.set_major_gridlines_line(ChartLine::new().set_color("#D9DDE2"));
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
    // Printed on one page, whole.
    page.set_print_fit_to_pages(1, 1);
    if grid.rows.len() <= LONG {
        page.set_portrait();
        page.insert_chart(place.end + 1, 0, &chart)?;
    } else {
        let right = u16::try_from(grid.columns.len()).unwrap_or(u16::MAX - 1) + 1;
        page.insert_chart(2, right, &chart)?;
    }
    Ok(())
}

fn filled(colour: &str) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(colour));
    format
}

/// What an axis bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Axis {
    Names,
    Counts,
}

/// Bars have their names at the left, columns below.
fn axis(chart: &mut Chart, kind: ChartKind, wanted: Axis) -> &mut ChartAxis {
    let names_lie = kind == ChartKind::Columns;
    if names_lie == (wanted == Axis::Names) {
        chart.x_axis()
    } else {
        chart.y_axis()
    }
}

fn name_axis(axis: &mut ChartAxis, name: &str) {
    let mut letters = ChartFont::new();
    letters.set_size(10).unset_bold();
    let name = allowed(name);
    axis.set_name(&name).set_name_font(&letters);
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
