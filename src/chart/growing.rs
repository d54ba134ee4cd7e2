//! The models of each publication year by the age of the list: how a year goes
//! on growing after its end.

use charming::component::Axis;
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::AxisType;

use crate::comparison::History;
use crate::locale::{moved, year};

use super::drawing::summary;
use super::{Drawing, Look, palette, style};

/// More lines are not told apart: the newest years.
const MOST: usize = 8;

pub(super) fn draw(history: &History, look: Look) -> Drawing {
    let text = moved(look.language);
    let mut lines = history.ages();
    let left_out = lines.len().saturating_sub(MOST);
    lines.drain(..left_out);
    let names: Vec<String> = lines
        .iter()
        .map(|(own, _)| year(*own, look.language))
        .collect();
    let head = 8 + style::legend_height(look, &names) + style::AXIS_NAME;
    let ages = Axis::new()
        .type_(AxisType::Value)
        .name(text.age_axis)
        .name_location(charming::element::NameLocation::Middle)
        .name_gap(26)
        .axis_label(style::axis_label(look).color(palette::ground(look.dark).quiet))
        .split_line(style::split_line(look));
    let mut chart = style::chart(look, "{a}: {c}")
        .grid(style::grid(head, 16.0).bottom(28))
        .legend(style::legend(look, &names))
        .x_axis(ages)
        .y_axis(style::counts(look));
    for (at, ((_, points), name)) in lines.iter().zip(&names).enumerate() {
        let colour = palette::category(at, look.dark);
        let data: Vec<DataPointItem> = points
            .iter()
            .map(|(age, models)| {
                let age = (age * 10.0).round() / 10.0;
                DataPointItem::new(CompositeValue::from(vec![
                    CompositeValue::from(age),
                    CompositeValue::from(*models),
                ]))
            })
            .collect();
        chart = chart.series(style::series_line(name, colour).data(data));
    }
    let values: Vec<(String, String)> = lines
        .iter()
        .zip(&names)
        .rev()
        .filter_map(|((_, points), name)| {
            let (_, models) = points.last()?;
            Some((name.clone(), format!("{models}")))
        })
        .collect();
    let title = text.history_chart.to_owned();
    Drawing {
        chart,
        marks: Vec::new(),
        height: 300 + head,
        summary: summary(&title, &values, look.language),
        title,
        left_out,
    }
}
