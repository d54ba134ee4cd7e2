//! What all charts share: type, axes, legend, tooltip.

use charming::component::{Axis, Grid, Legend};
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, ItemStyle, Label, LabelPosition, LineStyle, SplitLine,
    TextStyle, Tooltip, Trigger,
};

use charming::series::Line;

use super::Look;
use super::option::ChartOption;
use super::palette::{self, ground};

/// Korean first: the system's own Korean face, no download.
pub(super) const FONT: &str = "system-ui, -apple-system, 'Apple SD Gothic Neo', 'Malgun Gothic', \
                               'Noto Sans KR', 'Noto Sans CJK KR', sans-serif";

pub(super) fn chart(look: Look, tooltip: &str) -> ChartOption {
    let ground = ground(look.dark);
    ChartOption::new(
        Tooltip::new()
            .trigger(Trigger::Item)
            .formatter(tooltip)
            .background_color(ground.paper)
            .border_color(ground.rule),
    )
}

pub(super) fn grid(top: impl Into<f64>, right: f64) -> Grid {
    Grid::new()
        .left(4)
        .right(right)
        .top(top.into())
        .bottom(4)
        .contain_label(true)
}

pub(super) fn legend(look: Look, names: &[String]) -> Legend {
    Legend::new()
        .left(0)
        .top(0)
        .item_width(12)
        .item_height(12)
        .item_gap(14)
        .data(names.to_vec())
        .text_style(text(ground(look.dark).quiet))
}

/// What a legend of these names takes above a chart, in as many lines as it
/// has where the chart is as narrow as it may be.
pub(super) fn legend_height(look: Look, names: &[String]) -> u32 {
    let room = if look.narrow { 290 } else { 500 };
    // Mark and gaps beside the name; Hangul fills the size of letters.
    let width = |name: &String| {
        let letters = name.chars().map(|c| if c < '\u{1100}' { 7 } else { 12 });
        31 + letters.sum::<u32>()
    };
    let mut lines = 1_u32;
    let mut used = 0;
    for own in names.iter().map(width) {
        if used > 0 && used + own > room {
            lines += 1;
            used = 0;
        }
        used += own;
    }
    8 + 26 * lines
}

/// What the name of an upright axis takes above it.
pub(super) const AXIS_NAME: u32 = 20;

pub(super) fn text(colour: &str) -> TextStyle {
    TextStyle::new()
        .color(colour)
        .font_family(FONT)
        .font_size(12)
}

pub(super) fn axis_label(look: Look) -> AxisLabel {
    AxisLabel::new()
        .color(ground(look.dark).ink)
        .font_family(FONT)
        .font_size(12)
}

/// An axis of names.
pub(super) fn names(look: Look, names: Vec<String>) -> Axis {
    Axis::new()
        .type_(AxisType::Category)
        .data(names)
        .axis_label(axis_label(look).interval(0))
        .axis_tick(AxisTick::new().show(false))
        .axis_line(line())
}

/// An axis of counts.
pub(super) fn counts(look: Look) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .min_interval(1)
        .axis_label(axis_label(look).color(ground(look.dark).quiet))
        .split_line(split_line(look))
}

/// charming types the line's colour for gauges only, so the line goes.
pub(super) fn line() -> AxisLine {
    AxisLine::new().show(false)
}

/// A line over what its axes say, with a mark at each of its values.
pub(super) fn series_line(name: &str, colour: &'static str) -> Line {
    Line::new()
        .name(name)
        .symbol_size(7.0)
        .line_style(LineStyle::new().color(colour).width(2.0))
        .item_style(ItemStyle::new().color(colour))
}

pub(super) fn split_line(look: Look) -> SplitLine {
    SplitLine::new()
        .show(true)
        .line_style(LineStyle::new().color(ground(look.dark).rule))
}

/// A label that says the data point's name.
pub(super) fn name_label(look: Look, position: LabelPosition) -> Label {
    Label::new()
        .show(true)
        .position(position)
        .formatter("{b}")
        .color(ground(look.dark).ink)
        .font_family(FONT)
        .font_size(12)
}

/// A filled area, parted from its neighbours by a hair of the ground.
pub(super) fn fill(look: Look, colour: &str) -> ItemStyle {
    ItemStyle::new()
        .color(colour)
        .border_color(palette::ground(look.dark).paper)
        .border_width(0.5)
}
