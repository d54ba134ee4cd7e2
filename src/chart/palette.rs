//! Colours. One value has one colour in every chart.
//!
//! The categorical colours follow the hues of Okabe and Ito: they reach 3:1
//! against their ground and stay apart for red- and green-blind readers; the
//! tests below compute both.

use crate::report::Report;

use super::drawing::number;

/// Categorical colours on a light ground, strongest first.
const CATEGORIES_LIGHT: [&str; 6] = [
    "#2b87d9", "#d2430f", "#14988b", "#5f4308", "#4a1638", "#0d4a70",
];
/// The same on a dark ground.
const CATEGORIES_DARK: [&str; 6] = [
    "#3d86f0", "#da650d", "#7feedd", "#f0c419", "#b8468e", "#39b6ea",
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
    let steps = number(count.saturating_sub(1)).max(1.0);
    (0..count)
        .map(|at| {
            let way = if count == 1 { 1.0 } else { number(at) / steps };
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
        .take(CATEGORIES_LIGHT.len())
        .map(|row| row.key.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rgb = [f64; 3];

    /// Linear light, 0 to 1 (IEC 61966-2-1).
    fn linear(hex: &str) -> Rgb {
        [1, 3, 5].map(|at| {
            let channel = u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour");
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.040_45 {
                channel / 12.92
            } else {
                ((channel + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    fn times(matrix: [Rgb; 3], colour: Rgb) -> Rgb {
        matrix.map(|row| row.iter().zip(colour).map(|(a, b)| a * b).sum())
    }

    /// Contrast ratio of WCAG 2.2.
    fn contrast(a: &str, b: &str) -> f64 {
        let luminance = |hex| {
            let [red, green, blue] = linear(hex);
            0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
        };
        let (a, b): (f64, f64) = (luminance(a), luminance(b));
        a.max(b) / a.min(b)
    }

    /// Oklab (Ottosson 2020), in which distances follow the eye.
    fn oklab(colour: Rgb) -> Rgb {
        let cones = times(
            [
                [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
                [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
                [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
            ],
            colour.map(|channel| channel.clamp(0.0, 1.0)),
        );
        times(
            [
                [0.210_454_255_3, 0.793_617_785, -0.004_072_046_8],
                [1.977_998_495_1, -2.428_592_205, 0.450_593_709_9],
                [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766],
            ],
            cones.map(f64::cbrt),
        )
    }

    /// Machado, Oliveira and Fernandes (2009), severity 1.
    const PROTANOPIA: [Rgb; 3] = [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ];
    const DEUTERANOPIA: [Rgb; 3] = [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_82, 0.042_94, 0.968_881],
    ];
    const FULL_SIGHT: [Rgb; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

    #[test]
    fn every_category_stands_out_from_its_ground() {
        for dark in [false, true] {
            for at in 0..=CATEGORIES_LIGHT.len() {
                let (colour, paper) = (category(at, dark), ground(dark).paper);
                let contrast = contrast(colour, paper);
                assert!(contrast >= 3.0, "{colour} on {paper}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn categories_stay_apart_for_colour_blind_readers() {
        for sight in [FULL_SIGHT, PROTANOPIA, DEUTERANOPIA] {
            for colours in [CATEGORIES_LIGHT, CATEGORIES_DARK] {
                for (at, a) in colours.iter().enumerate() {
                    for b in &colours[at + 1..] {
                        let [one, other] = [a, b].map(|hex| oklab(times(sight, linear(hex))));
                        let squares = one.iter().zip(other).map(|(a, b)| (a - b).powi(2));
                        let distance = squares.sum::<f64>().sqrt();
                        assert!(distance > 0.1, "{a} and {b}: {distance:.3}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_last_year_is_the_strongest() {
        for dark in [false, true] {
            let years = years(6, dark);
            let paper = ground(dark).paper;
            let contrasts: Vec<f64> = years.iter().map(|colour| contrast(colour, paper)).collect();
            assert!(contrasts.is_sorted(), "{years:?}: {contrasts:?}");
        }
        assert_eq!(years(1, false), ["#12436d"]);
    }
}
