//! How wide the columns of a table are.

use model_census::document::Grid;

/// As many letters of a table's size stand in a line of the page.
const LETTERS: usize = 100;

/// What the frame of a cell takes, in letters.
const FRAME: usize = 3;

/// No column asks for more than this; what is longer breaks.
const WIDEST: usize = 30;

/// A width shared by the columns as their texts need it, in the unit of the
/// width: first what no word may be broken in, then what all else asks for.
pub(crate) fn shares(grid: &Grid, width: usize) -> Vec<usize> {
    let needs: Vec<(usize, usize)> = grid
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = grid.rows.iter().filter_map(|row| row.get(at));
            let texts = || {
                cells
                    .clone()
                    .map(|cell| &*cell.text)
                    .chain([&*column.heading])
            };
            let longest = |of: &dyn Fn(&str) -> usize| texts().map(of).max().unwrap_or(0);
            let least = longest(&|text| text.split(' ').map(length).max().unwrap_or(0));
            let most = longest(&length);
            (least.min(WIDEST) + FRAME, most.min(WIDEST) + FRAME)
        })
        .collect();
    let least: usize = needs.iter().map(|(least, _)| least).sum();
    let most: usize = needs.iter().map(|(_, most)| most).sum();
    let room = LETTERS.saturating_sub(least);
    let wished = most - least;
    let letters = needs.iter().map(|(least, most)| {
        // In thousandths of a letter.
        let more = (most - least) * 1_000 * room.min(wished.max(1)) / wished.max(1);
        least * 1_000 + more
    });
    let letters: Vec<usize> = letters.collect();
    let all: usize = letters.iter().sum::<usize>().max(1);
    let mut widths: Vec<usize> = letters.iter().map(|own| width * own / all).collect();
    // What rounding left goes to the first.
    let rest = width.saturating_sub(widths.iter().sum());
    if let Some(first) = widths.first_mut() {
        *first += rest;
    }
    widths
}

/// Hangul and the like are twice as wide as Latin letters.
fn length(text: &str) -> usize {
    let wide = |c: char| if c < '\u{1100}' { 1 } else { 2 };
    text.chars().map(wide).sum()
}
