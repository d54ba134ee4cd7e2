//! Tables and lists as charts: pure values of charming's types, which is the
//! option object of ECharts.
//!
//! In: a [`Report`] and a [`Look`]. Out: a [`Drawing`].
//! Leaves out: the browser; `page::echarts` alone hands a drawing to ECharts.

mod bars;
mod columns;
mod compute;
mod coverage;
mod cross;
mod drawing;
mod focus;
mod frontier;
mod growing;
mod lines;
mod mark;
mod option;
mod palette;
mod sensitivity;
mod style;
mod top;
mod waterfall;

use crate::breakdown::{Breakdown, Draw, Shape, Table};
use crate::comparison::{ComparedRow, History};
use crate::coverage::Coverage;
use crate::dimension::Dimension;
use crate::explore::{Cross, Frontier};
use crate::labels::Labels;
use crate::list::ListId;
use crate::report::Report;
use crate::sensitivity::Sensitivity;

pub(crate) use bars::cut;
pub use compute::ColourBy;
pub use drawing::{Drawing, Look};
pub use mark::{MarkKey, Marks};
pub use option::ChartOption;

/// The chart of a breakdown: the report's own, or lines where the reader wants
/// the numbers in another shape.
#[must_use]
pub fn breakdown(
    report: &Report,
    breakdown: &Breakdown,
    table: &Table,
    shape: Shape,
    look: Look,
) -> Drawing {
    match breakdown.draw {
        _ if shape != Shape::default() => lines::draw(report, breakdown, table, shape, look),
        Draw::Columns => columns::draw(report, breakdown, table, look),
        Draw::Bars => bars::draw(report, breakdown, table, look),
    }
}

/// The chart of one dimension by another.
#[must_use]
pub fn cross(
    found: &Cross,
    dimensions: (&Dimension, &Dimension),
    labels: &Labels,
    look: Look,
) -> Drawing {
    cross::draw(found, dimensions, labels, look)
}

/// The chart of the frontier of training compute.
#[must_use]
pub fn frontier(found: &Frontier, look: Look) -> Drawing {
    frontier::draw(found, look)
}

/// The chart of a row under every choice.
#[must_use]
pub fn sensitivity(report: &Report, found: &Sensitivity, look: Look) -> Drawing {
    sensitivity::draw(report, found, look)
}

/// The chart of a column of a compared row: from what was to what is, cause by
/// cause. `names` are those of both ends, `signed` writes a change.
#[must_use]
pub fn waterfall(
    row: &ComparedRow,
    column: usize,
    names: [&str; 2],
    title: String,
    signed: fn(i64) -> String,
    look: Look,
) -> Drawing {
    waterfall::draw(row, column, names, title, signed, look)
}

/// The chart of how each year grew with the age of the list.
#[must_use]
pub fn growing(history: &History, look: Look) -> Drawing {
    growing::draw(history, look)
}

/// The chart of models that count and of those that do not, by reason.
#[must_use]
pub fn coverage(coverage: &Coverage, labels: &Labels, look: Look) -> Drawing {
    coverage::draw(coverage, labels, look)
}

/// The chart of a list.
#[must_use]
pub fn list(report: &Report, list: ListId, colour_by: ColourBy, look: Look) -> Drawing {
    match list {
        ListId::FocusCountry => focus::draw(report, look),
        ListId::TopModels => top::draw(report, look),
        ListId::TrainingCompute => compute::draw(report, colour_by, look),
    }
}
