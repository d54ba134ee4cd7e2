//! The smallest parts of a document.

use crate::chart::Drawing;
use crate::language::{Language, fill};
use crate::locale;
use crate::paper::{Block, Figure, Grid, Item, Mark, Run};

/// A line of an outline, none of whose numbers opens models.
pub(super) fn item(mark: Mark, text: &str) -> Block {
    let run = Run {
        text: text.to_owned(),
        meant: None,
    };
    Block::Item(Item {
        mark,
        runs: vec![run],
    })
}

/// A table as a figure, with what its chart says.
pub(super) fn figure(grid: Grid, drawing: Option<Drawing>, language: Language) -> Figure {
    let left_out = drawing.as_ref().and_then(|own| left_out(own, language));
    Figure {
        id: grid.id.clone(),
        number: grid.number.clone(),
        title: grid.title.clone(),
        alt: drawing.map(|own| own.summary).unwrap_or_default(),
        notes: grid.notes.clone(),
        left_out: left_out.unwrap_or_default(),
        grid,
    }
}

/// How many rows a chart has no room for, said where no table stands beside it.
#[must_use]
pub fn left_out(drawing: &Drawing, language: Language) -> Option<String> {
    let text = language.text();
    let n = locale::count(drawing.left_out);
    let words = fill(text.more().picture_left_out, &[("n", &n)]);
    (drawing.left_out > 0).then(|| format!("{}: {words}", text.note))
}
