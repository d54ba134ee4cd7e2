//! From one number of models to another, a step for each cause.

use charming::datatype::DataPointItem;
use charming::element::{ItemStyle, LabelPosition};
use charming::series::Bar;

use crate::comparison::{Cause, ComparedRow};
use crate::locale::moved;

use super::drawing::{number, summary};
use super::{Drawing, Look, MarkKey, palette, style};

/// What stands between both ends.
struct Step {
    name: String,
    key: &'static str,
    /// Where it begins and ends.
    ends: (i64, i64),
    words: String,
    colour: &'static str,
}

/// A column of a row, from what was to what is; `names` are those of both ends.
pub(super) fn draw(
    row: &ComparedRow,
    column: usize,
    names: [&str; 2],
    title: String,
    signed: fn(i64) -> String,
    look: Look,
) -> Drawing {
    let text = moved(look.language);
    let ground = palette::ground(look.dark);
    let at = |numbers: &[usize]| {
        let own = numbers.get(column).copied().unwrap_or(0);
        i64::try_from(own).unwrap_or(i64::MAX)
    };
    let (old, new) = (at(&row.old), at(&row.new));
    let end = |name: &str, value: i64| Step {
        name: name.to_owned(),
        key: "",
        ends: (0, value),
        words: value.to_string(),
        colour: ground.quiet,
    };
    let mut steps = vec![end(names[0], old)];
    let mut level = old;
    for share in &row.causes {
        let change = share.change.get(column).copied().unwrap_or(0);
        if change == 0 {
            continue;
        }
        steps.push(Step {
            name: text.cause(share.cause).to_owned(),
            key: Cause::id(share.cause),
            ends: (level, level + change),
            words: signed(change),
            colour: if change > 0 {
                ground.accent
            } else {
                palette::category(1, look.dark)
            },
        });
        level += change;
    }
    steps.push(end(names[1], new));
    let size = |number: i64| self::number(usize::try_from(number.max(0)).unwrap_or(usize::MAX));
    let lower = steps.iter().map(|step| {
        DataPointItem::new(size(step.ends.0.min(step.ends.1))).name(step.name.as_str())
    });
    let upper = steps.iter().map(|step| {
        let (from, to) = step.ends;
        DataPointItem::new(size((to - from).abs()))
            .name(format!("{} {}", step.name, step.words))
            .item_style(style::fill(look, step.colour))
    });
    let words = steps
        .iter()
        .map(|step| DataPointItem::new(0.0).name(step.words.as_str()));
    let clear = || ItemStyle::new().color("transparent");
    let chart = style::chart(look, "{b}")
        .grid(style::grid(8.0, 56.0))
        .x_axis(style::counts(look))
        .y_axis(
            style::names(look, steps.iter().map(|step| step.name.clone()).collect()).inverse(true),
        )
        .series(
            Bar::new()
                .stack("all")
                .bar_width("60%")
                .item_style(clear())
                .data(lower.collect::<Vec<_>>()),
        )
        .series(Bar::new().stack("all").data(upper.collect::<Vec<_>>()))
        .series(
            Bar::new()
                .stack("all")
                .item_style(clear())
                .label(style::name_label(look, LabelPosition::Right))
                .data(words.collect::<Vec<_>>()),
        );
    let marks = vec![steps.iter().map(|step| MarkKey::row(step.key)).collect(); 3];
    let values: Vec<(String, String)> = steps
        .iter()
        .map(|step| (step.name.clone(), step.words.clone()))
        .collect();
    Drawing {
        chart,
        marks,
        height: 40 + 32 * u32::try_from(steps.len()).unwrap_or(10),
        summary: summary(&title, &values, look.language),
        title,
        left_out: 0,
    }
}
