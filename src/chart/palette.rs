//! Colours. One value has one colour in every chart.
//!
//! The categorical colours are told apart with all common forms of colour
//! blindness and reach 3:1 against their ground; tests/native checks it.

use crate::report::Report;

/// Categorical colours on a light ground, strongest first.
pub(crate) const CATEGORIES_LIGHT: [&str; 7] = [
    "#1d5c96", "#c2410c", "#0f7f6b", "#8a6100", "#8b3a80", "#5b6470", "#2b8cc4",
];
/// The same on a dark ground.
pub(crate) const CATEGORIES_DARK: [&str; 7] = [
    "#6db3f2", "#f59e6c", "#4fcfb4", "#e3b341", "#d594cf", "#a3adba", "#9ad0f5",
];
const OTHER: [&str; 2] = ["#7b8490", "#8d97a5"];

/// The first and last colour of a run of years, per ground. On either ground
/// the latest year stands out most.
const YEARS_LIGHT: [[u8; 3]; 2] = [[0xc3, 0xd6, 0xe8], [0x12, 0x43, 0x6d]];
const YEARS_DARK: [[u8; 3]; 2] = [[0x2e, 0x4a, 0x66], [0x9c, 0xcf, 0xff]];

/// Ink, quiet ink, rules and ground of a chart.
pub(crate) struct Ground {
    pub ink: &'static str,
    pub quiet: &'static str,
    pub rule: &'static str,
    pub paper: &'static str,
    pub accent: &'static str,
}

pub(crate) fn ground(dark: bool) -> Ground {
    if dark {
        Ground {
            ink: "#e8eaed",
            quiet: "#aeb6c0",
            rule: "#3a414b",
            paper: "#16191d",
            accent: "#6db3f2",
        }
    } else {
        Ground {
            ink: "#1b1f24",
            quiet: "#565e68",
            rule: "#d9dde2",
            paper: "#ffffff",
            accent: "#1d5c96",
        }
    }
}

/// The colour of the `at`th category.
pub(crate) fn category(at: usize, dark: bool) -> &'static str {
    let colours = if dark {
        CATEGORIES_DARK
    } else {
        CATEGORIES_LIGHT
    };
    colours.get(at).copied().unwrap_or(other(dark))
}

/// The colour of all that has none of its own.
pub(crate) fn other(dark: bool) -> &'static str {
    let [light_ground, dark_ground] = OTHER;
    if dark { dark_ground } else { light_ground }
}

/// One colour for each of `count` steps in time, the last the strongest.
pub(crate) fn years(count: usize, dark: bool) -> Vec<String> {
    let [from, to] = if dark { YEARS_DARK } else { YEARS_LIGHT };
    let steps = super::number(count.saturating_sub(1)).max(1.0);
    (0..count)
        .map(|at| {
            let way = if count == 1 {
                1.0
            } else {
                super::number(at) / steps
            };
            let mix = |from: u8, to: u8| {
                let mixed = f64::from(from) + way * (f64::from(to) - f64::from(from));
                format!("{:02x}", mixed.round().clamp(0.0, 255.0) as u8)
            };
            let [red, green, blue] = [0, 1, 2].map(|channel| {
                let pick = |colour: [u8; 3]| colour.get(channel).copied().unwrap_or(0);
                mix(pick(from), pick(to))
            });
            format!("#{red}{green}{blue}")
        })
        .collect()
}

/// The values of a breakdown that have a colour of their own: its first rows.
pub(crate) fn coloured_keys(report: &Report, breakdown: &str) -> Vec<String> {
    report
        .table(breakdown)
        .into_iter()
        .flat_map(|table| &table.rows)
        .take(CATEGORIES_LIGHT.len() - 1)
        .map(|row| row.key.clone())
        .collect()
}
