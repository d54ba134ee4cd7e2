//! Which blocks of a document stand on pages that lie on their side.

use model_census::paper::{Block, Document, Grid, Picture};

use crate::columns::{Room, fit};

/// For each block, whether its page lies on its side: a table that is too wide
/// takes its section with it, and all between two such tables lies too. A page
/// that is turned for each table alone would leave those around it half empty.
pub(crate) fn turns(document: &Document, pictures: &[Picture], room: Room) -> Vec<bool> {
    let blocks = &document.blocks;
    let wide = |block: &Block| {
        shown_grid(block, pictures).is_some_and(|grid| fit(grid, room, false).turned)
    };
    let first = blocks.iter().position(wide);
    let last = blocks.iter().rposition(wide);
    let (Some(first), Some(last)) = (first, last) else {
        return vec![false; blocks.len()];
    };
    let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
    // From the heading on, with those right above it.
    let before = blocks.iter().take(first);
    let sentences = before.clone().rev().take_while(|own| !is_heading(own));
    let sentences = sentences.count();
    let headings = before
        .rev()
        .skip(sentences)
        .take_while(|own| is_heading(own));
    let from = first - sentences - headings.count();
    (0..blocks.len())
        .map(|at| (from..=last).contains(&at))
        .collect()
}

/// The table that a block shows: a figure its own where it has no picture.
fn shown_grid<'a>(block: &'a Block, pictures: &[Picture]) -> Option<&'a Grid> {
    match block {
        Block::Grid(grid) => Some(grid),
        Block::Figure(figure) => picture_of(&figure.id, pictures)
            .is_none()
            .then_some(&figure.grid),
        Block::Heading { .. } | Block::Item(_) => None,
    }
}

/// The picture of a figure, if it was drawn.
pub(crate) fn picture_of<'a>(figure: &str, pictures: &'a [Picture]) -> Option<&'a Picture> {
    let mut pictures = pictures.iter();
    pictures.find(|own| own.figure == figure && own.width > 0)
}
