//! The option object of ECharts, made of charming's types for its parts.
//!
//! Not charming's own `Chart`: to write one compiles every component and series
//! that ECharts knows, a tenth of the page's download.

use charming::component::{Axis, Grid, Legend};
use charming::element::Tooltip;
use charming::series::{Bar, Line, Scatter};
use serde::Serialize;

/// An option object.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChartOption {
    animation: bool,
    background_color: &'static str,
    tooltip: Tooltip,
    #[serde(skip_serializing_if = "Option::is_none")]
    legend: Option<Legend>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grid: Option<Grid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    x_axis: Option<Axis>,
    #[serde(skip_serializing_if = "Option::is_none")]
    y_axis: Option<Axis>,
    series: Vec<Series>,
}

/// Marks of one kind.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Series {
    /// Bars or columns.
    Bar(Box<Bar>),
    /// A line.
    Line(Box<Line>),
    /// Points.
    Scatter(Box<Scatter>),
}

impl From<Bar> for Series {
    fn from(bar: Bar) -> Self {
        Self::Bar(Box::new(bar))
    }
}

impl From<Line> for Series {
    fn from(line: Line) -> Self {
        Self::Line(Box::new(line))
    }
}

impl From<Scatter> for Series {
    fn from(points: Scatter) -> Self {
        Self::Scatter(Box::new(points))
    }
}

impl ChartOption {
    pub(super) fn new(tooltip: Tooltip) -> Self {
        Self {
            // A reader who compares pictures does not want them to move.
            animation: false,
            background_color: "transparent",
            tooltip,
            legend: None,
            grid: None,
            x_axis: None,
            y_axis: None,
            series: Vec::new(),
        }
    }

    pub(super) fn legend(mut self, legend: Legend) -> Self {
        self.legend = Some(legend);
        self
    }

    pub(super) fn grid(mut self, grid: Grid) -> Self {
        self.grid = Some(grid);
        self
    }

    pub(super) fn x_axis(mut self, axis: Axis) -> Self {
        self.x_axis = Some(axis);
        self
    }

    pub(super) fn y_axis(mut self, axis: Axis) -> Self {
        self.y_axis = Some(axis);
        self
    }

    pub(super) fn series(mut self, series: impl Into<Series>) -> Self {
        self.series.push(series.into());
        self
    }
}
