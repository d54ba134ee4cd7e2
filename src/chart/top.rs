//! The largest models of a year by training compute.

use charming::component::Axis;
use charming::datatype::DataPointItem;
use charming::element::{AxisLabel, AxisType, LabelPosition};
use charming::series::Bar;

use crate::list::ListId;
use crate::locale;
use crate::report::Report;

use super::drawing::summary;
use super::{Drawing, Look, MarkKey, bars, palette, style};

pub(super) fn draw(report: &Report, look: Look) -> Drawing {
    let list = report.list(ListId::TopModels);
    let entries = list.map_or(&[][..], |list| &list.entries);
    let (values, marks): (Vec<(String, f64)>, Vec<MarkKey>) = entries
        .iter()
        .filter_map(|entry| {
            let flop = entry.training_compute_flop?;
            let mark = MarkKey::row(&entry.place.record);
            Some(((entry.name.to_string(), flop), mark))
        })
        .unzip();
    let axis: Vec<String> = values
        .iter()
        .map(|(name, _)| bars::shorten(name, look))
        .collect();
    let data: Vec<DataPointItem> = values
        .iter()
        .map(|(_, flop)| DataPointItem::new(*flop).name(locale::flop(*flop)))
        .collect();
    let chart = style::chart(look, "{b} FLOP")
        .grid(style::grid(8.0, 72.0))
        .x_axis(
            // The bars bear their numbers.
            Axis::new()
                .type_(AxisType::Value)
                .axis_label(AxisLabel::new().show(false))
                .split_line(style::split_line(look)),
        )
        .y_axis(style::names(look, axis).inverse(true))
        .series(
            Bar::new()
                .name(look.language.text().training_compute)
                .bar_width("56%")
                .item_style(style::fill(look, palette::ground(look.dark).accent))
                .label(style::name_label(look, LabelPosition::Right))
                .data(data),
        );
    let spoken: Vec<(String, String)> = values
        .into_iter()
        .map(|(name, flop)| (name, locale::flop(flop)))
        .collect();
    let title = report.list_title(ListId::TopModels, look.language);
    Drawing {
        chart,
        marks: vec![marks],
        height: 50 + 40 * u32::try_from(entries.len().max(1)).unwrap_or(1),
        summary: summary(&title, &spoken, look.language),
        title,
        left_out: 0,
    }
}
