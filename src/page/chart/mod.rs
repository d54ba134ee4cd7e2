//! Charts, on the page and as pictures; the only folder that touches ECharts.
//!
//! In: a `Drawing`. Out: a chart whose marks can be pressed, files.
//! Leaves out: what a chart shows (`crate::chart`).

pub(in crate::page) mod echarts;
pub(in crate::page) mod picture;
mod view;

pub(in crate::page) use picture::{PRINT, on_paper};
pub(in crate::page) use view::ChartView;
