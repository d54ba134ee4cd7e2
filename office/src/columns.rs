//! How wide the columns of a table are.

use model_census::document::Grid;

/// A width shared by the columns as their texts need it, in the unit of the
/// width. What is long may break, so that no column takes more than its part.
pub(crate) fn shares(grid: &Grid, width: usize) -> Vec<usize> {
    const NARROWEST: usize = 6;
    const WIDEST: usize = 26;
    // Hangul and the like are twice as wide as Latin letters.
    let length = |text: &str| -> usize {
        let wide = |c: char| if c < '\u{1100}' { 1 } else { 2 };
        text.chars().map(wide).sum()
    };
    let needs: Vec<usize> = grid
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = grid.rows.iter().filter_map(|row| row.get(at));
            let longest = cells.map(|cell| length(&cell.text)).max().unwrap_or(0);
            longest
                .max(length(&column.heading))
                .clamp(NARROWEST, WIDEST)
                + 2
        })
        .collect();
    let all: usize = needs.iter().sum::<usize>().max(1);
    let mut widths: Vec<usize> = needs.iter().map(|need| width * need / all).collect();
    // What rounding left goes to the first.
    let rest = width.saturating_sub(widths.iter().sum());
    if let Some(first) = widths.first_mut() {
        *first += rest;
    }
    widths
}
