//! A row's count under every choice, as bars that bear the rank.

use charming::datatype::DataPointItem;
use charming::element::{ItemStyle, LabelPosition};
use charming::series::Bar;

use crate::locale::{self, choice, rank};
use crate::report::Report;
use crate::sensitivity::Sensitivity;

use super::bars::shorten;
use super::drawing::summary;
use super::{Drawing, Look, MarkKey, palette, style};

pub(super) fn draw(report: &Report, found: &Sensitivity, look: Look) -> Drawing {
    let language = look.language;
    let base = found.base().and_then(|base| base.rank);
    let made: Vec<_> = found.made().collect();
    let names: Vec<String> = made
        .iter()
        .map(|(own, _)| shorten(choice(*own, language), look))
        .collect();
    let colours = palette::ground(look.dark);
    let data: Vec<DataPointItem> = made
        .iter()
        .map(|(own, standing)| {
            let colour = if standing.rank == base {
                colours.accent
            } else {
                palette::category(1, look.dark)
            };
            DataPointItem::new(rounded(standing.count))
                .name(choice(*own, language))
                .item_style(style::fill(look, colour))
        })
        .collect();
    // The ranks: a bar without length that bears the words.
    let ranks: Vec<DataPointItem> = made
        .iter()
        .map(|(_, standing)| {
            let words = rank(standing.rank, standing.tied, language);
            DataPointItem::new(0.0).name(words)
        })
        .collect();
    let chart = style::chart(look, "{b}: {c}")
        .grid(style::grid(8.0, 64.0))
        .x_axis(style::counts(look))
        .y_axis(style::names(look, names).inverse(true))
        .series(Bar::new().stack("all").bar_width("60%").data(data))
        .series(
            Bar::new()
                .stack("all")
                .item_style(ItemStyle::new().color("transparent"))
                .label(style::name_label(look, LabelPosition::Right))
                .data(ranks),
        );
    let choices: Vec<MarkKey> = made.iter().map(|(own, _)| MarkKey::row(own.id())).collect();
    let values: Vec<(String, String)> = made
        .iter()
        .map(|(own, standing)| {
            let words = rank(standing.rank, standing.tied, language);
            (choice(*own, language).to_owned(), words)
        })
        .collect();
    let said = locale::sensitivity(found, &report.labels, language);
    Drawing {
        chart,
        marks: vec![choices.clone(), choices],
        height: 40 + 28 * u32::try_from(made.len()).unwrap_or(12),
        summary: summary(&said, &values, language),
        title: said,
        left_out: 0,
    }
}

/// To two decimals, as the table has it.
fn rounded(count: f64) -> f64 {
    (count * 100.0).round() / 100.0
}
