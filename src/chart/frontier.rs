//! The record holders of training compute over time.

use charming::component::Axis;
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{AxisType, ItemStyle, LabelPosition, LineStyle};
use charming::series::Line;

use crate::explore::Frontier;
use crate::locale;

use super::compute::{position, time_axis};
use super::drawing::summary;
use super::{Drawing, Look, MarkKey, palette, style};

pub(super) fn draw(found: &Frontier, look: Look) -> Drawing {
    let text = look.language.text();
    let colour = palette::ground(look.dark).accent;
    let data: Vec<DataPointItem> = found
        .holders
        .iter()
        .map(|holder| {
            let at = CompositeValue::from(position(holder.published));
            let value = CompositeValue::from(vec![at, CompositeValue::from(holder.flop)]);
            DataPointItem::new(value).name(&*holder.name)
        })
        .collect();
    let line = Line::new()
        .name(text.frontier)
        .symbol_size(8.0)
        .line_style(LineStyle::new().color(colour).width(1.5))
        .item_style(ItemStyle::new().color(colour))
        .label(style::name_label(look, LabelPosition::Left).font_size(11))
        .data(data);
    let powers = found.holders.iter().map(|holder| holder.flop.log10());
    let low = powers.clone().fold(f64::INFINITY, f64::min).floor();
    let high = powers.fold(f64::NEG_INFINITY, f64::max).ceil();
    let ends = [low, high].map(|power| 10_f64.powf(power));
    let axis = Axis::new()
        .type_(AxisType::Log)
        .axis_label(style::axis_label(look).color(palette::ground(look.dark).quiet))
        .split_line(style::split_line(look));
    let axis = match ends {
        [low, high] if low.is_finite() && high.is_finite() => axis.min(low).max(high),
        _ => axis,
    };
    let chart = style::chart(look, "{b}")
        .grid(style::grid(16.0, 24.0))
        // The first name stands left of its mark.
        .x_axis(time_axis(look).boundary_gap(("18%", "2%")))
        .y_axis(axis)
        .series(line);
    let holders = found.holders.iter();
    let marks = vec![holders.map(|holder| MarkKey::row(&holder.record)).collect()];
    let values: Vec<(String, String)> = found
        .holders
        .iter()
        .rev()
        .map(|holder| (holder.name.to_string(), locale::flop(holder.flop)))
        .collect();
    Drawing {
        chart,
        marks,
        height: 360,
        summary: summary(text.frontier, &values, look.language),
        title: text.frontier.to_owned(),
        left_out: 0,
    }
}
