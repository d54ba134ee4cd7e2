//! Training compute over publication date.

use std::collections::BTreeSet;

use charming::component::Axis;
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{
    AxisLabel, AxisType, ItemStyle, Label, LabelPosition, LineStyle, MarkLine, MarkLineData,
    MarkLineVariant,
};
use charming::series::Scatter;

use crate::dataset::{List, PartialDate};
use crate::list::{Entry, ListId};
use crate::locale;
use crate::report::Report;

use super::drawing::summary_of;
use super::{Drawing, Look, MarkKey, Marks, palette, style};

/// What the colours of the points mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColourBy {
    /// The model's first country.
    #[default]
    Country,
    /// The model's first domain.
    Domain,
}

impl ColourBy {
    /// The breakdown whose first rows have colours of their own.
    #[must_use]
    pub fn breakdown(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Domain => "domain",
        }
    }

    fn values(self, entry: &Entry) -> &List {
        match self {
            Self::Country => &entry.countries,
            Self::Domain => &entry.domains,
        }
    }
}

/// The colour of points that only bear a name.
const UNSEEN: &str = "transparent";

/// How many of the largest models are named in the chart.
const NAMED: usize = 8;

pub(super) fn draw(report: &Report, colour_by: ColourBy, look: Look) -> Drawing {
    let language = look.language;
    let text = language.text();
    let list = report.list(ListId::TrainingCompute);
    let entries = list.map_or(&[][..], |list| &list.entries);
    let keys = palette::coloured_keys(report, colour_by.breakdown());
    let group_of = |entry: &Entry| {
        let values = colour_by.values(entry);
        keys.iter()
            .position(|key| values.first().is_some_and(|value| **value == **key))
            .unwrap_or(keys.len())
    };
    let mut names: Vec<String> = keys
        .iter()
        .map(|key| {
            let name = report.labels.name(colour_by.breakdown(), key, language);
            name.to_owned()
        })
        .collect();
    names.push(text.other.to_owned());

    let head = style::legend_height(look, &names) + style::AXIS_NAME;
    let mut chart = style::chart(look, "{b}")
        .grid(style::grid(head, 16.0))
        .legend(style::legend(look, &names))
        .x_axis(time_axis(look))
        .y_axis(compute_axis(look, entries));
    let mut marks: Marks = Vec::new();
    for (group, name) in names.iter().enumerate() {
        let colour = if group < keys.len() {
            palette::category(group, look.dark)
        } else {
            palette::other(look.dark)
        };
        let (data, own): (Vec<DataPointItem>, Vec<MarkKey>) = entries
            .iter()
            .filter(|entry| group_of(entry) == group)
            .filter_map(|entry| point(entry, &full_name(report, entry, look), colour))
            .unzip();
        marks.push(own);
        let mut series = Scatter::new()
            .name(name.as_str())
            .symbol_size(if look.narrow { 7.0 } else { 9.0 })
            .item_style(ItemStyle::new().color(colour))
            .data(data);
        if group == 0 {
            series = series.mark_line(threshold(report, look));
        }
        chart = chart.series(series);
    }
    let largest = largest(entries);
    let (named, own): (Vec<DataPointItem>, Vec<MarkKey>) = largest
        .iter()
        .filter_map(|entry| point(entry, &entry.name, UNSEEN))
        .unzip();
    marks.push(own);
    chart = chart.series(
        Scatter::new()
            .name(text.model)
            .symbol_size(1.0)
            .item_style(ItemStyle::new().color(UNSEEN))
            .label(
                style::name_label(look, LabelPosition::Left)
                    .font_size(11)
                    .silent(true),
            )
            .data(named),
    );
    let values: Vec<(String, String)> = largest
        .iter()
        .map(|entry| {
            let flop = entry.training_compute_flop.map(locale::flop);
            (entry.name.to_string(), flop.unwrap_or_default())
        })
        .collect();
    Drawing {
        chart,
        marks,
        height: head + if look.narrow { 348 } else { 408 },
        summary: summary_of(text.compute_title, &values, entries.len(), language),
        title: text.compute_title.to_owned(),
        left_out: list.map_or(0, |list| list.count - entries.len()),
    }
}

/// The largest models by compute, largest first, each name once.
fn largest(entries: &[Entry]) -> Vec<&Entry> {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    sorted.sort_by(|a, b| {
        let flop = |entry: &Entry| entry.training_compute_flop.unwrap_or(0.0);
        flop(b).total_cmp(&flop(a))
    });
    let mut seen = BTreeSet::new();
    sorted.retain(|entry| seen.insert(entry.name.clone()));
    sorted.truncate(NAMED);
    sorted
}

/// A point; faint where the model lies outside the period.
fn point(entry: &Entry, name: &str, colour: &str) -> Option<(DataPointItem, MarkKey)> {
    let at = position(entry.published?);
    let flop = entry.training_compute_flop?;
    let value = CompositeValue::from(vec![CompositeValue::from(at), CompositeValue::from(flop)]);
    let faint = !entry.is_counted && colour != UNSEEN;
    let opacity = if !faint { 0.85 } else { 0.3 };
    let point = DataPointItem::new(value)
        .name(name)
        .item_style(ItemStyle::new().color(colour).opacity(opacity));
    Some((point, MarkKey::row(&entry.place.record)))
}

/// Where a date stands on the axis: in the middle of what is not stated.
pub(super) fn position(date: PartialDate) -> String {
    match (date.month, date.day) {
        (Some(_), Some(_)) => date.to_string(),
        (Some(_), None) => format!("{date}-15"),
        _ => format!("{date}-07-01"),
    }
}

fn full_name(report: &Report, entry: &Entry, look: Look) -> String {
    let organizations: Vec<&str> = entry
        .organizations
        .iter()
        .map(|name| report.labels.name("organization", name, look.language))
        .collect();
    let date = entry.published.map(locale::date).unwrap_or_default();
    let flop = entry.training_compute_flop.map(locale::flop);
    format!(
        "{}\n{}\n{date}\n{} FLOP",
        entry.name,
        organizations.join(", "),
        flop.unwrap_or_default()
    )
}

pub(super) fn time_axis(look: Look) -> Axis {
    Axis::new()
        .type_(AxisType::Time)
        .axis_label(style::axis_label(look).formatter("{yyyy}"))
        .min_interval(365.0 * 24.0 * 3_600_000.0)
        .axis_line(style::line())
        .split_line(style::split_line(look))
}

/// Clean powers of ten around the values, or ECharts prints odd ends.
fn compute_axis(look: Look, entries: &[Entry]) -> Axis {
    let powers = entries
        .iter()
        .filter_map(|entry| entry.training_compute_flop)
        .map(f64::log10);
    let low = powers.clone().fold(f64::INFINITY, f64::min).floor();
    let high = powers.fold(f64::NEG_INFINITY, f64::max).ceil();
    let (low, high) = if low <= high {
        (low, high.max(low + 1.0))
    } else {
        (23.0, 26.0)
    };
    let power = |exponent: f64| format!("1e{exponent}").parse::<f64>().unwrap_or(1.0);
    Axis::new()
        .type_(AxisType::Log)
        .min(power(low))
        .max(power(high))
        .name("FLOP")
        .name_text_style(style::text(palette::ground(look.dark).quiet))
        .axis_label(
            AxisLabel::new()
                .color(palette::ground(look.dark).quiet)
                .font_family(style::FONT),
        )
        .split_line(style::split_line(look))
}

fn threshold(report: &Report, look: Look) -> MarkLine {
    let ground = palette::ground(look.dark);
    let flop = report.definition.compute.threshold_flop;
    let name = format!(
        "{} {}",
        look.language.text().threshold,
        locale::significant(flop)
    );
    MarkLine::new()
        .line_style(LineStyle::new().color(ground.quiet))
        .label(
            Label::new()
                .formatter(name.as_str())
                .position(LabelPosition::InsideStartTop)
                .color(ground.quiet)
                .font_family(style::FONT),
        )
        .data(vec![MarkLineVariant::Simple(
            MarkLineData::new().y_axis(flop),
        )])
}
