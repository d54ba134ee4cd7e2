//! The focus country's models over time, a line for each developer.

use charming::component::Axis;
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{ItemStyle, LabelPosition};
use charming::series::Scatter;

use crate::list::{Entry, ListId};
use crate::locale;
use crate::report::Report;

use super::drawing::summary;
use super::{Drawing, Look, MarkKey, bars, compute, palette, style};

pub(super) fn draw(report: &Report, look: Look) -> Drawing {
    let language = look.language;
    let list = report.list(ListId::FocusCountry);
    let entries = list.map_or(&[][..], |list| &list.entries);
    let name_of = |entry: &Entry| {
        // A model stands on the line of its first developer's group.
        let group = entry.groups.first();
        let key = group.map_or("", |group| &**group);
        report.labels.name("organization", key, language).to_owned()
    };
    let mut developers: Vec<String> = Vec::new();
    for entry in entries {
        let name = name_of(entry);
        if !developers.contains(&name) {
            developers.push(name);
        }
    }
    let (data, marks): (Vec<DataPointItem>, Vec<MarkKey>) = entries
        .iter()
        .filter_map(|entry| {
            let date = CompositeValue::from(compute::position(entry.published?));
            let developer = CompositeValue::from(bars::shorten(&name_of(entry), look));
            let value = CompositeValue::from(vec![date, developer]);
            let point = DataPointItem::new(value).name(entry.name.to_string());
            Some((point, MarkKey::row(&entry.place.record)))
        })
        .unzip();
    let axis: Vec<String> = developers
        .iter()
        .map(|name| bars::shorten(name, look))
        .collect();
    let series = Scatter::new()
        .name(language.text().model)
        .symbol_size(11.0)
        .item_style(
            ItemStyle::new()
                .color(palette::ground(look.dark).accent)
                .opacity(0.85),
        );
    let series = if look.narrow {
        series
    } else {
        series.label(style::name_label(look, LabelPosition::Top).font_size(11))
    };
    let chart = style::chart(look, "{b}")
        .grid(style::grid(20.0, 48.0))
        .x_axis(whole_years(compute::time_axis(look), entries))
        .y_axis(
            style::names(look, axis)
                .inverse(true)
                .split_line(style::split_line(look)),
        )
        .series(series.data(data));
    let values: Vec<(String, String)> = entries
        .iter()
        .map(|entry| {
            let date = entry.published.map(locale::date);
            (entry.name.to_string(), date.unwrap_or_default())
        })
        .collect();
    let title = report.list_title(ListId::FocusCountry, language);
    Drawing {
        chart,
        marks: vec![marks],
        height: 60 + 46 * u32::try_from(developers.len().max(2)).unwrap_or(2),
        summary: summary(&title, &values, language),
        title,
        left_out: 0,
    }
}

/// From the first day of the first year to the last year's end.
fn whole_years(axis: Axis, entries: &[Entry]) -> Axis {
    let years = entries
        .iter()
        .filter_map(|entry| Some(entry.published?.year));
    match (years.clone().min(), years.max()) {
        (Some(first), Some(last)) => axis
            .min(format!("{first}-01-01"))
            .max(format!("{}-01-01", last.saturating_add(1))),
        _ => axis,
    }
}
