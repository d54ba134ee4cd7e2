//! How wide the columns of a table are, how large its letters, and whether it
//! needs a page of its own that lies on its side.
//!
//! Long because its tests stand below.

use std::borrow::Cow;

use model_census::paper::{Grid, Kind};

/// How a table fits between the margins of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fit {
    /// The columns' widths, in the page's unit.
    pub widths: Vec<usize>,
    /// The size of its letters, in half points.
    pub size: usize,
    /// Whether the page lies on its side.
    pub turned: bool,
}

impl Fit {
    /// All of its widths.
    pub(crate) fn width(&self) -> usize {
        self.widths.iter().sum()
    }
}

/// What there is between the margins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// Of a page that stands.
    pub upright: usize,
    /// Of one that lies on its side.
    pub turned: usize,
    /// A point, in the unit of both.
    pub point: usize,
}

/// The sizes that a table may have, in half points, the first where it fits.
pub(crate) const SIZES: [usize; 5] = [18, 17, 16, 15, 14];

/// Letters may be so much smaller for columns as wide as each other.
const FOR_EVEN: usize = 2;

/// A table of no more rows stands on one page.
pub(crate) const WHOLE: usize = 12;

/// What the frame of a cell takes, in points.
const FRAME: usize = 11;

/// A column asks for no more than this for a word, in thousandths of the
/// letters' size; what is longer breaks.
const LONGEST_WORD: usize = 16_000;

/// Nor for more than this for a text.
const LONGEST_TEXT: usize = 20_000;

/// The largest letters at which no word breaks, on a page that stands if it
/// can; the width is shared as the columns' texts need it.
///
/// Where pages lie on their side already (`lies`), it has their width.
pub(crate) fn fit(grid: &Grid, room: Room, lies: bool) -> Fit {
    let needs: Vec<(usize, usize)> = (0..grid.columns.len()).map(|at| needs(grid, at)).collect();
    let least = |needs: &[(usize, usize)], size: usize| -> usize {
        let words = needs
            .iter()
            .map(|(word, _)| length(*word, size, room.point));
        words.sum()
    };
    let within = |needs: &[(usize, usize)], width: usize| {
        let mut sizes = SIZES.into_iter();
        sizes.find(|size| least(needs, *size) <= width)
    };
    let upright = within(&needs, room.upright).filter(|_| !lies);
    let [.., smallest] = SIZES;
    let (size, turned) = match upright {
        Some(size) => (size, false),
        None => (within(&needs, room.turned).unwrap_or(smallest), true),
    };
    let width = if turned { room.turned } else { room.upright };
    let even = evened(grid, &needs).and_then(|even| {
        let even_size = within(&even, width)?.min(size);
        (even_size + FOR_EVEN >= size).then_some((even, even_size))
    });
    let (needs, size) = even.unwrap_or((needs, size));
    Fit {
        widths: shares(&needs, size, width, room.point),
        size,
        turned,
    }
}

/// A model for each column: as much for one as for the other.
fn evened(grid: &Grid, needs: &[(usize, usize)]) -> Option<Vec<(usize, usize)>> {
    let (_, models) = grid.columns.split_first()?;
    let (first, rest) = needs.split_first()?;
    if !models.iter().all(|own| own.kind == Kind::Text) {
        return None;
    }
    let most = rest.iter().fold((0, 0), |(word, text), own| {
        (word.max(own.0), text.max(own.1))
    });
    let even = std::iter::once(*first).chain(rest.iter().map(|_| most));
    Some(even.collect())
}

/// A cell's text; what stands in brackets behind a count keeps together.
pub(crate) fn unbroken(text: &str, kind: Kind) -> Cow<'_, str> {
    match (kind, text.split_once(" (")) {
        (Kind::Count | Kind::Total, Some((count, more))) => {
            Cow::Owned(format!("{count} ({}", more.replace(' ', "\u{a0}")))
        }
        _ => Cow::Borrowed(text),
    }
}

/// What the longest word of a column and its longest text take, in thousandths
/// of the letters' size.
fn needs(grid: &Grid, at: usize) -> (usize, usize) {
    let Some(column) = grid.columns.get(at) else {
        return (0, 0);
    };
    let cells = grid.rows.iter().filter_map(|row| row.get(at));
    let texts = cells.map(|cell| (unbroken(&cell.text, column.kind), false));
    let texts = texts.chain([(Cow::Borrowed(&*column.heading), true)]);
    texts.fold((0, 0), |(word, text), (own, bold)| {
        let words = own.split([' ', '\n']);
        let longest = words.map(|word| measure(word, bold)).max().unwrap_or(0);
        (
            word.max(longest.min(LONGEST_WORD)),
            text.max(measure(&own, bold).min(LONGEST_TEXT)),
        )
    })
}

/// A column's width for what it holds, its frame included.
fn length(ems: usize, size: usize, point: usize) -> usize {
    ems * size * point / 2_000 + FRAME * point
}

/// First what no word may be broken in, then what the texts ask for, then as
/// much more for each; all of the width, even where it is not enough.
fn shares(needs: &[(usize, usize)], size: usize, width: usize, point: usize) -> Vec<usize> {
    let least: usize = needs
        .iter()
        .map(|(word, _)| length(*word, size, point))
        .sum();
    let most: usize = needs
        .iter()
        .map(|(_, text)| length(*text, size, point))
        .sum();
    let room = width.saturating_sub(least);
    let wished = most.saturating_sub(least).max(1);
    let own = needs.iter().map(|(word, text)| {
        let (word, text) = (length(*word, size, point), length(*text, size, point));
        word + (text - word) * room.min(wished) / wished
    });
    let own: Vec<usize> = own.collect();
    let all = own.iter().sum::<usize>().max(1);
    let mut widths: Vec<usize> = own.iter().map(|own| width * own / all).collect();
    // What rounding left goes to the first.
    let rest = width.saturating_sub(widths.iter().sum());
    if let Some(first) = widths.first_mut() {
        *first += rest;
    }
    widths
}

/// What a text takes in thousandths of its size, by what letters commonly take
/// in the faces that stand in for ours too, so rather too much than too little.
fn measure(text: &str, bold: bool) -> usize {
    let wide = |c: char| match c {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | 'I' | ' ' | '\u{a0}' | '(' | ')' | '.' | ',' | ':'
        | ';' | '\'' | '|' | '-' => 400,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 970,
        'A'..='Z' => 720,
        c if c < '\u{1100}' => 630,
        _ => 1_000,
    };
    let all: usize = text.chars().map(wide).sum();
    if bold { all * 110 / 100 } else { all }
}

#[cfg(test)]
mod tests {
    use model_census::paper::{Cell, Column};

    use super::*;

    const ROOM: Room = Room {
        upright: 9_298,
        turned: 14_230,
        point: 20,
    };

    fn grid(columns: &[(&str, Kind, &str)]) -> Grid {
        let column = |(heading, kind, _): &(&str, Kind, &str)| Column {
            heading: (*heading).to_owned(),
            group: None,
            kind: *kind,
        };
        Grid {
            columns: columns.iter().map(column).collect(),
            rows: vec![columns.iter().map(|own| Cell::words(own.2)).collect()],
            ..Grid::default()
        }
    }

    /// A table with as many columns of counts.
    fn counts(of: usize) -> Grid {
        let mut columns = vec![("Country", Kind::Label, "United States")];
        columns.extend(vec![("2023", Kind::Count, "41 (shared 1)"); of]);
        grid(&columns)
    }

    fn assert_no_word_breaks(grid: &Grid, fit: &Fit) {
        for (at, width) in fit.widths.iter().enumerate() {
            let least = length(needs(grid, at).0, fit.size, ROOM.point);
            assert!(*width + 1 >= least, "column {at}: {width} of {least}");
        }
    }

    #[test]
    fn letters_shrink_before_the_page_turns_and_no_word_breaks() {
        let fits: Vec<(usize, bool)> = [3, 7, 8, 9, 10, 13]
            .map(|of| {
                let grid = counts(of);
                let fit = fit(&grid, ROOM, false);
                assert_no_word_breaks(&grid, &fit);
                let width = if fit.turned {
                    ROOM.turned
                } else {
                    ROOM.upright
                };
                assert_eq!(fit.width(), width, "all of the width");
                (fit.size, fit.turned)
            })
            .to_vec();
        assert_eq!(fits[0], (18, false));
        assert!(fits.iter().any(|(size, turned)| *size < 18 && !turned));
        assert!(fits[5].1, "{fits:?}");
        assert!(fits.windows(2).all(|two| two[0].1 <= two[1].1), "{fits:?}");
    }

    #[test]
    fn a_table_that_fits_nowhere_has_all_the_width_and_the_smallest_letters() {
        let grid = counts(40);
        let fit = fit(&grid, ROOM, false);
        assert_eq!((fit.size, fit.turned), (14, true));
        assert_eq!(fit.width(), ROOM.turned);
    }

    #[test]
    fn long_texts_get_what_the_words_leave() {
        let long = "one or two words that go on and on until the line has to be broken";
        let fit = fit(
            &grid(&[("Model", Kind::Label, long), ("Rank", Kind::Rank, "1")]),
            ROOM,
            false,
        );
        assert!(fit.widths[0] > 4 * fit.widths[1], "{fit:?}");
    }

    #[test]
    fn where_pages_lie_already_a_small_table_has_their_width() {
        let fit = fit(&counts(3), ROOM, true);
        assert_eq!((fit.size, fit.turned), (18, true));
        assert_eq!(fit.width(), ROOM.turned);
    }

    #[test]
    fn models_side_by_side_have_equal_columns() {
        let fit = fit(
            &grid(&[
                ("Model", Kind::Label, "Task"),
                ("Grok 4", Kind::Text, "Language modeling/generation, Chat"),
                ("GPT-5", Kind::Text, "Chat"),
            ]),
            ROOM,
            false,
        );
        assert_eq!(fit.widths[1], fit.widths[2]);
        assert!(fit.widths[0] < fit.widths[1], "{fit:?}");
    }

    #[test]
    fn letters_shrink_a_little_for_equal_columns_but_not_much() {
        let models = |long: &str| {
            let column = |text| ("Model", Kind::Text, text);
            let columns = [long, long, long, "Chat"].map(column);
            let mut all = vec![("Model", Kind::Label, "Task")];
            all.extend(columns);
            fit(&grid(&all), ROOM, false)
        };
        let equal = models("modeling");
        assert_eq!(
            (equal.size, equal.widths[1]),
            (18, equal.widths[4]),
            "{equal:?}"
        );
        let smaller = models("modeling/generation");
        assert!(
            smaller.size < 18 && smaller.widths[1] == smaller.widths[4],
            "{smaller:?}"
        );
        let uneven = models("modeling/generation,xxxx");
        assert!(uneven.widths[1] > uneven.widths[4], "{uneven:?}");
    }

    #[test]
    fn what_stands_behind_a_count_keeps_together() {
        assert_eq!(unbroken("41 (shared 1)", Kind::Count), "41 (shared\u{a0}1)");
        assert_eq!(unbroken("A (shared 1)", Kind::Label), "A (shared 1)");
        assert_eq!(unbroken("44.4%", Kind::Share), "44.4%");
    }
}
